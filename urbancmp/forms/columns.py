"""The columns of a form: their Chinese headers, widths, and which ones a department fills."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` counts half-width characters, `sealed` cells enter the checksum of the row's key."""

    id: str
    header: str
    width: int
    filled: bool = False
    sealed: bool = False


COLUMNS = (
    Column("key", "键(勿改)", 12),
    Column("number", "序号", 6),
    Column("indicator", "指标", 34, sealed=True),
    Column("definition", "指标口径", 44, sealed=True),
    Column("unit", "单位", 12, sealed=True),
    Column("target", "目标值(目标年)", 18, sealed=True),
    Column("baseline", "基期值(基期年)", 18, sealed=True),
    Column("actual", "实际值", 14, filled=True),
    Column("date", "数据日期", 14, filled=True),
    Column("source", "数据来源", 30, filled=True),
    Column("remark", "备注", 22, filled=True),
    Column("departments", "责任单位", 28),
    Column("clause", "目标依据", 30),
)
PLACES = {column.id: place for place, column in enumerate(COLUMNS)}
HEADING_KEY = "#"
FORM_SHEET, GUIDE_SHEET = "填报表", "填表说明"


def stem(header: str) -> str:
    """A header without its bracket, by which a column is found again: 实际值(2025年) → 实际值."""
    return header.replace("（", "(").split("(")[0].strip()


BY_STEM = {stem(column.header): column for column in COLUMNS}


def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 → A, 28 → AB."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
