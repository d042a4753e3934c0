"""urbancmp compare."""

from enum import StrEnum
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


class Table(StrEnum):
    """Tables of the yearly report."""

    SIDEBYSIDE = "sidebyside"


def compare(
    context: typer.Context,
    places: opt.Places,
    family: opt.Families = None,
    indicator: opt.Indicators = None,
    year: Annotated[list[int] | None, typer.Option("--year", help="Only this year; repeatable.")] = None,
    kind: Annotated[opt.Kind | None, typer.Option("--kind", help="Only targets or only actuals.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what stands on one side only.")] = False,
    long: Annotated[bool, typer.Option("--long", help="CSV and JSON with one figure a row.")] = False,
    table: Annotated[Table | None, typer.Option("--table", help="A table of the yearly report.")] = None,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """Set jurisdictions side by side.

    Figures share a row by definition; where definitions differ, the difference stands beneath the row.

    Example: urbancmp compare gaoping chengwu
    """
    from urbancmp.cli.selecting import selection
    from urbancmp.compare import compare as compared
    from urbancmp.diagnostics import UsageError
    from urbancmp.lookup import jurisdictions
    from urbancmp.tables.comparison import view

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    found = [place.id for place in jurisdictions(session.names, places)]
    if len(found) < 2:
        raise UsageError(
            "compare needs at least two different jurisdictions, such as: urbancmp compare gaoping chengwu",
            "compare 至少需要两个不同的行政区,如:urbancmp compare gaoping chengwu",
        )
    figures = session.table_of(found)
    chosen = selection(figures, family, indicator, year, kind)
    comparison = compared(figures, found, chosen)
    if table is not None:
        from urbancmp.cli.command import command_line
        from urbancmp.tables.sidebyside import view as sidebyside

        session.answer(sidebyside(figures, comparison, command_line(context)))
        return
    session.answer(view(figures, comparison, session.lang, everything=everything, long=long))
