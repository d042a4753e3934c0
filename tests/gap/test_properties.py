"""General rules of the methods, over random numbers."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from urbancmp.gap.assess import assess
from urbancmp.gap.words import REASONS, STATUSES

FEW = settings(max_examples=25, deadline=None)

LEVELS = st.integers(100, 9000).map(lambda cents: cents / 100)
YEARS = st.tuples(st.integers(1, 8), st.integers(1, 8)).map(lambda y: (2020, 2020 + y[0], 2020 + sum(y)))


def rate(values, years, **words):
    """Base, actual and target rated; a direction by which the target is to be reached."""
    polarity = "up" if values[2] > values[0] else "down"
    points = zip(years, values, strict=True)
    return assess(*points, **{"polarity": polarity, **words})


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS, st.floats(0.1, 50), st.floats(-100, 100))
def test_pace_is_invariant_to_unit_and_origin(values, years, scale, shift):
    """Q does not change under x -> a x + b with a > 0."""
    assume(abs(values[2] - values[0]) > 0.5)
    moved = [scale * v + shift for v in values]
    assert rate(moved, years).pace == pytest.approx(rate(values, years).pace, rel=1e-6, abs=1e-6)


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS)
def test_pace_is_the_same_seen_from_the_other_side(values, years):
    """A share of x and the share 100 - x of the rest are rated alike."""
    assume(abs(values[2] - values[0]) > 0.5)
    here, there = rate(values, years), rate([100 - v for v in values], years)
    assert there.pace == pytest.approx(here.pace, abs=1e-8)
    assert there.status == here.status


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS, st.floats(0.1, 50))
def test_growth_ratio_is_invariant_to_the_unit(values, years, scale):
    """R does not change under x -> a x."""
    assume(abs(values[2] - values[0]) > 0.5)
    a = rate(values, years, method="eurostat")
    b = rate([scale * v for v in values], years, method="eurostat")
    assert (a.ratio is None) == (b.ratio is None)
    if a.ratio is not None:
        assert b.ratio == pytest.approx(a.ratio, rel=1e-6, abs=1e-8)


def test_growth_ratio_depends_on_the_origin():
    """R is not the same under x -> x + b: the reason why the linear pace is the default."""
    here = assess((2020, 50), (2023, 55), (2025, 60), method="eurostat")
    there = assess((2020, 1), (2023, 6), (2025, 11), method="eurostat")
    assert there.ratio != pytest.approx(here.ratio, rel=0.05)


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS)
def test_projected_share_with_a_straight_projection_is_the_pace(values, years):
    """(landing - x0) / (T - x0) = Q when the landing is linear."""
    assume(abs(values[2] - values[0]) > 0.5)
    r = rate(values, years, comparator="gt" if values[2] > values[0] else "lt")
    assert (r.landing - values[0]) / (values[2] - values[0]) == pytest.approx(r.pace, rel=1e-6, abs=1e-6)


@FEW
@given(LEVELS, st.floats(0.1, 3), st.floats(0.1, 4), st.integers(1, 6))
def test_german_miss_is_one_minus_one_over_the_acceleration(start, step, a, left):
    """On a straight series miss = 1 - 1/a, where a = change needed / change had; 0 for a of 1 or less."""
    series = {2018 + k: start + step * k for k in range(4)}
    now = series[2021]
    target = now + a * step * left
    r = assess((2018, start), (2021, now), (2021 + left, target), method="destatis", history=series)
    assert r.ratio == pytest.approx(max(0.0, 1 - 1 / a), abs=1e-6)


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS)
def test_the_whole_way_is_met_and_only_the_whole_way(values, years):
    """P >= 1 exactly when the target is met, for floors above and ceilings below their base."""
    assume(values[0] != values[2])
    r = rate(values, years, comparator="ge" if values[2] > values[0] else "le")
    assert (r.progress >= 1) == (r.status == "met")
    assert (r.gap == 0) == (r.status == "met")


@FEW
@given(st.tuples(LEVELS, LEVELS, LEVELS), YEARS)
def test_need_and_landing_lead_to_the_target(values, years):
    """The need of every year that is left adds up to what is missing."""
    assume(values[0] != values[2])
    r = rate(values, years)
    assert values[1] + r.need_per_year * (years[2] - years[1]) == pytest.approx(values[2], abs=1e-6)
    assert r.path_gap == pytest.approx(values[1] - r.path, abs=1e-6)


VALUES = st.one_of(st.none(), st.integers(-50, 150).map(float), st.sampled_from([0.0, 50.0]))
METHOD = st.sampled_from(["schedule", "eurostat", "un2022", "un2023", "sdsn", "destatis", "escap", "distance"])


@settings(max_examples=150, deadline=None)
@given(
    VALUES,
    VALUES,
    VALUES,
    st.sampled_from(["eq", "ge", "le", "gt", "lt", "approx", "near"]),
    st.sampled_from(["up", "down", "none"]),
    st.sampled_from(["level", "annual", "rank", "growth"]),
    METHOD,
)
def test_no_rating_out_of_nothing(base, x, target, comparator, polarity, measure, method):
    """Every status is a known word, every missing rating has a known reason, and every number is finite."""
    r = assess(
        None if base is None else (2020, base),
        None if x is None else (2023, x),
        (2025, target),
        comparator=comparator,
        polarity=polarity,
        measure=measure,
        method=method,
    )
    assert r.status in STATUSES
    assert (r.status == "no_rating") == (r.reason is not None)
    assert r.reason is None or r.reason in REASONS
    if r.status != "no_rating":
        assert None not in (r.baseline, r.actual, r.target)
    numbers = (
        r.gap,
        r.progress,
        r.elapsed,
        r.pace,
        r.need_per_year,
        r.acceleration,
        r.landing,
        r.ratio,
        r.path,
        r.used,
    )
    assert all(math.isfinite(n) for n in numbers if n is not None)
