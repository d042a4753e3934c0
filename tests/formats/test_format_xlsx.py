"""The workbook, read back by another program."""

import io
from decimal import Decimal

import fastexcel
import openpyxl
import pytest
from format_views import ANSWER, RECORDS
from hypothesis import given, settings

from urbancmp.diagnostics import DataError
from urbancmp.formats import FORMATS, Options, xlsx
from urbancmp.tables.view import Records, Sheet, View


def written(view, **options):
    """The view as a workbook."""
    return FORMATS["xlsx"].render(view, Options(**options))


def opened(view, **options):
    """The workbook, opened by another program."""
    return openpyxl.load_workbook(io.BytesIO(written(view, **options)))


def sheet_of(*values, name="a"):
    """A sheet of one column, written and opened."""
    return opened(View(Records((name,), tuple({name: value} for value in values)))).active


def test_numbers_are_numbers():
    """A reader gets numbers for numbers and text for text."""
    frame = fastexcel.read_excel(written(ANSWER)).load_sheet("gap").to_polars()
    assert frame["value"].to_list() == [67.0, -30.9]
    assert frame["indicator"].to_list() == ["green", "=1+1"]


@pytest.mark.parametrize(
    ("value", "shape"), [(Decimal("67.00"), "0.00"), (Decimal("30.9"), "0.0"), (Decimal("1E+2"), "0"), (55, "0")]
)
def test_a_number_shows_its_printed_digits(value, shape):
    """The number format has as many decimals as the figure."""
    assert sheet_of(value)["A2"].number_format == shape


def test_a_number_too_long_for_a_spreadsheet_is_text():
    """Sixteen digits would be rounded silently."""
    assert sheet_of(1234567890123456)["A2"].value == "1234567890123456"


def test_text_is_text():
    """No formula, no link, no number is made of a text."""
    cells = [row[0] for row in sheet_of("=1+1", "http://example.org", "007", "@x").iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == ["=1+1", "http://example.org", "007", "@x"]
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


def test_absent_is_an_empty_cell():
    """None and what is no number leave the cell empty."""
    sheet = sheet_of(None, float("nan"), 0)
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [None, None, 0]


def test_chinese_fits():
    """A column is as wide as its characters need, not as it has letters."""
    assert sheet_of("高平市国土空间总体规划", name="标题").column_dimensions["A"].width >= 22


def test_long_text_wraps():
    """Beyond a sensible width the text wraps."""
    sheet = sheet_of("很长的说明" * 40)
    assert sheet["A2"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width < 80


def test_a_cell_too_long_for_a_workbook_is_cut_visibly():
    """The format ends at 32 767 characters."""
    value = sheet_of("x" * 40_000)["A2"].value
    assert len(value) == 32_767
    assert value.endswith("…")


def test_the_head_stays_in_view_and_filters():
    """Frozen head, filter over all rows, head repeated in print."""
    sheet = opened(ANSWER)["gap"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:G3", "$1:$1")


def test_labels_as_headers():
    """Labels asked for stand over the columns."""
    assert opened(ANSWER, headers="zh")["gap"]["A1"].value == "行政区"


def test_further_sheets_follow():
    """What accompanies the answer has its own sheets."""
    assert opened(ANSWER).sheetnames == ["gap", "来源"]


def test_any_sheet_name_is_made_valid():
    """Too long, forbidden characters, reserved or twice: a name is found."""
    empty = Records(("a",), ())
    names = ("a/b:c", "x" * 40, "X" * 40, "", "History", "'q'")
    sheets = tuple(Sheet(name, empty) for name in names)
    found = opened(View(empty, sheets=sheets)).sheetnames
    assert found == ["data", "a b c", "x" * 31, "X" * 29 + " 2", "data 2", "History_", "q"]


def test_too_many_rows_are_an_error(monkeypatch):
    """A workbook that would lose rows is not written."""
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    with pytest.raises(DataError, match="3 rows do not fit"):
        written(View(Records(("a",), ({"a": 1},) * 3)))


@settings(max_examples=30)
@given(RECORDS)
def test_the_same_records_give_the_same_bytes(records):
    """A workbook holds no time of day."""
    assert written(View(records)) == written(View(records))


@settings(max_examples=30)
@given(RECORDS)
def test_a_reader_gets_the_numbers_back(records):
    """Every number that a spreadsheet can hold comes back as that number."""
    sheet = opened(View(records)).active
    for number, row in enumerate(records.rows, start=2):
        for column, name in enumerate(records.columns, start=1):
            if isinstance(row[name], (int, Decimal)):
                assert sheet.cell(number, column).value == pytest.approx(float(row[name]), rel=1e-15)
