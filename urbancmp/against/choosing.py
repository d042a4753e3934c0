"""Which figure of a series speaks for a place: one a year, and the one to set beside another figure."""

from collections.abc import Iterable

from urbancmp.model import Comparator, Figure, Kind

EXACT = (Comparator.EQ, Comparator.APPROX)


def usable(figure: Figure) -> bool:
    """Whether a figure can stand beside another: a number, said once, of a whole year."""
    whole = figure.kind is Kind.TARGET or "part_year" not in figure.flags
    return figure.value is not None and "duplicate" not in figure.flags and whole


def bound(figure: Figure) -> bool:
    """Whether an actual is only a bound (超过60%), or a target is a range: no single number to compute with."""
    if figure.kind is Kind.TARGET:
        return figure.comparator is Comparator.RANGE
    return figure.comparator not in EXACT or "bound" in figure.flags


def actuals(figures: Iterable[Figure], until: int | None = None) -> dict[int, Figure]:
    """The actual of each year, not later than `until`: newest vintage, then exact, then stated rather than computed."""
    found: dict[int, Figure] = {}
    for figure in figures:
        if figure.kind is Kind.ACTUAL and figure.year is not None and (until is None or figure.year <= until):
            best = found.get(figure.year)
            if best is None or _merit(figure) > _merit(best):
                found[figure.year] = figure
    return found


def _merit(figure: Figure) -> tuple[int, bool, bool]:
    return figure.vintage or 0, not bound(figure), "derived" not in figure.flags


def targets(figures: Iterable[Figure]) -> list[Figure]:
    """The targets, each statement once."""
    unique = {(f.year, f.value, f.high, f.comparator): f for f in figures if f.kind is Kind.TARGET}
    return list(unique.values())


def nearest(figures: Iterable[Figure], year: int | None) -> Figure | None:
    """The figure of that year, else of the nearest one (the later of two); an undated one where no other fits."""
    found = list(figures)
    dated = sorted((figure for figure in found if figure.year is not None), key=_year)
    undated = [figure for figure in found if figure.year is None]
    if year is not None and dated:
        return min(dated, key=lambda one: (abs(_year(one) - year), -_year(one)))
    return next(iter([*undated, *reversed(dated)]), None)


def _year(figure: Figure) -> int:
    return figure.year or 0


def beside(own: Figure, theirs: Iterable[Figure], until: int | None) -> Figure | None:
    """What another place has to set beside `own`: the same kind first, of the same or the nearest year.

    Beside an actual stands no later year than `until`; a target without a partner stands beside the newest actual,
    an actual without one beside the nearest target.
    """
    theirs = list(theirs)
    yearly = actuals(theirs, until)
    newest = yearly[max(yearly)] if yearly else None
    if own.kind is Kind.TARGET:
        return nearest(targets(theirs), own.year) or newest
    if yearly:
        return nearest(yearly.values(), own.year)
    return nearest(targets(theirs), own.year)
