"""Figures against what the table says of their documents, and definitions against each other."""

import re
from collections.abc import Iterator

from urbancmp.checks.registry import Finding, at, check, defined
from urbancmp.model import Data, Figure, Kind, Source
from urbancmp.names import folded, short
from urbancmp.schema.types import suggestion
from urbancmp.units import UNITS

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@check("U304")
def units(data: Data) -> Iterator[Finding]:
    """A unit that the table of units does not hold: it can be compared only with itself."""
    for indicator in data.indicators.values():
        if indicator.unit not in UNITS:
            said = {"found": indicator.unit, "suggestion": suggestion(indicator.unit, UNITS)}
            yield Finding("U304", defined("indicators", indicator.id, "unit"), said)


@check("U314")
def years(data: Data) -> Iterator[Finding]:
    """A figure without a document to prove it, of a year that nothing about its document supports."""
    supported = {source.id: _supported(source) for source in data.sources.values() if not source.text}
    for figure in data.figures:
        known = supported.get(figure.source)
        if not known or figure.year is None or figure.year in known:
            continue
        source = data.sources[figure.source]
        if not (figure.kind is Kind.TARGET and _horizon(figure, source)):
            yield Finding("U314", at(figure, "year"), {"year": figure.year, "source": figure.source})


def _supported(source: Source) -> set[int]:
    """Years of the title and of the period, the base year, the year of publication and the one before."""
    years = {int(year) for year in _YEAR.findall(source.title)}
    years |= {source.base_year} if source.base_year else set()
    if source.period:
        first, last = source.period
        years |= {first - 1, last}
    if published := _published(source):
        years |= {published, published - 1}
    return years


def _horizon(figure: Figure, source: Source) -> bool:
    """Plans end in years divisible by five."""
    first, last = source.period or (_published(source) or 0, 2100)
    return figure.year is not None and figure.year % 5 == 0 and first <= figure.year <= last


def _published(source: Source) -> int | None:
    found = _YEAR.match(source.published)
    return int(found[0]) if found else None


@check("U322")
def undated(data: Data) -> Iterator[Finding]:
    """An actual without a year; a year said to be inferred that is not there."""
    for figure in data.figures:
        if figure.year is not None:
            continue
        flag = next((flag for flag in ("inferred_year", "inherited_year", "per_year") if flag in figure.flags), "")
        if flag or (figure.kind is Kind.ACTUAL and figure.value is not None):
            yield Finding("U322", at(figure), {"kind": figure.kind, "reason": f"'{flag}'" if flag else figure.kind})


@check("U323")
def places(data: Data) -> Iterator[Finding]:
    """A figure of another place than its document's, where no document can show it."""
    for figure in data.figures:
        source = data.sources.get(figure.source)
        if source is None or source.text or not source.jurisdiction or figure.jurisdiction == source.jurisdiction:
            continue
        if figure.jurisdiction not in _named(data, source) and "inferred_jurisdiction" not in figure.flags:
            said = {"found": figure.jurisdiction, "source": source.id, "other": source.jurisdiction}
            yield Finding("U323", at(figure, "jurisdiction"), said)


@check("U315")
def dates(data: Data) -> Iterator[Finding]:
    """An actual of a year after its document; a target outside the document's period."""
    published = {source.id: _published(source) for source in data.sources.values()}
    for figure in data.figures:
        source = data.sources.get(figure.source)
        if source is None or figure.year is None:
            continue
        written = published[source.id]
        if figure.kind is Kind.ACTUAL:
            first, last = 0, written or 9999
        else:
            first, last = source.period or (0, 9999)
        if not first <= figure.year <= last:
            said = {"kind": figure.kind, "year": figure.year, "source": source.id}
            said |= {"when": f"{first}-{last}" if first else str(last)}
            yield Finding("U315", at(figure, "year"), said)


@check("U321")
def titles(data: Data) -> Iterator[Finding]:
    """A source whose title names other places, but not its jurisdiction."""
    for source in data.sources.values():
        if source.jurisdiction not in data.jurisdictions:
            continue
        named = _named(data, source)
        if named and not named & _kin(data, source.jurisdiction):
            said = {"source": source.id, "named": ", ".join(sorted(named)), "found": source.jurisdiction}
            yield Finding("U321", defined("sources", source.id, "jurisdiction"), said)


def _named(data: Data, source: Source) -> set[str]:
    return {
        place.id
        for place in data.jurisdictions.values()
        if not place.shared_name
        for name in filter(None, (place.name.zh, place.name.hant))
        if len(short(name)) > 1 and short(name) in source.title
    }


def _kin(data: Data, id_: str) -> set[str]:
    """The place itself, and for one whose short name is shared (郊区) the city in front of it."""
    place = data.jurisdictions[id_]
    return {id_, place.parent} if place.shared_name else {id_}


@check("U319")
def names(data: Data) -> Iterator[Finding]:
    """Two indicators of one name: a reader who types it gets a question instead of an answer."""
    seen: dict[str, str] = {}
    for indicator in data.indicators.values():
        for name in (indicator.name.zh, indicator.name.en):
            other = seen.setdefault(folded(name), indicator.id)
            if other != indicator.id:
                yield Finding("U319", defined("indicators", indicator.id, "name"), {"name": name, "other": other})


@check("U320")
def topics(data: Data) -> Iterator[Finding]:
    """Members of one row under different topics."""
    first: dict[str, tuple[str, str]] = {}
    for indicator in data.indicators.values():
        if not indicator.row:
            continue
        topic, other = first.setdefault(indicator.row, (indicator.topic, indicator.id))
        if topic != indicator.topic:
            said = {"row": indicator.row, "found": indicator.topic or "-", "topic": topic or "-", "other": other}
            yield Finding("U320", defined("indicators", indicator.id, "topic" if indicator.topic else "row"), said)


@check("U330", "U331", "U332", "U333")
def unfinished(data: Data) -> Iterator[Finding]:
    """What is declared and not used, or used and not declared in full."""
    used = {figure.indicator for figure in data.figures}
    sources = {figure.source for figure in data.figures}
    rows = [indicator.row for indicator in data.indicators.values()]
    for indicator in data.indicators.values():
        if indicator.id not in used:
            yield Finding("U330", defined("indicators", indicator.id), {"key": indicator.id})
        if not indicator.definition:
            yield Finding("U332", defined("indicators", indicator.id), {"key": indicator.id})
    for source in data.sources.values():
        if source.id not in sources:
            yield Finding("U330", defined("sources", source.id), {"key": source.id})
        if source.text and not source.sha256:
            yield Finding("U331", defined("sources", source.id, "text"), {"text": source.text})
    for row in data.rows.values():
        if rows.count(row.id) < 2:
            yield Finding("U333", defined("rows", row.id), {"row": row.id})
