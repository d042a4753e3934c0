"""Which targets of a year are met, which lag, and for which nothing can be said."""

from collections import Counter

import pytest


def _row(rows, place, indicator="urbanization_rate_resident", comparator=None):
    return next(
        row
        for row in rows
        if row["jurisdiction"] == place and row["indicator"] == indicator and comparator in (None, row["comparator"])
    )


@pytest.fixture(scope="module")
def due_2025(published):
    """Targets of 2025 in the shipped table."""
    return published.gap(year=2025).to_dicts()


@pytest.fixture(scope="module")
def due_2025_in_documents(documents):
    """Targets of 2025 in the five documents alone."""
    return documents.gap(year=2025).to_dicts()


@pytest.fixture(scope="module")
def due_2020(published):
    """Targets of 2020."""
    return published.gap(year=2020).to_dicts()


def test_the_path_of_pingliang(due_2025):
    """44.77 (2020) → 46.79 (2022), target 55: 8.21 points short, 2.74 a year needed, 1.01 had, pace 0.49, behind.

    progress 2.02 / 10.23, elapsed 2 / 5, pace their ratio, need 8.21 / 3, landing 46.79 + 3 × 1.01.
    """
    row = _row(due_2025, "pingliang")
    inputs = ("baseline", "baseline_year", "actual", "actual_year", "target", "target_year", "comparator", "unit")
    assert [row[name] for name in inputs] == [44.77, 2020, 46.79, 2022, 55, 2025, "eq", "%"]
    results = {
        "gap": 8.21, "progress": 2.02 / 10.23, "elapsed": 0.4, "pace": 2.02 / 10.23 / 0.4, "need_per_year": 8.21 / 3,
        "observed_per_year": 1.01, "acceleration": 8.21 / 3 / 1.01, "landing": 49.82,
    }  # fmt: skip
    assert {name: row[name] for name in results} == pytest.approx(results, abs=1e-9)
    assert (row["status"], row["reason"], row["tier"]) == ("behind", None, "3")


def test_the_rating_names_its_method_and_sources(due_2025):
    """The plan of the target and the bulletin of the actual stand in the row, and the method."""
    row = _row(due_2025, "pingliang")
    found = (row["method"], row["target_source"], row["actual_source"])
    assert found == ("schedule", "pingliang_plan", "pingliang_population")


def test_the_documents_alone_have_no_actual_after_the_base(due_2025_in_documents):
    """44.77 (2020) is the base: 10.23 points short, 2.046 a year needed, and no rating for want of an actual."""
    row = _row(due_2025_in_documents, "pingliang")
    assert (row["baseline"], row["actual"], row["status"], row["reason"]) == (44.77, None, "no_rating", "no_actual")
    assert row["gap"] == pytest.approx(10.23)
    assert row["need_per_year"] == pytest.approx(2.046)
    assert row["pace"] is None


def test_the_documents_lack_actuals_for_66_of_67_targets(due_2025_in_documents):
    """Of the targets with a number Gaoping lacks the actual of 24, Chengwu of 41, Pingliang of one."""
    bare = [row for row in due_2025_in_documents if row["target"] is not None and row["baseline"] is None]
    assert all(row["actual"] is None for row in bare)
    assert Counter(row["jurisdiction"] for row in bare) == {"gaoping": 24, "chengwu": 41, "pingliang": 1}


def test_what_lacks_an_actual_is_said_to_lack_an_actual(due_2025_in_documents):
    """The reason for all 66 is that there is no actual, whatever else may be missing too."""
    bare = [row for row in due_2025_in_documents if row["target"] is not None and row["baseline"] is None]
    assert {row["reason"] for row in bare} == {"no_actual"}


def test_an_absent_actual_is_never_zero(due_2025_in_documents):
    """A target without an actual has neither gap nor progress; 0 would be a claim."""
    bare = [row for row in due_2025_in_documents if row["baseline"] is None]
    columns = ("actual", "gap", "progress", "pace", "need_per_year", "observed_per_year", "landing")
    assert {row[name] for row in bare for name in columns} == {None}


def test_no_place_borrows_the_actual_of_another(due_2025):
    """Chengwu's 53 has no actual, although Heze, Shandong and the nation have one of the same indicator."""
    row = _row(due_2025, "chengwu")
    assert (row["actual"], row["baseline"], row["reason"]) == (None, None, "no_actual")


def test_named_without_a_number_is_not_a_missing_actual(due_2025_in_documents):
    """Ten indicators are named for 2025 without a number: three in Gaoping, two in Chengwu, five in Pingliang."""
    named = [row for row in due_2025_in_documents if row["target"] is None]
    assert Counter(row["jurisdiction"] for row in named) == {"gaoping": 3, "chengwu": 2, "pingliang": 5}
    assert {row["reason"] for row in named} <= {"qualitative", "relative_target", "delegated"}


def test_the_nation_has_met_its_65(due_2025):
    """67.89 in 2025 against 65: met, nothing to go."""
    row = _row(due_2025, "china")
    assert (row["target"], row["actual"], row["actual_year"], row["status"], row["gap"]) == (65, 67.89, 2025, "met", 0)


def test_shandong_is_slightly_behind(due_2025):
    """63.94 (2021) → 65.53 (2023) against about 68: 1.59 of 4.06 in half the time is a pace of 0.78.

    About 68 counts as reached from 67.5 on, so 1.97 points are still to go.
    """
    row = _row(due_2025, "shandong")
    assert row["status"] == "slightly_behind"
    assert row["pace"] == pytest.approx(1.59 / 4.06 / 0.5)
    assert row["gap"] == pytest.approx(1.97)


def test_three_of_99_targets_are_rated(run):
    """67 targets of the documents, 22 published ones and ten without a number: three can be rated; worst first."""
    answer = run("gap", "--year", "2025")
    assert "rated 3 of 99" in answer.out
    places = ("Pingliang: Urbanization", "Shandong: Urbanization", "China: Urbanization")
    assert sorted(places, key=answer.out.index) == list(places)
    assert "8.21 pp" in answer.out


def test_the_old_plan_of_pingliang_was_missed(due_2020):
    """44.77 in 2020 against at least 48: missed by 3.23 points."""
    row = _row(due_2020, "pingliang", comparator="ge")
    assert (row["target"], row["actual"], row["actual_year"], row["status"]) == (48, 44.77, 2020, "missed")
    assert row["gap"] == pytest.approx(3.23)


def test_the_hukou_rate_is_judged_by_its_own_target(due_2020):
    """35.62 registered in 2020 against at least 34: met; the resident rate has no say in it."""
    row = _row(due_2020, "pingliang", "urbanization_rate_hukou")
    assert (row["target"], row["actual"], row["status"]) == (34, 35.62, "met")


def test_the_verdicts_of_2020(due_2020):
    """Of 24 targets four have an actual of their year: Pingliang's two, Gansu's about 50, the nation's 60."""
    rated = {(row["jurisdiction"], row["target"]): row["status"] for row in due_2020 if row["status"] != "no_rating"}
    assert rated == {
        ("pingliang", 48): "missed", ("pingliang", 34): "met", ("gansu", 50): "met", ("china", 60): "met"
    }  # fmt: skip
    assert len(due_2020) == 24


def test_the_clock_is_that_of_the_data(published):
    """Without --as-of no rating depends on today's date: nothing is stale."""
    flags = " ".join(row["flags"] or "" for row in published.gap().to_dicts())
    assert "stale" not in flags
    assert "horizon_unreported" not in {row["reason"] for row in published.gap().to_dicts()}
