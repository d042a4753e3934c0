"""Figures of one indicator and place along the years: targets that fall back, actuals that jump, contradictions."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from urbancmp.checks.registry import Finding, at, check
from urbancmp.model import Comparator, Data, Figure, Indicator, Kind, Measure, Polarity
from urbancmp.units import convert, convertible

# A yearly move against the direction that is worth a look: 3 points of a percentage, a tenth of anything else.
_POINTS, _SHARE = Decimal(3), Decimal("0.1")


@check("U305")
def falling_targets(data: Data) -> Iterator[Finding]:
    """Targets of one document that fall back from one horizon to the next."""
    for indicator, figures in _series(data, Kind.TARGET, with_source=True):
        for earlier, later in _steps(figures, indicator):
            if _worse(indicator, _value(later, indicator), _value(earlier, indicator)):
                said = {"indicator": indicator.id, "year": later.year, "found": _shown(later)}
                said |= {"other": _shown(earlier), "other_year": earlier.year}
                yield Finding("U305", at(later, "target"), said)


@check("U306")
def jumping_actuals(data: Data) -> Iterator[Finding]:
    """Actuals that move far against the direction of their indicator."""
    for indicator, figures in _series(data, Kind.ACTUAL, with_source=False):
        for earlier, later in _steps(figures, indicator):
            before, after = _value(earlier, indicator), _value(later, indicator)
            years = (later.year or 0) - (earlier.year or 0)
            limit = _POINTS if indicator.unit == "%" else abs(before) * _SHARE
            jumps = _worse(indicator, after, before) and abs(after - before) > limit * years
            if jumps and "break" not in later.flags:
                said = {"indicator": indicator.id, "year": later.year, "found": _shown(later)}
                said |= {"other": _shown(earlier), "other_year": earlier.year}
                yield Finding("U306", at(later, "actual"), said)


@check("U316")
def contradictory_targets(data: Data) -> Iterator[Finding]:
    """Two values for one target in one document."""
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in data.figures:
        if figure.kind is not Kind.TARGET or figure.value is None or "duplicate" in figure.flags:
            continue
        key = (figure.source, figure.jurisdiction, figure.indicator, figure.year, figure.period_start)
        first = seen.setdefault(key, figure)
        if (first.value, first.unit, first.comparator) != (figure.value, figure.unit, figure.comparator):
            said = {"indicator": figure.indicator, "year": figure.year or "-"}
            said |= {"found": _shown(figure), "other": _shown(first)}
            yield Finding("U316", at(figure, "target"), said)


def _series(data: Data, kind: Kind, *, with_source: bool) -> Iterator[tuple[Indicator, list[Figure]]]:
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in data.figures:
        if figure.kind is kind and figure.value is not None and figure.year is not None:
            key = (figure.indicator, figure.jurisdiction, figure.source if with_source else "")
            groups.setdefault(key, []).append(figure)
    for (id_, *_), figures in groups.items():
        indicator = data.indicators.get(id_)
        if len(figures) > 1 and indicator is not None and indicator.measure is Measure.LEVEL:
            yield indicator, sorted(figures, key=lambda figure: figure.year or 0)


def _steps(figures: Iterable[Figure], indicator: Indicator) -> Iterator[tuple[Figure, Figure]]:
    if indicator.polarity is Polarity.NONE:
        return
    usable = [
        figure
        for figure in figures
        if convertible(figure.unit, indicator.unit)
        and "part_year" not in figure.flags
        and (figure.kind is Kind.TARGET or figure.comparator in (Comparator.EQ, Comparator.APPROX))
    ]
    yield from ((one, other) for one, other in pairwise(usable) if one.year != other.year)


def _value(figure: Figure, indicator: Indicator) -> Decimal:
    assert figure.value is not None
    return convert(figure.value, figure.unit, indicator.unit)


def _worse(indicator: Indicator, value: Decimal, than: Decimal) -> bool:
    return value < than if indicator.polarity is Polarity.UP else value > than


def _shown(figure: Figure) -> str:
    return f"{figure.value}{figure.unit}"
