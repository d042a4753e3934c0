"""横向对比表: what several places say of one quantity, with value, comparator, year and kind in each cell."""

from collections.abc import Iterator

from urbancmp.compare import Comparison, Line
from urbancmp.model import Data, Figure
from urbancmp.tables.comparison import caveat_texts
from urbancmp.tables.figures import dated
from urbancmp.tables.view import Value, View
from urbancmp.tables.yearly import Yearly
from urbancmp.tables.yearly import view as yearly_view
from urbancmp.words import say

COLUMNS = ("领域", "指标", "单位", "可比性")
LAST = "口径说明"
_ABSENT = "文件未见"
_SAME = "口径相同"
_RULES = (
    ("可比性", "口径相同:同一指标;有口径差异:并列但不相减、不排名;同题不可比:只列在一起;只有一方:他处文件未见"),
    ("空缺", f"“{_ABSENT}”指表中没有该地的这项数据,不等于0;“未量化”指文件有此项而未给出数值"),
)


def view(data: Data, comparison: Comparison, command: str) -> View:
    """The table with one column a place; lines of all grades, nothing is left out."""
    names = {place: data.jurisdictions[place].name.zh for place in comparison.places}
    rows = tuple(_row(data, line, names) for line in _all(comparison))
    about = (("行政区", "、".join(names.values())), *_RULES)
    table = Yearly("横向对比表", (*COLUMNS, *names.values(), LAST), rows, about)
    sources = (figure.source for line in _all(comparison) for cell in line.cells.values() for figure in cell)
    return yearly_view(data, table, sources, command)


def _all(comparison: Comparison) -> Iterator[Line]:
    for line in comparison.lines:
        yield line
        yield from line.companions


def _row(data: Data, line: Line, names: dict[str, str]) -> dict[str, Value]:
    unit = data.indicators[line.indicators[0]].unit
    cells: dict[str, Value] = {name: _cell(line.cells.get(place, ()), unit) for place, name in names.items()}
    caveats = "".join(caveat_texts(data, line.caveats, "zh"))
    family = data.families.get(line.family)
    return {
        "领域": family.name.zh if family else line.family or "未分",
        "指标": line.name.zh,
        "单位": unit or "未印明",
        "可比性": say(f"grade.{line.grade.value}", "zh"),
        **cells,
        LAST: caveats or (_SAME if line.grade.value == "exact" else "见各自口径"),
    }


def _cell(figures: tuple[Figure, ...], unit: str) -> str:
    return ";".join(dict.fromkeys(dated(figure, "zh", unit) for figure in figures)) or _ABSENT
