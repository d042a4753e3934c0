"""urbancmp gap."""

from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def gap(
    places: opt.AnyPlaces = None,
    year: Annotated[int | None, typer.Option("--year", help="Targets of this year; all targets unless given.")] = None,
    method: opt.Method = "schedule",
    as_of: Annotated[
        int | None, typer.Option("--as-of", metavar="YEAR", help="Another clock than the newest actual.")
    ] = None,
    indicator: opt.Indicators = None,
    everything: Annotated[bool, typer.Option("--all", help="Also list what could not be rated, one by one.")] = False,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """Tell how far places are from their targets, worst first, and what cannot be rated and why.

    Example: urbancmp gap pingliang --year 2025
    """
    from urbancmp.cli.gapping import rated
    from urbancmp.tables.gaps import view

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    gaps = rated(session, places, indicator, year, method, as_of)
    session.answer(view(gaps, session.lang, everything=everything))
