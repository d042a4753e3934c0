"""From numbers to a status: the reason why there is none, the band of the method, and the flags.

A verdict (the target year has an actual) is a fact of the comparator and needs no method and no baseline;
every other rating needs a baseline, an actual, a target and the method's minimum of evidence.
"""

from __future__ import annotations

import polars as pl

from urbancmp.gap.comparators import snap
from urbancmp.gap.measures import MEASURES, adverse_trend
from urbancmp.gap.method import Band, Measure, Method

_CLASS, _MET = pl.col("class"), pl.col("_met")
_ratio = pl.col("ratio")
EARLY = 0.2
STALE_YEARS = 2


def _text(value: str | None) -> pl.Expr:
    return pl.lit(value, dtype=pl.String)


def _is(name: str) -> pl.Expr:
    return _CLASS.eq_missing(name)


def _first_reason(reasons: list[tuple[pl.Expr, pl.Expr | str]]) -> pl.Expr:
    """The first reason whose condition holds, or null; an unknown condition does not hold."""
    found = _text(None)
    for condition, reason in reversed(reasons):
        word = _text(reason) if isinstance(reason, str) else reason
        found = pl.when(condition).then(word).otherwise(found)
    return found


def with_reason(frame: pl.LazyFrame, method: Method) -> pl.LazyFrame:
    """Adds `_verdict`, `_sure` (a sum with holes that decides all the same) and `reason`."""
    rule = MEASURES[method.measure]
    known = pl.col("given_reason").is_null() & ~pl.col("bound") & pl.col("_met").is_not_null()
    past = (pl.col("clock") > pl.col("target_year")).fill_null(value=False)
    frame = frame.with_columns(
        _verdict=known & pl.col("_x_year").eq_missing(pl.col("target_year")) & ~pl.col("lower_bound"),
        _sure=pl.col("lower_bound") & (((_MET & (pl.col("_d") > 0)) | (_is("budget") & ~_MET)).fill_null(value=False)),
        _steady=_steady(method),
    )
    on_the_way = _CLASS.is_in(["reach", "reduce"]) & ~_MET
    reasons: list[tuple[pl.Expr, pl.Expr | str]] = [
        (pl.col("given_reason").is_not_null(), pl.col("given_reason")),
        (pl.col("target").is_null() | pl.col("_high").is_null() & (pl.col("_cmp") == "range"), "no_target"),
        (pl.col("bound"), "bound_only"),
        (pl.col("target_year").is_null(), "undated"),
        (pl.col("_verdict") & pl.col("_base").is_null(), "no_baseline"),
        (pl.col("_verdict"), _text(None)),
        (past, "horizon_unreported"),
        (pl.col("_x").is_null(), "no_actual"),
        (pl.col("_low").is_null(), "no_polarity"),
        (pl.col("lower_bound") & ~pl.col("_sure"), "lower_bound"),
        (pl.col("_base").is_null(), pl.col("pace_reason").fill_null("no_baseline")),
        (pl.col("pace_reason").is_not_null(), pl.col("pace_reason")),
        (_is("wrong_way"), "target_behind_baseline"),
        (_is("maintain") & ~pl.col("_base_met") & ~_MET, "base_equals_target"),
        (_is("rank") & ~_MET, "rank"),
        (_is("budget") & pl.lit(not method.rates_budgets), "method_not_applicable"),
        (on_the_way & (pl.col("points") < method.min_after), "too_few_points"),
        (on_the_way & (pl.col("trend_points").fill_null(0) < method.min_points), "too_few_points"),
        (on_the_way, rule.reason()),
        (_is("annual") & ~_MET & pl.lit(method.measure is Measure.DISTANCE), "distance_only"),
    ]
    return frame.with_columns(reason=_first_reason(reasons))


def _steady(method: Method) -> pl.Expr:
    """Whether a value that was met is not getting worse: on average, or since the baseline without a series."""
    since_base = pl.col("_d") * (pl.col("_x") - pl.col("_base"))
    if method.measure is not Measure.MISS:
        return snap(since_base) >= 0
    return snap(pl.coalesce(pl.col("_d") * pl.col("trend_change"), since_base)) >= 0


def _band(chosen: Band | None) -> tuple[str | None, str | None]:
    return (None, None) if chosen is None else (chosen.id, chosen.status)


def _banded(method: Method, want: int) -> pl.Expr:
    """The band of the ratio: `want` 0 gives the method's own word, 1 the status."""
    chosen = _text(None)
    for band in reversed(method.bands):
        word = _text(_band(band)[want])
        if band.limit is None:
            chosen = word
            continue
        if method.higher_is_better:
            inside = _ratio >= band.limit if band.inclusive else _ratio > band.limit
        else:
            inside = _ratio <= band.limit if band.inclusive else _ratio < band.limit
        chosen = pl.when(inside).then(word).otherwise(chosen)
    chosen = pl.when(_ratio.is_not_null()).then(chosen)
    if method.adverse is not None:
        chosen = pl.when(adverse_trend()).then(_text(_band(method.adverse)[want])).otherwise(chosen)
    return chosen


def with_status(frame: pl.LazyFrame, method: Method) -> pl.LazyFrame:
    """Adds `status` and `band`."""
    rows = frame.with_columns(_overshoot=_overshoot()).with_columns(status=_status(method), band=_own_word(method))
    said = (pl.col("status") != "no_rating") | (pl.col("reason") == "distance_only")
    return rows.with_columns(ratio=pl.when(said & _ratio.is_finite()).then(_ratio))


def _overshoot() -> pl.Expr:
    """Whether a value left a closed interval at the side where the baseline was not."""
    through = ((pl.col("_d") > 0) & (pl.col("_x") > pl.col("_high"))) | (
        (pl.col("_d") < 0) & (pl.col("_x") < pl.col("_low"))
    )
    return (pl.col("_both") & through & ~_MET & _CLASS.is_in(["reach", "reduce"])).fill_null(value=False)


def _status(method: Method) -> pl.Expr:
    worse = snap(pl.col("_d") * (pl.col("_x") - pl.col("_base"))) < 0
    pace_of_budget = (
        pl.when(~_MET)
        .then(pl.lit("exceeded"))
        .when(pl.col("used") <= pl.col("elapsed"))
        .then(pl.lit("within_budget"))
        .otherwise(pl.lit("over_pace"))
    )
    yearly = (
        pl.when(_MET)
        .then(pl.lit("holding"))
        .when(pl.col("_base_met"))
        .then(pl.lit("lost"))
        .when(worse)
        .then(pl.lit("moving_away"))
        .otherwise(pl.lit("behind"))
    )
    return (
        pl.when(pl.col("_verdict"))
        .then(pl.when(_MET).then(pl.lit("met")).otherwise(pl.lit("missed")))
        .when(pl.col("reason").is_not_null())
        .then(pl.lit("no_rating"))
        .when(_is("maintain") & pl.col("_base_met"))
        .then(pl.when(_MET).then(pl.lit("holding")).otherwise(pl.lit("lost")))
        .when(_is("budget"))
        .then(pace_of_budget)
        .when(_is("annual"))
        .then(yearly)
        .when(_MET)
        .then(pl.lit("met"))
        .when(pl.col("_overshoot"))
        .then(pl.lit("exceeded"))
        .otherwise(_banded(method, 1))
    )


def _own_word(method: Method) -> pl.Expr:
    """The method's own band; none for a row without rating, for a cap and for a missed target year."""
    kept = method.kept or method.achieved
    word = {
        "kept": kept.id,
        "slipping": (method.slipping or kept).id,
        "lost": _band(method.lost or (method.bands[-1] if method.bands else None))[0],
    }
    recovering = method.recovering.id if method.recovering else word["lost"]
    keeping = (
        pl.when(_MET & pl.col("_steady"))
        .then(_text(word["kept"]))
        .when(_MET)
        .then(_text(word["slipping"]))
        .when(pl.col("_steady"))
        .then(_text(recovering))
        .otherwise(_text(word["lost"]))
    )
    rated = pl.col("reason").is_null() | (pl.col("reason") == "distance_only")
    return (
        pl.when(_CLASS.is_in(["maintain", "annual"]) & rated & ~pl.col("_verdict"))
        .then(keeping)
        .when(_MET & (pl.col("_verdict") | (rated & ~_is("budget"))))
        .then(_text(method.achieved.id))
        .when(pl.col("_verdict") | ~rated | _is("budget") | pl.col("_overshoot"))
        .then(_text(None))
        .otherwise(_banded(method, 0))
    )


def with_tier(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds the evidence tier: 0 target only, 1 base, 2 actual without base, 3 both, 4 three actuals, X at the end."""
    base, x = pl.col("_base").is_not_null(), pl.col("_x").is_not_null()
    return frame.with_columns(
        tier=pl.when(pl.col("target").is_null())
        .then(_text(None))
        .when(pl.col("_verdict") | (pl.col("reason") == "horizon_unreported"))
        .then(pl.lit("X"))
        .when(base & x)
        .then(pl.when(pl.col("points") >= 3).then(pl.lit("4")).otherwise(pl.lit("3")))
        .when(x)
        .then(pl.lit("2"))
        .when(base)
        .then(pl.lit("1"))
        .otherwise(pl.lit("0"))
    )


def with_flags(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `flags`, joined with ';': what a reader should know about the numbers of the row."""
    rated = pl.col("status") != "no_rating"
    moving = rated & ~pl.col("_verdict")
    without_tolerance = snap(pl.col("_d") * (pl.col("_goal") - pl.col("_x"))) > 0
    conditions = {
        "early": moving & (pl.col("elapsed") < EARLY),
        "two_points": moving & pl.col("_base").is_not_null() & (pl.col("points") == 1),
        "stale": pl.col("clock") - pl.col("_x_year") > STALE_YEARS,
        "within_tolerance": _MET & (pl.col("_slack") > 0) & without_tolerance,
        "equal_not_met": pl.col("_strict") & ~_MET & (pl.col("gap") == 0),
        "piecewise": pl.col("_bent") & moving,
        "overshoot": pl.col("_overshoot"),
        "met_now": ~rated & _MET,
        "lower_bound": pl.col("lower_bound"),
        "base_equals_target": pl.col("_equal"),
        "target_behind_baseline": pl.col("_verdict") & _is("wrong_way"),
    }
    words = [pl.when(condition).then(pl.lit(name)) for name, condition in conditions.items()]
    return frame.with_columns(flags=pl.concat_str([*words, pl.col("given_flags")], separator=";", ignore_nulls=True))
