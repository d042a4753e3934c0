"""How a figure is written for people: comparator, printed digits, unit, kind and year."""

from decimal import Decimal

from urbancmp.model import Comparator, Figure, Name
from urbancmp.units import word
from urbancmp.words import say

SIGNS = {
    Comparator.EQ: "",
    Comparator.GE: "≥",
    Comparator.LE: "≤",
    Comparator.GT: ">",
    Comparator.LT: "<",
    Comparator.APPROX: "≈",
    Comparator.RANGE: "",
}


def digits(value: Decimal) -> str:
    """The digits as given, without exponent."""
    return format(value, "f")


def quantity(figure: Figure, lang: str, indicator_unit: str | None = None) -> str:
    """Comparator and value, with the unit where it differs from `indicator_unit`."""
    if figure.value is None:
        return say("not_quantified", lang)
    text = SIGNS[figure.comparator] + digits(figure.value)
    if figure.high is not None:
        text += f"–{digits(figure.high)}"
    if indicator_unit is not None and figure.unit != indicator_unit:
        name = word(figure.unit, lang)
        text += name if lang == "zh" or not name else f" {name}"
    return text


def dated(figure: Figure, lang: str, unit: str | None = None) -> str:
    """'target ≥30 (2025)': kind, comparator, value, year; the kind is never left out."""
    year = say("undated", lang) if figure.year is None else str(figure.year)
    kind = say(figure.kind.value, lang)
    if lang == "zh":
        return f"{kind} {quantity(figure, lang, unit)}({year})"
    return f"{kind} {quantity(figure, lang, unit)} ({year})"


def label(name: Name, lang: str) -> str:
    """A place as a column head: both names for English readers, who look it up in Chinese documents."""
    return name.zh if lang == "zh" else f"{name.en} {name.zh}"
