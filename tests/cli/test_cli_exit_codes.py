"""Exit codes, and the one line on stderr that says what, where and what to do."""

import tomllib

import pytest

from urbancmp.loading import built_in

UNUSABLE = {
    "empty.toml": b"",
    "blank.toml": b" \n\n",
    "binary.toml": bytes(range(256)) * 4,
    "utf16.toml": "x = 1\n".encode("utf-16"),
    "latin.toml": b"name = '\xe9\xff\xff'\n",
    "nested.toml": b"a = " + b"[" * 20_000 + b"]" * 20_000,
    "inline.toml": b"a = " + b"{b=" * 20_000 + b"1" + b"}" * 20_000,
    "dotted.toml": b"a" + b".a" * 20_000 + b" = 1",
    "notes.docx": b"PK\x03\x04",
    "empty.csv": b"",
    "binary.csv": b"jurisdiction,\x00\x01\x02",
    "binary.parquet": b"PAR1 no panel",
}
USAGE = {
    "no such option": ("list", "families", "--frob"),
    "no such command": ("frobnicate",),
    "no such format": ("list", "families", "--format", "pdf"),
    "no such suffix": ("list", "families", "-o", "families.pdf"),
    "format against suffix": ("list", "families", "--format", "json", "-o", "families.csv"),
    "workbook to a terminal": ("list", "families", "--format", "xlsx"),
    "no such kind": ("export", "--kind", "hope"),
    "no such method": ("gap", "--method", "tarot"),
    "no such language": ("list", "families", "--lang", "tlh"),
    "year without targets": ("gap", "--year", "2021"),
    "year without figures": ("compare", "gaoping", "chengwu", "--year", "1999"),
    "one place": ("compare", "gaoping"),
    "nothing to list": ("list",),
    "no indicator": ("trace", "gaoping"),
}


def _one_line(answer, code):
    assert answer.code == code
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1, answer.err
    assert "Traceback" not in answer.err


def test_done(run):
    """0: an answer, and nothing else."""
    answer = run("list", "families")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out


@pytest.mark.parametrize("case", USAGE)
def test_a_wrong_call_ends_with_2_and_one_line(call, case):
    """Unknown names and values are answered in one line."""
    _one_line(call(*USAGE[case]), 2)


def test_a_wrong_call_through_the_entry_point(run):
    """The process says the same as the call."""
    _one_line(run("list", "families", "--format", "pdf"), 2)


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_file_that_cannot_be_used_ends_with_3_and_one_line(tmp_path, call, name):
    """Empty, binary, foreign encodings, too deep, no table at all: one line with the file's name."""
    path = tmp_path / name
    path.write_bytes(UNUSABLE[name])
    command = ("gap",) if name.endswith("parquet") else ("list", "families")
    answer = call(*command, "--data", path)
    _one_line(answer, 3)
    assert name in answer.err


def test_a_binary_file_through_the_entry_point(tmp_path, run):
    """The process ends like the call: one line, no traceback."""
    path = tmp_path / "binary.toml"
    path.write_bytes(UNUSABLE["binary.toml"])
    _one_line(run("list", "families", "--data", path), 3)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_truncated_table_ends_with_3_and_one_line(tmp_path, call, share):
    """A table cut off in the middle of a value is not read as a smaller one."""
    whole = built_in().read_bytes()
    cut = int(len(whole) * share)
    while _parses(whole[:cut]):
        cut += 1
    path = tmp_path / "cut.toml"
    path.write_bytes(whole[:cut])
    answer = call("list", "families", "--data", path)
    _one_line(answer, 3)
    assert "cut.toml" in answer.err


def _parses(raw):
    try:
        tomllib.loads(raw.decode("utf-8", "ignore"))
    except tomllib.TOMLDecodeError:
        return False
    return True


def test_a_missing_file_ends_with_3(tmp_path, run):
    """The line names the path."""
    answer = run("list", "families", "--data", tmp_path / "nowhere.toml")
    _one_line(answer, 3)
    assert "nowhere.toml" in answer.err


def test_a_folder_without_tables_ends_with_3(tmp_path, call):
    """An empty folder is no table."""
    (tmp_path / "readme.txt").write_text("nothing here")
    answer = call("list", "families", "--data", tmp_path)
    _one_line(answer, 3)
    assert str(tmp_path) in answer.err


def test_an_output_folder_that_is_not_there_ends_with_3(tmp_path, call):
    """The line names the folder; nothing is written anywhere."""
    answer = call("list", "families", "-o", tmp_path / "missing" / "families.csv")
    _one_line(answer, 3)
    assert "missing" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_table_of_the_environment_is_used(tmp_path, call):
    """URBANCMP_DATA names a table as --data does."""
    _one_line(call("list", "families", env={"URBANCMP_DATA": str(tmp_path / "nowhere.toml")}), 3)


FAULTY = """\
[jurisdictions.here]
name = { zh = "此地", en = "Here" }
code = "990001"
teir = "county"

[families.one]
name = { zh = "一", en = "One" }

[indicators.rate]
family = "won"
name = { zh = "率", en = "Rate" }
unit = "%"
measure = "level"
"""


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """A table with a misspelt key, which leaves one missing, and an indicator without polarity."""
    path = tmp_path_factory.mktemp("faulty") / "faulty.toml"
    path.write_text(FAULTY, "utf-8")
    return path


@pytest.mark.parametrize(
    "command", [("list", "families"), ("compare", "here", "there"), ("gap",), ("export",)], ids=" ".join
)
def test_commands_refuse_a_table_with_errors(call, faulty, command):
    """Exit 3 with every fault at file:line:column, and no answer."""
    answer = call(*command, "--data", faulty)
    assert (answer.code, answer.out) == (3, "")
    assert f"{faulty}:4:1: U110" in answer.err
    assert "did you mean tier?" in answer.err
    assert f"{faulty}:9:1: U130" in answer.err


def test_check_prints_the_faults_and_ends_with_1(run, faulty):
    """`check` is the command whose answer the faults are."""
    answer = run("check", faulty)
    assert answer.code == 1
    assert f"{faulty}:4:1: U110" in answer.out
    assert f"{faulty}:9:1: U130" in answer.out
    assert "Traceback" not in answer.err


def test_check_and_the_other_commands_use_the_same_words(call, faulty):
    """The faults that `check` prints are those that `list` refuses for."""
    refused = [line for line in call("list", "families", "--data", faulty).err.splitlines() if str(faulty) in line]
    checked = call("check", faulty).out
    assert refused
    assert [line for line in refused if line not in checked] == []


def test_check_of_the_shipped_table_ends_with_0(run):
    """The table that travels with the program has no errors."""
    answer = run("check")
    assert answer.code == 0, answer.out + answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("name", ["empty.toml", "binary.toml", "utf16.toml", "nested.toml"])
def test_check_of_a_file_that_cannot_be_used_is_no_traceback(tmp_path, call, name):
    """A file without a table is a fault that `check` reports; whether 1 or 3, it is never 0."""
    path = tmp_path / name
    path.write_bytes(UNUSABLE[name])
    answer = call("check", path)
    assert answer.code in (1, 3)
    assert name in answer.out + answer.err
    assert "Traceback" not in answer.err


def test_help_of_every_command_has_an_example(run, call):
    """`--help` ends with 0, and each command shows a call that works."""
    general = run("--help")
    assert general.code == 0
    for command in ("compare", "gap", "show", "trace", "list", "export"):
        assert command in general.out
        answer = call(command, "--help")
        assert answer.code == 0
        assert f"urbancmp {command}" in answer.out


def test_no_arguments_show_the_help(run):
    """Called alone, the program says what it can do."""
    answer = run()
    assert "compare" in answer.out + answer.err
    assert "Traceback" not in answer.err


def test_the_version_is_that_of_the_project(run):
    """--version prints the version of pyproject.toml, also from a clone that is not installed."""
    project = tomllib.loads((built_in().parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    answer = run("--version")
    assert (answer.code, answer.out.strip()) == (0, f"urbancmp {project['version']}")
