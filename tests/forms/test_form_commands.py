"""urbancmp form and urbancmp import, from the command line to the files."""

import subprocess
import sys
from datetime import date

import pytest
import typer
from form_filling import fill

from urbancmp.cli import form as form_command
from urbancmp.cli import import_ as import_command
from urbancmp.diagnostics import UrbancmpError
from urbancmp.forms.xlsxcells import sheets
from urbancmp.loading import load


@pytest.fixture
def run(tmp_path, table, monkeypatch, capsys):
    """Runs a command on the small table; gives exit code, stdout, stderr."""
    app = typer.Typer()
    app.command("form")(form_command.form)
    app.command("import")(import_command.import_)
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code = 0
        try:
            command = [*arguments, "--data", str(table), "--lang", "en"]
            typer.main.get_command(app).main(command, standalone_mode=False)
        except UrbancmpError as error:
            code = int(error.exit_code)
            said = str(error)
        out, err = capsys.readouterr()
        return code, out, err + (said if code else "")

    return call


@pytest.fixture
def asked(run, tmp_path):
    """A blank form made by the command."""
    assert run("form", "良州", "--year", "2025", "-o", "form.xlsx")[0] == 0
    return tmp_path / "form.xlsx"


def test_form_writes_the_sheet_and_says_what_is_in_it(run, tmp_path):
    """The place by any of its names."""
    code, out, err = run("form", "良州市", "--year", "2025", "-o", "form.xlsx")
    assert (code, out) == (0, "")
    assert err == (
        "wrote form.xlsx: 5 lines in 4 groups\n1 lines stand in clauses that name no responsible department\n"
        "1 targets without a number are not asked about\n"
    )
    assert sheets(tmp_path / "form.xlsx")[0].name == "填报表"


def test_form_leaves_a_file_alone_unless_forced(run, asked):
    """What a department has filled in already must not be lost."""
    asked.write_bytes(b"filled")
    code, _, err = run("form", "liangzhou", "--year", "2025", "-o", "form.xlsx")
    assert (code, asked.read_bytes()) == (2, b"filled")
    assert "--force" in err
    assert run("form", "liangzhou", "--year", "2025", "-o", "form.xlsx", "--force")[0] == 0
    assert asked.read_bytes() != b"filled"


def test_form_splits_by_department(run, tmp_path):
    """One file for each to be sent to."""
    assert run("form", "liangzhou", "--year", "2025", "-o", "f.csv", "--split", "department")[0] == 0
    assert sorted(path.name for path in tmp_path.glob("f-*")) == [
        "f-市人社局.csv", "f-市发展改革委.csv", "f-市水务局.csv", "f-未标明责任单位.csv",
    ]  # fmt: skip


def test_a_split_that_would_replace_a_file_writes_none(run, tmp_path):
    """All or nothing."""
    (tmp_path / "f-市水务局.csv").write_text("filled")
    assert run("form", "liangzhou", "--year", "2025", "-o", "f.csv", "--split", "department")[0] == 2
    assert [path.name for path in tmp_path.glob("f-*")] == ["f-市水务局.csv"]


def test_form_for_a_year_without_targets_says_which_years_have_some(run, tmp_path):
    """Usage, not an empty sheet."""
    code, _, err = run("form", "liangzhou", "--year", "2026", "-o", "form.xlsx")
    assert (code, err) == (2, "liangzhou has no target of 2026; years with targets: 2025, 2030")
    assert not (tmp_path / "form.xlsx").exists()


def test_form_of_an_earlier_year_against_the_same_targets(run, tmp_path):
    """--reporting-year is the year of the actuals."""
    run("form", "liangzhou", "--year", "2025", "--reporting-year", "2023", "-o", "form.xlsx")
    assert sheets(tmp_path / "form.xlsx")[0].rows[1][2].text.startswith("良州市2023年")


def test_import_writes_a_table_for_with(run, asked, table, tmp_path):
    """Blank form, filled form, table, gap of the target."""
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    code, out, err = run("import", "form.xlsx", "-o", "actuals.toml")
    assert (code, out, err) == (0, "", "took in 1 actuals, 4 lines were left blank; wrote actuals.toml\n")
    overlaid = load([table], [tmp_path / "actuals.toml"])
    assert overlaid.diagnostics == []
    assert any(figure.value is not None and figure.year == 2025 for figure in overlaid.data.by_indicator["urban_rate"])


def test_import_without_o_prints_the_table(run, asked):
    """Everything said about it goes to stderr."""
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    code, out, err = run("import", "form.xlsx")
    assert code == 0
    assert "actual = 46.79" in out
    assert err == "took in 1 actuals, 4 lines were left blank\n"


def test_import_with_a_fault_names_all_of_them_and_writes_nothing(run, asked, tmp_path):
    """Exit code 3; one line for each cell; an old table stays as it is."""
    (tmp_path / "actuals.toml").write_text("old")
    fill(asked, {"H5": 0.4677, "H6": "约98", "H8": 8.9, "I8": date(2026, 3, 20), "J8": "年报"})
    code, out, err = run("import", "form.xlsx", "-o", "actuals.toml", "--force")
    assert (code, out, (tmp_path / "actuals.toml").read_text()) == (3, "", "old")
    assert [line.split()[1] for line in err.splitlines()[:2]] == ["U630", "U611"]
    assert err.splitlines()[2] == "2 faults, nothing was written; mend them and import again"


def test_one_faulty_file_among_several_stops_all(run, asked, tmp_path):
    """Nothing is half imported."""
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    (tmp_path / "other.xlsx").write_bytes(b"no workbook")
    assert run("import", "form.xlsx", "other.xlsx", "-o", "actuals.toml")[0] == 3
    assert not (tmp_path / "actuals.toml").exists()


def test_import_leaves_a_file_alone_unless_forced(run, asked, tmp_path):
    """Refused with the way out."""
    (tmp_path / "actuals.toml").write_text("mine")
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    code, _, err = run("import", "form.xlsx", "-o", "actuals.toml")
    assert (code, (tmp_path / "actuals.toml").read_text()) == (2, "mine")
    assert "--force" in err


def test_import_of_a_blank_form_writes_nothing(run, asked, tmp_path):
    """There is no table without figures."""
    code, _, err = run("import", "form.xlsx", "-o", "actuals.toml")
    assert (code, err) == (3, "the forms hold no actual; nothing was written")
    assert not (tmp_path / "actuals.toml").exists()


def test_import_writes_toml_only(run, asked):
    """Another suffix would promise another format."""
    code, _, err = run("import", "form.xlsx", "-o", "actuals.xlsx")
    assert (code, err) == (2, "the actuals are written as TOML; name the file actuals.toml")


def test_parts_of_a_split_form_are_taken_back_together(run, tmp_path):
    """Each department returns its own file."""
    run("form", "liangzhou", "--year", "2025", "-o", "f.xlsx", "--split", "department")
    for path in tmp_path.glob("f-*.xlsx"):
        fill(path, {"H5": 10})
    code, _, err = run("import", *(path.name for path in sorted(tmp_path.glob("f-*.xlsx"))), "-o", "a.toml")
    assert code == 0
    assert err.splitlines()[-1] == "took in 4 actuals, 1 lines were left blank; wrote a.toml"


CALL = """
import os, signal
from pathlib import Path
from urbancmp.cli.import_ import import_
{first}
import_([Path("form.xlsx")], Path("actuals.toml"), force=True, data=[Path("table.toml")])
"""
KILLED = "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)"
DISK_FULL = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
"""


@pytest.mark.skipif("sys.platform == 'win32'", reason="no signals and limits")
@pytest.mark.parametrize("first", [KILLED, DISK_FULL], ids=["killed", "disk full"])
def test_an_import_that_fails_leaves_the_old_table_whole(asked, tmp_path, first):
    """Killed while writing, or out of space."""
    (tmp_path / "actuals.toml").write_text("old")
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    command = [sys.executable, "-c", CALL.format(first=first)]
    assert subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, timeout=60).returncode != 0
    assert (tmp_path / "actuals.toml").read_text() == "old"


def test_imports_at_once_leave_one_whole_table(asked, table, tmp_path):
    """With --force the last one wins, never a mixture."""
    fill(asked, {"H5": 46.79, "I5": date(2026, 3, 20), "J5": "公报"})
    command = [sys.executable, "-c", CALL.format(first="")]
    runs = [subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait(60) for process in runs] == [0, 0, 0]
    assert load([table], [tmp_path / "actuals.toml"]).diagnostics == []


def test_commands_start_without_heavy_modules():
    """Frames, terminal tables and the writer of workbooks are imported where they are used, if at all."""
    code = (
        "import sys, urbancmp.cli.form, urbancmp.cli.import_, urbancmp.cli.init, urbancmp.cli.new_source, "
        "urbancmp.forms, urbancmp.scaffold\n"
        "print(*sorted({'polars', 'rich', 'xlsxwriter', 'tomli_w', 'fastexcel'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == ""
