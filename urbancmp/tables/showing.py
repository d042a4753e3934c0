"""The view of one indicator everywhere: a path a place, and the partial order where bounds leave it open."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from urbancmp.model import Data, Indicator, Kind
from urbancmp.show import Path, Standing, Step, spread
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import dated, digits, label, quantity
from urbancmp.tables.view import Bar, Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.units import word
from urbancmp.words import say

COLUMNS = (
    "jurisdiction", "indicator", "kind", "comparator", "value", "value_high", "unit", "year", "per_year", "since",
    "printed", "source", "locator", "flags",
)  # fmt: skip
HUNDREDTH = Decimal("0.01")


def view(
    data: Data,
    indicator: Indicator,
    paths: Iterable[Path],
    orders: Iterable[tuple[int, tuple[Standing, ...]]],
    lang: str,
) -> View:
    """The paths and orders of an indicator for people and programs."""
    paths = tuple(paths)
    records = tuple(_record(path, step) for path in paths for step in path.steps)
    title = f"{indicator.name.in_(lang)}{say('colon', lang)}{word(indicator.unit, lang) or indicator.unit}"
    blocks: list[Block] = [_grid(data, indicator, paths, lang)]
    for year, standings in orders:
        blocks += _order(indicator, year, standings, lang)
    if not any(step.figure.kind is Kind.ACTUAL for path in paths for step in path.steps):
        blocks.append(Lines((say("show.no_progress", lang),)))
    if indicator.note is not None:
        blocks.append(Lines((indicator.note.in_(lang),)))
    return View(Records(COLUMNS, records, labels(COLUMNS, lang)), tuple(blocks), title)


def _grid(data: Data, indicator: Indicator, paths: tuple[Path, ...], lang: str) -> Grid:
    heads = (
        Head(say("show.place", lang)),
        Head(say("show.value", lang)),
        Head(say("show.pace", lang), right=True),
        Head(),
        Head(say("show.clause", lang)),
    )
    values = [step.figure.value for path in paths for step in path.steps if step.figure.value is not None]
    top = max(values, default=Decimal(0))
    rows = [row for path in paths for row in _path_rows(data, indicator, path, top, lang)]
    return Grid(heads, tuple(rows))


def _path_rows(data: Data, indicator: Indicator, path: Path, top: Decimal, lang: str) -> Iterator[GridRow]:
    for number, step in enumerate(path.steps):
        figure = step.figure
        place = label(path.place.name, lang) if number == 0 else ""
        bar = Cell(bar=Bar(float(figure.value / top))) if figure.value is not None and top > 0 else Cell()
        source = data.sources.get(figure.source)
        where = f"{(source.number or source.title) if source else figure.source} {figure.locator}".strip()
        cells = (Cell(place), Cell(dated(figure, lang, indicator.unit)), Cell(_pace(indicator, step, lang)), bar)
        yield GridRow((*cells, Cell(where)))


def rounded(value: Decimal) -> str:
    """A change a year to two decimals."""
    return digits(value.quantize(HUNDREDTH, ROUND_HALF_EVEN))


def _pace(indicator: Indicator, step: Step, lang: str) -> str:
    if step.per_year is None or step.since is None:
        return ""
    unit = say("unit.points", lang) if indicator.unit == "%" else ""
    since = say("show.since", lang, year=step.since.year)
    return f"{'+' if step.per_year >= 0 else ''}{rounded(step.per_year)} {unit} {since}".replace("  ", " ")


def _order(indicator: Indicator, year: int, standings: tuple[Standing, ...], lang: str) -> Iterator[Block]:
    heads = (Head(say("show.rank", lang)), Head(say("show.place", lang)), Head(say("show.value", lang), right=True))
    rows = tuple(
        GridRow(
            (
                Cell(str(one.best) if one.best == one.worst else f"{one.best}-{one.worst}"),
                Cell(label(one.place.name, lang)),
                Cell(quantity(one.figure, lang)),
            )
        )
        for one in standings
    )
    tier = say(f"tier.{standings[0].place.tier.value}", lang)
    yield Grid(heads, rows, say("show.order", lang, year=year, tier=tier))
    remarks = [say("show.partial", lang)] if any(one.best != one.worst for one in standings) else []
    distance = spread(standings)
    if distance is not None:
        unit = say("unit.points", lang) if indicator.unit == "%" else word(indicator.unit, lang)
        key = "show.spread_least" if distance[1] else "show.spread"
        remarks.append(say(key, lang, spread=digits(distance[0]), unit=unit))
    yield Lines(tuple(remarks))


def _record(path: Path, step: Step) -> dict[str, Value]:
    figure = step.figure
    return {
        "jurisdiction": path.place.id,
        "indicator": figure.indicator,
        "kind": figure.kind.value,
        "comparator": figure.comparator.value,
        "value": figure.value,
        "value_high": figure.high,
        "unit": figure.unit,
        "year": figure.year,
        "per_year": None if step.per_year is None else Decimal(rounded(step.per_year)),
        "since": None if step.since is None else step.since.year,
        "printed": figure.printed or None,
        "source": figure.source,
        "locator": figure.locator or None,
        "flags": ";".join(figure.flags) or None,
    }
