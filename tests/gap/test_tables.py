"""The tables of worked cases: flows, growth, caps, classes, comparators, boundaries, and the German rules."""

from decimal import Decimal

import pytest

from urbancmp.gap.assess import assess
from urbancmp.gap.indices import band_without_target, completion_rate, csi, limit_factor
from urbancmp.gap.methods import DESTATIS_J, DESTATIS_R, METHODS, describe, find_method

BASE, NOW, END = 2020, 2023, 2025


def rate(base, x, target, **words):
    """A target of 2025 with a base of 2020 and an actual of 2023."""
    return assess((BASE, base), (NOW, x), (END, target), **words)


def test_cumulative_target_adds_up_its_flows():
    """550 of 1000 after three of five years: P 0.55, E 0.6, Q 0.9167, 225 a year to go."""
    r = assess(target=(2025, 1000), measure="cumulative", flows={2021: 180, 2022: 220, 2023: 150})
    assert (r.actual, r.progress, r.elapsed) == (550, 0.55, 0.6)
    assert r.pace == pytest.approx(0.9167, abs=1e-4)
    assert (r.need_per_year, r.gap, r.status) == (225, 450, "slightly_behind")


@pytest.mark.parametrize("flows", [{2021: 180, 2022: None, 2023: 150}, {2021: 180, 2023: 150}])
def test_cumulative_target_with_a_hole_is_a_lower_bound(flows):
    """A missing year is not imputed: at least 0.33 of the way, two years of three known, no rating."""
    r = assess(target=(2025, 1000), measure="cumulative", flows=flows)
    assert (r.actual, r.progress, r.coverage) == (330, 0.33, pytest.approx(2 / 3))
    assert (r.status, r.reason, r.pace, r.need_per_year) == ("no_rating", "lower_bound", None, None)
    assert "lower_bound" in r.flags


def test_lower_bound_that_already_reaches_the_target_is_met():
    """What is missing cannot undo a sum that is large enough."""
    r = assess(target=(2025, 300), measure="cumulative", flows={2021: 180, 2022: None, 2023: 150})
    assert (r.status, r.reason) == ("met", None)


def test_lower_bound_above_a_cap_is_exceeded():
    """What is missing cannot undo a budget that is overdrawn."""
    r = assess(target=(2025, 300), measure="cumulative", comparator="le", flows={2021: 180, 2022: None, 2023: 150})
    assert (r.status, r.class_) == ("exceeded", "budget")


@pytest.mark.parametrize(("last", "observed", "need"), [(121, 6.5602, 7.6631), (113, 4.1580, 11.4090)])
def test_growth_target_compounds(last, observed, need):
    """7 % a year from 100 is 140.2552 in five years; the rates had and needed are geometric."""
    r = assess((2020, 100), (2023, last), (2025, 7), measure="growth")
    assert r.level_target == pytest.approx(140.2552, abs=1e-4)
    assert r.observed_per_year == pytest.approx(observed, abs=1e-4)
    assert r.need_per_year == pytest.approx(need, abs=1e-4)
    assert r.gap == pytest.approx(7 - observed, abs=1e-4)


def test_growth_target_takes_yearly_rates():
    """Rates of 8, 3.7037 and 8.0357 % compound to the same 121."""
    levels = (100, 108, 112, 121)
    rates = {2020 + k: 100 * (levels[k] / levels[k - 1] - 1) for k in (1, 2, 3)}
    r = assess(target=(2025, 7), measure="growth", flows=rates)
    assert r.observed_per_year == pytest.approx(6.5602, abs=1e-4)
    assert r.flags == ("index_100",)


def test_growth_target_with_a_missing_rate_is_not_rated():
    """A missing rate leaves nothing to compound."""
    r = assess(target=(2025, 7), measure="growth", flows={2021: 8, 2022: None, 2023: 8})
    assert (r.status, r.reason) == ("no_rating", "missing_years")


@pytest.mark.parametrize(
    ("x", "used", "status", "headroom"),
    [(21.5, 0.375, "within_budget", 2.5), (23, 0.75, "over_pace", 1), (25, 1.25, "exceeded", -1)],
)
@pytest.mark.parametrize("words", [{"polarity": "none"}, {"polarity": "down"}, {"budget": True, "unit": "%"}])
def test_cap_on_a_growing_quantity_is_a_budget(x, used, status, headroom, words):
    """Cap 24, base 20, 60 % of the time: being close to the cap is not progress."""
    r = rate(20, x, 24, comparator="le", **words)
    assert (r.class_, r.used, r.status, r.headroom) == ("budget", used, status, headroom)
    assert (r.progress, r.pace, r.need_per_year) == (None, None, None)


def test_cap_on_a_ratio_is_kept_not_used_up():
    """Leakage of at most 9 % from a base of 8 %: lower is better, so the cap is held or lost."""
    words = {"comparator": "le", "polarity": "down", "unit": "%"}
    assert (rate(8, 8.5, 9, **words).status, rate(8, 9.5, 9, **words).status) == ("holding", "lost")


@pytest.mark.parametrize("method", ["eurostat", "un2022", "un2023", "sdsn", "destatis", "escap"])
def test_methods_without_a_rule_for_caps_do_not_rate_them(method):
    """Eurostat's ratio would call fast consumption significant progress."""
    r = rate(20, 23, 24, comparator="le", polarity="none", method=method)
    assert (r.status, r.reason, r.band) == ("no_rating", "method_not_applicable", None)


def test_cap_below_its_baseline_is_a_reduction():
    """Cap 24, base 26, 25 now: P 0.5, Q 0.8333, gap 1."""
    r = rate(26, 25, 24, comparator="le", polarity="down")
    assert (r.class_, r.progress, r.gap, r.status) == ("reduce", 0.5, 1, "slightly_behind")
    assert r.pace == pytest.approx(0.8333, abs=1e-4)


def test_floor_that_the_base_met_is_held_or_lost():
    """Floor 20 from 22: 21 holds with headroom 1, one less than before; 19.5 is lost by 0.5."""
    held, lost = rate(22, 21, 20, comparator="ge"), rate(22, 19.5, 20, comparator="ge")
    assert (held.status, held.headroom, held.headroom_change, held.progress) == ("holding", 1, -1, None)
    assert (lost.status, lost.gap, lost.class_) == ("lost", 0.5, "maintain")


@pytest.mark.parametrize("method", sorted(METHODS))
@pytest.mark.parametrize("comparator", ["ge", "eq"])
def test_target_equal_to_base_never_divides(method, comparator):
    """100 from 100: holding at 100, lost at 99, without any share of the way."""
    held = rate(100, 100, 100, comparator=comparator, method=method)
    lost = rate(100, 99, 100, comparator=comparator, method=method)
    assert (held.status, lost.status) == ("holding", "lost")
    assert (held.progress, held.pace, held.ratio) == (None, None, None)
    assert "base_equals_target" in held.flags


def test_strict_target_equal_to_base_waits_for_more():
    """More than 43 from 43: still 43 is not lost, it was never met."""
    r = rate(43, 43, 43, comparator="gt")
    assert (r.status, r.reason) == ("no_rating", "base_equals_target")


def test_strict_comparator_is_not_met_by_equality():
    """More than 43: 43.0 is not met with gap 0 and a note, 43.01 is."""
    equal, more = rate(40, 43.0, 43, comparator="gt"), rate(40, 43.01, 43, comparator="gt")
    assert (equal.status, equal.gap) == ("on_track", 0)
    assert "equal_not_met" in equal.flags
    assert more.status == "met"


@pytest.mark.parametrize(
    ("x", "gap", "to_target", "met"),
    [(44.4, 0.1, 0.6, False), (44.5, 0, 0, True), (45.4, 0, 0, True), (46, 0, 0, True)],
)
def test_about_a_value_allows_half_of_its_last_digit(x, gap, to_target, met):
    """About 45: from 44.5 on it is met, and more is fine where higher is better."""
    r = rate(40, x, 45, comparator="approx")
    assert (r.gap, r.gap_to_target, r.status == "met") == (gap, to_target, met)
    assert ("within_tolerance" in r.flags) == (x == 44.5)


def test_a_value_is_about_another_from_both_sides_without_polarity():
    """About 45 of something neutral: 46 is too much."""
    statuses = [rate(40, x, 45, comparator="approx", polarity="none").status for x in (44.5, 45.5, 46)]
    assert statuses == ["met", "met", "exceeded"]


def test_tolerance_follows_the_printed_digits():
    """A Decimal keeps its printed zero: 45.0 allows 0.05, 45 allows 0.5; a stated tolerance wins."""
    words = {"comparator": "approx"}
    assert rate(40, 44, Decimal("45.0"), **words).tolerance == pytest.approx(0.05)
    assert rate(40, 44, Decimal("45"), **words).tolerance == 0.5
    assert rate(40, 44, 45.25, **words).tolerance == pytest.approx(0.005)
    assert rate(40, 44, 45, tolerance=2, **words).tolerance == 2


@pytest.mark.parametrize(("x", "gap", "status"), [(0.55, 0.05, "on_track"), (0.6, 0, "met"), (1.0, 0, "met")])
def test_range_is_met_between_its_ends(x, gap, status):
    """0.6 to 1.0 from 0.4."""
    r = rate(0.4, x, (0.6, 1.0), comparator="range")
    assert (r.gap, r.status) == (gap, status)


def test_range_can_be_overshot():
    """1.2 is 0.2 above the range and is not met."""
    r = rate(0.4, 1.2, (0.6, 1.0), comparator="range")
    assert (r.gap, r.status) == (0.2, "exceeded")
    assert "overshoot" in r.flags


def test_range_takes_the_nearer_end_from_above():
    """From 1.6 down to 1.3 of a range up to 1.0: half of the way."""
    r = rate(1.6, 1.3, (0.6, 1.0), comparator="range")
    assert (r.class_, r.progress) == ("reduce", 0.5)


@pytest.mark.parametrize(("x", "met"), [(69.4, False), (69.5, True), (72, True)])
def test_close_to_a_value_is_met_just_below_it(x, met):
    """接近 70 is met from 69.5 on."""
    assert (rate(60, x, 70, comparator="near").status == "met") == met


def test_two_horizons_bend_the_path():
    """60 in 2025 on the way to 70 in 2035: the path at 2027 is 62, Q 0.8571."""
    r = assess((2020, 55), (2027, 61), (2035, 70), horizons={2025: 60})
    assert (r.path, r.progress, r.path_gap) == (62, 0.4, -1)
    assert r.elapsed == pytest.approx(0.4667, abs=1e-4)
    assert r.pace == pytest.approx(0.8571, abs=1e-4)
    assert "piecewise" in r.flags


def test_a_steep_first_horizon_asks_for_more():
    """With 69 due in 2025, 61 in 2027 is behind although it is on the straight line to 70 in 2035."""
    straight = assess((2020, 60), (2027, 65), (2035, 70))
    bent = assess((2020, 60), (2027, 65), (2035, 70), horizons={2025: 69})
    assert (straight.status, bent.status) == ("on_track", "behind")
    assert bent.pace == pytest.approx(5 / 9.2)


def test_zero_is_a_value():
    """From 10 to 0 with a target of 20 is a step back of the whole way, not a missing actual."""
    r = rate(10, 0, 20)
    assert (r.progress, r.status, r.reason) == (-1, "moving_away", None)


def test_target_behind_its_baseline_is_refused_or_kept():
    """65 from 70: 'not less than' is a floor to keep, 'reach' is an error to look at."""
    assert rate(70, 71, 65, comparator="ge").class_ == "maintain"
    r = rate(70, 71, 65)
    assert (r.status, r.reason) == ("no_rating", "target_behind_baseline")


@pytest.mark.parametrize(
    ("x", "status"),
    [(59.5, "on_track"), (56, "slightly_behind"), (50, "behind"), (49.9999, "moving_away")],
)
def test_pace_on_a_boundary_belongs_to_the_better_band(x, status):
    """Q of exactly 0.95, 0.60 and 0 (target 70 at half time)."""
    assert assess((2020, 50), (2025, x), (2030, 70)).status == status


def test_growth_ratio_on_a_boundary_belongs_to_the_better_band():
    """Cut-offs of Eurostat and the UN charts count for the better side; the German five and twenty per cent do not."""
    eurostat, un2022, un2023 = METHODS["eurostat"], METHODS["un2022"], METHODS["un2023"]
    assert [eurostat.band_for(v).id for v in (0.95, 0.6, 0)] == ["significant", "moderate", "insufficient"]
    assert un2022.band_for(-0.1).id == "limited"
    assert [un2023.band_for(v).id for v in (0.95, 0.1)] == ["3", "2"]
    assert [METHODS["destatis"].band_for(v).id for v in (0.05, 0.2, 0.2001)] == ["L", "L", "W"]
    assert [METHODS["escap"].band_for(v).id for v in (10, 100, 100.1)] == ["maintain", "accelerate", "reverse"]


@pytest.mark.parametrize(
    ("history", "target", "band"),
    [
        ({2020: 22, 2021: 23, 2022: 24}, 20, "S"),
        ({2020: 24, 2021: 23, 2022: 22}, 20, "L"),
        ({2020: 20, 2021: 18, 2022: 19, 2023: 19.9}, 20, "B"),
    ],
)
def test_destatis_rule_j_for_a_value_to_be_kept(history, target, band):
    """Met and not worsening is sun, met and worsening sun with cloud, missed and worsening a storm."""
    first, last = min(history), max(history)
    r = assess(
        (first, history[first]),
        (last, history[last]),
        (2025, target),
        comparator="ge",
        method="destatis",
        history=history,
    )
    assert r.band == band
    assert DESTATIS_J[(r.status == "holding", r.band in "SW")] == band


def test_destatis_rule_r_needs_both_changes_to_be_right():
    """(average change, last change): both right is sun, both wrong or still a storm."""
    assert [DESTATIS_R[k] for k in ((1, 1), (1, 0), (1, -1), (0, 1), (-1, 1), (-1, -1), (0, 0))] == list("SLLWWBB")


def test_destatis_needs_four_consecutive_years():
    """A hole before the newest years leaves too few points."""
    series = {2018: 50, 2019: 51, 2021: 53, 2022: 54, 2023: 55}
    r = assess((2018, 50), (2023, 55), (2030, 62), method="destatis", history=series)
    assert (r.status, r.reason) == ("no_rating", "too_few_points")


@pytest.mark.parametrize(
    ("y", "word"), [(106, "substantial"), (102, "limited"), (98, "limited"), (94, "deterioration")]
)
def test_un2022_bands_without_target(y, word):
    """100 to y in five years."""
    assert band_without_target("un2022", 100, y, 5) == word


def test_limit_factor_shrinks_only_thresholds_above_zero():
    """At the limit itself any growth that is not negative is on track; a fall stays a deterioration."""
    assert limit_factor(100, 100) == 0
    assert band_without_target("statcan", 100, 100, 5, limit=100) == "on_track"
    assert band_without_target("statcan", 100, 99, 5, limit=100) == "deterioration"
    assert band_without_target("statcan", 95, 97, 5, limit=100) == "on_track"


def test_csi_at_a_base_that_is_the_target_is_ten():
    """Nothing is left to go."""
    assert csi(60, 60, 60) == 10


def test_completion_rate_of_a_plan():
    """PUBLISHED: 25 of 28 indicators are 89.3 %."""
    assert round(completion_rate(25, 28), 1) == 89.3


def test_rebased_baseline_changes_progress():
    """65.22 of 65 is 1.05 on the printed base and 1.1982 on the revised one."""
    printed = assess((2020, 60.6), (2022, 65.22), (2025, 65))
    revised = assess((2020, 63.89), (2022, 65.22), (2025, 65))
    assert printed.progress == pytest.approx(1.05)
    assert revised.progress == pytest.approx(1.1982, abs=1e-4)


def test_rank_has_a_gap_and_no_percent():
    """From place 40 to place 30 with place 20 as target: ten places to go, no share of the way."""
    r = rate(40, 30, 20, measure="rank", polarity="down")
    assert (r.gap, r.progress, r.pace, r.status, r.reason) == (10, None, None, "no_rating", "rank")
    assert rate(40, 18, 20, measure="rank", polarity="down").status == "met"


@pytest.mark.parametrize(
    ("base", "x", "status"), [(8, 12, "holding"), (12, 9, "lost"), (8, 9, "behind"), (8, 7, "moving_away")]
)
def test_yearly_amount_is_judged_by_the_year_itself(base, x, status):
    """Ten a year: no path between flows, no pace; the last year's amount against the target and the first year."""
    r = rate(base, x, 10, measure="annual")
    assert (r.class_, r.status, r.progress, r.pace) == ("annual", status, None, None)


def test_target_year_with_an_actual_gets_a_verdict():
    """Met or missed, whatever the method, and even without a baseline."""
    for method in METHODS:
        met = assess((2020, 50), (2025, 60), (2025, 60), method=method)
        missed = assess(None, (2025, 59.9), (2025, 60), method=method)
        assert (met.status, met.reason, met.tier) == ("met", None, "X")
        assert (missed.status, missed.reason, missed.progress) == ("missed", "no_baseline", None)


@pytest.mark.parametrize(
    ("base", "actual", "reason", "need", "tier"),
    [
        (None, None, "no_actual", None, "0"),
        ((2020, 50), None, "no_actual", 2, "1"),
        ((2020, 50), (2020, 50), "no_actual", 2, "1"),
        (None, (2023, 50), "no_baseline", 5, "2"),
    ],
)
def test_evidence_tiers_below_a_rating(base, actual, reason, need, tier):
    """What can be said is said: the need from the base, or from now."""
    r = assess(base, actual, (2025, 60))
    assert (r.status, r.reason, r.need_per_year, r.tier) == ("no_rating", reason, need, tier)
    assert r.gap == (None if base is None and actual is None else 10)


def test_evidence_tiers_of_a_rating():
    """One actual after the base is two points; three are a series."""
    assert rate(50, 55, 60).tier == "3"
    assert "two_points" in rate(50, 55, 60).flags
    r = rate(50, 55, 60, history={2020: 50, 2021: 52, 2022: 54, 2023: 55})
    assert (r.tier, r.flags) == ("4", ())


def test_early_years_are_flagged():
    """One year of fifteen."""
    assert "early" in assess((2015, 5), (2016, 6), (2030, 9)).flags


def test_another_clock_says_stale_and_unreported():
    """Only as_of knows that time has passed."""
    assert "stale" in assess((2010, 50), (2020, 55), (2030, 60), as_of=2023).flags
    r = assess((2020, 50), (2023, 55), (2025, 60), as_of=2026)
    assert (r.status, r.reason, r.tier) == ("no_rating", "horizon_unreported", "X")
    later = assess((2020, 50), (2023, 55), (2025, 60), as_of=2022)
    assert (later.actual, later.reason) == (None, "no_actual")


def test_distance_says_how_far_and_never_how_fast():
    """The gap, standard deviations where known, and no rating before the target year."""
    r = assess(None, (2023, 55), (2030, 60), method="distance", sigma=10)
    assert (r.gap, r.status, r.reason) == (5, "no_rating", "no_baseline")
    r = assess((2020, 50), (2023, 55), (2030, 60), method="distance", sigma=10)
    assert (r.ratio, r.band, r.reason) == (0.5, "close", "distance_only")
    assert assess((2020, 50), (2023, 61), (2030, 60), method="distance").status == "met"


def test_unknown_polarity_cannot_read_reach():
    """A bare value of a neutral indicator is neither floor nor ceiling."""
    assert rate(50, 55, 60, polarity="none").reason == "no_polarity"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ({"method": "euro"}, "eurostat"),
        ({"comparator": ">="}, "approx"),
        ({"polarity": "high"}, "down"),
        ({"measure": "flow"}, "cumulative"),
    ],
)
def test_unknown_words_name_the_choices(words, named):
    """The error says what there is."""
    with pytest.raises(ValueError, match=named):
        rate(50, 55, 60, **words)


def test_range_without_a_high_end_is_an_error():
    """A range has two ends."""
    with pytest.raises(ValueError, match="low, high"):
        rate(50, 55, 60, comparator="range")


def test_methods_are_found_by_their_chinese_name_and_describe_themselves():
    """One line names the cut-offs."""
    assert find_method("序时进度").id == "schedule"
    assert "≥0.95 on track" in describe(METHODS["schedule"])
    assert "<0.05 太阳" in describe(METHODS["destatis"], "zh")
