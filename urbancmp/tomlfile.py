"""From the bytes of a TOML file to its values and the line and column of each key."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.textfile import decoded
from urbancmp.tomlindex import Keys, Scanner

_FULL_WIDTH = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "＝": "=",
    "，": ",",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
    "＂": '"',
    "＇": "'",
    "　": "space",
    "【": "[",
    "】": "]",
    "：": ":",
    "．": ".",
    "－": "-",
}
_IN_A_LIST = 4
_AT = re.compile(r"^(?P<reason>.*?) ?\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.S)


@dataclass(frozen=True)
class TomlFile:
    """A parsed file; `where` finds the place of a key path when a fault needs it."""

    path: str
    values: dict[str, Any]
    text: str

    @cached_property
    def index(self) -> dict[Keys, tuple[int, int]]:
        """Line and column where each key, table and array item first stands."""
        places: dict[Keys, tuple[int, int]] = {}
        for keys, place in Scanner(self.text).entries():
            places.setdefault(keys, place)
        return places

    def where(self, keys: Keys) -> Location:
        """The place of `keys`, or of the nearest enclosing table."""
        place = self._in_section(keys)
        if place is not None:
            return Location(self.path, *place)
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.index:
                return Location(self.path, *self.index[keys[:length]])
        return Location(self.path, 1, 1)

    def _in_section(self, keys: Keys) -> tuple[int, int] | None:
        """The place if the one section [table.id] decides it: reading a section is faster than indexing a long file."""
        if "index" in self.__dict__ or len(keys) < 3:
            return None
        header = f"[{keys[0]}.{keys[1]}]"
        if header not in self._sections:
            self._sections[header] = self._section(header)
        for length in range(len(keys), _IN_A_LIST - 1, -1):
            place = self._sections[header].get(keys[:length])
            # What stands in a list of inline tables can stand nowhere else.
            if place is not None and (length == len(keys) or isinstance(keys[3], int)):
                return place
        return None

    @cached_property
    def _sections(self) -> dict[str, dict[Keys, tuple[int, int]]]:
        return {}

    def _section(self, header: str) -> dict[Keys, tuple[int, int]]:
        """The index of the section below the only line `header`; empty where it is not plain to see."""
        text = "\n" + self.text
        start = text.find(f"\n{header}\n")
        if start < 0 or text.find(f"\n{header}\n", start + 1) >= 0:
            return {}
        end = text.find("\n[", start + 1)
        section = self.text[start : end if end >= 0 else len(text)]
        if '"""' in section or "'''" in section:
            return {}
        above = self.text.count("\n", 0, start)
        return {keys: (line + above, column) for keys, (line, column) in Scanner(section).entries()}


def read(path: Path) -> TomlFile | Diagnostic:
    """Read and parse `path`; a file that cannot be used comes back as its fault."""
    text = decoded(path)
    return text if isinstance(text, Diagnostic) else parse(text, str(path))


def parse(text: str, path: str) -> TomlFile | Diagnostic:
    """Parse TOML with exact decimals; a syntax fault comes back with its line and column."""
    try:
        values = tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        return _syntax(str(error), text, path)
    except RecursionError:
        return Diagnostic("U007", Location(path))
    except ValueError:
        # Python refuses to turn thousands of digits into a number.
        return Diagnostic("U101", Location(path), {"reason": "a number with thousands of digits"})
    return TomlFile(path, values, text.replace("\r\n", "\n"))


_CUT_OFF = ("Invalid value", "Unclosed", "Unterminated", "Expected", "Unbalanced", "Illegal character")


def _syntax(message: str, text: str, path: str) -> Diagnostic:
    found = _AT.match(message)
    reason = found["reason"] if found else message
    lines = text.replace("\r\n", "\n").split("\n")
    if found is None or found["line"] is None:
        line, column = len(lines), len(lines[-1]) + 1
    else:
        line, column = int(found["line"]), int(found["column"])
    if fault := _full_width(lines[line - 1], path, line) or _repeated(reason, lines[line - 1], path, line):
        return fault
    if found is not None and found["line"] is None and reason.startswith(_CUT_OFF):
        return Diagnostic("U006", Location(path), {"reason": reason})
    return Diagnostic("U101", Location(path, line, column), {"reason": reason})


def _repeated(reason: str, content: str, path: str, line: int) -> Diagnostic | None:
    if not reason.startswith(("Cannot overwrite", "Cannot declare", "Duplicate inline", "Cannot mutate")):
        return None
    key = re.match(r"\s*\[*\s*([^=\]]+?)\s*(?:=|\])", content)
    return Diagnostic("U103", Location(path, line, 1), {"key": key[1] if key else content.strip()})


def _full_width(content: str, path: str, line: int) -> Diagnostic | None:
    """The first full-width sign outside strings on the faulty line: what a Chinese keyboard types by default."""
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*", lambda match: " " * len(match[0]), content)
    for column, char in enumerate(bare, 1):
        if char in _FULL_WIDTH:
            return Diagnostic("U102", Location(path, line, column), {"found": char, "wanted": _FULL_WIDTH[char]})
    return None
