"""The view of gaps: method and coverage first, then rated targets worst first, then what could not be rated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from urbancmp.gap.columns import CONTRACT
from urbancmp.gap.methods import METHODS, Method
from urbancmp.gap.words import FLAGS, REASONS, STATUSES
from urbancmp.model import Comparator, Data
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import SIGNS, digits
from urbancmp.tables.values import exact, percent, rounded
from urbancmp.tables.view import Bar, Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.units import word
from urbancmp.words import say

Row = Mapping[str, Any]
_VALUES = ("target", "target_high", "baseline", "actual", "gap")
_SHARES = ("progress", "elapsed", "pace", "need_per_year", "observed_per_year", "acceleration", "landing")


@dataclass(frozen=True, slots=True)
class Gaps:
    """Rated targets as the engine gives them, worst first, with the table they come from."""

    data: Data
    rows: tuple[Row, ...]
    method: str
    year: int | None


def view(gaps: Gaps, lang: str, *, everything: bool = False) -> View:
    """Gaps for people and programs; `everything` lists also each target that could not be rated."""
    records = Records(CONTRACT, tuple(_record(gaps.data, row) for row in gaps.rows), labels(CONTRACT, lang))
    title = say("gap.title", lang, year=gaps.year) if gaps.year else say("gap.title_all", lang)
    return View(records, tuple(_blocks(gaps, lang, everything=everything)), title)


def _record(data: Data, row: Row) -> dict[str, Value]:
    """Values with the digits of their documents, shares and rates to six places, absent ones empty."""
    record: dict[str, Value] = {name: row[name] for name in CONTRACT}
    record |= {name: exact(data, row, name) for name in _VALUES}
    record |= {name: rounded(row[name]) for name in _SHARES}
    return record


def _blocks(gaps: Gaps, lang: str, *, everything: bool) -> Iterator[Block]:
    rated = [row for row in gaps.rows if row["status"] != "no_rating"]
    unrated = [row for row in gaps.rows if row["status"] == "no_rating"]
    yield Lines((method_line(METHODS[gaps.method], lang), _coverage(gaps.rows, lang)))
    if rated:
        yield _grid(gaps, rated, lang)
    if unrated and everything:
        yield _unrated_grid(gaps, unrated, lang)
    elif unrated:
        yield Lines(tuple(_by_reason(gaps, unrated, lang)))


def method_line(method: Method, lang: str) -> str:
    """'method schedule (linear path): met · ≥0.95 on track · …', so that no rating stands without its rule."""
    bands = [method.achieved.zh if lang == "zh" else method.achieved.en]
    previous = None
    for band in method.bands:
        name = band.zh if lang == "zh" else band.en
        if band.limit is None:
            sign = "<" if method.higher_is_better else ">"
            bands.append(f"{sign}{previous:g} {name}" if previous is not None else name)
        else:
            sign = (
                (">" if method.higher_is_better else "<")
                if not band.inclusive
                else ("≥" if method.higher_is_better else "≤")
            )
            bands.append(f"{sign}{band.limit:g} {name}")
            previous = band.limit
    name = method.zh if lang == "zh" else method.en
    return say("gap.method", lang, id=method.id, name=name, bands=" · ".join(bands))


def _coverage(rows: Iterable[Row], lang: str) -> str:
    """'rated 4 of 89 · no actual 80 · undated target 5'."""
    rows = tuple(rows)
    reasons = Counter(row["reason"] or "" for row in rows if row["status"] == "no_rating")
    rated = len(rows) - sum(reasons.values())
    parts = [say("gap.rated", lang, rated=rated, total=len(rows))]
    parts += [f"{reason_word(reason, lang)} {count}" for reason, count in reasons.most_common()]
    return " · ".join(parts)


def reason_word(reason: str, lang: str) -> str:
    """A reason in words."""
    known = REASONS.get(reason)
    return reason if known is None else known.zh if lang == "zh" else known.en


def status_word(status: str, lang: str) -> str:
    """A status in words with its symbol; the symbol never stands alone."""
    known = STATUSES[status]
    return f"{known.symbol} {known.zh if lang == 'zh' else known.en}".strip()


def flag_text(flags: str | None, lang: str) -> str:
    """Flags of a rating in words."""
    found = [FLAGS.get(flag) for flag in (flags or "").split(";") if flag]
    return say("comma", lang).join(flag.zh if lang == "zh" else flag.en for flag in found if flag is not None)


def _grid(gaps: Gaps, rows: Iterable[Row], lang: str) -> Grid:
    heads = (
        Head(say("gap.status", lang)),
        Head(say("gap.indicator", lang)),
        Head(say("gap.path", lang)),
        Head(say("gap.gap", lang), right=True),
        Head(say("gap.pace", lang), right=True),
        Head(say("gap.need_had", lang), right=True),
    )
    return Grid(heads, tuple(_rated(gaps, row, lang) for row in rows))


def name_of(data: Data, row: Row, lang: str) -> str:
    """'Pingliang: Urbanization rate', for a row of the table or of a panel with ids of its own."""
    place, indicator = data.jurisdictions.get(row["jurisdiction"]), data.indicators.get(row["indicator"])
    where = place.name.in_(lang) if place else row["jurisdiction"]
    what = indicator.name.in_(lang) if indicator else row["indicator"]
    return f"{where}{say('colon', lang)}{what}"


def _rated(gaps: Gaps, row: Row, lang: str) -> GridRow:
    need, had = short(row["need_per_year"]), short(row["observed_per_year"])
    cells = (
        Cell(status_word(row["status"], lang), tone=row["status"]),
        Cell(name_of(gaps.data, row, lang)),
        Cell(path_text(gaps.data, row, lang)),
        Cell(amount(gaps.data, row, "gap", lang)),
        Cell(short(row["pace"])),
        Cell(f"{need} / {had}" if need and had else need or had),
    )
    return GridRow(cells, tuple(_below(row, lang)))


def short(value: float | None) -> str:
    """A ratio or a change a year to two decimals, rounded towards zero where rounding up would flatter."""
    return "" if value is None else f"{value:.2f}"


def path_text(data: Data, row: Row, lang: str) -> str:
    """'44.77 (2020) → 46.79 (2022)' and beneath it 'target 55 (2025)'."""
    points = [(exact(data, row, name), row[f"{name}_year"]) for name in ("baseline", "actual")]
    had = " → ".join(_point(value, year, lang) for value, year in points if value is not None)
    target = exact(data, row, "target")
    if target is None:
        return had
    bound = SIGNS[Comparator(row["comparator"])] + digits(target)
    high = exact(data, row, "target_high")
    bound += f"–{digits(high)}" if high is not None else ""
    year = row["target_year"] or say("undated", lang)
    wanted = f"{say('target', lang)} {bound}{_bracketed(year, lang)}"
    return f"{had}\n{wanted}" if had else wanted


def _point(value: Decimal, year: int | None, lang: str) -> str:
    return digits(value) + (_bracketed(year, lang) if year is not None else "")


def _bracketed(year: int | str, lang: str) -> str:
    return f"({year})" if lang == "zh" else f" ({year})"


def amount(data: Data, row: Row, name: str, lang: str) -> str:
    """A difference in the row's unit; differences of percentages are percentage points."""
    value = exact(data, row, name)
    if value is None:
        return ""
    unit = say("unit.points", lang) if row["unit"] == "%" else word(row["unit"] or "", lang)
    return f"{digits(value)}{'' if lang == 'zh' else ' '}{unit}".rstrip()


def _below(row: Row, lang: str) -> Iterator[str]:
    parts = []
    if row["progress"] is not None and row["elapsed"] is not None:
        parts.append(say("gap.way", lang, done=percent(row["progress"]), time=percent(row["elapsed"])))
    if row["landing"] is not None and row["status"] not in ("met", "missed"):
        landing = f"{row['landing']:.2f}"
        parts.append(say("gap.landing", lang, since=row["baseline_year"], value=landing, year=row["target_year"]))
    if row["flags"]:
        parts.append(flag_text(row["flags"], lang))
    if any(parts):
        yield say("semicolon", lang).join(part for part in parts if part)


def bar(row: Row) -> Bar | None:
    """How much of the way is done, with the share of the time as tick."""
    if row["progress"] is None:
        return None
    return Bar(min(1.0, max(0.0, row["progress"])), row["elapsed"])


def _by_reason(gaps: Gaps, rows: Iterable[Row], lang: str) -> Iterator[str]:
    """'no actual: Gaoping 24, Chengwu 41': what is missing, and where."""
    groups: dict[str, Counter[str]] = {}
    for row in rows:
        groups.setdefault(row["reason"] or "", Counter())[row["jurisdiction"]] += 1
    for reason, places in groups.items():
        counts = (f"{_place(gaps.data, place, lang)} {count}" for place, count in places.most_common())
        yield f"{reason_word(reason, lang)}{say('colon', lang)}{say('comma', lang).join(counts)}"
    yield say("gap.all_hint", lang)


def _place(data: Data, id_: str, lang: str) -> str:
    return data.jurisdictions[id_].name.in_(lang) if id_ in data.jurisdictions else id_


def _unrated_grid(gaps: Gaps, rows: Iterable[Row], lang: str) -> Grid:
    heads = (Head(say("gap.reason", lang)), Head(say("gap.indicator", lang)), Head(say("gap.path", lang)))
    found = tuple(
        GridRow(
            (
                Cell(reason_word(row["reason"] or "", lang)),
                Cell(name_of(gaps.data, row, lang)),
                Cell(path_text(gaps.data, row, lang)),
            )
        )
        for row in rows
    )
    return Grid(heads, found, say("gap.unrated", lang))
