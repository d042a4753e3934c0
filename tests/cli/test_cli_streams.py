"""Pipes, files, encodings, narrow terminals: what reaches the reader, whatever the stream."""

import os
import re
import subprocess
import sys

import pytest
from rich.cells import cell_len

COMPARE = ("compare", "gaoping", "chengwu")
COMMANDS = {
    "compare": COMPARE,
    "compare all": (*COMPARE, "--all"),
    "gap": ("gap", "--year", "2025", "--all"),
    "show": ("show", "urbanization_rate_resident"),
    "trace": ("trace", "yangquan", "distribution_transformers_10kv"),
    "list jurisdictions": ("list", "jurisdictions"),
    "list indicators": ("list", "indicators"),
    "list sources": ("list", "sources"),
}
LONG_NAME = "Full chains of speciality farming in shape"


@pytest.fixture(scope="module")
def piped(run):
    """The comparison as `| cat` gets it."""
    return run(*COMPARE)


def test_a_pipe_gets_everything(piped):
    """Nothing is cut and nothing is dotted out; long names stand in full."""
    assert piped.code == 0
    assert "…" not in piped.out
    assert LONG_NAME in piped.out
    assert "Centralised collection of urban domestic sewage" in piped.out


def test_a_pipe_gets_no_control_sequences(piped):
    """Colour is for terminals."""
    assert "\x1b" not in piped.out


def test_nothing_is_said_where_nothing_is_wrong(piped):
    """stderr stays empty."""
    assert piped.err == ""


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=lambda env: next(iter(env)))
def test_plain_terminals_get_the_same_words(run, piped, env):
    """NO_COLOR and TERM=dumb change nothing in a pipe."""
    assert run(*COMPARE, env=env).raw == piped.raw


def test_colour_always_adds_sequences_but_no_words(call, piped):
    """--color always paints the same text."""
    painted = call(*COMPARE, "--color", "always").out
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == piped.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", [60, 80])
def test_no_line_is_wider_than_the_terminal(call, command, columns):
    """At 80 and at 60 columns each line fits, Chinese characters counted as two cells."""
    answer = call(*COMMANDS[command], env={"COLUMNS": str(columns)})
    assert answer.code == 0
    assert [line for line in answer.lines if cell_len(line) > columns] == []


def test_sixty_columns_become_blocks(run):
    """At 60 columns each row is a block: name, unit and each place on lines of their own, nothing lost."""
    answer = run(*COMPARE, env={"COLUMNS": "60"})
    at = answer.lines.index("≈ Prefabricated share of new buildings")
    block = answer.lines[at + 1 : at + 5]
    assert [line.split()[0] for line in block] == ["Unit", "Gaoping", "target", "Chengwu"]
    assert LONG_NAME in answer.out
    assert "…" not in answer.out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", [COMPARE, ("gap", "--year", "2020"), ("gap", "--year", "2025")], ids=" ".join)
def test_a_file_in_gbk_holds_every_character(tmp_path, run, command, lang):
    """A Chinese Windows console writes GBK: symbols and Chinese are all there, none replaced by '?'."""
    answer = run(*command, "--lang", lang, env={"PYTHONIOENCODING": "gbk"})
    assert answer.code == 0
    text = answer.raw.decode("gbk")
    assert "?" not in text
    assert ("高平市" in text) or ("平凉市" in text) or ("Pingliang" in text)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_stream_that_cannot_hold_chinese_is_no_failure(run, encoding):
    """What the encoding lacks is replaced, and the answer still comes."""
    answer = run(*COMPARE, env={"PYTHONIOENCODING": encoding})
    assert (answer.code, answer.err) == (0, "")
    assert b"Prefabricated share" in answer.raw


def test_machine_formats_are_utf_8_whatever_the_stream(run):
    """CSV and JSON are bytes for programs, not text for a console."""
    answer = run("list", "jurisdictions", "--format", "csv", env={"PYTHONIOENCODING": "gbk"})
    assert "平凉市" in answer.out


@pytest.mark.skipif(sys.platform == "win32", reason="signals of closed pipes are those of POSIX")
@pytest.mark.parametrize("command", [("export",), (*COMPARE, "--all")], ids=["csv", "text"])
def test_a_closed_pipe_is_quiet(command):
    """`| head -1` ends the program without a word."""
    program = subprocess.Popen(
        [sys.executable, "-m", "urbancmp", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )
    program.stdout.close()
    said = program.stderr.read()
    assert (said, program.wait(60)) == (b"", 0)
    program.stderr.close()
