"""From the sheets of filled forms to rows whose key and printed cells are as they were sent out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.forms import csvcells, xlsxcells
from urbancmp.forms.cells import Cell, Sheet
from urbancmp.forms.columns import BY_STEM, COLUMNS, HEADING_KEY, Column, stem
from urbancmp.forms.keys import Key, opened
from urbancmp.model import Data
from urbancmp.units import convertible

_KEY = COLUMNS[0]
_READERS = {".xlsx": xlsxcells.sheets, ".xlsm": xlsxcells.sheets, ".csv": csvcells.sheets}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form: what it asks for, and its cells by the id of their column."""

    key: Key
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """What stands in a column, '' where it is empty."""
        return self.cells[column].text if column in self.cells else ""


@dataclass
class Forms:
    """Reads forms against the table that they were made from; what is refused is gathered in `faults`."""

    data: Data
    faults: list[Diagnostic] = field(default_factory=list)
    _seen: dict[Key, Cell] = field(default_factory=dict)

    def rows(self, path: Path) -> Iterator[Row]:
        """The intact rows of one file; changed, added and repeated ones become faults."""
        reader = _READERS.get(path.suffix.lower())
        sheets = Diagnostic("U600", Location(str(path))) if reader is None else reader(path)
        if isinstance(sheets, Diagnostic):
            self.faults.append(sheets)
            return
        forms = [(sheet, header) for sheet in sheets if (header := _header(sheet))]
        if not forms:
            self.faults.append(Diagnostic("U601", Location(str(path)), {"header": _KEY.header}))
        for sheet, header in forms:
            columns = self._columns(sheet, header)
            for _, cells in sheet.after(header) if columns else ():
                yield from self._row(cells, columns)

    def _columns(self, sheet: Sheet, header: int) -> dict[int, Column]:
        """Which column stands where; none if one is missing."""
        found = {place: BY_STEM[stem(c.text)] for place, c in sheet.rows[header].items() if stem(c.text) in BY_STEM}
        missing = [column for column in COLUMNS if column not in found.values()]
        for column in missing:
            said = {"sheet": sheet.name, "column": column.header}
            self.faults.append(Diagnostic("U603", Location(sheet.path, header), said))
        return {} if missing else found

    def _row(self, cells: Mapping[int, Cell], columns: Mapping[int, Column]) -> Iterator[Row]:
        self.faults += [cell.diagnostic("U607") for place, cell in cells.items() if place not in columns]
        known = {columns[place].id: cell for place, cell in cells.items() if place in columns}
        first, mark = cells[min(cells)], known.get("key")
        if mark is None or mark.text == HEADING_KEY:
            filled = next((known[column.id] for column in COLUMNS if column.filled and column.id in known), None)
            self.faults += [(filled or first).diagnostic("U605")] if filled or not mark else []
            return
        sealed = (known[column.id].text if column.id in known else "" for column in COLUMNS if column.sealed)
        key = opened(mark.text, sealed)
        fault = mark.diagnostic("U604") if key is None else self._refusal(key, mark, known["unit"].text)
        if key is None or fault is not None:
            self.faults += [fault] if fault else []
            return
        self._seen[key] = mark
        yield Row(key, known)

    def _refusal(self, key: Key, mark: Cell, unit: str) -> Diagnostic | None:
        """Why an intact row cannot be used: it came before, or the table no longer has what it asks for."""
        if key in self._seen:
            other = self._seen[key]
            return mark.diagnostic("U606", other=f"{other.path} {other.name}")
        for name, known in ((key.jurisdiction, self.data.jurisdictions), (key.indicator, self.data.indicators)):
            if name not in known:
                return mark.diagnostic("U608", name=name)
        wanted = self.data.indicators[key.indicator].unit
        return None if convertible(unit, wanted) else mark.diagnostic("U609", unit=unit, wanted=wanted)


def _header(sheet: Sheet) -> int:
    """The number of the row with the headers, 0 where there is none."""
    mark = stem(_KEY.header)
    return next((number for number, row in sheet.after(0) if mark in {stem(c.text) for c in row.values()}), 0)
