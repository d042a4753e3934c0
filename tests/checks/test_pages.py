"""The pages of `explain`: one for each code, in both languages, with examples out of the corpus."""

import bad_files as corpus
import pytest

from urbancmp.checks.pages import page
from urbancmp.diagnostics import UsageError
from urbancmp.faults import FAULTS


@pytest.mark.parametrize("code", sorted(FAULTS))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_code_has_a_page(code: str, lang: str) -> None:
    """A page says what the fault means, why it matters and what to do."""
    parts = page(code, lang).split("\n\n")
    assert parts[0].startswith(code)
    assert all(part.strip().count("\n") >= 1 for part in parts[1:4])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_shows_its_expected_line(lang: str) -> None:
    """The example and the line that check prints for it are those of the corpus."""
    text = page("U301", lang)
    assert corpus.example("U301")["line"] in text
    assert corpus.expected("U301")[lang][0] in text


def test_the_committed_examples_are_those_of_the_corpus() -> None:
    """Generated equals committed: run tests/checks/bad_files.py after a change."""
    assert corpus.EXAMPLES.read_text("utf-8") == corpus.examples()


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    """A slip in the code gets a suggestion."""
    with pytest.raises(UsageError, match="did you mean U"):
        page("U30")


def test_a_page_tells_whether_the_code_can_be_waived() -> None:
    """Doubts about a document can be accepted, broken tables cannot."""
    assert "waive = { U308" in page("U308")
    assert "waive" not in page("U110")
