"""From the rows of filled forms to answers: every cell is understood, or named with the reason why not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from urbancmp.diagnostics import Diagnostic, errors, in_order
from urbancmp.forms import readings
from urbancmp.forms.cells import Cell
from urbancmp.forms.keys import Key
from urbancmp.forms.lines import bounds, references
from urbancmp.forms.readings import Misread
from urbancmp.forms.rows import Forms, Row
from urbancmp.forms.slips import slip
from urbancmp.model import Data, Kind
from urbancmp.units import convert, convertible

CONFIRMED = "已核实"


@dataclass(frozen=True, slots=True)
class Answer:
    """An actual as a department gave it; `at` is sheet and cell, `printed` the text of the cell."""

    key: Key
    value: Decimal
    unit: str
    printed: str
    at: str
    path: str
    department: str = ""
    published: date | str = ""
    source: str = ""
    remark: str = ""


@dataclass
class Filled:
    """Everything in the forms: answers, the number of rows left empty, and faults in the order of the cells."""

    answers: list[Answer] = field(default_factory=list)
    blank: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Whether nothing in the forms is in error; only then may any answer be used."""
        return not errors(self.diagnostics)


def filled(paths: Iterable[Path], data: Data, today: date) -> Filled:
    """Read the forms at `paths` against the table that they were made from; no date may lie after `today`."""
    forms, found = Forms(data), Filled()
    for path in paths:
        for row in forms.rows(path):
            answer = _Answering(row, data, today, forms.faults).answer()
            found.answers += [answer] if answer else []
            found.blank += "actual" not in row.cells
    found.diagnostics = in_order(forms.faults)
    return found


@dataclass(frozen=True)
class _Answering:
    """Reads the cells of one row."""

    row: Row
    data: Data
    today: date
    faults: list[Diagnostic]

    def answer(self) -> Answer | None:
        """The row's answer; None where it is blank or not understood."""
        published, source, remark = self._published(), self._text("source"), self._text("remark")
        cell = self.row.cells.get("actual")
        if cell is None:
            idle = (self.row.cells[name] for name in ("date", "source") if name in self.row.cells)
            return self._fault(next(idle, None), "U641")
        value = self._value(cell, remark)
        if value is None:
            return None
        if not (published and source):
            self._fault(cell, "U640")
        department = self.row.text("departments").split("、")[0]
        key, unit = self.row.key, self.row.text("unit")
        return Answer(key, value, unit, cell.text, cell.name, cell.path, department, published, source, remark)

    def _fault(self, cell: Cell | None, code: str, **values: object) -> None:
        if cell is not None:
            self.faults.append(cell.diagnostic(code, **values))

    def _value(self, cell: Cell, remark: str) -> Decimal | None:
        """The number in the cell, within the indicator's bounds and of the right magnitude."""
        unit = self.row.text("unit")
        value = readings.number(cell, unit)
        if isinstance(value, Misread):
            return self._fault(cell, value.code, unit=unit)
        indicator = self.data.indicators[self.row.key.indicator]
        low, high = bounds(indicator, unit)
        if not low <= value <= high:
            return self._fault(cell, "U632", unit=unit, low=low, high=high, indicator=indicator.id)
        likely = slip(value, unit, list(_known_values(self.data, self.row.key, unit)))
        if likely is None or CONFIRMED in remark:
            return value
        return self._fault(cell, likely.code, unit=unit, wanted=f"{likely.wanted:f}")

    def _published(self) -> date | str:
        cell = self.row.cells.get("date")
        if cell is None:
            return ""
        day = readings.day(cell)
        if isinstance(day, Misread):
            self._fault(cell, day.code)
        elif str(day) < str(self.row.key.year):
            self._fault(cell, "U621", year=self.row.key.year)
        elif str(day) > self.today.isoformat():
            self._fault(cell, "U622", today=self.today)
        else:
            return day
        return ""

    def _text(self, column: str) -> str:
        cell = self.row.cells.get(column)
        line = readings.text(cell) if cell is not None else ""
        if isinstance(line, Misread):
            self._fault(cell, line.code)
            return ""
        return line


def _known_values(data: Data, key: Key, unit: str) -> Iterator[Decimal]:
    """Targets and actuals of the same place and indicator, in `unit`."""
    for kind in Kind:
        for figure in references(data, key.jurisdiction, key.indicator, kind):
            if figure.value is not None and convertible(figure.unit, unit):
                yield convert(figure.value, figure.unit, unit)
