"""Which quantities may stand side by side, under which grade, and what a reader must know before comparing figures.

Grades follow from the indicators alone. Caveats of definition come from the keys in which the definitions differ; the
others from the figures themselves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from urbancmp.model import Comparator, Data, Figure, Indicator, Kind
from urbancmp.schema.fields import DEFINITION_KEYS

Cells = Mapping[str, tuple[Figure, ...]]


class Grade(StrEnum):
    """How far figures of several places may be compared."""

    EXACT = "exact"
    CAVEAT = "caveat"
    LISTED = "listed"
    SINGLE = "single"


def grade_of(one: Indicator, other: Indicator) -> Grade:
    """The grade of two indicators: one definition, one row, one topic, or nothing in common."""
    if one.id == other.id:
        return Grade.EXACT
    if one.row and one.row == other.row:
        return Grade.CAVEAT
    return Grade.LISTED if one.topic and one.topic == other.topic else Grade.SINGLE


@dataclass(frozen=True, slots=True)
class Caveat:
    """One remark: `code` names its words; `by_place` holds definition texts, `values` what the words need."""

    code: str
    by_place: Mapping[str, tuple[Indicator, ...]] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def of_line(data: Data, cells: Cells) -> tuple[Caveat, ...]:
    """All caveats of a line whose cells hold the figures of at least two places."""
    return (*_definitions(data, cells), *_units(cells), *_circumstances(data, cells))


def _definitions(data: Data, cells: Cells) -> Iterator[Caveat]:
    by_place = {
        place: tuple({figure.indicator: data.indicators[figure.indicator] for figure in figures}.values())
        for place, figures in cells.items()
    }
    involved = {item.id: item for items in by_place.values() for item in items}
    if len(involved) < 2:
        return
    keys = tuple(key for key in DEFINITION_KEYS if len({item.definition.get(key) for item in involved.values()}) > 1)
    yield Caveat("compare.definition", by_place, keys)


def _units(cells: Cells) -> Iterator[Caveat]:
    units = sorted({figure.unit for figures in cells.values() for figure in figures})
    if len(units) > 1:
        yield Caveat("compare.units", values={"units": " / ".join(units)})


def _circumstances(data: Data, cells: Cells) -> Iterator[Caveat]:
    quantified = {
        place: tuple(figure for figure in figures if figure.value is not None) for place, figures in cells.items()
    }
    kinds = [{figure.kind for figure in figures} for figures in quantified.values()]
    if not set.intersection(*kinds):
        yield Caveat("compare.kinds")
    if not set.intersection(*({figure.year for figure in figures} for figures in quantified.values())):
        yield Caveat("compare.years")
    if len({data.jurisdictions[place].tier for place in cells}) > 1:
        tiers = dict.fromkeys(data.jurisdictions[place].tier.value for place in cells)
        yield Caveat("compare.tiers", values={"tiers": ",".join(tiers)})
    everything = [figure for figures in quantified.values() for figure in figures]
    if all(_at_ceiling(data, figure) for figure in everything):
        yield Caveat("compare.saturated")
    if any(figure.kind is Kind.ACTUAL and _bound(figure) for figure in everything):
        yield Caveat("compare.bounds")
    if any("part_year" in figure.flags for figure in everything):
        yield Caveat("compare.part_year")


def _at_ceiling(data: Data, figure: Figure) -> bool:
    bounds = data.indicators[figure.indicator].bounds
    ceiling = bounds[1] if bounds is not None else 100
    return figure.unit == "%" and figure.value is not None and figure.value >= min(ceiling, 100)


def _bound(figure: Figure) -> bool:
    return figure.comparator not in (Comparator.EQ, Comparator.APPROX, Comparator.RANGE)
