"""Numbers of a document that no figure covers and no rule explains: what a curator may have overlooked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from urbancmp.checks.proof import Proof, Proofs
from urbancmp.documents.document import Document
from urbancmp.documents.numerals import Number, arabic, chinese
from urbancmp.documents.unitwords import word_at
from urbancmp.model import Data

Span = tuple[int, int]

# What a number can be besides data; each pattern covers the numbers inside its match.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.M))
    for name, pattern in (
        ("date", r"(?<!\d)(?:19|20)\d{2}(?:年|[-~](?:19|20)\d{2}年?)(?:\d{1,2}月)?(?:\d{1,2}日)?"),
        ("date", r"(?<!\d)\d{1,2}月(?:份|\d{1,2}日)?|\d{1,2}日"),
        ("date", r"(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?"),
        ("date without separators", r"(?<!\d)(?:19|20)\d{2}(?:(?:19|20)\d{2}年?|\d{2,4}(?!\d))"),
        ("document number", r"\[\d{4}\]?\d*号?"),
        ("index number", r"(?<!\d)\d{10,}(?:/[\d-]+)?"),
        ("telephone", r"(?<!\d)0\d{2,3}-\d{7,8}"),
        ("identifier", r"(?<![A-Za-z\d])(?=[A-Za-z\d]*\d)(?=[A-Za-z\d]*[A-Za-z])[A-Za-z\d]{6,}"),
        ("file name", r"[\w-]*\d[\w-]*\.(?:jpe?g|png|gif|docx?|pdf)"),
        ("standard", r"[A-Z]{2,}(?:/T)?\s?\d+(?:\.\d+)?(?:-\d{4})?"),
        ("road number", r"(?<![A-Za-z])[GSXYC]\d{1,4}(?!\d)|[国省县]道\d+(?:、\d+)*"),
        ("technical name", r"\d[Gg](?![A-Za-z])|\dD打印"),
        ("programme", r'"\d[\d ]*"(?:工程|方式|行动|计划|体系)'),
        ("ordinal", r"第\d+"),
        ("pages", r"\d+页"),
    )
)
_MARKER = re.compile(r"(?:\d{1,3}[.、]|\((?:\d{1,3})\))")
_QUOTED = re.compile(r'"[^"]{1,30}"')
_COUNTED = frozenset(("条", "座", "家", "所", "户", "处", "项", "类", "头", "公里", "亩", "平方米", "亿元"))
_AROUND = 12


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A number that nothing accounts for, with its place and the words around it (for the screen only)."""

    source: str
    path: str
    line: int
    column: int
    number: str
    context: str
    where: str = ""


def uncovered(data: Data, proofs: Proofs) -> Iterator[Uncovered]:
    """The numbers left over in every document that was read, in order."""
    for id_, document in proofs.documents.items():
        own = [proof for proof in proofs.proofs if proof.document is document]
        covered = [*_figures(own), *_explained(document), *_named(data, document, own)]
        for number in _numbers(document):
            if not any(start <= number.start and number.end <= end for start, end in covered):
                yield _entry(id_, document, number)


def _numbers(document: Document) -> list[Number]:
    """All numbers in digits; in words the fractions, and the counts (五条) that are no name (“十大行动”, 一批)."""
    text = document.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    words = [number for number in chinese(text) if number.fraction or _counts(text, number)]
    named = [number for number in words if not any(start < number.start < end for start, end in quoted)]
    return sorted([*arabic(text), *named], key=lambda number: number.start)


def _counts(text: str, number: Number) -> bool:
    return number.value > 1 and word_at(text, number.end) in _COUNTED and text[number.start - 1] != "第"


def _figures(proofs: Iterable[Proof]) -> Iterator[Span]:
    return (proof.span for proof in proofs if proof.span is not None)


def _explained(document: Document) -> Iterator[Span]:
    for _, pattern in RULES:
        yield from (match.span() for match in pattern.finditer(document.text))
    for start in document.clauses.starts:
        if match := _MARKER.match(document.text, start):
            yield match.span()


def _named(data: Data, document: Document, proofs: Iterable[Proof]) -> Iterator[Span]:
    """Numbers in the name of an indicator whose figure stands in the sentence: thresholds, voltages, sizes."""
    for proof in proofs:
        if proof.span is None:
            continue
        indicator = data.indicators[proof.figure.indicator]
        names = "\n".join(document.plain(name) for name in (indicator.name.zh, *indicator.aliases))
        named = {_with_unit(names, number) for number in arabic(names)}
        first, last = document.sentence(proof.span[0])
        for number in arabic(document.text[first:last]):
            if _with_unit(document.text[first:last], number) in named:
                yield first + number.start, first + number.end


def _with_unit(text: str, number: Number) -> str:
    return text[number.start : number.end + 1]


def _entry(id_: str, document: Document, number: Number) -> Uncovered:
    line, column = document.line(number.start)
    around = document.folded.raw(max(0, number.start - _AROUND), min(len(document.text), number.end + _AROUND))
    context = " ".join(document.raw[slice(*around)].split())
    shown = document.text[number.start : number.end]
    return Uncovered(id_, document.path, line, column, shown, context, document.clauses.label(number.start))
