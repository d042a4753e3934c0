"""`trace --sources`: the sentence of a figure, out of the user's own copy of the document."""

import pytest

from tests.conftest import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture
def documents_folder():
    """The folder of the documents, where there is one."""
    if not SEEDS.is_dir():
        pytest.skip("skipped: no documents in ../shared/seeds")
    return SEEDS


def test_the_sentence_is_shown_with_the_figure_marked(call, documents_folder):
    """The misprinted figure of Yangquan stands in brackets in its sentence, with file and line."""
    answer = call("trace", "yangquan", "distribution_transformers_10kv", "--sources", documents_folder)
    assert answer.code == 0
    assert "【L98万千伏安】" in answer.out
    assert "004_a4e7468aa03a95cd.txt, line 13" in answer.out


@pytest.mark.parametrize("options", [("--format", "csv"), ("--format", "json"), ("-o", "answer.md")])
def test_sentences_go_to_the_terminal_only(call, documents_folder, options, tmp_path, monkeypatch):
    """Formats for programs and files hold no sentence, and a line says so."""
    monkeypatch.chdir(tmp_path)
    answer = call("trace", "yangquan", "distribution_transformers_10kv", "--sources", documents_folder, *options)
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir() if path.is_file())
    assert "【" not in answer.out + written
    assert "terminal only" in answer.err


def test_a_document_that_is_not_there_is_said(call, tmp_path):
    """An empty folder proves nothing, and the answer says so."""
    answer = call("trace", "gaoping", "prefab_share_starts", "--sources", tmp_path)
    assert answer.code == 0
    assert "the document is not in the folder" in answer.out


def test_a_folder_that_is_not_there_is_one_line(call, tmp_path):
    """The line names the folder and the option."""
    answer = call("trace", "gaoping", "prefab_share_starts", "--sources", tmp_path / "missing")
    assert answer.code == 3
    assert "no such folder" in answer.err
