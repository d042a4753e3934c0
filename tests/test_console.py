"""What a run knows of its surroundings: width, colour, language, encoding."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from urbancmp.console import Environment, resolve_lang
from urbancmp.diagnostics import DataError, UsageError

FULL = Path("/dev/full")


def stream(encoding="utf-8"):
    """A stream that keeps its bytes."""
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def environment(encoding="utf-8", terminal=False, columns=None, **environ):
    """An environment without the real one."""
    return Environment(stream(encoding), stream(encoding), environ, terminal, columns)


def said(where):
    """The bytes that a stream got."""
    return where.buffer.getvalue()


def run(code, **options):
    """A fresh interpreter that has an Environment called `env`."""
    start = "from urbancmp.console import Environment; env = Environment(); "
    return subprocess.run([sys.executable, "-c", start + code], check=False, capture_output=True, timeout=60, **options)


def test_a_terminal_has_its_width():
    """On a terminal lines are as long as it is wide."""
    assert environment(terminal=True, columns=97).width == 97


def test_a_pipe_has_no_width():
    """Into a pipe or file nothing is folded."""
    assert environment().width is None


@pytest.mark.parametrize("terminal", [True, False])
def test_columns_decide_everywhere(terminal):
    """COLUMNS sets the width, of a pipe too."""
    assert environment(terminal=terminal, columns=100, COLUMNS="60").width == 60


@pytest.mark.parametrize("columns", ["", "0", "-5", "wide"])
def test_columns_that_are_no_width_are_ignored(columns):
    """A COLUMNS without a positive number is as none."""
    assert environment(COLUMNS=columns).width is None


def test_no_width_is_too_small_to_use():
    """Twenty cells are the least that can be laid out."""
    assert environment(COLUMNS="3").width == 20


def test_a_terminal_of_unknown_width_has_80():
    """A terminal that does not know its size gets the usual one."""
    assert environment(terminal=True).width == 80


@pytest.mark.parametrize(
    ("terminal", "option", "environ", "painted"),
    [
        (True, "auto", {}, True),
        (False, "auto", {}, False),
        (True, "auto", {"NO_COLOR": "1"}, False),
        (True, "auto", {"NO_COLOR": ""}, True),
        (True, "auto", {"TERM": "dumb"}, False),
        (True, "never", {}, False),
        (False, "always", {"NO_COLOR": "1"}, True),
    ],
)
def test_colour(terminal, option, environ, painted):
    """The option decides; left to itself, only a terminal that may be painted is."""
    assert environment(terminal=terminal, **environ).color(option) is painted


def test_an_unknown_colour_choice_is_refused():
    """The message lists the choices."""
    with pytest.raises(UsageError, match="auto, always or never"):
        environment().color("sometimes")


@pytest.mark.parametrize(
    ("option", "environ", "lang"),
    [
        (None, {}, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        (None, {"LC_ALL": "zh_TW", "LC_MESSAGES": "en_US.UTF-8"}, "zh"),
        (None, {"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        (None, {"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        (None, {"LANG": "en_US", "URBANCMP_LANG": "zh"}, "zh"),
        ("en", {"URBANCMP_LANG": "zh"}, "en"),
        ("ZH", {}, "zh"),
    ],
)
def test_language(option, environ, lang):
    """The option before URBANCMP_LANG before the locale; Chinese is zh, all else en."""
    assert resolve_lang(option, environ) == lang


@pytest.mark.parametrize(("option", "environ"), [("fr", {}), (None, {"URBANCMP_LANG": "fr"})])
def test_an_unknown_language_is_refused(option, environ):
    """The message says where it was asked for."""
    with pytest.raises(UsageError, match=r"(--lang|URBANCMP_LANG): .*'fr'.*zh or en"):
        resolve_lang(option, environ)


def test_text_goes_out_in_the_encoding_of_the_stream():
    """A GBK stream gets GBK."""
    env = environment("gbk")
    env.write_text("高平市\n")
    assert said(env.stdout) == "高平市\n".encode("gbk")


def test_what_an_encoding_lacks_is_replaced():
    """A character outside GBK is a question mark, not the end of the run."""
    env = environment("gbk")
    env.write_text("km²\n")
    assert said(env.stdout) == b"km?\n"


def test_bytes_go_out_as_they_are():
    """CSV and JSON stay UTF-8 whatever the stream."""
    env = environment("gbk")
    env.write("高平市\n".encode())
    assert said(env.stdout) == "高平市\n".encode()


def test_a_note_goes_to_stderr():
    """What is said about an answer is not in it."""
    env = environment()
    env.note("one figure has no year")
    assert (said(env.stdout), said(env.stderr)) == (b"", b"one figure has no year\n")


def test_a_note_is_one_line_without_control_characters():
    """A file name cannot move the cursor, reverse the text or begin a line."""
    env = environment()
    env.note("a\nb\x1b[2Jc\u202ed\udc80")
    assert said(env.stderr) == rb"a\nb\x1b[2Jc\u202ed\udc80" + b"\n"


def test_gbk_from_the_environment():
    """PYTHONIOENCODING decides like the code page of a redirected Windows console."""
    done = run("env.write_text('成武县 ²'); env.note('高 ✓')", env={**os.environ, "PYTHONIOENCODING": "gbk"})
    assert (done.stdout, done.stderr.strip()) == ("成武县 ?".encode("gbk"), "高 ?".encode("gbk"))


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
def test_a_reader_that_leaves_is_no_error():
    """`urbancmp … | head -1` ends quietly."""
    code = "from urbancmp.console import Environment; [Environment().write(b'line\\n' * 9999) for _ in range(99)]"
    done = subprocess.run(
        ["/bin/sh", "-c", f'{{ "{sys.executable}" -c "{code}"; echo $? >&2; }} | head -1'],
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"line\n", b"0\n")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")
def test_a_full_disk_behind_stdout_is_an_error():
    """An answer that could not be written is said to be lost."""
    with FULL.open("w", encoding="utf-8") as full:
        env = Environment(full, stream(), {}, False)
        with pytest.raises(DataError, match="standard output cannot be written: No space left"):
            env.write(b"answer\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
def test_closed_streams_are_no_traceback():
    """A run without stdout and stderr ends as it would with them."""
    code = "from urbancmp.console import Environment; e = Environment(); e.write_text('a'); e.note('b'); print(e.width)"
    done = subprocess.run(["/bin/sh", "-c", f'"{sys.executable}" -c "{code}" >&- 2>&-'], timeout=60, check=False)
    assert done.returncode == 0


def test_rich_is_not_imported():
    """The console is light: commands that print no table do not pay for one."""
    done = run("import sys; env.write_text(str('rich' in sys.modules))")
    assert done.stdout == b"False"
