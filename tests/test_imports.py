"""What a run imports: light commands start without the engine and without what only writes files."""

import json
import os
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version

import pytest

from urbancmp.loading import built_in

HEAVY = (
    "polars",
    "rich.table",
    "xlsxwriter",
    "jinja2",
    "simplejson",
    "fastexcel",
    "opencc",
    "docx",
    "pypdf",
    "pydantic",
)
LIGHT_COMMANDS = {
    "list": ["list", "jurisdictions"],
    "list indicators": ["list", "indicators"],
    "trace": ["trace", "gaoping", "prefab_share_starts"],
    "check": ["check"],
    "help": ["--help"],
    "help of gap": ["gap", "--help"],
}


def _imported(code, env=None):
    """Names of the modules that a fresh interpreter has after `code`."""
    program = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)), file=sys.__stderr__)"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, **(env or {})},
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_the_command_line_imports_nothing_heavy():
    """`import urbancmp.cli.app` knows every command without their engines."""
    assert _imported("import urbancmp.cli.app").isdisjoint(HEAVY)


@pytest.mark.parametrize("command", LIGHT_COMMANDS)
def test_light_commands_run_without_the_engine(command):
    """Listing, tracing, checking and help need no polars, and none of what writes workbooks or pages."""
    imported = _imported(f"from urbancmp.__main__ import run\nassert run({LIGHT_COMMANDS[command]!r}) == 0")
    assert imported.isdisjoint(set(HEAVY) - {"rich.table"})


@pytest.mark.parametrize(("form", "needed"), [("csv", set()), ("json", {"simplejson"}), ("md", set())])
def test_formats_import_what_they_use(form, needed):
    """Only JSON needs simplejson, and no text format needs a workbook writer."""
    imported = _imported(
        f"from urbancmp.__main__ import run\nassert run(['list', 'families', '--format', {form!r}]) == 0"
    )
    assert imported & {"simplejson", "xlsxwriter", "jinja2", "polars"} == needed


def test_completion_runs_without_the_engine():
    """A tabulator key answers fast."""
    imported = _imported(
        "from urbancmp.__main__ import run\ntry:\n    run([])\nexcept SystemExit:\n    pass",
        {"_URBANCMP_COMPLETE": "complete_bash", "COMP_WORDS": "urbancmp compare gao", "COMP_CWORD": "2"},
    )
    assert imported.isdisjoint(set(HEAVY) - {"rich.table"})


def test_the_engine_is_imported_where_it_is_used():
    """`gap` is the command that needs polars."""
    assert "polars" in _imported("from urbancmp.__main__ import run\nrun(['gap', '--year', '2025'])")


def test_the_package_alone_is_light():
    """`import urbancmp` promises four names and imports none of their modules."""
    imported = _imported("import urbancmp\nassert set(urbancmp.__all__) >= {'load', 'assess'}")
    assert {name for name in imported if name.startswith("urbancmp")} == {"urbancmp"}
    assert imported.isdisjoint({*HEAVY, "typer", "rich"})


def test_the_version_is_that_of_the_project():
    """What is installed is what pyproject.toml says."""
    project = tomllib.loads((built_in().parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    try:
        installed = version("urbancmp")
    except PackageNotFoundError:
        pytest.skip("urbancmp runs from a clone and is not installed")
    assert installed == project["version"]
