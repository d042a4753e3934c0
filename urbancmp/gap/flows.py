"""Sums and rates of yearly figures: what a cumulative or a growth target is measured against.

A cumulative target counts from the first year of its period, so its baseline is 0 in the year before and its
actual is the sum so far. A missing year makes the sum a lower bound; nothing is imputed. Yearly growth rates
compound to an index that is 100 in the year before the period; a missing rate leaves nothing to compound.
"""

from __future__ import annotations

from typing import Any

INDEX_BASE = 100.0


def flow_inputs(
    measure: str, start: int, flows: dict[int, float | None], as_of: int | None, row: dict[str, Any]
) -> dict[str, Any]:
    """Inputs of the engine from yearly `flows` counted from the year `start`.

    Only years from `start` to the target year (and the clock) count; the newest year with a value is the year
    of the actual.
    """
    end = min(year for year in (row["target_year"], as_of, max(flows)) if year is not None)
    known = {year: value for year, value in flows.items() if start <= year <= end and value is not None}
    if not known:
        return {}
    last = max(known)
    years = last - start + 1
    shared = {
        "baseline_year": start - 1,
        "actual_year": last,
        "points": len(known),
        "coverage": len(known) / years,
    }
    if measure == "cumulative":
        return shared | {
            "baseline": 0.0,
            "actual": sum(known.values()),
            "lower_bound": len(known) < years,
            "given_flags": "summed",
        }
    level = INDEX_BASE
    for rate in known.values():
        level *= 1.0 + rate / 100.0
    complete = len(known) == years
    return shared | {
        "baseline": INDEX_BASE,
        "actual": level,
        "pace_reason": None if complete else "missing_years",
        "given_reason": None if complete else "missing_years",
        "given_flags": "index_100",
    }
