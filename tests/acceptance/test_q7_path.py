"""The path of an indicator over the years."""

from decimal import Decimal

import pytest

from urbancmp.show import paths

RATE = "urbanization_rate_resident"


def _steps(data, indicator, place):
    (path,) = paths(data, indicator, [place])
    return [
        (
            step.figure.kind.value,
            step.figure.comparator.value,
            str(step.figure.value),
            step.figure.year,
            None if step.per_year is None else str(step.per_year.quantize(Decimal("0.01"))),
        )
        for step in path.steps
    ]


def test_pingliang_in_the_documents(documents):
    """34.47 → 44.77 at 1.72 a year, 2.05 needed to 55, then 1.50 to about 70; the printed 1.96 is not used."""
    assert _steps(documents.data, RATE, "pingliang") == [
        ("actual", "eq", "34.47", 2014, None),
        ("actual", "eq", "44.77", 2020, "1.72"),
        ("target", "eq", "55", 2025, "2.05"),
        ("target", "approx", "70", 2035, "1.50"),
    ]


def test_pingliang_with_the_published_figures(published):
    """46.02 and 46.79 join: 1.25 and 0.77 a year, so 2.74 a year are needed from 2022; 48 was the old promise."""
    assert _steps(published.data, RATE, "pingliang") == [
        ("actual", "eq", "34.47", 2014, None),
        ("actual", "eq", "44.77", 2020, "1.72"),
        ("actual", "eq", "46.02", 2021, "1.25"),
        ("actual", "eq", "46.79", 2022, "0.77"),
        ("target", "ge", "48", 2020, None),
        ("target", "eq", "55", 2025, "2.74"),
        ("target", "approx", "70", 2035, "1.50"),
    ]


def test_the_nation_with_the_published_figures(published):
    """63.89 to 67.89 in five years, then 0.53 a year to about 70 in 2029; 60 and 65 were passed."""
    steps = _steps(published.data, RATE, "china")
    assert [step[2:4] for step in steps if step[0] == "actual"] == [
        ("63.89", 2020), ("64.72", 2021), ("65.22", 2022), ("66.16", 2023), ("67.00", 2024), ("67.89", 2025)
    ]  # fmt: skip
    assert steps[-1] == ("target", "approx", "70", 2029, "0.53")


@pytest.mark.parametrize(
    ("indicator", "first", "second"), [("prefab_share_starts", "30", "34"), ("reclaimed_water_rate", "30", "40")]
)
def test_target_to_target_is_no_progress(call, indicator, first, second):
    """Gaoping's 30 → 34 and ≥30 → ≥40 are promises: both are shown, and that nothing can be said of progress."""
    answer = call("show", indicator, "--place", "gaoping")
    assert f"{first} (2025)" in answer.out
    assert f"{second} (2027)" in answer.out
    assert "actual 3" not in answer.out
    assert "progress" in answer.out


def test_the_path_is_printed(call):
    """The steps are printed in order with their pace and clause."""
    answer = call("show", RATE, "--place", "pingliang")
    for words in ("34.47 (2014)", "44.77 (2020)", "+1.72 pp", "target 55 (2025)", "+2.74 pp", "target ≈70 (2035)"):
        assert words in answer.out
    assert "二(三)" in answer.out
