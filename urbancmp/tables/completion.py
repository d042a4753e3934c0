"""指标完成情况表: one line a target, with the columns that the yearly monitoring report asks for."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import STATUSES
from urbancmp.model import Data
from urbancmp.tables.gaps import Gaps, Row
from urbancmp.tables.rating import flag_text, indicator_name, method_line, place_name, reason_word
from urbancmp.tables.values import exact
from urbancmp.tables.view import Value, View
from urbancmp.tables.yearly import (
    COMPARATORS,
    NONE,
    NOT_PRINTED,
    Yearly,
    base_of,
    departments_of,
    family_name,
    in_order,
    remarks,
    source_title,
)
from urbancmp.tables.yearly import view as yearly_view

COLUMNS = (
    "序号", "领域", "指标", "单位", "口径(分母)", "基期年", "基期值", "目标年", "比较符", "目标值", "报告期值",
    "报告期年", "差距", "年均需提高", "进度判断", "责任单位", "依据文件", "条款", "原文", "备注",
)  # fmt: skip
PLACE = "行政区"
_HUNDREDTH = Decimal("0.01")
_RULES = (
    ("差距", "距目标还差多少,已达到为0;单位为“%”的指标以个百分点计,其余以指标单位计"),
    ("空缺", "缺少的数写明原因,不以0代替;未定年份的目标不套用规划期末年"),
)


def view(gaps: Gaps, command: str) -> View:
    """The table; a column 行政区 follows the number where more than one place is asked for."""
    data = gaps.data
    rows = sorted(gaps.rows, key=lambda row: in_order(data, row["indicator"]))
    several = len({row["jurisdiction"] for row in rows}) > 1
    columns = (COLUMNS[0], PLACE, *COLUMNS[1:]) if several else COLUMNS
    lines = tuple(_line(data, number, row) for number, row in enumerate(rows, start=1))
    year = f"{gaps.year}年" if gaps.year else ""
    places = "、".join(dict.fromkeys(place_name(data, row["jurisdiction"], "zh") for row in rows))
    about = (("行政区", places), ("目标年", year or "全部"), ("方法", method_line(METHODS[gaps.method], "zh")), *_RULES)
    table = Yearly("指标完成情况表", columns, lines, about)
    return yearly_view(data, table, _sources(rows), command)


def _sources(rows: Iterable[Row]) -> list[str]:
    names = ("target_source", "baseline_source", "actual_source")
    return [row[name] for row in rows for name in names if row.get(name)]


def _line(data: Data, number: int, row: Row) -> dict[str, Value]:
    none = reason_word("no_actual", "zh")
    return {
        "序号": number,
        PLACE: place_name(data, row["jurisdiction"], "zh"),
        "领域": family_name(data, row["indicator"]),
        "指标": indicator_name(data, row["indicator"], "zh"),
        "单位": row["unit"] or NOT_PRINTED,
        "口径(分母)": base_of(data, row["indicator"]),
        "基期年": row["baseline_year"] or _no_baseline(row),
        "基期值": _or(exact(data, row, "baseline"), _no_baseline(row)),
        "目标年": row["target_year"] or reason_word("undated", "zh"),
        "比较符": COMPARATORS.get(row["comparator"] or "eq", row["comparator"]) if row["target"] is not None else NONE,
        "目标值": _goal(data, row),
        "报告期值": _or(exact(data, row, "actual"), none),
        "报告期年": row["actual_year"] or none,
        "差距": _or(exact(data, row, "gap"), _why(row)),
        "年均需提高": _need(row),
        "进度判断": _judged(row),
        "责任单位": departments_of(data, row["target_source"], row["target_locator"]),
        "依据文件": source_title(data, row["target_source"]),
        "条款": row["target_locator"] or NOT_PRINTED,
        "原文": row["target_printed"] or NOT_PRINTED,
        "备注": _remarks(row),
    }


def _or(value: Decimal | None, reason: str) -> Value:
    return reason if value is None else value


def _no_baseline(row: Row) -> str:
    return reason_word("no_baseline", "zh") if row["measure"] != "annual" else "年度任务,不计基期"


def _why(row: Row) -> str:
    """Why a number is missing: the row's reason, else that there is no actual."""
    return reason_word(row["reason"] or "no_actual", "zh")


def _goal(data: Data, row: Row) -> Value:
    low, high = exact(data, row, "target"), exact(data, row, "target_high")
    if low is None:
        return reason_word(row["reason"] or "qualitative", "zh")
    return low if high is None else f"{low:f}–{high:f}"


def _need(row: Row) -> Value:
    if row["status"] == "met" or (row["gap"] == 0 and row["actual"] is not None):
        return "已达到"
    if row["need_per_year"] is None:
        return "目标年已到" if row["status"] == "missed" else _why(row) if row["reason"] else "不适用"
    return Decimal(repr(row["need_per_year"])).quantize(_HUNDREDTH, ROUND_HALF_EVEN)


def _judged(row: Row) -> str:
    """The status with its method, or why there is none."""
    word = STATUSES[row["status"]].zh
    if row["status"] == "no_rating":
        return f"{word}:{_why(row)}"
    return f"{word}({METHODS[row['method']].zh})"


def _remarks(row: Row) -> str:
    texts = ["差距和年均需提高以个百分点计"] if row["unit"] == "%" and row["gap"] is not None else []
    texts += [flag_text(row["flags"], "zh"), *remarks(row["target_flags"], row["target_note"])]
    return ";".join(text for text in texts if text) or NONE
