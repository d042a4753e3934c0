"""The path of an indicator drawn year by year: actuals as bars, the schedule as a tick on them, targets beside.

Drawn with bars in the cells of a table and not with a plotting library: of the two that were tried with Chinese
labels, plotille 6 draws in braille dots, which many Chinese console fonts and code page 936 lack, and numbers the
years 2021.9000; plotext 6 has wheels of binary code for some platforms only. A table of bars is also read by Markdown,
HTML and a screen reader.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from urbancmp.model import Comparator, Data, Figure, Indicator, Kind
from urbancmp.show import Path
from urbancmp.tables import gapwords as _gapwords  # noqa: F401  (registers the words)
from urbancmp.tables.figures import digits, label, quantity
from urbancmp.tables.view import Bar, Block, Cell, Grid, GridRow, Head, Lines
from urbancmp.units import convert, word
from urbancmp.words import say

_HUNDREDTH = Decimal("0.01")
_MARGIN = Decimal("0.1")
_POINTS = (Comparator.EQ, Comparator.APPROX)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the schedule: straight from a baseline, or from the target before, to a target."""

    start: int
    end: int
    first: Decimal
    last: Decimal

    def at(self, year: int) -> Decimal:
        """The value expected in a year of the stretch."""
        return self.first + (self.last - self.first) * (year - self.start) / (self.end - self.start)


def schedule(data: Data, path: Path) -> dict[int, Decimal]:
    """The value that the schedule (序时进度) expects in each year: linear from the plan's baseline through its targets.

    The baseline is the actual of the source's base year, else the oldest one in its period, else the oldest of all.
    """
    values = {year: _value(data, one) for year, one in _actuals(path).items()}
    expected: dict[int, Decimal] = {}
    before: tuple[int, Decimal] | None = None
    for target in _targets(path):
        start = _baseline(data, target, values)
        year, goal = target.year or 0, _value(data, target)
        if before is not None and (start is None or before[0] > start[0]):
            start = before
        if start is not None and start[0] < year:
            piece = Segment(start[0], year, start[1], goal)
            expected = {at: piece.at(at) for at in range(start[0], year + 1)} | expected
        before = year, goal
    return expected


def _actuals(path: Path) -> dict[int, Figure]:
    found = (step.figure for step in path.steps if step.figure.kind is Kind.ACTUAL)
    return {
        one.year: one for one in found if one.year is not None and one.value is not None and one.comparator in _POINTS
    }


def _targets(path: Path) -> list[Figure]:
    found = [step.figure for step in path.steps if step.figure.kind is Kind.TARGET]
    numbers = [one for one in found if one.year and one.value is not None and one.comparator is not Comparator.RANGE]
    return sorted(numbers, key=lambda one: one.year or 0)


def _value(data: Data, figure: Figure) -> Decimal:
    return convert(figure.value or Decimal(0), figure.unit, data.indicators[figure.indicator].unit)


def _baseline(data: Data, target: Figure, values: dict[int, Decimal]) -> tuple[int, Decimal] | None:
    source, end = data.sources.get(target.source), target.year or 0
    base = source.base_year if source else None
    start, stop = (source.period if source and source.period else None) or (None, None)
    earlier = sorted(year for year in values if year < end)
    if base in earlier:
        year: int | None = base
    elif start is not None and stop is not None:
        year = next((one for one in earlier if start <= one <= stop), None)
    else:
        year = next(iter(earlier), None) if base is None else None
    return None if year is None else (year, values[year])


def blocks(data: Data, indicator: Indicator, paths: Iterable[Path], lang: str) -> Iterator[Block]:
    """A chart for each place with at least one number; every chart has the same scale, which is said."""
    paths = [path for path in paths if _actuals(path) or _targets(path)]
    values = [_value(data, one) for path in paths for one in (*_actuals(path).values(), *_targets(path))]
    if not values:
        return
    low, high = _scale(values)
    unit = word(indicator.unit, lang) or indicator.unit
    for path in paths:
        yield _chart(data, path, low, high, lang)
    yield Lines((say("chart.scale", lang, low=digits(low), high=digits(high), unit=unit), say("chart.key", lang)))


def _scale(values: list[Decimal]) -> tuple[Decimal, Decimal]:
    """Ends of the axis: a little more than the values span; from zero where they begin near it."""
    low, high = min(values), max(values)
    room = (high - low) * _MARGIN or abs(high) * _MARGIN or Decimal(1)
    bottom = Decimal(0) if 0 <= low <= (high - low) else low - room
    return bottom.quantize(Decimal(1), "ROUND_FLOOR"), (high + room).quantize(Decimal(1), "ROUND_CEILING")


def _chart(data: Data, path: Path, low: Decimal, high: Decimal, lang: str) -> Grid:
    actuals, expected = _actuals(path), schedule(data, path)
    targets: dict[int, list[Figure]] = {}
    for one in _targets(path):
        targets.setdefault(one.year or 0, []).append(one)
    rows = []
    for year in sorted({*actuals, *expected, *targets}):
        actual, due = actuals.get(year), expected.get(year)
        here = _value(data, actual) if actual else None
        cells = (
            Cell(str(year)),
            Cell(quantity(actual, lang, data.indicators[actual.indicator].unit) if actual else ""),
            Cell("" if due is None else digits(due.quantize(_HUNDREDTH, ROUND_HALF_EVEN))),
            Cell(bar=_bar(here, due, low, high)),
            Cell(
                say("comma", lang).join(f"{say('target', lang)} {quantity(one, lang)}" for one in targets.get(year, ()))
            ),
        )
        rows.append(GridRow(cells))
    titles = ("show.year", "chart.actual", "chart.schedule")
    heads = (
        *(Head(say(key, lang), right=key != "show.year") for key in titles),
        Head(),
        Head(say("chart.target", lang)),
    )
    return Grid(heads, tuple(rows), label(path.place.name, lang))


def _bar(here: Decimal | None, due: Decimal | None, low: Decimal, high: Decimal) -> Bar | None:
    if here is None and due is None:
        return None
    span = high - low
    done = 0.0 if here is None else float((here - low) / span)
    return Bar(done, None if due is None else float((due - low) / span))
