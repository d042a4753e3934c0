"""Forms that come back as CSV."""

import csv
from decimal import Decimal

import pytest
from form_filling import TODAY, reasons

from urbancmp import forms


@pytest.fixture
def csv_lines(data, lines):
    """The lines of a blank CSV form."""
    raw = forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".csv")
    return raw.decode("utf-8-sig").splitlines()


@pytest.fixture
def filled_csv(csv_lines, tmp_path):
    """A CSV form with an actual in the line of the urbanization rate, saved in an encoding."""

    def save(actual="46.79", encoding="utf-8-sig", delimiter=","):
        rows = list(csv.reader(csv_lines))
        rows[1][7:10] = [actual, "2026/3/20", "公报"]
        path = tmp_path / "form.csv"
        with path.open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=delimiter).writerows(rows)
        return path

    return save


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_encodings_of_chinese_spreadsheet_programs(filled_csv, taken, encoding):
    """UTF-8 with and without byte order mark, GB18030."""
    found = taken(filled_csv(encoding=encoding))
    assert found.diagnostics == []
    assert [(a.value, a.at) for a in found.answers] == [(Decimal("46.79"), "form.csv!H2")]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(filled_csv, taken, delimiter):
    """Some systems save CSV with semicolons or tabs."""
    assert taken(filled_csv(delimiter=delimiter)).answers[0].value == Decimal("46.79")


def test_faults_name_the_cell_as_a_spreadsheet_shows_it(filled_csv, taken):
    """Letters and row."""
    assert reasons(taken(filled_csv("约46.8"))) == [("U611", "form.csv!H2")]


def test_blank_lines_are_no_rows(filled_csv, taken):
    """Spreadsheet programs leave lines of bare commas behind; the numbers of the rows still count them."""
    path = filled_csv("约46.8")
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], "", ",,,, ,,,", *lines[1:], ""]), encoding="utf-8")
    assert reasons(taken(path)) == [("U611", "form.csv!H4")]


def test_quoted_thousands(filled_csv, taken):
    """A comma in a number is quoted in CSV."""
    assert reasons(taken(filled_csv("4,679"))) == [("U632", "form.csv!H2")]


def test_disarmed_cells_are_the_same_as_before(data, lines, tmp_path):
    """A name that begins like a formula goes out with ' and comes back with or without it."""
    from dataclasses import replace

    from urbancmp.model import Name

    indicator = replace(data.indicators["coverage"], name=Name("-5℃以下天数", "Cold days"))
    data = replace(data, indicators={**data.indicators, "coverage": indicator})
    asked = forms.asked(data, "liangzhou", 2025, 2025)
    path = tmp_path / "form.csv"
    path.write_bytes(forms.form_file(asked, data.jurisdictions["liangzhou"], 2025, ".csv"))
    assert b",'-5" in path.read_bytes()
    assert forms.filled([path], data, TODAY).diagnostics == []
    path.write_bytes(path.read_bytes().replace(b",'-5", b",-5"))
    assert forms.filled([path], data, TODAY).diagnostics == []


def test_what_is_no_form_is_refused(tmp_path, taken):
    """Another CSV, a UTF-16 file, an empty one, another sort of file."""
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "b.csv").write_bytes("键(勿改),序号".encode("utf-16"))
    (tmp_path / "c.csv").write_bytes(b"")
    (tmp_path / "d.docx").write_bytes(b"PK")
    codes = [taken(tmp_path / name).diagnostics[0].code for name in ("a.csv", "b.csv", "c.csv", "d.docx")]
    assert codes == ["U601", "U004", "U002", "U600"]
