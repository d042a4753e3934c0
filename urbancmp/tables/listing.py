"""Lists of everything that can be named, with counts."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from urbancmp.model import Data, Figure, Kind
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import digits
from urbancmp.tables.view import Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.words import say

Row = Mapping[str, Value]


def _counts(figures: Iterable[Figure]) -> dict[str, Value]:
    figures = tuple(figures)
    targets = sum(figure.kind is Kind.TARGET for figure in figures)
    return {"figures": len(figures), "targets": targets, "actuals": len(figures) - targets}


def _jurisdictions(data: Data) -> Iterable[Row]:
    for place in data.jurisdictions.values():
        yield {
            "id": place.id,
            "code": place.code,
            "name_zh": place.name.zh,
            "name_en": place.name.en,
            "tier_level": place.tier.value,
            "parent": place.parent or None,
            **_counts(data.by_place.get(place.id, ())),
        }


def _indicators(data: Data) -> Iterable[Row]:
    for indicator in data.indicators.values():
        figures = data.by_indicator.get(indicator.id, ())
        yield {
            "id": indicator.id,
            "name_zh": indicator.name.zh,
            "name_en": indicator.name.en,
            "family": indicator.family,
            "row": indicator.row or None,
            "unit": indicator.unit,
            "measure": indicator.measure.value,
            "polarity": indicator.polarity.value,
            "jurisdictions": len({figure.jurisdiction for figure in figures}),
            **_counts(figures),
        }


def _families(data: Data) -> Iterable[Row]:
    for family in data.families.values():
        members = [indicator.id for indicator in data.indicators.values() if indicator.family == family.id]
        figures = [figure for id_ in members for figure in data.by_indicator.get(id_, ())]
        yield {
            "id": family.id,
            "name_zh": family.name.zh,
            "name_en": family.name.en,
            "indicators": len(members),
            "jurisdictions": len({figure.jurisdiction for figure in figures}),
            **_counts(figures),
        }


def _sources(data: Data) -> Iterable[Row]:
    for source in data.sources.values():
        figures = [figure for figure in data.figures if figure.source == source.id]
        yield {
            "id": source.id,
            "title": source.title,
            "issuer": source.issuer or None,
            "number": source.number or None,
            "published": source.published or None,
            "source_kind": source.kind,
            "reliability": source.reliability or None,
            **_counts(figures),
        }


_COUNTS = ("figures", "targets", "actuals")
LISTS: dict[str, tuple[Callable[[Data], Iterable[Row]], tuple[str, ...], tuple[str, ...]]] = {
    "jurisdictions": (
        _jurisdictions,
        ("id", "code", "name_zh", "name_en", "tier_level", "parent", *_COUNTS),
        ("id", "code", "name_zh", "tier_level", "parent", "figures"),
    ),
    "indicators": (
        _indicators,
        ("id", "name_zh", "name_en", "family", "row", "unit", "measure", "polarity", "jurisdictions", *_COUNTS),
        ("id", "name", "unit", "jurisdictions", "figures"),
    ),
    "families": (
        _families,
        ("id", "name_zh", "name_en", "indicators", "jurisdictions", *_COUNTS),
        ("id", "name", "indicators", "jurisdictions", "figures"),
    ),
    "sources": (
        _sources,
        ("id", "title", "issuer", "number", "published", "source_kind", "reliability", *_COUNTS),
        ("id", "title", "published", "figures"),
    ),
}


def view(data: Data, what: str, lang: str) -> View:
    """The list `what` (a key of LISTS): all columns for programs, the most telling for people."""
    rows_of, columns, shown = LISTS[what]
    return listed(what, tuple(rows_of(data)), columns, shown, lang)


def listed(what: str, rows: tuple[Row, ...], columns: tuple[str, ...], shown: tuple[str, ...], lang: str) -> View:
    """Rows as a list with its count; 'name' among `shown` is the name in the reader's language."""
    names = {column: f"name_{lang}" if column == "name" else column for column in shown}
    known = labels(names.values(), lang)
    heads = tuple(Head(known.get(name, name), right=_numeric(rows, name)) for name in names.values())
    grid = tuple(GridRow(tuple(Cell(_text(name, row.get(name), lang)) for name in names.values())) for row in rows)
    blocks = (Grid(heads, grid), Lines((say("list.count", lang, count=len(rows)),)))
    return View(Records(columns, rows, labels(columns, lang)), blocks, say(f"list.{what}", lang))


def _numeric(rows: tuple[Row, ...], name: str) -> bool:
    return all(isinstance(row.get(name), int) for row in rows)


def _text(column: str, value: Value, lang: str) -> str:
    if column == "tier_level":
        return say(f"tier.{value}", lang)
    return "" if value is None else digits(value) if isinstance(value, Decimal) else str(value)
