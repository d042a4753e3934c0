"""Why there is no rating, and what a reader should know about one: words of reasons and flags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A code's short word and its explanation in both languages; `symbol` stands beside the word."""

    zh: str
    en: str
    about_zh: str
    about_en: str
    symbol: str = ""


REASONS: dict[str, Word] = {
    "no_actual": Word(
        "无实际值",
        "no actual",
        "基期之后、目标年（含）之前没有可用的实际值。有基期时仍给出差距和年均需提高。补录实际值后即可判断。",
        "No usable actual later than the baseline and not later than the target year. With a baseline the gap and "
        "the yearly change needed are still given. Put in an actual to get a rating.",
    ),
    "no_baseline": Word(
        "无基期",
        "no baseline",
        "没有基期值，只能说差多少、每年还需多少，不能说快慢。若目标年已有实际值，仍给出达到或未达到的结论。",
        "Without a baseline value one can say how much is missing and how much a year it takes, not how fast it "
        "goes. An actual of the target year still gives the verdict met or missed.",
    ),
    "no_target": Word("无目标值", "no target", "没有目标数值。", "There is no target value."),
    "undated": Word(
        "目标无年份",
        "undated target",
        "文件没有给出目标年份，不套用规划期末年，因此没有时间进度。",
        "The document gives no year for the target; the plan's last year is not put in its place, so there is no "
        "share of the time.",
    ),
    "delegated": Word(
        "由上级下达",
        "delegated",
        "目标是“完成上级下达的任务”之类，数值在别的文件里。",
        "The target is to fulfil a task set by a higher level; its value stands in another document.",
    ),
    "relative_target": Word(
        "相对目标",
        "relative target",
        "目标以另一序列表述（如达到全国水平、与经济增长同步），单凭本行不能计算。",
        "The target is stated against another series (the national level, economic growth) and cannot be computed "
        "from this row alone.",
    ),
    "qualitative": Word(
        "未量化",
        "not quantified",
        "文件只给出方向或范围（如明显提升、全面推广），没有数值。",
        "The document gives a direction or a scope, no number.",
    ),
    "break_in_series": Word(
        "序列中断",
        "break in series",
        "基期与最新实际值之间口径改变，两者不可比。",
        "The definition changed between the baseline and the newest actual; the two are not comparable.",
    ),
    "revised_baseline": Word(
        "基期已修订",
        "revised baseline",
        "基期年份有多个版本的数值，采用最新版本；与规划印发时的基期相比，进度会不同。",
        "The base year has values of several vintages; the newest is used. Progress differs from the one on the "
        "base that the plan printed.",
    ),
    "definition_mismatch": Word(
        "口径不一致",
        "definition mismatch",
        "实际值与目标的口径或累计起点不同。",
        "Actual and target differ in definition, or are sums from different starts.",
    ),
    "unit_mismatch": Word(
        "单位不一致",
        "unit mismatch",
        "实际值与目标的单位不能换算。",
        "The units of actual and target cannot be converted into each other.",
    ),
    "too_few_points": Word(
        "数据点不足",
        "too few points",
        "该方法要求更多的（连续）年度数据；例如德国天气符号法要求至少四个连续年份。",
        "The method asks for more (consecutive) yearly values; the Destatis method for at least four.",
    ),
    "target_behind_baseline": Word(
        "目标落后于基期",
        "target behind baseline",
        "“达到”类目标比基期还差：数据有误、基期经过修订，或本意是“不低于”。请核对原文。",
        "A target to be reached lies behind the baseline: an error, a revised base, or a floor in disguise. Check "
        "the document.",
    ),
    "base_equals_target": Word(
        "基期等于目标",
        "base equals target",
        "基期值恰等于目标值，完成进度的分母为零，不作除法。",
        "The baseline equals the target, so the share of the way would divide by zero and is not computed.",
    ),
    "horizon_unreported": Word(
        "到期未公布",
        "horizon unreported",
        "目标年已过，但目标年的实际值尚未提供。",
        "The target year has passed and no actual of that year is given.",
    ),
    "stale": Word(
        "数据陈旧",
        "stale",
        "最新实际值比所设时点早两年以上。",
        "The newest actual is more than two years older than the clock that was asked for.",
    ),
    "bound_only": Word(
        "只有界限",
        "bound only",
        "实际值只是界限（如“超过60%”），不能据以计算差距或进度。",
        "The actual is only a bound (such as 'over 60 %'); no gap and no progress can be computed from it.",
    ),
    "lower_bound": Word(
        "累计不完整",
        "lower bound",
        "累计目标缺少部分年份的数值，已知之和只是下限，缺失年份不估算。",
        "Some years of a cumulative target are missing; the sum known is a lower bound and nothing is imputed.",
    ),
    "missing_years": Word(
        "年度增速不全",
        "missing years",
        "增长目标的年度增速有缺失，不能连乘。",
        "Some yearly growth rates are missing, so they cannot be compounded.",
    ),
    "no_period_start": Word(
        "起点不明",
        "no period start",
        "累计目标或累计实际值没有给出起始年，不能对齐。",
        "A cumulative target or actual does not say from which year it counts.",
    ),
    "no_polarity": Word(
        "方向不明",
        "no polarity",
        "指标没有规定越高越好还是越低越好，“达到”无从判断。请在指标中填写方向。",
        "The indicator does not say whether higher or lower is better, so 'reach' cannot be read. State the polarity.",
    ),
    "zero_base": Word(
        "基期不为正",
        "zero base",
        "复合增长方法需要同号且非零的基期值和实际值；不以0.001代替零。",
        "A compound method needs a baseline and an actual that are not zero and have one sign; zero is not "
        "replaced by a small number.",
    ),
    "zero_target": Word(
        "目标为零",
        "zero target",
        "复合增长路径不能到达零（或改变符号）的目标。",
        "A compound path cannot arrive at zero or at a target of the other sign.",
    ),
    "rank": Word(
        "位次不计进度",
        "rank",
        "位次可以说差几位，但不计算百分比和快慢。",
        "A rank can say how many places are missing; a share of the way or a pace would mean nothing.",
    ),
    "method_not_applicable": Word(
        "方法不适用",
        "method not applicable",
        "该方法没有总量控制类目标的规则；接近上限不是进展。请用序时进度法。",
        "The method has no rule for a cap on a growing quantity: being close to the cap is not progress. Use the "
        "schedule method.",
    ),
    "distance_only": Word(
        "只看距离",
        "distance only",
        "距离法只说差多少，不判断快慢。",
        "The distance method says how far, never how fast.",
    ),
}

FLAGS: dict[str, Word] = {
    "early": Word(
        "期初",
        "early",
        "时间进度不足20%，快慢的形容词尚不足为凭。",
        "Less than 20 % of the period has passed; do not make much of the adjective.",
    ),
    "two_points": Word(
        "仅两点",
        "two points",
        "判断只依据基期和一个实际值。",
        "The rating rests on the baseline and one actual.",
    ),
    "stale": REASONS["stale"],
    "within_tolerance": Word(
        "在容差内",
        "within tolerance",
        "按“左右”“接近”的容差视为达到。",
        "Met only because of the tolerance of 'about' or 'close to'.",
    ),
    "equal_not_met": Word(
        "相等不算超过",
        "equal, not met",
        "目标要求“超过”，相等不算达到，差距为0。",
        "The target asks for more than its value; equal is not met, although nothing is left to go.",
    ),
    "piecewise": Word(
        "分段路径",
        "piecewise path",
        "途中有已公布的阶段目标，路径按折线计算，完成进度与路径进度之比即快慢。",
        "Intermediate targets are stated; the expected path runs through them and the pace is measured against it.",
    ),
    "overshoot": Word(
        "越过区间",
        "overshoot",
        "数值越过了目标区间的另一侧。",
        "The value went through the range and out at the other side.",
    ),
    "met_now": Word(
        "目前已达到",
        "meets the target now",
        "没有判断，但最新实际值已满足目标。",
        "There is no rating, but the newest actual satisfies the target.",
    ),
    "index_100": Word(
        "指数",
        "index",
        "基期和实际值为指数（起始前一年=100），由年度增速连乘。",
        "Baseline and actual are an index, 100 in the year before the start, compounded from yearly rates.",
    ),
    "summed": Word(
        "累加值",
        "summed",
        "实际值由各年数值累加，基期为0。",
        "The actual is the sum of yearly values; the baseline is zero.",
    ),
    "lower_bound": REASONS["lower_bound"],
    "revised_baseline": REASONS["revised_baseline"],
    "base_equals_target": REASONS["base_equals_target"],
    "target_behind_baseline": REASONS["target_behind_baseline"],
}
