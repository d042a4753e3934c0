"""Slips of the unit: a share written as a fraction of one, a number in 万 where the unit has none, and the reverse."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

# Half a power of ten on either side of 10⁴: no real change between a baseline, a target and an actual is that large.
_FAR = Decimal(3162)


@dataclass(frozen=True, slots=True)
class Slip:
    """What the cell probably should say."""

    code: str
    wanted: Decimal


def slip(value: Decimal, unit: str, references: Sequence[Decimal]) -> Slip | None:
    """The slip behind `value`, given the targets and actuals of the same place and indicator in the same unit."""
    known = [abs(reference) for reference in references if reference]
    if not value or not known:
        return None
    if unit == "%":
        return _fraction(value, known)
    ratios = [abs(value) / reference for reference in known]
    if min(ratios) >= _FAR:
        return Slip("U631", _plain(value / _power(min(ratios))))
    if max(ratios) <= 1 / _FAR:
        return Slip("U631", _plain(value * _power(1 / max(ratios))))
    return None


def _fraction(value: Decimal, known: Sequence[Decimal]) -> Slip | None:
    """0.4677 for 46.77 %; 1 for 100 % where 100 is among the references."""
    is_fraction = 0 < value < 1 or (value == 1 and max(known) == 100)
    return Slip("U630", _plain(value * 100)) if is_fraction and min(known) > 1 else None


def _power(ratio: Decimal) -> Decimal:
    """10⁴ or 10⁸, the steps of Chinese numerals, whichever is nearer to `ratio`."""
    return Decimal(10) ** (4 if ratio < 10**6 else 8)


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros and without exponent."""
    return Decimal(format(value.normalize(), "f"))
