"""The output formats by name and by file suffix; each one is imported when it is first used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from urbancmp.diagnostics import UsageError
from urbancmp.formats import words as _words  # noqa: F401  (registers the words)
from urbancmp.tables.view import View
from urbancmp.words import say

Headers = Literal["names", "zh", "en"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may choose: language, width in terminal cells (None: unlimited), colour, headers, byte order mark.

    `headers` other than "names" puts the labels of the records in place of the fixed column names.
    """

    lang: str = "en"
    width: int | None = None
    color: bool = False
    headers: Headers = "names"
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A way to print a view; `where` is "module:function" of its renderer.

    `binary` ones cannot go to a terminal; a `localized` one is text for people, to be written in the encoding of the
    stream, while all others are bytes that leave as they are.
    """

    name: str
    suffixes: tuple[str, ...]
    where: str
    binary: bool = False
    localized: bool = False

    def render(self, view: View, options: Options) -> bytes:
        """The view in this format; text is UTF-8."""
        module, _, attribute = self.where.partition(":")
        renderer: Callable[[View, Options], bytes] = getattr(import_module(module), attribute)
        return renderer(view, options)


FORMATS: dict[str, Format] = {
    item.name: item
    for item in (
        Format("text", (".txt",), "urbancmp.formats.text:render", localized=True),
        Format("csv", (".csv",), "urbancmp.formats.csv:render"),
        Format("json", (".json",), "urbancmp.formats.json:render"),
        Format("md", (".md", ".markdown"), "urbancmp.formats.md:render"),
        Format("xlsx", (".xlsx",), "urbancmp.formats.xlsx:render", binary=True),
        Format("html", (".html", ".htm"), "urbancmp.formats.html:render"),
    )
}


def named(name: str, lang: str = "en", among: Mapping[str, Format] = FORMATS) -> Format:
    """The format of that name, or a UsageError that lists those there are."""
    if name not in among:
        raise UsageError(say("formats.unknown", lang, name=name, known=", ".join(among)))
    return among[name]


def for_suffix(path: Path, lang: str = "en", among: Mapping[str, Format] = FORMATS) -> Format:
    """The format that the file's suffix chooses, or a UsageError that lists the suffixes there are."""
    suffix = path.suffix.lower()
    for item in among.values():
        if suffix in item.suffixes:
            return item
    known = ", ".join(item.suffixes[0] for item in among.values())
    raise UsageError(say("formats.suffix", lang, path=path, known=known))


def choose(
    name: str | None, path: Path | None, lang: str = "en", among: Mapping[str, Format] = FORMATS, default: str = "text"
) -> Format:
    """The format of an answer: the one named, else the one of the file's suffix, else `default`.

    A name and a suffix that belong to two formats are a UsageError, and so is a binary format without a file.
    """
    if name is None:
        return for_suffix(path, lang, among) if path else named(default, lang, among)
    chosen = named(name, lang, among)
    if path is None and chosen.binary:
        raise UsageError(say("formats.needs_file", lang, name=name, suffix=chosen.suffixes[0]))
    if path is not None:
        _refuse_clash(chosen, path, lang, among)
    return chosen


def _refuse_clash(chosen: Format, path: Path, lang: str, among: Mapping[str, Format]) -> None:
    suffix = path.suffix.lower()
    if suffix not in chosen.suffixes and any(suffix in item.suffixes for item in among.values()):
        raise UsageError(say("formats.clash", lang, path=path, name=chosen.name))
