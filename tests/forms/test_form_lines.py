"""What a form asks for."""

from urbancmp import forms
from urbancmp.forms.keys import Key, opened, sealed


def cells(lines, column):
    """One column of the lines."""
    return [line.cells[column] for line in lines]


def test_one_line_per_target_of_the_year(lines):
    """Undated targets, targets of other years and statements without a number are not asked for."""
    assert cells(lines, "indicator") == [
        "常住人口城镇化率", "城镇常住人口", "公共供水管网漏损率", "城镇新增就业人数", "5G网络覆盖率",
    ]  # fmt: skip


def test_lines_stand_under_the_leading_department(lines):
    """The first department of the clause leads; clauses without one come last, under their own heading."""
    assert [(name, len(group)) for name, group in forms.by_department(lines).items()] == [
        ("市发展改革委", 2),
        ("市水务局", 1),
        ("市人社局", 1),
        ("未标明责任单位", 1),
    ]
    assert cells(lines, "departments")[0] == "市发展改革委、市统计局"


def test_lines_are_numbered_through(lines):
    """The numbers run over all departments."""
    assert cells(lines, "number") == ["1", "2", "3", "4", "5"]


def test_targets_show_comparator_and_year(lines):
    """A ceiling is not to be taken for a value to be reached."""
    assert cells(lines, "target") == ["55(2025年)", "≈98.5(2025年)", "≤9(2025年)", "≥4700(2025年)", "100(2025年)"]


def test_baseline_is_that_of_the_base_year_else_the_oldest_in_the_period(lines):
    """Actuals before the plan are no baseline unless the plan's base year is theirs; digits stay as printed."""
    assert cells(lines, "baseline") == ["44.77(2020年)", "—", "12.10(2021年)", "—", "—"]


def test_definition_says_what_is_counted_and_how(lines):
    """Definition keys and the sort of quantity, in Chinese."""
    assert lines[0].cells["definition"] == "分子: 城镇常住人口; 时期: 年末; 时点数或比率"
    assert lines[3].cells["definition"] == "当年数"


def test_clause_says_where_the_target_stands(lines):
    """Document and locator."""
    assert lines[0].cells["clause"] == "良州市规划 二"


def test_actuals_of_an_earlier_year_can_be_asked_for(data):
    """A yearly report before the target year asks for that year's actuals against the same targets."""
    line = forms.asked(data, "liangzhou", 2025, 2023)[0]
    assert line.cells["key"].startswith("liangzhou|urban_rate|2023|actual|")
    assert line.cells["target"] == "55(2025年)"


def test_years_with_targets(data):
    """What can be proposed to someone who asks for a year without targets."""
    assert forms.target_years(data, "liangzhou") == [2025, 2030]


def test_two_targets_of_one_indicator_share_a_line(table, data):
    """Two lines would ask for the same actual twice."""
    from urbancmp.loading import load

    more = '\n[sources.other]\njurisdiction = "liangzhou"\ntitle = "纲要"\nkind = "plan"\nfigures = [\n'
    more += '  { at = "1", indicator = "urban_rate", year = 2025, target = 56, printed = "56%" },\n]\n'
    table.write_text(table.read_text(encoding="utf-8") + more, encoding="utf-8")
    lines = forms.asked(load([table]).sound(), "liangzhou", 2025, 2025)
    assert len(lines) == 5
    assert lines[0].cells["target"] == "55(2025年); 56(2025年)"


def test_key_opens_only_with_the_cells_it_was_sealed_with():
    """Key, indicator name, definition, unit, target and baseline are one."""
    key = Key("liangzhou", "urban_rate", 2025)
    text = sealed(key, ["城镇化率", "%", "55"])
    assert opened(text, ["城镇化率", "%", "55"]) == key
    assert opened(text, ["城镇化率", "%", "56"]) is None
    assert opened(text.replace("2025", "2024"), ["城镇化率", "%", "55"]) is None


def test_key_does_not_mind_blanks_and_line_ends():
    """Spreadsheet programs change them when they save."""
    key = Key("a", "b", 2025)
    assert opened(sealed(key, ["甲 乙\n丙"]), ["甲乙\r\n丙 "]) == key


def test_texts_that_are_no_keys_are_refused():
    """Whatever stands in the column."""
    assert [opened(text, []) for text in ("", "|", "a|b|2025|actual", "1|2|3|4|5", "a|b|x|actual|00000000")] == [
        None
    ] * 5
