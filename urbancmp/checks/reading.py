"""What `printed` says by itself: the number, the word of its unit, the comparator."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from urbancmp.documents.comparators import comparator, within
from urbancmp.documents.numerals import Number, arabic, chinese, misread
from urbancmp.documents.script import folded
from urbancmp.documents.unitwords import ADMINISTRATIVE, unit_of, word_at, words
from urbancmp.model import Comparator, Figure
from urbancmp.units import convert, convertible

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a text with the unit word behind it and the comparator around both; `end` is behind the unit."""

    number: Number
    word: str
    end: int
    comparator: Comparator
    ordinal: bool = False

    def value(self, unit: str) -> Decimal:
        """The number in `unit`; 四分之一 is 25 where the unit is %."""
        return self.number.value * _HUNDRED if self.number.fraction and unit == "%" else self.number.value


@lru_cache(maxsize=4096)
def readings(text: str, *, ocr: bool = False) -> tuple[Reading, ...]:
    """Every number of a folded text, in digits if there are any, else in Chinese numerals."""
    numbers = misread(text) if ocr else arabic(text)
    return tuple(_reading(text, number) for number in numbers or chinese(text))


def _reading(text: str, number: Number) -> Reading:
    between = within(text[number.end :])
    place = number.end + (1 if between else 0)
    word = "" if number.fraction else word_at(text, place)
    end = place + len(word)
    sign = between or comparator(text[: number.start], text[end:] if word != "强" else text[place:])
    return Reading(number, word, end, sign, text[: number.start].endswith("第"))


def printed_readings(figure: Figure) -> tuple[Reading, ...]:
    """The readings of a figure's `printed`."""
    return readings(folded(figure.printed), ocr="ocr" in figure.flags)


def chosen(figure: Figure, found: tuple[Reading, ...]) -> Reading | None:
    """The reading that is the figure's value, in its unit or converted; None where none is."""
    same = [reading for reading in found if reading.value(figure.unit) in (figure.value, figure.high)]
    if same:
        return next((reading for reading in same if unit_fits(figure, reading)), same[0])
    return next((reading for reading in found if _converted(figure, reading) == figure.value), None)


def _converted(figure: Figure, reading: Reading) -> Decimal | None:
    unit = unit_of(reading.word)
    if not unit or not convertible(unit, figure.unit):
        return None
    return convert(reading.number.value, unit, figure.unit)


def unit_fits(figure: Figure, reading: Reading) -> bool:
    """Whether the word behind the number is one of the figure's unit."""
    if reading.number.fraction:
        return figure.unit == "%"
    if figure.unit == "位" and reading.ordinal:
        return True
    if not reading.word:
        return "supplied_unit" in figure.flags
    if figure.unit == "个" and "administrative" in figure.flags and reading.word in ADMINISTRATIVE:
        return True
    return reading.word in words(figure.unit)
