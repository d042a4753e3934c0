"""Markdown for documents and issues."""

import re

import pytest
from format_views import ANSWER, VIEWS
from hypothesis import given
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from urbancmp.formats import FORMATS, Options
from urbancmp.formats.md import escaped
from urbancmp.tables.view import Bar, Cell, Grid, GridRow, Head, Lines, Records, View

NOTHING = Records((), ())


def written(view, **options):
    """The view as Markdown."""
    return FORMATS["md"].render(view, Options(**options)).decode()


def rendered(text):
    """What a Markdown reader makes of a text."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def test_an_answer():
    """Tables and paragraphs; remarks of a row in a last column; a bar in words."""
    assert written(ANSWER) == snapshot("""\
# Gaps

method schedule\\
rated 1 of 2 · no actual 1

|  | 2020 → 2022 | target | gap | way | Note |
| --- | --- | --: | --: | --- | --- |
| **Urbanization 城镇化** |  |  |  |  |  |
| ▼ behind  常住人口城镇化率 resident urbanization % | 44.77 → 46.79 | 55 | 8.21 | 20 % | 规划第三章（二）：达到全国平均水平。20 % of the way at 40 % of the time. |
| **Parks** |  |  |  |  |  |
| · park green | 13.0 → · | 13.50 | 0.50 |  |  |

a  Gaoping: starts, of urban new floor area. Chengwu: 新建建筑，全部用途。
""")  # noqa: E501


def test_a_bar_without_text_is_said():
    """A drawing has no place in a table of text."""
    view = View(NOTHING, (Grid((Head("way"),), (GridRow((Cell(bar=Bar(0.2, 0.4)),)),)),))
    assert "已完成20%，按时间应完成40%" in written(view, lang="zh")


@given(VIEWS)
def test_the_rows_of_a_table_have_one_number_of_cells(view):
    """No cell of the data breaks the table."""
    for table in re.findall(r"(?:^\|.*\|\n)+", written(view), re.MULTILINE):
        counts = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in table.splitlines()}
        assert len(counts) == 1


@pytest.mark.parametrize(
    "text",
    ["a|b", "<b>x</b>", "*a*", "_a_", "`c`", "[x](y)", r"\*", "~~s~~", "&lt;", "a_b_c", "![i](u)", "\\", "http://x"],
)
def test_markup_in_data_is_literal(text):
    """A Markdown reader shows the text as it is, in a table too."""
    page = rendered(written(View(NOTHING, (Grid((Head("h"),), (GridRow((Cell(text),)),)),))))
    literal = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<td>{literal}</td>" in page


@pytest.mark.parametrize("text", ["# h", "- a", "+ a", "1. a", "1) a", "> q", "===", "---", "    code", "* a", "```"])
def test_no_line_begins_a_structure(text):
    """A paragraph of data is a paragraph."""
    page = rendered(written(View(NOTHING, (Lines(("x", text)),))))
    assert page.count("<p>") == 1
    assert set(re.findall(r"<(\w+)", page)) == {"p", "br"}


def test_names_of_indicators_stay_readable():
    """An underscore inside a word needs no backslash."""
    assert escaped("green_share") == "green_share"
