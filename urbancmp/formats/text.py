"""Text for people: the blocks of a view as lines of a terminal, in columns or, where it is narrow, row by row."""

from collections.abc import Iterator

from urbancmp.formats import Options, blocks, grid
from urbancmp.formats.fold import folded
from urbancmp.formats.grid import Line, Span
from urbancmp.formats.tones import KINDS, TERMINAL
from urbancmp.tables.view import Block, Grid, Lines, View

COMFORTABLE = 72


def render(view: View, options: Options) -> bytes:
    """The view as UTF-8 lines, none wider than the width of the options and none ending in blanks."""
    lines = list(lines_of_view(view, options.width))
    if options.color:
        return _painted(lines).encode(errors="replace")
    return "".join("".join(span.text for span in line) + "\n" for line in lines).encode(errors="replace")


def lines_of_view(view: View, width: int | None) -> Iterator[Line]:
    """The lines of a view: its title, then its blocks with a blank line between two."""
    narrow = width is not None and not all(_fits(block, width) for block in view.blocks if isinstance(block, Grid))
    parts = [_toned(view.title, "strong", width)] if view.title else []
    parts += [list(_block(block, width, narrow)) for block in view.blocks]
    for number, part in enumerate(part for part in parts if part):
        if number:
            yield ()
        yield from part


def _fits(block: Grid, width: int) -> bool:
    columns = grid.columns_of(block)
    widths = grid.widths_for(columns, width)
    return widths is not None and (width >= COMFORTABLE or widths == [column.natural for column in columns])


def _block(block: Block, width: int | None, narrow: bool) -> Iterator[Line]:
    if isinstance(block, Lines):
        for line in block.lines:
            yield from _toned(line, block.tone, width)
        return
    if block.title:
        yield from _toned(block.title, "strong", width)
    if width is not None and narrow:
        yield from blocks.draw(block, width)
        return
    columns = grid.columns_of(block)
    yield from grid.draw(block, columns, grid.widths_for(columns, width) or [], width)


def _toned(text: str, tone: str, width: int | None) -> list[Line]:
    return [(Span(line, tone),) if line else () for line in folded(text, width)]


def _painted(lines: list[Line]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(), force_terminal=True, color_system="standard", no_color=False, legacy_windows=False
    )
    with console.capture() as painted:
        for line in lines:
            parts = ((span.text, TERMINAL.get(KINDS.get(span.tone, ""), "")) for span in line)
            console.print(Text.assemble(*parts), soft_wrap=True, highlight=False)
    return painted.get()
