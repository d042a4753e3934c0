"""Every code has a bad file that shows it, with the lines that check prints for it."""

from collections.abc import Callable

import bad_files as corpus
import pytest

from urbancmp.faults import FAULTS

CASES = corpus.codes()


@pytest.mark.parametrize("code", CASES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_bad_file_gives_its_lines(code: str, lang: str, call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines about faults are exactly the expected ones, one per cause, each with its own code."""
    monkeypatch.chdir(corpus.BAD)
    done = call("check", *corpus.arguments(code), "--lang", lang)
    lines = [line for line in done.lines if ": U" in line]
    assert lines == corpus.expected(code)[lang]
    assert {line.split(": ")[1].split()[0] for line in lines} == {code}


@pytest.mark.parametrize("code", CASES)
def test_the_exit_code_follows_from_severity(code: str, call: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 for warnings and notes, 1 for errors and under --strict for warnings, 3 for a file that cannot be used."""
    monkeypatch.chdir(corpus.BAD)
    done = call("check", *corpus.arguments(code))
    severe = FAULTS[code].severity == "error" or "--strict" in corpus.arguments(code)
    assert done.code == (3 if code.startswith("U0") else 1 if severe else 0)


def test_every_code_has_a_case() -> None:
    """No code without a file, but those that no file of a repository can show."""
    missing = {code for code in FAULTS if code not in CASES and not code.startswith(corpus.WITHOUT_FILE)}
    assert not missing


def test_no_case_without_a_code() -> None:
    """A case for a code that is gone is litter."""
    assert set(CASES) <= set(FAULTS)
