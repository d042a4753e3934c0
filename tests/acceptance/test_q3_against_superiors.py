"""Where a place stands against those above it, tier by tier and year by year."""

from decimal import Decimal

import pytest


def _levels(data, year, places, indicator="urbanization_rate_resident"):
    return {
        figure.jurisdiction: figure.value
        for figure in data.by_indicator[indicator]
        if figure.jurisdiction in places and figure.year == year and figure.kind == "actual"
    }


def test_pingliang_below_gansu_and_the_nation_in_2020(documents):
    """44.77 against 52.23 and 63.89: the distances of 7.46 and 19.12 points are those that the plan prints."""
    levels = _levels(documents.data, 2020, {"pingliang", "gansu", "china"})
    assert levels == {"pingliang": Decimal("44.77"), "gansu": Decimal("52.23"), "china": Decimal("63.89")}
    assert levels["gansu"] - levels["pingliang"] == Decimal("7.46")
    assert levels["china"] - levels["pingliang"] == Decimal("19.12")


def test_pingliang_in_2022_with_the_published_figures(published):
    """46.79 against 54.19 and 65.22: the distance to Gansu has shrunk by 0.06 to 7.40 points."""
    levels = _levels(published.data, 2022, {"pingliang", "gansu", "china"})
    assert levels == {"pingliang": Decimal("46.79"), "gansu": Decimal("54.19"), "china": Decimal("65.22")}


def test_places_of_three_tiers_are_exact_but_told_apart(published):
    """Prefecture, province and nation share the definition; that their tiers differ is said in the row."""
    rows = published.compare("pingliang", "gansu", "china", indicators=["urbanization_rate_resident"]).to_dicts()
    assert {row["grade"] for row in rows} == {"exact"}
    assert "tiers differ" in rows[0]["caveat"].lower()
    assert all(tier in rows[0]["caveat"] for tier in ("prefecture", "province", "nation"))


def test_the_newest_common_year_is_shown(call):
    """All three have actuals of 2022, so 2022 stands in each cell beside the newest of each."""
    answer = call("compare", "pingliang", "gansu", "china", "--indicator", "urbanization_rate_resident")
    for value in ("46.79 (2022)", "54.19 (2022)", "65.22 (2022)"):
        assert f"actual {value}" in answer.out


def test_scaled_water_supply_of_gaoping_and_shanxi(documents):
    """At least 45 in 2025 against 32 in 2023: one definition, but a county's target beside a province's actual."""
    rows = documents.compare("gaoping", "shanxi", indicators=["rural_scaled_water_share"]).to_dicts()
    keys = ("jurisdiction", "kind", "comparator", "value", "year", "grade")
    assert {tuple(row[key] for key in keys) for row in rows} == {
        ("gaoping", "target", "ge", 45.0, 2025, "exact"),
        ("shanxi", "actual", "eq", 32.0, 2023, "exact"),
    }
    assert all(words in rows[0]["caveat"] for words in ("target stands against an actual", "years differ", "tiers"))


def test_the_documents_have_no_superior_of_chengwu(call, five_table):
    """Neither Heze nor Shandong has a figure in the five documents, and that is said."""
    answer = call("compare", "chengwu", "heze", "shandong", "--data", five_table)
    assert answer.code == 0
    for name in ("Heze", "Shandong"):
        assert any(name in line and "no figure" in line.lower() for line in answer.lines)


def test_the_published_figures_give_chengwu_its_superiors(published):
    """About 53 in 2025 beside Heze's 52.73 (2022) and Shandong's 65.53 (2023) and about 68 (2025)."""
    rows = published.compare("chengwu", "heze", "shandong", indicators=["urbanization_rate_resident"]).to_dicts()
    found = {(row["jurisdiction"], row["kind"], row["value"], row["year"]) for row in rows}
    assert found >= {
        ("chengwu", "target", 53.0, 2025),
        ("heze", "actual", 52.73, 2022),
        ("shandong", "actual", 65.53, 2023),
        ("shandong", "target", 68.0, 2025),
    }


@pytest.mark.parametrize(
    ("indicator", "own", "national"),
    [("nursery_places", "4.8", "4.5"), ("pension_coverage", "96", "95"), ("sports_area_per_capita", "2.7", "2.6")],
)
def test_targets_of_chengwu_above_those_of_the_nation(shipped, indicator, own, national):
    """Nursery places 4.8 over 4.5, pension coverage 96 over 95, sports ground 2.7 over 2.6, all for 2025."""
    found = {
        figure.jurisdiction: figure.value
        for figure in shipped.by_indicator[indicator]
        if figure.kind == "target" and figure.year == 2025
    }
    assert found == {"chengwu": Decimal(own), "china": Decimal(national)}
