"""Panels in Parquet from file to file, overlays that win, and files that cannot be used."""

import csv
from pathlib import Path

import polars as pl
import pytest

from urbancmp.gap.columns import CONTRACT
from urbancmp.tidyfile import COLUMNS

ROW = {
    "jurisdiction": "gaoping",
    "indicator": "rural_scaled_water_share",
    "kind": "actual",
    "value": 40.0,
    "year": 2024,
}


def parquet(path: Path, *rows: dict[str, object]) -> Path:
    """A Parquet file of some rows."""
    pl.DataFrame(list(rows)).write_parquet(path)
    return path


@pytest.fixture
def panel(tmp_path) -> Path:
    """Two counties with ids of their own and one indicator that no table knows: 40 (2020), 43 (2022), 50 (2025)."""
    rows = [
        {
            "jurisdiction": place,
            "indicator": "own",
            "kind": kind,
            "value": value,
            "year": year,
            "polarity": "up",
            "unit": "%",
        }
        for place in ("910001", "910002")
        for kind, value, year in (("actual", 40.0, 2020), ("actual", 43.0, 2022), ("target", 50.0, 2025))
    ]
    return parquet(tmp_path / "panel.parquet", *rows)


def test_parquet_goes_to_parquet_with_the_columns_of_the_contract(call, tmp_path, panel) -> None:
    """P = 3/10, E = 2/5, Q = 0.75: slightly behind, for both counties; absent is null."""
    out = tmp_path / "out.parquet"
    assert call("gap", "--data", panel, "--year", "2025", "-o", out).code == 0
    frame = pl.read_parquet(out)
    assert frame.columns == list(CONTRACT)
    assert frame["pace"].to_list() == [0.75, 0.75]
    assert frame["status"].to_list() == ["slightly_behind"] * 2
    assert frame["reason"].to_list() == [None, None]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_parquet_goes_to_csv_with_a_byte_order_mark_unless_told_otherwise(call, tmp_path, panel) -> None:
    """The same columns and numbers; --no-bom leaves the mark out."""
    for option, mark in (("--bom", True), ("--no-bom", False)):
        out = tmp_path / "out.csv"
        assert call("gap", "--data", panel, "--year", "2025", "-o", out, option).code == 0
        assert out.read_bytes().startswith(b"\xef\xbb\xbf") is mark
        found = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
        assert list(found[0]) == list(CONTRACT)
        assert (found[0]["pace"], found[0]["status"], found[0]["reason"]) == ("0.75", "slightly_behind", "")


def test_text_of_a_panel_cannot_become_a_formula(call, tmp_path) -> None:
    """A place called =1+1 is disarmed in CSV."""
    rows = [ROW | {"jurisdiction": "=1+1", "indicator": "own", "polarity": "up", "kind": "target", "year": 2025}]
    out = tmp_path / "out.csv"
    call("gap", "--data", parquet(tmp_path / "p.parquet", *rows), "--year", "2025", "-o", out)
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("'=1+1,")


def test_a_place_that_only_the_panel_has_may_be_named(call, panel) -> None:
    """By its id; another one is not there."""
    answer = call("gap", "910001", "--data", panel, "--year", "2025")
    assert "rated 1 of 1" in answer.out
    assert "910001: own" in answer.out
    missing = call("gap", "919999", "--data", panel, "--year", "2025")
    assert (missing.code, "no jurisdiction '919999'" in missing.err) == (2, True)


def test_the_built_in_table_goes_to_parquet_too(call, tmp_path) -> None:
    """`gap` with the columns of the contract, `export` with those of the tidy table, which can be read back."""
    rated, tidy = tmp_path / "gap.parquet", tmp_path / "tidy.parquet"
    assert call("gap", "--year", "2025", "-o", rated).code == 0
    assert call("export", "-o", tidy).code == 0
    assert pl.read_parquet(rated).columns == list(CONTRACT)
    frame = pl.read_parquet(tidy)
    assert frame.columns == list(COLUMNS)
    again = call("gap", "pingliang", "--year", "2025", "--data", tidy)
    assert "→ 46.79 (2022)" in again.out
    assert "not quantified: Pingliang 5" in again.out


def test_export_of_a_panel_keeps_to_what_is_asked_for(call, tmp_path, panel) -> None:
    """One place, only actuals."""
    out = tmp_path / "out.parquet"
    assert call("export", "--data", panel, "--place", "910002", "--kind", "actual", "-o", out).code == 0
    frame = pl.read_parquet(out)
    assert frame["jurisdiction"].unique().to_list() == ["910002"]
    assert frame["value"].to_list() == [40.0, 43.0]


def test_an_overlay_in_parquet_wins_and_both_values_are_said(call, tmp_path) -> None:
    """47.5 for 2022 in place of 46.79: (55 - 47.5) / 3 = 2.5 a year."""
    row = ROW | {"jurisdiction": "pingliang", "indicator": "urbanization_rate_resident", "value": 47.5, "year": 2022}
    result = call("gap", "pingliang", "--year", "2025", "--with", parquet(tmp_path / "mine.parquet", row))
    assert "44.77 (2020) → 47.5 (2022)" in result.out
    assert "needs 2.50 pp" in result.out
    assert "47.5% replaces 46.79%" in result.err
    assert result.err.count("replaces") == 1


def test_a_table_over_a_panel_wins(call, tmp_path, panel) -> None:
    """An overlay in CSV replaces the panel's figure of the same key."""
    overlay = tmp_path / "mine.csv"
    overlay.write_text(
        "jurisdiction,indicator,kind,value,year,polarity,unit\n910001,own,actual,46,2022,up,%\n", "utf-8"
    )
    base = tmp_path / "base.csv"
    base.write_text("jurisdiction,indicator,kind,value,year,polarity,unit\n910001,own,target,60,2030,up,%\n", "utf-8")
    answer = call("gap", "910001", "--data", panel, "--data", base, "--with", overlay, "--year", "2025")
    assert "40 (2020) → 46 (2022)" in answer.out, answer.err


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([ROW, ROW], "gaoping rural_scaled_water_share actual 2024 stands 2 times; keep one"),
        ([ROW | {"indicator": "rural_scald_water"}], "did you mean rural_scaled_water_share?"),
        ([ROW | {"jurisdiction": "gaopin"}], "did you mean gaoping?"),
        ([ROW | {"kind": "Actual"}], "column kind holds 'Actual'"),
        ([ROW | {"value": "forty"}], "column value holds String, it must hold numbers"),
        ([{name: value for name, value in ROW.items() if name != "year"}], "column year is missing"),
    ],
)
def test_an_overlay_that_cannot_be_used_is_one_line_and_leaves_nothing_behind(call, tmp_path, rows, said) -> None:
    """Exit code 3; an output file of before is as it was."""
    out = tmp_path / "out.parquet"
    out.write_bytes(b"before")
    result = call("gap", "--year", "2025", "--with", parquet(tmp_path / "mine.parquet", *rows), "-o", out)
    assert (result.code, result.out) == (3, "")
    assert said in result.err
    assert result.err.count("\n") == 1
    assert out.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.parquet", "out.parquet"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--method", "shedule"], 2, "did you mean schedule?"),
        (["--year", "2031"], 2, "no targets for 2031; there are targets for 2020"),
        (["chengwu", "--year", "2031"], 2, "no targets of chengwu for 2031"),
        (["--worst", "0"], 2, "worst"),
        (["-f", "parquet"], 2, "add -o FILE.parquet"),
        (["--with", "nowhere.parquet"], 3, "no such file"),
    ],
)
def test_what_cannot_be_answered_is_one_line(call, tmp_path, arguments, code, said) -> None:
    """Unknown methods, years without targets, files that are not there."""
    result = call("gap", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_a_file_that_is_no_parquet_is_said(call, tmp_path) -> None:
    """Exit code 3 and the name of the file."""
    path = tmp_path / "junk.parquet"
    path.write_bytes(b"hello")
    result = call("gap", "--data", path, "--year", "2025")
    assert (result.code, "not a Parquet file" in result.err) == (3, True)


def test_people_see_the_worst_of_a_large_panel_and_how_many_more_there_are(call, tmp_path) -> None:
    """600 places: 500 are shown, 100 more are counted."""
    rows = [
        {
            "jurisdiction": f"9{number:05}",
            "indicator": "own",
            "kind": kind,
            "value": value,
            "year": year,
            "polarity": "up",
        }
        for number in range(600)
        for kind, value, year in (("actual", 40.0, 2020), ("actual", 43.0, 2022), ("target", 50.0, 2025))
    ]
    answer = call("gap", "--data", parquet(tmp_path / "p.parquet", *rows), "--year", "2025")
    assert "rated 600 of 600" in answer.out
    assert "100 more are not shown" in answer.out
    assert answer.out.count("slightly behind") == 501
