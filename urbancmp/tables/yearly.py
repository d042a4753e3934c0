"""What the three tables of the yearly report share: Chinese columns, reasons in place of empty cells, two more sheets.

The tables go into a Chinese report, so their headers and their words are Chinese whatever the language of the
interface. A workbook carries the documents (来源) and how the table came about (说明); nothing in it depends on the
day or the machine, so that the same input gives the same bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from urbancmp.installed import program_version
from urbancmp.model import Comparator, Data
from urbancmp.tables.tracing import flag_words
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Sheet, Value, View
from urbancmp.words import say

NOT_PRINTED = "未印明"
NONE = "无"
COMPARATORS = {
    Comparator.EQ.value: "达到",
    Comparator.GE.value: "不低于",
    Comparator.LE.value: "不高于",
    Comparator.GT.value: "高于",
    Comparator.LT.value: "低于",
    Comparator.APPROX.value: "左右",
    Comparator.RANGE.value: "区间",
    "near": "接近",
}
_SOURCE_COLUMNS = ("代号", "标题", "发布机关", "文号", "发布日期", "文件类型", "可靠性", "网址")
_ABOUT_COLUMNS = ("项目", "内容")


@dataclass(frozen=True, slots=True)
class Yearly:
    """A table of the report: its name, its columns, its rows, and lines that explain it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Value], ...]
    about: tuple[tuple[str, str], ...]


def view(data: Data, table: Yearly, sources: Iterable[str], command: str) -> View:
    """The table with its sheets 来源 and 说明."""
    about = (("表名", table.name), ("命令", command), *table.about, ("程序版本", f"urbancmp {program_version()}"))
    sheets = (Sheet("来源", _sources(data, sources)), Sheet("说明", _about(about)))
    blocks: list[Block] = [_grid(table), Lines(tuple(f"{key}:{text}" for key, text in table.about))]
    records = Records(table.columns, table.rows)
    return View(records, tuple(blocks), table.name, sheets=sheets, sheet_name=table.name)


def _grid(table: Yearly) -> Grid:
    rows = tuple(GridRow(tuple(Cell(_text(row[name])) for name in table.columns)) for row in table.rows)
    numeric = {name: all(not isinstance(row[name], str) for row in table.rows) for name in table.columns}
    return Grid(tuple(Head(name, right=bool(table.rows) and numeric[name]) for name in table.columns), rows)


def _text(value: Value) -> str:
    from decimal import Decimal

    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _sources(data: Data, ids: Iterable[str]) -> Records:
    rows: list[Mapping[str, Value]] = []
    for id_ in dict.fromkeys(ids):
        source = data.sources.get(id_)
        if source is None:
            rows.append({"代号": id_, **dict.fromkeys(_SOURCE_COLUMNS[1:], NOT_PRINTED)})
            continue
        values = (
            id_, source.title, source.issuer, source.number, source.published, say(f"kind.{source.kind}", "zh"),
            say(f"reliability.{source.reliability}", "zh") if source.reliability else "", source.url,
        )  # fmt: skip
        rows.append({key: text or NOT_PRINTED for key, text in zip(_SOURCE_COLUMNS, values, strict=True)})
    return Records(_SOURCE_COLUMNS, tuple(rows))


def _about(pairs: Iterable[tuple[str, str]]) -> Records:
    return Records(_ABOUT_COLUMNS, tuple(dict(zip(_ABOUT_COLUMNS, pair, strict=True)) for pair in pairs))


def family_name(data: Data, indicator: str) -> str:
    """The family (领域) of an indicator; one of a panel has none."""
    known = data.indicators.get(indicator)
    family = data.families.get(known.family) if known else None
    return family.name.zh if family else NOT_PRINTED


def base_of(data: Data, indicator: str) -> str:
    """口径(分母): the denominator, else what the definition states instead."""
    known = data.indicators.get(indicator)
    definition = known.definition if known else {}
    for key in ("denominator", "numerator", "scope", "standard", "stage", "period"):
        if key in definition:
            text = definition[key].zh
            return text if key == "denominator" else f"{say(f'definition.{key}', 'zh')}:{text}"
    return NOT_PRINTED


def source_title(data: Data, id_: str | None) -> str:
    """The document as a report names it: title and number."""
    source = data.sources.get(id_ or "")
    if source is None:
        return id_ or NOT_PRINTED
    return f"{source.title}({source.number})" if source.number and source.number not in source.title else source.title


def departments_of(data: Data, source: str | None, clause: str | None) -> str:
    """责任单位, where the clause prints it."""
    known = data.sources.get(source or "")
    found: Sequence[str] = known.departments.get(clause or "", ()) if known else ()
    return "、".join(found) or NOT_PRINTED


def remarks(flags: str | None, note: str | None) -> list[str]:
    """Flags of a figure in words, and its note."""
    given = [flag for flag in (flags or "").split(";") if flag and not flag.startswith("unquantified")]
    return [text for text in (flag_words(given, "zh"), note or "") if text]


def in_order(data: Data, indicator: str) -> int:
    """The place of an indicator's family in the table."""
    known = data.indicators.get(indicator)
    order = list(data.families)
    return order.index(known.family) if known and known.family in order else len(order)
