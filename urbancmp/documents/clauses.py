"""Clauses of a document by its own numbering, found by the locators of the table.

一、 (一) 1. number the plans ('三(四)23', '一(一)1', '二-1', '五(一)'); headings and bullets structure press
reports ('产业 ◎1', '基础设施 末'); a heading in front chooses the part ('政策解读 一'); '第10条' an article.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from urbancmp.documents.numerals import numeral
from urbancmp.documents.script import Folded, folded

Span = tuple[int, int]
Path = tuple[int | None, int | None, int | None]

_N = "[一二三四五六七八九十百]{1,4}"
_MARKER = re.compile(
    rf"(?P<one>{_N})、|\((?P<two>{_N})\)|(?P<three>\d{{1,3}})[.、](?!\d)|第(?P<article>{_N}|\d{{1,3}})条|(?P<bullet>[◎●■◆•○◇▲])"
)
_NAMES = ("one", "two", "three")
_LEVELS = {name: level for level, name in enumerate(_NAMES)}
_LOCATOR = re.compile(
    rf"^(?:(?P<words>[^\d◎(]*?)\s+)?"
    rf"(?:(?P<one>{_N})?\((?P<two>{_N})\)(?P<three>\d{{1,3}})?|(?P<top>{_N})(?:-(?P<under>\d{{1,3}}))?|(?P<only>\d{{1,3}}))$"
)
_BULLET = re.compile(r"^(?P<words>.+?)\s[◎●•](?P<number>\d{1,3})$")
_LAST = re.compile(r"^(?P<words>.+?)\s末$")
_ARTICLE = re.compile(rf"^第({_N}|\d{{1,3}})条$")
WHOLE = ("正文", "全文")
_WHOLE = re.compile("^(?:" + "|".join(WHOLE) + ")$")
_TITLE = re.compile("^标题$")
_TITLE_LINES = 5
_ENDS = '。!?;:)"]'
_GAP = 3
_BULLETS = "◎●■◆•○◇▲"


@dataclass(frozen=True, slots=True)
class Node:
    """The beginning of a clause: its place, its level (0 to 2) and its numbers from the top; `part` counts restarts."""

    start: int
    level: int
    path: Path
    part: int


@dataclass(frozen=True)
class Clauses:
    """The numbering of one document."""

    document: Folded

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every numbered clause, in order; numbers out of sequence are text (一、二、三产业), not clauses."""
        return tuple(self._numbered())

    def _numbered(self) -> Iterator[Node]:
        last, part, began = [0, 0, 0], 0, 0
        path: list[int | None] = [None, None, None]
        lines = frozenset(self.document.lines)
        for match in _MARKER.finditer(self.document.text):
            level = _LEVELS.get(match.lastgroup or "", -1)
            heading = self.document.text[began : match.start()] if level == 1 else ""
            if level < 0 or not (self._begins(match.start(), lines) or _is_heading(heading)):
                continue
            number = numeral(match[_NAMES[level]]) if level < 2 else int(match[_NAMES[level]])
            if number is None or not (number == 1 or last[level] < number <= last[level] + _GAP):
                continue
            part += level == 0 and number == 1 and last[0] > 0
            last[level] = number
            path = [*path[:level], number, *[None] * (2 - level)]
            if level == 0 and number == 1:
                last[1:] = [0, 0]
            began = match.start()
            yield Node(match.start(), level, (path[0], path[1], path[2]), part)

    def _begins(self, place: int, lines: frozenset[int]) -> bool:
        return place in lines or self.document.text[place - 1] in _ENDS

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where clauses and bullets begin: sentences do not reach across."""
        return tuple(sorted({node.start for node in self.nodes} | set(self._bullets)))

    @cached_property
    def _bullets(self) -> tuple[int, ...]:
        lines = frozenset(self.document.lines)
        text = self.document.text
        return tuple(
            match.start()
            for match in _MARKER.finditer(text)
            if match.lastgroup == "bullet" and self._begins(match.start(), lines)
        )

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """Lines that look like headings: short, without punctuation."""
        text, lines = self.document.text, (*self.document.lines, len(self.document.text))
        return tuple((start, end) for start, end in pairwise(lines) if _is_heading(text[start:end]))

    def find(self, locator: str) -> list[Span]:
        """The stretches of text that a locator names; none where the document has no such clause."""
        wanted = _tidy(locator)
        for pattern, found in self._kinds:
            if match := pattern.match(wanted):
                return found(match)
        return [self._section(start) for start in self._headings_with(wanted)[:1]]

    @property
    def _kinds(self) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], list[Span]]], ...]:
        lines = (*self.document.lines, len(self.document.text))
        return (
            (_WHOLE, lambda _: [(0, len(self.document.text))]),
            (_TITLE, lambda _: [(0, lines[: _TITLE_LINES + 1][-1])]),
            (_BULLET, lambda match: self._bullet(match["words"], int(match["number"]))),
            (_LAST, lambda match: self._bullet(match["words"], None)),
            (_ARTICLE, lambda match: self._article(match[1])),
            (_LOCATOR, self._numbered_clause),
        )

    def _headings_with(self, words: str) -> list[int]:
        return [start for start, end in self.headings if words and words in self.document.text[start:end]]

    def _numbered_clause(self, match: re.Match[str]) -> list[Span]:
        one, three = match["one"] or match["top"], match["three"] or match["under"] or match["only"]
        path = (
            numeral(one) if one else None,
            numeral(match["two"]) if match["two"] else None,
            int(three) if three else None,
        )
        begin = (self._headings_with(match["words"]) or [len(self.document.text)])[0] if match["words"] else 0
        for place, node in enumerate(self.nodes):
            if node.start >= begin and node.path == path:
                return [(node.start, self._end(place))]
        return []

    def _end(self, place: int) -> int:
        level = self.nodes[place].level
        return next((node.start for node in self.nodes[place + 1 :] if node.level <= level), len(self.document.text))

    def _article(self, number: str) -> list[Span]:
        wanted = int(number) if number.isdigit() else numeral(number)
        lines = frozenset(self.document.lines)
        articles = [
            (match.start(), int(match["article"]) if match["article"].isdigit() else numeral(match["article"]))
            for match in _MARKER.finditer(self.document.text)
            if match.lastgroup == "article" and self._begins(match.start(), lines)
        ]
        ends = [start for start, _ in articles[1:]] + [len(self.document.text)]
        return [(start, end) for (start, found), end in zip(articles, ends, strict=True) if found == wanted][:1]

    def _section(self, start: int) -> Span:
        """From a heading to the next heading that follows text."""
        end_of_group = start
        for heading, end in self.headings:
            if heading < start:
                continue
            if heading <= end_of_group:
                end_of_group = end
            elif heading in self.document.paragraphs:
                return start, heading
        return start, len(self.document.text)

    def _bullet(self, words: str, number: int | None) -> list[Span]:
        """The bullet of that number under a heading; the paragraphs after the last one for None."""
        for heading in self._headings_with(words):
            start, end = self._section(heading)
            bullets = [place for place in self._bullets if start <= place < end]
            if number is None:
                tail = self._paragraph_end(bullets[-1], end) if bullets else end
                return [(tail, end)] if tail < end else [(start, end)] * bool(bullets)
            if number <= len(bullets):
                following = bullets[number] if number < len(bullets) else end
                return [(bullets[number - 1], self._paragraph_end(bullets[number - 1], following))]
            return []
        return []

    def _paragraph_end(self, start: int, end: int) -> int:
        """Where the paragraph ends: at an empty line after a full stop."""
        ends = (place for place in sorted(self.document.paragraphs) if start < place < end)
        return next((place for place in ends if self.document.text[place - 1] in _ENDS), end)

    def heading(self, locator: str) -> tuple[int, str] | None:
        """The place of the heading that the words of a locator choose, and these words."""
        wanted = _tidy(locator)
        match = _BULLET.match(wanted) or _LAST.match(wanted) or _LOCATOR.match(wanted)
        words = match["words"] if match else ""
        return next(((start, words) for start in self._headings_with(words or "")), None)

    def label(self, place: int) -> str:
        """The locator of the clause in which a place stands, as far as the numbering tells."""
        bullet = max((start for start in self._bullets if start <= place), default=-1)
        node = max((node for node in self.nodes if node.start <= place), key=lambda node: node.start, default=None)
        if node is not None and node.start > bullet:
            return _spelled(node.path)
        if bullet < 0:
            return ""
        for start, end in self.headings:
            if start < bullet < self._section(start)[1]:
                number = sum(start <= place <= bullet for place in self._bullets)
                return f"{self.document.text[start:end]} ◎{number}"
        return ""


def _spelled(path: Path) -> str:
    one, two, three = path
    text = (_chinese(one) if one else "") + (f"({_chinese(two)})" if two else "")
    if three is None:
        return text
    return f"{text}{three}" if two else f"{text}-{three}"


def _chinese(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def _is_heading(line: str) -> bool:
    if not 2 <= len(line) <= 40 or line[0] in _BULLETS or any(char in line for char in "。,;:!?/"):
        return False
    return sum("\u4e00" <= char <= "\u9fff" for char in line) * 2 >= len(line)


def _tidy(locator: str) -> str:
    parts = [folded(part) for part in locator.split()]
    return " ".join(part for part in parts if part)
