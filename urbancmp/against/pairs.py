"""Figures of a place beside those of another, under the rules of comparability.

One indicator on both sides is exact: the difference is computed and its sign read by the indicator's polarity. Two
indicators of one row stand side by side with the caveat, and nothing is subtracted. A total of a county beside one of
a province says who is larger, not who does better, so it is not subtracted either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from urbancmp.against.choosing import actuals, beside, bound, targets, usable
from urbancmp.against.position import ABOVE, BELOW, LEVEL, NOT_COMPARED, OPEN, difference, position
from urbancmp.against.yardsticks import BEST, LEAST, Yardstick, others
from urbancmp.comparable import Caveat, Grade, grade_of, of_line
from urbancmp.model import Data, Figure, Kind, Polarity

__all__ = ["ABOVE", "BELOW", "LEVEL", "NOT_COMPARED", "OPEN", "Missing", "Pair", "against"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of a place beside one of another; `peers` counts the figures behind a best or a median.

    `difference` is own minus other in the indicator's unit, None where it would mean nothing; `years` is how much
    later the own figure is.
    """

    own: Figure
    other: Figure
    yardstick: Yardstick
    grade: Grade
    caveats: tuple[Caveat, ...]
    position: str
    difference: Decimal | None
    years: int | None
    peers: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that has nothing beside it, and why: `reason` names the words, `tried` the places looked at."""

    own: Figure
    yardstick: Yardstick
    reason: str
    tried: tuple[str, ...] = ()
    peers: int = 0


@dataclass(frozen=True, slots=True)
class _Own:
    """What a place says of one indicator: its targets, its actuals by year, and the last year that counts."""

    targets: list[Figure]
    yearly: dict[int, Figure]
    until: int | None

    @property
    def first(self) -> Figure:
        """The figure that speaks for the indicator."""
        return self.targets[0] if self.targets else self.yearly[max(self.yearly)]


def against(
    data: Data,
    place: str,
    yardsticks: Iterable[Yardstick],
    *,
    year: int | None = None,
    until: int | None = None,
    indicators: Iterable[str] = (),
) -> Iterator[Pair | Missing]:
    """Every target (of `year`) and the newest actual (not later than `until`) of a place beside each yardstick.

    With a year, only indicators with a target of that year; without, also those that have no target. Places and
    indicators are ids. Nothing is left out: what has no partner comes as Missing.
    """
    wanted, yardsticks = set(indicators), tuple(yardsticks)
    for id_, figures in _series(data, place).items():
        wished = [one for one in targets(figures) if year is None or one.year == year]
        own = _Own(wished, actuals(figures, until), until)
        if (wanted and id_ not in wanted) or not (wished or (own.yearly and year is None)):
            continue
        for yardstick in yardsticks:
            yield from (_tier if yardstick.of_tier else _place)(data, own, yardstick)


def _series(data: Data, place: str) -> dict[str, list[Figure]]:
    series: dict[str, list[Figure]] = {}
    for figure in data.by_place.get(place, ()):
        if usable(figure):
            series.setdefault(figure.indicator, []).append(figure)
    return series


def _place(data: Data, own: _Own, yardstick: Yardstick) -> Iterator[Pair | Missing]:
    place = data.jurisdictions[own.first.jurisdiction]
    candidates = others(data, place, yardstick)
    theirs = [(_series(data, other.id), other) for other in candidates if other is not place]
    mine = data.indicators[own.first.indicator]
    for grade in (Grade.EXACT, Grade.CAVEAT):
        for series, _ in theirs:
            fitting = [found for id_, found in series.items() if grade_of(mine, data.indicators[id_]) is grade]
            if fitting:
                for found in fitting:
                    yield from _beside(data, own, found, yardstick)
                return
    tried = tuple(other.id for other in candidates)
    yield Missing(own.first, yardstick, "no_figure" if theirs else "itself" if tried else "no_superior", tried)


def _beside(data: Data, own: _Own, theirs: list[Figure], yardstick: Yardstick) -> Iterator[Pair]:
    """The newest actual that both have, then the targets."""
    common = own.yearly.keys() & actuals(theirs, own.until).keys()
    newest = [own.yearly[max(common or own.yearly)]] if own.yearly else []
    for figure in (*newest, *own.targets):
        other = beside(figure, theirs, own.until)
        if other is not None:
            yield _pair(data, figure, other, yardstick)


def _pair(data: Data, own: Figure, other: Figure, yardstick: Yardstick, peers: int = 0) -> Pair:
    grade = grade_of(data.indicators[own.indicator], data.indicators[other.indicator])
    same = own.jurisdiction == other.jurisdiction or not other.jurisdiction
    caveats = () if same else of_line(data, {own.jurisdiction: (own,), other.jurisdiction: (other,)})
    years = own.year - other.year if own.year is not None and other.year is not None else None
    where = position(data, own, other) if grade is Grade.EXACT else NOT_COMPARED
    apart = None if where == NOT_COMPARED else difference(data, own, other)
    return Pair(own, other, yardstick, grade, caveats, where, apart, years, peers)


def _tier(data: Data, own: _Own, yardstick: Yardstick) -> Iterator[Pair | Missing]:
    """The best or the median of the tier, for the newest year in which enough places have a number."""
    exact = sorted((year for year, one in own.yearly.items() if not bound(one)), reverse=True)
    if own.yearly:
        chosen = next((year for year in exact if len(_peers(data, own.yearly[year])) >= LEAST), max(own.yearly))
        yield _ranked(data, own.yearly[chosen], yardstick)
    for figure in own.targets:
        yield _ranked(data, figure, yardstick)


def _peers(data: Data, own: Figure) -> list[Figure]:
    """One number a place of the same tier, indicator, kind and year, the place itself included; bounds are left out."""
    tier = data.jurisdictions[own.jurisdiction].tier
    found: dict[str, list[Figure]] = {}
    for figure in data.by_indicator.get(own.indicator, ()):
        place = data.jurisdictions[figure.jurisdiction]
        if usable(figure) and (figure.kind, figure.year) == (own.kind, own.year) and place.tier is tier:
            found.setdefault(place.id, []).append(figure)
    best = (actuals(f).get(own.year or 0) if own.kind is Kind.ACTUAL else f[0] for f in found.values())
    return [figure for figure in best if figure is not None and not bound(figure)]


def _ranked(data: Data, own: Figure, yardstick: Yardstick) -> Pair | Missing:
    polarity = data.indicators[own.indicator].polarity
    if own.year is None:
        return Missing(own, yardstick, "undated")
    if yardstick.kind == BEST and polarity is Polarity.NONE:
        return Missing(own, yardstick, "no_direction")
    if bound(own):
        return Missing(own, yardstick, "bound")
    peers = _peers(data, own)
    if len(peers) < LEAST:
        return Missing(own, yardstick, "too_few", peers=len(peers))
    values = sorted(peers, key=lambda figure: figure.value or Decimal(0), reverse=polarity is not Polarity.DOWN)
    other = values[0] if yardstick.kind == BEST else _middle(values)
    return _pair(data, own, other, yardstick, len(peers))


def _middle(figures: list[Figure]) -> Figure:
    """The median as a figure of no place."""
    first = figures[0]
    middle = median(figure.value for figure in figures if figure.value is not None)
    return Figure("", first.indicator, first.kind, middle, first.unit, "", year=first.year, flags=("derived",))
