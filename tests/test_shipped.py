"""The built-in table is read once and kept; the cache never matters but for time."""

import os
import pickle
from pathlib import Path

import pytest

from urbancmp import shipped
from urbancmp.loading import load


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    path = tmp_path / "cache"
    monkeypatch.setenv("URBANCMP_CACHE", str(path))
    return path


def test_the_kept_table_is_the_table(folder: Path) -> None:
    """What is recalled equals what is read."""
    read = shipped.table()
    (kept,) = folder.iterdir()
    assert pickle.loads(kept.read_bytes()) == read == shipped.table() == load().data


def test_another_content_has_another_name(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that was edited is not mistaken for the one that was kept, and the old one is dropped."""
    shipped.table()
    (first,) = folder.iterdir()
    edited = tmp_path / "indicators.toml"
    edited.write_bytes(shipped.built_in().read_bytes() + b"\n# edited\n")
    monkeypatch.setattr(shipped, "built_in", lambda: edited)
    shipped.table()
    (second,) = folder.iterdir()
    assert first.name != second.name


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps({"figures": ()})])
def test_a_damaged_cache_is_read_anew(folder: Path, content: bytes) -> None:
    """Empty, broken or of another kind: the table comes from its file, and the cache is mended."""
    shipped.table()
    (kept,) = folder.iterdir()
    kept.write_bytes(content)
    assert shipped.table() == load().data
    assert pickle.loads(kept.read_bytes()) == load().data


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is the same, nothing is said."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("URBANCMP_CACHE", str(blocked))
    assert shipped.table() == load().data


def test_the_cache_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`off` keeps nothing."""
    monkeypatch.setenv("URBANCMP_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    shipped.table()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="skipped: no owners of files")
def test_what_another_user_left_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pickle can run code; only the user's own is opened."""
    shipped.table()
    (kept,) = folder.iterdir()
    monkeypatch.setattr(os, "getuid", lambda: kept.stat().st_uid + 1)
    assert shipped._recalled(kept) is None
