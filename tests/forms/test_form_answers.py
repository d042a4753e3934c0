"""Filled forms: understood cell by cell, refused as a whole."""

from datetime import date
from decimal import Decimal

import pytest
from form_filling import PERCENT, TODAY, fill, reasons

from urbancmp import forms

# Rows of the form: 5 urban_rate, 6 population, 8 leakage, 10 jobs, 12 coverage (4, 7, 9, 11 are headings).
FILLED = {
    "H5": 46.79, "I5": date(2026, 3, 20), "J5": "2025年统计公报", "K5": "初步数",
    "H6": "１，０２３．５", "I6": "2026年3月", "J6": "2025年统计公报",
    "H8": (0.0912, PERCENT), "I8": date(2026, 1, 15), "J8": "供水年报",
}  # fmt: skip


def test_answers_come_back_with_their_cells(form, taken):
    """Value, text of the cell, sheet and cell, date, source, department."""
    found = taken(fill(form, FILLED))
    assert found.usable
    assert [(a.key.indicator, a.value, a.printed, a.at) for a in found.answers] == [
        ("urban_rate", Decimal("46.79"), "46.79", "填报表!H5"),
        ("population", Decimal("1023.5"), "１，０２３．５", "填报表!H6"),
        ("leakage", Decimal("9.12"), "9.12%", "填报表!H8"),
    ]
    assert (found.answers[0].published, found.answers[1].published) == (date(2026, 3, 20), "2026-03")
    assert [a.department for a in found.answers] == ["市发展改革委", "市发展改革委", "市水务局"]


def test_lines_left_blank_are_counted(form, taken):
    """A missing actual is nothing, not 0."""
    found = taken(fill(form, FILLED))
    assert (len(found.answers), found.blank) == (3, 2)


@pytest.mark.parametrize(
    ("cells", "code", "cell"),
    [
        ({"H5": "约46.8"}, "U611", "填报表!H5"),
        ({"H5": "46.8%左右"}, "U611", "填报表!H5"),
        ({"H10": "4700人"}, "U612", "填报表!H10"),
        ({"H5": "无"}, "U617", "填报表!H5"),
        ({"H5": "#DIV/0!"}, "U614", "填报表!H5"),
        ({"H5": "=A1/B1"}, "U615", "填报表!H5"),
        ({"H5": 0.4677}, "U630", "填报表!H5"),
        ({"H5": "0.4677"}, "U630", "填报表!H5"),
        ({"H12": 1}, "U630", "填报表!H12"),
        ({"H5": 4679}, "U632", "填报表!H5"),
        ({"H5": -3}, "U632", "填报表!H5"),
        ({"H6": 985000}, "U631", "填报表!H6"),
        ({"H10": 0.47}, "U631", "填报表!H10"),
        ({"H6": (0.98, PERCENT)}, "U616", "填报表!H6"),
        ({"H5": 46.79, "I5": "去年"}, "U620", "填报表!I5"),
        ({"H5": 46.79, "I5": date(2024, 12, 31)}, "U621", "填报表!I5"),
        ({"H5": 46.79, "I5": date(2026, 11, 22)}, "U622", "填报表!I5"),
        ({"H5": 46.79, "J5": "公\u202e报"}, "U623", "填报表!J5"),
        ({"H4": 46.79}, "U605", "填报表!H4"),
        ({"C13": "新指标", "H13": 5}, "U605", "填报表!H13"),
        ({"N5": "说明"}, "U607", "填报表!N5"),
        ({"F5": "50(2025年)"}, "U604", "填报表!A5"),
        ({"E6": "人"}, "U604", "填报表!A6"),
        ({"A5": "liangzhou|urban_rate|2024|actual|00000000"}, "U604", "填报表!A5"),
    ],
)
def test_each_fault_is_named_by_sheet_and_cell(form, taken, cells, code, cell):
    """With one fault nothing of the form may be used."""
    found = taken(fill(form, cells))
    assert (code, cell) in reasons(found)
    assert not found.usable


def test_today_is_not_the_future(form, taken):
    """A figure may be published on the day on which the form is filled."""
    assert taken(fill(form, {"H5": 46.79, "I5": TODAY, "J5": "快报"})).diagnostics == []


def test_all_faults_are_told_at_once(form, taken):
    """In the order of the cells."""
    found = taken(fill(form, {"H5": "约46.8", "H6": 985000, "H8": "无", "C13": "新指标"}))
    assert [code for code, _ in reasons(found)] == ["U611", "U631", "U617", "U605"]


def test_messages_say_cell_text_and_remedy(form, taken):
    """In both languages."""
    fault = taken(fill(form, {"H5": 0.4677})).diagnostics[0]
    assert fault.message("zh") == "填报表!H5:0.4677% 与目标、基期相差悬殊,是否应为 46.77?确实无误请在“备注”写“已核实”"
    assert "46.77 is meant?" in fault.message("en")
    assert fault.line("en").startswith(f"{form}:5:8: U630 填报表!H5")


def test_a_confirmed_value_passes(form, taken):
    """Whoever filled the form has the last word on magnitude, not on bounds."""
    assert taken(fill(form, {"H5": 0.4677, "I5": TODAY, "J5": "公报", "K5": "已核实"})).usable


def test_zero_is_a_value(form, taken):
    """0 is not a blank."""
    assert taken(fill(form, {"H10": 0})).answers[0].value == 0


def test_actual_without_source_is_taken_with_a_warning(form, taken):
    """The form itself is then the source."""
    found = taken(fill(form, {"H5": 46.79}))
    assert found.usable
    assert reasons(found) == [("U640", "填报表!H5")]


def test_source_without_actual_is_left_out_with_a_warning(form, taken):
    """The row counts as blank."""
    found = taken(fill(form, {"J5": "公报"}))
    assert (found.answers, reasons(found)) == ([], [("U641", "填报表!J5")])


def test_a_copied_row_is_refused(form, taken):
    """The same line in two files, too."""
    assert [code for code, _ in reasons(taken(form, form))] == ["U606"] * 5


def test_a_missing_column_is_named(form, taken):
    """The form must be filled afresh."""
    found = taken(fill(form, {"J3": "来历"}))
    assert [(d.code, d.values["column"]) for d in found.diagnostics] == [("U603", "数据来源")]


def test_columns_may_change_places(form, taken):
    """They are found by their headers."""
    found = taken(fill(form, {"K3": "数据来源", "J3": "备注", "H5": 46.79, "I5": TODAY, "J5": "初步数", "K5": "公报"}))
    assert (found.answers[0].source, found.answers[0].remark) == ("公报", "初步数")


def test_a_form_of_another_table_is_refused(form, tmp_path):
    """Its keys name nothing here."""
    from urbancmp.model import Data

    assert {d.code for d in forms.filled([form], Data(), TODAY).diagnostics} == {"U608"}


def test_a_unit_that_changed_in_the_table_is_refused(form, data):
    """The form asks in 万人, the table counts in another quantity now."""
    from dataclasses import replace

    indicator = replace(data.indicators["population"], unit="户")
    changed = replace(data, indicators={**data.indicators, "population": indicator})
    assert [d.code for d in forms.filled([form], changed, TODAY).diagnostics] == ["U609"]
