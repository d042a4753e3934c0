"""What all tests share: a neutral environment, the shipped table, the program as a process and as a call."""

# ruff: noqa: E402
import os

# Before anything reads it: the terminal and language of whoever runs the tests must not matter.
for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "PYTHONIOENCODING"):
    os.environ.pop(name, None)
for name in ("URBANCMP_DATA", "URBANCMP_LANG"):
    os.environ.pop(name, None)
os.environ |= {"TERM": "xterm", "LANG": "en_US.UTF-8", "_TYPER_FORCE_DISABLE_TERMINAL": "1"}

import io
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
import tomli_w
from hypothesis import HealthCheck, settings

import urbancmp
from urbancmp.__main__ import run as run_here
from urbancmp.loading import built_in
from urbancmp.model import Data

os.environ.setdefault("URBANCMP_CACHE", str(Path(tempfile.gettempdir()) / "urbancmp-tests"))
ROOT = Path(urbancmp.__file__).resolve().parents[1]
FIVE_DOCUMENTS = ("gaoping_interpretation", "chengwu_plan", "pingliang_plan", "shanxi_press", "yangquan_plan")

settings.register_profile(
    "shared machine", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared machine")


@dataclass(frozen=True)
class Result:
    """What one run of the program gave: the answer, what was said about it, the exit code."""

    raw: bytes
    err: str
    code: int

    @property
    def out(self) -> str:
        """The answer as text."""
        return self.raw.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        """The lines of the answer."""
        return self.out.splitlines()


def as_process(*args: str | Path, env: Mapping[str, str] | None = None, stdin: bytes = b"") -> Result:
    """Run the program through its real entry point."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    done = subprocess.run(
        [sys.executable, "-m", "urbancmp", *map(str, args)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": path, **(env or {})},
        timeout=120,
        check=False,
    )
    return Result(done.stdout, done.stderr.decode("utf-8", "replace"), done.returncode)


def as_call(*args: str | Path, env: Mapping[str, str] | None = None) -> Result:
    """Run the program inside this process: the same entry point without the start-up time."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""), io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    with mock.patch.dict(os.environ, dict(env or {})), redirect_stdout(out), redirect_stderr(err):
        try:
            code = run_here([str(argument) for argument in args])
        except SystemExit as end:  # how shell completion ends
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        out.flush()
        err.flush()
    return Result(out.buffer.getvalue(), err.buffer.getvalue().decode(), int(code))  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def run() -> Callable[..., Result]:
    """run(*args, env=…, stdin=…): the program as a process; gives out, raw, lines, err, code."""
    return as_process


@pytest.fixture(scope="session")
def call() -> Callable[..., Result]:
    """call(*args, env=…): the program within this process, for tests that look at many answers."""
    return as_call


@pytest.fixture(scope="session")
def published() -> urbancmp.Dataset:
    """The shipped table: the five documents and the published figures."""
    return urbancmp.load()


@pytest.fixture(scope="session")
def shipped(published: urbancmp.Dataset) -> Data:
    """The records of the shipped table."""
    return published.data


@pytest.fixture(scope="session")
def five_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table file with the figures of the five documents alone."""
    table = tomllib.loads(built_in().read_text("utf-8"), parse_float=Decimal)
    table["sources"] = {id_: source for id_, source in table["sources"].items() if id_ in FIVE_DOCUMENTS}
    path = tmp_path_factory.mktemp("five") / "five_documents.toml"
    path.write_text(tomli_w.dumps(table), "utf-8")
    return path


@pytest.fixture(scope="session")
def documents(five_table: Path) -> urbancmp.Dataset:
    """The five documents alone, without the published figures."""
    return urbancmp.load(five_table)
