"""The command: streams, formats, exit codes, named codes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from small_table import indicator, table

GOOD = table('at = "一", indicator = "paved", year = 2025, target = 80, printed = "80%"')
BAD = table('at = "一", indicator = "paved", year = 2025, target = 81, printed = "80%"')


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A table with one error."""
    path = tmp_path / "bad.toml"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_the_answer_is_on_stdout_and_the_summary_on_stderr(file: Path, call: Callable) -> None:
    """Lines that editors can jump to; counts apart from them."""
    done = call("check", file)
    assert done.lines[0].startswith(f"{file}:24:49: U301 ")
    assert done.err == "1 error, 0 warnings in 1 file\n"
    assert done.code == 1


def test_the_summary_speaks_chinese(file: Path, call: Callable) -> None:
    """With --lang zh everything is Chinese."""
    done = call("check", file, "--lang", "zh")
    assert done.err == "1 个文件:1 个错误,0 个警告\n"
    assert "不符" in done.out


def test_a_sound_table_says_nothing_on_stdout(tmp_path: Path, call: Callable) -> None:
    """No news is good news, with exit code 0."""
    path = tmp_path / "good.toml"
    path.write_text(GOOD, encoding="utf-8")
    done = call("check", path)
    assert (done.out, done.code) == ("", 0)


def test_json_has_the_same_keys_every_time(file: Path, call: Callable) -> None:
    """A program can rely on version, summary, diagnostics, proof and uncovered."""
    found = json.loads(call("check", file, "--format", "json").out)
    assert list(found) == ["version", "summary", "diagnostics", "proof", "uncovered"]
    assert found["diagnostics"][0]["code"] == "U301"
    assert set(found["diagnostics"][0]) == {"path", "line", "column", "code", "severity", "tier", "message"}


def test_github_annotations_are_escaped(tmp_path: Path, call: Callable) -> None:
    """Percent signs and separators of data cannot end an annotation."""
    path = tmp_path / "bad.toml"
    path.write_text(BAD.replace('printed = "80%"', 'printed = "80%,::x"'), encoding="utf-8")
    done = call("check", path, "--format", "github")
    assert done.lines[0].startswith("::error file=")
    assert ",line=24,col=49,title=U301::" in done.lines[0]
    assert "80%25,::x" in done.lines[0]


def test_only_keeps_the_codes_named(file: Path, call: Callable) -> None:
    """--only U303 leaves U301 out, and its exit code too."""
    assert call("check", file, "--only", "u303").code == 0
    assert call("check", file, "--only", "U303", "--only", "U301").code == 1


def test_a_strict_code_can_be_named(tmp_path: Path, call: Callable) -> None:
    """--only U330 looks for it without --strict."""
    path = tmp_path / "unused.toml"
    path.write_text(GOOD.replace("[sources.plan]", indicator("spare", "备用") + "[sources.plan]"), encoding="utf-8")
    assert "U330" in call("check", path, "--only", "U330").out
    assert call("check", path).out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "U33"), "did you mean"),
        (("--only", "U405"), "--sources"),
        (("--format", "jsn"), "did you mean json"),
        (("--uncovered",), "--sources"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(arguments: tuple[str, ...], said: str, call: Callable) -> None:
    """Exit code 2 and one line that says what to do."""
    done = call("check", *arguments)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert said in done.err


def test_a_folder_of_documents_that_is_not_there(call: Callable) -> None:
    """Exit code 3."""
    assert call("check", "--sources", "no/such/folder").code == 3


def test_control_characters_never_reach_the_terminal(tmp_path: Path, call: Callable) -> None:
    """An escape sequence in data is shown, not run."""
    path = tmp_path / "bad.toml"
    path.write_text(BAD.replace('"80%"', '"80%\\u001b[2J"'), encoding="utf-8")
    done = call("check", path)
    assert "\x1b" not in done.out + done.err


def test_all_faults_come_in_one_run_one_per_cause(tmp_path: Path, call: Callable) -> None:
    """A wrong type, a dangling id and a wrong number are three lines; what follows from them is none."""
    figure = 'at = "一", indicator = "{}", year = {}, target = {}, printed = "80%"'
    text = table(
        figure.format("paved", '"2025"', 80), figure.format("pavd", 2025, 80), figure.format("paved", 2030, 81)
    )
    path = tmp_path / "bad.toml"
    path.write_text(text.replace('polarity = "up"\n', ""), encoding="utf-8")
    found = [line.split(": ")[1].split()[0] for line in call("check", path).lines]
    assert found == ["U130", "U112", "U120"]
    path.write_text(text, encoding="utf-8")
    found = [line.split(": ")[1].split()[0] for line in call("check", path).lines]
    assert found == ["U112", "U120", "U301"]


def test_figures_alone_are_laid_on_the_built_in_table(tmp_path: Path, call: Callable) -> None:
    """A file without definitions refers to those of the built-in table."""
    path = tmp_path / "own.toml"
    line = '{ at = "1", indicator = "road_density_built_up", year = 2024, actual = 7, printed = "7公里" }'
    path.write_text(
        f'[sources.own]\njurisdiction = "gaoping"\ntitle = "高平市台账"\nkind = "bulletin"\nfigures = [{line}]\n'
    )
    assert [item.split(": ")[1].split()[0] for item in call("check", path).lines if str(path) in item] == ["U302"]


def test_the_answer_can_go_to_a_file(file: Path, tmp_path: Path, call: Callable) -> None:
    """-o FILE writes the answer there."""
    out = tmp_path / "report.json"
    assert call("check", file, "--format", "json", "-o", out).out == ""
    assert json.loads(out.read_text("utf-8"))["summary"]["errors"] == 1


def test_check_starts_without_frames_and_tables(run: Callable, tmp_path: Path) -> None:
    """Neither polars nor rich is imported."""
    import subprocess
    import sys

    program = (
        "import sys; from urbancmp.__main__ import run; run(['check']);"
        "sys.exit(bool({'polars', 'rich', 'opencc', 'pypdf'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
