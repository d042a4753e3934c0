"""Evidence of cumulative and growth targets in a table of figures: sums and rates since the period's start.

The period starts where the target says so, else with the plan, else in the year after the base year. A yearly
amount is an actual of measure annual or one whose period starts in its own year; an actual that is a sum from
the same start counts as the sum up to its year. A sum whose start is not stated fits nothing.
"""

from __future__ import annotations

import polars as pl

from urbancmp.gap.figures import EXACT_MERIT, KEY, Figures
from urbancmp.gap.flows import INDEX_BASE

FLOW_MEASURES = ("cumulative", "growth", "cumulative_rate")
_year, _first = pl.col("year"), pl.col("_start")


def _start() -> pl.Expr:
    return pl.coalesce("period_start", "plan_start", pl.col("base_year") + 1)


def _pairs(targets: pl.LazyFrame, actuals: pl.LazyFrame) -> pl.LazyFrame:
    """Every actual of the period beside its target, one per year, and how it counts: yearly, a sum, or not."""
    columns = actuals.collect_schema().names()
    own = pl.col("measure") if "measure" in columns else pl.lit(None, dtype=pl.String)
    begins = pl.col("period_start") if "period_start" in columns else pl.lit(None, dtype=pl.Int32)
    rows = actuals.with_columns(_own=own, _begins=begins).drop("measure", "period_start", strict=False)
    plan = targets.select("_order", *KEY, "target_year", "_start", pl.col("measure").alias("_goal"))
    is_sum = (pl.col("_own").eq_missing("cumulative") & (pl.col("_goal") == "cumulative")) & (
        pl.col("_begins").ne_missing(_year)
    )
    counts = (
        pl.when(_first.is_null())
        .then(pl.lit("unknown"))
        .when(is_sum & (pl.col("_begins") == _first))
        .then(pl.lit("sum"))
        .when(is_sum & pl.col("_begins").is_null())
        .then(pl.lit("unknown"))
        .when(is_sum)
        .then(pl.lit("other"))
        .otherwise(pl.lit("yearly"))
    )
    return (
        rows.join(plan, on=KEY)
        .filter((_year >= _first).fill_null(value=True) & (_year <= pl.col("target_year")))
        .with_columns(_counts=counts)
        .sort("_merit", descending=True)
        .unique(["_order", "year", "_counts"], keep="first", maintain_order=True)
    )


def _totals(pairs: pl.LazyFrame) -> pl.LazyFrame:
    """Per target: the newest fitting sum, the yearly amounts after it, the years known and the last year."""
    is_sum, yearly = pl.col("_counts") == "sum", pl.col("_counts") == "yearly"
    so_far = pl.when(is_sum).then(_year).max().over("_order").fill_null(pl.col("_start") - 1)
    later = yearly & (_year > pl.col("_so_far"))
    used = later | (is_sum & (_year == pl.col("_so_far")))
    newest = [pl.col(name).sort_by("year").last() for name in ("source", "locator", "flags")]
    have = pairs.collect_schema().names()
    return (
        pairs.with_columns(_so_far=so_far)
        .with_columns(_used=used, _later=later)
        .group_by("_order")
        .agg(
            _sum=pl.col("value").filter(pl.col("_used")).sum(),
            _index=INDEX_BASE * (1.0 + pl.col("value").filter(pl.col("_used")) / 100.0).product(),
            _last=_year.filter(pl.col("_used")).max(),
            _known=pl.col("_so_far").first() - pl.col("_start").first() + 1 + pl.col("_later").sum(),
            points=pl.col("_used").sum().cast(pl.Int32),
            bound=((pl.col("_merit") < EXACT_MERIT) & pl.col("_used")).any(),
            _unknown=(pl.col("_counts") == "unknown").any(),
            _other=(pl.col("_counts") == "other").any(),
            **{f"actual_{e.meta.root_names()[0]}": e for e in newest if e.meta.root_names()[0] in have},
        )
    )


def with_flow_evidence(targets: pl.LazyFrame, figures: Figures, until: int | None) -> pl.LazyFrame:
    """Adds baseline (0, or an index of 100), actual, coverage and reasons to cumulative and growth targets."""
    targets = targets.with_columns(_start=_start())
    rows = targets.join(_totals(_pairs(targets, figures.actuals(until))), on="_order", how="left")
    sums = pl.col("measure") == "cumulative"
    some = pl.col("_last").is_not_null()
    years = pl.col("_last") - _first + 1
    holes = some & (pl.col("_known") < years)
    misfit = (
        pl.when(some)
        .then(pl.lit(None, dtype=pl.String))
        .when(pl.col("_unknown"))
        .then(pl.lit("no_period_start"))
        .when(pl.col("_other"))
        .then(pl.lit("definition_mismatch"))
    )
    return rows.with_columns(
        given_reason=pl.coalesce(
            "given_reason",
            pl.when(~sums & holes).then(pl.lit("missing_years")),
            misfit,
        ),
        baseline=pl.when(some & sums).then(0.0).when(some).then(INDEX_BASE),
        baseline_year=pl.when(some).then(_first - 1),
        actual=pl.when(some & sums).then(pl.col("_sum")).when(some).then(pl.col("_index")),
        actual_year=pl.col("_last"),
        coverage=pl.when(some).then(pl.col("_known") / years),
        lower_bound=sums & holes,
        given_flags=pl.when(some & sums).then(pl.lit("summed")).when(some).then(pl.lit("index_100")),
    ).drop("_start", "_sum", "_index", "_last", "_known", "_unknown", "_other")
