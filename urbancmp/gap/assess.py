"""One target rated: the engine on a single row, with plain Python values in and out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from urbancmp.gap.methods import DEFAULT_METHOD, find_method

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Number = int | float | Decimal
Point = tuple[int, Number]
MEASURES = ("level", "annual", "cumulative", "growth", "cumulative_rate", "rank")


@dataclass(frozen=True, slots=True)
class Assessment:
    """The rating of one target and everything that explains it.

    Shares (`progress`, `elapsed`, `pace`, `ratio`, `used`) are plain ratios, 1 = all of it; values and yearly
    changes are in the unit of the figures; a number that cannot be said is None, never 0. `band` is the
    method's own word id, `flags` what a reader should know.
    """

    status: str
    reason: str | None
    method: str
    tier: str | None
    class_: str | None
    gap: float | None
    progress: float | None
    elapsed: float | None
    pace: float | None
    need_per_year: float | None
    observed_per_year: float | None
    acceleration: float | None
    landing: float | None
    ratio: float | None
    band: str | None
    path: float | None
    path_gap: float | None
    gap_to_target: float | None
    margin: float | None
    headroom: float | None
    headroom_change: float | None
    used: float | None
    level_target: float | None
    coverage: float | None
    baseline: float | None
    baseline_year: int | None
    actual: float | None
    actual_year: int | None
    target: float | None
    target_high: float | None
    target_year: int | None
    comparator: str
    polarity: str
    measure: str
    tolerance: float | None
    flags: tuple[str, ...]


def assess(
    baseline: Point | None = None,
    actual: Point | None = None,
    target: tuple[int | None, Number | tuple[Number, Number] | None] = (None, None),
    *,
    comparator: str = "eq",
    polarity: str = "up",
    method: str = DEFAULT_METHOD,
    measure: str = "level",
    tolerance: Number | None = None,
    history: Mapping[int, Number] | Iterable[Point] | None = None,
    flows: Mapping[int, Number | None] | None = None,
    period_start: int | None = None,
    horizons: Mapping[int, Number] | Iterable[Point] | None = None,
    budget: bool | None = None,
    unit: str | None = None,
    points: int | None = None,
    sigma: Number | None = None,
    as_of: int | None = None,
) -> Assessment:
    """Rates one target.

    Args:
        baseline: (year, value) from which progress counts, or None.
        actual: (year, value) of the newest actual not later than the target year, or None.
        target: (year, value), or (year, (low, high)) with the comparator range.
        comparator: eq (达到: a floor or a ceiling by polarity), ge, le, gt, lt, approx (左右), near (接近), range.
        polarity: up (higher is better), down, or none.
        method: schedule, eurostat, un2022, un2023, sdsn, destatis, escap or distance.
        measure: level; annual (the amount of one year); cumulative (a sum since `period_start`); growth (the
            target is percent a year); cumulative_rate (percent over the whole period, negative for a fall);
            rank.
        tolerance: what 'about' allows, in units; by default half of the last printed digit of the target (a
            Decimal keeps its printed zeros).
        history: values of the series by year, for destatis, escap and the number of points.
        flows: yearly amounts (cumulative) or yearly rates in percent (growth, cumulative_rate); None or a
            missing year is a hole. Takes the place of baseline and actual.
        period_start: first year that counts for `flows`; by default the first year given.
        horizons: intermediate targets by year, which bend the expected path.
        budget: True when a cap limits a quantity that is expected to grow, False when it does not, None to
            decide: every cap above its baseline is a budget but a ratio where lower is better.
        unit: unit of the values; only says whether they are a ratio (%, ‰, 个/千人).
        points: number of actuals after the baseline; by default counted in `history`, else 1.
        sigma: standard deviation of the peers, for the distance method.
        as_of: another clock: later actuals do not count, and `stale` and `horizon_unreported` can be said.

    Returns:
        An `Assessment`. Shares are ratios, changes are units a year (percent a year for rates).

    Raises:
        ValueError: for an unknown method, comparator, polarity or measure, naming the choices.

    Formulas: P = (x-x0)/(T-x0), E = (t-t0)/(tT-t0), Q = P/E (序时进度); the ratio of a compound method is
    [(x/x0)^(1/(t-t0))-1] / [(T/x0)^(1/(tT-t0))-1] (Eurostat); see `methods` for each method's source.
    """
    import polars as pl

    from urbancmp.gap.columns import INPUTS, POINT
    from urbancmp.gap.engine import evaluate

    chosen = find_method(method)
    _check_words(comparator, polarity, measure)
    row = {"polarity": polarity, "measure": measure, **_values(baseline, actual, target, comparator)}
    series = _points(history)
    if flows is not None:
        from urbancmp.gap.flows import flow_inputs

        first = period_start if period_start is not None else min(flows)
        row |= flow_inputs(measure, first, {y: None if v is None else float(v) for y, v in flows.items()}, as_of, row)
    last, base = row["actual_year"], row["baseline_year"]
    if points is None and series and last is not None:
        points = len({y for y, _ in series if (base is None or y > base) and y <= last} | {last})
    row |= {
        "tolerance": None if tolerance is None else float(tolerance),
        "budget": budget,
        "unit": unit,
        "clock": as_of,
        "sigma": None if sigma is None else float(sigma),
        "path": _bent_path(row, _points(horizons)),
        "history": [{"year": y, "value": v} for y, v in series] or None,
    }
    if points is not None:
        row["points"] = points
    frame = pl.LazyFrame([row], schema={**INPUTS, "history": pl.List(POINT)})
    return _assessment(evaluate(frame, chosen).collect().row(0, named=True))


def _check_words(comparator: str, polarity: str, measure: str) -> None:
    from urbancmp.gap.comparators import COMPARATORS, POLARITIES

    for name, value, choices in (
        ("comparator", comparator, COMPARATORS),
        ("polarity", polarity, POLARITIES),
        ("measure", measure, MEASURES),
    ):
        if value not in choices:
            raise ValueError(f"unknown {name} {value!r}; choose one of {', '.join(choices)}")


def _values(
    baseline: Point | None,
    actual: Point | None,
    target: tuple[int | None, Number | tuple[Number, Number] | None],
    comparator: str,
) -> dict[str, Any]:
    """The figures of the call as columns of the engine."""
    year, value = target
    low, high = value if isinstance(value, tuple) else (value, None)
    if isinstance(value, tuple) and comparator == "eq":
        comparator = "range"
    if comparator == "range" and high is None:
        raise ValueError("comparator 'range' needs target=(year, (low, high))")
    base_year, base = baseline if baseline is not None else (None, None)
    actual_year, x = actual if actual is not None else (None, None)
    return {
        "comparator": comparator,
        "target": _float(low),
        "target_high": _float(high),
        "target_year": year,
        "decimals": _printed_decimals(low),
        "baseline": _float(base),
        "baseline_year": base_year,
        "actual": _float(x),
        "actual_year": actual_year,
    }


def _float(value: Number | None) -> float | None:
    return None if value is None else float(value)


def _printed_decimals(value: Number | None) -> int | None:
    """Decimals as printed: only a Decimal knows them."""
    if not isinstance(value, Decimal):
        return None
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None


def _points(given: Mapping[int, Number] | Iterable[Point] | None) -> list[tuple[int, float]]:
    if given is None:
        return []
    pairs = given.items() if hasattr(given, "items") else given
    return sorted((int(year), float(value)) for year, value in pairs)


def _bent_path(row: dict[str, Any], horizons: list[tuple[int, float]]) -> float | None:
    """The value expected in the year of the actual on straight lines through baseline, horizons and target."""
    known = (row["baseline_year"], row["baseline"], row["actual_year"], row["target_year"], row["target"])
    if any(value is None for value in known):
        return None
    start, base, now, end, goal = known
    between = [(year, value) for year, value in horizons if start < year < end]
    if not between or not start < now <= end:
        return None
    knots = [(start, base), *between, (end, goal)]
    for (y0, v0), (y1, v1) in pairwise(knots):
        if y0 <= now <= y1:
            return float(v0 + (v1 - v0) * (now - y0) / (y1 - y0))
    return None


def _assessment(row: dict[str, Any]) -> Assessment:
    row["class_"] = row["class"]
    row["flags"] = tuple(flag for flag in (row["flags"] or "").split(";") if flag)
    return Assessment(**{field.name: row[field.name] for field in fields(Assessment)})
