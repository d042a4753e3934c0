"""Where a figure comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from urbancmp.model import Data, Figure, Indicator, Jurisdiction, Source


@dataclass(frozen=True, slots=True)
class Origin:
    """A figure with everything a quotation needs; `twins` are repetitions and other sources of the same value."""

    figure: Figure
    place: Jurisdiction
    indicator: Indicator
    source: Source | None
    departments: tuple[str, ...]
    twins: tuple[Figure, ...]


def trace(data: Data, place: str, indicators: Iterable[str]) -> tuple[Origin, ...]:
    """The origins of all figures of a place (id) for some indicators (ids), in the order of years."""
    wanted = set(indicators)
    found = [figure for figure in data.by_place.get(place, ()) if figure.indicator in wanted]
    found.sort(key=lambda figure: (figure.indicator, figure.year or 9999, "duplicate" in figure.flags))
    return tuple(_origin(data, figure, found) for figure in found)


def _origin(data: Data, figure: Figure, others: Iterable[Figure]) -> Origin:
    twins = tuple(other for other in others if other is not figure and _key(other) == _key(figure))
    return Origin(
        figure,
        data.jurisdictions[figure.jurisdiction],
        data.indicators[figure.indicator],
        data.sources.get(figure.source),
        data.departments(figure),
        twins,
    )


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.indicator, figure.kind, figure.year, figure.value, figure.unit
