"""CSV for spreadsheets and scripts."""

import csv
import io
from decimal import Decimal

import pytest
from format_views import ANSWER, RECORDS
from hypothesis import given
from inline_snapshot import snapshot

from urbancmp.formats import FORMATS, Options
from urbancmp.formats.csv import disarmed
from urbancmp.formats.values import plain
from urbancmp.tables.view import Records, View


def written(view, **options):
    """The view as CSV."""
    return FORMATS["csv"].render(view, Options(**options))


def cell(value):
    """The CSV of one value."""
    return written(View(Records(("a", "b"), ({"a": value},)))).decode().split("\n", 1)[1].removesuffix(",\n")


def test_an_answer():
    """Names as headers, digits as printed, empty for absent, lists joined."""
    assert written(ANSWER).decode() == snapshot("""\
jurisdiction,indicator,value,year,flags,met,note
高平市,green,67.00,2022,,false,
成武县,'=1+1,-30.9,,ocr;hedged,,
""")


def test_labels_as_headers():
    """Asked for in a language, the labels stand over the columns that have one."""
    assert written(ANSWER, headers="zh").decode().splitlines()[0] == "行政区,indicator,数值,year,flags,met,note"


def test_equal_labels_stay_distinct():
    """Two columns of one label keep their names."""
    view = View(Records(("v", "w"), (), {"v": "数值", "w": "数值"}))
    assert written(view, headers="zh").decode() == "数值 (v),数值 (w)\n"


def test_byte_order_mark_on_request():
    """Only with the option does the file begin with a byte order mark."""
    assert written(ANSWER, bom=True) == b"\xef\xbb\xbf" + written(ANSWER)


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\rx", " =1", "\u3000=1", "＝1", "＋1", "－1", "＠a", "\ufeff=1"]
)
def test_a_formula_is_disarmed(text):
    """Text that a spreadsheet would run gets an apostrophe."""
    assert disarmed(text) == "'" + text


@pytest.mark.parametrize("text", ["", "高平市", "a=b", "1-2", "'quoted'", "(-1)"])
def test_ordinary_text_is_left_alone(text):
    """Text that is no formula stays as it is."""
    assert disarmed(text) == text


def test_headers_are_disarmed_too():
    """A label from the data is text like any other."""
    assert written(View(Records(("=a",), ()))) == b"'=a\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("-67.00"), "-67.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.00000001"), "0.00000001"),
        (-3, "-3"),
        (-0.5, "-0.5"),
        (0.1, "0.1"),
        (True, "true"),
        (None, ""),
        (0, "0"),
        (float("nan"), ""),
        (Decimal("Infinity"), ""),
    ],
)
def test_a_value_in_characters(value, text):
    """Numbers keep sign and digits; what is no number is empty, zero is not."""
    assert cell(value) == text


@given(RECORDS)
def test_a_reader_gets_the_values_back(records):
    """The csv module reads every value back; one apostrophe less is the text that was disarmed."""
    rows = list(csv.reader(io.StringIO(written(View(records)).decode(), newline="")))
    expected = [[row[name] for name in records.columns] for row in records.rows]
    assert rows[0] == [disarmed(name) for name in records.columns]
    assert rows[1:] == [
        [disarmed(value) if isinstance(value, str) else plain(value) for value in row] for row in expected
    ]


@given(RECORDS)
def test_disarming_can_be_undone(records):
    """Taking one apostrophe from what begins with it and a formula gives the text back, for any text."""
    for row in records.rows:
        for value in row.values():
            if isinstance(value, str):
                safe = disarmed(value)
                armed = safe.startswith("'") and disarmed(safe[1:]) == safe
                assert (safe[1:] if armed else safe) == value
