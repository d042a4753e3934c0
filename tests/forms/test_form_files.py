"""The form as a file: locked, validated, with instructions; the same in CSV."""

import csv
import re
import zipfile

import pytest

from urbancmp import forms
from urbancmp.diagnostics import UsageError
from urbancmp.forms.xlsxcells import sheets


def parts(path):
    """The parts of the package."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.fixture
def sheet(form):
    """The sheet to be filled."""
    return sheets(form)[0]


def column(sheet, letter):
    """The texts of a column, from the top."""
    number = ord(letter) - ord("A") + 1
    return [cells[number].text for _, cells in sheet.after(0) if number in cells]


def test_heading_rows_name_the_departments(sheet):
    """Each department finds its lines under its name, in the first visible column."""
    numbers = column(sheet, "B")
    assert numbers[0] == "良州市2025年新型城镇化指标实际值填报表"
    assert numbers[2:] == [
        "序号", "市发展改革委", "1", "2", "市水务局", "3", "市人社局", "4", "未标明责任单位", "5",
    ]  # fmt: skip


def test_header_says_the_year_of_the_actuals(sheet):
    """The year of the target and the year asked for may differ."""
    assert column(sheet, "H") == ["实际值(2025年)"]


def test_instructions_are_in_chinese_and_say_the_unit_slip(form):
    """The second sheet."""
    guide = sheets(form)[1]
    assert guide.name == "填表说明"
    assert any("不要填 0.4677" in text for text in column(guide, "B"))


def test_only_the_cells_to_be_filled_are_unlocked(form):
    """The sheet is protected without a password; four columns of each line have unlocked styles."""
    files = parts(form)
    form_xml, styles = files["xl/worksheets/sheet1.xml"], files["xl/styles.xml"].split("<cellXfs")[1]
    unlocked = {n for n, xf in enumerate(styles.split("<xf ")[1:]) if 'locked="0"' in xf}
    open_cells = [at for at, style in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', form_xml) if int(style) in unlocked]
    assert "<sheetProtection sheet=" in form_xml
    assert sorted({re.sub(r"\d", "", at) for at in open_cells}) == ["H", "I", "J", "K"]
    assert len(open_cells) == 5 * 4


def test_actual_must_lie_within_the_bounds_of_the_indicator(form):
    """0 to 100 for a rate, at least 0 for a count; with a message in Chinese."""
    rules = re.findall(r'<dataValidation type="decimal"(.*?)</dataValidation>', parts(form)["xl/worksheets/sheet1.xml"])
    assert len(rules) == 5
    assert "<formula1>0.0</formula1><formula2>100.0</formula2>" in rules[0]
    assert 'operator="greaterThanOrEqual"' in rules[3]
    assert "请填不小于 0 的数" in rules[3]


def test_date_is_validated(form):
    """Not before the year that is asked about (45658 is 2025-01-01)."""
    assert parts(form)["xl/worksheets/sheet1.xml"].count('type="date" operator="greaterThanOrEqual"') == 5
    assert "<formula1>45658</formula1>" in parts(form)["xl/worksheets/sheet1.xml"]


def test_key_column_is_hidden_and_the_header_frozen(form):
    """Headers and indicator names stay in view."""
    xml = parts(form)["xl/worksheets/sheet1.xml"]
    assert re.search(r'<col min="1" max="1" [^>]*hidden="1"', xml)
    assert '<pane xSplit="3" ySplit="3" topLeftCell="D4" activePane="bottomRight" state="frozen"/>' in xml


def test_columns_are_wide_enough_for_chinese(form):
    """A Chinese character takes two half-width columns."""
    widths = [
        float(width) for width in re.findall(r'<col [^>]*?width="([\d.]+)"', parts(form)["xl/worksheets/sheet1.xml"])
    ]
    assert widths[2] >= 2 * len("公共供水管网漏损率")


def test_rows_are_high_enough_for_folded_texts(data, lines, form):
    """Programs do not grow the rows of a file that was finished elsewhere."""
    cells = {**lines[0].cells, "definition": "很长的指标口径" * 30}
    book = forms.form_file([forms.Line("", cells, lines[0].bounds)], data.jurisdictions["liangzhou"], 2025, ".xlsx")
    form.write_bytes(book)
    row = re.search(r'<row r="5"[^>]* ht="([\d.]+)"', parts(form)["xl/worksheets/sheet1.xml"])
    assert float(row[1]) >= 15 * 30 * 14 / 44


def test_the_same_lines_give_the_same_bytes(data, lines, form):
    """A form that is written again can be compared."""
    assert forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".xlsx") == form.read_bytes()


def test_csv_has_one_header_and_one_line_per_target(data, lines):
    """With byte order mark, so that Excel opens it as UTF-8."""
    raw = forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert (len(rows), rows[0][7], rows[3][5]) == (6, "实际值(2025年)", "≤9(2025年)")


def test_csv_cells_are_never_formulas(data, lines):
    """A name that a spreadsheet would run is disarmed."""
    cells = {**lines[0].cells, "indicator": "=1+1"}
    raw = forms.form_file([forms.Line("", cells, lines[0].bounds)], data.jurisdictions["liangzhou"], 2025, ".csv")
    assert b",'=1+1," in raw


def test_other_suffixes_are_refused(data, lines):
    """A form is a workbook or CSV."""
    with pytest.raises(UsageError, match=r"\.xlsx or \.csv"):
        forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".pdf")


def test_one_file_per_department(lines, tmp_path):
    """Names that a file system refuses are made harmless."""
    assert [path.name for path in forms.split(lines, tmp_path / "form.xlsx")] == [
        "form-市发展改革委.xlsx", "form-市水务局.xlsx", "form-市人社局.xlsx", "form-未标明责任单位.xlsx",
    ]  # fmt: skip
    odd = forms.Line("甲/乙 局", lines[0].cells, lines[0].bounds)
    assert [path.name for path in forms.split([odd], tmp_path / "form.csv")] == ["form-甲_乙_局.csv"]
