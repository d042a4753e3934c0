"""Writing files so that the old one or the new one is there, whole, whatever happens in between."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from urbancmp.diagnostics import DataError, UsageError
from urbancmp.words import add, say

PATIENCE = 10.0
"""Seconds to wait for another run that is changing the same file."""

_REASONS: dict[int, str] = {
    errno.EISDIR: "files.folder",
    errno.ENOENT: "files.no_folder",
    errno.ENOTDIR: "files.no_folder",
    errno.EACCES: "files.denied",
    errno.EPERM: "files.denied",
    errno.EROFS: "files.denied",
    errno.ENOSPC: "files.full",
    errno.EDQUOT: "files.full",
    errno.EFBIG: "files.full",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

add(
    {
        "files.exists": (
            "{path} 已存在，未作改动；用 --force 覆盖，或换一个文件名",
            "{path} exists and was left as it is; use --force to replace it, or another name",
        ),
        "files.folder": ("{path} 是文件夹，请写明文件名", "{path} is a folder; name a file in it"),
        "files.no_folder": (
            "{path}：文件夹 {folder} 不存在，请先建立",
            "{path}: there is no folder {folder}; make it first",
        ),
        "files.denied": (
            "{path} 无法写入：没有权限，或正被其他程序（如 Excel）打开",
            "{path} cannot be written: no permission, or another program (Excel?) has it open",
        ),
        "files.full": (
            "{path} 没有写成：磁盘空间不足；原文件未动",
            "{path} was not written: the disk is full; what was there is untouched",
        ),
        "files.failed": (
            "{path} 没有写成：{reason}；原文件未动",
            "{path} was not written: {reason}; what was there is untouched",
        ),
        "files.busy": (
            "{path} 正被另一个 urbancmp 修改，请稍后再试",
            "{path} is being changed by another run of urbancmp; try again in a moment",
        ),
        "files.encoding": (
            "{path} 既不是 UTF-8 也不是 GB18030 文本，不能追加；请先另存为 UTF-8",
            "{path} is neither UTF-8 nor GB18030 text, so nothing was added; save it as UTF-8 first",
        ),
    }
)


def write_atomically(path: Path, data: bytes, *, force: bool, lang: str = "en") -> None:
    """Write `data` to the file `path`: a reader sees the old file or the new one, never a part.

    Without `force` a file that exists is refused with a UsageError, also if it appears in the meantime. All else that
    goes wrong is a DataError, the old file is whole and nothing of the new one is left. A link stays a link, a device
    or pipe is written to as it is.
    """
    try:
        _write(path, data, force)
    except FileExistsError as error:
        raise UsageError(say("files.exists", lang, path=path)) from error
    except OSError as error:
        raise _failure(error, path, lang) from error


def append_atomically(
    path: Path, text: str, *, accept: Callable[[bytes], None] | None = None, lang: str = "en"
) -> None:
    """Add `text` at the end of a text file (made if need be), in the file's own encoding and with its line ends.

    Runs at the same time come one after the other; each one replaces the file as a whole. `accept` is called with the
    whole new content before it is written and raises to refuse it. What cannot be done is a DataError and leaves the
    file as it was.
    """
    try:
        with _locked(path, lang):
            old = path.read_bytes() if path.exists() else b""
            addition = _addition(old, text)
            if addition is None:
                raise DataError(say("files.encoding", lang, path=path))
            if accept is not None:
                accept(old + addition)
            write_atomically(path, old + addition, force=True, lang=lang)
    except OSError as error:
        raise _failure(error, path, lang) from error


@contextmanager
def replaced(path: Path, *, lang: str = "en") -> Iterator[Path]:
    """A temporary file beside `path` for a writer of its own; it takes the place of `path` when the block ends well.

    Whatever goes wrong, the old file is whole and nothing of the new one is left; an OSError becomes a DataError.
    """
    if _is_stream(path):
        yield path
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".urbancmp-{os.urandom(8).hex()}.tmp")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "is read-only")
        temporary.touch(exist_ok=False)
        yield temporary
        _settle(temporary, target)
    except OSError as error:
        raise _failure(error, path, lang) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _settle(temporary: Path, target: Path) -> None:
    """Sync a finished temporary file and give it its name."""
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    temporary.replace(target)


def _addition(old: bytes, text: str) -> bytes | None:
    """The bytes to add to `old`, on a line of their own; None if `old` is not a text this tool reads."""
    encoding = _encoding(old)
    if encoding is None:
        return None
    end = "\r\n" if b"\r\n" in old else "\n"
    start = "" if not old or old.endswith(b"\n") else end
    return (start + text.replace("\r\n", "\n").replace("\n", end)).encode(encoding)


def _encoding(raw: bytes) -> str | None:
    if raw.startswith(_WIDE_MARKS) or b"\0" in raw:
        return None
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            raw.decode(encoding)
            return encoding
    return None


def _failure(error: OSError, path: Path, lang: str) -> DataError:
    key = _REASONS.get(error.errno or 0, "files.failed")
    return DataError(say(key, lang, path=path, folder=path.parent, reason=error.strerror or str(error)))


def _write(path: Path, data: bytes, force: bool) -> None:
    if _is_stream(path):
        path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if target.exists() and not force:
        raise FileExistsError(str(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "is read-only")
    temporary = target.with_name(f".urbancmp-{os.urandom(8).hex()}.tmp")
    try:
        _fill(temporary, data, target)
        _put(temporary, target, force)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _is_stream(path: Path) -> bool:
    """A device, a pipe, or one of the names under which a shell hands over an open file."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or path.parts[:2] == ("/", "dev")


def _fill(temporary: Path, data: bytes, target: Path) -> None:
    """Write and sync the temporary file, with the rights of the file it will replace."""
    with temporary.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _put(temporary: Path, target: Path, force: bool) -> None:
    """Give the temporary file its name; without `force` only one of several writers can win."""
    if force:
        temporary.replace(target)
    elif os.name == "nt":
        temporary.rename(target)
    else:
        _put_new(temporary, target)


def _put_new(temporary: Path, target: Path) -> None:
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: an empty file of that name, made by one writer only, is replaced.
        target.touch(exist_ok=False)
        try:
            temporary.replace(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _locked(path: Path, lang: str) -> Iterator[None]:
    """Keep other runs of this tool from changing the file; the system frees the lock of a run that dies."""
    target = Path(os.path.realpath(path))
    lock = target.with_name(f".{target.name}.lock")
    until = time.monotonic() + PATIENCE
    while (handle := _lock(lock)) is None:
        if time.monotonic() > until:
            raise DataError(say("files.busy", lang, path=path))
        time.sleep(0.02)
    try:
        yield
    finally:
        _unlock(handle, lock)


def _lock(lock: Path) -> int | None:
    """The handle of the locked lock file; None while another run holds it."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        # The run before may have removed the file between opening and locking: then this lock would guard nothing.
        if _seize(handle) and os.path.samestat(os.fstat(handle), lock.stat()):
            return handle
    except FileNotFoundError:
        pass
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _seize(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _unlock(handle: int, lock: Path) -> None:
    """Remove the lock file and free the lock, in this order where an open file can be removed."""
    if os.name == "nt":
        os.close(handle)
    with suppress(OSError):
        lock.unlink(missing_ok=True)
    if os.name != "nt":
        os.close(handle)
