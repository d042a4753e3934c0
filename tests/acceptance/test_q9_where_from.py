"""Where a figure comes from, and whether it may be quoted."""

import json
import re

import pytest


@pytest.fixture(scope="module")
def traced(call):
    """The records of `trace` for a place and an indicator."""

    def trace(place, indicator):
        return json.loads(call("trace", place, indicator, "--format", "json").out)

    return trace


def _only(records):
    assert len(records) == 1
    return records[0]


def test_a_mended_misprint(traced):
    """1.98 万千伏安 is printed L98万千伏安: mended, and the place itself is inferred."""
    record = _only(traced("yangquan", "distribution_transformers_10kv"))
    assert (record["value"], record["unit"], record["year"]) == (1.98, "万千伏安", 2022)
    assert record["printed"] == "L98万千伏安"
    assert record["locator"] == "四(十三)"
    assert {"ocr", "inferred_jurisdiction", "inferred_year", "threshold_in_name"} <= set(_flags(record))


def test_a_supplied_unit(traced):
    """At least 4700 is printed without its unit: 人 is supplied, the figure is one of every year."""
    record = _only(traced("chengwu", "new_urban_jobs"))
    assert (record["comparator"], record["value"], record["unit"]) == ("ge", 4700, "人")
    assert record["printed"] == "4700以上"
    assert record["locator"] == "五-14"
    assert {"supplied_unit", "per_year", "inferred_year"} <= set(_flags(record))


def test_the_document_is_named(traced):
    """Issuer, number and date of Chengwu's plan, and the office that answers for the clause."""
    text = json.dumps(_only(traced("chengwu", "pension_coverage")), ensure_ascii=False)
    printed = ("成武县人民政府", "成政发〔2024〕3号", "2024-07-04", "县人力资源社会保障局", "县医疗保障局", "五-17")
    assert [words for words in printed if words not in text] == []


def test_an_interpretation_is_not_the_plan(traced):
    """Gaoping's document is an official interpretation; number, date and issuer are not printed in it."""
    records = traced("gaoping", "prefab_share_starts")
    assert [(record["value"], record["year"], record["printed"]) for record in records] == [
        (30, 2025, "30%"), (34, 2027, "34%")
    ]  # fmt: skip
    assert all("interpretation" in json.dumps(record) for record in records)


def test_a_published_figure_is_a_reprint_of_known_reliability(traced):
    """46.79 is read in a copy of the bulletin, and that is said."""
    record = next(one for one in traced("pingliang", "urbanization_rate_resident") if one["year"] == 2022)
    text = json.dumps(record, ensure_ascii=False)
    assert record["value"] == 46.79
    assert "reprint" in text
    assert "medium" in text


def test_a_derived_figure_shows_its_formula(traced):
    """The plan prints only that Pingliang is 19.12 points below the nation; 63.89 is 44.77 + 19.12."""
    record = next(one for one in traced("china", "urbanization_rate_resident") if one["printed"] == "19.12")
    assert record["value"] == 63.89
    assert "44.77 + 19.12" in json.dumps(record)
    assert "derived" in _flags(record)


def test_the_words_for_people(run):
    """The text names the figure as printed, the document, the clause and what was mended."""
    answer = run("trace", "yangquan", "distribution_transformers_10kv")
    for words in ("L98万千伏安", "1.98", "2022年城乡融合发展行动计划", "四(十三)", "misprint"):
        assert words in answer.out


def test_a_unit_is_not_lost_among_digits(run):
    """1.98 in units of ten thousand kVA never reads as 1.98 and 10."""
    text = run("trace", "yangquan", "distribution_transformers_10kv").out
    assert re.search(r"\b1\.98 \d", text) is None


def _flags(record):
    return (record["flags"] or "").split(";")
