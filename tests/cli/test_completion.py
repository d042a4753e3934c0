"""Shell completion: names of places, indicators, families and methods, in bash, zsh and fish."""

import pytest


def _complete(program, shell, line):
    words = line.split(" ")
    env = {"_URBANCMP_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        env |= {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    else:
        env |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return program(env=env)


CASES = {
    "places": ("urbancmp compare gao", "gaoping", "chengwu"),
    "places by their Chinese names": ("urbancmp compare 平", "平凉市", "gaoping"),
    "indicators": ("urbancmp show urbanization_rate_h", "urbanization_rate_hukou", "prefab_share_new"),
    "families": ("urbancmp compare gaoping chengwu --family sew", "sewage", "prefab"),
    "methods": ("urbancmp gap --method sch", "schedule", "eurostat"),
}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("case", CASES)
def test_completion(call, shell, case):
    """What has been begun is completed to what the table knows, and to nothing else."""
    line, wanted, other = CASES[case]
    answer = _complete(call, shell, line)
    assert wanted in answer.out
    assert other not in answer.out
    assert answer.err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_through_the_entry_point(run, shell):
    """The process that a shell starts answers the same."""
    assert "gaoping" in _complete(run, shell, "urbancmp compare gao").out


def test_commands_are_completed(call):
    """The commands themselves too."""
    answer = _complete(call, "bash", "urbancmp com")
    assert answer.out.split() == ["compare"]


def test_descriptions_stand_beside_the_ids(call):
    """zsh shows the Chinese name beside the id."""
    assert "高平市" in _complete(call, "zsh", "urbancmp compare gao").out


def test_a_broken_table_completes_nothing(tmp_path, call):
    """Pressing the tabulator never prints a traceback."""
    path = tmp_path / "broken.toml"
    path.write_text("x = ", "utf-8")
    answer = call(
        env={
            "_URBANCMP_COMPLETE": "complete_bash", "COMP_WORDS": "urbancmp compare gao", "COMP_CWORD": "2",
            "URBANCMP_DATA": str(path),
        }
    )  # fmt: skip
    assert "Traceback" not in answer.out + answer.err


def test_completion_knows_the_table_in_use(tmp_path, call):
    """With URBANCMP_DATA the names of that table are completed."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[jurisdictions.gaolan]\nname = { zh = "皋兰县", en = "Gaolan" }\ncode = "620122"\ntier = "county"\n', "utf-8"
    )
    answer = call(
        env={
            "_URBANCMP_COMPLETE": "complete_bash", "COMP_WORDS": "urbancmp compare gao", "COMP_CWORD": "2",
            "URBANCMP_DATA": str(path),
        }
    )  # fmt: skip
    assert answer.out.split() == ["gaolan"]
