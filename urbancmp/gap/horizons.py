"""Several stated horizons of one indicator: the expected path runs in straight lines through all of them.

Between the baseline and the target asked for, every quantified target of the same series bends the path; the
rating measures the actual against the bent path. Each earlier horizon keeps its own row and its own verdict.
"""

from __future__ import annotations

import polars as pl

from urbancmp.gap.figures import KEY


def with_path(rows: pl.LazyFrame, targets: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `path`, the value expected in the year of the actual, where an intermediate target bends the path."""
    stated = targets.filter(
        (pl.col("measure") == "level") & (pl.col("comparator") != "range") & pl.col("target").is_not_null()
    ).select(*KEY, knot_year="target_year", knot="target")
    levels = rows.filter((pl.col("measure") == "level") & pl.col("target").is_not_null())
    knot_year, now = pl.col("knot_year"), pl.col("actual_year")
    between = (
        levels.select("_order", *KEY, "baseline", "baseline_year", "actual_year", "target", "target_year")
        .join(stated, on=KEY)
        .filter((knot_year > pl.col("baseline_year")) & (knot_year < pl.col("target_year")))
    )
    before, after = knot_year <= now, knot_year > now
    ends = between.group_by("_order").agg(
        pl.col("baseline", "baseline_year", "actual_year", "target", "target_year").first(),
        _y0=knot_year.filter(before).max(),
        _v0=pl.col("knot").filter(before).sort_by(knot_year.filter(before)).last(),
        _y1=knot_year.filter(after).min(),
        _v1=pl.col("knot").filter(after).sort_by(knot_year.filter(after)).first(),
    )
    y0, v0 = pl.coalesce("_y0", "baseline_year"), pl.coalesce("_v0", "baseline")
    y1, v1 = pl.coalesce("_y1", "target_year"), pl.coalesce("_v1", "target")
    paths = ends.select("_order", path=v0 + (v1 - v0) * (now - y0) / (y1 - y0))
    return rows.join(paths, on="_order", how="left")
