"""One form for all texts: half width, no blanks, Simplified script, with the way back to the text as it stands."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from urbancmp.diagnostics import DataError

_SIGNS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    ord(char): to
    for chars, to in (("“”„‟「」『』〝〞", '"'), ("‘’", "'"), ("—–―‐‑‒−─", "-"), ("～〜∼", "~"), ("〔【［〖", "["))
    for char in chars
}
_SIGNS |= {ord(char): to for chars, to in (("〕】］〗", "]"), ("﹪", "%"), ("﹙", "("), ("﹚", ")")) for char in chars}
_SIGNS |= {ord("㎡"): "平方米", ord("㎞"): "公里", ord("％"): "%", ord("。"): "。"}
_DROPPED = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}

# Characters of figures and their units in Traditional script: enough to read `printed` without a dictionary.
_FIGURE_CHARACTERS = str.maketrans(
    "萬億個條畝頭區縣點過處級戶類項數內約餘達於貳兩輛鎮實現現間壓噸裏裡幾佔產業號頃無總與強瀕"
    "覆蓋轄應盡門隊縮將積極爭擴廣農網發電開關長樹歲頻歷",
    "万亿个条亩头区县点过处级户类项数内约余达于贰两辆镇实现现间压吨里里几占产业号顷无总与强濒"
    "覆盖辖应尽门队缩将积极争扩广农网发电开关长树岁频历",
)
_TRADITIONAL = frozenset("國個們萬縣鎮產業發會對經實體設書東車長門開關員電萊與為來時過這進應學點種處務無區質達環總農網")


@dataclass(frozen=True)
class Folded:
    """`text` in the one form; `offsets[i]` is the place in the raw text of its character i.

    `lines` and `paragraphs` are the places in `text` where a line, or a paragraph after an empty line, begins.
    """

    text: str
    offsets: tuple[int, ...]
    lines: tuple[int, ...] = ()
    paragraphs: frozenset[int] = field(default_factory=frozenset)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text that `text[start:end]` came from."""
        if start >= len(self.offsets):
            return (self.offsets[-1] + 1, self.offsets[-1] + 1) if self.offsets else (0, 0)
        return self.offsets[start], self.offsets[max(start, end - 1)] + 1


def fold(raw: str, dropped: Iterable[tuple[int, int]] = ()) -> Folded:
    """`raw` without blanks, page marks (`dropped` stretches) and full-width signs.

    Between two digits a blank stays as one blank: what stands in two cells of a table is not one number.
    """
    out: list[str] = []
    offsets: list[int] = []
    lines: list[int] = [0]
    paragraphs: set[int] = {0}
    skip = sorted(dropped)
    starts = [start for start, _ in skip]
    gap, newlines = False, 0
    for offset, char in enumerate(raw):
        place = bisect_right(starts, offset) - 1
        if place >= 0 and offset < skip[place][1]:
            gap = True
            continue
        if char.isspace():
            gap, newlines = True, newlines + (char == "\n")
            continue
        if char in _DROPPED:
            continue
        shown = _SIGNS.get(ord(char), char)
        if gap and out and out[-1].isdigit() and shown[0].isdigit():
            out.append(" ")
            offsets.append(offset)
        if newlines and lines[-1] != len(out):
            lines.append(len(out))
            if newlines > 1:
                paragraphs.add(len(out))
        gap, newlines = False, 0
        out.extend(shown)
        offsets.extend([offset] * len(shown))
    return Folded("".join(out), tuple(offsets), tuple(lines), frozenset(paragraphs))


def folded(text: str) -> str:
    """`text` in the one form, with the characters of figures in Simplified script; for short texts."""
    bare = "".join(_SIGNS.get(ord(char), char) for char in text if not char.isspace() and char not in _DROPPED)
    return bare.translate(_FIGURE_CHARACTERS)


def looks_traditional(text: str) -> bool:
    """Whether the text is in Traditional script."""
    sample = text[:20_000]
    return sum(char in _TRADITIONAL for char in sample) > max(2, len(sample) // 200)


def simplified(text: str) -> str:
    """`text` in Simplified script, character for character.

    Raises DataError where the converter is not installed.
    """
    if text.isascii():
        return text
    whole = _converter()(text)
    if len(whole) == len(text):
        return whole
    return "".join(_converter()(char)[:1] or char for char in text)


@cache
def _converter() -> Callable[[str], str]:
    try:
        import opencc
    except ImportError:
        raise DataError(
            "a document is in Traditional script and OpenCC is not installed; "
            "install it with: pip install 'urbancmp[sources]'",
            "有繁体文件而未安装 OpenCC，请运行：pip install 'urbancmp[sources]'",
        ) from None
    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert
