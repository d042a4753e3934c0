"""A file is the old one or the new one, whatever happens."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from urbancmp import files
from urbancmp.diagnostics import DataError, UsageError
from urbancmp.files import append_atomically, write_atomically

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX")


@contextmanager
def without_rights():
    """Run as nobody if the tests run as root, who may write everywhere."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def readable_folder():
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def in_a_process(code, folder, **options):
    """Run `code` in a fresh interpreter inside `folder`."""
    start = "from pathlib import Path; from urbancmp import files; import os, signal; out = Path('out.txt'); "
    return subprocess.run(
        [sys.executable, "-c", start + code],
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(files.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        **options,
    )


def at_once(count, work):
    """Call `work(number)` in `count` threads and return what each one returned or raised."""
    results = [None] * count

    def keep(number):
        try:
            results[number] = work(number)
        except Exception as error:
            results[number] = error

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.parametrize("force", [True, False])
def test_a_new_file_holds_the_bytes(tmp_path, force):
    """The bytes arrive as they are and nothing else is left in the folder."""
    write_atomically(tmp_path / "out.csv", b"\xef\xbb\xbfa\r\n", force=force)
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("out.csv", b"\xef\xbb\xbfa\r\n")]


def test_an_existing_file_is_refused(tmp_path):
    """Without force the message says what to do, and the file is as it was."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    with pytest.raises(UsageError, match=r"out\.csv exists.*--force"):
        write_atomically(path, b"new", force=False)
    assert path.read_bytes() == b"old"


def test_force_replaces(tmp_path):
    """With force the new bytes stand in place of the old ones."""
    path = tmp_path / "out.csv"
    path.write_bytes(b"old and longer")
    write_atomically(path, b"new", force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("links", [True, False])
def test_of_several_writers_one_wins(tmp_path, monkeypatch, links):
    """All find no file and all write; one gets the name, the others are refused, with hard links or without."""
    barrier, fill = threading.Barrier(4), files._fill

    def fill_and_wait(*args):
        fill(*args)
        barrier.wait()

    def no_links(self, target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(files, "_fill", fill_and_wait)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = tmp_path / "out.txt"
    results = at_once(4, lambda number: write_atomically(path, str(number).encode() * 1000, force=False))
    winner = results.index(None)
    assert [type(result) for result in results if result is not None] == [UsageError] * 3
    assert path.read_bytes() == str(winner).encode() * 1000
    assert [item.name for item in tmp_path.iterdir()] == ["out.txt"]


def test_a_missing_folder_is_named(tmp_path):
    """The message names the folder that is not there."""
    with pytest.raises(DataError, match=r"there is no folder .*missing; make it first"):
        write_atomically(tmp_path / "missing" / "out.txt", b"new", force=True)


def test_a_folder_is_not_a_file(tmp_path):
    """A folder in place of a file is said so, in the reader's language."""
    with pytest.raises(DataError, match="是文件夹"):
        write_atomically(tmp_path, b"new", force=True, lang="zh")


@posix
def test_a_read_only_folder(readable_folder):
    """Without the right to write there, the message says so."""
    path = readable_folder / "out.txt"
    readable_folder.chmod(0o555)
    with without_rights(), pytest.raises(DataError, match="cannot be written: no permission"):
        write_atomically(path, b"new", force=True)
    readable_folder.chmod(0o755)
    assert list(readable_folder.iterdir()) == []


@posix
def test_a_read_only_file_is_not_replaced(readable_folder):
    """A file that its owner protected stays, even where the folder would let it be replaced."""
    path = readable_folder / "out.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    readable_folder.chmod(0o777)
    with without_rights(), pytest.raises(DataError, match="cannot be written: no permission"):
        write_atomically(path, b"new", force=True)
    assert path.read_bytes() == b"old"


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path):
    """When the bytes do not fit, the old file is whole and nothing else is left."""
    (tmp_path / "out.txt").write_bytes(b"old")
    done = in_a_process(
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: files.write_atomically(out, b'x' * 5000, force=True)\n"
        "except files.DataError as error: print(error)",
        tmp_path,
    )
    assert done.stdout == "out.txt was not written: the disk is full; what was there is untouched\n"
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("out.txt", b"old")]


@posix
@pytest.mark.parametrize("moment", ["os.fsync", "Path.replace"])
def test_a_killed_run_leaves_the_old_file(tmp_path, moment):
    """Killed before the new file has its name, the old one is whole."""
    (tmp_path / "out.txt").write_bytes(b"old")
    done = in_a_process(
        f"{moment} = lambda *args: os.kill(os.getpid(), signal.SIGKILL); "
        "files.write_atomically(out, b'x' * 5000, force=True)",
        tmp_path,
    )
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "out.txt").read_bytes() == b"old"


@pytest.mark.parametrize("force", [True, False])
def test_an_interrupted_run_leaves_nothing(tmp_path, monkeypatch, force):
    """Ctrl-C in the middle removes the temporary file."""

    def interrupted(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "out.txt", b"new", force=force)
    assert list(tmp_path.iterdir()) == []


@posix
def test_the_rights_of_a_file_are_kept(tmp_path):
    """A replaced file is as readable as it was."""
    path = tmp_path / "out.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new", force=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_usual_rights(tmp_path):
    """A new file is as readable as any other, not private like a temporary one."""
    (tmp_path / "other").touch()
    write_atomically(tmp_path / "out.txt", b"new", force=False)
    assert (tmp_path / "out.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path):
    """The file behind a link is replaced, not the link."""
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomically(tmp_path / "link.txt", b"new", force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@posix
def test_a_device_is_written_to(tmp_path):
    """/dev/null and pipes stay what they are."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"new", force=False)
    reader.join()
    write_atomically(Path(os.devnull), b"new", force=True)
    assert got == [b"new"]
    assert not Path(os.devnull).is_file()


def test_appending_makes_the_file(tmp_path):
    """What is added to no file is the file."""
    append_atomically(tmp_path / "out.toml", "a = 1\n")
    assert (tmp_path / "out.toml").read_bytes() == b"a = 1\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a = 1\n", b"a = 1\n" + "b = '市'\n".encode()),
        (b"a = 1", b"a = 1\n" + "b = '市'\n".encode()),
        (b"a = 1\r\n", b"a = 1\r\n" + "b = '市'\r\n".encode()),
        ("a = '县'\n".encode("gb18030"), "a = '县'\nb = '市'\n".encode("gb18030")),
    ],
)
def test_appended_text_is_like_the_file(tmp_path, old, new):
    """It begins a line of its own, in the file's encoding and with its line ends."""
    path = tmp_path / "out.toml"
    path.write_bytes(old)
    append_atomically(path, "b = '市'\n")
    assert path.read_bytes() == new


@pytest.mark.parametrize("old", ["a = 1".encode("utf-16"), b"a\0b", b"\xff\xff\xff"])
def test_nothing_is_appended_to_what_is_no_text(tmp_path, old):
    """A file of another kind is left as it is."""
    path = tmp_path / "out.toml"
    path.write_bytes(old)
    with pytest.raises(DataError, match="neither UTF-8 nor GB18030"):
        append_atomically(path, "b = 2\n")
    assert path.read_bytes() == old


def test_what_is_not_accepted_is_not_appended(tmp_path):
    """The new content is shown to the caller first, who may refuse it."""
    path, seen = tmp_path / "out.toml", []
    path.write_bytes(b"a = 1\n")

    def refuse(content):
        seen.append(content)
        raise DataError("not like that")

    with pytest.raises(DataError, match="not like that"):
        append_atomically(path, "a = 2\n", accept=refuse)
    assert (path.read_bytes(), seen) == (b"a = 1\n", [b"a = 1\na = 2\n"])


def test_several_runs_append_one_after_the_other(tmp_path):
    """No line is lost, none is broken, and no lock is left."""
    path = tmp_path / "out.toml"
    at_once(4, lambda number: [append_atomically(path, f"{number}.{turn}\n") for turn in range(10)])
    assert sorted(path.read_text().split()) == sorted(f"{number}.{turn}" for number in range(4) for turn in range(10))
    assert [item.name for item in tmp_path.iterdir()] == ["out.toml"]


@posix
def test_a_file_that_stays_locked_is_said_to_be_busy(tmp_path, monkeypatch):
    """Waiting has an end."""
    import fcntl

    monkeypatch.setattr(files, "PATIENCE", 0)
    with (tmp_path / ".out.toml.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(DataError, match="being changed by another run"):
            append_atomically(tmp_path / "out.toml", "a\n")


@posix
def test_the_lock_of_a_killed_run_is_free(tmp_path):
    """A lock file left behind by a run that died holds nobody up."""
    in_a_process(
        "files.write_atomically = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL); "
        "files.append_atomically(out, 'lost\\n')",
        tmp_path,
    )
    assert (tmp_path / ".out.txt.lock").exists()
    append_atomically(tmp_path / "out.txt", "kept\n")
    assert (tmp_path / "out.txt").read_text() == "kept\n"


def test_appending_where_nothing_can_be_written(tmp_path):
    """A missing folder is said, not waited for."""
    with pytest.raises(DataError, match="there is no folder"):
        append_atomically(tmp_path / "missing" / "out.toml", "a\n")
