"""What a comparator accepts: an interval, whether its ends count, and which way the value has to go.

`eq` (达到) is a floor where higher is better and a ceiling where lower is better; `approx` (左右) opens the
interval by its tolerance and accepts anything better; `near` (接近) accepts the tolerance below; `range` and
an `approx` without direction are closed on both sides.
"""

from __future__ import annotations

import polars as pl

COMPARATORS: tuple[str, ...] = ("eq", "ge", "le", "gt", "lt", "approx", "near", "range")
POLARITIES: tuple[str, ...] = ("up", "down", "none")
DIGITS = 10  # differences and ratios are exact to this many decimals before they meet a boundary
PRINTED_DIGITS = 4

_INF = float("inf")
_CMP, _T = pl.col("_cmp"), pl.col("target")


def snap(value: pl.Expr) -> pl.Expr:
    """`value` without the noise of binary floats, so that 55 - 46.79 is 8.21 and 0.95 is 0.95."""
    return value.round(DIGITS) + 0.0


def half_last_digit(value: pl.Expr, decimals: pl.Expr) -> pl.Expr:
    """Half of the last printed digit of `value`: 0.5 for 45, 0.05 for 45.2; `decimals` wins where given."""
    digits = pl.lit(PRINTED_DIGITS)
    for places in range(PRINTED_DIGITS - 1, -1, -1):
        digits = pl.when((value - value.round(places)).abs() < 1e-9).then(places).otherwise(digits)
    return 0.5 * pl.lit(10.0).pow(-decimals.fill_null(digits).cast(pl.Float64))


def with_comparator(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds the comparator as read (`_cmp`), `_rises`, `_falls`, `_both`, and the tolerance where one counts."""
    return (
        frame.with_columns(
            _cmp=pl.when(pl.col("budget") & (pl.col("comparator") == "eq"))
            .then(pl.lit("le"))
            .otherwise(pl.col("comparator").fill_null("eq"))
        )
        .with_columns(
            _rises=_CMP.is_in(["ge", "gt"])
            | ((_CMP == "near") & pl.col("polarity").ne_missing("down"))
            | (_CMP.is_in(["eq", "approx"]) & pl.col("polarity").eq_missing("up")),
            _falls=_CMP.is_in(["le", "lt"])
            | (_CMP.is_in(["eq", "approx", "near"]) & pl.col("polarity").eq_missing("down")),
            _both=(_CMP == "range") | ((_CMP == "approx") & pl.col("polarity").eq_missing("none")),
            _strict=_CMP.is_in(["gt", "lt"]),
            tolerance=pl.when(_CMP.is_in(["approx", "near"])).then(
                pl.coalesce("tolerance", half_last_digit(_T, pl.col("decimals")))
            ),
        )
        .with_columns(_slack=pl.col("tolerance").fill_null(0.0))
    )


def with_interval(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Adds `_low` and `_high`, the ends of what is accepted, in the target's own unit; open ends are infinite.

    Both are unknown without a target, and where comparator and polarity leave the direction open.
    """
    below, above = pl.col("_rises") | pl.col("_both"), pl.col("_falls") | pl.col("_both")
    known = _T.is_not_null() & (below | above)
    high = pl.when(_CMP == "range").then(pl.col("target_high")).otherwise(_T + pl.col("_slack"))
    return frame.with_columns(
        _low=pl.when(known & below).then(_T - pl.col("_slack")).when(known).then(-_INF),
        _high=pl.when(known & above).then(high).when(known).then(_INF),
    )


def room(value: pl.Expr, low: str = "_low", high: str = "_high") -> pl.Expr:
    """Distance of `value` to the nearer end of the interval: positive inside, negative outside."""
    return snap(pl.min_horizontal(value - pl.col(low), pl.col(high) - value))


def meets(value: pl.Expr, low: str = "_low", high: str = "_high") -> pl.Expr:
    """Whether `value` is accepted; null where value or interval is unknown."""
    left = room(value, low, high)
    known = value.is_not_null() & pl.col(low).is_not_null() & pl.col(high).is_not_null()
    inside = pl.when(pl.col("_strict")).then(left > 0).otherwise(left >= 0)
    return pl.when(known).then(inside)


def shortfall(value: pl.Expr, low: str = "_low", high: str = "_high") -> pl.Expr:
    """How far `value` is outside the interval, never negative; null where something is unknown."""
    known = value.is_not_null() & pl.col(low).is_not_null() & pl.col(high).is_not_null()
    return pl.when(known).then(pl.max_horizontal(-room(value, low, high), pl.lit(0.0)) + 0.0)
