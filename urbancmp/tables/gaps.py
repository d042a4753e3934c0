"""The view of gaps: method and coverage first, then rated targets worst first, then what could not be rated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from urbancmp.gap.columns import CONTRACT
from urbancmp.gap.methods import METHODS
from urbancmp.model import Data
from urbancmp.tables.columns import labels
from urbancmp.tables.rating import (
    amount,
    flag_text,
    gap_text,
    method_line,
    name_of,
    path_text,
    place_name,
    reason_word,
    short,
    status_word,
    unit_word,
)
from urbancmp.tables.values import exact, figure_of, percent, rounded
from urbancmp.tables.view import Bar, Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.words import say

__all__ = [
    "Gaps", "Row", "amount", "bar", "below", "coverage", "flag_text", "method_line", "name_of", "path_text",
    "reason_word", "record", "short", "status_word", "view",
]  # fmt: skip

Row = Mapping[str, Any]
Tally = Mapping[tuple[str, str, str], int]
MOST_SHOWN = 500
_MOST_PLACES = 8
_VALUES = ("target", "target_high", "baseline", "actual", "gap")
_SHARES = ("progress", "elapsed", "pace", "need_per_year", "observed_per_year", "acceleration", "landing")


@dataclass(frozen=True, slots=True)
class Gaps:
    """Targets as the engine rates them, worst first, with the table they come from.

    `rows` are those asked for, of `filtered` ones not all; `tally` counts all that were looked at by status, reason
    and place, so that the coverage of a shortened list stays true. It is counted from `rows` unless given.
    """

    data: Data
    rows: tuple[Row, ...]
    method: str
    year: int | None
    tally: Tally = field(default_factory=dict)
    filtered: bool = False

    @property
    def counted(self) -> Tally:
        """All targets looked at, by status, reason and place."""
        if self.tally:
            return self.tally
        return Counter((row["status"], row["reason"] or "", row["jurisdiction"]) for row in self.rows)


def view(gaps: Gaps, lang: str, *, everything: bool = False) -> View:
    """Gaps for people and programs; `everything` lists also each target that could not be rated."""
    records = Records(CONTRACT, tuple(record(gaps.data, row) for row in gaps.rows), labels(CONTRACT, lang))
    return View(records, tuple(_blocks(gaps, lang, everything=everything)), title_of(gaps, lang))


def title_of(gaps: Gaps, lang: str) -> str:
    """The title over a list of gaps."""
    return say("gap.title", lang, year=gaps.year) if gaps.year else say("gap.title_all", lang)


def record(data: Data, row: Row) -> dict[str, Value]:
    """Values with the digits of their documents, shares and rates to six places, absent ones empty."""
    found: dict[str, Value] = {name: row[name] for name in CONTRACT}
    found |= {name: exact(data, row, name) for name in _VALUES}
    found |= {name: rounded(row[name]) for name in _SHARES}
    return found


def _blocks(gaps: Gaps, lang: str, *, everything: bool) -> Iterator[Block]:
    rated = [row for row in gaps.rows if row["status"] != "no_rating"]
    unrated = [row for row in gaps.rows if row["status"] == "no_rating"]
    yield Lines((method_line(METHODS[gaps.method], lang), *coverage(gaps, lang)))
    if not gaps.rows:
        yield Lines((say("gap.none_shown", lang),))
    if rated:
        yield _grid(gaps, rated[:MOST_SHOWN], lang)
    if unrated and (everything or gaps.filtered):
        yield _unrated_grid(gaps, unrated[:MOST_SHOWN], lang)
    elif not gaps.filtered and (lines := tuple(_by_reason(gaps, lang))):
        yield Lines(lines)
    if hidden := _hidden(gaps, everything=everything):
        yield Lines((say("gap.more", lang, count=hidden),))


def _hidden(gaps: Gaps, *, everything: bool) -> int:
    """How many targets that were asked for are left out, because a reader cannot read so many."""
    counts: Counter[bool] = Counter()
    for row in gaps.rows if gaps.filtered else ():
        counts[row["status"] != "no_rating"] += 1
    for (status, _, _), count in () if gaps.filtered else gaps.counted.items():
        counts[status != "no_rating"] += count
    kinds = (True, False) if everything or gaps.filtered else (True,)
    return sum(max(0, counts[kind] - MOST_SHOWN) for kind in kinds)


def coverage(gaps: Gaps, lang: str) -> Iterator[str]:
    """'rated 4 of 89 · no actual 80 · undated target 5', and how many of them are listed."""
    reasons: Counter[str] = Counter()
    total = sum(gaps.counted.values())
    for (status, reason, _), count in gaps.counted.items():
        if status == "no_rating":
            reasons[reason] += count
    parts = [say("gap.rated", lang, rated=total - sum(reasons.values()), total=total)]
    parts += [f"{reason_word(reason, lang)} {count}" for reason, count in reasons.most_common()]
    yield " · ".join(parts)
    if gaps.filtered and len(gaps.rows) < total:
        yield say("gap.filtered", lang, shown=len(gaps.rows), total=total)


def _grid(gaps: Gaps, rows: Iterable[Row], lang: str) -> Grid:
    heads = (
        Head(say("gap.status", lang)),
        Head(say("gap.indicator", lang)),
        Head(say("gap.path", lang)),
        Head(say("gap.gap", lang), right=True),
        Head(say("gap.progress", lang)),
    )
    return Grid(heads, tuple(_rated(gaps, row, lang) for row in rows))


def _rated(gaps: Gaps, row: Row, lang: str) -> GridRow:
    way = bar(row)
    cells = (
        Cell(status_word(row["status"], lang), tone=row["status"]),
        Cell(name_of(gaps.data, row, lang)),
        Cell(path_text(gaps.data, row, lang)),
        Cell(gap_text(gaps.data, row, lang)),
        Cell(short(row["pace"]) if way else "", bar=way),
    )
    return GridRow(cells, (below(row, lang), *official(gaps.data, row, lang)))


def official(data: Data, row: Row, lang: str) -> tuple[str, ...]:
    """The authority's own verdict, where one was published; it is never mixed with the computed one."""
    target = figure_of(data, row, "target")
    rating = target.official_rating if target is not None else ""
    return (say("gap.official", lang, rating=rating),) if rating else ()


def bar(row: Row) -> Bar | None:
    """How much of the way is done, with what the path asks for by now as tick; none for a target that is met."""
    if row["status"] in ("met", "no_rating"):
        return None
    share = row["progress"] if row["progress"] is not None else row.get("used")
    if share is None:
        return None
    due = share / row["pace"] if row["pace"] else row["elapsed"]
    return Bar(min(1.0, max(0.0, share)), due)


def below(row: Row, lang: str) -> str:
    """The line beneath a rated target: its method, the way and the time, the rates, the landing, the flags."""
    parts = [*_way(row, lang), *_rates(row, lang), flag_text(row["flags"], lang)]
    said = say("semicolon", lang).join(part for part in parts if part) or say("gap.verdict", lang)
    return say("gap.by_method", lang, method=row["method"], text=said)


def _way(row: Row, lang: str) -> Iterator[str]:
    if row["status"] == "met" or row["elapsed"] is None:
        return
    time = percent(row["elapsed"])
    if row["progress"] is not None:
        yield say("gap.way", lang, done=percent(row["progress"]), time=time)
    elif row.get("used") is not None:
        yield say("gap.used", lang, done=percent(row["used"]), time=time)


def _rates(row: Row, lang: str) -> Iterator[str]:
    if row["status"] in ("met", "missed"):
        return
    unit = unit_word(row["unit"], lang, apart=True)
    need, had = (
        (f"{short(row[name])}{'' if lang == 'zh' else ' '}{unit}".rstrip())
        for name in ("need_per_year", "observed_per_year")
    )
    if row["need_per_year"] is not None:
        known = row["observed_per_year"] is not None
        yield say("gap.rates" if known else "gap.need", lang, need=need, had=had)
    if row["landing"] is not None:
        landing = short(row["landing"])
        yield say("gap.landing", lang, since=row["baseline_year"], value=landing, year=row["target_year"])


def _by_reason(gaps: Gaps, lang: str) -> Iterator[str]:
    """'no actual: Gaoping 24, Chengwu 41': what is missing, and where."""
    groups: dict[str, Counter[str]] = {}
    for (status, reason, place), count in gaps.counted.items():
        if status == "no_rating":
            groups.setdefault(reason, Counter())[place] += count
    for reason, places in groups.items():
        counts = [f"{place_name(gaps.data, place, lang)} {count}" for place, count in places.most_common(_MOST_PLACES)]
        if len(places) > _MOST_PLACES:
            counts.append(say("gap.more_places", lang, count=len(places) - _MOST_PLACES))
        yield f"{reason_word(reason, lang)}{say('colon', lang)}{say('comma', lang).join(counts)}"
    if groups:
        yield say("gap.all_hint", lang)


def _unrated_grid(gaps: Gaps, rows: Iterable[Row], lang: str) -> Grid:
    heads = (Head(say("gap.reason", lang)), Head(say("gap.indicator", lang)), Head(say("gap.path", lang)))
    found = (
        (reason_word(row["reason"] or "", lang), name_of(gaps.data, row, lang), path_text(gaps.data, row, lang))
        for row in rows
    )
    return Grid(heads, tuple(GridRow(tuple(map(Cell, texts))) for texts in found), say("gap.unrated", lang))
