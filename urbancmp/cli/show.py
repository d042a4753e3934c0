"""urbancmp show."""

from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def show(
    indicator: opt.IndicatorName,
    place: Annotated[
        list[str] | None, typer.Option("--place", metavar="J", help="Only this jurisdiction; repeatable.")
    ] = None,
    chart: Annotated[bool, typer.Option("--chart", help="Draw the path year by year, with the schedule.")] = False,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """Show one indicator everywhere.

    A path over the years at each place, and the order in which places stand, as far as bounds allow one.

    Example: urbancmp show urbanization_rate_resident
    """
    from urbancmp import lookup
    from urbancmp.show import newest, paths, standings
    from urbancmp.tables.showing import view

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    found = lookup.indicator(session.names, indicator)
    places = [one.id for one in lookup.jurisdictions(session.names, place or ())]
    table = session.table_of(places, [found.id])
    orders = () if places else newest(standings(table, found.id)).values()
    ways = paths(table, found.id, places)
    answer = view(table, found, ways, orders, session.lang)
    if chart:
        from dataclasses import replace

        from urbancmp.tables.charting import blocks

        answer = replace(answer, blocks=(*blocks(table, found, ways, session.lang), *answer.blocks[1:]))
    session.answer(answer)
