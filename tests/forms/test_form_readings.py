"""From cells to numbers, days and texts."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urbancmp.faults import FAULTS
from urbancmp.forms import readings
from urbancmp.forms.cells import Cell
from urbancmp.forms.readings import Misread

numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
FULL_WIDTH = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")


def cell(text, **values):
    """A cell of a form."""
    return Cell("form.xlsx", "填报表", 5, 8, text, **values)


@given(numbers)
def test_numbers_are_read_exactly(value):
    """Plain, with thousands commas, and in full-width digits."""
    assert readings.number(cell(f"{value}"), "万人") == value
    assert readings.number(cell(f"{value:,}"), "万人") == value
    assert readings.number(cell(f" {value:,}".translate(FULL_WIDTH) + "　"), "万人") == value


@given(numbers)
def test_per_cent_sign_is_understood_where_the_unit_is_per_cent(value):
    """And nowhere else."""
    assert readings.number(cell(f"{value}%"), "%") == value
    assert readings.number(cell(f"{value}％"), "%") == value
    assert readings.number(cell(f"{value}%"), "万人") == Misread("U616")


@given(st.text())
def test_any_text_is_a_finite_number_or_has_a_reason(text):
    """Nothing raises, nothing is NaN."""
    got = readings.number(cell(text), "%")
    assert got.code in FAULTS if isinstance(got, Misread) else got.is_finite()


@given(st.text())
def test_any_text_is_a_day_or_has_a_reason(text):
    """Nothing raises."""
    got = readings.day(cell(text))
    assert isinstance(got, date | str) or got.code in FAULTS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("约46.8", "U611"),
        ("46.8左右", "U611"),
        ("60以上", "U611"),
        ("30—34", "U611"),
        ("≥55", "U611"),
        ("46.79个百分点", "U612"),
        ("4700人", "U612"),
        ("98万", "U612"),
        ("无", "U617"),
        ("—", "U617"),
        ("N/A", "U617"),
        ("暂无", "U617"),
        ("12,34", "U610"),
        ("1.234,5", "U610"),
        ("1e3", "U610"),
        ("4²", "U610"),
        ("四十六", "U610"),
        ("46.79%%", "U610"),
        ("46 79", "U610"),
        ("nan", "U610"),
        ("Infinity", "U610"),
        ("46.", "U610"),
    ],
)
def test_what_is_no_plain_number_is_told_apart(text, code):
    """Words for 'about', units, words for 'nothing', everything else."""
    assert readings.number(cell(text), "%") == Misread(code)


def test_number_cells_are_taken_as_they_are():
    """A per cent format makes a percentage, also for a unit that is none."""
    assert readings.number(cell("46.79", number=Decimal("46.79")), "万人") == Decimal("46.79")
    assert readings.number(cell("46.79%", number=Decimal("46.79"), percent=True), "%") == Decimal("46.79")
    assert readings.number(cell("46.79%", number=Decimal("46.79"), percent=True), "万人") == Misread("U616")


def test_a_day_is_no_number():
    """Excel makes a date of 4-7."""
    assert readings.number(cell("2026-04-07", day=date(2026, 4, 7)), "%") == Misread("U613")


@pytest.mark.parametrize(
    "text", ["2026-03-20", "2026/3/20", "2026.3.20", "2026年3月20日", "2026年3月20", "20260320", "２０２６－０３－２０"]
)
def test_days_as_people_write_them(text):
    """All ways mean the same day."""
    assert readings.day(cell(text)) == date(2026, 3, 20)


@pytest.mark.parametrize("text", ["2026-03", "2026年3月", "2026.3"])
def test_a_month_stays_a_month(text):
    """No day is invented."""
    assert readings.day(cell(text)) == "2026-03"


@pytest.mark.parametrize("text", ["2026", "3月20日", "2026-13-01", "2026-02-30", "20/03/2026", "去年底"])
def test_what_is_no_day_is_refused(text):
    """Without a year or impossible."""
    assert readings.day(cell(text)) == Misread("U620")


def test_numbers_are_days_only_in_eight_digits():
    """2026.10 typed as a number has lost its zero; 46101 may be a day's serial number or anything else."""
    assert readings.day(cell("20260320", number=Decimal(20260320))) == date(2026, 3, 20)
    assert readings.day(cell("2026.1", number=Decimal("2026.1"))) == Misread("U620")
    assert readings.day(cell("46101", number=Decimal(46101))) == Misread("U620")


def test_text_comes_on_one_line():
    """Line breaks within a cell become blanks; control characters are refused."""
    assert readings.text(cell("统计公报\n2025年　全文")) == "统计公报 2025年 全文"
    assert readings.text(cell("公报\x1b[31m")) == Misread("U623")
