"""From option values to a selection of figures."""

from collections.abc import Iterable

from urbancmp import lookup
from urbancmp.compare import Selection
from urbancmp.diagnostics import UsageError
from urbancmp.model import Data, Kind


def selection(
    data: Data,
    families: Iterable[str] | None,
    indicators: Iterable[str] | None,
    years: Iterable[int] | None,
    kind: str | None,
) -> Selection:
    """The selection; raises UsageError for names the table does not know and for years without figures."""
    wanted = frozenset(years or ())
    known = {figure.year for figure in data.figures if figure.year is not None}
    for year in sorted(wanted - known):
        raise UsageError(
            f"no figure is dated {year}; the table has {min(known)} to {max(known)}",
            f"没有 {year} 年的数据,表中为 {min(known)} 至 {max(known)} 年",
        )
    return Selection(
        frozenset(lookup.family(data, name).id for name in families or ()),
        frozenset(item.id for name in indicators or () for item in lookup.indicators(data, name)),
        wanted,
        Kind(kind) if kind else None,
    )
