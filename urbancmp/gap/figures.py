"""A tidy table of figures split into the two things the engine needs: targets and usable actuals.

The split stays lazy and reads only the columns that the table has, so that a Parquet file of millions of rows
is filtered while it is read. A column of type Null counts as absent.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import polars as pl

from urbancmp.frames import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEY = ["jurisdiction", "indicator"]
REQUIRED = ("jurisdiction", "indicator", "kind", "value", "year")
EXACT = ("eq", "approx")

# Of several values of one year the one of most merit is taken: exact before a bound (bit 33), stated before
# derived (bit 32), then the first in the table.
PLACES = 2**32
EXACT_MERIT = 2 * PLACES

# The columns of every figures frame, and two that only other people's tables have: a cap that is a budget, and
# vintages, which may be words ('revised').
FIGURES: dict[str, pl.DataType] = {**SCHEMA, "vintage": pl.String(), "budget": pl.Boolean()}

# Wordings without a number, and the reason that each one gives.
WORDINGS = {
    "direction": "qualitative",
    "scope": "qualitative",
    "relative": "relative_target",
    "delegated": "delegated",
}

# Names of the target's columns in the result, where they differ from the figure's.
_TARGET_NAMES = {
    "value": "target",
    "value_high": "target_high",
    "year": "target_year",
    "source": "target_source",
    "locator": "target_locator",
    "printed": "target_printed",
    "flags": "target_flags",
    "note": "target_note",
}


def has_flag(name: str, column: str = "flags") -> pl.Expr:
    """Whether `name` is one of the ';'-joined flags."""
    return pl.col(column).str.contains(f"(^|;){name}(;|$)").fill_null(value=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """A figures frame with its schema read once."""

    frame: pl.LazyFrame
    columns: frozenset[str]

    @classmethod
    def of(cls, frame: pl.LazyFrame) -> Figures:
        """Reads the schema; ValueError names required columns that are missing."""
        schema = frame.collect_schema()
        missing = [name for name in REQUIRED if name not in schema]
        if missing:
            raise ValueError(f"the table of figures has no column {', '.join(missing)}; it needs {', '.join(REQUIRED)}")
        return cls(frame, frozenset(name for name, dtype in schema.items() if dtype != pl.Null))

    def has(self, name: str) -> bool:
        """Whether the table has a column that may hold something."""
        return name in self.columns

    def take(self, names: Mapping[str, str] | Sequence[str]) -> list[pl.Expr]:
        """Columns by name (or renamed, old to new), cast to their type; absent ones are null."""
        renamed = names if hasattr(names, "items") else {name: name for name in names}
        return [
            (pl.col(old).cast(FIGURES[old]) if self.has(old) else pl.lit(None, dtype=FIGURES[old])).alias(new)
            for old, new in renamed.items()
        ]

    def only(self, jurisdictions: Sequence[str] | None, indicators: Sequence[str] | None) -> Figures:
        """The figures of some jurisdictions and indicators, by id."""
        frame = self.frame
        if jurisdictions is not None:
            frame = frame.filter(pl.col("jurisdiction").is_in(list(jurisdictions)))
        if indicators is not None:
            frame = frame.filter(pl.col("indicator").is_in(list(indicators)))
        return Figures(frame, self.columns)

    def targets(self) -> pl.LazyFrame:
        """All targets but repeated ones, one row each, numbered in the order of the table."""
        rows = self.frame.filter(pl.col("kind") == "target")
        names = {name: _TARGET_NAMES.get(name, name) for name in FIGURES if name not in ("kind", "vintage")}
        near = has_flag("near", "target_flags")
        return (
            rows.select(self.take(names))
            .with_row_index("_order")  # the flags of targets only are looked at after this
            .filter(~has_flag("duplicate", "target_flags"))
            .with_columns(
                measure=pl.col("measure").fill_null("level"),
                comparator=pl.when(near & (pl.col("comparator") == "approx"))
                .then(pl.lit("near"))
                .otherwise(pl.col("comparator").fill_null("eq")),
                given_reason=_wording_reason(),
            )
        )

    def actuals(self, until: int | None) -> pl.LazyFrame:
        """Actuals with a value and a year (not later than `until`) that cover their whole year.

        `_merit` is a whole number below 2^34 that orders the values of one year; see `EXACT_MERIT`.
        """
        rows = self.frame.filter(
            (pl.col("kind") == "actual") & pl.col("value").is_not_null() & pl.col("year").is_not_null()
        )
        if until is not None:
            rows = rows.filter(pl.col("year") <= until)
        if self.has("flags"):
            rows = rows.filter(~has_flag("part_year"))
        columns = ["measure", "comparator", "period_start", "source", "locator", "flags", "vintage"]
        breaks = [has_flag("break").alias("_break")] if self.has("flags") else []
        rows = rows.select(
            *self.take([*KEY, "year", "value", *(name for name in columns if self.has(name))]),
            self._merit().alias("_merit"),
            *breaks,
        )
        return rows.with_row_index("_place").with_columns(pl.col("_merit") - pl.col("_place")).drop("_place")

    def _bound(self) -> pl.Expr:
        """Whether a figure is only a bound."""
        bound = pl.lit(value=False)
        if self.has("comparator"):
            exact = reduce(or_, (pl.col("comparator") == word for word in EXACT))
            bound = ~exact.fill_null(value=True)
        if self.has("flags"):
            bound = bound | has_flag("bound")
        return bound

    def _merit(self) -> pl.Expr:
        exact = pl.when(self._bound()).then(0).otherwise(EXACT_MERIT)
        stated = pl.when(has_flag("derived")).then(0).otherwise(PLACES) if self.has("flags") else pl.lit(0)
        return exact + stated + (PLACES - 1)


def _wording_reason() -> pl.Expr:
    """The reason of a target that has no number: its wording's kind."""
    return pl.when(pl.col("target").is_null() & pl.col("unquantified").is_not_null()).then(
        pl.col("unquantified").replace_strict(WORDINGS, default="qualitative", return_dtype=pl.String)
    )
