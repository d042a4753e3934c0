"""数据缺口表: one line for everything that keeps a target from being rated or quoted."""

from collections.abc import Callable, Iterator

from urbancmp.gap.words import REASONS
from urbancmp.model import Data
from urbancmp.tables.gaps import Gaps, Row
from urbancmp.tables.rating import indicator_name, place_name, target_text
from urbancmp.tables.view import Value, View
from urbancmp.tables.words import FLAG_WORDS
from urbancmp.tables.yearly import NOT_PRINTED, Yearly, departments_of, family_name, in_order, source_title
from urbancmp.tables.yearly import view as yearly_view
from urbancmp.words import say

COLUMNS = (
    "序号", "行政区", "领域", "指标", "缺口", "说明", "目标", "单位", "责任单位", "依据文件", "条款", "原文",
)  # fmt: skip
_WORDINGS = ("qualitative", "relative_target", "delegated")
_UNCLEAR_FLAGS = ("ambiguous_denominator", "ambiguous_base", "conditional_denominator", "ambiguous_kind")
_NOT_STATED = "未印明"


def view(gaps: Gaps, year: int | None, command: str) -> View:
    """The table for the targets of `year` (all unless given), undated and unquantified ones included."""
    rows = [row for row in gaps.rows if year is None or row["target_year"] in (year, None) or row["target"] is None]
    places = {id_: place for place, id_ in enumerate(gaps.data.jurisdictions)}
    rows.sort(key=lambda row: (places.get(row["jurisdiction"], 0), in_order(gaps.data, row["indicator"])))
    lines = tuple(
        {"序号": number, **line}
        for number, line in enumerate((line for row in rows for line in _lines(gaps, row)), start=1)
    )
    about = (
        ("目标年", f"{year}年,并列入未定年份和未量化的目标" if year else "全部"),
        ("缺口", "无实际值、无基期、无年份、未量化、口径不明;一个目标有几处缺口就占几行"),
    )
    table = Yearly("数据缺口表", COLUMNS, lines, about)
    sources = [row["target_source"] for row in rows if row["target_source"]]
    return yearly_view(gaps.data, table, sources, command)


def _lines(gaps: Gaps, row: Row) -> Iterator[dict[str, Value]]:
    data = gaps.data
    for kind, said in (*((kind, find(row)) for kind, find in _KINDS.items()), ("口径不明", _unclear(data, row))):
        if said:
            yield {
                "行政区": place_name(data, row["jurisdiction"], "zh"),
                "领域": family_name(data, row["indicator"]),
                "指标": indicator_name(data, row["indicator"], "zh"),
                "缺口": kind,
                "说明": said,
                "目标": target_text(data, row, "zh") or "未给出数值",
                "单位": row["unit"] or NOT_PRINTED,
                "责任单位": departments_of(data, row["target_source"], row["target_locator"]),
                "依据文件": source_title(data, row["target_source"]),
                "条款": row["target_locator"] or NOT_PRINTED,
                "原文": row["target_printed"] or NOT_PRINTED,
            }


def _unquantified(row: Row) -> str:
    if row["target"] is not None:
        return ""
    return REASONS[row["reason"] if row["reason"] in _WORDINGS else "qualitative"].about_zh


def _no_actual(row: Row) -> str:
    missing = row["target"] is not None and row["actual"] is None
    return "目标年(含)之前没有实际值,请补录" if missing else ""


def _no_baseline(row: Row) -> str:
    counted = row["measure"] not in ("annual", "cumulative", "rank")
    missing = row["target"] is not None and row["baseline"] is None and counted
    return "没有基期值,只能说差多少,不能说快慢" if missing else ""


def _undated(row: Row) -> str:
    missing = row["target"] is not None and row["target_year"] is None
    return "文件没有给出目标年份,不套用规划期末年" if missing else ""


def _unclear(data: Data, row: Row) -> str:
    """What the document leaves open about the quantity: base, period, direction, definition."""
    flags = (row["target_flags"] or "").split(";")
    said = [FLAG_WORDS[flag][0] for flag in _UNCLEAR_FLAGS if flag in flags]
    if "period_open" in flags or row["reason"] == "no_period_start":
        said.append(FLAG_WORDS["period_open"][0])
    if row["polarity"] == "none" and row["comparator"] in ("eq", "approx"):
        said.append(REASONS["no_polarity"].zh)
    indicator = data.indicators.get(row["indicator"])
    definition = indicator.definition.items() if indicator else ()
    said += [f"{say(f'definition.{key}', 'zh')}:{name.zh}" for key, name in definition if _NOT_STATED in name.zh]
    return ";".join(dict.fromkeys(said))


_KINDS: dict[str, Callable[[Row], str]] = {
    "未量化": _unquantified,
    "无年份": _undated,
    "无实际值": _no_actual,
    "无基期": _no_baseline,
}
