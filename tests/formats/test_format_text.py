"""Text for people, at every width, with any data."""

import re
import unicodedata
from decimal import Decimal

import pytest
from format_views import ANSWER, VIEWS
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from rich.cells import cell_len

from urbancmp.formats import FORMATS, Options
from urbancmp.formats.bars import drawn
from urbancmp.tables.view import Bar, Cell, Grid, GridRow, Head, Lines, Records, View

NOTHING = Records((), ())


def shown(view, **options):
    """The view as text."""
    return FORMATS["text"].render(view, Options(**options)).decode()


def grid_of(*rows, heads=("name", "value")):
    """A view of one grid."""
    heads = tuple(Head(title, right=number > 0) for number, title in enumerate(heads))
    return View(NOTHING, (Grid(heads, tuple(GridRow(tuple(map(Cell, row))) for row in rows)),))


def test_at_80_columns():
    """Columns side by side, names folded, remarks beneath their row."""
    assert shown(ANSWER, width=80) == snapshot("""\
Gaps

method schedule
rated 1 of 2 · no actual 1

                          2020 → 2022    target   gap  way
────────────────────────────────────────────────────────────────────────────────
Urbanization 城镇化
▼ behind  常住人口城镇化  44.77 → 46.79      55  8.21  ├████───┊──────────┤ 20 %
  率 resident
  urbanization %
    规划第三章（二）：达到全国平均水平。20 % of the way at 40 % of the time.

Parks
· park green              13.0 → ·        13.50  0.50

a  Gaoping: starts, of urban new floor area. Chengwu: 新建建筑，全部用途。
""")


def test_at_60_columns():
    """What does not fit becomes one block a row."""
    assert shown(ANSWER, width=60) == snapshot("""\
Gaps

method schedule
rated 1 of 2 · no actual 1

Urbanization 城镇化
▼ behind  常住人口城镇化率 resident urbanization %
  2020 → 2022  44.77 → 46.79
  target       55
  gap          8.21
  way          ├████────┊───────────┤ 20 %
  规划第三章（二）：达到全国平均水平。20 % of the way at
    40 % of the time.

Parks
· park green
  2020 → 2022  13.0 → ·
  target       13.50
  gap          0.50

a  Gaoping: starts, of urban new floor area. Chengwu: 新建建
   筑，全部用途。
""")


def test_in_a_pipe():
    """Without a width nothing is folded."""
    assert shown(ANSWER, lang="zh") == snapshot("""\
Gaps

method schedule
rated 1 of 2 · no actual 1

                                                    2020 → 2022    target   gap  way
────────────────────────────────────────────────────────────────────────────────────────────────────────────
Urbanization 城镇化
▼ behind  常住人口城镇化率 resident urbanization %  44.77 → 46.79      55  8.21  ├████────┊───────────┤ 20 %
    规划第三章（二）：达到全国平均水平。20 % of the way at 40 % of the time.

Parks
· park green                                        13.0 → ·        13.50  0.50

a  Gaoping: starts, of urban new floor area. Chengwu: 新建建筑，全部用途。
""")


@given(VIEWS, st.integers(20, 130))
def test_no_line_is_wider_than_the_width(view, width):
    """Whatever the data, lines keep within the width."""
    assert max(map(cell_len, shown(view, width=width).split("\n"))) <= width


@given(VIEWS, st.none() | st.integers(20, 130))
def test_no_line_ends_in_blanks(view, width):
    """Lines have no trailing blanks."""
    assert not re.search(r"[ \t\u3000]$", shown(view, width=width), re.MULTILINE)


@given(VIEWS, st.none() | st.integers(20, 130))
def test_no_control_sequence_leaves(view, width):
    """No character of the data commands, reverses or hides: only line ends are controls."""
    text = shown(view, width=width)
    assert {unicodedata.category(char) for char in text if char != "\n"}.isdisjoint({"Cc", "Cf", "Zl", "Zp", "Cs"})


@given(VIEWS, st.sampled_from([None, 40, 100]))
def test_colours_change_no_character(view, width):
    """Painted text without its colours is the plain text: data is never markup."""
    painted = shown(view, width=width, color=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == shown(view, width=width)


@pytest.mark.parametrize("width", [None, 100, 50])
def test_our_own_characters_are_in_gbk(width):
    """Rules and bars survive a redirection on a Chinese Windows."""
    assert shown(ANSWER, width=width).encode("gbk")


@given(st.floats(0, 1), st.none() | st.floats(0, 1), st.integers(10, 40))
def test_a_bar_has_its_width(done, due, width):
    """A bar is as long as asked for and in GBK."""
    bar = drawn(Bar(done, due), width)
    assert cell_len(bar) == len(bar) == width
    assert bar.encode("gbk")


@pytest.mark.parametrize(
    ("done", "due", "bar"),
    [
        (0, None, "├──────────┤"),
        (0.5, None, "├█████─────┤"),
        (0.99, None, "├█████████─┤"),
        (1, None, "├██████████┤"),
        (0.2, 0.4, "├██──┊─────┤"),
        (0.6, 0.4, "├████┊█────┤"),
        (1.5, 1, "├█████████┊┤"),
    ],
)
def test_a_bar_shows_the_way_and_the_time(done, due, bar):
    """Filled as far as done, full only when done, a tick where it ought to be."""
    assert drawn(Bar(done, due), 12) == bar


def test_brackets_are_text():
    """What looks like markup is printed."""
    assert "[plan] [/path] :100:" in shown(grid_of(("[plan] [/path] :100:", "1")), color=True)


def test_an_escape_is_made_visible():
    """A control character shows its number instead of acting."""
    assert r"a\x1b[31mb\u202ec" in shown(grid_of(("a\x1b[31mb\u202ec", "1")))


def test_numbers_stand_at_the_right():
    """The digits of a column end at one edge, whatever the width of the names."""
    lines = shown(grid_of(("高平市", "5"), ("a", "10.25"))).splitlines()
    assert [cell_len(line) for line in lines[2:]] == [cell_len(lines[1])] * 2


def test_a_number_is_never_folded():
    """Names give way, numbers do not."""
    number = "1234567890123456789012345678901234567890"
    assert number in shown(grid_of(("高" * 60, number)), width=80)


def test_a_small_table_stays_a_table_on_a_narrow_terminal():
    """What fits as it is needs no blocks."""
    assert shown(grid_of(("a", "1"), ("b", "2")), width=30) == snapshot("""\
name  value
───────────
a         1
b         2
""")


def test_a_mark_does_not_begin_a_line():
    """Closing punctuation stays with the character before it, an opening bracket with the one after."""
    text = shown(View(NOTHING, (Lines(("城镇化率，" * 8 + "（常住人口）" * 8,)),)), width=21)
    assert not re.search("^[，）]|（$", text, re.MULTILINE)


def test_what_follows_a_marker_hangs():
    """A folded footnote is indented under its first word."""
    view = View(NOTHING, (Lines(("a  one two three four five six",)),))
    assert shown(view, width=20) == snapshot("""\
a  one two three
   four five six
""")


def test_a_tone_is_a_colour():
    """A status is painted when colour is asked for."""
    view = View(NOTHING, (Lines(("late",), "missed"),))
    assert shown(view, color=True) == snapshot("\x1b[1;31mlate\x1b[0m\n")


def test_an_empty_view_is_no_text():
    """Nothing to show is nothing printed."""
    assert shown(View(Records(("a",), ({"a": Decimal(1)},)))) == ""
