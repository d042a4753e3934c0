"""Renewal of old neighbourhoods: stage, year and scope differ, and nothing is added up."""

import pytest

PLACES = ("gaoping", "chengwu", "yangquan", "shanxi", "pingliang")


@pytest.fixture(scope="module")
def lines(published):
    """The five places of the documents side by side."""
    return published.compare(*PLACES, families=["old_neighbourhoods"]).to_dicts()


def test_only_gaoping_and_chengwu_share_a_row(lines):
    """28 completed and 10 planned in 2024 stand side by side with the caveat that their stages differ."""
    shared = [line for line in lines if line["grade"] == "caveat"]
    found = {(line["jurisdiction"], line["value"], line["year"]) for line in shared}
    assert found == {("gaoping", 28.0, 2024), ("chengwu", 10.0, 2024)}
    assert "renewal completed" in shared[0]["caveat"]
    assert "planned" in shared[0]["caveat"]


def test_the_others_are_listed(lines):
    """Households, Yangquan's 172 starts, Shanxi's 606 in county seats, Pingliang's share: other quantities."""
    keys = ("jurisdiction", "kind", "comparator", "value", "unit", "year")
    assert {tuple(line[key] for key in keys) for line in lines if line["grade"] == "listed"} == {
        ("chengwu", "target", "eq", 3161.0, "户", 2024),
        ("yangquan", "target", "eq", 172.0, "个", 2022),
        ("shanxi", "actual", "eq", 606.0, "个", 2023),
        ("pingliang", "target", "approx", 100.0, "%", None),
    }


@pytest.mark.parametrize(
    ("place", "stage"), [("gaoping", "完成"), ("chengwu", "实施"), ("yangquan", "新开工"), ("shanxi", "开工")]
)
def test_the_stage_is_part_of_the_name(shipped, place, stage):
    """A neighbourhood planned, started or completed is never called by one name."""
    names = {
        shipped.indicators[figure.indicator].name.zh
        for figure in shipped.by_place[place]
        if shipped.indicators[figure.indicator].family == "old_neighbourhoods" and figure.unit == "个"
    }
    assert len(names) == 1
    assert stage in names.pop()


def test_nine_months_are_marked(shipped):
    """Shanxi's 606 are those of January to September, of county seats alone."""
    figure = next(figure for figure in shipped.by_place["shanxi"] if figure.value == 606)
    assert "part_year" in figure.flags
    assert "县城" in shipped.indicators[figure.indicator].name.zh


def test_there_is_no_total(call):
    """A province contains its counties: neither 28 + 10 nor any other sum is printed."""
    answer = call("compare", *PLACES, "--family", "old_neighbourhoods")
    assert "total" not in answer.out.lower()
    assert {"38", "210", "816"}.isdisjoint(answer.out.split())
