"""urbancmp export."""

from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def export(
    place: Annotated[
        list[str] | None, typer.Option("--place", metavar="J", help="Only this jurisdiction; repeatable.")
    ] = None,
    family: opt.Families = None,
    indicator: opt.Indicators = None,
    year: Annotated[list[int] | None, typer.Option("--year", help="Only this year; repeatable.")] = None,
    kind: Annotated[opt.Kind | None, typer.Option("--kind", help="Only targets or only actuals.")] = None,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """Write the tidy table.

    One figure a row, CSV unless a format is given.

    Example: urbancmp export -o figures.csv
    """
    from urbancmp import lookup
    from urbancmp.cli.exporting import tidy
    from urbancmp.cli.selecting import selection
    from urbancmp.cli.streaming import stream, wanted
    from urbancmp.tables.exporting import view

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    form = wanted(session)
    places = {one.id for one in lookup.jurisdictions(session.names, place or ())}
    table = session.table if form else session.table_of(places)
    chosen = selection(table, family, indicator, year, kind)
    figures = (
        figure
        for figure in table.figures
        if (not places or figure.jurisdiction in places) and chosen.admits(figure, table)
    )
    found = view(table, figures, session.lang)
    if form:
        stream(session, tidy(session, found.records, places, chosen), form)
        return
    session.answer(found, default="csv")
