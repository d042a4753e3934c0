"""urbancmp gap."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


class Table(StrEnum):
    """Tables of the yearly report."""

    COMPLETION = "completion"
    GAPS_IN_DATA = "gaps-in-data"


def gap(
    context: typer.Context,
    places: opt.AnyPlaces = None,
    year: Annotated[int | None, typer.Option("--year", help="Targets of this year; all targets unless given.")] = None,
    method: opt.Method = "schedule",
    as_of: Annotated[
        int | None, typer.Option("--as-of", metavar="YEAR", help="Another clock than the newest actual.")
    ] = None,
    indicator: opt.Indicators = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against", metavar="WHOM", help="Set beside parent, nation, best, median or a jurisdiction; repeatable."
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how each rating comes about.")] = False,
    worst: Annotated[int | None, typer.Option("--worst", metavar="N", min=1, help="Only the N worst.")] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", metavar="S", help="Only this status; repeatable.")
    ] = None,
    changed_since: Annotated[
        Path | None, typer.Option("--changed-since", metavar="FILE", help="What changed since an earlier gap CSV.")
    ] = None,
    table: Annotated[Table | None, typer.Option("--table", help="A table of the yearly report.")] = None,
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
    """Tell how far places are from targets.

    Worst first; what cannot be rated says why.

    Example: urbancmp gap pingliang --year 2025
    """
    from urbancmp.cli.command import command_line
    from urbancmp.cli.gapping import ALL, Request, known_method, known_status
    from urbancmp.cli.gapviews import Asked, answer

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    request = Request(
        tuple(places or ()),
        tuple(indicator or ()),
        year,
        method if method == ALL else known_method(method),
        as_of,
        tuple(known_status(name) for name in status or ()),
        worst,
    )
    chosen = table.value if table else None
    asked = Asked(tuple(against or ()), explain, changed_since, chosen, everything, command_line(context))
    answer(session, request, asked)
