"""The view of a place against others: two figures a line, where the one stands to the other, and the own schedule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from urbancmp.against import BEST, MEDIAN, NATION, PARENT, Missing, Pair
from urbancmp.comparable import Grade
from urbancmp.gap.methods import METHODS
from urbancmp.model import Data, Figure, Kind
from urbancmp.tables.against_records import COLUMNS, SAID_HERE, Row, pair_record, remarks_of, why
from urbancmp.tables.columns import labels
from urbancmp.tables.comparison import caveat_texts
from urbancmp.tables.figures import dated
from urbancmp.tables.rating import method_line, path_text, place_name, reason_word, status_word, with_unit
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, View
from urbancmp.units import convert, word
from urbancmp.words import say

_MARKS = {Grade.EXACT: "= ", Grade.CAVEAT: "≈ "}


@dataclass(frozen=True, slots=True)
class Against:
    """Pairs of one or several places, and the rated targets of those places."""

    data: Data
    pairs: tuple[Pair | Missing, ...]
    rows: tuple[Row, ...]
    method: str

    def schedule(self, own: Figure) -> Row | None:
        """The rated target behind an own figure: the target itself, or the next one that the actual leads to."""
        same = [
            row for row in self.rows if (row["jurisdiction"], row["indicator"]) == (own.jurisdiction, own.indicator)
        ]
        if own.kind is Kind.TARGET:
            return next(
                (row for row in same if row["target_year"] == own.year and _equal(self.data, row["target"], own)), None
            )
        later = [row for row in same if (row["target_year"] or 0) >= (own.year or 0)]
        return min(later, key=lambda row: row["target_year"], default=None)


def _equal(data: Data, target: float | None, own: Figure) -> bool:
    if target is None or own.value is None:
        return False
    return target == float(convert(own.value, own.unit, data.indicators[own.indicator].unit))


def view(found: Against, lang: str, *, everything: bool = False) -> View:
    """Two figures a line; what has nothing beside it is counted, or listed with `everything`."""
    pairs = [pair for pair in found.pairs if isinstance(pair, Pair)]
    missing = [pair for pair in found.pairs if isinstance(pair, Missing)]
    rows = tuple(pair_record(found.data, pair, found.schedule(pair.own), lang) for pair in found.pairs)
    blocks: list[Block] = [Lines((method_line(METHODS[found.method], lang),))]
    blocks.append(_grid(found, pairs, lang) if pairs else Lines((say("against.nothing", lang),)))
    if missing and everything:
        blocks.append(_missing_grid(found, missing, lang))
    elif missing:
        blocks.append(Lines((*_missing_lines(found, missing, lang), say("gap.all_hint", lang))))
    blocks.append(Lines((_counts(pairs, missing, lang),), tone="strong"))
    return View(Records(COLUMNS, rows, labels(COLUMNS, lang)), tuple(blocks), say("against.title", lang))


def _counts(pairs: Iterable[Pair], missing: Iterable[Missing], lang: str) -> str:
    grades = Counter(pair.grade for pair in pairs)
    return say(
        "against.counts", lang, exact=grades[Grade.EXACT], caveat=grades[Grade.CAVEAT], missing=len(list(missing))
    )


def _grid(found: Against, pairs: Iterable[Pair], lang: str) -> Grid:
    titles = ("indicator", "own", "other", "where", "schedule")
    rows: list[GridRow] = []
    place, before = "", None
    for pair in pairs:
        if pair.own.jurisdiction != place:
            place = pair.own.jurisdiction
            rows.append(GridRow(span=place_name(found.data, place, lang)))
        rated = found.schedule(pair.own)
        rows.append(_row(found, pair, None if rated is before else rated, lang))
        before = rated
    return Grid(tuple(Head(say(f"against.{title}", lang)) for title in titles), tuple(rows))


def _row(found: Against, pair: Pair, rated: Row | None, lang: str) -> GridRow:
    """One pair; `rated` is the own schedule where it has not been said above."""
    indicator = found.data.indicators[pair.own.indicator]
    unit = word(indicator.unit, lang)
    cells = (
        Cell(_MARKS.get(pair.grade, "") + indicator.name.in_(lang) + (f" ({unit})" if unit else "")),
        Cell(dated(pair.own, lang, indicator.unit)),
        Cell(f"{other_name(found.data, pair, lang)}\n{_other(found.data, pair, lang)}"),
        Cell(_where(found.data, pair, lang), tone=pair.position),
        Cell(_status(rated, lang), tone=rated["status"] if rated else ""),
    )
    return GridRow(cells, tuple(_below(found, pair, rated, lang)))


def _other(data: Data, pair: Pair, lang: str) -> str:
    text = dated(pair.other, lang, data.indicators[pair.own.indicator].unit)
    if pair.other.indicator == pair.own.indicator:
        return text
    return f"{data.indicators[pair.other.indicator].name.in_(lang)}{say('colon', lang)}{text}"


def other_name(data: Data, pair: Pair, lang: str) -> str:
    """'Gansu', 'best of 3 (province): Shandong', 'median of 3 (province)'."""
    kind = pair.yardstick.kind
    name = place_name(data, pair.other.jurisdiction, lang) if pair.other.jurisdiction else ""
    if kind not in (BEST, MEDIAN):
        return name
    tier = say(f"tier.{data.jurisdictions[pair.own.jurisdiction].tier.value}", lang)
    return say(f"against.{kind}", lang, tier=tier, count=pair.peers, place=name)


def _where(data: Data, pair: Pair, lang: str) -> str:
    """'7.40 pp below', 'level', 'side by side only'."""
    if pair.position == "not_compared":
        return say("against.side", lang)
    if pair.position in ("open", "level"):
        best = pair.yardstick.kind == BEST and pair.other.jurisdiction == pair.own.jurisdiction
        return say("against.is_best" if best else f"against.{pair.position}", lang)
    indicator = data.indicators[pair.own.indicator]
    amount = (
        say("against.some", lang) if pair.difference is None else with_unit(abs(pair.difference), indicator.unit, lang)
    )
    key = f"against.{pair.position}"
    if indicator.polarity.value == "down" and pair.position in ("above", "below"):
        key += "_down"
    return say(key, lang, amount=amount)


def _status(row: Row | None, lang: str) -> str:
    if row is None:
        return ""
    return (
        status_word(row["status"], lang)
        if row["status"] != "no_rating"
        else f"· {reason_word(row['reason'] or '', lang)}"
    )


def _below(found: Against, pair: Pair, rated: Row | None, lang: str) -> Iterator[str]:
    if rated is not None and rated["status"] != "no_rating":
        path = path_text(found.data, rated, lang).replace("\n", say("semicolon", lang))
        status = status_word(rated["status"], lang)
        yield say("against.schedule_line", lang, method=rated["method"], path=path, status=status)
    remarks = say("semicolon", lang).join(remarks_of(pair, lang))
    if remarks:
        yield (remarks[:1].upper() + remarks[1:] if lang == "en" else remarks) + say("stop", lang).strip()
    # That a superior is of another tier need not be said.
    known = (*SAID_HERE, "compare.tiers") if pair.yardstick.kind in (PARENT, NATION) else SAID_HERE
    yield from caveat_texts(found.data, [one for one in pair.caveats if one.code not in known], lang)


def _missing_lines(found: Against, missing: Iterable[Missing], lang: str) -> Iterator[str]:
    """'Chengwu (parent): no comparable figure of Heze, Shandong: 39'."""
    groups = Counter((one.own.jurisdiction, one.yardstick, why(found.data, one, lang)) for one in missing)
    for (place, yardstick, reason), count in groups.items():
        said = yardstick_name(found.data, yardstick.id, lang)
        yield say(
            "against.missing",
            lang,
            place=place_name(found.data, place, lang),
            yardstick=said,
            reason=reason,
            count=count,
        )


def yardstick_name(data: Data, id_: str, lang: str) -> str:
    """'parent', 'nation', or the name of the peer."""
    return (
        say(f"yardstick.{id_}", lang) if id_ in ("parent", "nation", "best", "median") else place_name(data, id_, lang)
    )


def _missing_grid(found: Against, missing: Iterable[Missing], lang: str) -> Grid:
    heads = (Head(say("against.indicator", lang)), Head(say("against.own", lang)), Head(say("gap.reason", lang)))
    rows = []
    for one in missing:
        indicator = found.data.indicators[one.own.indicator]
        name = f"{place_name(found.data, one.own.jurisdiction, lang)}{say('colon', lang)}{indicator.name.in_(lang)}"
        rows.append(GridRow((Cell(name), Cell(dated(one.own, lang, "")), Cell(why(found.data, one, lang)))))
    return Grid(heads, tuple(rows), say("against.nothing", lang))
