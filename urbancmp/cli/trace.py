"""urbancmp trace."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session

if TYPE_CHECKING:
    from urbancmp.diagnostics import UsageError
    from urbancmp.model import Data, Jurisdiction
    from urbancmp.tables.tracing import Sentences
    from urbancmp.trace import Origin


def trace(
    place: opt.Place,
    indicator: opt.IndicatorName,
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="DIR", help="Folder of the documents: show the sentence too.")
    ] = None,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    format_: opt.Format = None,
    output: opt.Output = None,
    color: opt.ColorWhen = opt.Color.AUTO,
    headers: opt.HeaderLang = opt.Headers.NAMES,
    bom: opt.Bom = None,
) -> None:
    """Tell where a figure comes from.

    Document, issuer, number, date, clause, figure as printed, flags; with --sources the sentence itself.

    Example: urbancmp trace gaoping prefab_share_starts
    """
    from urbancmp import lookup
    from urbancmp.diagnostics import UsageError
    from urbancmp.tables.tracing import view
    from urbancmp.trace import trace as traced

    session = Session(data, overlays, lang, format_, output, color, headers, bom)
    where = lookup.jurisdiction(session.names, place)
    table = session.table_of([where.id])
    among = dict.fromkeys(figure.indicator for figure in table.by_place.get(where.id, ()))
    try:
        wanted = lookup.indicators(table, indicator, among)
    except UsageError as missed:
        raise _elsewhere(table, where, indicator) or missed from None
    origins = traced(table, where.id, [item.id for item in wanted])
    session.answer(view(origins, session.lang, _sentences(session, table, origins, sources)))


def _sentences(
    session: Session, table: "Data", origins: "tuple[Origin, ...]", folder: Path | None
) -> "Sentences | None":
    """The sentences of the figures out of the user's documents, unless the answer goes to a file."""
    if folder is None:
        return None
    from urbancmp.checks.proof import Status
    from urbancmp.checks.quoting import quotations
    from urbancmp.words import say

    lang = session.lang
    if session.output is not None or session.form().name != "text":
        session.say([say("trace.terminal_only", lang)])
        return None
    found = quotations(table, tuple(origin.figure for origin in origins), folder)
    return {
        path: say("trace.not_found", lang, path=one.document)
        if one.status is Status.MISSING
        else say(
            "trace.quoted",
            lang,
            before=one.before,
            printed=one.printed,
            after=one.after,
            path=Path(one.document).name,
            line=one.line,
        )
        for path, one in found.items()
    }


def _elsewhere(table: "Data", place: "Jurisdiction", name: str) -> "UsageError | None":
    """What to say where other places have the indicator; None where nobody has."""
    from urbancmp import lookup
    from urbancmp.diagnostics import UsageError

    try:
        known = lookup.indicators(table, name)
    except UsageError:
        return None
    names = ", ".join(item.id for item in known[:5])
    return UsageError(
        f"{place.id} has no figure of {names} (urbancmp show {known[0].id} tells who has)",
        f"{place.name.zh}没有 {names} 的数据(urbancmp show {known[0].id} 可知何处有)",
    )
