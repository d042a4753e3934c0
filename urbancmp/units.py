"""Units of the table: their dimension, the factor to the dimension's base unit, and their words.

Figures keep the unit of their document; values are converted only to be compared.
Factors are exact: 1 亩 is 1/15 hectare, that is 10000/15 square metres, so areas are counted in 亩/15.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `dimension` says what may be converted into what, `factor` leads to the dimension's base unit."""

    zh: str
    en: str
    dimension: str
    factor: Fraction


_TABLE: tuple[tuple[str, str, str, Fraction | int], ...] = (
    ("%", "%", "ratio", 1),
    ("个百分点", "pp", "points", 1),
    ("个百分点/年", "pp a year", "points a year", 1),
    ("倍", "times", "ratio", 100),
    ("平方米", "m2", "area", 1),
    ("万平方米", "×10,000 m2", "area", 10**4),
    ("平方公里", "km2", "area", 10**6),
    ("公顷", "ha", "area", 10**4),
    ("亩", "mu", "area", Fraction(10**4, 15)),
    ("万亩", "×10,000 mu", "area", Fraction(10**8, 15)),
    ("平方米/人", "m2 per person", "area per person", 1),
    ("米", "m", "length", 1),
    ("公里", "km", "length", 1000),
    ("万公里", "×10,000 km", "length", 10**7),
    ("公里/平方公里", "km per km2", "density of length", 1),
    ("人", "people", "people", 1),
    ("万人", "×10,000 people", "people", 10**4),
    ("人次", "person-times", "person-times", 1),
    ("名", "people", "people", 1),
    ("人/站", "people per station", "people per station", 1),
    ("辆/站", "vehicles per station", "vehicles per station", 1),
    ("无量纲", "", "no unit", 1),
    ("户", "households", "households", 1),
    ("个", "", "count", 1),
    ("家", "", "count", 1),
    ("座", "", "count", 1),
    ("万座", "×10,000", "count", 10**4),
    ("所", "", "count", 1),
    ("处", "", "count", 1),
    ("条", "", "count", 1),
    ("类", "kinds", "kinds", 1),
    ("项", "", "count", 1),
    ("万个", "×10,000", "count", 10**4),
    ("个/千人", "per 1,000 people", "per 1,000 people", 1),
    ("头", "head", "head", 1),
    ("万头", "×10,000 head", "head", 10**4),
    ("位", "rank", "rank", 1),
    ("级", "grade", "grade", 1),
    ("星", "stars", "stars", 1),
    ("星级", "stars", "stars", 1),
    ("元", "yuan", "money", 1),
    ("万元", "×10,000 yuan", "money", 10**4),
    ("亿元", "×100 million yuan", "money", 10**8),
    ("千瓦", "kW", "power", 1000),
    ("万千瓦", "×10 MW", "power", 10**7),
    ("MW", "MW", "power", 10**6),
    ("千伏安", "kVA", "apparent power", 1000),
    ("万千伏安", "×10 MVA", "apparent power", 10**7),
    ("万立方米/日", "×10,000 m3 a day", "volume a day", 10**4),
)

UNITS: dict[str, Unit] = {zh: Unit(zh, en, dimension, Fraction(factor)) for zh, en, dimension, factor in _TABLE}


def word(unit: str, lang: str) -> str:
    """The unit as a reader of `lang` writes it; a unit outside the table is shown as it stands."""
    known = UNITS.get(unit)
    return unit if known is None or lang == "zh" else known.en


def convertible(one: str, other: str) -> bool:
    """Whether two units measure the same thing; a unit outside the table converts only to itself."""
    if one == other:
        return True
    return one in UNITS and other in UNITS and UNITS[one].dimension == UNITS[other].dimension


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """`value` in `unit`, expressed in `to`; exact where the decimal system allows it (亩 to 公顷 does not).

    Raises ValueError where the dimensions differ.
    """
    if unit == to:
        return value
    if not convertible(unit, to):
        raise ValueError(f"{unit} cannot be converted to {to}: different quantities")
    factor = UNITS[unit].factor / UNITS[to].factor
    return value * factor.numerator / factor.denominator
