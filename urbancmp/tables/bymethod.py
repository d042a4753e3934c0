"""What every method says of the same targets, side by side: one line a target, one column a method."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from urbancmp.gap.columns import CONTRACT
from urbancmp.gap.methods import METHODS
from urbancmp.model import Data
from urbancmp.tables.columns import labels
from urbancmp.tables.gaps import Row, record
from urbancmp.tables.methods import band_word
from urbancmp.tables.rating import method_line, name_of, path_text, reason_word, short, status_word
from urbancmp.tables.values import rounded
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.words import say

LONG = (*CONTRACT, "ratio", "band", "band_word")


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same targets rated by several methods: one list of rows a method, in the order of `methods`.

    Rows are matched by `_target`: place, indicator, year, comparator and value of the target.
    """

    data: Data
    methods: tuple[str, ...]
    rows: tuple[tuple[Row, ...], ...]
    year: int | None

    def lines(self) -> Iterator[list[Row]]:
        """For each target its row of every method."""
        groups: dict[tuple[object, ...], list[Row]] = {}
        for rows in self.rows:
            seen: dict[tuple[object, ...], int] = {}
            for row in rows:
                key = _target(row)
                seen[key] = seen.get(key, 0) + 1
                groups.setdefault((*key, seen[key]), []).append(row)
        yield from groups.values()


def _target(row: Row) -> tuple[object, ...]:
    return tuple(
        row[name] for name in ("jurisdiction", "indicator", "target_year", "comparator", "target", "target_source")
    )


def side_by_side(found: SideBySide, lang: str, *, everything: bool = False) -> View:
    """One line a target and one column a method for people; one row a target and method for programs."""
    lines = list(found.lines())
    rows = tuple(_long(found.data, row, lang) for line in lines for row in line)
    rated = [line for line in lines if any(row["status"] != "no_rating" for row in line)]
    unrated = len(lines) - len(rated)
    blocks: list[Block] = [Lines(tuple(method_line(METHODS[id_], lang) for id_ in found.methods))]
    blocks.append(Lines((say("gap.rated", lang, rated=len(rated), total=len(lines)), say("methods.note", lang))))
    if shown := (lines if everything else rated):
        blocks.append(_grid(found, shown, lang))
    if unrated and not everything:
        blocks.append(
            Lines((say("methods.none", lang), say("gap.all_hint", lang)) if not rated else (say("gap.all_hint", lang),))
        )
    return View(Records(LONG, rows, labels(LONG, lang)), tuple(blocks), say("methods.title", lang))


def _grid(found: SideBySide, lines: Iterable[Sequence[Row]], lang: str) -> Grid:
    heads = (Head(say("gap.indicator", lang)), Head(say("gap.path", lang)), *(Head(id_) for id_ in found.methods))
    grid = []
    for line in lines:
        first = max(line, key=lambda row: row["baseline"] is not None)
        cells = [Cell(name_of(found.data, first, lang)), Cell(path_text(found.data, first, lang))]
        grid.append(GridRow((*cells, *(Cell(_said(row, lang), tone=row["status"]) for row in line))))
    return Grid(heads, tuple(grid))


def _said(row: Row, lang: str) -> str:
    """'▼ behind', and beneath it the method's own word with its number, or why there is none."""
    if row["status"] == "no_rating" and row["band"] is None:
        return f"{status_word('no_rating', lang)}\n{reason_word(row['reason'] or '', lang)}"
    own = band_word(row, lang)
    number = short(row["ratio"])
    second = " ".join(part for part in (own, f"({number})" if number else "") if part)
    return f"{status_word(row['status'], lang)}\n{second}".rstrip()


def _long(data: Data, row: Row, lang: str) -> dict[str, Value]:
    extra: dict[str, Value] = {
        "ratio": rounded(row["ratio"]),
        "band": row["band"],
        "band_word": band_word(row, lang) or None,
    }
    return record(data, row) | extra
