"""Folding of mixed Chinese and Latin text to a width in terminal cells."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from urbancmp.formats.lines import lines_of

_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
_OPEN, _CLOSE = "（《〈「『【〔“‘", "，。、；：？！）》〉」』】〕”’％"
# A line may break at blanks and around each wide character, but not after an opening or before a closing mark, nor
# between a number and its per cent sign. Compiled when first used: not every answer is folded.
_PIECE = rf"[{_OPEN}]*(?:[{_WIDE}][\u0300-\u036f\u3099\u309a]*|[^\s{_WIDE}]+)[{_CLOSE}]*(?: %(?!\S))?|\s+"
# The indentation of a line, and a mark or a short word with blanks before the text: '≈ ', 'a  ', '12  '.
_MARKER = re.compile(r" *(?:[^\w\s] +|\S{1,4} {2,})?")


def fold(text: str, width: int | None, hang: int = 0) -> list[str]:
    """One printable line folded to `width` cells; what follows a marker ('a  ', '≈ ') hangs under its first word.

    `hang` is a further indentation of the lines after the first.
    """
    if width is None or cell_len(text) <= width:
        return [text.rstrip()]
    marker = _MARKER.match(text)
    hang = min(hang + (marker.end() if marker else 0), width // 2)
    lines, line, used, blank = [], "", 0, ""
    for piece in _pieces(text, width - hang):
        if piece.isspace():
            blank = piece if line else piece[: width // 4]
            continue
        needed = cell_len(blank) + cell_len(piece)
        if used + needed > width:
            lines += [line] if line else []
            start = " " * hang if lines else ""
            line, used = start + piece, cell_len(start + piece)
        else:
            line, used = line + blank + piece, used + needed
        blank = ""
    return [*lines, line]


def folded(text: str, width: int | None, indent: int = 0, hang: int = 0) -> list[str]:
    """A text of any lines, indented and folded."""
    return [part for line in lines_of(text) for part in fold(" " * indent + line if line else "", width, hang)]


def longest_piece(text: str) -> int:
    """Cells of the longest part that folding keeps together."""
    return max((cell_len(piece) for piece in re.findall(_PIECE, text)), default=0)


def _pieces(text: str, width: int) -> Iterator[str]:
    for piece in re.findall(_PIECE, text):
        if piece.isspace() or cell_len(piece) <= width:
            yield piece
        else:
            yield from _chopped(piece, width)


def _chopped(piece: str, width: int) -> Iterator[str]:
    part, used = "", 0
    for char in piece:
        cells = cell_len(char)
        if part and used + cells > width:
            yield part
            part, used = "", 0
        part, used = part + char, used + cells
    yield part
