"""Tables of one's own: tidy CSV, TOML, overlays, encodings, and names that mean mischief."""

import csv
import io
import json
import re

import pytest

REQUIRED = "jurisdiction,indicator,kind,value,year\n"
RATE = "urbanization_rate_resident"
HOSTILE = """\
[jurisdictions.red]
name = { zh = "[red]红地[/red]", en = "[red]Redtown[/red]" }
code = "990001"
tier = "county"

[jurisdictions.blue]
name = { zh = "[bold]蓝地", en = "[link=http://x.example]Blue[/link]" }
code = "990002"
tier = "county"

[families.f]
name = { zh = "[on red]族", en = "[on red]Family" }

[indicators.rate]
family = "f"
name = { zh = "[blink]率[/]", en = "[blink]Rate[/] :smile: <b>&amp;" }
unit = "%"
measure = "level"
polarity = "up"
definition = { denominator = { zh = "[dim]分母", en = "[dim]all" } }

[sources.doc]
jurisdiction = "red"
title = "[i]Title[/i]"
kind = "plan"
figures = [
  { at = "[1]", indicator = "rate", year = 2020, actual = 10, printed = "[b]10%" },
  { at = "[2]", indicator = "rate", year = 2025, target = 20, printed = "20%", note = "[u]note" },
  { at = "[3]", indicator = "rate", jurisdiction = "blue", year = 2020, actual = 12, printed = "12%" },
]
"""


@pytest.fixture
def table(tmp_path):
    """table(name, text, encoding) writes a file and gives its path."""

    def write(name, text, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def _gaps(call, *args):
    return json.loads(call("gap", *args, "--format", "json").out)


def test_an_export_is_a_table(call, tmp_path):
    """export → --data → export gives the same file."""
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert call("export", "-o", first).code == 0
    answer = call("export", "--data", first, "-o", second)
    assert (answer.code, answer.err) == (0, "")
    assert second.read_bytes() == first.read_bytes()


def test_a_comparison_of_an_exported_table_is_the_same(call, tmp_path):
    """Rows, grades and caveats come from the indicators, which the export names by their ids."""
    path = tmp_path / "all.csv"
    call("export", "-o", path)
    command = ("compare", "gaoping", "chengwu", "--format", "csv", "--long")
    assert call(*command, "--data", path).out == call(*command).out


def test_five_columns_are_enough(call, table):
    """A tidy table needs place, indicator, kind, value and year; units come from the known indicators."""
    path = table("own.csv", REQUIRED + f"chengwu,{RATE},actual,49.5,2020\nchengwu,{RATE},actual,51,2022\n"
                 f"chengwu,{RATE},target,53,2025\n")  # fmt: skip
    (row,) = _gaps(call, "--data", path)
    assert [row[name] for name in ("baseline", "actual", "target", "unit", "status")] == [49.5, 51, 53, "%", "on_track"]
    # 1.5 of 3.5 points in two of five years is a pace of 1.07.
    assert row["pace"] == pytest.approx(1.5 / 3.5 / 0.4, abs=1e-6)


@pytest.mark.parametrize("place", ["成武县", "成武", "成武縣", "371723", "Chengwu"])
def test_places_of_a_tidy_table_go_by_any_name(call, table, place):
    """Names and codes are understood as on the command line."""
    path = table("own.csv", REQUIRED + f"{place},{RATE},actual,51,2022\n")
    rows = json.loads(call("export", "--data", path, "--format", "json").out)
    assert [row["jurisdiction"] for row in rows] == ["chengwu"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_tidy_table_in_the_encodings_of_the_desktop(call, table, encoding, separator):
    """UTF-8 with and without byte order mark, GB18030; comma, semicolon, tab: what Excel saves."""
    text = (REQUIRED + f"成武县,{RATE},actual,51.0,2022\r\n").replace(",", separator)
    answer = call("export", "--data", table("own.csv", text, encoding), "--format", "json")
    (row,) = json.loads(answer.out)
    assert (row["jurisdiction_zh"], row["value"], row["year"]) == ("成武县", 51, 2022)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_toml_table_in_the_encodings_of_the_desktop(call, table, encoding, newline):
    """Notepad's byte order mark and its GB18030 are read, with either line end."""
    path = table("own.toml", HOSTILE.replace("\n", newline), encoding)
    rows = json.loads(call("export", "--data", path, "--format", "json").out)
    assert [row["jurisdiction_zh"] for row in rows] == ["[red]红地[/red]", "[red]红地[/red]", "[bold]蓝地"]


def test_an_overlay_adds_actuals(call, table):
    """--with lays one's own actuals on the shipped table: Chengwu's 53 gets a gap, and no pace for want of a base."""
    path = table("own.csv", REQUIRED + f"chengwu,{RATE},actual,51.2,2023\n")
    row = next(row for row in _gaps(call, "chengwu", "--year", "2025", "--with", path) if row["indicator"] == RATE)
    assert (row["actual"], row["actual_year"], row["actual_source"]) == (51.2, 2023, "own.csv")
    assert row["gap"] == 1.3  # about 53 is reached from 52.5 on
    assert row["status"] == "no_rating"
    assert row["reason"] == "no_baseline"


def test_an_overlay_replaces_and_says_so(run, table):
    """A figure of the same place, indicator, kind and year is replaced, and a line with file and row says by what."""
    path = table("own.csv", REQUIRED + f"pingliang,{RATE},actual,47.10,2022\n")
    answer = run("gap", "pingliang", "--year", "2025", "--with", path)
    assert "47.10 (2022)" in answer.out
    assert "46.79" not in answer.out
    (line,) = answer.err.splitlines()
    assert f"{path}:2" in line
    assert "47.10" in line
    assert "46.79" in line


def test_an_overlay_that_agrees_is_silent(call, table):
    """The same value again replaces nothing worth a word."""
    path = table("own.csv", REQUIRED + f"pingliang,{RATE},actual,46.79,2022\n")
    assert call("gap", "pingliang", "--year", "2025", "--with", path).err == ""


def test_the_later_overlay_wins(call, table):
    """--with is repeatable; what comes later lies on top."""
    one = table("one.csv", REQUIRED + f"pingliang,{RATE},actual,47,2022\n")
    two = table("two.csv", REQUIRED + f"pingliang,{RATE},actual,48,2022\n")
    row = next(row for row in _gaps(call, "pingliang", "--year", "2025", "--with", one, "--with", two)
               if row["indicator"] == RATE)  # fmt: skip
    assert row["actual"] == 48


def test_an_overlay_in_another_unit_is_converted(call, table):
    """0.75 万人 of new jobs are 7500 people: met against at least 4700."""
    text = "jurisdiction,indicator,kind,value,year,unit\nchengwu,new_urban_jobs,actual,0.75,2025,万人\n"
    rows = _gaps(call, "chengwu", "--year", "2025", "--with", table("own.csv", text))
    row = next(row for row in rows if row["indicator"] == "new_urban_jobs")
    assert row["status"] == "met"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("jurisdiction,indicator,kind,value\nchengwu,x,actual,1\n", ":1:1", "column year is missing"),
        (REQUIRED + f"chengwu,{RATE},actual,many,2022\n", ":2:1", "value must be a number"),
        (REQUIRED + f"chengwu,{RATE},actual,nan,2022\n", ":2:1", "value must be a number"),
        (REQUIRED + f"chengwu,{RATE},actual,51,22\n", ":2:1", "year must be a year"),
        (REQUIRED + f"chengwu,{RATE},hope,51,2022\n", ":2:1", "actual or target"),
        (REQUIRED + f"chengwu,{RATE},actual,,2022\n", ":2:1", "no value"),
        (REQUIRED + f"chengwu,{RATE},actual,51\n", ":2:1", "4 cells"),
        (REQUIRED + f"chengwo,{RATE},actual,51,2022\n", ":2:1", "did you mean chengwu"),
        (REQUIRED + f"chengwu,{RATE}s,actual,51,2022\n", ":2:1", f"did you mean {RATE}"),
        (REQUIRED + f"城区,{RATE},actual,51,2022\n", ":2:1", "jincheng_chengqu or yangquan_chengqu"),
        (REQUIRED + f"chengwu,{RATE},actual,151,2022\n", ":2:1", "outside the bounds"),
        (REQUIRED + f"chengwu,{RATE},actual,51,2022\nchengwu,{RATE},actual,52,2022\n", ":3:1", "on line 2 already"),
    ],
)  # fmt: skip
def test_faults_of_a_tidy_overlay(call, table, text, place, words):
    """Each fault names file and line and says what to do; exit 3."""
    path = table("own.csv", text)
    answer = call("gap", "chengwu", "--year", "2025", "--with", path)
    assert (answer.code, answer.out) == (3, "")
    assert f"{path}{place}" in answer.err
    assert words in answer.err


def test_an_unknown_column_is_said_and_ignored(call, table):
    """A column that nobody knows does not stop the work."""
    path = table("own.csv", f"jurisdiction,indicator,kind,value,year,yaer\nchengwu,{RATE},actual,51,2022,x\n")
    answer = call("export", "--data", path)
    assert answer.code == 0
    assert "yaer" in answer.err
    assert "did you mean year" in answer.err


COMMANDS = {
    "compare": ("compare", "red", "blue", "--all"),
    "gap": ("gap", "--all"),
    "show": ("show", "rate"),
    "trace": ("trace", "red", "rate"),
    "list": ("list", "jurisdictions"),
    "list indicators": ("list", "indicators"),
    "list sources": ("list", "sources"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("color", ["never", "always"])
def test_brackets_are_text_and_not_markup(call, table, command, color):
    """[red] in a name is printed as [red]; no colour, link or emoji comes of it."""
    path = table("hostile.toml", HOSTILE)
    answer = call(*COMMANDS[command], "--data", path, "--color", color)
    assert answer.code == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", answer.out)
    expected = {
        "compare": ("[red]Redtown[/red]", "[blink]Rate[/]"),
        "gap": ("[red]Redtown[/red]", "[blink]Rate[/]"),
        "show": ("[red]Redtown[/red]", "[link=http://x.example]Blue[/link]", "[i]Title[/i]"),
        "trace": ("[b]10%", "[u]note", "[dim]all", "[1]"),
        "list": ("[red]红地[/red]", "[bold]蓝地"),
        "list indicators": ("[blink]Rate[/] :smile: <b>&amp;",),
        "list sources": ("[i]Title[/i]",),
    }[command]
    assert [words for words in expected if words not in plain] == []
    assert "\x1b]8" not in answer.out


def test_brackets_in_what_the_user_types(run):
    """A name with markup is quoted as typed."""
    answer = run("compare", "[red]x[/red]", "gaoping")
    assert answer.code == 2
    assert "'[red]x[/red]'" in answer.err


@pytest.mark.parametrize(
    "evil", ["\x1b[31mEvil", "\x1b]0;title\x07", "a\x08b", "\x9b31m", "\u202eredrum", "x\x7f"], ids=ascii
)
def test_control_characters_of_a_table_reach_no_terminal(call, table, evil):
    """Whatever a cell holds, neither the answer nor the faults contain a control sequence."""
    text = f'jurisdiction,jurisdiction_en,indicator,kind,value,year\nplace,"{evil}",{RATE},actual,51,2022\n'
    path = table("evil.csv", text)
    for command in (("list", "jurisdictions"), ("show", RATE), ("gap",)):
        answer = call(*command, "--data", path, "--color", "never")
        assert [char for char in answer.out + answer.err if not char.isprintable() and char != "\n"] == []


def test_control_characters_in_toml_are_a_fault(run, table):
    """The fault names the character by its number and prints none of it."""
    path = table("evil.toml", HOSTILE.replace("Redtown", "\\u001b[31mRed"))
    answer = run("list", "jurisdictions", "--data", path)
    assert answer.code == 3
    assert "U+001B" in answer.err
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("typed", ["\x1b[31mx", "\x1b]0;x\x07", "\u202ex"], ids=ascii)
def test_control_characters_in_what_the_user_types(run, typed):
    """A message that quotes them shows their escapes."""
    answer = run("compare", typed, "gaoping")
    assert answer.code == 2
    assert not set(answer.err) & {"\x1b", "\x07", "\u202e"}


@pytest.mark.parametrize("formula", ["=1+1", "+1", "@SUM(A1)", "-2+3"])
def test_a_formula_is_disarmed_and_comes_back(call, table, formula):
    """A note that a spreadsheet would run gets an apostrophe in CSV, and loses it when the table is read again."""
    text = f'jurisdiction,indicator,kind,value,year,note\nchengwu,{RATE},actual,51,2022,"{formula}"\n'
    exported = call("export", "--data", table("own.csv", text)).out
    (row,) = csv.DictReader(io.StringIO(exported))
    assert row["note"] == f"'{formula}"
    again = call("export", "--data", table("again.csv", exported), "--format", "json").out
    assert json.loads(again)[0]["note"] == formula


def test_negative_numbers_are_not_disarmed(call, table):
    """Only text is touched: −3.5 stays a number."""
    text = "jurisdiction,indicator,kind,value,year\nchengwu,zone_industry_growth,actual,-3.5,2022\n"
    (row,) = csv.DictReader(io.StringIO(call("export", "--data", table("own.csv", text)).out))
    assert row["value"] == "-3.5"


def test_a_folder_of_tables(call, tmp_path):
    """--data takes a folder: all its tables together."""
    (tmp_path / "a.csv").write_text(REQUIRED + f"chengwu,{RATE},actual,51,2022\n", "utf-8")
    (tmp_path / "b.csv").write_text(REQUIRED + f"heze,{RATE},actual,52,2022\n", "utf-8")
    (tmp_path / "notes.txt").write_text("not a table", "utf-8")
    rows = json.loads(call("export", "--data", tmp_path, "--format", "json").out)
    assert [row["jurisdiction"] for row in rows] == ["chengwu", "heze"]
