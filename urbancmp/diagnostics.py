"""Faults as values, the exit codes, and the few exceptions for what cannot go on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from urbancmp.faults import FAULTS, Severity


class ExitCode(IntEnum):
    """What a shell script can rely on."""

    DONE = 0
    FAULTS = 1
    USAGE = 2
    DATA = 3


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1, 0 where the fault concerns the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: its code, its place and the values that its sentence needs."""

    code: str
    location: Location
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it matters, as the table of faults has it."""
        return FAULTS[self.code].severity

    def message(self, lang: str = "en") -> str:
        """The sentence in `lang`: what is wrong, and what to do where that is known."""
        fault = FAULTS[self.code]
        template = fault.zh if lang == "zh" else fault.en
        return template.format_map({key: _shown(value, lang) for key, value in self.values.items()})

    def line(self, lang: str = "en") -> str:
        """`file:line:column: CODE sentence`, the form that editors can jump to."""
        return f"{self.location}: {self.code} {self.message(lang)}"


class Hint(str):
    """The tail of a sentence that says what was probably meant; it has its words in both languages."""

    __slots__ = ("zh",)
    zh: str

    def __new__(cls, names: Iterable[str]) -> "Hint":
        """The hint for `names`, empty for none."""
        listed = list(names)
        hint = super().__new__(cls, f"; did you mean {' or '.join(listed)}?" if listed else "")
        hint.zh = f",是否指 {' 或 '.join(listed)}?" if listed else ""
        return hint


def _shown(value: object, lang: str) -> str:
    text = value.zh if isinstance(value, Hint) and lang == "zh" else str(value)
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, line and column, each fault once."""
    unique = {(item.location, item.code, item.message()): item for item in diagnostics}
    return [unique[key] for key in sorted(unique)]


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that make a table unusable."""
    return [item for item in diagnostics if item.severity is Severity.ERROR]


class UrbancmpError(Exception):
    """Something that cannot go on; the text says what, where, and what to do, in English and Chinese."""

    exit_code = ExitCode.DATA

    def __init__(self, en: str, zh: str = "") -> None:
        super().__init__(en)
        self.zh = zh

    def text(self, lang: str) -> str:
        """The sentence for a reader of `lang`."""
        return self.zh if lang == "zh" and self.zh else str(self)


class UsageError(UrbancmpError):
    """The call itself is wrong: an unknown name, method or option value."""

    exit_code = ExitCode.USAGE


class DataError(UrbancmpError):
    """A file or table that cannot be used."""

    exit_code = ExitCode.DATA


class FaultyDataError(DataError):
    """A table with errors, met by a command that needs a sound one."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = in_order(errors(diagnostics))
        count = len(self.diagnostics)
        super().__init__(f"{count} errors in the data", f"数据有 {count} 处错误")
