"""urbancmp new-source: a block for a new document at the end of a table kept by hand."""

import hashlib
import re

import pytest

from urbancmp.cli.new_source import SourceKind
from urbancmp.loading import load
from urbancmp.schema.fields import SOURCE_KINDS

ADD = ("new-source", "indicators.toml", "--jurisdiction", "示例甲县", "--title", "示例甲县工作要点", "--id")
CALL = """
import os, signal
from pathlib import Path
from urbancmp.cli.new_source import new_source
{first}
new_source(Path("indicators.toml"), "{id}", "county_a", "要点")
"""


@pytest.fixture
def table(run, tmp_path):
    """A table of one's own."""
    run("init")
    return tmp_path / "indicators.toml"


def test_adds_a_block_and_touches_nothing_else(run, table):
    """The old text is the beginning of the new one, byte by byte."""
    old = table.read_bytes()
    code, out, err = run(*ADD, "points_2024")
    assert (code, out, err) == (
        0,
        "",
        "added [sources.points_2024] at the end of indicators.toml; fill in its figures\n",
    )
    assert table.read_bytes().startswith(old)


def test_the_block_is_a_source_without_figures(run, table):
    """The table stays sound; the keys to be filled in are there as comments."""
    run(*ADD, "points_2024", "--kind", "press")
    loaded = load([table])
    assert loaded.diagnostics == []
    source = loaded.data.sources["points_2024"]
    assert (source.title, source.jurisdiction, source.kind) == ("示例甲县工作要点", "county_a", "press")
    block = table.read_text(encoding="utf-8").split("[sources.points_2024]")[1]
    assert all(
        f"# {key} = " in block for key in ("issuer", "number", "published", "period", "base_year", "departments")
    )


def test_commented_keys_are_right_once_uncommented(run, table):
    """Whoever removes the # signs has a table that loads."""
    run(*ADD, "points_2024")
    head, block = table.read_text(encoding="utf-8").split("[sources.points_2024]")
    block = re.sub("^( *)# ", r"\1", block, flags=re.M).replace('"…", year', '"prefab_share_starts", year')
    table.write_text(f"{head}[sources.points_2024]{block}", encoding="utf-8")
    loaded = load([table])
    assert loaded.diagnostics == []
    assert loaded.data.sources["points_2024"].base_year == 2020
    assert loaded.data.figures[-1].source == "points_2024"


def test_text_notes_file_name_and_digest(run, table, tmp_path):
    """The document by which figures can be proved."""
    (tmp_path / "要点.txt").write_text("正文", encoding="utf-8")
    run(*ADD, "points_2024", "--text", "要点.txt")
    source = load([table]).data.sources["points_2024"]
    assert (source.text, source.sha256) == ("要点.txt", hashlib.sha256("正文".encode()).hexdigest())


def test_a_title_is_data(run, table):
    """Quotes, brackets and backslashes do not break the table."""
    title = '关于"十四五" [规划] C:\\要点 # {x}'
    run("new-source", "indicators.toml", "--id", "odd", "--jurisdiction", "county_a", "--title", title)
    assert load([table]).data.sources["odd"].title == title


def test_windows_line_ends_and_gb18030_are_kept(run, table):
    """The block comes in the manner of the file."""
    text = table.read_text(encoding="utf-8")
    table.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    assert run(*ADD, "points_2024")[0] == 0
    assert b"\n" not in table.read_bytes().replace(b"\r\n", b"")
    assert load([table]).data.sources["points_2024"].title == "示例甲县工作要点"


def test_an_overlay_takes_its_places_from_the_table_below(run, table, tmp_path):
    """--data names the table on which FILE is laid."""
    (tmp_path / "own.toml").write_text("# 自己的数据\n", encoding="utf-8")
    command = ("new-source", "own.toml", "--id", "own", "--jurisdiction", "990001", "--title", "年报")
    assert run(*command, "--data", "indicators.toml")[0] == 0
    assert load([table], [tmp_path / "own.toml"]).data.sources["own"].jurisdiction == "county_a"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--id", "example_plan_a", "--jurisdiction", "county_a", "--title", "x"], 2, "has a source example_plan_a"),
        (["--id", "Plan 1", "--jurisdiction", "county_a", "--title", "x"], 2, "lower-case letters"),
        (["--id", "a]", "--jurisdiction", "county_a", "--title", "x"], 2, "lower-case letters"),
        (["--id", "a", "--jurisdiction", "county_x", "--title", "x"], 2, "county_x"),
        (["--id", "a", "--jurisdiction", "county_a", "--title", " "], 3, "1 errors in the data"),
        (["--id", "a", "--jurisdiction", "county_a", "--title", "x", "--text", "no.txt"], 2, "no.txt cannot be read"),
    ],
)
def test_what_cannot_be_added_leaves_the_table_as_it_was(run, table, arguments, code, said):
    """Ids that are taken or impossible, unknown places, empty titles, missing documents."""
    old = table.read_bytes()
    got, _, err = run("new-source", "indicators.toml", *arguments)
    assert (got, table.read_bytes()) == (code, old)
    assert said in err


def test_a_table_with_faults_is_not_added_to(run, table):
    """First the faults, then the block."""
    table.write_text(table.read_text(encoding="utf-8").replace('polarity = "up"', 'polarity = "upp"'), encoding="utf-8")
    old = table.read_bytes()
    assert run(*ADD, "a")[0] == 3
    assert table.read_bytes() == old


def test_a_file_must_exist(run, tmp_path):
    """new-source adds; init makes."""
    code, _, err = run("new-source", "none.toml", "--id", "a", "--jurisdiction", "x", "--title", "x")
    assert (code, err) == (2, "there is no file none.toml; start one with urbancmp init none.toml")
    assert list(tmp_path.iterdir()) == []


def test_kinds_are_those_of_the_table():
    """The command line offers what the field accepts."""
    assert tuple(kind.value for kind in SourceKind) == SOURCE_KINDS


def finished(processes):
    """The exit codes of processes that run at once."""
    codes = [process.wait(60) for process in processes]
    for process in processes:
        process.communicate()
    return codes


def test_runs_at_once_all_add_their_block(start, table):
    """One after the other; none is lost."""
    assert finished([start(CALL.format(first="", id=f"p{n}")) for n in range(4)]) == [0, 0, 0, 0]
    assert {"p0", "p1", "p2", "p3"} <= load([table]).sound().sources.keys()


def test_runs_at_once_with_one_id_add_it_once(start, table):
    """The others are refused under the lock, although the id was free when they began."""
    wait = "import urbancmp.files as f, time; write = f._locked\nf._locked = lambda *a: (time.sleep(0.5), write(*a))[1]"
    codes = finished([start(CALL.format(first=wait, id="same")) for _ in range(3)])
    assert sorted(codes) == [0, 1, 1]
    assert table.read_text(encoding="utf-8").count("[sources.same]") == 1
    assert "same" in load([table]).sound().sources


KILLED = "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)"
DISK_FULL = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))
"""


@pytest.mark.skipif("sys.platform == 'win32'", reason="no signals and limits")
@pytest.mark.parametrize("first", [KILLED, DISK_FULL], ids=["killed", "disk full"])
def test_a_run_that_fails_leaves_the_table_whole(start, run, table, first):
    """Killed while writing, or out of space; the next run is not hindered."""
    old = table.read_bytes()
    assert finished([start(CALL.format(first=first, id="lost"))])[0] != 0
    assert table.read_bytes() == old
    assert run(*ADD, "next")[0] == 0
