"""The cells of a form that came back as CSV: UTF-8 or GB18030; comma, semicolon or tab."""

import csv
import io
from pathlib import Path

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.forms.cells import Cell, Sheet
from urbancmp.textfile import decoded


def sheets(path: Path) -> list[Sheet] | Diagnostic:
    """The file as one sheet that bears its name, or the fault that makes it unusable."""
    text = decoded(path)
    if isinstance(text, Diagnostic):
        return text
    first = text.split("\n", 1)[0]
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    except csv.Error as error:
        return Diagnostic("U602", Location(str(path)), {"reason": error})
    rows = {number: _cells(path, number, record) for number, record in enumerate(records, 1) if any(record)}
    return [Sheet(str(path), path.name, {number: cells for number, cells in rows.items() if cells})]


def _cells(path: Path, number: int, record: list[str]) -> dict[int, Cell]:
    return {
        place: Cell(str(path), path.name, number, place, _rearmed(text.strip()))
        for place, text in enumerate(record, 1)
        if text.strip()
    }


def _rearmed(text: str) -> str:
    """A cell that was disarmed for spreadsheets gets its first character back."""
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text
