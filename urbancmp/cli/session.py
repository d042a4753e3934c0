"""What every command does around its work: open the table, answer in a format, say what is said about it."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from urbancmp.cli.options import Color, Headers, Language

if TYPE_CHECKING:
    import polars as pl

    from urbancmp.console import Environment
    from urbancmp.formats import Format, Options
    from urbancmp.loading import Loaded
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
        from urbancmp.console import resolve_lang

        return resolve_lang(self.lang_option.value if self.lang_option else None, os.environ)

    @cached_property
    def environment(self) -> "Environment":
        """The terminal, pipe or file that is written to."""
        from urbancmp.console import Environment

        return Environment()

    @cached_property
    def loaded(self) -> "Loaded":
        """The tables that the options name."""
        from urbancmp.loading import load

        return load(self.data or (), self.overlays or ())

    @cached_property
    def table(self) -> "Data":
        """The sound table; notes and what an overlay replaced are said on stderr.

        Raises FaultyDataError with every error of the table.
        """
        if not self.data and not self.overlays:
            from urbancmp.shipped import table as shipped

            return shipped()
        from urbancmp.faults import Severity

        table = self.loaded.sound()
        for item in self.loaded.diagnostics:
            if item.severity is Severity.NOTE or item.code == "U502":
                self.environment.note(item.line(self.lang))
        return table

    @property
    def panels(self) -> "tuple[Path, ...]":
        """The Parquet files among the tables."""
        return (*self.loaded.panels, *self.loaded.laid_on_top) if self.data or self.overlays else ()

    @cached_property
    def names(self) -> "Data":
        """The table with every place and indicator that may be named, also those that only a panel has."""
        if not self.panels:
            return self.table
        from urbancmp.frames import with_names

        return with_names(self.table, self.panels)

    def table_of(self, places: Iterable[str] = (), indicators: Iterable[str] = ()) -> "Data":
        """The table with the figures of the panels, of some places and indicators (ids) or of all."""
        if not self.panels:
            return self.table
        from urbancmp.frames import with_figures

        return with_figures(self.names, self.panels, places, indicators)

    @cached_property
    def figures(self) -> "pl.LazyFrame":
        """All figures of the run as a frame, panels included; what is laid on top wins, and is said once."""
        from urbancmp.frames import figures_frame
        from urbancmp.layering import layered

        if not self.data and not self.overlays:
            return figures_frame(self.table)
        loaded, table = self.loaded, self.table
        note = self.environment.note
        return layered(table, loaded.panels, loaded.laid_on_top, lambda item: note(item.line(self.lang)))

    def form(self, default: str = "text") -> "Format":
        """The format of the answer; raises UsageError for one that does not exist or does not fit."""
        from urbancmp.formats import choose

        return choose(self.format, self.output, self.lang, default=default)

    def answer(self, view: "View", default: str = "text") -> None:
        """Write the view to stdout or to the output file, and its remarks to stderr."""
        from urbancmp.files import write_atomically

        form = self.form(default)
        content = form.render(self._labelled(view), self._options())
        if self.output is not None:
            write_atomically(self.output, content, force=True, lang=self.lang)
        elif form.localized:
            self.environment.write_text(content.decode("utf-8"))
        else:
            self.environment.write(content)
        self.say(view.remarks)

    def _labelled(self, view: "View") -> "View":
        """The view with labels in the language that --headers asks for, be the rest in another one."""
        if self.headers is Headers.NAMES or self.headers.value == self.lang:
            return view
        from urbancmp.tables.columns import labels

        records = view.records
        named = {**records.labels, **labels(records.columns, self.headers.value)}
        return replace(view, records=replace(records, labels=named))

    def _options(self) -> "Options":
        from urbancmp.formats import Options

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
