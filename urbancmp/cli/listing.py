"""urbancmp list."""

from enum import StrEnum
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


class What(StrEnum):
    """What can be listed."""

    JURISDICTIONS = "jurisdictions"
    INDICATORS = "indicators"
    FAMILIES = "families"
    SOURCES = "sources"
    METHODS = "methods"


def list_(
    what: Annotated[What, typer.Argument(help="What to list.")],
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """List all that can be named.

    Each with its counts of figures, targets and actuals.

    Example: urbancmp list indicators
    """
    from urbancmp.tables.listing import view

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    if what is What.METHODS:
        from urbancmp.tables.methods import listing

        session.answer(listing(session.lang))
        return
    session.answer(view(session.table_of(), what.value, session.lang))
