"""`gap --against`: two yardsticks in a row, years and caveats said, nothing dropped."""

import csv
import io

import pytest


def rows(result) -> list[dict[str, str]]:
    """The records of a CSV answer."""
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


@pytest.fixture(scope="module")
def pingliang(call):
    """Pingliang against Gansu and the nation."""
    return rows(call("gap", "pingliang", "--year", "2025", "--against", "parent", "--against", "nation", "-f", "csv"))


def test_a_row_has_the_superiors_yardstick_and_its_own(pingliang) -> None:
    """46.79 is 7.40 points below Gansu, and behind its own schedule: with baseline, actual, target and method."""
    row = next(row for row in pingliang if row["other"] == "gansu" and row["own_kind"] == "actual")
    assert (row["own_value"], row["other_value"], row["difference"], row["position"]) == (
        "46.79", "54.19", "-7.40", "below",
    )  # fmt: skip
    assert (row["status"], row["method"]) == ("behind", "schedule")
    assert (row["baseline"], row["actual"], row["target"]) == ("44.77", "46.79", "55")


def test_targets_of_other_years_are_subtracted_with_the_years_said(pingliang) -> None:
    """55 (2025) against Gansu's 62 (2030): 7 points below, five years earlier."""
    row = next(row for row in pingliang if row["other"] == "gansu" and row["own_kind"] == "target")
    assert (row["difference"], row["year_difference"]) == ("-7", "-5")
    assert "5 years earlier" in row["caveat"]


def test_text_says_percentage_points_and_the_common_year(call) -> None:
    """7.40 pp below, and that 2022 is the newest year that both have."""
    answer = call("gap", "pingliang", "--year", "2025", "--against", "parent").out
    assert "7.40 pp below" in answer
    assert "2022 is the newest year that both have" in answer
    assert "own schedule (schedule): 44.77 (2020) → 46.79 (2022); target 55 (2025): ▼ behind" in answer


def test_chinese_says_percentage_points_too(call) -> None:
    """低7.40个百分点, never 7.40%."""
    answer = call("gap", "平凉", "--year", "2025", "--against", "parent", "--lang", "zh").out
    assert "低7.40个百分点" in answer
    assert "7.40%" not in answer


def test_the_same_number_two_years_later(call) -> None:
    """Leakage: side by side only, the same number, two years later, with the definitions that differ."""
    answer = call("gap", "gaoping", "--indicator", "network_leakage_rate", "--against", "nation").out
    assert "side by side only" in answer
    assert "Same number; the own year is 2 years later." in answer
    assert "China — scope: cities." in answer


def test_what_has_no_partner_is_counted_and_listed_on_demand(call) -> None:
    """Chengwu has figures that neither Heze nor Shandong has: one line with the count, all of them with --all."""
    short = call("gap", "chengwu", "--against", "parent").out
    assert "no comparable figure of Heze, Shandong: " in short
    count = int(short.split("no comparable figure of Heze, Shandong: ")[1].split()[0])
    full = call("gap", "chengwu", "--against", "parent", "--all").out
    assert full.count("no comparable figure of Heze, Shandong") == count


def test_too_few_for_a_best_is_said(call) -> None:
    """No three prefectures have the rate of one year."""
    assert "no best, no median" in call("gap", "pingliang", "--against", "best").out


def test_the_best_of_three_provinces(call) -> None:
    """2022: Shandong 64.54, Shanxi 63.96, Gansu 54.19. Shanxi is 0.58 below the best and is itself the median."""
    answer = call("gap", "shanxi", "--indicator", "urbanization_rate_resident", "--against", "best",
                  "--against", "median").out  # fmt: skip
    assert "best of 3 (province): Shandong" in answer
    assert "0.58 pp below" in answer
    assert "median of 3 (province)" in answer


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gap", "--against", "parent"], "needs to know whose targets"),
        (["gap", "gaoping", "--against", "paren"], "no jurisdiction 'paren'"),
        (["gap", "gaoping", "--against", "parent", "--explain"], "--against and --explain are two different answers"),
        (["gap", "gaoping", "--against", "parent", "--worst", "2"], "--worst and --status do not go with --against"),
    ],
)
def test_wrong_calls_are_one_line_and_exit_code_2(call, arguments, said) -> None:
    """Each says what to do instead."""
    result = call(*arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_place_without_targets_is_compared_by_its_actuals(call) -> None:
    """Jingning 30.9 (2020) against its prefecture's 44.77 (2020)."""
    answer = call("gap", "jingning", "--against", "parent")
    assert answer.code == 0
    assert "13.87 pp below" in answer.out
