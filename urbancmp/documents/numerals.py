"""Numbers in Chinese documents: Arabic (half and full width), Chinese numerals, fractions, and OCR slips."""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "廿": 20}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "零〇一二两三四五六七八九十百千万亿"

_ARABIC = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|(?<![\d.])\d+(?:\.\d+)?|(?<=[^\d.])\d+(?:\.\d+)?")
_FRACTION = re.compile(rf"([{CHINESE}]+)分之([{CHINESE}]+(?:点[{CHINESE}]+)?)")
_CHINESE = re.compile(rf"[{CHINESE}]+")
# What scanners make of digits: 1000 becomes IOOO, 1.98 becomes L98 (seen in a plan of 2022).
_OCR = re.compile(r"(?<![A-Za-z\d])[IlOoL|\d][IlOo|\d.]*(?![A-Za-z])")
_SLIPS = {"I": "1", "l": "1", "|": "1", "O": "0", "o": "0", "L": "1."}
SLIP_CLASSES = {"0": "[0Oo]", "1": "[1Il|]"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its value and where it stands; `fraction` for 四分之一, whose value is a share of 1."""

    value: Decimal
    start: int
    end: int
    chinese: bool = False
    fraction: bool = False


def arabic(text: str) -> list[Number]:
    """The numbers written in digits in a folded text; 1,100 is one number."""
    return [Number(Decimal(match[0].replace(",", "")), *match.span()) for match in _ARABIC.finditer(text)]


def chinese(text: str) -> list[Number]:
    """The numbers written in Chinese numerals; 四分之一 is 0.25."""
    found: list[Number] = []
    taken: set[int] = set()
    for match in _FRACTION.finditer(text):
        below, above = _value(match[1]), _value(match[2].split("点")[0])
        if below and above is not None:
            found.append(Number(above / below, *match.span(), chinese=True, fraction=True))
            taken.update(range(*match.span()))
    for match in _CHINESE.finditer(text):
        value = _value(match[0])
        if value is not None and match.start() not in taken:
            found.append(Number(value, *match.span(), chinese=True))
    return sorted(found, key=lambda number: number.start)


def misread(text: str) -> list[Number]:
    """The numbers that a scanner spoilt: IOOO is 1000, L98 is 1.98."""
    found = []
    for match in _OCR.finditer(text):
        digits = "".join(_SLIPS.get(char, char) for char in match[0])
        if digits.count(".") <= 1 and any(char.isdigit() for char in digits):
            found.append(Number(Decimal(digits.rstrip(".") or "0"), *match.span()))
    return found


def numeral(text: str) -> int | None:
    """The value of a Chinese numeral up to 99 亿, None where it is none."""
    value = _value(text)
    return None if value is None else int(value)


def _value(text: str) -> Decimal | None:
    if not text or any(char not in CHINESE for char in text):
        return None
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return Decimal(int("".join(str(_DIGITS[char]) for char in text)))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        else:
            total = (total + section + digit) * _MYRIADS[char] if total + section + digit else _MYRIADS[char]
            section = digit = 0
    return Decimal(total + section + digit)
