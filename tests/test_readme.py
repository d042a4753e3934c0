"""What the README shows is what the program prints."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def sessions() -> list[tuple[str, list[str]]]:
    """Each command of the README's console blocks with the lines shown beneath it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```$", README, re.S | re.M):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line.rstrip())
    return found


def printed(command: str, folder: Path) -> list[str]:
    """Output of a command at 80 columns, in English, errors included."""
    words = shlex.split(command)
    assert words[0] == "urbancmp"
    environment = {**os.environ, "COLUMNS": "80", "URBANCMP_LANG": "en", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "urbancmp", *words[1:]],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return [line.rstrip() for line in result.stdout.splitlines()]


def matches(shown: list[str], real: list[str]) -> bool:
    """Whether the lines agree; a line of three dots stands for any number of lines."""
    pattern = "\n".join("(?:.*\n)*?.*" if line == "…" else re.escape(line) for line in shown)
    return re.fullmatch(pattern, "\n".join(real)) is not None


@pytest.mark.parametrize(("command", "shown"), sessions())
def test_a_session_in_the_readme_is_what_the_program_prints(command: str, shown: list[str], tmp_path: Path) -> None:
    """Commands and their output at 80 columns are real."""
    real = printed(command, tmp_path)
    assert matches([line for line in shown if line] or shown, [line for line in real if line]), "\n".join(real)


def test_the_record_in_the_readme_is_accepted(tmp_path: Path) -> None:
    """The commented record shown as an example of the data format passes the check."""
    block = re.search(r"^```toml\n(.*?)^```$", README, re.S | re.M)
    assert block is not None
    tomllib.loads(block[1])
    path = tmp_path / "example.toml"
    path.write_text(block[1], encoding="utf-8")
    result = subprocess.run([sys.executable, "-m", "urbancmp", "check", str(path)], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout.decode()


def test_every_command_stands_in_the_readme() -> None:
    """No command is left out of the README's list."""
    from urbancmp.cli.app import COMMANDS

    missing = [name for name in COMMANDS if f"`urbancmp {name}" not in README]
    assert missing == []


def test_the_two_first_blocks_are_one_command_line_each() -> None:
    """Installing and running, and testing, take one line each."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.S | re.M)[:2]
    assert [len(block.strip().splitlines()) for block in blocks] == [1, 1]
