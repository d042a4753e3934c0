"""What is due in a year, and what has no year at all."""

from collections import Counter

import pytest

DOCUMENTS = {2022: 26, 2023: 7, 2024: 3, 2025: 67, 2026: 3, 2027: 18, 2028: 1, 2035: 1, None: 30}
# The published targets: 24 for 2020, one for 2022, 22 for 2025, two for 2029, four for 2030, one for 2035.
PUBLISHED = DOCUMENTS | {2020: 24, 2022: 27, 2025: 89, 2029: 2, 2030: 4, 2035: 2}


def _targets(dataset):
    return [figure for figure in dataset.data.figures if figure.kind == "target" and figure.value is not None]


@pytest.mark.parametrize(("fixture", "expected"), [("documents", DOCUMENTS), ("published", PUBLISHED)])
def test_targets_by_year(request, fixture, expected):
    """So many targets with a number fall due in each year."""
    dataset = request.getfixturevalue(fixture)
    assert Counter(figure.year for figure in _targets(dataset)) == expected


def test_2025_by_place(documents):
    """Chengwu 41, Gaoping 24, Pingliang two."""
    due = Counter(figure.jurisdiction for figure in _targets(documents) if figure.year == 2025)
    assert due == {"chengwu": 41, "gaoping": 24, "pingliang": 2}


def test_2027_is_gaoping_alone(documents):
    """All 18 targets of 2027 are Gaoping's."""
    due = Counter(figure.jurisdiction for figure in _targets(documents) if figure.year == 2027)
    assert due == {"gaoping": 18}


def test_2026_is_chains_and_clusters_of_pingliang(documents):
    """Nine chains, three clusters of ten billion, six of one billion."""
    due = {(figure.jurisdiction, figure.value, figure.printed) for figure in _targets(documents) if figure.year == 2026}
    assert {(place, int(value)) for place, value, _ in due} == {("pingliang", 9), ("pingliang", 3), ("pingliang", 6)}


def test_undated_targets_stay_undated(documents):
    """Thirty have no year: Pingliang 19, Chengwu ten, Gaoping one; none is dated by the plan's horizon."""
    undated = Counter(figure.jurisdiction for figure in _targets(documents) if figure.year is None)
    assert undated == {"pingliang": 19, "chengwu": 10, "gaoping": 1}


def test_gap_of_a_year_leaves_undated_targets_out(documents):
    """`gap --year 2025` rates targets of 2025 and nothing else."""
    assert {row["target_year"] for row in documents.gap(year=2025).to_dicts()} == {2025}


def test_gap_of_all_years_lists_undated_targets_apart(documents):
    """Without a year every target is there, the thirty undated ones without a rating of their pace."""
    rows = documents.gap().to_dicts()
    undated = [row for row in rows if row["target"] is not None and row["target_year"] is None]
    assert len(undated) >= 28  # the 30 less Pingliang's two restatements, if these are left out
    assert {row["elapsed"] for row in undated} == {None}
    assert {row["pace"] for row in undated} == {None}
