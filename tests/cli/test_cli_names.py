"""What may be typed for a place, an indicator, a family; and what is said when it does not fit."""

import json

import pytest


def _place(call, name):
    answer = call("compare", name, "china", "--format", "json", "--long", "--indicator", "urbanization_rate_resident")
    assert answer.code == 0, answer.err
    return {row["jurisdiction"] for row in json.loads(answer.out)} - {"china"}


@pytest.mark.parametrize(
    "name",
    ["pingliang", "PINGLIANG", "Pingliang", "620800", "平凉市", "平凉", "平涼市", "平涼"],
)
def test_a_place_by_any_name(call, name):
    """Id, code, Simplified and Traditional Chinese with or without 市, English, in any case."""
    assert _place(call, name) == {"pingliang"}


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("莊浪", "zhuanglang"), ("靜寧縣", "jingning"), ("華亭", "huating"), ("华亭县", "huating"), ("高平", "gaoping"),
        ("140581", "gaoping"), ("阳泉市郊区", "yangquan_jiaoqu"), ("阳泉郊区", "yangquan_jiaoqu"),
        ("140311", "yangquan_jiaoqu"), ("我国", "china"), ("山东", "shandong"), ("泾川", "jingchuan"),
    ],
)  # fmt: skip
def test_other_places_by_their_names(call, name, id_):
    """Traditional names, former names, codes, and districts with the name of their city in front."""
    found = _place(call, name) if id_ != "china" else {"china"}
    assert found == {id_}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gaopin", "gaoping"), ("pingliag", "pingliang"), ("chengwo", "chengwu"), ("高平县区", "gaoping")],
)
def test_a_near_miss_is_met_with_a_suggestion(call, typed, meant):
    """Exit 2 and one line: what was typed, and what may be meant."""
    answer = call("compare", typed, "china")
    assert (answer.code, answer.out) == (2, "")
    assert f"'{typed}'" in answer.err
    assert "did you mean" in answer.err
    assert meant in answer.err


def test_a_far_miss_says_where_the_names_are(run):
    """Nothing near: the line says how to list them all."""
    answer = run("compare", "atlantis", "gaoping")
    assert (answer.code, answer.out) == (2, "")
    assert "urbancmp list jurisdictions" in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("城区", ("yangquan_chengqu", "140302", "jincheng_chengqu", "140502")),
        ("城區", ("yangquan_chengqu", "140302", "jincheng_chengqu", "140502")),
        ("郊区", ("yangquan_jiaoqu", "140311", "other cities")),
    ],
)
def test_a_name_of_several_places_lists_them(call, name, parts):
    """城区 is two places here; 郊区 is one here, but other cities have one too: neither is guessed."""
    answer = call("compare", name, "gaoping")
    assert answer.code == 2
    assert [part for part in parts if part not in answer.err] == []


def test_a_name_typed_twice_is_one_place(call):
    """高平 and gaoping are the same: nothing to compare."""
    answer = call("compare", "gaoping", "高平")
    assert answer.code == 2
    assert "two" in answer.err


@pytest.mark.parametrize("name", ["prefab_share_starts", "新开工装配式建筑占城镇新建建筑面积比例"])
def test_an_indicator_by_id_and_by_name(call, name):
    """`trace` takes either."""
    answer = call("trace", "gaoping", name, "--format", "json")
    assert [row["value"] for row in json.loads(answer.out)] == [30, 34]


def test_part_of_a_name_is_enough_where_the_place_has_only_one(call):
    """高平 has one indicator with 装配式 in its name."""
    answer = call("trace", "高平", "装配式", "--format", "json")
    assert {row["indicator"] for row in json.loads(answer.out)} == {"prefab_share_starts"}


def test_an_indicator_that_the_place_lacks(call):
    """Gaoping promises no 5G base stations: the line says so and how to find who does."""
    answer = call("trace", "gaoping", "base_stations_5g")
    assert answer.code == 2
    assert "gaoping" in answer.err
    assert "urbancmp show base_stations_5g" in answer.err


def test_an_ambiguous_indicator_lists_what_it_may_be(call):
    """`show 污水` fits several: their ids are listed and none is chosen."""
    answer = call("show", "污水")
    assert answer.code == 2
    assert "sewage_treatment_rate_city" in answer.err


@pytest.mark.parametrize(("command", "typed", "meant"), [
    (("show",), "urbanisation_rate_resident", "urbanization_rate_resident"),
    (("compare", "gaoping", "chengwu", "--family"), "sewag", "sewage"),
    (("gap", "--method"), "shedule", "schedule"),
])  # fmt: skip
def test_other_names_are_suggested_too(call, command, typed, meant):
    """Indicators, families and methods have their 'did you mean' as well, or are found by their beginning."""
    answer = call(*command, typed)
    if answer.code == 0:
        assert typed in meant
    else:
        assert answer.code == 2
        assert meant in answer.err


@pytest.mark.parametrize("family", ["sewage", "污水处理与再生水", "Sewage treatment and water reuse"])
def test_a_family_by_any_name(call, family):
    """--family takes id, Chinese and English name."""
    answer = call("compare", "gaoping", "chengwu", "--family", family, "--format", "json")
    assert {row["family"] for row in json.loads(answer.out)} == {"sewage"}
