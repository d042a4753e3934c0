"""A grid as lines of a terminal: columns side by side, the remarks of a row beneath it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from urbancmp.formats.bars import LONGEST, SHORTEST, drawn
from urbancmp.formats.fold import fold, folded, longest_piece
from urbancmp.formats.lines import lines_of
from urbancmp.tables.view import Cell, Grid, GridRow, Head

GAP = 2
BELOW, HANG = 4, 2
_NAME, _WORD = 10, 20


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line and its tone."""

    text: str
    tone: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The width a column would like and the least it can do with, in cells.

    `beside` is the width of the widest text beside its bars, so that all bars of a column have one length.
    """

    natural: int
    least: int
    right: bool = False
    beside: int = 0


def columns_of(grid: Grid) -> list[Column]:
    """Measures the columns of a grid: numbers are never folded, names down to a few characters."""
    count = max((len(cells) for cells in (grid.heads, *(row.cells for row in grid.rows))), default=0)
    heads = (*grid.heads, *(Head() for _ in range(count - len(grid.heads))))
    return [_column(head, [row.cells[at] for row in grid.rows if at < len(row.cells)]) for at, head in enumerate(heads)]


def _column(head: Head, cells: list[Cell]) -> Column:
    title = " ".join(lines_of(head.title))
    texts = [line for cell in cells for line in lines_of(cell.text)]
    beside = beside_bars(cells)
    bars = LONGEST + (beside + 1 if beside else 0) if any(cell.bar for cell in cells) else 0
    body = max((bars, *map(cell_len, texts)))
    natural = max(cell_len(title), body)
    if bars:
        return Column(natural, min(natural, max(SHORTEST, longest_piece(title))), head.right, beside)
    if head.right:
        return Column(natural, max(longest_piece(title), body), right=True)
    word = max(map(longest_piece, (title, *texts)))
    return Column(natural, min(natural, max(_NAME, min(word, _WORD))))


def beside_bars(cells: Iterable[Cell]) -> int:
    """Cells of the widest text that stands beside a bar."""
    return max((cell_len(lines_of(cell.text)[0]) for cell in cells if cell.bar), default=0)


def widths_for(columns: list[Column], width: int | None) -> list[int] | None:
    """The width of each column within `width` cells, taken from the widest first; None if they do not fit."""
    widths = [column.natural for column in columns]
    if width is None:
        return widths
    room = width - GAP * (len(columns) - 1)
    if sum(column.least for column in columns) > room:
        return None
    while sum(widths) > room:
        spare = [at for at, column in enumerate(columns) if widths[at] > column.least]
        widths[max(spare, key=widths.__getitem__)] -= 1
    return widths


def draw(grid: Grid, columns: list[Column], widths: list[int], width: int | None) -> Iterator[Line]:
    """The lines of a grid: head, light rule, rows."""
    if any(head.title.strip() for head in grid.heads):
        heads = tuple(Cell(" ".join(lines_of(head.title)), "head") for head in grid.heads)
        yield from _cells(heads, columns, widths)
        yield (Span("─" * (sum(widths) + GAP * (len(widths) - 1)), "dim"),)
    for number, row in enumerate(grid.rows):
        yield from heading(row, width, number > 0)
        if row.cells:
            yield from _cells(row.cells, columns, widths)
        yield from below(row, width, BELOW)


def heading(row: GridRow, width: int | None, apart: bool) -> Iterator[Line]:
    """The heading that a row carries for the rows after it, with a blank line before it."""
    if row.span:
        if apart:
            yield ()
        yield from ((Span(text, "strong"),) for text in folded(row.span, width))


def below(row: GridRow, width: int | None, indent: int) -> Iterator[Line]:
    """The remarks of a row."""
    for remark in row.below:
        yield from ((Span(text),) for text in folded(remark, width, indent, HANG))


def _cells(cells: tuple[Cell, ...], columns: list[Column], widths: list[int]) -> Iterator[Line]:
    stacks = [
        cell_lines(cell, width, column.beside) for cell, width, column in zip(cells, widths, columns, strict=False)
    ]
    for level in range(max(map(len, stacks), default=0)):
        spans: list[Span] = []
        for cell, stack, column, width in zip(cells, stacks, columns, widths, strict=False):
            text = stack[level] if level < len(stack) else ""
            pad = " " * (width - cell_len(text))
            spans += [Span(pad), Span(text, cell.tone)] if column.right else [Span(text, cell.tone), Span(pad)]
            spans.append(Span(" " * GAP))
        yield trimmed(spans)


def cell_lines(cell: Cell, width: int, beside: int) -> list[str]:
    """The lines of a cell in a column of `width` cells; a bar takes what the texts beside the bars leave."""
    lines = [part for line in lines_of(cell.text) for part in fold(line, width)]
    if cell.bar is None:
        return lines
    apart = " " if beside else ""
    room = width - beside - len(apart)
    if room < SHORTEST:
        return [drawn(cell.bar, min(width, LONGEST)), *lines]
    return [f"{drawn(cell.bar, min(room, LONGEST))}{apart}{lines[0]}".rstrip(), *lines[1:]]


def trimmed(spans: list[Span]) -> Line:
    """A line without blanks at its end and without empty stretches."""
    while spans and not spans[-1].text.strip():
        spans = spans[:-1]
    if spans:
        spans = [*spans[:-1], Span(spans[-1].text.rstrip(), spans[-1].tone)]
    return tuple(span for span in spans if span.text)
