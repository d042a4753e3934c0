"""What a rating method is: status words, measures, bands, and the record that holds them together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a row is said to be; the same words for every method."""

    MET = "met"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    MOVING_AWAY = "moving_away"
    HOLDING = "holding"
    LOST = "lost"
    WITHIN_BUDGET = "within_budget"
    OVER_PACE = "over_pace"
    EXCEEDED = "exceeded"
    MISSED = "missed"
    NO_RATING = "no_rating"


class Measure(StrEnum):
    """The number a method compares with its cut-offs."""

    PACE = "pace"  # Q, linear: share of the way over share of the time
    GROWTH_RATIO = "growth_ratio"  # R, compound: growth rate had over growth rate needed
    PROJECTED_SHARE = "projected_share"  # share of the way reached in the target year at the compound rate
    MISS = "miss"  # share of today's gap still open in the target year at the mean yearly change
    PROJECTED_GAP = "projected_gap"  # percent of the way still open in the target year, by regression
    DISTANCE = "distance"  # no time: distance in standard deviations of the peers


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a method: where it begins, its own words, and the status it stands for.

    `limit` is the worst value of the measure that still belongs to the band (None: everything that is
    left); `inclusive` says whether the limit itself does.
    """

    id: str
    limit: float | None
    status: Status
    zh: str
    en: str
    symbol: str = ""
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Method:
    """A rating method: what it measures, its bands from best to worst, and what it needs.

    `min_after` counts actuals after the baseline, `min_points` consecutive yearly points up to the newest
    actual. `achieved` is the band of a target that is met. `adverse` is the band of a series that moves the
    wrong way whatever its measure says. `kept` and `slipping` are the bands of a value that had met its
    target at the baseline and still does: not worse than before, or worse; `lost` when it no longer does,
    `recovering` when it no longer does but is on its way back.
    """

    id: str
    zh: str
    en: str
    model: str
    measure: Measure
    bands: tuple[Band, ...]
    achieved: Band
    source: str
    source_zh: str
    formula: str
    higher_is_better: bool = True
    min_after: int = 1
    min_points: int = 0
    adverse: Band | None = None
    kept: Band | None = None
    slipping: Band | None = None
    recovering: Band | None = None
    lost: Band | None = None
    rates_budgets: bool = False
    note: str = ""
    note_zh: str = ""
    aliases: tuple[str, ...] = ()

    def band_for(self, value: float) -> Band:
        """The band of one value of the measure, by the same edges as the engine's."""
        for band in self.bands:
            if band.limit is None or (band.inclusive and value == band.limit):
                return band
            if value > band.limit if self.higher_is_better else value < band.limit:
                return band
        raise ValueError(f"the method {self.id} has no band for {value}")

    def all_bands(self) -> tuple[Band, ...]:
        """Every band of the method once, the achieved one first."""
        extra = (self.adverse, self.kept, self.slipping, self.recovering, self.lost)
        seen: dict[str, Band] = {}
        for band in (self.achieved, *self.bands, *(band for band in extra if band is not None)):
            seen.setdefault(band.id, band)
        return tuple(seen.values())
