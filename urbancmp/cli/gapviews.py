"""Which view of rated targets is asked for, and what it is made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from urbancmp import lookup
from urbancmp.cli.gapping import (
    ALL,
    Request,
    contract,
    indicators_of,
    lazily,
    no_targets,
    places_of,
    rated,
    rated_by_all,
)
from urbancmp.cli.session import Session
from urbancmp.cli.streaming import stream, wanted
from urbancmp.diagnostics import UsageError

if TYPE_CHECKING:
    from urbancmp.against import Yardstick
    from urbancmp.tables.view import View

_FOR_PEOPLE = ("text", "md", "html")


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that choose a view, at most one of the first four; `command` is the call as typed."""

    against: tuple[str, ...] = ()
    explain: bool = False
    changed_since: Path | None = None
    table: str | None = None
    everything: bool = False
    command: str = ""


def answer(session: Session, request: Request, asked: Asked) -> None:
    """Answer `gap`; raises UsageError for options that do not go together."""
    chosen = _chosen(request, asked)
    form = wanted(session)
    if form is not None and chosen is None:
        stream(session, contract(session, request), form)
        return
    if form == "parquet":
        raise UsageError(
            f"{chosen} has no Parquet form; use .csv, .json or .xlsx",
            f"{chosen} 没有 Parquet 形式,请用 .csv、.json 或 .xlsx",
        )
    session.answer(_VIEWS[chosen or "plain"](session, request, asked))


def _chosen(request: Request, asked: Asked) -> str | None:
    """The view that the options name; raises UsageError for two at once and for filters that do not fit."""
    named = {
        "--method all": request.method == ALL,
        "--against": bool(asked.against),
        "--explain": asked.explain,
        "--changed-since": asked.changed_since is not None,
        "--table": asked.table is not None,
    }
    given = [option for option, is_given in named.items() if is_given]
    if given == ["--method all", "--explain"]:
        return "--explain"
    if len(given) > 1:
        raise UsageError(
            f"{given[0]} and {given[1]} are two different answers; give one of them",
            f"{given[0]} 与 {given[1]} 是两种答案,请只给一个",
        )
    if request.filtered and given and given != ["--explain"]:
        raise UsageError(
            f"--worst and --status do not go with {given[0]}", f"--worst 和 --status 不能与 {given[0]} 同用"
        )
    return given[0] if given else None


def _plain(session: Session, request: Request, asked: Asked) -> "View":
    from urbancmp.tables.gaps import MOST_SHOWN, view

    # For people a panel is cut short before it becomes records; programs get every row.
    most = MOST_SHOWN if session.panels and session.form().name in _FOR_PEOPLE else None
    return view(rated(session, request, most), session.lang, everything=asked.everything)


def _methods(session: Session, request: Request, asked: Asked) -> "View":
    from urbancmp.tables.bymethod import SideBySide, side_by_side

    methods, rows = rated_by_all(session, request)
    found = SideBySide(session.names, methods, rows, request.year)
    return side_by_side(found, session.lang, everything=asked.everything)


def _against(session: Session, request: Request, asked: Asked) -> "View":
    from urbancmp.against import against
    from urbancmp.tables.against import Against, view

    yardsticks = [_yardstick(session, name) for name in asked.against]
    places, indicators = places_of(session, request), indicators_of(session, request)
    if not places:
        raise UsageError(
            "--against needs to know whose targets: urbancmp gap gaoping --against parent",
            "--against 须指明是谁的目标:urbancmp gap gaoping --against parent",
        )
    rows = tuple(lazily(session, request).collect().iter_rows(named=True))
    if not rows and request.year is not None:
        raise no_targets(session, request)
    table = session.table_of((), indicators or {row["indicator"] for row in rows})
    pairs = tuple(
        pair
        for place in places
        for pair in against(table, place, yardsticks, year=request.year, until=request.until, indicators=indicators)
    )
    return view(Against(table, pairs, rows, request.method), session.lang, everything=asked.everything)


def _yardstick(session: Session, name: str) -> "Yardstick":
    from urbancmp.against import BEST, MEDIAN, NATION, PARENT, Yardstick

    if name in (PARENT, NATION, BEST, MEDIAN):
        return Yardstick(name)
    return Yardstick("peer", lookup.jurisdiction(session.names, name).id)


def _explain(session: Session, request: Request, asked: Asked) -> "View":
    from urbancmp.gap.methods import METHODS
    from urbancmp.tables.explaining import view

    methods = tuple(METHODS) if request.method == ALL else (request.method,)
    gaps = [rated(session, replace(request, method=id_)) for id_ in methods]
    return view(gaps, session.table_of(places_of(session, request)), session.lang, everything=asked.everything)


def _changes(session: Session, request: Request, asked: Asked) -> "View":
    from urbancmp.tables.changes import earlier, view

    if asked.changed_since is None:
        raise UsageError("--changed-since needs a file")
    before = earlier(asked.changed_since, session.lang)
    return view(rated(session, request), before, asked.changed_since.name, session.lang)


def _table(session: Session, request: Request, asked: Asked) -> "View":
    command = asked.command
    if asked.table == "completion":
        from urbancmp.tables.completion import view

        return view(rated(session, request), command)
    from urbancmp.tables.missing import view as gaps_in_data

    return gaps_in_data(rated(session, replace(request, year=None)), request.year, command)


_VIEWS: dict[str, Callable[[Session, Request, Asked], "View"]] = {
    "plain": _plain,
    "--method all": _methods,
    "--against": _against,
    "--explain": _explain,
    "--changed-since": _changes,
    "--table": _table,
}
