"""A report as lines for people, JSON for programs, annotations for GitHub; the summary for stderr."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from urbancmp.checks import words  # noqa: F401 - registers the words
from urbancmp.checks.report import Report
from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.faults import FAULTS, Severity
from urbancmp.words import say

if TYPE_CHECKING:
    from urbancmp.checks.proof import Proof
    from urbancmp.checks.uncovered import Uncovered

VERSION = 1
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def safe(text: str) -> str:
    """One line in which no control character of the data reaches the terminal."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def text(report: Report, lang: str) -> str:
    """What became of each figure, then the faults, then the numbers left over; one line each."""
    lines = [_proof_line(proof, lang) for proof in (report.proofs.proofs if report.proofs else ())]
    lines += [item.line(lang) for item in report.diagnostics]
    lines += [_uncovered_line(item, lang) for item in report.uncovered]
    return "".join(safe(line) + "\n" for line in lines)


def _proof_line(proof: "Proof", lang: str) -> str:
    figure = proof.figure
    place = ""
    if proof.status == "elsewhere" and proof.span:
        place = f" -> {proof.where} ({proof.document.path}:{proof.document.line(proof.span[0])[0]})"
    what = f"{figure.source} {figure.locator}: {figure.indicator} {figure.year or '-'} '{figure.printed}'"
    return f"{say('check.' + proof.status.value, lang)}: {what}{place}"


def _uncovered_diagnostic(item: "Uncovered") -> Diagnostic:
    place = Location(item.path, item.line, item.column)
    return Diagnostic("U420", place, {"number": item.number, "context": item.context})


def _uncovered_line(item: "Uncovered", lang: str) -> str:
    return _uncovered_diagnostic(item).line(lang)


def as_json(report: Report, lang: str) -> str:
    """The whole report as one JSON object with the same keys every time; absent parts are null."""
    content = {
        "version": VERSION,
        "summary": {
            "files": report.files,
            "errors": report.counts[Severity.ERROR],
            "warnings": report.counts[Severity.WARNING],
            "notes": report.counts[Severity.NOTE],
        },
        "diagnostics": [_record(item, lang) for item in report.diagnostics],
        "proof": [_proof_record(proof) for proof in report.proofs.proofs] if report.proofs else None,
        "uncovered": [_uncovered_record(item) for item in report.uncovered] if report.listed else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _record(item: Diagnostic, lang: str) -> dict[str, Any]:
    return {
        "path": item.location.path,
        "line": item.location.line or None,
        "column": item.location.column or None,
        "code": item.code,
        "severity": item.severity.value,
        "tier": FAULTS[item.code].tier.value,
        "message": item.message(lang),
    }


def _proof_record(proof: "Proof") -> dict[str, Any]:
    figure = proof.figure
    line, column = proof.document.line(proof.span[0]) if proof.span else (None, None)
    return {
        "source": figure.source,
        "locator": figure.locator,
        "jurisdiction": figure.jurisdiction,
        "indicator": figure.indicator,
        "kind": figure.kind.value,
        "year": figure.year,
        "printed": figure.printed,
        "status": proof.status.value,
        "found_in": proof.where or None,
        "document": proof.document.path,
        "line": line,
        "column": column,
    }


def _uncovered_record(item: "Uncovered") -> dict[str, Any]:
    return {
        "source": item.source,
        "document": item.path,
        "line": item.line,
        "column": item.column,
        "clause": item.where or None,
        "number": item.number,
        "context": item.context,
    }


def github(report: Report, lang: str) -> str:
    """Workflow commands that GitHub shows at the lines concerned."""
    return "".join(line + "\n" for line in _annotations(report, lang))


def _annotations(report: Report, lang: str) -> Iterator[str]:
    for item in (*report.diagnostics, *map(_uncovered_diagnostic, report.uncovered)):
        place = item.location
        pairs = {"file": place.path, "line": place.line, "col": place.column, "title": item.code}
        said = ",".join(f"{key}={_property(str(value))}" for key, value in pairs.items() if value)
        yield f"::{_LEVELS[item.severity]} {said}::{_escaped(item.message(lang))}"


def _escaped(value: str) -> str:
    return safe(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Report, str], str]] = {"text": text, "json": as_json, "github": github}


def summary(report: Report, lang: str) -> list[str]:
    """The lines for stderr: how many faults, how many figures were proved."""
    counts = report.counts
    said: dict[str, object] = {
        "errors": _count(counts[Severity.ERROR], "error", lang),
        "warnings": _count(counts[Severity.WARNING], "warning", lang),
        "notes": _count(counts[Severity.NOTE], "note", lang),
        "files": _count(report.files, "file", lang),
    }
    line = say("check.summary", lang, **said) + (say("check.notes", lang, **said) if counts[Severity.NOTE] else "")
    return [*_proved(report, lang), line]


def _count(number: int, noun: str, lang: str) -> str:
    return str(number) if lang == "zh" else f"{number} {noun}" + ("" if number == 1 else "s")


def _proved(report: Report, lang: str) -> Iterator[str]:
    if report.proofs is None:
        return
    from urbancmp.checks.proof import Status

    found = {status.value: sum(proof.status is status for proof in report.proofs.proofs) for status in Status}
    yield say("check.proved", lang, total=len(report.proofs.proofs), **found)
    if report.unread:
        yield say("check.unread", lang, figures=report.unread)
    if report.listed:
        yield say("check.uncovered", lang, count=len(report.uncovered))
