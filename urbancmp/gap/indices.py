"""Published indices and scores beside the ratings: pure arithmetic on plain numbers.

They answer what a rating does not: a score on a fixed scale, a rating without any target, a distance in
standard deviations, an index between base and target. Each names the source of its formula.
"""

from __future__ import annotations

from dataclasses import dataclass

LIMIT_EXPONENT = 4.44
PARITY_FULL = 10.0


def statcan_score(ratio: float) -> float:
    """Score from -5 to 5 of a growth ratio R (after Statistics Canada and Eurostat; breaks at -60, 60, 130 %)."""
    if ratio >= 0.6:
        return min(5.0, 5.0 / 0.7 * (ratio - 0.6))
    return max(-5.0, 5.0 / 1.2 * (ratio + 0.6) - 5.0)


def limit_factor(base: float, limit: float) -> float:
    """Factor C by which the thresholds above zero shrink near a natural limit (after Statistics Canada).

    1 - (x0/L)^4.44 below the limit, 1 - ((2L-x0)/L)^4.44 between L and 2L, 1 beyond; 0 at the limit itself.
    """
    if base >= 2 * limit:
        return 1.0
    near = base / limit if base <= limit else (2 * limit - base) / limit
    return 1.0 - float(near**LIMIT_EXPONENT)


def growth(base: float, value: float, years: float) -> float:
    """Compound yearly growth rate (x/x0)^(1/years) - 1; ValueError unless both have one sign and are not zero."""
    if base * value <= 0 or years <= 0:
        raise ValueError("a growth rate needs two values of one sign, not zero, and a time between them")
    return float((value / base) ** (1.0 / years) - 1.0)


@dataclass(frozen=True, slots=True)
class TrendBand:
    """A band of growth rates without a target: its word, its lower edge, and whether the edge belongs to it."""

    word: str
    floor: float | None
    inclusive: bool = True
    shrinks: bool = False


# Cut-offs of d x CAGR where no target is set. `shrinks` marks edges that the limit factor applies to.
WITHOUT_TARGET: dict[str, tuple[TrendBand, ...]] = {
    # after EUSTAT's code, which follows Eurostat's recent editions; its edges are strict
    "eurostat": (
        TrendBand("significant", 0.01, inclusive=False),
        TrendBand("moderate", 0.001, inclusive=False),
        TrendBand("neutral", -0.001),
        TrendBand("moderate_away", -0.01),
        TrendBand("significant_away", None),
    ),
    # after Open SDG's documentation of Statistics Canada's method
    "statcan": (
        TrendBand("on_track", 0.015, shrinks=True),
        TrendBand("acceleration_needed", 0.005, shrinks=True),
        TrendBand("limited", 0.0),
        TrendBand("deterioration", None),
    ),
    # after the technical note of 2022, from a secondary description
    "un2022": (
        TrendBand("substantial", 0.01, inclusive=False),
        TrendBand("fair", 0.005, inclusive=False),
        TrendBand("limited", -0.005),
        TrendBand("deterioration", None),
    ),
    # after EUSTAT's methodology page on the technical note of 2023
    "un2023": (TrendBand("3", 0.02), TrendBand("2", 0.005), TrendBand("1", None)),
}


def band_without_target(
    method: str, base: float, value: float, years: float, *, direction: int = 1, limit: float | None = None
) -> str:
    """Word of a series without target: eurostat, statcan, un2022 or un2023; `limit` counts for statcan only."""
    if method not in WITHOUT_TARGET:
        raise ValueError(f"unknown method {method!r}; choose one of {', '.join(WITHOUT_TARGET)}")
    rate = direction * growth(base, value, years)
    factor = 1.0 if limit is None else limit_factor(base, limit)
    for band in WITHOUT_TARGET[method]:
        if band.floor is None:
            return band.word
        edge = band.floor * (factor if band.shrinks else 1.0)
        if rate > edge or (band.inclusive and rate == edge):
            return band.word
    raise AssertionError("the last band has no floor")


def csi(base: float, value: float, target: float, *, increase: bool = True, parity: bool = False) -> float:
    """ESCAP's Current Status Index: 0 at the base, 10 at the target, negative for a regression.

    10 (x-x0)/|T-x0| where an increase is desired, its negative where a decrease is, and
    10 - 10 |T-x|/|T-x0| where parity is (formula after UNICEF MENARO's code). At the target already: 10.
    """
    span = abs(target - base)
    if span == 0:
        return PARITY_FULL
    if parity:
        return PARITY_FULL - PARITY_FULL * abs(target - value) / span
    return (1 if increase else -1) * PARITY_FULL * (value - base) / span


def anticipated_gap(base: float, landing: float, target: float, direction: int = 1) -> float:
    """UNECE's anticipated gap in percent of the way from the base; 0 when the landing meets the target."""
    if direction * (landing - target) >= 0:
        return 0.0
    return 100.0 * abs(target - landing) / abs(target - base)


def oecd_distance(value: float, target: float, sigma: float, direction: int = 1) -> float | None:
    """Distance to the target in standard deviations of the peers, 0 when met; None where they do not differ."""
    return None if sigma == 0 else max(0.0, direction * (target - value) / sigma)


def sdsn_normalised(value: float, low: float, high: float) -> float:
    """Value on SDSN's scale of 0 to 100 between the lower bound and the optimum (`low` > `high`: lower is better)."""
    return min(100.0, max(0.0, (value - low) / (high - low) * 100.0))


def completion_rate(met: int, indicators: int) -> float:
    """指标完成率 in percent: indicators met over indicators of the plan."""
    return 100.0 * met / indicators
