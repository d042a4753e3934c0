"""The table for Python programs."""

from pathlib import Path

import pytest

import urbancmp
from urbancmp.diagnostics import FaultyDataError, UsageError
from urbancmp.gap.columns import CONTRACT
from urbancmp.tables.comparison import LONG
from urbancmp.tidyfile import COLUMNS


def test_compare_gives_one_figure_a_row_with_its_grade() -> None:
    """The columns are those of `compare --long`."""
    frame = urbancmp.load().compare("高平", "成武")
    assert tuple(frame.columns) == LONG
    assert frame.filter(frame["grade"] == "caveat")["row"].n_unique() == 5


def test_gap_gives_one_target_a_row() -> None:
    """The columns are those of `gap --format csv`; Pingliang is 8.21 points short."""
    frame = urbancmp.load().gap("pingliang", year=2025, indicators=["urbanization_rate_resident"])
    assert tuple(frame.columns) == CONTRACT
    assert frame.select("gap", "status").row(0) == (8.21, "behind")


def test_to_polars_gives_the_tidy_table() -> None:
    """The columns are those of `export`."""
    data = urbancmp.load()
    frame = data.to_polars()
    assert tuple(frame.columns) == COLUMNS
    assert frame.height == len(data.data.figures)


def test_overlays_are_laid_on_top(tmp_path: Path) -> None:
    """A tidy file of five columns adds an actual."""
    path = tmp_path / "own.csv"
    path.write_text(
        "jurisdiction,indicator,kind,value,year\n成武,pension_coverage,actual,95.2,2025\n", encoding="utf-8"
    )
    frame = urbancmp.load(overlays=[path]).gap("chengwu", year=2025, indicators=["pension_coverage"])
    assert frame.select("gap", "status").row(0) == (0.8, "missed")


def test_a_faulty_table_raises_with_all_faults(tmp_path: Path) -> None:
    """The exception carries each fault and its place."""
    path = tmp_path / "bad.toml"
    path.write_text("[indicators.x]\nfamly = 'a'\n", encoding="utf-8")
    with pytest.raises(FaultyDataError) as caught:
        urbancmp.load(path)
    assert {item.code for item in caught.value.diagnostics} >= {"U110", "U111", "U130"}


def test_an_unknown_place_is_a_usage_error() -> None:
    """The message says what is near."""
    with pytest.raises(UsageError, match="did you mean gaoping"):
        urbancmp.load().compare("gaopin", "chengwu")


def test_an_unknown_attribute_is_an_attribute_error() -> None:
    """The package has no names but its own."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = urbancmp.nothing  # type: ignore[attr-defined]
