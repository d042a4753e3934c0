"""Where a figure stands to another of the same indicator: better, worse, level, or not to be said."""

from decimal import Decimal

from urbancmp.against.choosing import bound
from urbancmp.model import Comparator, Data, Figure, Kind, Polarity
from urbancmp.units import UNITS, convert, convertible

ABOVE, BELOW, LEVEL, HIGHER, LOWER = "above", "below", "level", "higher", "lower"
OPEN, NOT_COMPARED = "open", "not_compared"
_RELATIVE = {
    "ratio", "points", "points a year", "area per person", "density of length", "per 1,000 people",
    "people per station", "vehicles per station", "no unit", "grade", "stars",
}  # fmt: skip
_INFINITE = Decimal("Infinity")


def relative(unit: str) -> bool:
    """Whether a quantity does not grow with the size of the place: shares and amounts a head, no totals."""
    return unit in UNITS and UNITS[unit].dimension in _RELATIVE


def position(data: Data, own: Figure, other: Figure) -> str:
    """above or below (better or worse by the indicator's polarity; higher or lower where it has none), level, open.

    `open` where bounds leave it open, `not_compared` for totals of places of different tiers.
    """
    if not convertible(own.unit, other.unit) or (not relative(own.unit) and _tiers_differ(data, own, other)):
        return NOT_COMPARED
    sign = _sign(data, own, other)
    if sign is None:
        return OPEN
    if sign == 0:
        return LEVEL
    polarity = data.indicators[own.indicator].polarity
    if polarity is Polarity.NONE:
        return HIGHER if sign > 0 else LOWER
    return ABOVE if (sign > 0) == (polarity is Polarity.UP) else BELOW


def _tiers_differ(data: Data, own: Figure, other: Figure) -> bool:
    if not other.jurisdiction:
        return False
    return data.jurisdictions[own.jurisdiction].tier is not data.jurisdictions[other.jurisdiction].tier


def _sign(data: Data, own: Figure, other: Figure) -> int | None:
    unit = data.indicators[own.indicator].unit
    (low, open_low), (high, open_high) = _ends(own, unit)
    (other_low, other_open_low), (other_high, other_open_high) = _ends(other, unit)
    if low > other_high or (low == other_high and (open_low or other_open_high)):
        return 1
    if high < other_low or (high == other_low and (open_high or other_open_low)):
        return -1
    return 0 if low == high == other_low == other_high else None


def _ends(figure: Figure, unit: str) -> tuple[tuple[Decimal, bool], tuple[Decimal, bool]]:
    """Lowest and highest value a figure allows, and whether that end is itself excluded.

    A target is the number that is promised, whatever its comparator; an actual that is a bound stays one.
    """
    value = convert(figure.value or Decimal(0), figure.unit, unit)
    if figure.comparator is Comparator.RANGE and figure.high is not None:
        return (value, False), (convert(figure.high, figure.unit, unit), False)
    if figure.kind is Kind.ACTUAL and figure.comparator in (Comparator.GT, Comparator.GE):
        return (value, figure.comparator is Comparator.GT), (_INFINITE, True)
    if figure.kind is Kind.ACTUAL and figure.comparator in (Comparator.LT, Comparator.LE):
        return (-_INFINITE, True), (value, figure.comparator is Comparator.LT)
    return (value, False), (value, False)


def difference(data: Data, own: Figure, other: Figure) -> Decimal | None:
    """Own minus other in the indicator's unit; None where one of them is no single number."""
    if own.value is None or other.value is None or bound(own) or bound(other):
        return None
    unit = data.indicators[own.indicator].unit
    return convert(own.value, own.unit, unit) - convert(other.value, other.unit, unit)
