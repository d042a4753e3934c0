"""urbancmp init: a table of one's own that works at once."""

import pytest

from urbancmp.loading import load
from urbancmp.schema import jsonschema

KILLED = """
import os
from pathlib import Path
from urbancmp.cli.init import init
os.fsync = lambda handle: os.kill(os.getpid(), 9)
init(Path("indicators.toml"), force=True)
"""


def test_writes_table_and_schema(run, tmp_path):
    """The default name, and beside it the file that editors read."""
    code, out, err = run("init")
    assert (code, out) == (0, "")
    assert err == (
        "wrote indicators.toml (an example table) and indicators.schema.json (for editors); "
        "next: urbancmp check indicators.toml\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["indicators.schema.json", "indicators.toml"]
    assert (tmp_path / "indicators.schema.json").read_text(encoding="utf-8") == jsonschema.text()


def test_table_loads_without_a_remark(run, tmp_path):
    """Nothing to mend before one starts."""
    run("init")
    assert load([tmp_path / "indicators.toml"]).diagnostics == []


def test_table_has_one_of_everything(run, tmp_path):
    """Two places, one family, one row with two indicators, documents with figures marked as invented."""
    run("init")
    data = load([tmp_path / "indicators.toml"]).data
    assert (len(data.jurisdictions), len(data.families), len(data.rows), len(data.indicators)) == (2, 1, 1, 2)
    assert all("虚构" in source.title for source in data.sources.values())
    assert {figure.kind.value for figure in data.figures} == {"actual", "target"}


def test_comments_come_in_both_languages(run, tmp_path):
    """Each heading explains itself in Chinese and in English."""
    run("init")
    comments = [
        line for line in (tmp_path / "indicators.toml").read_text(encoding="utf-8").splitlines() if line[:1] == "#"
    ]
    assert sum(not line.isascii() for line in comments) >= 6
    assert sum(line.isascii() for line in comments) >= 6


def test_compare_runs_on_it(run):
    """The row of the two places shows with its caveat."""
    run("init", "mine.toml")
    code, out, _ = run("compare", "示例甲县", "county_b", "--data", "mine.toml", "--format", "csv")
    assert code == 0
    assert "30" in out
    assert "25" in out


def test_leaves_a_file_alone_unless_forced(run, tmp_path):
    """What a person wrote stays."""
    (tmp_path / "indicators.toml").write_text("mine")
    code, _, err = run("init")
    assert (code, (tmp_path / "indicators.toml").read_text()) == (2, "mine")
    assert "--force" in err
    assert [path.name for path in tmp_path.iterdir()] == ["indicators.toml"]
    assert run("init", "--force")[0] == 0
    assert (tmp_path / "indicators.toml").read_text(encoding="utf-8").startswith("#:schema")


def test_leaves_a_schema_of_ones_own_alone(run, tmp_path):
    """A file of that name that says something else is not replaced either."""
    (tmp_path / "indicators.schema.json").write_text("{}")
    code, _, err = run("init")
    assert (code, [path.name for path in tmp_path.iterdir()]) == (2, ["indicators.schema.json"])
    assert "indicators.schema.json exists" in err


def test_a_second_table_shares_the_schema(run, tmp_path):
    """The same schema serves all tables of the folder."""
    assert [run("init", name)[0] for name in ("a.toml", "b.toml")] == [0, 0]


def test_a_folder_must_exist(run):
    """Nothing is made on the way."""
    code, _, err = run("init", "nowhere/indicators.toml")
    assert code == 3
    assert "no folder nowhere" in err


def test_a_table_ends_in_toml(run):
    """Otherwise no command would read it as one."""
    assert run("init", "indicators.json")[0] == 2


@pytest.mark.skipif("sys.platform == 'win32'", reason="no signals")
def test_a_killed_run_leaves_the_old_table_whole(start, tmp_path):
    """Also with --force."""
    (tmp_path / "indicators.toml").write_text("mine")
    with start(KILLED) as process:
        assert process.wait(60) == -9
    assert (tmp_path / "indicators.toml").read_text() == "mine"


def test_two_runs_at_once_make_one_table(start, run, tmp_path):
    """One writes it, the others are refused; it is whole."""
    code = "from pathlib import Path; from urbancmp.cli.init import init; init(Path('indicators.toml'))"
    runs = [start(code) for _ in range(4)]
    codes = sorted(process.wait(60) for process in runs)
    for process in runs:
        process.communicate()
    assert codes == [0, 1, 1, 1]
    assert load([tmp_path / "indicators.toml"]).diagnostics == []
