"""Line and column of every key of a TOML text that the parser has accepted.

The parser reports places only for syntax errors; faults of meaning need them too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

import tomli

Keys = tuple[str | int, ...]

_TOKEN = re.compile(
    r'(?P<ml>"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+)|(?P<str>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<eq>=)|(?P<nl>\n)"
    r"|(?P<dot>\.)|(?P<bare>[^\s\"'#\[\]{},=.]+)",
    re.S,
)


_ENDS = ("comma", "close", "nl", "comment")


class Scanner:
    """Walks text that the parser has accepted and notes where each key stands."""

    def __init__(self, text: str) -> None:
        self._tokens = [(match.lastgroup or "", match[0], match.start()) for match in _TOKEN.finditer(text)]
        self._starts = [0] + [index + 1 for index, char in enumerate(text) if char == "\n"]
        self._arrays: dict[Keys, int] = {}
        self._at = 0

    def entries(self) -> Iterator[tuple[Keys, tuple[int, int]]]:
        """Every key path with its line and column, counted from 1."""
        table: Keys = ()
        while self._at < len(self._tokens):
            kind, _, start = self._tokens[self._at]
            if kind in ("nl", "comment"):
                self._at += 1
            elif kind == "open":
                table = self._header()
                for length in range(1, len(table) + 1):
                    yield table[:length], self._place(start)
            else:
                yield from self._pair(table)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _header(self) -> Keys:
        double = self._tokens[self._at + 1][0] == "open"
        self._at += 2 if double else 1
        names = self._key()
        self._at += 2 if double else 1
        keys = self._resolved(names[:-1])
        if not double:
            return (*keys, names[-1])
        array = (*keys, names[-1])
        self._arrays[array] = self._arrays.get(array, -1) + 1
        return (*array, self._arrays[array])

    def _resolved(self, names: tuple[str, ...]) -> Keys:
        keys: Keys = ()
        for name in names:
            keys = (*keys, name)
            if keys in self._arrays:
                keys = (*keys, self._arrays[keys])
        return keys

    def _key(self) -> tuple[str, ...]:
        names: list[str] = []
        while self._tokens[self._at][0] not in ("eq", "close"):
            kind, text, _ = self._tokens[self._at]
            if kind == "str":
                names.append(str(tomli.loads(f"k = {text}")["k"]))
            elif kind == "bare":
                names.append(text)
            self._at += 1
        return tuple(names)

    def _pair(self, table: Keys) -> Iterator[tuple[Keys, tuple[int, int]]]:
        start = self._tokens[self._at][2]
        keys = (*table, *self._key())
        self._at += 1
        for length in range(len(table) + 1, len(keys) + 1):
            yield keys[:length], self._place(start)
        yield from self._value(keys)

    def _value(self, keys: Keys) -> Iterator[tuple[Keys, tuple[int, int]]]:
        kind, text, _ = self._tokens[self._at]
        if kind == "open" and text == "[":
            yield from self._items(keys)
        elif kind == "open":
            yield from self._inline(keys)
        else:
            while self._at < len(self._tokens) and self._tokens[self._at][0] not in _ENDS:
                self._at += 1

    def _items(self, keys: Keys) -> Iterator[tuple[Keys, tuple[int, int]]]:
        self._at += 1
        number = 0
        while self._tokens[self._at][0] != "close":
            kind, _, start = self._tokens[self._at]
            if kind in ("nl", "comment", "comma"):
                self._at += 1
                continue
            yield (*keys, number), self._place(start)
            yield from self._value((*keys, number))
            number += 1
        self._at += 1

    def _inline(self, keys: Keys) -> Iterator[tuple[Keys, tuple[int, int]]]:
        self._at += 1
        while self._tokens[self._at][0] != "close":
            if self._tokens[self._at][0] in ("nl", "comment", "comma"):
                self._at += 1
                continue
            yield from self._pair(keys)
        self._at += 1
