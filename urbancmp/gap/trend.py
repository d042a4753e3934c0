"""What a series of yearly values says: mean change, last change, consecutive points, weighted regression.

Only methods that look at the whole series ask for this; `history` is a list of {year, value} per row.
"""

from __future__ import annotations

import polars as pl

WINDOW = 6  # points, that is five yearly changes (German method)
_year, _value = pl.col("year"), pl.col("value")


def _recent(points: pl.LazyFrame) -> pl.LazyFrame:
    """Features of the unbroken run of years that ends with the newest value, six points at most.

    In a run the k-th newest value is k years older than the newest; the first hole ends it.
    """
    newest = _year.max().over("_row")
    run = points.with_columns(
        _age=newest - _year, _place=_year.rank("ordinal", descending=True).over("_row").cast(pl.Int64) - 1
    ).filter((pl.col("_age") == pl.col("_place")) & (pl.col("_place") < WINDOW))
    first, last = _value.sort_by("year").first(), _value.sort_by("year").last()
    before = _value.sort_by("year").get(-2, null_on_oob=True)
    return run.group_by("_row").agg(
        trend_points=pl.len(),
        trend_change=pl.when(pl.len() > 1).then((last - first) / (pl.len() - 1)),
        last_change=last - before,
    )


def _regression(points: pl.LazyFrame) -> pl.LazyFrame:
    """Slope and centre of the weighted least-squares line; a value's weight is 1 in the first year and grows by 1."""
    weighted = points.with_columns(_w=(_year - _year.min().over("_row") + 1).cast(pl.Float64))
    w = pl.col("_w")
    centred = weighted.with_columns(
        _ty=(w * _year).sum().over("_row") / w.sum().over("_row"),
        _tv=(w * _value).sum().over("_row") / w.sum().over("_row"),
    )
    dy, dv = _year - pl.col("_ty"), _value - pl.col("_tv")
    return centred.group_by("_row").agg(
        fit_points=pl.len(),
        fit_year=pl.col("_ty").first(),
        fit_value=pl.col("_tv").first(),
        fit_slope=pl.when((w * dy * dy).sum() > 0).then((w * dy * dv).sum() / (w * dy * dy).sum()),
    )


def with_trend(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds the features of `history` to every row; points after the row's actual are left out."""
    numbered = frame.with_row_index("_row")
    points = (
        numbered.select("_row", "_x_year", "history")
        .explode("history")
        .unnest("history")
        .filter(_value.is_not_null() & (_year <= pl.col("_x_year")))
        .unique(["_row", "year"], keep="first", maintain_order=True)
    )
    return (
        numbered.join(_recent(points), on="_row", how="left", maintain_order="left")
        .join(_regression(points), on="_row", how="left", maintain_order="left")
        .drop("_row", "history")
    )


def without_trend(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The same columns, empty, for methods that need no series."""
    none = pl.lit(None, dtype=pl.Float64)
    return frame.with_columns(
        trend_points=none,
        trend_change=none,
        last_change=none,
        fit_points=none,
        fit_year=none,
        fit_value=none,
        fit_slope=none,
    )
