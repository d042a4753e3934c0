"""From option values to rated targets."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from urbancmp import lookup
from urbancmp.cli.session import Session
from urbancmp.diagnostics import UsageError
from urbancmp.gap.methods import METHODS

if TYPE_CHECKING:
    import polars as pl

    from urbancmp.tables.gaps import Gaps


def known_method(name: str) -> str:
    """The id of a method; raises UsageError that lists the methods."""
    from difflib import get_close_matches

    for id_, method in METHODS.items():
        if name in (id_, *method.aliases):
            return id_
    close = get_close_matches(name, METHODS, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise UsageError(f"no method '{name}'{hint} (there are {', '.join(METHODS)})")


def rated(
    session: Session,
    places: Iterable[str] | None,
    indicators: Iterable[str] | None,
    year: int | None,
    method: str,
    as_of: int | None,
) -> "Gaps":
    """The rated targets, worst first; raises UsageError where the year has no targets at all."""
    from urbancmp.tables.gaps import Gaps

    chosen = known_method(method)
    frame = lazily(session, places, indicators, year, chosen, as_of)
    rows = tuple(frame.collect().iter_rows(named=True))
    if not rows and year is not None:
        raise UsageError(_no_targets(session, places, year))
    return Gaps(session.table, rows, chosen, year)


def lazily(
    session: Session,
    places: Iterable[str] | None,
    indicators: Iterable[str] | None,
    year: int | None,
    method: str,
    as_of: int | None,
) -> "pl.LazyFrame":
    """The plan of the rating, so that a panel can go from file to file without being held in memory."""
    from urbancmp.frames import figures_frame
    from urbancmp.gap.select import gap

    table = session.table
    wanted = [place.id for place in lookup.jurisdictions(table, places or ())]
    terms = [item.id for name in indicators or () for item in lookup.indicators(table, name)]
    frame = figures_frame(table, session.loaded.panels)
    return gap(frame, year=year, jurisdictions=wanted or None, indicators=terms or None, method=method, as_of=as_of)


def _no_targets(session: Session, places: Iterable[str] | None, year: int) -> str:
    table = session.table
    among = {place.id for place in lookup.jurisdictions(table, places or ())}
    years = sorted(
        {
            figure.year
            for figure in table.figures
            if figure.kind == "target" and figure.year and (not among or figure.jurisdiction in among)
        }
    )
    there = f"; there are targets for {', '.join(map(str, years))}" if years else "; there are none for any year"
    return f"no targets for {year}{there}"
