"""The world outside as one object: streams, width, colour and language, each of them settable for a test.

An answer goes to stdout, everything said about it to stderr.
"""

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

from urbancmp.diagnostics import DataError, UsageError
from urbancmp.tables.view import visible
from urbancmp.words import add, say

LANGUAGES = ("zh", "en")
COLORS = ("auto", "always", "never")
_NARROWEST, _USUAL = 20, 80

add(
    {
        "console.lang": (
            "{where}：没有“{value}”这种语言；请用 zh 或 en",
            "{where}: there is no language '{value}'; use zh or en",
        ),
        "console.color": (
            "--color：没有“{value}”这个选项；请用 auto、always 或 never",
            "--color: there is no choice '{value}'; use auto, always or never",
        ),
        "console.write": ("标准输出无法写入：{reason}", "standard output cannot be written: {reason}"),
    }
)


def resolve_lang(option: str | None, environ: Mapping[str, str]) -> str:
    """The language asked for (--lang, URBANCMP_LANG), else that of the locale: Chinese is zh, all others are en."""
    locale = _locale(environ)
    for where, value in (("--lang", option), ("URBANCMP_LANG", environ.get("URBANCMP_LANG"))):
        if value:
            if value.lower() not in LANGUAGES:
                raise UsageError(say("console.lang", locale, where=where, value=value))
            return value.lower()
    return locale


def _locale(environ: Mapping[str, str]) -> str:
    set_to = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return "zh" if (set_to or _system_locale()).lower().startswith("zh") else "en"


def _system_locale() -> str:
    """The language of the Windows desktop, which sets none of the variables; elsewhere nothing."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


@dataclass(slots=True)
class Environment:
    """Where a run writes to and what it knows of the reader.

    `terminal` and `columns` are found out from stdout unless they are given.
    """

    stdout: TextIO = field(default_factory=lambda: _open(sys.stdout))
    stderr: TextIO = field(default_factory=lambda: _open(sys.stderr))
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    terminal: bool | None = None
    columns: int | None = None

    def __post_init__(self) -> None:
        if self.terminal is None:
            self.terminal = self.stdout.isatty()
        for stream in (self.stdout, self.stderr):
            _guard(stream)

    @property
    def width(self) -> int | None:
        """Cells of a line: COLUMNS, else the terminal's; None (unlimited) for a pipe or a file without COLUMNS."""
        asked = self.environ.get("COLUMNS", "").strip()
        if asked.isdecimal() and int(asked) > 0:
            return max(int(asked), _NARROWEST)
        if not self.terminal:
            return None
        return max(self.columns or _columns(self.stdout) or _USUAL, _NARROWEST)

    def color(self, option: str = "auto") -> bool:
        """Whether to paint: as --color says; `auto` paints on a terminal without NO_COLOR that is not dumb."""
        if option not in COLORS:
            raise UsageError(say("console.color", self.lang(), value=option))
        if option != "auto":
            return option == "always"
        plain = self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb"
        return bool(self.terminal) and not plain and _understands_colors()

    def lang(self, option: str | None = None) -> str:
        """The language to speak, zh or en."""
        return resolve_lang(option, self.environ)

    def write(self, data: bytes) -> None:
        """Write bytes to stdout as they are."""
        buffer = getattr(self.stdout, "buffer", None)
        try:
            if buffer is None:
                self.stdout.write(data.decode(errors="replace"))
            else:
                buffer.write(data)
            self.stdout.flush()
        except OSError as error:
            self._lost(error)

    def write_text(self, text: str) -> None:
        """Write text to stdout in the encoding of the stream."""
        try:
            self.stdout.write(text)
            self.stdout.flush()
        except OSError as error:
            self._lost(error)

    def note(self, line: str) -> None:
        """Say one line on stderr, whatever characters are in it."""
        try:
            self.stderr.write(visible(line) + "\n")
            self.stderr.flush()
        except OSError:
            self.stderr = _nowhere()

    def _lost(self, error: OSError) -> None:
        """Stop writing: a reader that went away has what it wanted, anything else is an error."""
        _discard(self.stdout)
        self.stdout = _nowhere()
        # Windows calls a pipe without a reader an invalid argument.
        if not isinstance(error, BrokenPipeError) and not (sys.platform == "win32" and error.errno == 22):
            raise DataError(say("console.write", self.lang(), reason=error.strerror or str(error))) from error


def _open(stream: TextIO | None) -> TextIO:
    return _nowhere() if stream is None else stream


def _nowhere() -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


def _guard(stream: TextIO) -> None:
    """What the encoding of a stream cannot hold is replaced rather than fatal."""
    encoding = (stream.encoding or "utf-8").lower().replace("_", "-")
    if encoding not in ("utf-8", "utf8") and isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


def _discard(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that the interpreter does not stumble over its rest when it ends."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return


def _understands_colors() -> bool:
    """Whether the terminal takes control sequences; a Windows console has to be asked to."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    handle = kernel.GetStdHandle(-11)
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))
