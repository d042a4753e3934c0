"""What the sentence around a printed figure says of its year, comparator, hedge and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from urbancmp.checks.printed import OPERATOR
from urbancmp.checks.reading import chosen, printed_readings
from urbancmp.checks.registry import Finding, at
from urbancmp.documents.comparators import comparator, hedge, loose, within
from urbancmp.documents.document import Document
from urbancmp.model import Comparator, Data, Figure, Kind, Source
from urbancmp.model import Tier as Level
from urbancmp.names import full_names, names_of

Span = tuple[int, int]

_SEGMENT = re.compile(r"[,;。!?]")
_FIRM = re.compile(r"力争|争取|奋力")
_WHOLE = {Level.PROVINCE: ("全省", "省级"), Level.PREFECTURE: ("全市",), Level.COUNTY: ("全县", "全市")}
_NOT_DATED = frozenset(("threshold_in_name", "standard", "inconsistent"))


@dataclass(frozen=True)
class Evidence:
    """One place where the printed figure stands: its span, and the clause that is searched around it."""

    data: Data
    source: Source
    document: Document
    span: Span
    clause: Span

    def findings(self, figure: Figure) -> list[Finding]:
        """Everything in which the sentence and the figure disagree."""
        return [*self._year(figure), *self._comparator(figure), *self._hedge(figure), *self._place(figure)]

    def _said(self, figure: Figure, **values: object) -> dict[str, object]:
        return {"printed": figure.printed, **values}

    # The year

    def _year(self, figure: Figure) -> Iterator[Finding]:
        years = self.document.years
        first, last = self.document.sentence(self.span[0])
        before = [year for year in years if first <= year.start and year.end <= self.span[1]]
        after = [year for year in years if self.span[1] <= year.start < last]
        earlier = [year for year in years if self.clause[0] <= year.start < first]
        governing = {before[-1].value} if before else {year.value for year in after + earlier[-1:]}
        if figure.year is None:
            if before and not _NOT_DATED & set(figure.flags):
                yield Finding("U408", at(figure), self._said(figure, wanted=before[-1].value, found="-"))
            return
        inferred = {"inferred_year", "per_year"} & set(figure.flags)
        allowed = governing | (self._of_document(figure) if inferred else set())
        if figure.year not in allowed:
            wanted = ", ".join(map(str, sorted(allowed))) or "-"
            yield Finding("U408", at(figure, "year"), self._said(figure, wanted=wanted, found=figure.year))
        elif before and before[-1].ahead and figure.kind is Kind.ACTUAL and not inferred:
            yield Finding("U413", at(figure, "actual"), self._said(figure, year=figure.year))
        end = max(self.clause[1], last)
        named = {year.value for year in self.document.mentioned if self.clause[0] <= year.start < end}
        if figure.period_start is not None and figure.period_start not in named | self._of_document(figure, first=True):
            said = self._said(figure, wanted=", ".join(map(str, sorted(named))) or "-", found=figure.period_start)
            yield Finding("U408", at(figure, "period_start"), said)

    def _of_document(self, figure: Figure, *, first: bool = False) -> set[int]:
        """The years that a document lends to a figure without one.

        Actuals take the base year or the document's date, targets the last year of the period or else the date.
        """
        period, written = self.source.period, self.document.written
        if first:
            lent = [period[0] if period else written]
        elif figure.kind is Kind.ACTUAL:
            lent = [self.source.base_year, written]
        else:
            lent = [period[1] if period else written]
        return {year for year in lent if year is not None}

    # The comparator and the hedge

    def _segment(self) -> str:
        """From the last comma to the end of the printed figure."""
        first = self.document.part(self.span[0])[0]
        return _SEGMENT.split(self.document.text[first : self.span[0]])[-1] + self.document.text[slice(*self.span)]

    def _comparator(self, figure: Figure) -> Iterator[Finding]:
        if figure.value is None or figure.derived or figure.comparator is Comparator.RANGE:
            return
        wanted = self._coverage(figure) if "coverage" in figure.flags else self._of_number(figure)
        if wanted is not None and wanted is not figure.comparator:
            said = self._said(figure, wanted=OPERATOR[wanted], found=OPERATOR[figure.comparator])
            yield Finding("U409", at(figure, "op"), said)

    def _coverage(self, figure: Figure) -> Comparator:
        segment = self._segment()
        return Comparator.APPROX if hedge(segment).startswith("基本") or loose(figure.printed) else Comparator.EQ

    def _of_number(self, figure: Figure) -> Comparator | None:
        """None where the printed figure alone disagrees already."""
        reading = chosen(figure, printed_readings(figure))
        if reading is None or reading.comparator is not figure.comparator:
            return None
        text, start = self.document.text, self.span[0]
        # Counted from the end: a line break inside the number makes the span longer than the printed words.
        behind = self.span[1] - len(self.document.plain(figure.printed))
        number_end = behind + reading.number.end
        before = text[self.document.part(start)[0] : start + reading.number.start]
        end = behind + (reading.end if reading.word != "强" else reading.number.end)
        return within(text[number_end : number_end + 1]) or comparator(before, text[end : end + 6])

    def _hedge(self, figure: Figure) -> Iterator[Finding]:
        if "hedged" in figure.flags:
            return
        part = self.document.text[self.document.part(self.span[0])[0] : self.span[1]]
        word = hedge(self._segment()) or next(iter(_FIRM.findall(part)), "")
        if word and not hedge(figure.printed):
            yield Finding("U410", at(figure, "flags"), self._said(figure, word=word))

    # The place

    def _place(self, figure: Figure) -> Iterator[Finding]:
        if figure.jurisdiction == self.source.jurisdiction:
            return
        place = self.data.jurisdictions.get(figure.jurisdiction)
        if place is None:
            return
        if "inferred_jurisdiction" in figure.flags and place.parent == self.source.jurisdiction:
            return
        names = set(full_names(place, self.data.jurisdictions))
        names |= set() if place.shared_name else set(names_of(place)) - {place.id, place.code}
        if self._above(figure.jurisdiction):
            names |= set(_WHOLE.get(place.tier, ()))
        clause = self.document.text[slice(*self.clause)]
        if not any(self.document.plain(name) in clause for name in names):
            yield Finding("U411", at(figure, "jurisdiction"), self._said(figure, jurisdiction=place.name.zh))

    def _above(self, id_: str) -> bool:
        place = self.data.jurisdictions.get(self.source.jurisdiction)
        seen: set[str] = set()
        while place is not None and place.id not in seen:
            seen.add(place.id)
            if place.parent == id_:
                return True
            place = self.data.jurisdictions.get(place.parent)
        return False
