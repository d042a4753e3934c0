"""Every figure against its document on disk: found in its clause, found elsewhere, or not found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from urbancmp.checks.evidence import Evidence, Span
from urbancmp.checks.registry import Finding, at, defined
from urbancmp.documents.clauses import WHOLE
from urbancmp.documents.document import Document
from urbancmp.documents.reading import UnreadableError, read
from urbancmp.documents.script import folded
from urbancmp.model import Data, Figure, Indicator, Source
from urbancmp.names import names_of
from urbancmp.schema.types import suggestion

_SEPARATORS = "、,;。(:"
_FAR = 10
_LARGEST = 50_000_000


class Status(StrEnum):
    """What became of the search for a figure."""

    FOUND = "found"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"


@dataclass(frozen=True)
class Proof:
    """Where a figure stands in its document; `where` is the clause of the document's numbering."""

    figure: Figure
    status: Status
    document: Document
    span: Span | None = None
    where: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass
class Proofs:
    """All proofs of a run, the documents that were read, and the faults of the documents themselves."""

    proofs: list[Proof] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_findings(self) -> list[Finding]:
        """Faults of documents and of figures."""
        return self.findings + [finding for proof in self.proofs for finding in proof.findings]


def prove(data: Data, folder: Path) -> Proofs:
    """Prove the figures of every source that names a file.

    Raises DataError where a reader or the script converter is not installed.
    """
    found = Proofs()
    figures: dict[str, list[Figure]] = {}
    for figure in data.figures:
        figures.setdefault(figure.source, []).append(figure)
    for source in data.sources.values():
        if not source.text:
            continue
        document = _document(source, folder, found.findings)
        if document is None:
            continue
        found.documents[source.id] = document
        found.findings += _jurisdiction(data, source, document, figures.get(source.id, []))
        found.findings += _headings(document, figures.get(source.id, []))
        found.proofs += [_Search(data, source, document, figure).proof() for figure in figures.get(source.id, [])]
    return found


def _document(source: Source, folder: Path, findings: list[Finding]) -> Document | None:
    path = folder / source.text
    keys = defined("sources", source.id, "text")
    if not _inside(path, folder) or not path.is_file():
        names = [item.name for item in folder.iterdir() if item.is_file()]
        said = {"text": source.text, "folder": str(folder), "suggestion": suggestion(source.text, names)}
        findings.append(Finding("U401", keys, said))
        return None
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableError("it is larger than 50 MB")
        raw_text, raw = read(path)
    except UnreadableError as error:
        findings.append(Finding("U403", keys, {"text": source.text, "reason": str(error)}))
        return None
    digest = sha256(raw).hexdigest()
    if source.sha256 and digest != source.sha256.lower():
        said = {"text": source.text, "found": digest[:12] + "…"}
        findings.append(Finding("U402", defined("sources", source.id, "sha256"), said))
    return _opened(raw_text, str(path), _written(source), source.script)


@lru_cache(maxsize=64)
def _opened(raw: str, path: str, written: int | None, script: str) -> Document:
    """The document, prepared once for however many runs search it."""
    return Document(raw, path, written, script)


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _written(source: Source) -> int | None:
    if source.published[:4].isdigit():
        return int(source.published[:4])
    return source.period[0] if source.period and source.period[0] == source.period[1] else None


def _jurisdiction(data: Data, source: Source, document: Document, figures: list[Figure]) -> Iterator[Finding]:
    """A document must name its place; where the place was inferred, one of the places within it."""
    place = data.jurisdictions.get(source.jurisdiction)
    if place is None:
        return
    places = [place]
    if any("inferred_jurisdiction" in figure.flags for figure in figures):
        places += [item for item in data.jurisdictions.values() if item.parent == place.id and not item.shared_name]
    text = document.plain(source.title) + document.text
    names = [name for item in places for name in names_of(item) if name not in (item.id, item.code)]
    if not any(document.plain(name) in text for name in names):
        said = {"text": source.text, "jurisdiction": place.name.zh}
        yield Finding("U412", defined("sources", source.id, "jurisdiction"), said)


def _headings(document: Document, figures: list[Figure]) -> Iterator[Finding]:
    """One section called by two names: the rarer one is a slip."""
    named: dict[int, dict[str, list[Figure]]] = {}
    for figure in figures:
        if found := document.clauses.heading(figure.locator):
            named.setdefault(found[0], {}).setdefault(found[1], []).append(figure)
    for names in named.values():
        usual = max(names, key=lambda name: len(names[name]))
        for name, members in names.items():
            for figure in members if name != usual else ():
                yield Finding("U415", at(figure, "at"), {"clause": figure.locator, "found": name, "wanted": usual})


@dataclass(frozen=True)
class _Candidate:
    span: Span
    in_clause: bool
    distance: int | None
    findings: tuple[Finding, ...] = ()

    @property
    def rank(self) -> tuple[int, int, int]:
        return not self.in_clause, len(self.findings), self.distance or 0


@dataclass(frozen=True)
class _Search:
    """The search for one figure in its document."""

    data: Data
    source: Source
    document: Document
    figure: Figure

    def proof(self) -> Proof:
        """The best place of the printed figure: in its clause, beside its name, with the fewest contradictions."""
        clauses = self.document.clauses.find(self.figure.locator)
        candidates = list(self._candidates(clauses))
        named = [candidate for candidate in candidates if candidate.distance is not None]
        best = min(named, key=lambda candidate: candidate.rank, default=None)
        unnamed = any(candidate.in_clause for candidate in candidates) and (best is None or not best.in_clause)
        if unnamed:
            said = {"printed": self.figure.printed, "indicator": self._indicator.name.zh}
            return self._missing(Finding("U407", at(self.figure, "indicator"), said))
        if best is None:
            return self._missing(self._not_found() if clauses else self._no_clause(""))
        where = self.document.clauses.label(best.span[0])
        if best.in_clause:
            vague = [self._vague(where)] if _is_vague(self.figure.locator, where) else []
            return Proof(self.figure, Status.FOUND, self.document, best.span, where, (*best.findings, *vague))
        finding = self._elsewhere(best.span, where) if clauses else self._no_clause(self._place(best.span, where))
        return Proof(self.figure, Status.ELSEWHERE, self.document, best.span, where, (finding,))

    @property
    def _indicator(self) -> Indicator:
        return self.data.indicators[self.figure.indicator]

    def _candidates(self, clauses: list[Span]) -> Iterator[_Candidate]:
        document, figure = self.document, self.figure
        printed = document.plain(figure.printed)
        spans = document.occurrences(printed, ocr="ocr" in figure.flags) or document.occurrences(printed, ocr=True)
        names = [document.plain(name) for name in (self._indicator.name.zh, *self._indicator.aliases)]
        for span in spans:
            clause = next((around for around in clauses if around[0] <= span[0] and span[1] <= around[1]), None)
            sentence = document.sentence(span[0])
            there = [name for name in names if name in document.text[slice(*sentence)]]
            if not there:
                yield _Candidate(span, clause is not None, None)
                continue
            evidence = Evidence(self.data, self.source, document, span, clause or sentence)
            distance = min(_distance(document.text, sentence, span, name) for name in there)
            yield _Candidate(span, clause is not None, distance, tuple(evidence.findings(figure)))

    def _missing(self, finding: Finding) -> Proof:
        return Proof(self.figure, Status.MISSING, self.document, findings=(finding,))

    def _not_found(self) -> Finding:
        said = {"printed": self.figure.printed, "text": self.source.text, "indicator": self._indicator.name.zh}
        return Finding("U406", at(self.figure, "printed"), said)

    def _no_clause(self, found: str) -> Finding:
        said = {"text": self.source.text, "clause": self.figure.locator}
        hint = f"; '{self.figure.printed}': {found}" if found else ""
        return Finding("U404", at(self.figure, "at"), said | {"found": hint})

    def _elsewhere(self, span: Span, where: str) -> Finding:
        said = {"printed": self.figure.printed, "clause": self.figure.locator, "found": self._place(span, where)}
        return Finding("U405", at(self.figure, "at"), said)

    def _place(self, span: Span, where: str) -> str:
        return f"{where} ({self.source.text}:{self.document.line(span[0])[0]})".strip()

    def _vague(self, where: str) -> Finding:
        return Finding("U414", at(self.figure, "at"), {"clause": self.figure.locator, "found": where})


def _is_vague(locator: str, where: str) -> bool:
    """Whether the numbering has a narrower clause: 一(一) for a figure of 一(一)3."""
    own = folded(locator.rsplit(maxsplit=1)[-1]) if locator.split() else ""
    return bool(where) and (len(where) > len(own) if where.startswith(own) else locator in WHOLE)


def _distance(text: str, sentence: Span, span: Span, name: str) -> int:
    """How far the nearest mention of the name is; a separator in between counts as far."""
    best, place = 10**9, text.find(name, sentence[0], sentence[1])
    while place >= 0:
        end = place + len(name)
        between = text[end : span[0]] if end <= span[0] else text[span[1] : place] if place >= span[1] else ""
        best = min(best, len(between) + _FAR * sum(char in _SEPARATORS for char in between))
        place = text.find(name, place + 1, sentence[1])
    return best
