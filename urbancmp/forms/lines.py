"""What a form asks for: one line per target of a place and year, grouped by the responsible department."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from urbancmp.forms.columns import COLUMNS
from urbancmp.forms.keys import Key, sealed
from urbancmp.loading.values import limits
from urbancmp.model import Data, Figure, Indicator, Kind, Measure
from urbancmp.tables.figures import quantity
from urbancmp.tables.words import DEFINITION_WORDS
from urbancmp.units import convert

NO_DEPARTMENT = "未标明责任单位"
_MEASURES = {
    Measure.LEVEL: "时点数或比率",
    Measure.ANNUAL: "当年数",
    Measure.CUMULATIVE: "累计数",
    Measure.GROWTH: "增长幅度",
    Measure.RANK: "位次",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the form: its cells by column, and the bounds that the answer must keep, in the row's unit."""

    department: str
    cells: dict[str, str]
    bounds: tuple[Decimal, Decimal]


def asked(data: Data, place: str, year: int, reporting: int) -> list[Line]:
    """The lines for the targets of `place` due in `year`, whose actuals of the year `reporting` are wanted.

    Targets of one indicator share a line. Lines of one department (the first that the clause names, which leads)
    stand together, in the order of the documents; those of no department come last.
    """
    targets: dict[str, list[Figure]] = {}
    for figure in data.by_place.get(place, ()):
        if figure.kind is Kind.TARGET and figure.year == year and figure.value is not None:
            targets.setdefault(figure.indicator, []).append(figure)
    lines = [_line(data, Key(place, indicator, reporting), figures) for indicator, figures in targets.items()]
    order = {name: place for place, name in enumerate(dict.fromkeys(line.department for line in lines))}
    order[NO_DEPARTMENT] = len(order)
    return [_numbered(line, n) for n, line in enumerate(sorted(lines, key=lambda line: order[line.department]), 1)]


def target_years(data: Data, place: str) -> list[int]:
    """The years for which a form of `place` can be asked for."""
    figures = data.by_place.get(place, ())
    return sorted({item.year for item in figures if item.kind is Kind.TARGET and item.year and item.value is not None})


def unquantified(data: Data, place: str, year: int) -> int:
    """How many targets of `place` due in `year` name an indicator without a number; a form cannot ask about them."""
    figures = data.by_place.get(place, ())
    return sum(item.kind is Kind.TARGET and item.year == year and item.value is None for item in figures)


def by_department(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """The lines of each department, in their order."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.department, []).append(line)
    return groups


def baseline(data: Data, target: Figure) -> Figure | None:
    """The actual of the plan's base year, else the oldest one inside the plan's period."""
    source = data.sources.get(target.source)
    actuals = sorted(references(data, target.jurisdiction, target.indicator, Kind.ACTUAL), key=_year)
    if source is None:
        return None
    first, last = source.period or (1, 0)
    of_base_year = (item for item in actuals if item.year == source.base_year)
    return next(of_base_year, next((item for item in actuals if first <= _year(item) <= last), None))


def references(data: Data, place: str, indicator: str, kind: Kind) -> Iterator[Figure]:
    """The dated figures of one kind for a place and indicator that state a number."""
    for figure in data.by_place.get(place, ()):
        if figure.indicator == indicator and figure.kind is kind and figure.value is not None and figure.year:
            yield figure


def _year(figure: Figure) -> int:
    return figure.year or 0


def _line(data: Data, key: Key, targets: list[Figure]) -> Line:
    indicator, unit = data.indicators[key.indicator], targets[0].unit
    departments = next(filter(None, map(data.departments, targets)), ())
    base = baseline(data, targets[0])
    cells = {
        "indicator": indicator.name.zh,
        "definition": _definition(indicator),
        "unit": unit,
        "target": "; ".join(dict.fromkeys(_dated(target, unit) for target in targets)),
        "baseline": _dated(base, unit) if base else "—",
        "departments": "、".join(departments),
        "clause": "; ".join(dict.fromkeys(_clause(data, target) for target in targets)),
    }
    cells["key"] = sealed(key, (cells[column.id] for column in COLUMNS if column.sealed))
    return Line(departments[0] if departments else NO_DEPARTMENT, cells, bounds(indicator, unit))


def bounds(indicator: Indicator, unit: str) -> tuple[Decimal, Decimal]:
    """Lowest and highest possible value of the indicator, in `unit`."""
    low, high = (convert(limit, indicator.unit, unit) if limit.is_finite() else limit for limit in limits(indicator))
    return low, high


def _numbered(line: Line, number: int) -> Line:
    return Line(line.department, {**line.cells, "number": str(number)}, line.bounds)


def _dated(figure: Figure, unit: str) -> str:
    return f"{quantity(figure, 'zh', unit)}({figure.year}年)"


def _definition(indicator: Indicator) -> str:
    keys = [f"{DEFINITION_WORDS[key][0]}: {name.zh}" for key, name in indicator.definition.items()]
    return "; ".join([*keys, _MEASURES[indicator.measure]])


def _clause(data: Data, target: Figure) -> str:
    source = data.sources.get(target.source)
    return f"{source.title if source else target.source} {target.locator}"
