"""Figures as frames: the table's own and panels in Parquet."""

from pathlib import Path

import polars as pl
import pytest

from urbancmp.diagnostics import DataError
from urbancmp.frames import SCHEMA, figures_frame, with_figures, with_names
from urbancmp.layering import layered
from urbancmp.loading import load

DATA = load().data
PANEL = {
    "jurisdiction": ["a", "a", "gaoping"],
    "indicator": ["x", "x", "prefab_share_starts"],
    "kind": ["actual", "target", "actual"],
    "value": [1.5, 4.0, 29.0],
    "year": [2020, 2025, 2024],
}


def panel(tmp_path: Path, **columns: object) -> Path:
    """A panel on disk with the required columns, some replaced or (None) left out."""
    path = tmp_path / "panel.parquet"
    merged = {**PANEL, **columns}
    pl.DataFrame({name: values for name, values in merged.items() if values is not None}).write_parquet(path)
    return path


def test_the_table_has_one_row_a_figure_in_the_unit_of_its_indicator() -> None:
    """万人 becomes 人 where the indicator counts 人."""
    frame = figures_frame(DATA).collect()
    assert frame.height == len(DATA.figures)
    assert dict(frame.schema) == SCHEMA
    shanxi = frame.filter(
        pl.col("jurisdiction") == "shanxi", pl.col("indicator") == "new_urban_jobs", pl.col("year") == 2022
    )
    assert shanxi["value"].to_list() == [463000.0]
    assert shanxi["unit"].to_list() == ["人"]


def test_what_a_panel_does_not_say_of_a_known_indicator_comes_from_the_table(tmp_path: Path) -> None:
    """Polarity, unit and measure of a known id are the table's; of an unknown one they stay empty."""
    frame = layered(DATA, [panel(tmp_path)], []).collect().tail(3)
    assert frame["polarity"].to_list() == [None, None, "up"]
    assert frame["unit"].to_list() == [None, None, "%"]
    assert frame["comparator"].to_list() == ["eq", "eq", "eq"]


def test_what_a_panel_says_wins_over_the_table(tmp_path: Path) -> None:
    """The panel's own polarity stands."""
    frame = layered(DATA, [panel(tmp_path, polarity=["down", "down", "down"])], []).collect().tail(3)
    assert frame["polarity"].to_list() == ["down", "down", "down"]


def test_a_figure_of_a_panel_replaces_the_same_one_of_the_table(tmp_path: Path) -> None:
    """Same place, indicator, kind and year: the panel's value is the one that counts."""
    path = panel(
        tmp_path,
        jurisdiction=["china"],
        indicator=["urbanization_rate_resident"],
        kind=["actual"],
        value=[68.0],
        year=[2025],
    )
    frame = layered(DATA, [], [path]).collect()
    found = frame.filter(
        pl.col("jurisdiction") == "china",
        pl.col("indicator") == "urbanization_rate_resident",
        pl.col("kind") == "actual",
        pl.col("year") == 2025,
    )
    assert found["value"].to_list() == [68.0]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"year": None}, "column year is missing"),
        ({"value": ["1", "2", "3"]}, "column value holds String, it must hold numbers"),
        ({"indicator": [1, 2, 3]}, "column indicator holds Int64, it must hold text"),
    ],
)
def test_a_panel_of_a_wrong_shape_is_refused_in_one_line(tmp_path: Path, columns: dict[str, object], said: str) -> None:
    """The message names the file, the column and what it must hold."""
    with pytest.raises(DataError, match=said) as caught:
        layered(DATA, [panel(tmp_path, **columns)], [])
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    """Text with the suffix of a panel is one clear line."""
    path = tmp_path / "panel.parquet"
    path.write_text("not a panel", encoding="utf-8")
    with pytest.raises(DataError, match="not a Parquet file"):
        layered(DATA, [path], [])


def test_places_and_indicators_of_a_panel_can_be_named(tmp_path: Path) -> None:
    """What only the panel knows is known by its id; the table's own stay as they are."""
    data = with_names(DATA, [panel(tmp_path)])
    assert data.jurisdictions["a"].name.zh == "a"
    assert data.indicators["x"].unit == ""
    assert data.indicators["prefab_share_starts"] == DATA.indicators["prefab_share_starts"]


def test_figures_of_a_panel_become_records_for_the_places_asked_for(tmp_path: Path) -> None:
    """Only the places named are read; digits are the shortest that the float stands for."""
    path = panel(tmp_path)
    data = with_figures(with_names(DATA, [path]), [path], ["a"])
    assert [str(figure.value) for figure in data.by_place["a"]] == ["1.5", "4"]
    assert len(data.by_place["gaoping"]) == len(DATA.by_place["gaoping"])
