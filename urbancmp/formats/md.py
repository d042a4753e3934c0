"""Markdown (GitHub's): the blocks of a view as tables and paragraphs; nothing in the data is markup."""

import re
from collections.abc import Iterable, Iterator

from urbancmp.formats import Options
from urbancmp.formats.bars import said
from urbancmp.formats.lines import lines_of
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Lines, View
from urbancmp.words import say

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# An underscore inside a word is no emphasis, so names of indicators stay as they are.
_MARKUP = re.compile(r"[&<>\\`*\[\]|~$]|(?<!\w)_|_(?!\w)")
# What would begin a list, a heading or a rule at the start of a line.
_START = re.compile(r"(\d{1,9})(?=[.)])|(?=[#+=-])")


def render(view: View, options: Options) -> bytes:
    """The title and the blocks of the view, one empty line between two."""
    parts = [f"# {_inline(view.title)}"] if view.title else []
    for block in view.blocks:
        parts += ["\n".join(part) for part in _block(block, options.lang) if part]
    return ("\n\n".join(parts) + "\n" if parts else "").encode()


def escaped(text: str) -> str:
    """One line of data as literal text."""
    return _MARKUP.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), text)


def _inline(text: str) -> str:
    return escaped(" ".join(lines_of(text)))


def _block(block: Block, lang: str) -> Iterator[list[str]]:
    if isinstance(block, Lines):
        yield from _paragraphs(line for text in block.lines for line in lines_of(text))
        return
    if block.title:
        yield [f"## {_inline(block.title)}"]
    yield _table(block, lang)


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line:
            paragraph.append(_literal(line.strip()))
        elif paragraph:
            yield [*(before + "\\" for before in paragraph[:-1]), paragraph[-1]]
            paragraph = []


def _literal(line: str) -> str:
    text = escaped(line)
    start = _START.match(text)
    return f"{text[: start.end()]}\\{text[start.end() :]}" if start else text


def _table(grid: Grid, lang: str) -> list[str]:
    """The grid with one line a row; remarks beneath a row stand in a last column."""
    count = max((len(grid.heads), *(len(row.cells) for row in grid.rows)))
    noted = any(row.below for row in grid.rows)
    titles = [_inline(head.title) for head in grid.heads] + [""] * (count - len(grid.heads))
    rules = ["--:" if head.right else "---" for head in grid.heads] + ["---"] * (count - len(grid.heads))
    if noted:
        titles, rules = [*titles, say("formats.note", lang)], [*rules, "---"]
    rows = [line for row in grid.rows for line in _rows(row, count, noted, lang)]
    return [_joined(cells) for cells in (titles, rules, *rows)] if titles else []


def _rows(row: GridRow, count: int, noted: bool, lang: str) -> Iterator[list[str]]:
    if row.span:
        yield [f"**{_inline(row.span)}**", *[""] * (count - 1 + noted)]
    if row.cells or row.below:
        cells = [_cell(cell, lang) for cell in row.cells] + [""] * (count - len(row.cells))
        yield [*cells, "<br>".join(map(_broken, row.below))] if noted else cells


def _cell(cell: Cell, lang: str) -> str:
    return _broken(cell.text) or (said(cell.bar, lang) if cell.bar else "")


def _broken(text: str) -> str:
    return "<br>".join(escaped(line.strip()) for line in lines_of(text)).removesuffix("<br>")


def _joined(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
