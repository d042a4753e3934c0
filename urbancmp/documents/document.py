"""A document ready to be searched: its text in one form, its clauses, its sentences, its years."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from urbancmp.documents.clauses import Clauses
from urbancmp.documents.numerals import SLIP_CLASSES, numeral
from urbancmp.documents.pagemarks import page_marks
from urbancmp.documents.script import Folded, fold, folded, looks_traditional, simplified

_STOP = re.compile(r"[。!?]")
_PART_STOP = re.compile(r"[。!?;]")
_YEAR = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})年|(?P<cn>[一二][〇零○九][〇零○一二三四五六七八九]{2})年"
    r"|(?P<now>今年|本年度|年内)|未来(?P<ahead>[一二三四五六七八九十])年"
)
_MENTIONED = re.compile(r"(?<![\d.])((?:19|20)\d{2})年")
# A year that a growth is counted from, or that dates buildings or a standard, does not date the figure.
_BASE = re.compile(r"(?:在|比|较)$")
_NOT_A_DATE = re.compile(r"^年(?:的?基础上|底?前建成)")
# 到2025年 at the beginning of a statement looks ahead; 提高到2020年 and 截至 do not.
_AHEAD = re.compile(r"(?:^|[,。;:、\"]|力争|确保|争取|目标)到$")
_TITLE = re.compile(r"《[^《》]{1,60}》|\([^()]*(?:修订|版)\)")


@dataclass(frozen=True, slots=True)
class Year:
    """A year named in the text: `ahead` marks 到2025年, a date still to come for the writer."""

    value: int
    start: int
    end: int
    ahead: bool = False


@dataclass(frozen=True)
class Document:
    """The text of one document; `written` is the year of the document, for 今年 and 未来五年."""

    raw: str
    path: str = ""
    written: int | None = None
    script: str = ""

    @cached_property
    def traditional(self) -> bool:
        """Whether the text is in Traditional script, as declared or as it looks."""
        return self.script == "hant" or looks_traditional(self.raw)

    @cached_property
    def folded(self) -> Folded:
        """The text in the one form, in Simplified script, without page marks."""
        found = fold(self.raw, page_marks(self.raw))
        if self.traditional:
            return Folded(simplified(found.text), found.offsets, found.lines, found.paragraphs)
        return found

    @property
    def text(self) -> str:
        """The text in the one form."""
        return self.folded.text

    @cached_property
    def clauses(self) -> Clauses:
        """The numbering."""
        return Clauses(self.folded)

    def plain(self, words: str) -> str:
        """Words of the table in the form of this document."""
        if words not in self._forms:
            form = folded(words)
            self._forms[words] = simplified(form) if self.traditional else form
        return self._forms[words]

    @cached_property
    def _forms(self) -> dict[str, str]:
        return {}

    def line(self, place: int) -> tuple[int, int]:
        """Line and column in the raw text, counted from 1."""
        offset = self.folded.raw(place, place + 1)[0]
        start = self.raw.rfind("\n", 0, offset) + 1
        return self.raw.count("\n", 0, offset) + 1, offset - start + 1

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return self._cuts(_STOP)

    @cached_property
    def _part_ends(self) -> list[int]:
        return self._cuts(_PART_STOP)

    def _cuts(self, stops: re.Pattern[str]) -> list[int]:
        ends = {match.end() for match in stops.finditer(self.text)} | set(self.clauses.starts)
        return sorted(ends | {0, len(self.text)})

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a place."""
        return _around(self._sentence_ends, place)

    def part(self, place: int) -> tuple[int, int]:
        """The stretch between semicolons or full stops around a place."""
        return _around(self._part_ends, place)

    @cached_property
    def mentioned(self) -> tuple[Year, ...]:
        """Every year named in digits, whatever it is named for."""
        return tuple(Year(int(match[1]), *match.span()) for match in _MENTIONED.finditer(self.text))

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """Every year that dates what follows it, in order."""
        titles = [match.span() for match in _TITLE.finditer(self.text)]
        found = []
        for match in _YEAR.finditer(self.text):
            start, end = match.span()
            value = self._value(match)
            outside = all(end <= first or last <= start for first, last in titles)
            if value is not None and outside and not self._undated(start, end):
                ahead = bool(match["ahead"]) or bool(_AHEAD.search(self.text[max(0, start - 4) : start]))
                found.append(Year(value, start, end, ahead))
        return tuple(found)

    def _value(self, match: re.Match[str]) -> int | None:
        if match["year"]:
            return int(match["year"])
        if match["cn"]:
            return numeral(match["cn"].replace("○", "〇"))
        if self.written is None:
            return None
        return self.written + (numeral(match["ahead"]) or 0) if match["ahead"] else self.written

    def _undated(self, start: int, end: int) -> bool:
        rest = self.text[end - 1 : end + 6]
        return bool(_NOT_A_DATE.match(rest) or (_BASE.search(self.text[:start][-1:]) and "基础" in rest))

    def occurrences(self, printed: str, *, ocr: bool = False) -> list[tuple[int, int]]:
        """Where `printed` (in the form of `plain`) stands, not as a piece of a longer number."""
        if not printed:
            return []
        pattern = _pattern(printed, ocr=ocr)
        places = [] if ocr else _places(self.text, printed)
        matches = [match for place in places if (match := pattern.match(self.text, place))]
        return [match.span() for match in matches or pattern.finditer(self.text)]


def _around(cuts: list[int], place: int) -> tuple[int, int]:
    after = bisect_right(cuts, place)
    return cuts[max(0, after - 1)], cuts[min(after, len(cuts) - 1)]


def _places(text: str, words: str) -> list[int]:
    """Where `words` stand literally; a plain search is many times faster than a pattern."""
    places, place = [], text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places


@lru_cache(maxsize=4096)
def _pattern(printed: str, *, ocr: bool) -> re.Pattern[str]:
    """`printed` with a possible line break inside its numbers, and with OCR slips where `ocr` allows them."""
    pieces: list[str] = []
    for place, char in enumerate(printed):
        both = char.isdigit() and place + 1 < len(printed) and printed[place + 1].isdigit()
        pieces.append((SLIP_CLASSES.get(char, re.escape(char)) if ocr else re.escape(char)) + (" ?" if both else ""))
    before = r"(?<![\d.])(?<!\d,)" if printed[0].isdigit() else ""
    after = r"(?![\d]|\.\d|,\d{3}(?!\d))" if printed[-1].isdigit() else ""
    return re.compile(before + "".join(pieces) + after)
