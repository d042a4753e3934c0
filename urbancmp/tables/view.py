"""What a command has to show: blocks for people, records for programs, notes for both."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Value = str | int | float | Decimal | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A share drawn as a bar: `done` of the way, with a tick where it ought to be; both from 0 to 1."""

    done: float
    due: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid: plain text (never markup), several lines if need be, a tone, perhaps a bar."""

    text: str = ""
    tone: str = ""
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a grid; numbers stand at the right edge."""

    title: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of cells and the remarks that belong beneath it; a row with `span` is a heading over the others."""

    cells: tuple[Cell, ...] = ()
    below: tuple[str, ...] = ()
    span: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for people; on a narrow terminal each row becomes a block."""

    heads: tuple[Head, ...]
    rows: tuple[GridRow, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Plain lines of text."""

    lines: tuple[str, ...]
    tone: str = ""


Block = Grid | Lines


@dataclass(frozen=True, slots=True)
class Records:
    """A table for programs: columns by their fixed names, one mapping a row; None is an empty cell, never 0.

    `labels` holds the reader's words for the columns, used when headers in a language are asked for.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Value], ...]
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A further sheet of a workbook: its name and its table."""

    name: str
    records: Records


@dataclass(frozen=True, slots=True)
class View:
    """Everything a format may print of one result.

    `remarks` are said about the answer (on stderr); `sheets` accompany it in a workbook.
    """

    records: Records
    blocks: tuple[Block, ...] = ()
    title: str = ""
    remarks: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    sheet_name: str = "data"


# Characters without a shape of their own that Python still calls printable: joiners, fillers, variation selectors.
_SHAPELESS = dict.fromkeys(
    code
    for first, last in (
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFFA0, 0xFFA0),
        (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
_ESCAPED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    r"""Text as a reader may safely see it: one line in which no character moves, hides, reverses or commands.

    Control, format (bidirectional, zero-width) and surrogate characters stand as `\x1b` or `\u202e`, every kind of
    blank but the ideographic one as a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_char, text.translate(_SHAPELESS)))


def _visible_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in _ESCAPED and char != "\t":
        return ascii(char)[1:-1]
    return " " if char == "\t" or (category == "Zs" and char != "\u3000") else char
