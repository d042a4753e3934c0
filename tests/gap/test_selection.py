"""From a table of figures to rated rows: which target, which actual, which baseline, in which order."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urbancmp.gap.columns import CONTRACT, EXTRAS
from urbancmp.gap.select import gap
from urbancmp.gap.words import ORDER

TYPES = {
    "jurisdiction": pl.String,
    "indicator": pl.String,
    "kind": pl.String,
    "value": pl.Float64,
    "year": pl.Int32,
    "polarity": pl.String,
    "measure": pl.String,
    "comparator": pl.String,
    "value_high": pl.Float64,
    "unit": pl.String,
    "period_start": pl.Int32,
    "source": pl.String,
    "flags": pl.String,
    "base_year": pl.Int32,
    "plan_start": pl.Int32,
    "plan_end": pl.Int32,
    "vintage": pl.String,
    "unquantified": pl.String,
}


def figure(kind, value, year, **more):
    """One figure of Pingliang's share of residents in towns, unless `more` says otherwise."""
    return {"jurisdiction": "pingliang", "indicator": "rate", "kind": kind, "value": value, "year": year, **more}


def table(*figures):
    """The figures as a table with the columns that any of them has; higher is better unless stated."""
    rows = [{"polarity": "up", **row} for row in figures]
    names = [name for name in TYPES if any(name in row for row in rows)]
    return pl.LazyFrame(rows, schema={name: TYPES[name] for name in names})


def rated(*figures, **words):
    """All rated rows as dictionaries."""
    return gap(table(*figures), **words).collect().rows(named=True)


def one(*figures, **words):
    """The only rated row."""
    rows = rated(*figures, **words)
    assert len(rows) == 1
    return rows[0]


BASE, NOW, GOAL = figure("actual", 44.77, 2020), figure("actual", 46.79, 2022), figure("target", 55, 2025)


def test_columns_are_the_contract_and_then_the_extras():
    """Scripts may rely on names and order."""
    frame = table(BASE, NOW, GOAL)
    assert tuple(gap(frame, extras=False).collect_schema().names()) == CONTRACT
    assert tuple(gap(frame).collect_schema().names()) == CONTRACT + EXTRAS


def test_pingliang_is_behind_its_path():
    """44.77 to 46.79 of 55: the gap is 8.21, 2.74 a year are needed and 1.01 were had."""
    r = one(BASE, NOW, GOAL)
    assert (r["baseline"], r["actual"], r["gap"], r["status"]) == (44.77, 46.79, 8.21, "behind")
    assert r["pace"] == pytest.approx(0.4936, abs=1e-4)
    assert (round(r["need_per_year"], 2), round(r["observed_per_year"], 2)) == (2.74, 1.01)


def test_five_required_columns_are_enough_to_be_read():
    """Without a polarity nothing is rated, and the row says why."""
    frame = table(BASE, NOW, GOAL).select("jurisdiction", "indicator", "kind", "value", "year")
    r = gap(frame).collect().row(0, named=True)
    assert (r["status"], r["reason"], r["comparator"], r["measure"]) == ("no_rating", "no_polarity", "eq", "level")


@pytest.mark.parametrize(
    "target",
    [
        figure("target", 55, 2025, polarity=None),
        figure("target", 1000, 2025, measure="cumulative"),
        figure("target", 7, 2025, measure="growth"),
    ],
)
def test_what_lacks_an_actual_is_said_to_lack_an_actual(target):
    """Before anything else that it may lack."""
    assert one(target)["reason"] == "no_actual"


def test_unknown_polarity_gives_no_verdict_either():
    """An actual of the target year cannot be judged without a direction."""
    r = one(BASE, figure("actual", 60, 2025), {**GOAL, "polarity": "none"})
    assert (r["status"], r["reason"], r["gap"], r["flags"]) == ("no_rating", "no_polarity", None, "")


def test_missing_required_column_is_named():
    """The error says what is missing."""
    with pytest.raises(ValueError, match="has no column value"):
        gap(table(BASE).drop("value"))


def test_year_selects_targets_of_that_year_only():
    """Undated targets belong to no year."""
    figures = (BASE, NOW, GOAL, figure("target", 70, 2035), figure("target", 12, None, indicator="beds"))
    assert [r["target_year"] for r in rated(*figures, year=2025)] == [2025]
    assert sorted(r["target_year"] or 0 for r in rated(*figures)) == [0, 2025, 2035]


def test_undated_target_is_not_rated():
    """No horizon is put in its place."""
    r = one(BASE, NOW, figure("target", 55, None))
    assert (r["status"], r["reason"], r["target_year"]) == ("no_rating", "undated", None)


def test_jurisdictions_and_indicators_filter():
    """By id."""
    other = [{**row, "jurisdiction": "gaoping"} for row in (BASE, NOW, GOAL)]
    assert {r["jurisdiction"] for r in rated(BASE, NOW, GOAL, *other, jurisdictions=["gaoping"])} == {"gaoping"}
    assert rated(BASE, NOW, GOAL, indicators=["beds"]) == []


def test_duplicates_are_dropped():
    """A target stated twice is one target."""
    assert len(rated(BASE, NOW, GOAL, {**GOAL, "flags": "hedged;duplicate"})) == 1


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("direction", "qualitative"),
        ("scope", "qualitative"),
        ("relative", "relative_target"),
        ("delegated", "delegated"),
    ],
)
def test_wordings_without_a_number_keep_their_row(wording, reason):
    """Named but not quantified."""
    r = one(BASE, NOW, figure("target", None, 2025, unquantified=wording))
    assert (r["status"], r["reason"], r["target"]) == ("no_rating", reason, None)


def test_newest_actual_not_later_than_the_target_year():
    """An actual of 2026 does not rate a target of 2025."""
    assert one(BASE, NOW, figure("actual", 60, 2026), GOAL)["actual_year"] == 2022


def test_clock_of_as_of_ignores_later_actuals():
    """The table of an earlier year gives the answer of that year."""
    r = one(BASE, NOW, figure("actual", 54, 2024), GOAL, as_of=2023)
    assert (r["actual_year"], r["flags"]) == (2022, "two_points")


def test_clock_of_as_of_says_stale_and_unreported():
    """Only with another clock."""
    far = figure("target", 70, 2035)
    assert "stale" in one(BASE, NOW, far, as_of=2026)["flags"]
    assert one(BASE, NOW, GOAL, as_of=2026)["reason"] == "horizon_unreported"
    assert one(BASE, NOW, GOAL)["reason"] is None


def test_baseline_is_the_base_year_of_the_plan():
    """2014 is older, 2020 is the plan's."""
    plan = {"base_year": 2020, "plan_start": 2021, "plan_end": 2025}
    r = one(figure("actual", 34.47, 2014), BASE, NOW, {**GOAL, **plan})
    assert (r["baseline_year"], r["points"]) == (2020, 1)


def test_baseline_is_else_the_oldest_actual_of_the_plan():
    """No value of the base year: the first one inside the period."""
    plan = {"base_year": 2019, "plan_start": 2020, "plan_end": 2025}
    r = one(figure("actual", 34.47, 2014), BASE, figure("actual", 45, 2021), NOW, {**GOAL, **plan})
    assert (r["baseline_year"], r["points"]) == (2020, 2)


def test_plan_without_a_value_in_its_period_has_no_baseline():
    """A value from before the period is not put in its place."""
    plan = {"base_year": 2019, "plan_start": 2021, "plan_end": 2025}
    r = one(figure("actual", 34.47, 2014), {**GOAL, **plan})
    assert (r["status"], r["reason"], r["baseline"]) == ("no_rating", "no_baseline", None)


def test_table_without_plans_takes_the_oldest_actual():
    """A tidy panel knows no base year."""
    assert one(figure("actual", 34.47, 2014), BASE, NOW, GOAL)["baseline_year"] == 2014


def test_actual_of_the_base_year_alone_is_no_actual():
    """One value cannot be base and progress; gap and need are still said."""
    r = one(BASE, {**GOAL, "base_year": 2020})
    assert (r["reason"], r["tier"], r["actual"], r["gap"]) == ("no_actual", "1", None, 10.23)
    assert round(r["need_per_year"], 3) == 2.046


def test_single_actual_without_a_stated_base_year_is_an_actual_without_baseline():
    """Nobody said that progress counts from it: gap and need from now are said, a pace is not."""
    r = one(BASE, GOAL)
    assert (r["reason"], r["tier"], r["baseline"], r["actual"], r["gap"]) == ("no_baseline", "2", None, 44.77, 10.23)
    assert (round(r["need_per_year"], 3), r["pace"], r["observed_per_year"]) == (2.046, None, None)


def test_only_actual_in_the_target_year_gives_the_verdict():
    """Then it is the actual, not the baseline."""
    r = one(figure("actual", 56, 2025), GOAL)
    assert (r["status"], r["reason"], r["tier"], r["baseline"]) == ("met", "no_baseline", "X", None)


def test_part_of_a_year_is_never_used():
    """Nine months are not a year."""
    goal = {**GOAL, "base_year": 2020}
    assert one(BASE, {**NOW, "flags": "part_year"}, goal)["reason"] == "no_actual"


@pytest.mark.parametrize("mark", [{"comparator": "gt"}, {"flags": "bound"}])
def test_bounds_give_no_numbers(mark):
    """'Over 60' is not 60."""
    r = one(BASE, {**NOW, **mark}, GOAL)
    assert (r["status"], r["reason"]) == ("no_rating", "bound_only")
    assert (r["gap"], r["progress"], r["elapsed"], r["need_per_year"]) == (None, None, None, None)


def test_of_one_year_an_exact_value_is_taken_before_a_bound():
    """Whatever their order."""
    assert one(BASE, {**NOW, "comparator": "gt", "value": 46}, NOW, GOAL)["actual"] == 46.79


def test_of_one_year_a_stated_value_is_taken_before_a_derived_one():
    """Whatever their order."""
    assert one(BASE, {**NOW, "flags": "derived", "value": 46}, NOW, GOAL)["actual"] == 46.79


def test_of_one_year_the_first_of_equals_is_taken():
    """The order of the table decides."""
    assert one(BASE, NOW, {**NOW, "value": 47}, GOAL)["actual"] == 46.79


def test_of_one_year_the_newest_vintage_is_taken():
    """Even before a stated value of an older one."""
    old = {**NOW, "vintage": "2022"}
    new = {**NOW, "value": 47.1, "vintage": "2024", "flags": "derived"}
    r = one(BASE, old, new, GOAL)
    assert (r["actual"], r["flags"]) == (47.1, "two_points")


def test_revised_baseline_is_flagged():
    """60.2 and 58.52 for the same year are progress that never happened."""
    r = one({**BASE, "value": 43, "vintage": "2020"}, {**BASE, "vintage": "2021"}, NOW, GOAL)
    assert r["baseline"] == 44.77
    assert "revised_baseline" in r["flags"].split(";")


def test_near_is_read_from_the_flag():
    """接近 70 is met by 69.5."""
    r = one(BASE, {**NOW, "value": 69.5}, figure("target", 70, 2025, comparator="approx", flags="near"))
    assert (r["comparator"], r["status"]) == ("near", "met")


def test_several_horizons_bend_the_path():
    """60 in 2025 stands on the way to 70 in 2035, and keeps its own verdict."""
    rows = rated(
        figure("actual", 55, 2020),
        figure("actual", 59, 2025),
        figure("actual", 61, 2027),
        figure("target", 60, 2025),
        figure("target", 70, 2035),
    )
    assert [(r["target_year"], r["status"]) for r in rows] == [(2025, "missed"), (2035, "slightly_behind")]
    assert (rows[1]["path"], round(rows[1]["pace"], 4)) == (62, 0.8571)
    assert "piecewise" in rows[1]["flags"]


def test_horizons_bend_the_path_also_when_one_year_is_asked():
    """The earlier horizon is no row then, but still a knot."""
    figures = [figure("actual", 60, 2020), figure("actual", 65, 2027), figure("target", 69, 2025)]
    r = one(*figures, figure("target", 70, 2035), year=2035)
    assert (r["path"], r["status"]) == (69.2, "behind")


def flow(value, year, **more):
    """One yearly amount of a programme."""
    return figure("actual", value, year, measure="annual", **more)


WHOLE = figure("target", 1000, 2025, measure="cumulative", period_start=2021)


def test_yearly_amounts_add_up_to_a_cumulative_target():
    """550 of 1000, from 0 in the year before the period."""
    r = one(flow(180, 2021), flow(220, 2022), flow(150, 2023), WHOLE)
    assert (r["baseline"], r["baseline_year"], r["actual"], r["progress"]) == (0, 2020, 550, 0.55)
    assert (r["status"], r["coverage"], r["flags"]) == ("slightly_behind", 1, "summed")


def test_sum_from_the_same_start_counts_as_such():
    """400 by 2022 and 150 in 2023; the amount of 2022 is already inside."""
    so_far = figure("actual", 400, 2022, measure="cumulative", period_start=2021)
    assert one(flow(220, 2022), so_far, flow(150, 2023), WHOLE)["actual"] == 550


def test_hole_in_the_amounts_is_a_lower_bound():
    """Nothing is imputed."""
    r = one(flow(180, 2021), flow(150, 2023), WHOLE)
    assert (r["actual"], r["reason"], r["progress"]) == (330, "lower_bound", 0.33)
    assert r["coverage"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(("start", "reason"), [(None, "no_period_start"), (2019, "definition_mismatch")])
def test_sum_from_another_or_unknown_start_is_not_used(start, reason):
    """Compare only with the same start."""
    so_far = figure("actual", 400, 2022, measure="cumulative", period_start=start)
    assert one(so_far, WHOLE)["reason"] == reason


def test_amount_without_any_period_start_is_not_summed():
    """Neither target nor plan say from which year to count."""
    assert one(flow(180, 2021), {**WHOLE, "period_start": None})["reason"] == "no_period_start"


def test_cumulative_target_without_amounts_has_no_actual():
    """Nothing was counted yet, and nothing is not 0."""
    r = one(WHOLE)
    assert (r["reason"], r["baseline"], r["tier"]) == ("no_actual", None, "0")


def test_yearly_rates_compound_to_a_growth_target():
    """8 and 5 % of 7 % a year: an index of 113.4 on 100."""
    r = one(
        figure("actual", 8, 2021, measure="growth"),
        figure("actual", 5, 2022, measure="growth"),
        figure("target", 7, 2025, measure="growth", plan_start=2021),
    )
    assert (round(r["actual"], 1), r["baseline"], r["flags"]) == (113.4, 100, "index_100")
    assert r["status"] == "slightly_behind"


def test_sums_and_levels_stand_in_one_table():
    """Both kinds of rows, one frame."""
    rows = rated(BASE, NOW, GOAL, {**WHOLE, "indicator": "homes"}, flow(550, 2021, indicator="homes"))
    assert {r["indicator"] for r in rows} == {"rate", "homes"}


def test_series_of_the_table_feed_the_german_method():
    """Six years of a straight line."""
    years = [figure("actual", 50 + k, 2018 + k) for k in range(6)]
    r = one(*years, figure("target", 63, 2030), method="destatis")
    assert (r["band"], r["ratio"], r["status"]) == ("L", 0.125, "slightly_behind")


def test_distance_needs_eight_peers():
    """Seven places give no standard deviation."""
    places = [{**NOW, "jurisdiction": f"place{k}", "value": 40.0 + k} for k in range(8)]
    bases = [{**row, "year": 2020, "value": 30.0} for row in places]
    goals = [{**GOAL, "jurisdiction": row["jurisdiction"]} for row in places]
    eight = rated(*places, *bases, *goals, method="distance")
    seven = rated(*places[1:], *bases, *goals, method="distance")
    assert all(r["ratio"] is not None for r in eight)
    assert all(r["ratio"] is None for r in seven)


def test_rows_come_worst_first_and_stable():
    """Missed, behind, on track, no rating; equals in the order of the table."""
    outcome = {"c": 50.0, "a": 44.8, "d": None, "b": 44.9, "e": 54.0}
    figures = []
    for name, value in outcome.items():
        own = {"indicator": name}
        figures += [{**BASE, **own}, {**GOAL, **own}]
        if value is not None:
            figures.append({**NOW, "value": value, **own})
    figures.append({**NOW, "year": 2025, "indicator": "e"})
    assert [r["indicator"] for r in rated(*figures)] == ["e", "a", "b", "c", "d"]


def test_source_of_a_value_that_is_not_used_is_not_shown():
    """No source without its number."""
    r = one({**BASE, "source": "plan"}, {**GOAL, "source": "plan", "base_year": 2020})
    assert (r["actual_source"], r["baseline_source"], r["target_source"]) == (None, "plan", "plan")


def test_empty_table_gives_an_empty_answer():
    """No figures, no rows, the same columns."""
    empty = table(BASE, GOAL).head(0)
    assert gap(empty, extras=False).collect().shape == (0, len(CONTRACT))


FIGURE = st.fixed_dictionaries(
    {
        "jurisdiction": st.sampled_from(["a", "b"]),
        "indicator": st.sampled_from(["x", "y"]),
        "kind": st.sampled_from(["actual", "actual", "target"]),
        "value": st.one_of(st.none(), st.integers(0, 100).map(float)),
        "year": st.one_of(st.none(), st.integers(2018, 2027)),
        "polarity": st.sampled_from(["up", "down", "none", None]),
        "measure": st.sampled_from(["level", "level", "annual", "cumulative", "growth", "rank"]),
        "comparator": st.sampled_from([None, "eq", "eq", "ge", "le", "gt", "approx"]),
        "unit": st.sampled_from([None, "%", "亩"]),
        "period_start": st.sampled_from([None, 2019, 2021]),
        "source": st.sampled_from([None, "plan", "bulletin"]),
        "flags": st.sampled_from([None, "", "derived", "part_year", "bound", "duplicate", "near;hedged"]),
        "base_year": st.sampled_from([None, 2019, 2020]),
        "plan_start": st.sampled_from([None, 2021]),
        "plan_end": st.sampled_from([None, 2025]),
        "vintage": st.sampled_from([None, "2021", "2023"]),
        "unquantified": st.sampled_from([None, None, "direction", "delegated"]),
    }
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(FIGURE, max_size=14),
    st.sampled_from([None, 2025]),
    st.sampled_from([None, 2024, 2027]),
    st.sampled_from(["schedule", "eurostat", "destatis", "escap", "distance"]),
)
def test_no_rating_without_its_evidence(rows, year, as_of, method):
    """A rating stands beside baseline, actual, target and method; a verdict beside actual and target."""
    frame = pl.LazyFrame(rows, schema=TYPES)
    wanted = [
        r for r in rows if r["kind"] == "target" and r["flags"] != "duplicate" and (year is None or r["year"] == year)
    ]
    got = gap(frame, year=year, as_of=as_of, method=method).collect().rows(named=True)
    assert len(got) == len(wanted)
    for r in got:
        assert r["status"] in ORDER
        assert r["reason"] in (None, "no_baseline") or r["status"] == "no_rating"
        verdict = r["tier"] == "X" and r["status"] in ("met", "missed")
        if r["status"] == "no_rating":
            assert r["reason"] is not None
            continue
        assert None not in (r["actual"], r["actual_year"], r["target"], r["target_year"], r["method"])
        assert r["baseline"] is not None or (verdict and r["reason"] == "no_baseline")
        assert r["actual_year"] <= min(r["target_year"], as_of or 9999)
        if verdict:
            assert r["actual_year"] == r["target_year"]


def test_break_between_baseline_and_actual_forbids_a_pace():
    """Values of two definitions are two series: gap and need are said, progress is not."""
    goal = {**GOAL, "base_year": 2020}
    r = one(BASE, {**NOW, "flags": "break"}, goal)
    assert (r["status"], r["reason"], r["gap"], r["pace"]) == ("no_rating", "break_in_series", 8.21, None)


def test_break_at_the_baseline_is_no_break_of_the_series():
    """The series that begins with the new definition is one series."""
    r = one({**BASE, "flags": "break"}, NOW, {**GOAL, "base_year": 2020})
    assert (r["status"], r["reason"]) == ("behind", None)


def test_break_does_not_touch_the_verdict_of_the_target_year():
    """Met or missed needs no baseline."""
    r = one(BASE, {**figure("actual", 56, 2025), "flags": "break"}, {**GOAL, "base_year": 2020})
    assert r["status"] == "met"
