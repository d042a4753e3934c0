"""Which format an answer gets, and what is said when there is none."""

from pathlib import Path

import pytest
from format_views import ANSWER

from urbancmp.diagnostics import UsageError
from urbancmp.formats import FORMATS, Options, choose, for_suffix, named


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_answer(name):
    """Each registered format gives bytes for an ordinary view."""
    assert FORMATS[name].render(ANSWER, Options())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_view_gives_the_same_bytes(name):
    """No format puts the time or chance into its bytes."""
    assert FORMATS[name].render(ANSWER, Options()) == FORMATS[name].render(ANSWER, Options())


@pytest.mark.parametrize(("file", "name"), [("a.csv", "csv"), ("报告.XLSX", "xlsx"), ("b.htm", "html"), ("c.md", "md")])
def test_the_suffix_chooses(file, name):
    """The suffix, in any case, names the format."""
    assert for_suffix(Path(file)).name == name


def test_an_unknown_suffix_lists_the_known_ones():
    """The message names the file and the suffixes there are."""
    with pytest.raises(UsageError, match=r"out\.pdf.*\.csv, \.json"):
        for_suffix(Path("out.pdf"))


def test_an_unknown_format_lists_the_known_ones():
    """The message names the formats there are, in the reader's language."""
    with pytest.raises(UsageError, match=r"没有“yaml”这种格式.*csv, json"):
        named("yaml", "zh")


def test_text_is_the_format_of_last_resort():
    """Without a name and a file the answer is text."""
    assert choose(None, None).name == "text"


def test_a_name_wins_over_a_suffix_that_means_nothing():
    """A file with a suffix of its own gets the format that is named."""
    assert choose("csv", Path("figures.dat")).name == "csv"


def test_a_name_against_a_known_suffix_is_refused():
    """CSV in a file called .xlsx would open nowhere."""
    with pytest.raises(UsageError, match="leave one of them out"):
        choose("csv", Path("figures.xlsx"))


def test_a_workbook_needs_a_file():
    """A binary format without -o is refused."""
    with pytest.raises(UsageError, match=r"-o FILE\.xlsx"):
        choose("xlsx", None)
