"""Faults of reference: names that lead nowhere, codes borne twice, headings that disagree."""

from collections.abc import Callable, Iterator, Mapping

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.model import Data, Figure, Kind
from urbancmp.schema.types import suggestion
from urbancmp.tomlfile import TomlFile

Where = Callable[[tuple[str | int, ...]], Location]

_LINKS: tuple[tuple[str, str, str], ...] = (
    ("jurisdictions", "parent", "jurisdictions"),
    ("rows", "family", "families"),
    ("rows", "companions", "indicators"),
    ("indicators", "family", "families"),
    ("indicators", "row", "rows"),
    ("indicators", "topic", "topics"),
    ("sources", "jurisdiction", "jurisdictions"),
    ("identities", "jurisdiction", "jurisdictions"),
    ("identities", "result", "indicators"),
    ("orders", "indicators", "indicators"),
)


def faults(data: Data, where: Where, files: dict[str, TomlFile], named: Mapping[str, set[str]]) -> list[Diagnostic]:
    """All faults of reference, in the order of the rules.

    `named` holds the ids that the files define, also where faults kept the definition from being built: then its
    own fault is told, not its consequences.
    """
    found = [*_dangling(data, files, named), *_places(data, where, named), *_codes(data, files)]
    return [*found, *_ancestors(data, files), *_families(data, files), *_duplicates(data, where)]


def _at(files: dict[str, TomlFile], *keys: str) -> Location:
    """The place of a definition: the last file that has it, as overlays come last."""
    for file in reversed(files.values()):
        if keys[1] in file.values.get(keys[0], {}):
            return file.where(keys)
    return Location("")


def _dangling(data: Data, files: dict[str, TomlFile], named: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    for table, key, target in _LINKS:
        known = getattr(data, target)
        for id_, record in getattr(data, table).items():
            value = getattr(record, key)
            for name in (value,) if isinstance(value, str) else value:
                if name and name not in known and name not in named[target]:
                    place = _at(files, table, id_, key)
                    if place.path:
                        said = {"key": key, "table": target, "found": name, "suggestion": suggestion(name, known)}
                        yield Diagnostic("U120", place, said)


def _places(data: Data, where: Where, named: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    """Figures at places that are not there; a place taken over from the source is the source's fault."""
    known = data.jurisdictions.keys() | named["jurisdictions"]
    for figure in data.figures:
        source = data.sources.get(figure.source)
        if figure.jurisdiction not in known and (source is None or figure.jurisdiction != source.jurisdiction):
            hint = suggestion(figure.jurisdiction, data.jurisdictions)
            said = {"key": "jurisdiction", "table": "jurisdiction", "found": figure.jurisdiction, "suggestion": hint}
            yield Diagnostic("U120", where((*figure.path, "jurisdiction")), said)


def _codes(data: Data, files: dict[str, TomlFile]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for place in data.jurisdictions.values():
        if place.code and place.code in seen:
            said = {"found": place.code, "other": seen[place.code]}
            yield Diagnostic("U121", _at(files, "jurisdictions", place.id, "code"), said)
        seen.setdefault(place.code, place.id)


def _ancestors(data: Data, files: dict[str, TomlFile]) -> Iterator[Diagnostic]:
    for place in data.jurisdictions.values():
        seen, above = set(), place.parent
        while above in data.jurisdictions and above not in seen:
            seen.add(above)
            above = data.jurisdictions[above].parent
        if place.id in seen:
            yield Diagnostic("U122", _at(files, "jurisdictions", place.id, "parent"), {"found": place.id})


def _families(data: Data, files: dict[str, TomlFile]) -> Iterator[Diagnostic]:
    for indicator in data.indicators.values():
        row = data.rows.get(indicator.row)
        if row is not None and row.family != indicator.family:
            said = {"row": row.id, "other": row.family, "found": indicator.family}
            yield Diagnostic("U125", _at(files, "indicators", indicator.id, "row"), said)


def _duplicates(data: Data, where: Where) -> Iterator[Diagnostic]:
    """The same statement twice in one source, unless marked; two actuals of one year that differ between sources."""
    first: dict[tuple[object, ...], tuple[str | int, ...]] = {}
    actuals: dict[tuple[str, str, int | None], list[int]] = {}
    for number, figure in enumerate(data.figures):
        if figure.value is None or "duplicate" in figure.flags:
            continue
        key = (figure.source, figure.jurisdiction, figure.indicator, figure.kind, figure.year, figure.period_start)
        tidy = len(figure.path) == 2
        same: tuple[object, ...] = key if tidy else (*key, figure.value, figure.comparator)
        if same in first:
            yield _twice(figure, where, first[same], tidy=tidy)
            continue
        first.setdefault(same, figure.path)
        if figure.kind is Kind.ACTUAL and "part_year" not in figure.flags:
            actuals.setdefault((figure.jurisdiction, figure.indicator, figure.year), []).append(number)
    for numbers in actuals.values():
        yield from _contradictions(data, where, numbers) if len(numbers) > 1 else ()


def _twice(figure: Figure, where: Where, other: tuple[str | int, ...], *, tidy: bool) -> Diagnostic:
    said: dict[str, object] = {"other": where(other).line}
    if tidy:
        said |= {"jurisdiction": figure.jurisdiction, "indicator": figure.indicator}
        said |= {"kind": figure.kind, "year": figure.year or ""}
    return Diagnostic("U506" if tidy else "U123", where(figure.path), said)


def _contradictions(data: Data, where: Where, numbers: list[int]) -> Iterator[Diagnostic]:
    one, *others = (data.figures[number] for number in numbers)
    for other in others:
        differ = (one.value, one.comparator, one.unit) != (other.value, other.comparator, other.unit)
        if differ and one.vintage == other.vintage:
            said = {"indicator": one.indicator, "jurisdiction": one.jurisdiction, "year": one.year or "-"}
            said |= {"found": f"{other.value}{other.unit}", "other": f"{one.value}{one.unit}", "source": one.source}
            yield Diagnostic("U124", where(other.path), said)
