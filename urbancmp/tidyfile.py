"""A tidy table in CSV, one figure a row, with the columns of `export`; five of them are required."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path

from urbancmp.diagnostics import Diagnostic, Hint, Location
from urbancmp.model import Comparator, Figure, Indicator, Kind, Measure, Name, Polarity
from urbancmp.textfile import decoded

COLUMNS = (
    "jurisdiction", "jurisdiction_zh", "jurisdiction_en", "indicator", "indicator_zh", "indicator_en", "family",
    "row", "kind", "measure", "polarity", "comparator", "value", "value_high", "unit", "year", "period_start",
    "printed", "source", "locator", "flags", "note",
)  # fmt: skip
REQUIRED = ("jurisdiction", "indicator", "kind", "value", "year")
UNQUANTIFIED = "unquantified:"
# No statistic is larger or finer; 1e999999 would only make arithmetic overflow.
MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file with the line on which it ends."""

    line: int
    cells: Mapping[str, str]


@dataclass
class TidyFile:
    """The rows of a tidy file and its faults."""

    path: str
    rows: list[Row] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, line: int, **values: object) -> None:
        """Record a fault on a line."""
        self.faults.append(Diagnostic(code, Location(self.path, line, 1), values))


def read(path: Path) -> TidyFile:
    """The rows of a CSV (UTF-8 with or without byte order mark, GB18030; comma, semicolon or tab)."""
    file = TidyFile(str(path))
    text = decoded(path)
    if isinstance(text, Diagnostic):
        file.faults.append(text)
        return file
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [cell.strip() for cell in next(reader, [])]
    if _header_stands(file, header):
        file.rows.extend(_rows(file, reader, header))
    return file


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _header_stands(file: TidyFile, header: list[str]) -> bool:
    for column in header:
        if column not in COLUMNS:
            close = get_close_matches(column, COLUMNS, n=1, cutoff=0.7)
            file.add("U502", 1, column=column or "(empty)", suggestion=Hint(close))
    missing = [column for column in REQUIRED if column not in header]
    for column in missing:
        file.add("U501", 1, column=column, wanted=", ".join(REQUIRED))
    return not missing


def _rows(file: TidyFile, reader: Iterator[list[str]], header: list[str]) -> Iterator[Row]:
    for cells in reader:
        line: int = reader.line_num  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            file.add("U505", line, found=len(cells), wanted=len(header))
            continue
        yield Row(line, {name: _rearmed(cell.strip()) for name, cell in zip(header, cells, strict=True)})


_ARMED = tuple("=+-@＝＋－＠")


def _rearmed(cell: str) -> str:
    """A text cell that was disarmed for spreadsheets gets its first character back."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(_ARMED) else cell


def _number(file: TidyFile, row: Row, column: str) -> Decimal | None:
    text = row.cells.get(column, "")
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if value.is_finite() and abs(value.adjusted()) <= MOST_DIGITS:
        return value
    return file.add("U503", row.line, column=column, wanted="a number such as 46.79", found=f"'{text}'")


def _year(file: TidyFile, row: Row, column: str) -> int | None:
    text = row.cells.get(column, "")
    if not text:
        return None
    if text.isascii() and text.isdigit() and 1949 <= int(text) <= 2100:
        return int(text)
    return file.add("U503", row.line, column=column, wanted="a year such as 2025", found=f"'{text}'")


def _choice(file: TidyFile, row: Row, column: str, choices: list[str], default: str) -> str | None:
    text = row.cells.get(column, "") or default
    if text in choices:
        return text
    return file.add("U503", row.line, column=column, wanted=" or ".join(choices), found=f"'{text}'")


def indicator(file: TidyFile, row: Row) -> Indicator | None:
    """An indicator that no table defines, from the columns of its row; unit and polarity cannot be guessed."""
    cells = row.cells
    if not cells.get("polarity"):
        return file.add("U130", row.line, found=cells["indicator"])
    polarity = _choice(file, row, "polarity", [item.value for item in Polarity], "")
    measure = _choice(file, row, "measure", [item.value for item in Measure], "level")
    if polarity is None or measure is None:
        return None
    id_ = cells["indicator"]
    name = Name(cells.get("indicator_zh") or id_, cells.get("indicator_en") or id_)
    return Indicator(
        id_,
        cells.get("family", ""),
        name,
        cells.get("unit", ""),
        Measure(measure),
        Polarity(polarity),
        cells.get("row", ""),
    )


def figures(
    file: TidyFile,
    place_of: Callable[[TidyFile, Row], str | None],
    indicator_of: Callable[[TidyFile, Row], Indicator | None],
) -> Iterator[Figure]:
    """The figures of the file; rows with faults are left out and their faults recorded."""
    for row in file.rows:
        before = len(file.faults)
        place, known = place_of(file, row), indicator_of(file, row)
        kind = _choice(file, row, "kind", [item.value for item in Kind], "")
        comparator = _choice(file, row, "comparator", [item.value for item in Comparator], "eq")
        value, high = _number(file, row, "value"), _number(file, row, "value_high")
        year, start = _year(file, row, "year"), _year(file, row, "period_start")
        flags, wording = _flags(row)
        if value is None and not wording and len(file.faults) == before:
            file.add("U504", row.line)
        if len(file.faults) > before or place is None or known is None or kind is None or comparator is None:
            continue
        yield Figure(
            place, known.id, Kind(kind), value, row.cells.get("unit") or known.unit,
            row.cells.get("source") or Path(file.path).name, Comparator(comparator), high, year, start,
            row.cells.get("printed", ""), row.cells.get("locator") or f"row {row.line}", flags,
            row.cells.get("note", ""), unquantified=wording, path=(file.path, row.line),
        )  # fmt: skip


def _flags(row: Row) -> tuple[tuple[str, ...], str]:
    given = [flag for flag in row.cells.get("flags", "").split(";") if flag]
    wording = next((flag.removeprefix(UNQUANTIFIED) for flag in given if flag.startswith(UNQUANTIFIED)), "")
    return tuple(flag for flag in given if not flag.startswith(UNQUANTIFIED)), wording
