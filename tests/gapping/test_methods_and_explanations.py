"""Methods listed and side by side, ratings explained with their numbers, codes explained in words."""

import csv
import io
import subprocess
import sys
from decimal import Decimal

import pytest

from urbancmp.faults import FAULTS
from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import CLASSES, FLAGS, REASONS, STATUSES


def rows(result) -> list[dict[str, str]]:
    """The records of a CSV answer."""
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_method_is_listed_with_its_rule(call, lang) -> None:
    """Id, growth model, what it compares, cut-offs, least evidence and where the rule comes from."""
    listed = {row["id"]: row for row in rows(call("list", "methods", "-f", "csv", "--lang", lang))}
    assert list(listed) == list(METHODS)
    for row in listed.values():
        assert all(row[name] for name in ("model", "compares", "cut_offs", "min_evidence", "formula", "source"))


def test_cut_offs_show_which_side_the_limit_belongs_to(call) -> None:
    """Five percent is not yet sun, twenty percent still is sun and cloud."""
    listed = {row["id"]: row for row in rows(call("list", "methods", "-f", "csv", "--lang", "en"))}
    assert "<0.05 sun · ≤0.20 sun and cloud · >0.20 cloud" in listed["destatis"]["cut_offs"]
    assert "≥0.95 on track · ≥0.60 slightly behind · ≥0 behind · <0 moving away" in listed["schedule"]["cut_offs"]
    assert listed["eurostat"]["source"].startswith("after ")


def test_all_methods_side_by_side_differ_on_the_same_data(call) -> None:
    """Pingliang 44.77 (2020), 46.79 (2022), 55 (2025): Q 0.4936, R 0.5310, projected share 0.5105."""
    found = {row["method"]: row for row in rows(call("gap", "pingliang", "--year", "2025", "--method", "all",
             "--indicator", "urbanization_rate_resident", "-f", "csv"))}  # fmt: skip
    assert list(found) == list(METHODS)
    ratios = {id_: row["ratio"] and round(Decimal(row["ratio"]), 4) for id_, row in found.items()}
    assert ratios["schedule"] == ratios["sdsn"] == Decimal("0.4936")
    assert ratios["eurostat"] == ratios["un2022"] == Decimal("0.5310")
    assert ratios["un2023"] == Decimal("0.5105")
    assert {id_: row["status"] for id_, row in found.items()} == {
        "schedule": "behind", "eurostat": "behind", "un2022": "slightly_behind", "un2023": "slightly_behind",
        "sdsn": "behind", "destatis": "no_rating", "escap": "behind", "distance": "no_rating",
    }  # fmt: skip
    assert found["destatis"]["reason"] == "too_few_points"


def test_one_line_a_target_and_one_column_a_method(call) -> None:
    """For people each cell has the status, the method's own word and the number."""
    answer = call("gap", "pingliang", "--year", "2025", "--method", "all").out
    head = next(line for line in answer.splitlines() if line.startswith("Indicator"))
    assert head.split()[-8:] == list(METHODS)
    assert "insufficient progress (0.53)" in answer


def test_an_explanation_puts_the_numbers_into_the_formula(call) -> None:
    """P = 2.02 / 10.23 = 0.1975, E = 2 / 5 = 0.4, Q = 0.4936, which falls into 'behind'."""
    answer = call("gap", "pingliang", "--year", "2025", "--explain").out
    assert "P = (46.79 − 44.77) / (55 − 44.77) = 0.1975" in answer
    assert "E = (2022 − 2020) / (2025 − 2020) = 0.4" in answer
    assert "Q = P / E = 0.1975 / 0.4 = 0.4936" in answer
    assert "≥0 behind  <- here 0.49" in answer
    assert "平凉市新型城镇化规划(2021—2035年) 二(三)" in answer
    assert "at least 55" in answer


def test_an_explanation_by_compound_growth(call) -> None:
    """(46.79/44.77)^(1/2) - 1 = 2.2311 %, (55/44.77)^(1/5) - 1 = 4.2018 %, R = 0.531."""
    answer = call("gap", "pingliang", "--year", "2025", "--method", "eurostat", "--explain").out
    assert "r = (46.79 / 44.77)^(1/2) − 1 = 2.2311 %" in answer
    assert "r* = (55 / 44.77)^(1/5) − 1 = 4.2018 %" in answer
    assert "R = r / r* = 0.531" in answer


@pytest.mark.parametrize("method", METHODS)
def test_every_method_explains_every_row_without_fail(call, method) -> None:
    """All targets of the shipped table, rated or not, in both languages."""
    for lang in ("zh", "en"):
        result = call("gap", "--explain", "--all", "--method", method, "--lang", lang)
        assert result.code == 0, result.err
        assert "None" not in result.out


def test_a_share_near_a_cut_off_is_not_rounded_across_it() -> None:
    """0.9496 is shown with its digits beside ≥0.95, never as 0.95."""
    from urbancmp.tables.explaining import cut_value

    assert cut_value({"ratio": 0.9496, "method": "schedule"}) == "0.9496"
    assert cut_value({"ratio": 0.9412, "method": "schedule"}) == "0.94"


@pytest.mark.parametrize("code", [*STATUSES, *REASONS, *FLAGS, *CLASSES, *METHODS, *FAULTS, "exact", "caveat"])
def test_every_code_has_a_meaning(call, code) -> None:
    """In Chinese and English, the code itself first."""
    for lang in ("zh", "en"):
        result = call("explain", code, "--lang", lang)
        assert result.code == 0, result.err
        assert result.out.startswith(code)


def test_a_word_is_as_good_as_a_code(call) -> None:
    """滞后 and 'no baseline' mean what behind and no_baseline mean."""
    assert call("explain", "滞后", "--lang", "en").out.startswith("behind")
    assert call("explain", "no baseline").out.startswith("no_baseline")


def test_an_unknown_code_gets_a_suggestion(call) -> None:
    """Exit code 2, one line, what is meant."""
    result = call("explain", "nobaseline", "--lang", "en")
    assert result.code == 2
    assert "did you mean no_baseline" in result.err
    assert call("explain", "--list").out.count("\n") > len(FAULTS)


@pytest.mark.parametrize("arguments", [["list", "methods"], ["explain", "no_baseline"]])
def test_methods_and_codes_are_told_without_the_engine(arguments) -> None:
    """Neither needs polars, so both start at once."""
    program = f"import sys; from urbancmp.__main__ import run; run({arguments!r}); assert 'polars' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
