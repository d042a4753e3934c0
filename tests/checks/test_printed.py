"""The printed figure against value, unit, comparator and flags."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_table import checked, codes, indicator, table

from urbancmp.checks.reading import readings
from urbancmp.documents.comparators import comparator
from urbancmp.documents.numerals import arabic, chinese, misread
from urbancmp.documents.script import folded
from urbancmp.model import Comparator

LEN = indicator("len", "里程", "公里")


@pytest.mark.parametrize(
    ("figure", "declared"),
    [
        ('target = 53, op = "~", printed = "53%左右"', indicator()),
        ('target = 9, op = "<=", printed = "控制在9%以内"', indicator()),
        ('target = 35, op = ">", printed = "突破35家"', indicator(unit="家")),
        ('target = 200, op = ">", printed = "200余户"', indicator(unit="户")),
        ('target = 5, printed = "五条", flags = ["chinese_numeral"]', indicator(unit="条")),
        ('target = 25, printed = "四分之一", flags = ["chinese_numeral", "fraction"]', indicator()),
        ('target = 1, printed = "全省第一", flags = ["chinese_numeral"]', indicator(unit="位", polarity="down")),
        ('target = 1000, printed = "IOOO亩", flags = ["ocr"]', indicator(unit="亩")),
        ('target = 1.98, printed = "L98万千伏安", flags = ["ocr"]', indicator(unit="万千伏安")),
        ('target = 18.2, printed = "18.2萬立方米"', indicator(unit="万立方米/日")),
        ('target = 13, op = ">=", printed = "１３平方米以上"', indicator(unit="平方米/人")),
        ('target = 4700, op = ">=", printed = "4700以上", flags = ["supplied_unit"]', indicator(unit="人")),
        ('target = 1100, op = ">=", printed = "1,100个以上"', indicator(unit="个")),
        ('target = 100, op = "~", printed = "基本完成", flags = ["coverage", "hedged"]', indicator()),
        ('target = 30, op = ">=", printed = "不低于30%"', indicator()),
        ('target = 30, printed = "节约30%"', indicator()),
    ],
)
def test_figures_as_documents_print_them_are_sound(figure: str, declared: str, tmp_path: Path) -> None:
    """The forms of number, unit and comparator that the documents use agree with their values."""
    line = f'at = "一", indicator = "paved", year = 2025, {figure}'
    assert codes(checked(table(line, indicators=declared), tmp_path)) == []


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        ('target = 54, op = "~", printed = "53%左右"', "U301"),
        ('target = 53, printed = "53%左右"', "U303"),
        ('target = 53, op = ">=", printed = "53%"', "U303"),
        ('target = 53, printed = "53公里"', "U302"),
        ('target = 100, printed = "全覆盖"', "U312"),
        ('target = 99, printed = "全覆盖", flags = ["coverage"]', "U313"),
        ('target = 100, printed = "100%", flags = ["coverage"]', "U313"),
        ('target = 80, printed = "力争80%"', "U311"),
        ('target = 54.9, derived = "44.77 + 9", printed = "9%", flags = ["derived"]', "U310"),
        ('target = 54, derived = "1 / 0", printed = "9%", flags = ["derived"]', "U310"),
    ],
)
def test_disagreement_is_one_fault(figure: str, code: str, tmp_path: Path) -> None:
    """Each disagreement is told once, with its own code."""
    line = f'at = "一", indicator = "paved", year = 2025, {figure}'
    assert codes(checked(table(line), tmp_path)) == [code]


def test_a_unit_of_ten_thousand_is_not_the_unit_itself(tmp_path: Path) -> None:
    """3万亩 for 3 亩 is an error of ten thousand times."""
    line = 'at = "一", indicator = "paved", year = 2025, target = 3, printed = "3万亩"'
    assert codes(checked(table(line, indicators=indicator(unit="亩")), tmp_path)) == ["U302"]


@pytest.mark.parametrize(
    ("before", "after", "sign"),
    [
        ("比例达到", "", Comparator.EQ),
        ("比例达到", "以上", Comparator.GE),
        ("不低于", "", Comparator.GE),
        ("至少完成生态修复", "", Comparator.GE),
        ("漏损率控制在", "以内", Comparator.LE),
        ("空置率不超", "", Comparator.LE),
        ("比重超过", "", Comparator.GT),
        ("面积接近", "", Comparator.APPROX),
        ("节约", "", Comparator.EQ),
        ("低于", "", Comparator.LT),
        ("不低于60%,另建", "", Comparator.EQ),
    ],
)
def test_the_words_around_a_number_bind_it(before: str, after: str, sign: Comparator) -> None:
    """A word binds the number beside it, not the one after a comma."""
    assert comparator(before, after) is sign


def test_numbers_in_digits_words_and_slips() -> None:
    """Digits with separators, Chinese numerals, fractions, OCR slips."""
    assert [number.value for number in arabic("1,100个和18.66公里")] == [1100, Decimal("18.66")]
    assert [number.value for number in chinese("五条、二十三个、三千万")] == [5, 23, 30_000_000]
    assert [number.value for number in chinese("四分之一")] == [Decimal("0.25")]
    assert [number.value for number in misread("IOOO亩")] == [1000]


def test_one_form_for_all_scripts_and_widths() -> None:
    """Full width, blanks and Traditional characters of figures come out alike."""
    assert folded(" １０．６ 萬公里 ") == "10.6万公里"
    assert readings(folded("８５萬頭"))[0].word == "万头"
