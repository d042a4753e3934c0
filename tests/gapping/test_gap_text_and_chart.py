"""What a reader of `gap` and of `show --chart` sees."""

from decimal import Decimal

import pytest
from rich.cells import cell_len

from urbancmp.show import paths
from urbancmp.tables.charting import schedule

RATE = "urbanization_rate_resident"


def test_the_method_is_named_once_with_its_cut_offs(call) -> None:
    """Not 'schedule, schedule'."""
    answer = call("gap", "pingliang", "--year", "2025").out
    assert "method schedule (linear path): met · ≥0.95 on track · ≥0.60 slightly behind · ≥0 behind" in answer


def test_a_rated_row_says_where_it_stands_and_what_it_takes(call) -> None:
    """8.21 points to go; 19 % of the way at 40 % of the time; 2.74 a year needed, 1.01 had; 49.82 at that pace."""
    answer = call("gap", "pingliang", "--year", "2025").out
    assert "8.21 pp" in answer
    assert "schedule: 19 % of the way at 40 % of the time; needs 2.74 pp a year, had 1.01 pp; 49.82 in 2025" in answer


def test_a_target_that_is_met_needs_no_pace(call) -> None:
    """The nation's 67.89 is 2.89 points over its 65; no bar, no pace, no 0.00."""
    answer = call("gap", "china", "--year", "2025", "--status", "met").out
    assert "2.89 pp over" in answer
    assert "0.00" not in answer
    assert "├" not in answer


def test_what_is_missing_is_counted_by_reason_and_place(call, five_table) -> None:
    """The five documents alone: no target of 2025 has an actual, 24 of Gaoping, 41 of Chengwu, 2 of Pingliang."""
    answer = call("gap", "--year", "2025", "--data", five_table).out
    assert "no actual: Chengwu 41, Gaoping 24, Pingliang 2" in answer


def test_with_the_published_figures_one_target_less_is_without_an_actual(call) -> None:
    """Pingliang's urbanization rate has an actual of 2022 then."""
    answer = call("gap", "gaoping", "chengwu", "pingliang", "--year", "2025").out
    assert "no actual: Chengwu 41, Gaoping 24, Pingliang 1" in answer


@pytest.mark.parametrize("width", ["60", "80"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "view", [(), ("--against", "parent"), ("--explain",), ("--method", "all"), ("--table", "completion")]
)
def test_no_line_is_wider_than_the_terminal(call, width, lang, view) -> None:
    """Chinese characters count two."""
    answer = call("gap", "pingliang", "--year", "2025", "--lang", lang, *view, env={"COLUMNS": width})
    assert answer.code == 0
    assert max(map(cell_len, answer.lines)) <= int(width)


def test_the_schedule_runs_straight_from_the_baseline_through_the_targets(shipped) -> None:
    """Pingliang: 44.77 (2020) to 55 (2025) is 2.046 a year, then 1.5 a year to 70 (2035)."""
    (path,) = paths(shipped, RATE, ["pingliang"])
    expected = schedule(shipped, path)
    assert expected[2022] == Decimal("44.77") + (55 - Decimal("44.77")) * 2 / 5
    assert expected[2025] == 55
    assert expected[2030] == Decimal("62.5")
    assert expected[2035] == 70


def test_targets_without_a_baseline_are_joined_from_one_to_the_next(shipped) -> None:
    """Gaoping's reclaimed water: 30 (2025) to 40 (2027), 35 between; nothing before the first target."""
    (path,) = paths(shipped, "reclaimed_water_rate", ["gaoping"])
    assert schedule(shipped, path) == {2025: 30, 2026: 35, 2027: 40}


def test_the_chart_has_a_row_a_year_with_actual_schedule_and_target(call) -> None:
    """2022: actual 46.79 where the schedule asks for 48.86; the scale is said."""
    answer = call("show", RATE, "--place", "pingliang", "--chart").out
    row = next(line for line in answer.splitlines() if line.startswith("2022"))
    assert "46.79" in row
    assert "48.86" in row
    assert "█" in row
    assert "┊" in row
    assert "bars from 0 to 74 (%)" in answer


def test_the_records_of_show_are_the_same_with_a_chart(call) -> None:
    """A picture is for people; CSV does not change."""
    plain, drawn = (call("show", RATE, "-f", "csv", *option).out for option in ((), ("--chart",)))
    assert plain == drawn
