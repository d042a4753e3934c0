"""The tidy table of all figures, with the columns that other programs rely on."""

from collections.abc import Iterable

from urbancmp.model import Data, Figure
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import dated
from urbancmp.tables.view import Cell, Grid, GridRow, Head, Records, Value, View
from urbancmp.tidyfile import COLUMNS, UNQUANTIFIED
from urbancmp.units import word
from urbancmp.words import say


def view(data: Data, figures: Iterable[Figure], lang: str) -> View:
    """One row a figure, in the order of the documents."""
    figures = tuple(figures)
    rows = tuple(_record(data, figure) for figure in figures)
    return View(Records(COLUMNS, rows, labels(COLUMNS, lang)), (_grid(data, figures, lang),))


def _grid(data: Data, figures: Iterable[Figure], lang: str) -> Grid:
    """What a reader needs of each figure; the other columns are for programs."""
    keys = (
        "column.jurisdiction",
        "compare.indicator",
        "column.value",
        "column.unit",
        "column.source",
        "column.locator",
    )
    heads = tuple(Head(say(key, lang)) for key in keys)
    return Grid(heads, tuple(GridRow(tuple(map(Cell, _texts(data, figure, lang)))) for figure in figures))


def _texts(data: Data, figure: Figure, lang: str) -> tuple[str, ...]:
    place, indicator = data.jurisdictions[figure.jurisdiction], data.indicators[figure.indicator]
    value = dated(figure, lang, figure.unit)
    return (
        place.name.in_(lang), indicator.name.in_(lang), value, word(figure.unit, lang), figure.source, figure.locator
    )  # fmt: skip


def _record(data: Data, figure: Figure) -> dict[str, Value]:
    place, indicator = data.jurisdictions[figure.jurisdiction], data.indicators[figure.indicator]
    flags = [*figure.flags, *([UNQUANTIFIED + figure.unquantified] if figure.unquantified else [])]
    return {
        "jurisdiction": place.id,
        "jurisdiction_zh": place.name.zh,
        "jurisdiction_en": place.name.en,
        "indicator": indicator.id,
        "indicator_zh": indicator.name.zh,
        "indicator_en": indicator.name.en,
        "family": indicator.family,
        "row": indicator.row or None,
        "kind": figure.kind.value,
        "measure": indicator.measure.value,
        "polarity": indicator.polarity.value,
        "comparator": figure.comparator.value,
        "value": figure.value,
        "value_high": figure.high,
        "unit": figure.unit,
        "year": figure.year,
        "period_start": figure.period_start,
        "printed": figure.printed or None,
        "source": figure.source,
        "locator": figure.locator or None,
        "flags": ";".join(flags) or None,
        "note": figure.note or None,
    }
