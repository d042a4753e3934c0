"""A grid on a narrow terminal: each row a block of lines, its first cell as the head."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from urbancmp.formats.fold import fold
from urbancmp.formats.grid import GAP, Column, Line, Span, below, cell_lines, columns_of, heading, trimmed
from urbancmp.formats.lines import lines_of
from urbancmp.tables.view import Cell, Grid, GridRow

_INDENT = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    label: int
    width: int


def draw(grid: Grid, width: int) -> Iterator[Line]:
    """The blocks of a grid, a blank line between two."""
    columns = tuple(columns_of(grid))
    titles = tuple(" ".join(lines_of(head.title)) for head in grid.heads) + ("",) * (len(columns) - len(grid.heads))
    label = min(max(map(cell_len, titles[1:]), default=0), (width - _INDENT - GAP) // 2)
    frame = _Frame(titles, columns, label, width)
    for number, row in enumerate(grid.rows):
        yield from heading(row, width, number > 0)
        if row.cells and not row.span and number > 0 and grid.rows[number - 1].cells:
            yield ()
        yield from _row(row, frame)
        yield from below(row, width, _INDENT)


def _row(row: GridRow, frame: _Frame) -> Iterator[Line]:
    for at, cell in enumerate(row.cells):
        if not (cell.text or cell.bar):
            continue
        if at == 0:
            beside = frame.columns[0].beside
            yield from ((Span(text, cell.tone or "strong"),) for text in cell_lines(cell, frame.width, beside))
        else:
            yield from _pair(at, cell, frame)


def _pair(at: int, cell: Cell, frame: _Frame) -> Iterator[Line]:
    """The head of a column and its value, both folded in their place."""
    start = _INDENT + (frame.label + GAP if frame.label else 0)
    names = fold(frame.titles[at], frame.label) if frame.titles[at] else []
    values = cell_lines(cell, frame.width - start, frame.columns[at].beside)
    for level in range(max(len(names), len(values))):
        name = names[level] if level < len(names) else ""
        pad = " " * (start - _INDENT - cell_len(name))
        value = values[level] if level < len(values) else ""
        yield trimmed([Span(" " * _INDENT), Span(name, "dim"), Span(pad), Span(value, cell.tone)])
