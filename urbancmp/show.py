"""One indicator everywhere: its path over the years at each place, and what order the places may be put in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from urbancmp.model import Comparator, Data, Figure, Jurisdiction, Kind, Polarity, Tier
from urbancmp.units import convert


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on a path; `per_year` is the change a year since the step before, in the indicator's unit."""

    figure: Figure
    per_year: Decimal | None = None
    since: Figure | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Actuals and then targets of one indicator at one place, by year; undated figures come last."""

    place: Jurisdiction
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The ranks that a place may have among its tier in a year: bounds leave more than one open."""

    place: Jurisdiction
    figure: Figure
    best: int
    worst: int


def paths(data: Data, indicator: str, places: Iterable[str] = ()) -> tuple[Path, ...]:
    """The paths of an indicator (id) at all places, or at some (ids), in the order of the table."""
    wanted = tuple(places)
    figures = [figure for figure in data.by_indicator.get(indicator, ()) if "duplicate" not in figure.flags]
    by_place: dict[str, list[Figure]] = {}
    for figure in figures:
        if not wanted or figure.jurisdiction in wanted:
            by_place.setdefault(figure.jurisdiction, []).append(figure)
    return tuple(
        Path(place, tuple(_steps(data, by_place[place.id])))
        for place in data.jurisdictions.values()
        if place.id in by_place
    )


def _steps(data: Data, figures: list[Figure]) -> Iterator[Step]:
    """Each actual follows the actual before it; a target follows what is newest before its year."""
    before: list[Figure] = []
    seen: set[tuple[object, ...]] = set()
    for figure in sorted(figures, key=_position):
        key = (figure.kind, figure.year, figure.value, figure.comparator)
        if key in seen and figure.value is not None:
            continue
        seen.add(key)
        since = _since(before, figure)
        per_year = _pace(data, since, figure)
        yield Step(figure, per_year, since if per_year is not None else None)
        if figure.value is not None and figure.year is not None and _exact(figure):
            before.append(figure)


def _since(before: list[Figure], figure: Figure) -> Figure | None:
    """The point a step starts from; what was once promised for a year that has its actual is no such point."""
    actuals = [one for one in before if one.kind is Kind.ACTUAL]
    if figure.kind is Kind.ACTUAL:
        return actuals[-1] if actuals else None
    known = max((one.year or 0 for one in actuals), default=0)
    points = [one for one in before if one.kind is Kind.ACTUAL or (one.year or 0) > known]
    return max(points, key=lambda one: one.year or 0, default=None)


def _position(figure: Figure) -> tuple[bool, int, bool]:
    """Actuals by year, then targets by year; without a year last; what is printed before what is derived."""
    return figure.kind is Kind.TARGET, figure.year or 9999, bool(figure.derived)


def _exact(figure: Figure) -> bool:
    """Targets are points of a path whatever their comparator; an actual that is a bound is none."""
    return figure.kind is Kind.TARGET or figure.comparator in (Comparator.EQ, Comparator.APPROX)


def _pace(data: Data, since: Figure | None, figure: Figure) -> Decimal | None:
    if since is None or figure.value is None or figure.year is None or not _exact(figure):
        return None
    if since.value is None or since.year is None or since.year >= figure.year:
        return None
    if data.indicators[figure.indicator].measure.value not in ("level", "cumulative"):
        return None
    change = convert(figure.value, figure.unit, since.unit) - since.value
    return change / (figure.year - since.year)


def standings(data: Data, indicator: str) -> dict[tuple[int, Tier], tuple[Standing, ...]]:
    """For each year and tier in which at least three places have an actual: the ranks open to each, best first.

    A bound (over 60 %) stays a bound: two places above 60 are not ordered, and none is given a rank of its own.
    """
    polarity = data.indicators[indicator].polarity
    groups: dict[tuple[int, Tier], dict[str, Figure]] = {}
    for figure in data.by_indicator.get(indicator, ()):
        if figure.kind is Kind.ACTUAL and figure.value is not None and figure.year is not None:
            tier = data.jurisdictions[figure.jurisdiction].tier
            groups.setdefault((figure.year, tier), {}).setdefault(figure.jurisdiction, figure)
    return {
        key: tuple(sorted(_ranked(data, list(figures.values()), polarity), key=lambda one: (one.best, one.worst)))
        for key, figures in groups.items()
        if len(figures) >= 3 and polarity is not Polarity.NONE
    }


def newest(orders: dict[tuple[int, Tier], tuple[Standing, ...]]) -> dict[Tier, tuple[int, tuple[Standing, ...]]]:
    """The newest order of each tier, with its year."""
    return {tier: (year, orders[year, tier]) for year, tier in sorted(orders)}


def _ranked(data: Data, figures: list[Figure], polarity: Polarity) -> Iterator[Standing]:
    for figure in figures:
        others = [other for other in figures if other is not figure]
        above = sum(_better(other, figure, polarity) for other in others)
        below = sum(_better(figure, other, polarity) for other in others)
        yield Standing(data.jurisdictions[figure.jurisdiction], figure, 1 + above, len(figures) - below)


def _better(one: Figure, other: Figure, polarity: Polarity) -> bool:
    """Whether `one` is better than `other` for certain."""
    if polarity is Polarity.DOWN:
        one, other = other, one
    (low, closed_low), (high, closed_high) = _edge(one, lower=True), _edge(other, lower=False)
    return low > high or (low == high and not (closed_low and closed_high))


def _edge(figure: Figure, *, lower: bool) -> tuple[Decimal, bool]:
    """The lowest (or highest) value the figure leaves open, and whether that value itself is possible."""
    value = figure.value or Decimal(0)
    open_end = (Comparator.LT, Comparator.LE) if lower else (Comparator.GT, Comparator.GE)
    if figure.comparator in open_end:
        return Decimal("-Infinity" if lower else "Infinity"), True
    return value, figure.comparator not in (Comparator.LT, Comparator.GT)


def spread(standings_: Iterable[Standing]) -> tuple[Decimal, bool] | None:
    """Least possible distance between best and worst, and whether it is only a lower bound."""
    figures = [one.figure for one in standings_]
    lows = [_edge(figure, lower=True) for figure in figures]
    highs = [_edge(figure, lower=False) for figure in figures]
    top, bottom = max(low for low, _ in lows), min(high for high, _ in highs)
    if top <= bottom:
        return None
    bounded = any(figure.comparator is not Comparator.EQ for figure in figures)
    return top - bottom, bounded
