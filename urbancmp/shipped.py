"""The built-in table, as an earlier run has read it where that is possible.

Reading and validating the table takes longer than everything else that a small command does. The result is kept in the
user's cache folder under the hash of the table, of the program's version and of Python's; a cache that is missing,
damaged, not the user's own or not writable only costs the time. `URBANCMP_CACHE` names another folder, `off` none.
"""

import hashlib
import os
import pickle
import sys
from pathlib import Path

from urbancmp.installed import built_in, program_version
from urbancmp.model import Data

FOLDERS = {"win32": ("LOCALAPPDATA", "AppData/Local"), "darwin": ("", "Library/Caches")}


def table() -> Data:
    """The built-in table; raises FaultyDataError with every fault if it has errors."""
    path = built_in()
    kept = _place(path)
    return (_recalled(kept) if kept else None) or _read(kept)


def _place(path: Path) -> Path | None:
    """The file of the cache for this table, this program and this Python."""
    folder = _folder()
    if folder is None:
        return None
    content = hashlib.sha256(path.read_bytes())
    for module in ("model.py", "schema/build.py"):
        content.update(str((Path(__file__).parent / module).stat().st_mtime_ns).encode())
    content.update(f"{program_version()} {sys.version}".encode())
    return folder / f"table-{content.hexdigest()[:32]}.pickle"


def _folder() -> Path | None:
    asked = os.environ.get("URBANCMP_CACHE")
    if asked:
        return None if asked == "off" else Path(asked)
    variable, home = FOLDERS.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    base = os.environ.get(variable) if variable else None
    try:
        return Path(base or Path.home() / home) / "urbancmp"
    except RuntimeError:
        return None


def _recalled(kept: Path) -> Data | None:
    """What an earlier run has kept, if it is this user's and whole."""
    try:
        if hasattr(os, "getuid") and kept.stat().st_uid != os.getuid():
            return None
        data = pickle.loads(kept.read_bytes())
    except Exception:  # a cache may fail in any way, and never matters
        return None
    return data if isinstance(data, Data) else None


def _read(kept: Path | None) -> Data:
    from urbancmp.loading import load

    data = load().sound()
    if kept is not None:
        _keep(kept, data)
    return data


def _keep(kept: Path, data: Data) -> None:
    from urbancmp.diagnostics import UrbancmpError
    from urbancmp.files import write_atomically

    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in kept.parent.glob("table-*.pickle"):
            old.unlink(missing_ok=True)
        write_atomically(kept, pickle.dumps(data, protocol=5), force=True)
    except (OSError, UrbancmpError):
        return
