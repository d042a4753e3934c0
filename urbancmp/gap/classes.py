"""The class of a target, decided by its baseline before any ratio.

reach / reduce   the baseline is on the wrong side: shares of the way have a meaning
maintain         the baseline already satisfies the target: holding or lost, never a division
budget           a cap on a quantity that is expected to grow: being close to the cap is not progress
annual           the amount of one year: that year's own actual decides, there is no path between flows
rank             places: a gap, no percent
wrong_way        a target to be *reached* lies behind the baseline: an error, or a revised base
"""

from __future__ import annotations

import polars as pl

from urbancmp.gap.comparators import meets, snap

LOG_MEASURES = ("growth", "cumulative_rate")
RATIO_UNIT = "[%‰/]|百分点"


def with_levels(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Turns targets that are rates into levels on the baseline; other targets stay what they are.

    A yearly growth g over N years becomes x0 (1 + g/100)^N, a change D over the period x0 (1 + D/100).
    """
    base, years = pl.col("_base"), (pl.col("target_year") - pl.col("_base_year")).cast(pl.Float64)
    log = pl.col("measure").is_in(list(LOG_MEASURES))

    def level(rate: pl.Expr) -> pl.Expr:
        factor = 1.0 + rate / 100.0
        grown = pl.when(pl.col("measure") == "growth").then(factor.pow(years)).otherwise(factor)
        return pl.when(log & rate.is_finite()).then((base * grown).fill_nan(None)).otherwise(rate)

    return frame.with_columns(
        _log=log,
        _low=level(pl.col("_low")),
        _high=level(pl.col("_high")),
        _rate_low=pl.col("_low"),
        _rate_high=pl.col("_high"),
        _goal=level(pl.col("target")),
    )


def with_direction(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `_d` (+1 up, -1 down, 0 inside a closed interval) and `_aim`, the value that counts as T."""
    reference = pl.coalesce("_base", "_x")
    inward = pl.when(reference < pl.col("_low")).then(1.0).when(reference > pl.col("_high")).then(-1.0).otherwise(0.0)
    nearer = (
        pl.when(pl.col("_d") > 0)
        .then(pl.col("_low"))
        .when(pl.col("_d") < 0)
        .then(pl.col("_high"))
        .when(reference - pl.col("_low") < pl.col("_high") - reference)
        .then(pl.col("_low"))
        .otherwise(pl.col("_high"))
    )
    return frame.with_columns(
        _d=pl.when(pl.col("_rises"))
        .then(1.0)
        .when(pl.col("_falls"))
        .then(-1.0)
        .when(pl.col("_both") & reference.is_not_null())
        .then(inward)
    ).with_columns(_aim=pl.when(pl.col("_cmp") == "range").then(nearer).otherwise(pl.col("_goal")))


def is_budget() -> pl.Expr:
    """Whether a cap limits a quantity that is expected to grow.

    The indicator's own `budget` decides where it is stated. Otherwise a cap (le, lt) above its baseline is a
    budget, because amounts (land, water, energy) are used up; only a ratio where lower is better (leakage at
    most 9 % from a base of 8) is a ceiling to be kept, and so is a quantity whose polarity is not known.
    """
    capped = pl.col("_falls") & pl.col("_cmp").is_in(["le", "lt"]) & (snap(pl.col("_aim") - pl.col("_base")) > 0)
    ratio = pl.col("unit").fill_null("").str.contains(RATIO_UNIT)
    down = (pl.col("polarity") == "down") & ~ratio
    grows = (pl.col("measure") == "cumulative") | pl.col("polarity").is_in(["none", "up"]) | down
    return capped & pl.coalesce(pl.col("budget"), grows, pl.lit(value=False))


def with_class(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `class`, whether baseline and actual satisfy the target, and whether the baseline equals it."""
    away = snap(pl.col("_base") - pl.col("_aim"))
    literal = pl.col("_cmp").is_in(["eq", "approx"])
    tolerated = ~pl.col("_log") & (away.abs() <= pl.col("_slack"))
    return frame.with_columns(
        _base_met=meets(pl.col("_base")), _met=meets(pl.col("_x")), _equal=away == 0
    ).with_columns(
        pl.when(pl.col("measure") == "annual")
        .then(pl.lit("annual"))
        .when(pl.col("_base").is_null() | pl.col("_aim").is_null() | pl.col("_d").is_null())
        .then(pl.lit(None, dtype=pl.String))
        .when(is_budget())
        .then(pl.lit("budget"))
        .when(pl.col("_equal") | (pl.col("_base_met") & (~literal | tolerated)))
        .then(pl.lit("maintain"))
        .when(pl.col("_base_met"))
        .then(pl.lit("wrong_way"))
        .when(pl.col("measure") == "rank")
        .then(pl.lit("rank"))
        .when(pl.col("_d") > 0)
        .then(pl.lit("reach"))
        .otherwise(pl.lit("reduce"))
        .alias("class")
    )
