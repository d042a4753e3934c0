"""The printed figure against value, unit, comparator and flags: what one line says twice must agree."""

from collections.abc import Iterator

from urbancmp.checks.reading import chosen, printed_readings, unit_fits
from urbancmp.checks.registry import Finding, at, check
from urbancmp.documents.comparators import hedge, loose, of_words
from urbancmp.documents.numerals import arabic
from urbancmp.documents.script import folded
from urbancmp.model import Comparator, Data, Figure
from urbancmp.schema.fields import OPERATORS
from urbancmp.units import UNITS

OPERATOR = {name: sign for sign, name in OPERATORS.items()}


@check("U301", "U302", "U303")
def printed(data: Data) -> Iterator[Finding]:
    """A printed figure whose number, unit word or comparator word disagrees with value, unit and op."""
    for figure in data.figures:
        if figure.value is None or not figure.printed:
            continue
        if "coverage" in figure.flags:
            yield from _coverage_comparator(figure)
        elif figure.derived:
            yield from _derived_comparator(figure)
        else:
            yield from _number(figure)


def _number(figure: Figure) -> Iterator[Finding]:
    found = printed_readings(figure)
    reading = chosen(figure, found)
    if not found and figure.value == 100 and figure.unit == "%":
        return  # 全部硬化: U312 asks for the flag.
    if reading is None:
        shown = ", ".join(str(item.value(figure.unit)) for item in found) or "-"
        said = {"printed": figure.printed, "shown": shown, "found": figure.value}
        yield Finding("U301", at(figure, figure.kind.value), said)
        return
    if figure.unit not in UNITS:
        return  # U304 has said so; how such a unit is printed is not known.
    if not unit_fits(figure, reading):
        said = {"printed": figure.printed, "shown": reading.word or "-", "found": figure.unit}
        yield Finding("U302", at(figure, "unit"), said)
    elif figure.comparator not in (reading.comparator, Comparator.RANGE):
        yield _comparator(figure, reading.comparator)


def _comparator(figure: Figure, wanted: Comparator) -> Finding:
    said = {"printed": figure.printed, "wanted": OPERATOR[wanted], "found": OPERATOR[figure.comparator]}
    return Finding("U303", at(figure, "op"), said)


def _coverage_comparator(figure: Figure) -> Iterator[Finding]:
    """全覆盖 is =, 基本完成 is ~; ~ without 基本 in the printed words needs the flag 'hedged'."""
    weak = loose(folded(figure.printed))
    wanted = Comparator.APPROX if weak else Comparator.EQ
    allowed = {wanted} | ({Comparator.APPROX} if "hedged" in figure.flags else set())
    if figure.comparator not in allowed:
        yield _comparator(figure, wanted)


def _derived_comparator(figure: Figure) -> Iterator[Finding]:
    """A computed value may be called approximate; words such as 均低于 bind it."""
    wanted = of_words(folded(figure.printed)) or Comparator.EQ
    if figure.comparator not in (wanted, Comparator.APPROX):
        yield _comparator(figure, wanted)


@check("U311", "U312", "U313")
def flags(data: Data) -> Iterator[Finding]:
    """A hedge or coverage flag that the printed words call for, or one that they do not bear out."""
    for figure in data.figures:
        if not figure.printed:
            continue
        text = folded(figure.printed)
        word = hedge(text)
        if word and "hedged" not in figure.flags:
            yield Finding("U311", at(figure, "flags"), {"printed": figure.printed, "word": word})
        if figure.value is not None:
            yield from _coverage(figure, text)


def _coverage(figure: Figure, text: str) -> Iterator[Finding]:
    numbers = {number.value for number in arabic(text)}
    if "coverage" in figure.flags:
        if figure.value != 100 or figure.unit != "%":
            said = {"printed": figure.printed, "found": f"{figure.value}{figure.unit}"}
            yield Finding("U313", at(figure, figure.kind.value), said)
        elif figure.value in numbers:
            said = {"printed": figure.printed, "found": f"{figure.value}{figure.unit}"}
            yield Finding("U313", at(figure, "flags"), said)
    elif figure.value == 100 and figure.unit == "%" and not numbers and not figure.derived:
        yield Finding("U312", at(figure, "flags"), {"printed": figure.printed})
