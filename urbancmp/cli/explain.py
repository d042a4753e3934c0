"""urbancmp explain."""

from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="Status, reason, flag, method, grade or fault code.")
    ] = None,
    everything: Annotated[bool, typer.Option("--list", help="List all codes.")] = False,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
) -> None:
    """Say what a code means.

    Statuses, reasons, flags, grades, methods and faults.

    Example: urbancmp explain no_baseline
    """
    from urbancmp.diagnostics import UsageError
    from urbancmp.tables.meaning import listing, view

    session = Session(None, None, lang, format_, output, color)
    if code is None and not everything:
        raise UsageError("explain needs a code, such as no_baseline; --list names all")
    session.answer(listing(session.lang) if code is None else view(code, session.lang))
