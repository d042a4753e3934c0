"""Which figures a user asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from urbancmp.model import Data, Figure, Kind


@dataclass(frozen=True, slots=True)
class Selection:
    """Limits to families, indicators (ids), years and one kind; empty means no limit.

    Asking for years leaves out undated figures.
    """

    families: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    kind: Kind | None = None

    def admits(self, figure: Figure, data: Data) -> bool:
        """Whether the figure is asked for."""
        return (
            (not self.indicators or figure.indicator in self.indicators)
            and (not self.families or data.indicators[figure.indicator].family in self.families)
            and (not self.years or figure.year in self.years)
            and (self.kind is None or figure.kind is self.kind)
        )

    def figures(self, data: Data, places: Iterable[str]) -> dict[str, tuple[Figure, ...]]:
        """The figures asked for, by place; repetitions within a document are left out."""
        return {
            place: tuple(
                figure
                for figure in data.by_place.get(place, ())
                if "duplicate" not in figure.flags and self.admits(figure, data)
            )
            for place in places
        }
