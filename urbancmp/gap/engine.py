"""The engine: one row per target in, numbers, class, status and reason out.

The stages run in the order in which they depend on each other: evidence, comparator, class, pace, measure,
rating. Every stage is a plain function from frame to frame; the same stages rate one row and four million.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from urbancmp.gap.classes import with_class, with_direction, with_levels
from urbancmp.gap.columns import INPUTS, complete
from urbancmp.gap.comparators import snap, with_comparator, with_interval
from urbancmp.gap.measures import MEASURES
from urbancmp.gap.pace import with_clock, with_gap, with_progress, with_rates
from urbancmp.gap.rating import with_flags, with_reason, with_status, with_tier
from urbancmp.gap.trend import with_trend, without_trend

if TYPE_CHECKING:
    from urbancmp.gap.method import Method


def needs_history(method: Method) -> bool:
    """Whether the method looks at the whole series, so that `history` is worth collecting."""
    return MEASURES[method.measure].needs_trend


def needs_peers(method: Method) -> bool:
    """Whether the method measures against the spread of the peers (`sigma`)."""
    return MEASURES[method.measure].needs_peers


def with_evidence(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Keeps only usable evidence: a base before the target year, an actual after the base and not after the target.

    `_base` and `_x` are what may be computed with: nothing when a value is only a bound.
    """
    horizon = pl.col("target_year")
    has_base = pl.col("baseline").is_finite() & (pl.col("baseline_year") < horizon).fill_null(value=True)
    frame = frame.with_columns(
        measure=pl.col("measure").fill_null("level"),
        bound=pl.col("bound").fill_null(value=False),
        lower_bound=pl.col("lower_bound").fill_null(value=False),
        baseline=pl.when(has_base).then(pl.col("baseline")),
        baseline_year=pl.when(has_base).then(pl.col("baseline_year")),
    )
    year = pl.col("actual_year")
    after = (year > pl.col("baseline_year")).fill_null(value=True)
    in_time = (year <= horizon).fill_null(value=True) & (year <= pl.col("clock")).fill_null(value=True)
    usable = pl.col("actual").is_finite() & year.is_not_null() & after & in_time
    frame = frame.with_columns(
        actual=pl.when(usable).then(pl.col("actual")),
        actual_year=pl.when(usable).then(year),
        points=pl.when(usable).then(pl.col("points").fill_null(1)),
        actual_source=pl.when(usable).then(pl.col("actual_source")),
    )
    exact = ~pl.col("bound")
    return frame.with_columns(
        _base=pl.when(exact & pl.col("baseline_year").is_not_null()).then(pl.col("baseline")),
        _base_year=pl.when(exact).then(pl.col("baseline_year")),
        _x=pl.when(exact).then(pl.col("actual")),
        _x_year=pl.when(exact).then(pl.col("actual_year")),
    )


def evaluate(frame: pl.LazyFrame, method: Method, keep: tuple[str, ...] = ()) -> pl.LazyFrame:
    """Rates every row of `frame` by `method`.

    `frame` holds the columns of `columns.INPUTS` (missing ones are taken as null) and any others, which stay
    as they are; `history`, a list of {year, value}, is read only by methods that need a series. Years are whole
    years, values are in the unit of the target. `keep` names private columns to hand through.
    The result has the columns of `columns.CONTRACT` and `columns.EXTRAS` that can be computed.
    """
    present = frame.collect_schema()
    if "actual_source" not in present:
        frame = frame.with_columns(actual_source=pl.lit(None, dtype=pl.Categorical))
    rows = with_evidence(complete(frame, INPUTS, present))
    if needs_history(method) and "history" in present:
        rows = with_trend(rows)
    else:
        rows = without_trend(rows.drop("history", strict=False))
    rows = with_interval(with_comparator(rows))
    rows = with_class(with_direction(with_levels(rows)))
    rows = with_gap(with_rates(with_progress(with_clock(rows))))
    ratio = snap(MEASURES[method.measure].value()).fill_nan(None)
    rows = rows.with_columns(ratio=pl.when(pl.col("class").is_in(["reach", "reduce"])).then(ratio))
    rows = with_tier(with_status(with_reason(rows, method), method))
    rows = with_flags(rows).with_columns(method=pl.lit(method.id))
    public = [name for name in rows.collect_schema().names() if not name.startswith("_") or name in keep]
    return rows.select(public)
