"""Which actual is the newest and which is the baseline of each target.

The newest actual is the last one not later than the target year. The baseline is the value of the plan's own
base year, else the oldest actual inside the plan's period, else (a table that knows neither) the oldest
actual. Every candidate gets one whole number as its key, so that one pass finds both.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from urbancmp.gap.figures import EXACT_MERIT, KEY, Figures

# A key is (rank of the year, merit of the figure), most important first.
_MERITS = 2 * EXACT_MERIT
_ELDEST = 9_999
_BASE_YEAR_RANK = 30_000
_FIRST_YEAR = 1970  # years are bits of a mask, to count distinct years: 1970 to 2031, the ends shared
_LAST_BIT = 61

CARRIED = ("source", "locator", "flags", "comparator")


@dataclass(frozen=True, slots=True)
class Ways:
    """What a table makes necessary: plans with periods, values of several vintages, columns beyond the contract."""

    planned: bool
    vintages: bool
    extras: bool


def _key(rank: pl.Expr) -> pl.Expr:
    """One whole number that sorts by rank, then by merit."""
    return rank.cast(pl.Int64) * _MERITS + pl.col("_merit")


def one_per_year(actuals: pl.LazyFrame) -> pl.LazyFrame:
    """One actual per series and year: the newest vintage, then the one of most merit.

    `revised` says that the year has different values of several vintages.
    """
    return (
        actuals.sort("vintage", "_merit", descending=True, nulls_last=True)
        .group_by([*KEY, "year"], maintain_order=True)
        .agg(
            pl.exclude(*KEY, "year").first(),
            revised=(pl.col("vintage").n_unique() > 1) & (pl.col("value").n_unique() > 1),
        )
    )


def _candidates(pairs: pl.LazyFrame, planned: bool) -> pl.LazyFrame:
    """Adds the keys of the newest actual and of the baseline, and the year as a bit."""
    year = pl.col("year")
    rank = _ELDEST - year
    if planned:
        base_year, start, end = pl.col("base_year"), pl.col("plan_start"), pl.col("plan_end")
        inside = (year >= start) & (year <= end).fill_null(value=True)
        rank = (
            pl.when(year == base_year)
            .then(_BASE_YEAR_RANK - year)
            .when(inside | (base_year.is_null() & start.is_null()))
            .then(rank)
        )
    return pairs.with_columns(
        _newest=_key(year),
        _oldest=pl.when(year < pl.col("target_year")).then(_key(rank)),
        _bit=pl.lit(2, dtype=pl.Int64).pow((year - _FIRST_YEAR).clip(0, _LAST_BIT)),
    )


def _choose(candidates: pl.LazyFrame, by: list[str], columns: set[str], *, extras: bool) -> pl.LazyFrame:
    """The newest actual and the baseline of every group; year and merit are read back out of the winning key.

    Without `extras` only the source of the actual is carried along: each name more costs a pass over a panel.
    """
    picks: dict[str, pl.Expr] = {}
    for role, key in (("actual", "_newest"), ("baseline", "_oldest")):
        picks[role] = pl.col("value").max_by(key)
        picks[key] = pl.col(key).max()
        names = CARRIED if extras else CARRIED[:1] if role == "actual" else ()
        picks |= {f"{role}_{name}": pl.col(name).max_by(key) for name in names if name in columns}
    if "_break" in columns:
        picks["_broken"] = pl.col("year").filter(pl.col("_break")).max()
    if "revised" in columns:
        picks["_revised"] = pl.col("revised").max_by("_oldest")
    return candidates.group_by(by).agg(**picks, _years=pl.col("_bit").bitwise_or())


def _read_keys() -> dict[str, pl.Expr]:
    """Years of the two winners, and whether one that is used is only a bound."""
    actual_year, rank = pl.col("_newest") // _MERITS, pl.col("_oldest") // _MERITS
    top = pl.when(rank > _ELDEST).then(_BASE_YEAR_RANK).otherwise(_ELDEST)
    baseline_year = top - rank
    bound = (pl.col("_newest") % _MERITS < EXACT_MERIT) | (
        (pl.col("_oldest") % _MERITS < EXACT_MERIT) & (actual_year != baseline_year)
    ).fill_null(value=False)
    below = pl.lit(2, dtype=pl.Int64).pow((baseline_year - _FIRST_YEAR + 1).clip(0, _LAST_BIT))
    return {
        "actual_year": actual_year.cast(pl.Int32),
        "baseline_year": baseline_year.cast(pl.Int32),
        "bound": bound,
        "points": (pl.col("_years") // below).bitwise_count_ones().cast(pl.Int32),
    }


def _without_lone(chosen: pl.LazyFrame) -> pl.LazyFrame:
    """A single actual is a baseline only where the plan's base year says so; otherwise it is an actual without one."""
    lone = (pl.col("_newest") // _MERITS == _ELDEST - pl.col("_oldest") // _MERITS).fill_null(value=False)
    names = [name for name in chosen.collect_schema().names() if name.startswith("baseline") or name == "_oldest"]
    return chosen.with_columns(pl.when(~lone).then(pl.col(name)).alias(name) for name in names)


def with_evidence(
    targets: pl.LazyFrame, figures: Figures, year: int | None, until: int | None, ways: Ways
) -> pl.LazyFrame:
    """Adds actual, baseline, their years and sources, and `points` to every target.

    When all targets are of one year and no plan has a base year or a period of its own, one pass over the
    actuals does; otherwise every actual is paired with the targets of its series. The names are handled as
    categories on the way, which halves the memory of a national panel.
    """
    actuals = figures.actuals(until)
    if ways.vintages:
        actuals = one_per_year(actuals)
    columns = set(actuals.collect_schema().names())
    names = [name for name in (*KEY, "source") if name in columns]
    actuals = actuals.with_columns(pl.col(names).cast(pl.Categorical))
    targets = targets.with_columns(pl.col(KEY).cast(pl.Categorical))
    planned = ways.planned
    if year is not None and not planned:
        pairs, by = actuals.with_columns(target_year=pl.lit(year, dtype=pl.Int32)), KEY
    else:
        plan = targets.select("_order", *KEY, "target_year", "base_year", "plan_start", "plan_end")
        pairs = actuals.join(plan, on=KEY).filter((pl.col("year") <= pl.col("target_year")).fill_null(value=True))
        by, planned = ["_order"], True
    chosen = _without_lone(_choose(_candidates(pairs, planned), by, columns, extras=ways.extras))
    revised = pl.col("_revised") if "revised" in columns else pl.lit(value=False)
    rows = targets.join(chosen, on=by, how="left").with_columns(
        given_flags=pl.when(revised).then(pl.lit("revised_baseline")),
        **_read_keys(),
    )
    if "_break" not in columns:
        return rows
    return _without_broken(rows)


def _without_broken(rows: pl.LazyFrame) -> pl.LazyFrame:
    """No baseline of another definition: the gap and the verdict of the target year stand, a pace does not."""
    broken = (pl.col("_broken") > pl.col("baseline_year")).fill_null(value=False)
    names = [name for name in rows.collect_schema().names() if name.startswith("baseline")]
    return rows.with_columns(
        *(pl.when(~broken).then(pl.col(name)).alias(name) for name in names),
        pace_reason=pl.when(broken).then(pl.lit("break_in_series")),
    )
