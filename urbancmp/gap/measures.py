"""The number each method compares with its cut-offs, and why it may be missing.

Each function reads the working columns of the engine and gives an expression; `MEASURES` is the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from urbancmp.gap.comparators import meets, snap
from urbancmp.gap.method import Measure
from urbancmp.gap.pace import divide

if TYPE_CHECKING:
    from collections.abc import Callable

_BASE, _X, _AIM = pl.col("_base"), pl.col("_x"), pl.col("_aim")
_DONE, _WHOLE, _LEFT = pl.col("_done"), pl.col("_whole"), pl.col("_left")


def cagr(start: pl.Expr, end: pl.Expr, years: pl.Expr) -> pl.Expr:
    """Compound yearly growth rate, null where it does not exist: (end/start)^(1/years) - 1."""
    return pl.when((end * start > 0) & (years > 0)).then((end / start).pow(1.0 / years) - 1.0)


def growth_ratio() -> pl.Expr:
    """R: growth had over growth needed, both from the baseline (Eurostat; CR of the UN chart of 2022)."""
    return divide(cagr(_BASE, _X, _DONE), cagr(_BASE, _AIM, _WHOLE))


def projected_share() -> pl.Expr:
    """Share of the way reached in the target year when the compound rate so far goes on (UN chart of 2023)."""
    landing = _X * (1.0 + cagr(_BASE, _X, _DONE)).pow(_LEFT)
    return pl.when(_AIM * _BASE > 0).then(divide(landing - _BASE, _AIM - _BASE))


def miss() -> pl.Expr:
    """Share of today's gap that is still open in the target year at the mean yearly change (German rule K)."""
    landing = _X + pl.col("trend_change") * _LEFT
    open_share = pl.when(_X == _AIM).then(0.0).otherwise((_AIM - landing).abs() / (_AIM - _X).abs())
    return pl.when(meets(landing)).then(0.0).when(~adverse_trend()).then(open_share)


def adverse_trend() -> pl.Expr:
    """Whether the gap is constant or growing."""
    return snap(pl.col("trend_change") * pl.col("_d")) <= 0


def projected_gap() -> pl.Expr:
    """Percent of the way from the baseline still open in the target year (ESCAP, UNECE)."""
    fitted = pl.col("fit_value") + pl.col("fit_slope") * (pl.col("target_year") - pl.col("fit_year"))
    straight = _X + divide(_X - _BASE, _DONE) * _LEFT
    landing = pl.when(pl.col("fit_points") >= 3).then(fitted).otherwise(straight)
    return (
        pl.when(meets(snap(landing))).then(0.0).otherwise(100.0 * divide((_AIM - landing).abs(), (_AIM - _BASE).abs()))
    )


def distance() -> pl.Expr:
    """Distance in standard deviations of the peers, 0 when met (OECD)."""
    return divide(pl.col("gap"), pl.col("sigma"))


def compound_reason() -> pl.Expr:
    """Why a compound rate does not exist, or null."""
    return pl.when(_BASE * _X <= 0).then(pl.lit("zero_base")).when(_BASE * _AIM <= 0).then(pl.lit("zero_target"))


def linear_reason() -> pl.Expr:
    """A linear measure always exists for a row that has come this far; a rate runs on logarithms."""
    return pl.when(pl.col("_log")).then(compound_reason())


def distance_reason() -> pl.Expr:
    """The distance method never rates speed."""
    return pl.lit("distance_only")


@dataclass(frozen=True, slots=True)
class Rule:
    """The expressions of one measure: its value, why it is missing, whether the series moves the wrong way."""

    value: Callable[[], pl.Expr]
    reason: Callable[[], pl.Expr]
    needs_trend: bool = False
    needs_peers: bool = False


MEASURES: dict[Measure, Rule] = {
    Measure.PACE: Rule(lambda: pl.col("pace"), linear_reason),
    Measure.GROWTH_RATIO: Rule(growth_ratio, compound_reason),
    Measure.PROJECTED_SHARE: Rule(projected_share, compound_reason),
    Measure.MISS: Rule(miss, linear_reason, needs_trend=True),
    Measure.PROJECTED_GAP: Rule(projected_gap, linear_reason, needs_trend=True),
    Measure.DISTANCE: Rule(distance, distance_reason, needs_peers=True),
}
