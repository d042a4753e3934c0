"""The rating methods as data: growth model, measure, cut-offs, words of each band, minimum evidence.

A method is one record of `METHODS`; the engine holds no branch on a method's name, only on its `measure`
and on its `maintain` rule. A band is chosen by comparing the measure with `limit`, best band first; the
boundary convention of a method is therefore the `inclusive` of its bands.

`DESTATIS_J` and `DESTATIS_R` are the German tables for values to be kept and for directions without a number.
Sources are named 'after ...' where the rule was taken from a secondary description and not from the
primary document.
"""

from __future__ import annotations

from urbancmp.gap.method import Band, Measure, Method, Status

__all__ = [
    "DEFAULT_METHOD",
    "DESTATIS_J",
    "DESTATIS_R",
    "METHODS",
    "Band",
    "Measure",
    "Method",
    "Status",
    "describe",
    "find_method",
]

_S = Status

SCHEDULE = Method(
    id="schedule",
    zh="序时进度",
    en="schedule (linear path)",
    model="linear",
    measure=Measure.PACE,
    bands=(
        Band("on_track", 0.95, _S.ON_TRACK, "符合或快于序时", "on track"),
        Band("slightly_behind", 0.60, _S.SLIGHTLY_BEHIND, "略慢于序时", "slightly behind"),
        Band("behind", 0.0, _S.BEHIND, "滞后", "behind"),
        Band("moving_away", None, _S.MOVING_AWAY, "倒退", "moving away"),
    ),
    achieved=Band("met", None, _S.MET, "已达到", "met"),
    kept=Band("holding", None, _S.HOLDING, "保持", "holding"),
    lost=Band("lost", None, _S.LOST, "失守", "lost"),
    rates_budgets=True,
    source="Chinese mid-term evaluation practice (time share against task share), with Eurostat's cut-offs",
    source_zh="中国中期评估的做法(时间过半、任务过半),分档采用欧盟统计局的界限",
    formula="Q = [(x - x0) / (T - x0)] / [(t - t0) / (tT - t0)]",
    note="The official verdict contains judgement; a computed rating is not the official one.",
    note_zh="官方结论含有判断成分;计算结果不是官方结论。",
    aliases=("序时", "序时进度"),
)

EUROSTAT = Method(
    id="eurostat",
    zh="欧盟统计局法",
    en="Eurostat (compound growth ratio)",
    model="compound",
    measure=Measure.GROWTH_RATIO,
    bands=(
        Band("significant", 0.95, _S.ON_TRACK, "显著进展", "significant progress"),
        Band("moderate", 0.60, _S.SLIGHTLY_BEHIND, "中等进展", "moderate progress"),
        Band("insufficient", 0.0, _S.BEHIND, "进展不足", "insufficient progress"),
        Band("away", None, _S.MOVING_AWAY, "偏离目标", "movement away from the target"),
    ),
    achieved=Band("achieved", None, _S.MET, "目标已实现", "target achieved"),
    source="after Eurostat's EU SDG monitoring reports; cut-offs and boundary (>=) as Statistics Canada codes them",
    source_zh="据欧盟统计局可持续发展监测报告;分档及边界(≥)据加拿大统计局的实现",
    formula="R = [(x/x0)^(1/(t-t0)) - 1] / [(T/x0)^(1/(tT-t0)) - 1]",
    note="Undefined for a base or target of zero; penalises a falling series on its straight line.",
    note_zh="基期或目标为零时无定义;下降的序列即使正好走直线也会被低估。",
)

UN2022 = Method(
    id="un2022",
    zh="联合国2022年进展图法",
    en="UN SDG Progress Chart 2022 (trend ratio)",
    model="compound",
    measure=Measure.GROWTH_RATIO,
    bands=(
        Band("substantial", 0.95, _S.ON_TRACK, "进展显著或符合进度", "on track or substantial progress"),
        Band("fair", 0.50, _S.SLIGHTLY_BEHIND, "进展尚可但需加快", "fair progress but acceleration needed"),
        Band("limited", -0.10, _S.BEHIND, "进展有限或没有进展", "limited or no progress"),
        Band("deterioration", None, _S.MOVING_AWAY, "恶化", "deterioration"),
    ),
    achieved=Band("achieved", None, _S.MET, "目标已实现", "target achieved"),
    source="after the Progress Chart Technical Note 2022; cut-offs as coded by UNDP (>=)",
    source_zh="据2022年进展图技术说明;分档据联合国开发计划署的实现(≥)",
    formula="CR = [(x/x0)^(1/(t-t0)) - 1] / [(T/x0)^(1/(tT-t0)) - 1]",
    note="A value equal to the target counts as met here.",
    note_zh="与目标相等在此算已达到。",
)

UN2023 = Method(
    id="un2023",
    zh="联合国2023年进展图法",
    en="UN SDG Progress Chart 2023 (projected share)",
    model="compound projection",
    measure=Measure.PROJECTED_SHARE,
    bands=(
        Band("3", 0.95, _S.ON_TRACK, "3分：已达到或符合进度", "score 3: met or on track"),
        Band(
            "2",
            0.10,
            _S.SLIGHTLY_BEHIND,
            "2分：进展尚可但需加快",
            "score 2: fair progress, acceleration needed",
        ),
        Band("1", 0.0, _S.BEHIND, "1分：停滞或倒退", "score 1: stagnation or regression"),
        Band("1", None, _S.MOVING_AWAY, "1分：停滞或倒退", "score 1: stagnation or regression"),
    ),
    achieved=Band("3", None, _S.MET, "3分：已达到或符合进度", "score 3: met or on track"),
    source="after the Progress Chart Technical Note 2023, read in EUSTAT's published methodology",
    source_zh="据2023年进展图技术说明,经巴斯克统计局公布的方法转述",
    formula="share = [x (1+r)^(tT-t) - x0] / (T - x0), r = (x/x0)^(1/(t-t0)) - 1",
    note="Score 1 covers stagnation and regression; the status tells them apart by the sign.",
    note_zh="1分包括停滞和倒退;状态按符号加以区分。",
)

_SDSN_FALLING = Band(
    "stagnating", 0.0, _S.BEHIND, "停滞或不及所需速度一半", "stagnating or under half the required rate", "→"
)

SDSN = Method(
    id="sdsn",
    zh="可持续发展解决方案网络箭头法",
    en="SDSN arrows (linear)",
    model="linear",
    measure=Measure.PACE,
    bands=(
        Band("on_track", 1.0, _S.ON_TRACK, "符合进度或保持", "on track or maintaining", "↑"),
        Band("moderate", 0.50, _S.SLIGHTLY_BEHIND, "中等改善", "moderately improving", "↗"),
        _SDSN_FALLING,
        Band("decreasing", None, _S.MOVING_AWAY, "下降", "decreasing", "↓"),
    ),
    achieved=Band("on_track", None, _S.MET, "符合进度或保持", "on track or maintaining", "↑"),
    slipping=_SDSN_FALLING,
    source="after the SDG Index methodology chapter; legend as published, arithmetic on the target itself",
    source_zh="据可持续发展目标指数方法一章;图例为公布内容,算式以目标本身计算",
    formula="Q = [(x - x0) / (t - t0)] / [(T - x0) / (tT - t0)]",
    note="Without normalisation bounds the target takes the place of the green threshold.",
    note_zh="没有归一化界限时,以目标代替绿色界限。",
)

_SUN = Band("S", 0.05, _S.ON_TRACK, "太阳", "sun", "S", inclusive=False)
_SUN_CLOUD = Band("L", 0.20, _S.SLIGHTLY_BEHIND, "太阳带云", "sun and cloud", "L")
_CLOUD = Band("W", None, _S.BEHIND, "云", "cloud", "W")
_STORM = Band("B", None, _S.MOVING_AWAY, "雷雨", "thunderstorm", "B")

DESTATIS = Method(
    id="destatis",
    zh="德国天气符号法",
    en="Destatis weather symbols (mean of the last changes)",
    model="linear, mean yearly change of at most five years",
    measure=Measure.MISS,
    bands=(_SUN, _SUN_CLOUD, _CLOUD),
    achieved=Band("S", None, _S.MET, "太阳", "sun", "S"),
    higher_is_better=False,
    min_after=3,
    min_points=4,
    adverse=_STORM,
    kept=_SUN,
    slipping=_SUN_CLOUD,
    recovering=_CLOUD,
    lost=_STORM,
    source="after the German indicator report, read in the English text adopted by Vanuatu (rules K, J and R)",
    source_zh="据德国指标报告,依瓦努阿图采用的英文文本(K、J、R三规则)",
    formula="miss = |T - x'| / |T - x|, x' = x + v (tT - t), v = mean yearly change of up to five years",
    note="Neither a political appraisal nor a forecast; five percent is L, twenty percent is L.",
    note_zh="既不是政治评价,也不是预测;恰为5%和20%均属“晴间多云”。",
)

ESCAP = Method(
    id="escap",
    zh="亚太经社会预期进展法",
    en="ESCAP anticipated progress (projected gap)",
    model="linear; time-weighted regression from three points on",
    measure=Measure.PROJECTED_GAP,
    bands=(
        Band("maintain", 10.0, _S.ON_TRACK, "保持进展", "maintain progress to achieve the target"),
        Band("accelerate", 100.0, _S.BEHIND, "加快进展", "accelerate progress"),
        Band("reverse", None, _S.MOVING_AWAY, "扭转趋势", "reverse the trend"),
    ),
    achieved=Band("maintain", None, _S.MET, "保持进展", "maintain progress to achieve the target"),
    higher_is_better=False,
    source="after UNECE's technical notes; bands after ESCAP, weights of the regression chosen here",
    source_zh="据联合国欧洲经济委员会技术说明;分档据亚太经社会,回归权重为本程序所定",
    formula="gap % = 100 |T - x'| / |T - x0|, 0 when x' meets the target",
    note="Weights grow linearly with time (1 for the first year): the published weights were not readable.",
    note_zh="权重随年份线性增加(首年为1):公布的权重未能读到。",
)

DISTANCE = Method(
    id="distance",
    zh="距离法",
    en="distance to the target (no time)",
    model="none",
    measure=Measure.DISTANCE,
    bands=(
        Band("close", 0.5, _S.NO_RATING, "接近", "close"),
        Band("small", 1.5, _S.NO_RATING, "距离小", "small distance"),
        Band("medium", 3.0, _S.NO_RATING, "距离中等", "medium distance"),
        Band("large", None, _S.NO_RATING, "距离大", "large distance"),
    ),
    achieved=Band("met", None, _S.MET, "已达到", "met"),
    kept=Band("met", None, _S.MET, "已达到", "met"),
    higher_is_better=False,
    min_after=0,
    source="after OECD, Measuring Distance to the SDG Targets: standard deviations only with eight peers or more",
    source_zh="据经合组织《衡量与可持续发展目标的距离》;八个以上可比地区才用标准差",
    formula="distance = max(0, d (T - x) / s), s = standard deviation of the peers' actuals of that year",
    note="Says how far, never how fast: a target that is not met gets no rating before its year.",
    note_zh="只说差多少,不说快慢;未达到的目标在目标年之前不作判断。",
)

METHODS: dict[str, Method] = {m.id: m for m in (SCHEDULE, EUROSTAT, UN2022, UN2023, SDSN, DESTATIS, ESCAP, DISTANCE)}
DEFAULT_METHOD = "schedule"

# Rules J and R of the German method: (met, not worsening) and (average change, last change), 1 = right way.
DESTATIS_J: dict[tuple[bool, bool], str] = {
    (True, True): "S",
    (True, False): "L",
    (False, True): "W",
    (False, False): "B",
}
DESTATIS_R: dict[tuple[int, int], str] = {
    (1, 1): "S",
    (1, 0): "L",
    (1, -1): "L",
    (0, 1): "W",
    (-1, 1): "W",
    (0, 0): "B",
    (0, -1): "B",
    (-1, 0): "B",
    (-1, -1): "B",
}


def find_method(name: str) -> Method:
    """The method called `name`; ValueError naming the choices when there is none."""
    for method in METHODS.values():
        if name == method.id or name in method.aliases:
            return method
    raise ValueError(f"unknown method {name!r}; choose one of {', '.join(METHODS)}")


def describe(method: Method, lang: str = "en") -> str:
    """One line for a header: the method's name and its cut-offs, best first."""
    sign = ("≥" if method.higher_is_better else "≤", ">" if method.higher_is_better else "<")
    parts = [method.achieved.zh if lang == "zh" else method.achieved.en]
    for band in method.bands:
        word = band.zh if lang == "zh" else band.en
        edge = "" if band.limit is None else f"{sign[0] if band.inclusive else sign[1]}{band.limit:g} "
        parts.append(edge + word)
    name = method.zh if lang == "zh" else method.en
    return f"{name}: " + " · ".join(parts)
