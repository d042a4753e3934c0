"""Faults of value: outside the bounds of the indicator, in a unit of another quantity, periods that end first."""

from collections.abc import Iterator
from decimal import Decimal

from urbancmp.diagnostics import Diagnostic
from urbancmp.loading.references import Where
from urbancmp.model import Data, Figure, Indicator, Measure
from urbancmp.units import convert, convertible

_RATIO = (Decimal(0), Decimal(100))
_NO_LIMIT = Decimal("Infinity")


def limits(indicator: Indicator) -> tuple[Decimal, Decimal]:
    """Lowest and highest possible value: as declared, else 0 to 100 for ratios, no limit for growth, 0 up otherwise."""
    if indicator.bounds is not None:
        return indicator.bounds
    if indicator.measure is Measure.GROWTH:
        return -_NO_LIMIT, _NO_LIMIT
    return _RATIO if indicator.unit == "%" else (Decimal(0), _NO_LIMIT)


def faults(data: Data, where: Where) -> list[Diagnostic]:
    """All faults of value, in the order of the figures."""
    known = {indicator.id: limits(indicator) for indicator in data.indicators.values()}
    return [fault for figure in data.figures for fault in _of(figure, data.indicators[figure.indicator], known, where)]


def _of(
    figure: Figure, indicator: Indicator, known: dict[str, tuple[Decimal, Decimal]], where: Where
) -> Iterator[Diagnostic]:
    if figure.unit != indicator.unit and not convertible(figure.unit, indicator.unit):
        said: dict[str, object] = {"found": figure.unit, "wanted": indicator.unit, "indicator": indicator.id}
        yield Diagnostic("U203", where((*figure.path, "unit")), said)
        return
    low, high = known[indicator.id]
    for value, key in ((figure.value, figure.kind.value), (figure.high, "high")):
        if value is not None and not low <= convert(value, figure.unit, indicator.unit) <= high:
            said = {"found": value, "unit": figure.unit, "low": low, "high": high, "indicator": indicator.id}
            yield Diagnostic("U202", where((*figure.path, key)), said)
    if figure.period_start is not None and figure.year is not None and figure.period_start > figure.year:
        said = {"found": figure.period_start, "year": figure.year}
        yield Diagnostic("U204", where((*figure.path, "period_start")), said)
