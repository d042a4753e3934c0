"""urbancmp import."""

from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FORM…", help="Filled forms: .xlsx, or .csv in UTF-8 or GB18030.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The table of actuals (.toml); stdout unless given."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
) -> None:
    """Take filled forms back.

    The result is a table of actuals for --with, or every cell that cannot be used, with the reason.

    Example: urbancmp import form.xlsx -o actuals.toml
    """
    from datetime import datetime

    from urbancmp import forms
    from urbancmp.diagnostics import DataError, UsageError, errors
    from urbancmp.files import write_atomically
    from urbancmp.words import say

    session = Session(data, overlays, lang)
    if output is not None and output.suffix.lower() != ".toml":
        raise UsageError(f"the actuals are written as TOML; name the file {output.with_suffix('.toml')}")
    found = forms.filled(files, session.table, datetime.now().astimezone().date())
    session.say(item.line(session.lang) for item in found.diagnostics)
    if not found.usable:
        raise DataError(say("forms.refused", session.lang, count=len(errors(found.diagnostics))))
    if not found.answers:
        raise DataError(say("forms.nothing", session.lang))
    text = forms.overlay(found.answers, session.table)
    if output is None:
        session.environment.write_text(text)
    else:
        write_atomically(output, text.encode(), force=force, lang=session.lang)
    to = say("forms.to", session.lang, path=output) if output else ""
    session.say([say("forms.imported", session.lang, answers=len(found.answers), blank=found.blank, to=to)])
