"""A pair of figures as a record: both sides, their sources, what differs, and the own schedule beside it."""

from collections.abc import Iterator, Mapping
from typing import Any

from urbancmp.against import Missing, Pair
from urbancmp.comparable import Grade
from urbancmp.model import Data, Kind
from urbancmp.tables.comparison import caveat_texts
from urbancmp.tables.gaps import record
from urbancmp.tables.rating import place_name
from urbancmp.tables.view import Value
from urbancmp.words import say

Row = Mapping[str, Any]
SAID_HERE = ("compare.years", "compare.kinds")
COLUMNS = (
    "jurisdiction", "indicator", "unit", "grade", "caveat", "own_kind", "own_comparator", "own_value", "own_year",
    "against", "other", "other_indicator", "other_kind", "other_comparator", "other_value", "other_unit", "other_year",
    "difference", "year_difference", "position", "peers", "baseline", "baseline_year", "actual", "actual_year",
    "target", "target_year", "status", "reason", "method", "target_source", "actual_source", "own_source",
    "other_source",
)  # fmt: skip
_SCHEDULE = (
    "baseline", "baseline_year", "actual", "actual_year", "target", "target_year", "status", "reason", "method",
    "target_source", "actual_source",
)  # fmt: skip


def remarks_of(pair: Pair, lang: str) -> Iterator[str]:
    """What differs besides the definition: kinds, years; and that the numbers are the same."""
    actuals = pair.own.kind is pair.other.kind is Kind.ACTUAL
    if actuals and pair.years == 0 and not pair.yardstick.of_tier:
        yield say("against.common", lang, year=pair.own.year)
    if pair.own.kind is not pair.other.kind:
        yield say("compare.kinds", lang)
    if _same_number(pair) and pair.position in ("not_compared", "level"):
        yield say("against.same_number", lang)
    if pair.years is None:
        yield say("against.undated", lang)
    elif pair.years:
        key, count = ("against.later" if pair.years > 0 else "against.earlier"), abs(pair.years)
        yield say(key, lang, years=count if lang == "zh" else f"{count} year{'s' if count > 1 else ''}")
    if pair.grade is Grade.EXACT and pair.position == "not_compared":
        yield say("against.total", lang)


def _same_number(pair: Pair) -> bool:
    return pair.own.value == pair.other.value and pair.own.unit == pair.other.unit


def why(data: Data, one: Missing, lang: str) -> str:
    """Why a figure has nothing beside it."""
    key = "undated_own" if one.reason == "undated" else one.reason
    places = say("comma", lang).join(place_name(data, id_, lang) for id_ in one.tried)
    return say(f"against.{key}", lang, places=places)


def pair_record(data: Data, one: Pair | Missing, rated: Row | None, lang: str) -> dict[str, Value]:
    """The record of a pair, or of a figure that has nothing beside it; `rated` is the target behind the own figure."""
    own = one.own
    schedule = {name: value for name, value in record(data, rated).items() if name in _SCHEDULE} if rated else {}
    return {
        "jurisdiction": own.jurisdiction,
        "indicator": own.indicator,
        "unit": own.unit,
        "own_kind": own.kind.value,
        "own_comparator": own.comparator.value,
        "own_value": own.value,
        "own_year": own.year,
        "own_source": own.source,
        "against": one.yardstick.id,
        **schedule,
        **(_other_record(data, one, lang) if isinstance(one, Pair) else _no_other(data, one, lang)),
    }


def _other_record(data: Data, pair: Pair, lang: str) -> dict[str, Value]:
    other = pair.other
    said = [
        *remarks_of(pair, lang),
        *caveat_texts(data, [c for c in pair.caveats if c.code not in SAID_HERE], lang),
    ]
    return {
        "grade": pair.grade.value,
        "caveat": " ".join(said) or None,
        "other": other.jurisdiction or pair.yardstick.id,
        "other_indicator": other.indicator,
        "other_kind": other.kind.value,
        "other_comparator": other.comparator.value,
        "other_value": other.value,
        "other_unit": other.unit,
        "other_year": other.year,
        "other_source": other.source or None,
        "difference": pair.difference,
        "year_difference": pair.years,
        "position": pair.position,
        "peers": pair.peers or None,
    }


def _no_other(data: Data, one: Missing, lang: str) -> dict[str, Value]:
    return {"position": one.reason, "caveat": why(data, one, lang), "peers": one.peers or None}
