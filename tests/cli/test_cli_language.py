"""Both languages: every label, status, reason and caveat is in the language asked for."""

import re

import pytest

ENGLISH = frozenset(
    """
    target actual undated quantified unit indicator place value year since source status gap pace method rated reason
    caveat exact listed single met behind missed level county prefecture province nation kind plan press reprint
    bulletin interpretation figure figures document clause flags note definition numerator denominator scope stage
    standard period people households order total name code parent tier jurisdictions indicators families sources
    title issuer published reliability high medium low departments side one only at their ceiling differ differs
    stands against not the of and no need had way time ago earlier actuals printed about also
    """.split()  # noqa: SIM905
)
COMMANDS = {
    "compare": ("compare", "gaoping", "chengwu", "--all"),
    "compare five": ("compare", "gaoping", "chengwu", "pingliang", "shanxi", "yangquan", "--all"),
    "gap": ("gap", "--year", "2025", "--all"),
    "gap 2020": ("gap", "--year", "2020", "--all"),
    "show": ("show", "urbanization_rate_resident"),
    "show targets": ("show", "prefab_share_starts"),
    "trace": ("trace", "yangquan", "distribution_transformers_10kv"),
    "trace derived": ("trace", "china", "urbanization_rate_resident"),
    "list jurisdictions": ("list", "jurisdictions"),
    "list indicators": ("list", "indicators"),
    "list families": ("list", "families"),
    "list sources": ("list", "sources"),
}


def _words(text):
    """English words, with ids such as green_building_share in one piece and addresses left out."""
    return {word.lower() for word in re.findall(r"[A-Za-z_0-9]+", re.sub(r"https?://\S+", "", text))}


@pytest.mark.parametrize("command", COMMANDS)
def test_chinese_answers_hold_no_english_label(call, command):
    """With --lang zh the answer and what is said about it are Chinese; ids and names of sites may stay."""
    answer = call(*COMMANDS[command], "--lang", "zh")
    assert answer.code == 0
    assert _words(answer.out + answer.err) & ENGLISH == set()


@pytest.mark.parametrize("command", ["compare", "gap", "show", "list families"])
def test_english_answers_hold_the_words_of_the_list(call, command):
    """The list of words is one that English answers really use."""
    assert len(_words(call(*COMMANDS[command], "--lang", "en").out) & ENGLISH) >= 3


def test_the_count_in_chinese(run):
    """The closing line counts in Chinese, and the unquantified rate is called 未量化."""
    answer = run("compare", "gaoping", "chengwu", "--lang", "zh")
    assert re.search(r"1.*5.*2.*87", answer.lines[-1])
    assert "目标 未量化(2027)" in answer.out
    assert "目标 ≈53(2025)" in answer.out


def test_points_are_called_points(run):
    """A difference of percentages is 个百分点, never %."""
    answer = run("gap", "pingliang", "--year", "2025", "--lang", "zh")
    assert "8.21个百分点" in answer.out.replace(" ", "")
    assert "8.21%" not in answer.out.replace(" ", "")
    assert "滞后" in answer.out


@pytest.mark.parametrize(
    ("env", "word"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "行政区"),
        ({"LC_ALL": "zh_CN.GB18030", "LANG": "en_US.UTF-8"}, "行政区"),
        ({"LANG": "en_US.UTF-8"}, "Jurisdictions"),
        ({"LANG": "fr_FR.UTF-8"}, "Jurisdictions"),
        ({"LANG": "zh_CN.UTF-8", "URBANCMP_LANG": "en"}, "Jurisdictions"),
    ],
    ids=["zh", "LC_ALL", "en", "fr", "URBANCMP_LANG"],
)
def test_the_locale_chooses_unless_told(call, env, word):
    """LC_ALL, then LANG; URBANCMP_LANG is stronger."""
    assert call("list", "jurisdictions", env=env).lines[0].startswith(word)


def test_the_option_is_stronger_than_the_environment(call):
    """--lang zh wins over URBANCMP_LANG=en."""
    answer = call("list", "jurisdictions", "--lang", "zh", env={"URBANCMP_LANG": "en"})
    assert answer.lines[0].startswith("行政区")


def test_columns_keep_their_names_in_every_language(call):
    """CSV and JSON have the fixed names whatever the language."""
    chinese, english = (
        call("gap", "--year", "2020", "--format", "csv", "--lang", lang).lines[0] for lang in ("zh", "en")
    )
    assert chinese == english


def test_the_cells_follow_the_language(call):
    """The wide comparison is for readers: its cells and caveats are in the language asked for."""
    answer = call("compare", "gaoping", "chengwu", "--format", "csv", "--lang", "zh")
    assert "目标 30(2025)" in answer.out
    assert "新开工" in answer.out
