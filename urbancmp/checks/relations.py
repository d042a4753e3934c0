"""Arithmetic that figures must satisfy: declared identities, declared orders, formulas of derived values."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from urbancmp.checks.arithmetic import FormulaError, evaluate
from urbancmp.checks.registry import Finding, at, check, defined
from urbancmp.model import Comparator, Data, Figure, Identity, Kind
from urbancmp.schema.types import suggestion
from urbancmp.units import UNITS, convert, convertible

_POINT = {Comparator.EQ, Comparator.APPROX}


@check("U308", "U309")
def identities(data: Data) -> Iterator[Finding]:
    """Ratios that do not follow from their parts; statements that contradict a document's own arithmetic."""
    for identity in data.identities.values():
        try:
            yield from _identity(data, identity)
        except FormulaError as error:
            said = {"key": identity.id, "reason": str(error)}
            yield Finding("U309", defined("identities", identity.id, "formula"), said)


def _identity(data: Data, identity: Identity) -> Iterator[Finding]:
    def operand(name: str, year: int | None) -> Fraction:
        return _base(_figure(data, identity, name, year or identity.year))

    result = _figure(data, identity, identity.result, identity.year)
    computed = evaluate(identity.formula, operand) / _factor(result.unit)
    if abs(computed - Fraction(result.value or 0)) > _slack(data, identity, result, computed):
        said: dict[str, object] = {"printed": f"{result.value}{result.unit}", "indicator": result.indicator}
        said |= {"found": _rounded(computed, result.value), "formula": identity.formula, "key": identity.id}
        yield Finding("U308", at(result, result.kind.value), said)


def _slack(data: Data, identity: Identity, result: Figure, computed: Fraction) -> Fraction:
    """What rounding explains: half of the result's last digit, and what half a digit of each part moves."""
    slack = _half(result.value)
    for moved in dict.fromkeys(name for name in data.indicators if name in identity.formula):

        def nudged(name: str, year: int | None, moved: str = moved) -> Fraction:
            figure = _figure(data, identity, name, year or identity.year)
            decimals = figure.value is not None and figure.value != figure.value.to_integral_value()
            step = _half(figure.value) * _factor(figure.unit) if name == moved and decimals else Fraction(0)
            return _base(figure) + step

        slack += abs(evaluate(identity.formula, nudged) / _factor(result.unit) - computed)
    return slack


def _figure(data: Data, identity: Identity, name: str, year: int) -> Figure:
    if name not in data.indicators:
        raise FormulaError(f"there is no indicator {name}{suggestion(name, data.indicators)}")
    for figure in data.by_place.get(identity.jurisdiction, ()):
        fits = figure.indicator == name and figure.year == year and figure.comparator in _POINT
        if fits and figure.value is not None and identity.source in ("", figure.source) and figure.unit in UNITS:
            return figure
    raise FormulaError(f"{identity.jurisdiction} has no figure of {name} in {year}")


def _factor(unit: str) -> Fraction:
    """Figures in % stay percentages: a formula that makes a share of two numbers says * 100."""
    return UNITS[unit].factor if UNITS[unit].dimension not in ("ratio", "points", "points a year") else Fraction(1)


def _base(figure: Figure) -> Fraction:
    return Fraction(figure.value or 0) * _factor(figure.unit)


def _half(value: Decimal | None) -> Fraction:
    exponent = value.as_tuple().exponent if value is not None else 0
    return Fraction(1, 2) * Fraction(10) ** (exponent if isinstance(exponent, int) else 0)


def _rounded(value: Fraction, like: Decimal | None) -> Decimal:
    exponent = like.as_tuple().exponent if like is not None else 0
    digits = -exponent if isinstance(exponent, int) else 0
    return Decimal(round(value * 10 ** max(digits, 0))).scaleb(-max(digits, 0))


@check("U310")
def derived(data: Data) -> Iterator[Finding]:
    """A computed value that its own formula does not give."""
    for figure in data.figures:
        if "derived" in figure.flags and not figure.derived:
            yield Finding("U310", at(figure, "flags"), {"formula": "-", "computed": "-", "found": figure.value})
        if not figure.derived or figure.value is None:
            continue
        try:
            computed = evaluate(figure.derived, _no_names)
        except FormulaError as error:
            said = {"formula": figure.derived, "computed": str(error), "found": figure.value}
            yield Finding("U310", at(figure, "derived"), said)
            continue
        if abs(computed - Fraction(figure.value)) > _half(figure.value):
            said = {"formula": figure.derived, "computed": _rounded(computed, figure.value), "found": figure.value}
            yield Finding("U310", at(figure, figure.kind.value), said)


def _no_names(name: str, _year: int | None) -> Fraction:
    raise FormulaError(f"{name} is no number")


@check("U307")
def orders(data: Data) -> Iterator[Finding]:
    """Related rates in the wrong order: what holds by definition must hold in the figures."""
    members = {name for order in data.orders.values() for name in order.indicators}
    values: dict[tuple[str, int | None, Kind], dict[str, Figure]] = {}
    for figure in data.figures:
        if figure.indicator in members and figure.value is not None and figure.comparator in _POINT:
            values.setdefault((figure.jurisdiction, figure.year, figure.kind), {})[figure.indicator] = figure
    for order in data.orders.values():
        for group in values.values():
            present = [group[name] for name in order.indicators if name in group]
            for lower, upper in pairwise(present):
                yield from _ordered(lower, upper, order.id)


def _ordered(lower: Figure, upper: Figure, order: str) -> Iterator[Finding]:
    assert lower.value is not None
    assert upper.value is not None
    if convertible(lower.unit, upper.unit) and convert(lower.value, lower.unit, upper.unit) > upper.value:
        said = {"indicator": upper.indicator, "found": f"{upper.value}{upper.unit}"}
        said |= {"other": lower.indicator, "other_value": f"{lower.value}{lower.unit}", "key": order}
        yield Finding("U307", at(upper, upper.kind.value), said)
