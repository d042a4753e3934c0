"""Share of the way, share of the time, pace, and the rates that are left to go: the linear arithmetic.

    P = (x - x0) / (T - x0)      E = (t - t0) / (tT - t0)      Q = P / E
    need = (T - x) / (tT - t)    observed = (x - x0) / (t - t0)    landing = x + observed (tT - t)

P works in both directions, because numerator and denominator change sign together. With stated targets on
the way the expected path is bent: Q is then P over the share of the way that the path asks for, which is P / E
on a straight path. Rates (growth, cumulative change) run on logarithms: P = ln(x/x0) / ln(T/x0).
"""

from __future__ import annotations

import polars as pl

from urbancmp.gap.comparators import meets, room, shortfall, snap

_BASE, _X, _AIM, _CLASS = pl.col("_base"), pl.col("_x"), pl.col("_aim"), pl.col("class")
_LOG = pl.col("_log")


def divide(above: pl.Expr, below: pl.Expr) -> pl.Expr:
    """`above / below`, null where `below` is zero or unknown."""
    return pl.when(below != 0).then(above / below)


def share_of_way(value: pl.Expr) -> pl.Expr:
    """How much of the way from the baseline to the target `value` has come; 1 is the target."""
    linear = divide(value - _BASE, _AIM - _BASE)
    positive = (value * _BASE > 0) & (_AIM * _BASE > 0)
    return pl.when(~_LOG).then(linear).when(positive).then(divide((value / _BASE).log(), (_AIM / _BASE).log()))


def per_year(start: pl.Expr, end: pl.Expr, years: pl.Expr) -> pl.Expr:
    """Yearly change from `start` to `end`: in units, or in percent where the target is a rate."""
    ahead = years > 0
    linear = (end - start) / years
    compound = pl.when(end * start > 0).then(((end / start).pow(1.0 / years) - 1.0) * 100.0)
    return pl.when(ahead & _LOG).then(compound).when(ahead).then(linear)


def with_clock(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds years done, left and in all, and the share of the time that has passed."""
    done = (pl.col("_x_year") - pl.col("_base_year")).cast(pl.Float64)
    whole = (pl.col("target_year") - pl.col("_base_year")).cast(pl.Float64)
    now = pl.coalesce("_x_year", "_base_year")
    return frame.with_columns(
        _done=done,
        _whole=whole,
        _left=(pl.col("target_year") - now).cast(pl.Float64),
        _due=pl.when(whole > 0).then(done / whole),
    ).with_columns(elapsed=snap(pl.col("_due")))


def with_progress(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `progress`, the expected `path`, `pace` and, for a budget, the share of it that is `used`."""
    on_the_way = _CLASS.is_in(["reach", "reduce"])
    curved = pl.when(_AIM * _BASE > 0).then(_BASE * (_AIM / _BASE).pow(pl.col("_due")))
    straight = pl.when(_LOG).then(curved).otherwise(_BASE + pl.col("_due") * (_AIM - _BASE))
    frame = frame.with_columns(
        _share=share_of_way(_X),
        _bent=on_the_way & pl.col("path").is_not_null() & ~_LOG,
        path=pl.when(_CLASS.is_in(["reach", "reduce", "budget"])).then(snap(pl.coalesce("path", straight))),
    )
    asked = pl.when(pl.col("_bent")).then(share_of_way(pl.col("path")))
    return frame.with_columns(
        progress=pl.when(on_the_way).then(snap(pl.col("_share"))),
        used=pl.when(_CLASS == "budget").then(snap(pl.col("_share"))),
        pace=pl.when(on_the_way & ~pl.col("lower_bound")).then(
            snap(divide(pl.col("_share"), pl.when(asked > 0).then(asked).otherwise(pl.col("_due"))))
        ),
        path_gap=snap(_X - pl.col("path")),
    )


def with_rates(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `need_per_year`, `observed_per_year`, `acceleration` and `landing`.

    Without an actual the need is counted from the baseline, without a baseline from the actual. A kept value,
    a budget and a yearly amount have no need; a sum with holes has no rates at all.
    """
    whole = ~pl.col("lower_bound")
    aims = _CLASS.is_null() | _CLASS.is_in(["reach", "reduce", "rank"])
    flows = _CLASS.eq_missing("annual")
    frame = frame.with_columns(
        need_per_year=pl.when(aims & whole).then(snap(per_year(pl.coalesce(_X, _BASE), _AIM, pl.col("_left")))),
        observed_per_year=pl.when(~flows & whole).then(snap(per_year(_BASE, _X, pl.col("_done")))),
        _v=pl.when(~flows).then(divide(_X - _BASE, pl.col("_done"))),
    )
    return frame.with_columns(
        acceleration=snap(divide(pl.col("need_per_year"), pl.col("observed_per_year"))),
        landing=pl.when((pl.col("_left") > 0) & ~_LOG & whole).then(snap(_X + pl.col("_v") * pl.col("_left"))),
    )


def with_gap(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `gap` and its relatives, all in the target's unit.

    `gap` is the distance to the nearest accepted value (for 左右 the edge of the tolerance), 0 when met;
    `gap_to_target` the distance to the target itself; `margin` how far a met target is passed; `headroom` what
    is left of a kept value or a budget. For a rate the value that is compared is the rate had so far.
    """
    now = pl.coalesce(_X, _BASE)
    growth = pl.col("measure") == "growth"
    rate = pl.when(growth).then(pl.col("observed_per_year")).otherwise((divide(_X, _BASE) - 1.0) * 100.0)
    value = pl.when(_LOG).then(rate).otherwise(now)
    goal = pl.when(_LOG).then(pl.col("target")).otherwise(_AIM)
    met = meets(now)
    kept = _CLASS.is_in(["maintain", "budget"])
    return frame.with_columns(
        gap=pl.when(pl.col("_d").is_not_null()).then(
            pl.when(met).then(0.0).otherwise(shortfall(value, "_rate_low", "_rate_high"))
        ),
        gap_to_target=pl.when(met).then(0.0).when(pl.col("_d").is_not_null()).then(snap((goal - value).abs())),
        margin=pl.when(pl.col("_met") & ~kept.fill_null(value=False)).then(
            pl.max_horizontal(snap(pl.col("_d") * (value - goal)), pl.lit(0.0))
        ),
        headroom=pl.when(kept).then(room(_X)),
        headroom_change=pl.when(kept).then(snap(room(_X) - room(_BASE))),
        level_target=pl.when(_LOG).then(snap(_AIM)),
    )
