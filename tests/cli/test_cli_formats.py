"""Every command in every format that makes sense, and the columns on which other programs rely."""

import csv
import io
import json
import zipfile

import pytest

COMMANDS = {
    "compare": ("compare", "gaoping", "chengwu"),
    "compare --long": ("compare", "gaoping", "chengwu", "--long"),
    "gap": ("gap", "--year", "2025"),
    "gap of all years": ("gap",),
    "show": ("show", "urbanization_rate_resident"),
    "trace": ("trace", "gaoping", "prefab_share_starts"),
    "list jurisdictions": ("list", "jurisdictions"),
    "list indicators": ("list", "indicators"),
    "list families": ("list", "families"),
    "list sources": ("list", "sources"),
    "export": ("export", "--place", "chengwu"),
}
EXPORT = (
    "jurisdiction,jurisdiction_zh,jurisdiction_en,indicator,indicator_zh,indicator_en,family,row,kind,measure,polarity,"
    "comparator,value,value_high,unit,year,period_start,printed,source,locator,flags,note"
)
GAP = (
    "jurisdiction,indicator,unit,polarity,measure,comparator,target,target_high,target_year,baseline,baseline_year,"
    "actual,actual_year,gap,progress,elapsed,pace,need_per_year,observed_per_year,acceleration,landing,status,reason,"
    "tier,flags,method,target_source,actual_source"
)
LONG = (
    "family,row,grade,caveat,jurisdiction,indicator,kind,comparator,value,value_high,unit,year,printed,source,locator"
)


def _csv(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["text", "csv", "json", "md", "html"])
def test_every_command_speaks_every_format(call, command, form):
    """Each answer comes in text, CSV, JSON, Markdown and HTML, in its form and without a word on stderr."""
    answer = call(*COMMANDS[command], "--format", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("\n")
    if form == "csv":
        widths = {len(row) for row in csv.reader(io.StringIO(answer.out))}
        assert len(widths) == 1
    elif form == "json":
        records = json.loads(answer.out)
        assert records
        assert all(record.keys() == records[0].keys() for record in records)
    elif form == "md":
        assert "\n|" in answer.out
    elif form == "html":
        assert answer.out.lower().startswith("<!doctype html>")


@pytest.mark.parametrize("command", COMMANDS)
def test_csv_and_json_hold_the_same_records(call, command):
    """The columns of CSV are the keys of JSON, and there are as many rows."""
    rows = _csv(call(*COMMANDS[command], "--format", "csv").out)
    records = json.loads(call(*COMMANDS[command], "--format", "json").out)
    assert [list(row) for row in rows] == [list(record) for record in records]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_writes_a_workbook(call, tmp_path, command):
    """-o with .xlsx writes a workbook and prints nothing."""
    path = tmp_path / "answer.xlsx"
    answer = call(*COMMANDS[command], "-o", path)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert "xl/workbook.xml" in zipfile.ZipFile(path).namelist()


@pytest.mark.parametrize("suffix", ["txt", "csv", "json", "md", "html"])
def test_the_suffix_chooses_the_format(call, tmp_path, suffix):
    """What -o writes is what the format of that suffix prints; only CSV gains a byte order mark for Excel."""
    path = tmp_path / f"answer.{suffix}"
    assert call("list", "families", "-o", path).code == 0
    form = {"txt": "text"}.get(suffix, suffix)
    printed = call("list", "families", "--format", form).raw
    assert path.read_bytes() == (b"\xef\xbb\xbf" + printed if suffix == "csv" else printed)


def test_a_process_writes_a_file(run, tmp_path):
    """Through the real entry point: the file is there, stdout is empty."""
    path = tmp_path / "差距.csv"
    answer = run("gap", "--year", "2025", "-o", path)
    assert (answer.code, answer.raw, answer.err) == (0, b"", "")
    assert path.read_text("utf-8-sig").splitlines()[0] == GAP


@pytest.mark.parametrize(
    ("command", "columns"),
    [(("export",), EXPORT), (("gap", "--year", "2025", "--format", "csv"), GAP),
     (("compare", "gaoping", "chengwu", "--long", "--format", "csv"), LONG)],
    ids=["export", "gap", "compare --long"],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_columns_are_a_contract(call, command, columns, lang):
    """The names and their order never change, whatever the language."""
    assert call(*command, "--lang", lang).lines[0] == columns


def test_the_wide_comparison_has_a_column_a_place(call):
    """Without --long there is one column for each jurisdiction, by its id."""
    header = call("compare", "gaoping", "chengwu", "shanxi", "--format", "csv").lines[0].split(",")
    assert header[-3:] == ["gaoping", "chengwu", "shanxi"]
    assert {"family", "row", "grade", "caveat"} <= set(header[:-3])


def test_an_absent_value_is_empty_and_never_zero(call):
    """Chengwu's targets have no actual: the cells are empty in CSV and null in JSON."""
    rows = _csv(call("gap", "chengwu", "--year", "2025", "--format", "csv").out)
    records = json.loads(call("gap", "chengwu", "--year", "2025", "--format", "json").out)
    assert {row["actual"] for row in rows} == {""}
    assert {record["actual"] for record in records} == {None}


def test_printed_digits_survive(call):
    """30.9 is not 30.90, and 67.00 is not 67: exact in CSV and in JSON."""
    rows = {
        (row["jurisdiction"], row["year"]): row["value"]
        for row in _csv(call("export", "--indicator", "urbanization_rate_resident", "--kind", "actual").out)
    }
    assert (rows["jingning", "2020"], rows["china", "2024"]) == ("30.9", "67.00")
    text = call("export", "--place", "china", "--year", "2024", "--format", "json").out
    assert '"value": 67.00' in text


def test_a_difference_has_no_binary_dust(call):
    """55 − 46.79 is 8.21, not 8.210000000000001."""
    row = _csv(call("gap", "pingliang", "--year", "2025", "--format", "csv").out)[0]
    assert row["gap"] == "8.21"


def test_no_mark_on_stdout_unless_asked(call):
    """CSV on stdout begins with its first column; --bom puts the mark there."""
    assert call("export").raw.startswith(b"jurisdiction,")
    assert call("export", "--bom").raw.startswith(b"\xef\xbb\xbfjurisdiction,")


def test_no_bom_leaves_the_mark_out_of_a_file(call, tmp_path):
    """--no-bom writes plain UTF-8."""
    path = tmp_path / "plain.csv"
    call("export", "-o", path, "--no-bom")
    assert path.read_bytes().startswith(b"jurisdiction,")


def test_headers_in_chinese(call):
    """--headers zh puts labels over the same cells."""
    named = call("gap", "--year", "2025", "--format", "csv")
    labelled = call("gap", "--year", "2025", "--format", "csv", "--headers", "zh")
    assert labelled.lines[0].startswith("行政区,")
    assert "年均需提高" in labelled.lines[0]
    assert len(set(labelled.lines[0].split(","))) == len(GAP.split(","))
    assert labelled.lines[1:] == named.lines[1:]


def test_export_filters(call):
    """--place, --family, --indicator, --year and --kind narrow the table."""
    rows = _csv(call("export", "--place", "平凉", "--year", "2025", "--kind", "target").out)
    assert {(row["jurisdiction"], row["year"], row["kind"]) for row in rows} == {("pingliang", "2025", "target")}
    assert len(rows) == 7  # 55 %, the services for all, and five named without a number


def test_export_is_the_whole_table(call):
    """228 statements of the documents, 26 named without a number, 88 published figures."""
    assert len(_csv(call("export").out)) == 228 + 26 + 88


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--family", "sewage"), {"sewage"}),
        (("--indicator", "prefab_share_starts"), {"prefab"}),
        (("--family", "prefab", "--family", "land"), {"prefab", "land"}),
    ],
)
def test_compare_narrows_to_families_and_indicators(call, options, kept):
    """--family and --indicator, repeated if need be."""
    records = json.loads(call("compare", "gaoping", "chengwu", *options, "--format", "json", "--long").out)
    assert {record["family"] for record in records} == kept


@pytest.mark.parametrize(("option", "value", "key"), [("--year", "2027", "year"), ("--kind", "actual", "kind")])
def test_compare_narrows_to_years_and_kinds(call, option, value, key):
    """--year and --kind leave nothing else."""
    records = json.loads(call("compare", "gaoping", "chengwu", option, value, "--format", "json", "--long").out)
    assert {str(record[key]) for record in records} == {value}


def test_compare_all_prints_what_stands_on_one_side_only(call):
    """--all adds the single lines and drops the hint."""
    short, whole = (call("compare", "gaoping", "chengwu", *more).out for more in ((), ("--all",)))
    assert "5G base stations" not in short
    assert "5G base stations" in whole
    assert "--all" in short
    assert "--all" not in whole


def test_five_places_side_by_side(call):
    """Three or more places have a column each."""
    answer = call("compare", "gaoping", "chengwu", "pingliang", "shanxi", "yangquan")
    header = next(line for line in answer.lines if line.startswith("Indicator"))
    assert [name for name in ("Gaoping", "Chengwu", "Pingliang", "Shanxi", "Yangquan") if name not in header] == []
