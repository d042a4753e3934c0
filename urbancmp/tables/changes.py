"""What changed since an earlier CSV of `gap`: other statuses, new targets, targets that are gone."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from urbancmp.diagnostics import DataError, Diagnostic, Location
from urbancmp.gap.columns import CONTRACT
from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import STATUSES
from urbancmp.tables.columns import labels
from urbancmp.tables.gaps import Gaps, Row, record
from urbancmp.tables.rating import method_line, name_of, path_text, reason_word, status_word
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.textfile import decoded
from urbancmp.words import say

_BEFORE = ("status", "reason", "method", "target", "baseline", "actual", "actual_year")
COLUMNS = ("change", *CONTRACT, *(f"{name}_before" for name in _BEFORE))
_NEEDED = ("jurisdiction", "indicator", "target_year", "target", "status")
_NUMBERS = (
    "target", "target_high", "baseline", "actual", "gap", "progress", "elapsed", "pace", "need_per_year",
    "observed_per_year", "acceleration", "landing",
)  # fmt: skip
_YEARS = ("target_year", "baseline_year", "actual_year")
CHANGES = ("changed", "new", "vanished")


@dataclass(frozen=True, slots=True)
class Change:
    """A target that is rated otherwise than before, is new (no `before`) or is gone (no `now`)."""

    kind: str
    now: Row | None
    before: Row | None

    @property
    def row(self) -> Row:
        """The row of now, or the earlier one of a target that is gone."""
        return self.now or self.before or {}


def earlier(path: Path, lang: str) -> tuple[Row, ...]:
    """The rows of an earlier CSV, headers by name or labelled in Chinese or English.

    Raises DataError for a file that cannot be read or that `gap` did not write.
    """
    text = decoded(path) if path.is_file() else Diagnostic("U001", Location(str(path)))
    if isinstance(text, Diagnostic):
        raise DataError(f"{path}: {text.message(lang)}")
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    names = [_column(cell.strip()) for cell in next(reader, [])]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise DataError(say("changes.not_csv", lang, path=path, columns=", ".join(missing)))
    return tuple(
        _row(path, reader.line_num, dict(zip(names, cells, strict=False)), lang) for cells in reader if any(cells)
    )


def _column(head: str) -> str:
    """The fixed name behind a header."""
    for lang in ("zh", "en"):
        for name, label in labels(CONTRACT, lang).items():
            if head == label:
                return name
    return head


def _row(path: Path, line: int, cells: Mapping[str, str], lang: str) -> Row:
    row: dict[str, object] = {name: cells.get(name) or None for name in CONTRACT}
    for name in (*_NUMBERS, *_YEARS):
        found = row[name]
        if isinstance(found, str):
            row[name] = _number(found, whole=name in _YEARS)
            if row[name] is None:
                raise DataError(say("changes.bad_cell", lang, path=path, line=line, column=name, found=found))
    if row["status"] not in STATUSES:
        raise DataError(say("changes.bad_cell", lang, path=path, line=line, column="status", found=row["status"] or ""))
    return row


def _number(text: str, *, whole: bool) -> Decimal | int | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or (whole and value != int(value)):
        return None
    return int(value) if whole else value


def changes(now: Iterable[Row], before: Iterable[Row]) -> Iterator[Change]:
    """Targets matched by place, indicator and year; of several with the same, those with the same value first."""
    old: dict[tuple[object, ...], list[Row]] = {}
    for row in before:
        old.setdefault(_key(row), []).append(row)
    for row in now:
        match = _match(row, old.get(_key(row), []))
        if match is None:
            yield Change("new", row, None)
        elif row["status"] != match["status"]:
            yield Change("changed", row, match)
        else:
            yield Change("same", row, match)
    for rest in old.values():
        yield from (Change("vanished", None, row) for row in rest)


def _key(row: Row) -> tuple[object, ...]:
    return row["jurisdiction"], row["indicator"], row["target_year"]


def _match(row: Row, among: list[Row]) -> Row | None:
    """Takes the fitting earlier row out of `among`."""
    same = [other for other in among if _same(row["target"], other["target"])]
    found = next(iter(same or among), None)
    if found is not None:
        among.remove(found)
    return found


def _same(one: float | None, other: Decimal | None) -> bool:
    return (one is None and other is None) or (one is not None and other is not None and one == float(other))


def view(gaps: Gaps, before: Iterable[Row], file: str, lang: str) -> View:
    """The changes for people and programs; earlier rows of places that are not asked about are left aside."""
    asked = {row["jurisdiction"] for row in gaps.rows}
    old = [
        row for row in before if row["jurisdiction"] in asked and (gaps.year is None or row["target_year"] == gaps.year)
    ]
    every = list(changes(gaps.rows, old))
    found = [change for kind in CHANGES for change in every if change.kind == kind]
    counts = Counter(change.kind for change in every)
    said = say("changes.counts", lang, **{kind: counts[kind] for kind in (*CHANGES, "same")})
    blocks: list[Block] = [Lines((method_line(METHODS[gaps.method], lang),))]
    blocks.append(_grid(gaps, found, lang) if found else Lines((say("changes.none", lang),)))
    blocks.append(Lines((said,), tone="strong"))
    records = Records(COLUMNS, tuple(_record(gaps, change) for change in found), labels(COLUMNS, lang))
    return View(records, tuple(blocks), say("changes.title", lang, file=file), tuple(_remarks(gaps, old, lang)))


def _remarks(gaps: Gaps, old: Iterable[Row], lang: str) -> Iterator[str]:
    methods = sorted({str(row["method"]) for row in old if row["method"]} - {gaps.method})
    if methods:
        yield say("changes.methods", lang, before=", ".join(methods), now=gaps.method)


def _grid(gaps: Gaps, found: Iterable[Change], lang: str) -> Grid:
    heads = [Head(say(key, lang)) for key in ("changes.what", "gap.indicator", "changes.before", "changes.now")]
    rows = []
    for change in found:
        now, old = change.now, change.before
        cells = (
            Cell(say(f"changes.{change.kind}", lang)),
            Cell(name_of(gaps.data, change.row, lang)),
            Cell(_said(gaps, old, lang)),
            Cell(_said(gaps, now, lang), tone=now["status"] if now is not None else ""),
        )
        rows.append(GridRow(cells))
    return Grid(tuple(heads), tuple(rows))


def _said(gaps: Gaps, row: Row | None, lang: str) -> str:
    """The status with what it rests on, so that no rating stands alone."""
    if row is None:
        return say("no_figure", lang)
    if row["status"] == "no_rating":
        return f"{status_word('no_rating', lang)}{say('colon', lang)}{reason_word(row['reason'] or '', lang)}"
    return f"{status_word(row['status'], lang)} ({row['method']})\n{path_text(gaps.data, row, lang)}"


def _record(gaps: Gaps, change: Change) -> dict[str, Value]:
    now: dict[str, Value] = dict(record(gaps.data, change.now)) if change.now is not None else {}
    old = change.before
    if change.now is None and old is not None:
        now = {
            name: old[name]
            for name in ("jurisdiction", "indicator", "unit", "polarity", "measure", "comparator", "target_year")
        }
    before: dict[str, Value] = {} if old is None else {f"{name}_before": old[name] for name in _BEFORE}
    return {"change": change.kind, **now, **before}
