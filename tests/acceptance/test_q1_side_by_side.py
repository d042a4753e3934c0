"""Gaoping and Chengwu side by side: which figures share a row, under which caveat, and which must not."""

import re

import pytest

CAVEAT_ROWS = {
    "green_building_share": {("gaoping", "eq", 100.0, 2025), ("chengwu", "eq", 100.0, 2025)},
    "prefab_share": {("gaoping", "eq", 30.0, 2025), ("gaoping", "eq", 34.0, 2027), ("chengwu", "eq", 40.0, 2025)},
    "old_neighbourhoods": {("gaoping", "eq", 28.0, 2024), ("chengwu", "eq", 10.0, 2024)},
    "elderly_facilities": {("gaoping", "eq", 100.0, 2025), ("chengwu", "eq", 100.0, 2025)},
    "village_logistics": {("gaoping", "approx", 100.0, 2025), ("chengwu", "eq", 100.0, 2025)},
}
CAVEAT_WORDS = {
    "green_building_share": ("urban new floor area", "new civil floor area", "basic grade", "ceiling"),
    "prefab_share": ("starts", "urban new floor area", "new buildings"),
    "old_neighbourhoods": ("completed", "planned"),
    "elderly_facilities": ("facility", "day care", "ceiling"),
    "village_logistics": ("all villages", "eligible designated villages", "ceiling"),
}
SEWAGE = {
    ("gaoping", "rural_sewage_treatment_rate", "eq", 25.0, 2025),
    ("gaoping", "reclaimed_water_rate", "ge", 30.0, 2025),
    ("gaoping", "reclaimed_water_rate", "ge", 40.0, 2027),
    ("chengwu", "sewage_plants_upgraded", "ge", 50.0, 2025),
    ("chengwu", "sewage_collection_rate_city", "eq", 70.0, 2025),
}
CHAINS = {
    ("gaoping", "speciality_farm_chains", "eq", 5.0, 2027),
    ("gaoping", "park_in_park_chains", "eq", 5.0, 2025),
    ("gaoping", "manufacturing_chains", "eq", 5.0, 2027),
    ("chengwu", "chengwu_key_chains", "eq", 7.0, None),
}


@pytest.fixture(scope="module")
def lines(documents):
    """What the five documents alone give."""
    return documents.compare("gaoping", "chengwu").to_dicts()


@pytest.fixture(scope="module")
def grown(published):
    """What the published figures add."""
    return published.compare("gaoping", "chengwu").to_dicts()


@pytest.fixture(scope="module")
def printed(run):
    """The answer as a pipe gets it."""
    return run("compare", "gaoping", "chengwu")


def _of(lines, grade):
    return [line for line in lines if line["grade"] == grade]


def test_the_documents_have_no_exact_row(lines):
    """No indicator of the two documents has the same definition on both sides."""
    assert _of(lines, "exact") == []


@pytest.mark.parametrize("row", CAVEAT_ROWS)
def test_a_caveat_row_holds_both_sides(lines, row):
    """Each of the five rows holds the figures of both counties with comparator, value and year."""
    found = {
        (line["jurisdiction"], line["comparator"], line["value"], line["year"])
        for line in _of(lines, "caveat")
        if line["row"] == row
    }
    assert found == CAVEAT_ROWS[row]


def test_there_are_five_caveat_rows_and_no_more(lines):
    """Nothing but the five rows is put side by side with a caveat."""
    assert {line["row"] for line in _of(lines, "caveat")} == set(CAVEAT_ROWS)


@pytest.mark.parametrize("row", CAVEAT_WORDS)
def test_the_caveat_says_what_differs(lines, row):
    """The caveat of a row names the definitions of both sides, and a ceiling that both have reached."""
    caveat = next(line["caveat"] for line in lines if line["row"] == row and line["grade"] == "caveat")
    assert [word for word in CAVEAT_WORDS[row] if word not in caveat] == []


@pytest.mark.parametrize(("family", "expected"), [("sewage", SEWAGE), ("industry", CHAINS)])
def test_look_alikes_are_listed_but_share_no_row(lines, family, expected):
    """Sewage and industrial chains stand under one topic, each quantity in a row of its own."""
    listed = [line for line in _of(lines, "listed") if line["family"] == family]
    keys = ("jurisdiction", "indicator", "comparator", "value", "year")
    assert {tuple(line[key] for key in keys) for line in listed} == expected
    places = {}
    for line in listed:
        places.setdefault(line["row"], set()).add(line["jurisdiction"])
    assert all(len(found) == 1 for found in places.values())


def test_nothing_else_is_listed(lines):
    """Sewage and industrial chains are the only topics on which both have different quantities."""
    assert {line["family"] for line in _of(lines, "listed")} == {"sewage", "industry"}


def test_the_urbanization_rate_is_unquantified_for_gaoping(lines):
    """Gaoping's document promises a higher level without a number; Chengwu's says about 53."""
    found = {
        line["jurisdiction"]: (line["comparator"], line["value"], line["year"])
        for line in lines
        if line["indicator"] == "urbanization_rate_resident"
    }
    assert found == {"gaoping": ("eq", None, 2027), "chengwu": ("approx", 53.0, 2025)}


def test_the_closing_count_of_the_documents(run, five_table):
    """0 exact, 5 with a caveat, 2 listed; 88 = 40 indicators of Gaoping + 49 of Chengwu, one of them in common."""
    last = run("compare", "gaoping", "chengwu", "--data", five_table).lines[-1]
    assert last.startswith("0 exact · 5 with a caveat · 2 listed · 88 on one side only")


def test_a_published_figure_makes_one_row_exact(grown):
    """Gaoping's bulletin of 2021 gives 7126 new urban jobs, the indicator of which Chengwu promises 4700 a year."""
    keys = ("indicator", "jurisdiction", "kind", "comparator", "value", "unit", "year", "source")
    assert {tuple(line[key] for key in keys) for line in _of(grown, "exact")} == {
        ("new_urban_jobs", "gaoping", "actual", "eq", 7126.0, "人", 2021, "gaoping_bulletin_2021"),
        ("new_urban_jobs", "chengwu", "target", "ge", 4700.0, "人", 2025, "chengwu_plan"),
    }


def test_an_exact_row_still_says_that_a_target_stands_against_an_actual(grown):
    """The same definition does not make a promise of 2025 comparable with a result of 2021."""
    caveat = next(line["caveat"] for line in _of(grown, "exact"))
    assert "target" in caveat
    assert "actual" in caveat
    assert "years differ" in caveat


def test_the_closing_count_with_the_published_figures(printed):
    """The jobs of Chengwu move from one side only to exact: 1, 5, 2 and 87."""
    assert printed.lines[-1].startswith("1 exact · 5 with a caveat · 2 listed · 87 on one side only")


def test_several_years_share_a_cell(printed):
    """Gaoping's 30 % in 2025 and 34 % in 2027 stand in the one cell beside Chengwu's 40 %."""
    at = next(number for number, line in enumerate(printed.lines) if "Prefabricated share" in line)
    first, second = printed.lines[at : at + 2]
    assert "target 30 (2025)" in first
    assert "target 40 (2025)" in first
    assert "target 34 (2027)" in second
    assert first.index("target 30") == second.index("target 34")


def test_every_printed_figure_tells_target_from_actual(printed):
    """No year in brackets stands behind a number that is not called target or actual."""
    figures = re.findall(r"(\w+) (?:[≈≥≤<>]?[\d.]+|not quantified)(?: [^\d(]+)? \(\d{4}\)", printed.out)
    assert len(figures) > 20
    assert set(figures) == {"target", "actual"}


def test_the_caveat_stands_under_its_row(printed):
    """The line after a caveat row names the definition of Gaoping, the next one that of Chengwu."""
    at = next(number for number, line in enumerate(printed.lines) if line.startswith("≈ Green share"))
    assert printed.lines[at + 1].strip().startswith("Gaoping")
    assert printed.lines[at + 2].strip().startswith("Chengwu")


def test_households_and_centres_stand_beneath_the_row_they_explain(printed):
    """3161 households, 100 % of subdistricts and at least 60 % of townships belong beneath their rows."""
    lines = printed.lines
    at = next(number for number, line in enumerate(lines) if line.startswith("≈ Old neighbourhoods"))
    assert any("3161 households (2024)" in line for line in lines[at : at + 5])
    at = next(number for number, line in enumerate(lines) if line.startswith("≈ Coverage of community elderly care"))
    below = " ".join(lines[at : at + 7])
    assert "100 % (2025)" in below
    assert "≥60 % (2025)" in below


def test_no_winner_and_no_difference(printed):
    """The comparison never subtracts and never ranks."""
    words = {"ahead", "behind", "better", "worse", "best", "rank", "difference", "pp", "points"}
    assert words.isdisjoint(printed.out.lower().split())
