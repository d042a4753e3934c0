"""From option values to rated targets."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from urbancmp import lookup
from urbancmp.cli.session import Session
from urbancmp.diagnostics import UsageError
from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import ORDER, STATUSES

if TYPE_CHECKING:
    import polars as pl

    from urbancmp.tables.gaps import Gaps

ALL = "all"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of `gap`: places and indicators by any name, a year, a method, a clock, and which rows."""

    places: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    year: int | None = None
    method: str = "schedule"
    as_of: int | None = None
    statuses: tuple[str, ...] = ()
    worst: int | None = None

    @property
    def filtered(self) -> bool:
        """Whether only some of the rows are asked for."""
        return bool(self.statuses) or self.worst is not None

    @property
    def until(self) -> int | None:
        """The last year whose actuals count."""
        return min((year for year in (self.year, self.as_of) if year is not None), default=None)


def known_method(name: str) -> str:
    """The id of a method; raises UsageError that lists the methods."""
    for id_, method in METHODS.items():
        if name in (id_, *method.aliases):
            return id_
    known = f"{', '.join(METHODS)}, {ALL}"
    raise UsageError(f"no method '{name}'{_hint(name, METHODS)} (there are {known})", f"没有方法“{name}”(可用 {known})")


def known_status(name: str) -> str:
    """The id of a status, by id or by its word in either language; raises UsageError that lists them."""
    for id_, word in STATUSES.items():
        if name.casefold() in (id_, word.zh, word.en):
            return id_
    known = ", ".join(STATUSES)
    raise UsageError(
        f"no status '{name}'{_hint(name, STATUSES)} (there are {known})", f"没有判断“{name}”(可用 {known})"
    )


def _hint(name: str, choices: Iterable[str]) -> str:
    close = get_close_matches(name, list(choices), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def places_of(session: Session, request: Request) -> list[str]:
    """The ids of the places asked for, none for all."""
    if not request.places:
        return []
    return [place.id for place in lookup.jurisdictions(session.names, request.places)]


def indicators_of(session: Session, request: Request) -> list[str]:
    """The ids of the indicators asked for, none for all."""
    return [item.id for name in request.indicators for item in lookup.indicators(session.names, name)]


def lazily(session: Session, request: Request, *, extras: bool = True) -> "pl.LazyFrame":
    """The plan of the rating, so that a panel can go from file to file without being held in memory.

    `extras` adds what explanations and pictures need to the columns of the contract.
    """
    import polars as pl

    from urbancmp.gap.select import gap

    frame = gap(
        session.figures,
        year=request.year,
        jurisdictions=places_of(session, request) or None,
        indicators=indicators_of(session, request) or None,
        method=request.method,
        as_of=request.as_of,
        extras=extras,
    )
    if request.statuses:
        frame = frame.filter(pl.col("status").is_in(list(request.statuses)))
    return frame if request.worst is None else _worst(frame, request.worst)


def contract(session: Session, request: Request) -> "pl.LazyFrame":
    """The plan with the columns of the contract and no others; raises UsageError where there are no targets."""
    import polars as pl

    from urbancmp.gap.columns import CONTRACT

    if request.year is not None:
        targets = session.figures.filter(pl.col("kind") == "target", pl.col("year") == request.year)
        if targets.head(1).collect().is_empty():
            raise no_targets(session, request)
    rows = lazily(session, request, extras=False).select(CONTRACT)
    return rows.with_columns(flags=pl.when(pl.col("flags") != "").then(pl.col("flags")))


def _worst(frame: "pl.LazyFrame", count: int) -> "pl.LazyFrame":
    """The first `count` rated rows, worst status first and slowest pace first within one."""
    import polars as pl

    rank = pl.col("status").replace_strict({word: k for k, word in enumerate(ORDER)}, return_dtype=pl.Int8)
    rated = frame.filter(pl.col("status") != "no_rating")
    return rated.sort(rank, pl.col("pace"), nulls_last=True, maintain_order=True).head(count)


def rated(session: Session, request: Request, most: int | None = None) -> "Gaps":
    """The rated targets, worst first, with the counts of all that were looked at; of each sort at most `most`.

    Raises UsageError where there are no targets at all.
    """
    from urbancmp.tables.gaps import Gaps

    frame = lazily(session, request).collect()
    every = frame
    if request.filtered:
        everything = replace(request, statuses=(), worst=None)
        every = lazily(session, everything).select("status", "reason", "jurisdiction").collect()
    if every.is_empty():
        raise no_targets(session, request)
    shown = frame if most is None else _shortened(frame, most)
    return Gaps(
        session.names, tuple(shown.iter_rows(named=True)), request.method, request.year, _tally(every), request.filtered
    )


def _shortened(frame: "pl.DataFrame", most: int) -> "pl.DataFrame":
    """The first `most` rated rows and the first `most` of those that are not."""
    import polars as pl

    is_rated = pl.col("status") != "no_rating"
    return pl.concat([frame.filter(is_rated).head(most), frame.filter(~is_rated).head(most)])


def _tally(frame: "pl.DataFrame") -> Counter[tuple[str, str, str]]:
    import polars as pl

    counts = frame.group_by("status", pl.col("reason").fill_null(""), "jurisdiction", maintain_order=True).len()
    return Counter({(status, reason, place): count for status, reason, place, count in counts.iter_rows()})


def rated_by_all(session: Session, request: Request) -> tuple[tuple[str, ...], tuple[tuple[dict[str, Any], ...], ...]]:
    """The same targets by every method: the methods' ids, and the rows of each."""
    import polars as pl

    methods = tuple(METHODS)
    frames = pl.collect_all([lazily(session, replace(request, method=id_)) for id_ in methods])
    if frames[0].is_empty():
        raise no_targets(session, request)
    return methods, tuple(tuple(frame.iter_rows(named=True)) for frame in frames)


def no_targets(session: Session, request: Request) -> UsageError:
    """What to say where nothing is targeted, with the years for which there are targets."""
    import polars as pl

    targets = session.figures.filter(pl.col("kind") == "target")
    among = places_of(session, request)
    if among:
        targets = targets.filter(pl.col("jurisdiction").is_in(among))
    if wanted := indicators_of(session, request):
        targets = targets.filter(pl.col("indicator").is_in(wanted))
    found = targets.select(pl.col("year").unique().sort()).collect().to_series()
    return _nothing(request, ", ".join(str(year) for year in found if year is not None))


def _nothing(request: Request, years: str) -> UsageError:
    places = ", ".join(request.places)
    en = "no targets" + (f" of {places}" if places else "")
    zh = (places or "表中") + "没有" + (f" {request.year} 年的" if request.year else "") + "目标"
    if request.year is None:
        return UsageError(en, zh)
    en += f" for {request.year}; there are " + (f"targets for {years}" if years else "none for any year")
    return UsageError(en, zh + (f",有目标的年份:{years}" if years else ",其他年份也没有"))
