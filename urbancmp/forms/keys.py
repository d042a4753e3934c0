"""The key of a form's row: what is asked, with a checksum over the cells that a department must not change."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """The actual that a row asks for."""

    jurisdiction: str
    indicator: str
    year: int


def sealed(key: Key, cells: Iterable[str]) -> str:
    """`pingliang|urbanization_rate_resident|2025|actual|1a2b3c4d` for a row with these sealed cells."""
    stated = f"{key.jurisdiction}|{key.indicator}|{key.year}|actual"
    return f"{stated}|{_checksum(stated, cells)}"


def opened(text: str, cells: Iterable[str]) -> Key | None:
    """The key that `text` states, or None where it or one of the sealed cells was changed."""
    stated, _, checksum = text.strip().rpartition("|")
    parts = stated.split("|")
    if len(parts) != 4 or not parts[2].isdecimal() or checksum != _checksum(stated, cells):
        return None
    return Key(parts[0], parts[1], int(parts[2]))


def _checksum(stated: str, cells: Iterable[str]) -> str:
    """Blanks and line ends do not count: programs that save a sheet change them."""
    bare = "\x1f".join("".join(cell.split()) for cell in (stated, *cells))
    return hashlib.sha256(bare.encode()).hexdigest()[:8]
