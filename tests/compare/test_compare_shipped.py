"""Comparisons of the shipped table that go beyond two places."""

import pytest


@pytest.mark.parametrize(
    "places", [("china", "gansu"), ("china", "gansu", "pingliang"), ("gansu", "pingliang", "china")]
)
def test_an_exact_pair_stays_exact_beside_a_third_place(published, places):
    """The nation and Gansu share the county-seat treatment rate, whether or not Pingliang stands beside them."""
    rows = published.compare(*places, indicators=["sewage_treatment_rate_county_seat"]).to_dicts()
    whole = published.compare(*places, families=["sewage"]).to_dicts()
    assert {row["grade"] for row in rows} == {"exact"}
    grades = {row["grade"] for row in whole if row["indicator"] == "sewage_treatment_rate_county_seat"}
    assert grades == {"exact"}


@pytest.mark.parametrize(
    ("places", "row", "values"),
    [
        (("gaoping", "pingliang"), "park_green_per_capita", {("gaoping", 13.0, 2025), ("pingliang", 12.8, 2020)}),
        (("pingliang", "shanxi"), "sewage_capacity", {("pingliang", 18.2, 2020), ("shanxi", 206.0, 2023)}),
        (("pingliang", "shanxi"), "msw_harmless_rate", {("pingliang", 100.0, 2020), ("shanxi", 100.0, 2023)}),
        (("shanxi", "yangquan"), "boarding_schools", {("shanxi", 500.0, 2023), ("yangquan", 18.0, 2022)}),
        (("gaoping", "yangquan"), "taihang_route", {("gaoping", 100.0, 2025), ("yangquan", 100.0, 2022)}),
        (("pingliang", "shanxi"), "motorway_access", {("pingliang", 100.0, None), ("shanxi", 86.0, 2022)}),
    ],
)  # fmt: skip
def test_pairs_of_other_documents_carry_a_caveat(documents, places, row, values):
    """The remaining pairs of the documents stand in one row, with what differs beneath it."""
    lines = [line for line in documents.compare(*places).to_dicts() if line["row"] == row]
    assert {(line["jurisdiction"], line["value"], line["year"]) for line in lines} == values
    assert {line["grade"] for line in lines} == {"caveat"}
    assert lines[0]["caveat"]


def test_units_that_differ_are_said(documents):
    """86 counties against 100 % of counties: the units are named in the caveat."""
    lines = [line for line in documents.compare("pingliang", "shanxi").to_dicts() if line["row"] == "motorway_access"]
    assert {line["unit"] for line in lines} == {"%", "个"}
    assert "unit" in lines[0]["caveat"].lower()


def test_coverage_is_never_set_beside_green_land(documents):
    """Yangquan's 38.9 of coverage and Pingliang's 34.4 of green land are listed, never in one row."""
    lines = documents.compare("yangquan", "pingliang", families=["green_space"]).to_dicts()
    grades = {line["indicator"]: line["grade"] for line in lines if line["value"] in (38.9, 34.4)}
    assert set(grades) == {"greening_coverage_built_up", "green_land_rate_built_up"}
    assert set(grades.values()) <= {"listed", "single"}


def test_part_of_a_year_is_said(documents):
    """Nine months of Shanxi beside a year of Yangquan are never exact."""
    lines = documents.compare("shanxi", "yangquan", families=["old_neighbourhoods"]).to_dicts()
    assert {line["grade"] for line in lines} == {"listed"}
