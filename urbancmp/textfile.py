"""From the bytes of a text file to its text: UTF-8 with or without byte order mark, or GB18030."""

from pathlib import Path

from urbancmp.diagnostics import Diagnostic, Location

_UTF16 = {b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decoded(path: Path) -> str | Diagnostic:
    """The text of a UTF-8 (with or without byte order mark) or GB18030 file."""
    place = Location(str(path))
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Diagnostic("U001", place)
    except OSError as error:
        return Diagnostic("U009", place, {"reason": error.strerror or str(error)})
    if not raw.strip():
        return Diagnostic("U002", place)
    for mark, encoding in _UTF16.items():
        if raw.startswith(mark):
            return Diagnostic("U004", place, {"encoding": encoding})
    if b"\x00" in raw:
        return Diagnostic("U003", place)
    return _text(raw, place)


def _text(raw: bytes, place: Location) -> str | Diagnostic:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return Diagnostic("U005", place)
