"""Jurisdictions side by side: which figures share a line, and under which grade.

exact: one indicator. caveat: indicators of one row; the caveat is the difference of their definitions. listed: one
topic, different quantities, never in one line. single: on one side only. Nothing is subtracted or ranked here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from urbancmp.comparable import Caveat, Grade, of_line
from urbancmp.compare.selection import Selection
from urbancmp.model import Data, Figure, Name

Cell = tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Figures of one indicator or one row; `cells` has an entry for each place that says something.

    `companions` are lines of the same topic that belong beneath this one.
    """

    grade: Grade
    family: str
    name: Name
    cells: Mapping[str, Cell]
    row: str = ""
    topic: str = ""
    caveats: tuple[Caveat, ...] = ()
    companions: tuple["Line", ...] = ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators involved."""
        return tuple(dict.fromkeys(figure.indicator for figures in self.cells.values() for figure in figures))

    @property
    def quantified(self) -> tuple[str, ...]:
        """Places with at least one number."""
        return tuple(
            place for place, figures in self.cells.items() if any(figure.value is not None for figure in figures)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines of a comparison in the order of the families."""

    places: tuple[str, ...]
    lines: tuple[Line, ...]
    selection: Selection = field(default_factory=Selection)

    def graded(self, grade: Grade) -> tuple[Line, ...]:
        """The lines of one grade."""
        return tuple(line for line in self.lines if line.grade is grade)

    @property
    def counts(self) -> dict[Grade, int]:
        """Lines by grade; listed ones are counted by topic, as the lines of a topic say one thing together."""
        counts = Counter(line.grade for line in self.lines)
        counts[Grade.SINGLE] += sum(len(line.companions) for line in self.lines)
        counts[Grade.LISTED] = len({line.topic for line in self.graded(Grade.LISTED)})
        return {grade: counts[grade] for grade in Grade}


def compare(data: Data, places: Iterable[str], selection: Selection | None = None) -> Comparison:
    """Set the figures of `places` (ids) side by side.

    Every figure that `selection` admits is in exactly one line. A place without a figure has no cell in a line:
    absence is not zero.
    """
    selection = selection or Selection()
    places = tuple(places)
    figures = selection.figures(data, places)
    lines = [*_shared(data, figures)]
    used = {id(figure) for line in lines for cell in line.cells.values() for figure in cell}
    rest = {place: [figure for figure in cell if id(figure) not in used] for place, cell in figures.items()}
    lines += _apart(data, _by(rest, lambda figure: figure.indicator))
    lines = _with_companions(data, lines)
    order = {family: place for place, family in enumerate(data.families)}
    lines.sort(key=lambda line: order.get(line.family, len(order)))
    return Comparison(places, tuple(lines), selection)


def _by(figures: Mapping[str, Iterable[Figure]], key: Callable[[Figure], str]) -> dict[str, dict[str, Cell]]:
    groups: dict[str, dict[str, list[Figure]]] = {}
    for place, cell in figures.items():
        for figure in cell:
            groups.setdefault(key(figure), {}).setdefault(place, []).append(figure)
    return {
        name: {place: tuple(sorted(found, key=_chronological)) for place, found in cells.items()}
        for name, cells in groups.items()
    }


def _chronological(figure: Figure) -> tuple[int, str, str]:
    return figure.year or 9999, figure.kind.value, figure.indicator


def _quantified(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {place: figures for place, figures in cells.items() if any(figure.value is not None for figure in figures)}


def _shared(data: Data, figures: Mapping[str, Cell]) -> Iterator[Line]:
    """Lines in which at least two places have a number: one indicator, or one row of indicators."""
    for key, cells in _by(figures, lambda figure: _row(data, figure) or figure.indicator).items():
        yield from _of_row(data, key, cells)


def _of_row(data: Data, key: str, cells: Mapping[str, Cell]) -> Iterator[Line]:
    """Exact lines of what all places have in common; what is left may still make lines among fewer places."""
    present = _quantified(cells)
    if len(present) < 2:
        return
    common = set.intersection(*(_numbers(cell) for cell in present.values()))
    if not common:
        row = data.rows[key]
        topic = data.indicators[next(iter(cells.values()))[0].indicator].topic
        yield Line(Grade.CAVEAT, row.family, row.name, cells, key, topic, of_line(data, present))
        return
    yield from (_exact(data, id_, cells) for id_ in data.indicators if id_ in common)
    rest = {place: tuple(one for one in cell if one.indicator not in common) for place, cell in cells.items()}
    yield from _of_row(data, key, {place: cell for place, cell in rest.items() if cell})


def _numbers(cell: Cell) -> set[str]:
    """The indicators of which a cell has a number."""
    return {figure.indicator for figure in cell if figure.value is not None}


def _row(data: Data, figure: Figure) -> str:
    return data.indicators[figure.indicator].row


def _exact(data: Data, id_: str, cells: Mapping[str, Cell]) -> Line:
    indicator = data.indicators[id_]
    own = {place: tuple(figure for figure in figures if figure.indicator == id_) for place, figures in cells.items()}
    own = {place: figures for place, figures in own.items() if figures}
    caveats = of_line(data, _quantified(own))
    return Line(Grade.EXACT, indicator.family, indicator.name, own, indicator.row, indicator.topic, caveats)


def _apart(data: Data, groups: Mapping[str, Mapping[str, Cell]]) -> list[Line]:
    """Lines on one side only; those of a topic on which another place has different quantities are listed."""
    topics: dict[str, set[str]] = {}
    for id_, cells in groups.items():
        topics.setdefault(data.indicators[id_].topic or id_, set()).update(_quantified(cells))
    lines = []
    for id_, cells in groups.items():
        indicator = data.indicators[id_]
        listed = len(topics[indicator.topic or id_]) > 1
        grade = Grade.LISTED if listed and _quantified(cells) else Grade.SINGLE
        lines.append(Line(grade, indicator.family, indicator.name, cells, indicator.row, indicator.topic))
    return lines


def _with_companions(data: Data, lines: list[Line]) -> list[Line]:
    """Hang single lines beneath the row that names them as companions."""
    wanted = {id_: line for line in lines if line.row in data.rows for id_ in data.rows[line.row].companions}
    hung: dict[int, list[Line]] = {}
    for line in lines:
        owner = wanted.get(line.indicators[0]) if line.grade is Grade.SINGLE else None
        if owner is not None and owner.grade in (Grade.EXACT, Grade.CAVEAT):
            hung.setdefault(id(owner), []).append(line)
    below = {id(line) for group in hung.values() for line in group}
    return [_replaced(line, hung.get(id(line), [])) for line in lines if id(line) not in below]


def _replaced(line: Line, companions: list[Line]) -> Line:
    return replace(line, companions=tuple(companions)) if companions else line
