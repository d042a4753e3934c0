"""Cells of a filled form with their coordinates, whatever file they come from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.forms.columns import letters


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty: `text` is what its reader sees; a number or a day where the file holds one.

    `fault` is the code of what makes the cell unusable, such as an error value.
    """

    path: str
    sheet: str
    row: int
    column: int
    text: str
    number: Decimal | None = None
    day: date | None = None
    percent: bool = False
    fault: str = ""

    @property
    def name(self) -> str:
        """Sheet and cell, as spreadsheet programs write it: 填报表!H7."""
        return f"{self.sheet}!{letters(self.column)}{self.row}"

    def diagnostic(self, code: str, **values: object) -> Diagnostic:
        """Fault `code` at this cell; the sentence may use {cell} and {found}."""
        said = {"cell": self.name, "found": self.text, **values}
        return Diagnostic(code, Location(self.path, self.row, self.column), said)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet that are not empty, by row and column counted from 1."""

    path: str
    name: str
    rows: Mapping[int, Mapping[int, Cell]] = field(default_factory=dict)

    def after(self, row: int) -> Iterator[tuple[int, Mapping[int, Cell]]]:
        """The rows below `row`, in order."""
        return ((number, self.rows[number]) for number in sorted(self.rows) if number > row)
