"""Figures along the years, declared identities and orders."""

from fractions import Fraction
from pathlib import Path

import pytest
from small_table import checked, codes, indicator, table

from urbancmp.checks.arithmetic import FormulaError, evaluate

PEOPLE = indicator("urban", "城镇人口", "万人") + indicator("people", "人口", "万人") + indicator("rate", "城镇化率")
IDENTITY = '\n[identities.one]\njurisdiction = "liuyang"\nyear = 2020\nresult = "rate"\nformula = "{}"\n'
ROADS = indicator("a", "高速公路", "公里") + indicator("b", "农村公路", "万公里") + indicator("sum", "公路", "万公里")


def actual(id_: str, value: str, unit: str, year: int = 2020) -> str:
    """A line with an actual."""
    return f'at = "一", indicator = "{id_}", year = {year}, actual = {value}, printed = "{value}{unit}"'


def target(value: str, year: int, more: str = "") -> str:
    """A line with a target."""
    return f'at = "一", indicator = "paved", year = {year}, target = {value}, printed = "{value}%"{more}'


def parts(rate: str) -> str:
    """Urban people, people and their rate, with the identity that binds them."""
    lines = [actual("urban", "82.84", "万人"), actual("people", "232.55", "万人"), actual("rate", rate, "%")]
    return table(*lines, indicators=PEOPLE + IDENTITY.format("urban / people * 100"))


def test_a_ratio_follows_from_its_parts(tmp_path: Path) -> None:
    """82.84 / 232.55 is 35.62 to the printed digits."""
    assert codes(checked(parts("35.62"), tmp_path)) == []


def test_a_ratio_that_does_not_follow_is_a_fault(tmp_path: Path) -> None:
    """The fault stands at the result and says what the parts give."""
    report = checked(parts("35.92"), tmp_path)
    assert codes(report) == ["U308"]
    assert "35.62" in report.diagnostics[0].message()


def test_an_identity_may_span_years(tmp_path: Path) -> None:
    """A printed pace is held against its end points: 1.96 is not (44.77 - 34.47) / 6."""
    pace = indicator("pace", "年均提高", "个百分点/年").replace('"level"', '"growth"')
    formula = IDENTITY.format("(rate@2020 - rate@2014) / 6").replace('"rate"', '"pace"', 1)
    lines = [
        actual("rate", "34.47", "%", 2014),
        actual("rate", "44.77", "%"),
        actual("pace", "1.96", "个百分点"),
    ]
    report = checked(table(*lines, indicators=PEOPLE + pace + formula), tmp_path)
    assert codes(report) == ["U308"]
    assert "1.72" in report.diagnostics[0].message()


def test_an_identity_converts_units(tmp_path: Path) -> None:
    """15040 km and 106 thousand km make 12.1 万公里."""
    formula = IDENTITY.format("a + b").replace('"rate"', '"sum"')
    lines = [actual("a", "15040", "公里"), actual("b", "10.6", "万公里"), actual("sum", "12.1", "万公里")]
    assert codes(checked(table(*lines, indicators=ROADS + formula), tmp_path)) == []


@pytest.mark.parametrize(
    "formula", ["urban / zero", "urban / (people - people)", "__import__('os')", "urban @", "1" * 999]
)
def test_a_formula_that_cannot_be_computed_is_told(formula: str, tmp_path: Path) -> None:
    """Unknown names, division by zero and programs are faults, never run."""
    lines = [actual("urban", "1.5", "万人"), actual("people", "3.5", "万人"), actual("rate", "42.9", "%")]
    found = codes(checked(table(*lines, indicators=PEOPLE + IDENTITY.format(formula)), tmp_path))
    assert found == ["U309"]


def test_formulas_are_exact() -> None:
    """Decimals are taken as written: 44.77 + 19.12 is 63.89."""
    assert evaluate("44.77 + 19.12", lambda _name, _year: Fraction(0)) == Fraction("63.89")


def test_only_arithmetic_is_computed() -> None:
    """A call is no arithmetic."""
    with pytest.raises(FormulaError):
        evaluate("abs(1)", lambda _name, _year: Fraction(0))


@pytest.mark.parametrize(("first", "second", "found"), [("80", "70", ["U305"]), ("70", "80", []), ("70", "70", [])])
def test_a_target_must_not_fall_back(first: str, second: str, found: list[str], tmp_path: Path) -> None:
    """A later target below an earlier one is worth a look."""
    assert codes(checked(table(target(first, 2025), target(second, 2030)), tmp_path)) == found


def test_where_lower_is_better_a_falling_target_is_progress(tmp_path: Path) -> None:
    """The direction is the indicator's."""
    text = table(target("12", 2025), target("9", 2030), indicators=indicator(polarity="down"))
    assert codes(checked(text, tmp_path)) == []


@pytest.mark.parametrize(
    ("value", "more", "found"), [("55", "", ["U306"]), ("59", "", []), ("55", ', flags = ["break"]', [])]
)
def test_an_actual_that_jumps_back_is_told(value: str, more: str, found: list[str], tmp_path: Path) -> None:
    """More than three points a year against the direction, unless the series is broken."""
    text = table(actual("paved", "60", "%"), actual("paved", value, "%", 2021) + more)
    assert codes(checked(text, tmp_path)) == found


def test_a_waived_fault_is_accepted(tmp_path: Path) -> None:
    """A waiver with a reason takes the fault away."""
    text = table(target("80", 2025), target("70", 2030, ', waive = { U305 = "分母改变" }'))
    assert codes(checked(text, tmp_path)) == []


def test_a_waiver_without_its_fault_is_a_fault(tmp_path: Path) -> None:
    """A waiver must still apply."""
    text = table(target("80", 2025, ', waive = { U305 = "分母改变" }'))
    assert codes(checked(text, tmp_path)) == ["U317"]


def test_a_waiver_for_the_documents_waits_for_the_documents(tmp_path: Path) -> None:
    """Without --sources nobody knows whether the fault is gone."""
    text = table(target("80", 2025, ', waive = { U406 = "图表中的数字" }'))
    assert codes(checked(text, tmp_path)) == []


@pytest.mark.parametrize("code", ["U110", "U999", "u305"])
def test_what_cannot_be_waived_is_told(code: str, tmp_path: Path) -> None:
    """Broken tables and codes that do not exist cannot be waived."""
    text = table(target("80", 2025, f', waive = {{ {code} = "理由" }}'))
    assert codes(checked(text, tmp_path)) == ["U318"]


def test_orders_hold_within_a_place_and_year(tmp_path: Path) -> None:
    """Rates in the wrong order are told at the upper one."""
    order = '\n[orders.o]\nindicators = ["paved", "rate"]\n'
    text = table(actual("paved", "50", "%"), actual("rate", "45", "%"), indicators=indicator() + PEOPLE + order)
    assert codes(checked(text, tmp_path)) == ["U307"]
