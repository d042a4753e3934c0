"""What a reader sees in the cells of a workbook, and files that are no workbook."""

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from urbancmp.diagnostics import Diagnostic
from urbancmp.forms.xlsxcells import sheets


@pytest.fixture
def cell(tmp_path):
    """The first cell of a workbook that holds one value in one format."""

    def written(value, num_format="General", **options):
        path = tmp_path / "one.xlsx"
        book = xlsxwriter.Workbook(path, options)
        book.add_worksheet().write(0, 0, value, book.add_format({"num_format": num_format}))
        book.close()
        return sheets(path)[0].rows[1][1]

    return written


@pytest.mark.parametrize(
    ("value", "num_format", "text"),
    [
        (46.79, "General", "46.79"),
        (0.1 + 0.2, "General", "0.3"),
        (1e21, "General", "1000000000000000000000"),
        (-0.5, "0.00", "-0.5"),
        (0.4679, "0.00%", "46.79%"),
        (0.4679, '"约"0.0%', "46.79%"),
        (5, '0"%"', "5"),
        (5, r"0\%", "5"),
        (5, "[Red]0.0", "5"),
        ("　46.79 ", "General", "46.79"),
    ],
)
def test_numbers_show_their_fifteen_digits_and_their_per_cent_sign(cell, value, num_format, text):
    """A per cent sign that is only decoration (quoted, escaped) changes nothing; a real one is part of the number."""
    found = cell(value, num_format)
    assert found.text == text
    assert found.number in (None, Decimal(text.rstrip("%")))


@pytest.mark.parametrize("num_format", ["yyyy-mm-dd", "m/d/yy", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "mmm-yy"])
def test_days_are_known_by_their_format(cell, num_format):
    """Built-in and Chinese formats; the hour does not matter."""
    assert cell(46101.75, num_format).day == date(2026, 3, 20)


def test_workbooks_that_count_from_1904(cell):
    """The older habit of Excel for Mac."""
    assert cell(date(2026, 3, 20), "yyyy-mm-dd", date_1904=True).day == date(2026, 3, 20)


def test_a_day_beyond_the_calendar_is_a_fault(cell):
    """A huge number in a date format."""
    assert cell(1e12, "yyyy-mm-dd").fault == "U620"


def test_truth_values_and_errors_are_faults(cell):
    """With what the cell shows."""
    assert (cell(True).fault, cell(True).text) == ("U614", "TRUE")


def test_formulas_count_by_their_value(tmp_path):
    """Computed ones are numbers; one that was never computed is a fault, not an empty cell."""
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.write_formula(0, 0, "=40+6.79", None, 46.79)
        sheet.write_formula(1, 0, "=40+6.79", None, "")
    rows = sheets(path)[0].rows
    assert rows[1][1].number == Decimal("46.79")
    assert (rows[2][1].fault, rows[2][1].text, rows[2][1].name) == ("U615", "=40+6.79", "表!A2")


def test_texts_with_formats_and_phonetic_guides(tmp_path):
    """The runs of a text make one; the reading aid beside it is no text."""
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_rich_string(0, 0, "城镇", book.add_format({"bold": True}), "化率")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    guide = "<rPh sb='0' eb='1'><t>chéng</t></rPh></si>".encode()
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"</si>", guide)
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert sheets(path)[0].rows[1][1].text == "城镇化率"


def refused(path):
    """The code with which a file is refused."""
    found = sheets(path)
    return found.code if isinstance(found, Diagnostic) else "accepted"


def test_what_is_no_workbook_is_refused(tmp_path):
    """Old .xls files and workbooks with a password (both OLE), text, nothing, another package."""
    for content in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, b"a,b\n1,2\n", b""):
        (tmp_path / "x.xlsx").write_bytes(content)
        assert refused(tmp_path / "x.xlsx") == "U602"
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert refused(tmp_path / "x.xlsx") == "U602"
    assert refused(tmp_path / "missing.xlsx") == "U001"
    assert refused(tmp_path) == "U009"


def test_document_types_are_refused(form):
    """Entities that expand without end come in them, and no workbook has one."""
    with zipfile.ZipFile(form) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/sharedStrings.xml"] = b'<!DOCTYPE a [<!ENTITY b "b">]><sst>&b;</sst>'
    with zipfile.ZipFile(form, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert refused(form) == "U602"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_refused_or_read_but_never_raises(form, tmp_path, data):
    """Cut off anywhere, or with a byte changed."""
    raw = bytearray(Path(form).read_bytes())
    if data.draw(st.booleans()):
        raw = raw[: data.draw(st.integers(0, len(raw)))]
    else:
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(raw)
    assert isinstance(sheets(damaged), Diagnostic | list)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(alphabet="<>/\"'=crvtsn0123456789Ae&; ", max_size=60))
def test_a_broken_sheet_never_raises(form, tmp_path, middle):
    """Whatever stands among the rows."""
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(form) as package, zipfile.ZipFile(damaged, "w") as out:
        for name in package.namelist():
            content = package.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData>", b"<sheetData>" + middle.encode())
            out.writestr(name, content)
    assert isinstance(sheets(damaged), Diagnostic | list)
