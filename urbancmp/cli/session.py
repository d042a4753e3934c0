"""What every command does around its work: open the table, answer in a format, say what is said about it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from urbancmp.cli.options import Color, Headers, Language
from urbancmp.console import Environment, resolve_lang
from urbancmp.faults import Severity
from urbancmp.files import write_atomically
from urbancmp.formats import Format, Options, choose
from urbancmp.load import Loaded, load
from urbancmp.model import Data
from urbancmp.tables.view import View


@dataclass
class Session:
    """The options that commands share, and what follows from them."""

    data: list[Path] | None = None
    overlays: list[Path] | None = None
    lang_option: Language | None = None
    format: str | None = None
    output: Path | None = None
    color: Color = Color.AUTO
    headers: Headers = Headers.NAMES
    bom: bool | None = None

    @cached_property
    def lang(self) -> str:
        """zh or en."""
        return resolve_lang(self.lang_option.value if self.lang_option else None, os.environ)

    @cached_property
    def environment(self) -> Environment:
        """The terminal, pipe or file that is written to."""
        return Environment()

    @cached_property
    def loaded(self) -> Loaded:
        """The tables that the options name."""
        return load(self.data or (), self.overlays or ())

    @cached_property
    def table(self) -> Data:
        """The sound table; notes and what an overlay replaced are said on stderr.

        Raises FaultyDataError with every error of the table.
        """
        table = self.loaded.sound()
        for item in self.loaded.diagnostics:
            if item.severity is Severity.NOTE or item.code == "U502":
                self.environment.note(item.line(self.lang))
        return table

    def form(self, default: str = "text") -> Format:
        """The format of the answer; raises UsageError for one that does not exist or does not fit."""
        return choose(self.format, self.output, self.lang, default=default)

    def answer(self, view: View, default: str = "text") -> None:
        """Write the view to stdout or to the output file, and its remarks to stderr."""
        form = self.form(default)
        content = form.render(view, self._options())
        if self.output is not None:
            write_atomically(self.output, content, force=True)
        elif form.localized:
            self.environment.write_text(content.decode("utf-8"))
        else:
            self.environment.write(content)
        self.say(view.remarks)

    def _options(self) -> Options:
        to_file = self.output is not None
        return Options(
            lang=self.lang,
            width=None if to_file else self.environment.width,
            color=self.environment.color(self.color.value) and not to_file,
            headers=self.headers.value,
            bom=to_file if self.bom is None else self.bom,
        )

    def say(self, lines: Iterable[str]) -> None:
        """Lines on stderr."""
        for line in lines:
            self.environment.note(line)
