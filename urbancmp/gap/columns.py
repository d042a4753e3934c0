"""The columns of the engine: what it reads (missing ones are null) and what `gap` gives back, in order.

A column whose name begins with an underscore is the engine's own and never leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

POINT = pl.Struct({"year": pl.Int64, "value": pl.Float64})

# One row per target. `points` counts actuals after the baseline; `path` is the value expected in the year of
# the actual where stated intermediate targets bend the path; `given_reason` forbids any rating, `pace_reason`
# any but the verdict of the target year; `bound` marks an actual or baseline that is only a bound.
INPUTS: dict[str, pl.DataType] = {
    "unit": pl.String(),
    "polarity": pl.String(),
    "measure": pl.String(),
    "comparator": pl.String(),
    "target": pl.Float64(),
    "target_high": pl.Float64(),
    "target_year": pl.Int32(),
    "tolerance": pl.Float64(),
    "decimals": pl.Int32(),
    "baseline": pl.Float64(),
    "baseline_year": pl.Int32(),
    "actual": pl.Float64(),
    "actual_year": pl.Int32(),
    "points": pl.Int32(),
    "path": pl.Float64(),
    "clock": pl.Int32(),
    "budget": pl.Boolean(),
    "bound": pl.Boolean(),
    "lower_bound": pl.Boolean(),
    "coverage": pl.Float64(),
    "sigma": pl.Float64(),
    "given_reason": pl.String(),
    "pace_reason": pl.String(),
    "given_flags": pl.String(),
}

CONTRACT: tuple[str, ...] = (
    "jurisdiction",
    "indicator",
    "unit",
    "polarity",
    "measure",
    "comparator",
    "target",
    "target_high",
    "target_year",
    "baseline",
    "baseline_year",
    "actual",
    "actual_year",
    "gap",
    "progress",
    "elapsed",
    "pace",
    "need_per_year",
    "observed_per_year",
    "acceleration",
    "landing",
    "status",
    "reason",
    "tier",
    "flags",
    "method",
    "target_source",
    "actual_source",
)

# What `explain`, reports and charts need besides the contract.
EXTRAS: tuple[str, ...] = (
    "class",
    "ratio",
    "band",
    "path",
    "path_gap",
    "gap_to_target",
    "margin",
    "headroom",
    "headroom_change",
    "used",
    "level_target",
    "coverage",
    "points",
    "tolerance",
    "baseline_source",
    "target_locator",
    "actual_locator",
    "baseline_locator",
    "target_printed",
    "actual_comparator",
    "target_flags",
    "actual_flags",
    "target_note",
    "trend_points",
    "trend_change",
    "last_change",
    "fit_points",
    "fit_year",
    "fit_value",
    "fit_slope",
    "sigma",
)


def complete(
    frame: pl.LazyFrame, columns: Mapping[str, pl.DataType], present: Mapping[str, pl.DataType]
) -> pl.LazyFrame:
    """`frame` with every one of `columns`: missing ones null, present ones cast to their type."""
    return frame.with_columns(
        (pl.col(name).cast(dtype) if name in present else pl.lit(None, dtype=dtype).alias(name))
        for name, dtype in columns.items()
        if name not in present or present[name] != dtype
    )
