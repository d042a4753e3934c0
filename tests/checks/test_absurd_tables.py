"""Tables that no person would write: `check` tells their faults and never fails over them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_table import checked, codes, indicator, table

from urbancmp.checks.report import run
from urbancmp.loading import load
from urbancmp.schema.fields import FIGURE, TABLES

FIGURE_LINE = 'at = "一", indicator = "paved", year = 2025, '


@pytest.mark.parametrize(
    "figure",
    [
        'target = 1e999999, unit = "万人", printed = "1人"',
        "target = " + "9" * 5000 + ', printed = "1人"',
        'target = 5, derived = "9**9**9**9", printed = "1人", flags = ["derived"]',
        'target = 5, derived = "1e99999999 * 1e9", printed = "1人", flags = ["derived"]',
        'target = 5, derived = "' + "(" * 200 + "1" + ")" * 200 + '", printed = "1人"',
        'target = 5, printed = "' + "亿" * 2000 + '人"',
        'target = 5, printed = "' + "9" * 5000 + '人"',
        'target = 1, printed = "1人", waive = ["U301"]',
        "",
    ],
)
def test_absurd_figures_are_faults(figure: str, tmp_path: Path) -> None:
    """Numbers without bounds, formulas that would run for ever, wrong types."""
    assert codes(checked(table(FIGURE_LINE + figure, indicators=indicator(unit="人")), tmp_path))


VALUES = st.sampled_from(
    [
        '""',
        '"x"',
        "1",
        "-1.5",
        "true",
        "[]",
        '["x"]',
        "{}",
        "{ zh = 1 }",
        "2025-01-01",
        "nan",
        "[1, 2]",
        '"paved"',
        '"%"',
    ]
)
KEYS = st.sampled_from(sorted({field.name for fields in TABLES.values() for field in fields}))
FIGURE_KEYS = st.sampled_from([field.name for field in FIGURE])
GOOD = 'at = "一", indicator = "paved", year = 2025, target = 80, printed = "80%"'


@given(st.sampled_from(sorted(TABLES)), KEYS, VALUES)
@settings(max_examples=150)
def test_any_value_under_any_key_is_borne(
    tmp_path_factory: pytest.TempPathFactory, name: str, key: str, value: str
) -> None:
    """A record with one key of whatever type gives faults with messages in both languages."""
    path = tmp_path_factory.mktemp("any") / "table.toml"
    path.write_text(f"{table(GOOD)}\n[{name}.odd]\n{key} = {value}\n", encoding="utf-8")
    for item in run(load([path]), strict=True).diagnostics:
        assert item.message("zh")
        assert item.message("en")


@given(st.lists(st.tuples(FIGURE_KEYS, VALUES), min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
@settings(max_examples=150)
def test_any_figure_is_borne(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> None:
    """A figure with keys of whatever types is told or taken, never fatal."""
    own = dict(part.split(" = ", 1) for part in GOOD.split(", ")) | dict(pairs)
    line = ", ".join(f"{name} = {value}" for name, value in own.items())
    path = tmp_path_factory.mktemp("any") / "table.toml"
    path.write_text(table(line), encoding="utf-8")
    assert all(item.message() for item in run(load([path]), strict=True).diagnostics)
