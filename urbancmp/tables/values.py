"""From the engine's floats back to the digits that documents print."""

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from urbancmp.model import Data, Figure
from urbancmp.units import convert

_SIX = Decimal("0.000001")
_SOURCE = {"target": "target_source", "target_high": "target_source", "actual": "actual_source"}


def rounded(value: float | None) -> Decimal | None:
    """A share or rate to six decimals, without trailing zeros."""
    if value is None:
        return None
    return plain(Decimal(repr(value)).quantize(_SIX, ROUND_HALF_EVEN))


def plain(value: Decimal) -> Decimal:
    """Without trailing zeros and without exponent."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short.as_tuple().exponent > 0 else short + 0  # type: ignore[operator]


def percent(share: float) -> str:
    """A share in whole percent, towards zero, so that 94.96 % is never shown as 95 %."""
    return f"{int(share * 100 + (1e-9 if share > 0 else -1e-9))} %"


def exact(data: Data, row: Mapping[str, Any], name: str) -> Decimal | None:
    """The value of a column with the printed digits of its figure; differences get the digits of their parts."""
    value = row[name]
    if value is None:
        return None
    if name == "gap":
        parts = [exact(data, row, part) for part in ("target", "target_high", "actual", "baseline")]
        places = max((_places(part) for part in parts if part is not None), default=0)
        found = Decimal(repr(value))
        return found.quantize(Decimal(1).scaleb(-places)) if _places(plain(found)) <= places else plain(found)
    figure = figure_of(data, row, name)
    if figure is None:
        return plain(Decimal(repr(float(value))))
    printed = figure.high if name == "target_high" else figure.value
    return None if printed is None else convert(printed, figure.unit, data.indicators[figure.indicator].unit)


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def figure_of(data: Data, row: Mapping[str, Any], name: str) -> Figure | None:
    """The figure behind a column: same place, indicator, kind and year, and the same value."""
    kind = "target" if name.startswith("target") else "actual"
    year = row["target_year"] if kind == "target" else row[f"{name}_year"]
    for figure in data.by_place.get(row["jurisdiction"], ()):
        if figure.indicator != row["indicator"] or figure.kind != kind or figure.year != year:
            continue
        unit = data.indicators[figure.indicator].unit
        own = figure.high if name == "target_high" else figure.value
        if own is not None and float(convert(own, figure.unit, unit)) == row[name]:
            return figure
    return None
