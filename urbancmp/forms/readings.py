"""From what stands in a cell to the number, day or text that is meant; what is not understood gets a fault code."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from urbancmp.forms.cells import Cell

# The full-width forms of ASCII (U+FF01 to U+FF5E), which a Chinese keyboard types, and the ideographic space.
# Not NFKC, which would also turn a superscript 2 into a digit.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_PLAIN = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_HEDGES = re.compile(r"约|近|余|多|左右|以上|以下|以内|不足|超|突破|达|≈|~|≥|≤|>|<|至|—|–")
_NOTHING = {"无", "暂无", "没有", "无数据", "缺", "不详", "-", "--", "—", "——", "–", "/", "\\", "n/a", "na", "x", "×"}
_DAYS = (
    re.compile(r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})(?:[-/.](?P<d>[0-9]{1,2}))?"),
    re.compile(r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?:(?P<d>[0-9]{1,2})日?)?"),
    re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
)


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that is not understood: the code of the reason."""

    code: str


def half_width(text: str) -> str:
    """`text` with full-width letters, digits and signs as ASCII, without blanks at its ends."""
    return text.translate(_HALF_WIDTH).strip()


def number(cell: Cell, unit: str) -> Decimal | Misread:
    """The number in `unit` that the cell states: 46.79, 46.79% where the unit is %, ４６．７９, 1,234.5."""
    if cell.fault or cell.day:
        return Misread(cell.fault or "U613")
    if cell.number is not None:
        return Misread("U616") if cell.percent and unit != "%" else cell.number
    text = half_width(cell.text)
    if text.lower() in _NOTHING:
        return Misread("U617")
    per_cent = text.endswith("%")
    bare = text[:-1].rstrip() if per_cent else text
    if not _PLAIN.fullmatch(bare):
        return Misread(_why(bare))
    if per_cent and unit != "%":
        return Misread("U616")
    return Decimal(bare.replace(",", ""))


def _why(text: str) -> str:
    """The code for text that is no plain number: words for 'about', a unit behind the number, or anything else."""
    if _HEDGES.search(text) and re.search("[0-9]", text):
        return "U611"
    return "U612" if re.fullmatch(r"-?[0-9,]+(?:\.[0-9]+)?\s*[A-Za-z\u3400-\u9fff㎡][^0-9]*", text) else "U610"


def day(cell: Cell) -> date | str | Misread:
    """The day that the cell states, or 'YYYY-MM' where only the month is given."""
    if cell.fault:
        return Misread(cell.fault)
    if cell.day is not None:
        return cell.day
    text = "".join(half_width(cell.text).split())
    # 2026.10 as a number has lost its zero and would be read as January: of numbers, only 20261020 is a day.
    patterns = _DAYS if cell.number is None else _DAYS[-1:]
    found = next(filter(None, (pattern.fullmatch(text) for pattern in patterns)), None)
    if found is None:
        return Misread("U620")
    try:
        exact = date(int(found["y"]), int(found["m"]), int(found["d"] or 1))
    except ValueError:
        return Misread("U620")
    return exact if found["d"] else f"{exact:%Y-%m}"


def text(cell: Cell) -> str | Misread:
    """The text of the cell on one line."""
    if cell.fault:
        return Misread(cell.fault)
    line = " ".join(cell.text.split())
    return line if line.isprintable() else Misread("U623")
