"""Imported actuals as a table to be laid on top."""

from datetime import date
from decimal import Decimal

import pytest
from form_filling import PERCENT, fill

from urbancmp import forms
from urbancmp.loading import load

FILLED = {
    "H5": 46.79, "I5": date(2026, 3, 20), "J5": '2025年"统计"公报', "K5": "初步数",
    "H6": "102.5", "I6": date(2026, 3, 20), "J6": '2025年"统计"公报',
    "H8": 8.9, "K8": "前三季度",
}  # fmt: skip


@pytest.fixture
def text(form, taken, data):
    """The table made of a filled form."""
    return forms.overlay(taken(fill(form, FILLED)).answers, data)


@pytest.fixture
def overlaid(text, table, tmp_path):
    """The table with the actuals on top."""
    (tmp_path / "actuals.toml").write_text(text, encoding="utf-8")
    return load([table], [tmp_path / "actuals.toml"])


def test_loads_as_an_overlay_without_a_fault(overlaid):
    """Nothing to mend by hand."""
    assert overlaid.diagnostics == []


def test_passes_the_checks_of_the_table(form, taken, data, table, tmp_path):
    """Numbers with a per cent sign, without one, in full-width digits: all agree with what is printed."""
    from urbancmp.checks.report import run

    cells = {
        "H5": (0.4679, PERCENT),
        "H6": "１，０２３．５",
        "H8": "8.9％",
        "H10": "4,650",
        "H12": 100,
        "K12": "初步数",
    }
    (tmp_path / "a.toml").write_text(forms.overlay(taken(fill(form, cells)).answers, data), encoding="utf-8")
    with_actuals = run(load([table], [tmp_path / "a.toml"]), strict=False).diagnostics
    assert with_actuals == run(load([table]), strict=False).diagnostics


def test_actuals_keep_value_cell_and_remarks(overlaid):
    """Locator, printed, flags and note of each figure."""
    figures = [figure for figure in overlaid.data.figures if figure.source.startswith("form_liangzhou_2025_")]
    assert [(f.indicator, f.value, f.year, f.locator, f.printed, f.flags, f.note) for f in figures] == [
        ("urban_rate", Decimal("46.79"), 2025, "填报表!H5", "46.79", ("supplied_unit", "preliminary"), "初步数"),
        ("population", Decimal("102.5"), 2025, "填报表!H6", "102.5", ("supplied_unit",), ""),
        ("leakage", Decimal("8.9"), 2025, "填报表!H8", "8.9", ("supplied_unit", "part_year"), "前三季度"),
    ]


def test_sources_are_the_documents_that_departments_named(overlaid):
    """One per document, date and department; the form itself where none was named."""
    sources = [source for id_, source in overlaid.data.sources.items() if id_.startswith("form_")]
    assert [(s.title, s.issuer, s.published, s.kind) for s in sources] == [
        ('2025年"统计"公报', "市发展改革委", "2026-03-20", "bulletin"),
        ("良州市2025年指标实际值填报表", "市水务局", "", "bulletin"),
    ]


def test_one_line_per_figure(text):
    """The shape in which people keep the table."""
    lines = [line for line in text.splitlines() if "indicator =" in line]
    assert len(lines) == 3
    assert lines[1] == (
        '  { at = "填报表!H6", indicator = "population", year = 2025, actual = 102.5, printed = "102.5", '
        'flags = ["supplied_unit"] },'
    )


def test_same_answers_same_text(text, form, taken, data):
    """No clock, no order of chance."""
    assert forms.overlay(taken(form).answers, data) == text


def test_imports_of_different_documents_never_share_an_id(form, taken, data, tmp_path):
    """Two tables of actuals of one year can be laid on each other."""
    other = tmp_path / "other.xlsx"
    other.write_bytes(form.read_bytes())
    one = forms.overlay(taken(fill(form, {"H5": 46.79, "J5": "公报"})).answers, data)
    two = forms.overlay(taken(fill(other, {"H6": 102, "J6": "年鉴"})).answers, data)
    assert not {line for line in one.splitlines() if line.startswith("[")} & set(two.splitlines())


def test_a_target_in_its_own_unit_gives_an_actual_in_that_unit(table, tmp_path):
    """The form asks in the unit of the document; the figure says so."""
    content = table.read_text(encoding="utf-8").replace('target = 98.5, op = "~"', 'target = 985000, unit = "人"')
    table.write_text(content, encoding="utf-8")
    data = load([table]).sound()
    path = tmp_path / "form.xlsx"
    lines = forms.asked(data, "liangzhou", 2025, 2025)
    path.write_bytes(forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".xlsx"))
    found = forms.filled([fill(path, {"H6": 990000})], data, date(2026, 11, 21))
    assert 'actual = 990000, unit = "人"' in forms.overlay(found.answers, data)
