"""Runs init and new-source as the command line does."""

import subprocess
import sys

import pytest
import typer

from urbancmp.cli import compare, init, new_source
from urbancmp.diagnostics import UrbancmpError


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs a command in an empty folder; gives exit code, stdout, stderr."""
    app = typer.Typer()
    app.command("init")(init.init)
    app.command("new-source")(new_source.new_source)
    app.command("compare")(compare.compare)
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        code, said = 0, ""
        try:
            typer.main.get_command(app).main([*arguments, "--lang", "en"], standalone_mode=False)
        except UrbancmpError as error:
            code, said = int(error.exit_code), str(error)
        out, err = capsys.readouterr()
        return code, out, err + said

    return call


@pytest.fixture
def start(tmp_path):
    """Starts a Python process in the folder of the test."""
    return lambda code: subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stderr=subprocess.PIPE)
