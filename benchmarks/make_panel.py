"""Write a national panel of figures to Parquet: counties x indicators x years, seeded.

    python benchmarks/make_panel.py panel.parquet [--counties 2844] [--indicators 120] [--years 16]

The panel has the shape of a yearbook: one actual for most years (some are missing, a few are flagged
`part_year`), one target for 2025 per series (a few stated twice and flagged `duplicate`), and the columns
of a tidy table. With the default sizes it has about four million rows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import polars as pl

LAST_YEAR = 2025
PRESENT = 0.72
UNITS = ("%", "平方米/人", "公里/平方公里", "个/千人")


def indicator_table(indicators: int, rng: np.random.Generator) -> pl.DataFrame:
    """One row per indicator: id, unit, polarity, comparator, typical level and yearly change."""
    down = rng.random(indicators) < 0.2
    return pl.DataFrame(
        {
            "indicator": [f"county_indicator_{k:03d}" for k in range(indicators)],
            "unit": rng.choice(UNITS, indicators),
            "polarity": np.where(down, "down", "up"),
            "comparator": np.where(down, "le", rng.choice(["eq", "ge", "approx"], indicators)),
            "level": rng.uniform(20, 70, indicators),
            "step": np.where(down, -1.0, 1.0) * rng.uniform(0.2, 1.2, indicators),
        }
    )


def county_rows(county: int, table: pl.DataFrame, years: int, rng: np.random.Generator) -> pl.DataFrame:
    """All figures of one county: actuals up to the year before the last, then the targets."""
    n, past = table.height, years - 1
    first = LAST_YEAR - past
    start = table["level"].to_numpy() + rng.normal(0, 4, n)
    step = table["step"].to_numpy() * rng.uniform(-0.2, 1.6, n)
    path = start[:, None] + step[:, None] * np.arange(past) + rng.normal(0, 0.3, (n, past))
    keep = rng.random((n, past)) < PRESENT
    row, column = np.nonzero(keep)
    actuals = pl.DataFrame(
        {
            "k": row.astype(np.int32),
            "kind": "actual",
            "value": np.round(path[row, column], 2),
            "year": (first + column).astype(np.int32),
            "flags": np.where(rng.random(row.size) < 0.01, "part_year", ""),
        }
    )
    goal = np.round(start + table["step"].to_numpy() * past * rng.uniform(0.8, 1.3, n), 1)
    targets = pl.DataFrame(
        {
            "k": np.arange(n, dtype=np.int32),
            "kind": "target",
            "value": goal,
            "year": np.full(n, LAST_YEAR, dtype=np.int32),
            "flags": np.where(rng.random(n) < 0.01, "hedged", ""),
        }
    )
    again = targets.filter(pl.Series(rng.random(n) < 0.005)).with_columns(flags=pl.lit("duplicate"))
    code = f"{110000 + county:06d}"
    return pl.concat([actuals, targets, again]).with_columns(
        jurisdiction=pl.lit(code), source=pl.lit(f"yearbook_{code}")
    )


def make_panel(path: Path, counties: int, indicators: int, years: int, seed: int = 20250101) -> int:
    """Write the panel and return its number of rows."""
    rng = np.random.default_rng(seed)
    table = indicator_table(indicators, rng)
    facts = table.select("indicator", "unit", "polarity", "comparator").with_row_index("k")
    facts = facts.with_columns(pl.col("k").cast(pl.Int32))
    rows = pl.concat([county_rows(c, table, years, rng) for c in range(counties)])
    panel = rows.join(facts, on="k", how="left", maintain_order="left").select(
        "jurisdiction",
        "indicator",
        "kind",
        pl.lit("level").alias("measure"),
        "polarity",
        pl.when(pl.col("kind") == "target").then("comparator").otherwise(pl.lit("eq")).alias("comparator"),
        "value",
        "unit",
        "year",
        "source",
        "flags",
    )
    panel.write_parquet(path, compression="zstd", row_group_size=250_000)
    return panel.height


def main() -> None:
    """Read the sizes from the command line and write the file."""
    parser = argparse.ArgumentParser(description="write a seeded panel of figures to Parquet")
    parser.add_argument("path", type=Path)
    parser.add_argument("--counties", type=int, default=2844)
    parser.add_argument("--indicators", type=int, default=120)
    parser.add_argument("--years", type=int, default=16)
    parser.add_argument("--seed", type=int, default=20250101)
    given = parser.parse_args()
    rows = make_panel(given.path, given.counties, given.indicators, given.years, given.seed)
    print(f"{rows:,} figures, {given.path.stat().st_size / 1e6:.1f} MB in {given.path}")


if __name__ == "__main__":
    main()
