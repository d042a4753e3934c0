"""Words of statuses and classes, Chinese and English, and the look-up of any code (reasons, flags too)."""

from __future__ import annotations

from urbancmp.gap.reasons import FLAGS, REASONS, Word

STATUSES: dict[str, Word] = {
    "met": Word(
        "已达到",
        "met",
        "最新实际值已满足目标（含比较符和容差）。目标年有实际值时，这是最终结论；此前则说明目前已达到。",
        "The newest actual satisfies the target, comparator and tolerance included. With an actual of the "
        "target year this is the verdict; before that it says that the target is reached for now.",
        "●",
    ),
    "on_track": Word(
        "符合或快于序时",
        "on track",
        "进展与时间同步或更快：所用方法的最好一档。序时进度法要求完成进度不低于时间进度的95%。",
        "Progress keeps up with time: the best band of the method. The schedule method asks for at least "
        "95 % of the share of the time that has passed.",
        "▲",
    ),
    "slightly_behind": Word(
        "略慢于序时",
        "slightly behind",
        "方向正确，但慢于时间进度；序时进度法为时间进度的60%以上、不足95%。",
        "The right direction, slower than time: with the schedule method at least 60 and less than 95 % of "
        "the share of the time that has passed.",
        "△",
    ),
    "behind": Word(
        "滞后",
        "behind",
        "没有倒退，但明显慢于时间进度；序时进度法为时间进度的0至60%。",
        "No step back, but clearly slower than time: with the schedule method between 0 and 60 % of the "
        "share of the time that has passed.",
        "▼",
    ),
    "moving_away": Word(
        "倒退",
        "moving away",
        "最新实际值比基期离目标更远。",
        "The newest actual is farther from the target than the baseline was.",
        "×",
    ),
    "holding": Word(
        "保持",
        "holding",
        "基期已满足目标，目前仍满足。此类目标是守住，不计算完成进度。",
        "The baseline had met the target and the newest actual still does. Such a target is there to be "
        "kept, so no share of the way is computed.",
        "■",
    ),
    "lost": Word(
        "失守",
        "lost",
        "基期已满足目标，但最新实际值不再满足。",
        "The baseline had met the target, the newest actual does not any more.",
        "□",
    ),
    "within_budget": Word(
        "控制在进度内",
        "within budget",
        "总量控制目标：上限与基期之间的空间，使用份额不超过时间进度。",
        "A cap on a growing quantity: no larger share of the room between base and cap is used than time has passed.",
        "▲",
    ),
    "over_pace": Word(
        "超进度使用",
        "over pace",
        "总量控制目标：尚未突破上限，但空间使用份额超过时间进度。",
        "A cap on a growing quantity: still below the cap, but the room is being used up faster than time passes.",
        "▼",
    ),
    "exceeded": Word(
        "突破上限",
        "exceeded",
        "总量已超过上限，或数值越过了目标区间的另一侧。",
        "The quantity has passed its cap, or a value has gone through a target range and out at the other side.",
        "×",
    ),
    "missed": Word(
        "到期未达",
        "missed",
        "目标年的实际值不满足目标。这是最终结论，与方法无关。",
        "The actual of the target year does not satisfy the target. This is the verdict whatever the method.",
        "×",
    ),
    "no_rating": Word(
        "不作判断",
        "no rating",
        "数据不足以支撑判断，原因代码说明缺什么。不作判断不等于零，也不等于滞后。",
        "The data cannot carry a rating; the reason code says what is missing. No rating is neither zero nor behind.",
        "·",
    ),
}

CLASSES: dict[str, Word] = {
    "reach": Word("达到", "reach", "由下往上达到目标。", "Rise to the target."),
    "reduce": Word("压减", "reduce", "由上往下降到目标。", "Fall to the target."),
    "maintain": Word("守住", "maintain", "基期已满足，要求保持。", "Met at the baseline, to be kept."),
    "budget": Word("总量控制", "budget", "数量预期增长，不得突破上限。", "Expected to grow, not past the cap."),
    "annual": Word("年度任务", "annual", "以当年数量论，不计路径。", "Each year's own amount decides; no path."),
    "rank": Word("位次", "rank", "只计差几位。", "Places, no shares."),
    "wrong_way": Word("方向相反", "wrong way", "目标落后于基期。", "The target lies behind the baseline."),
}

__all__ = ["CLASSES", "FLAGS", "ORDER", "REASONS", "STATUSES", "Word", "explain"]

# Worst first: the order of the rows of `gap`.
ORDER: tuple[str, ...] = (
    "missed",
    "moving_away",
    "exceeded",
    "lost",
    "behind",
    "over_pace",
    "slightly_behind",
    "on_track",
    "within_budget",
    "holding",
    "met",
    "no_rating",
)


def explain(code: str) -> Word | None:
    """The word of a status, reason, flag or class code, or None for an unknown one."""
    for table in (STATUSES, REASONS, FLAGS, CLASSES):
        if code in table:
            return table[code]
    return None
