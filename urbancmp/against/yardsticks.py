"""Against whom a place is set, and where that leads for one place of the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from urbancmp.model import Data, Jurisdiction, Tier

PARENT, NATION, BEST, MEDIAN = "parent", "nation", "best", "median"
LEAST = 3
"""Figures of one tier and year that a best or a median needs."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the user asked for: parent, nation, best, median, or `place` with the id of a peer."""

    kind: str
    place: str = ""

    @property
    def id(self) -> str:
        """The word by which it is asked for."""
        return self.place or self.kind

    @property
    def of_tier(self) -> bool:
        """Whether it is made out of all places of the tier."""
        return self.kind in (BEST, MEDIAN)


def superiors(data: Data, place: Jurisdiction) -> Iterator[Jurisdiction]:
    """The places above, nearest first, the nation last."""
    seen, above = {place.id}, place.parent
    while above in data.jurisdictions and above not in seen:
        seen.add(above)
        yield data.jurisdictions[above]
        above = data.jurisdictions[above].parent


def others(data: Data, place: Jurisdiction, yardstick: Yardstick) -> tuple[Jurisdiction, ...]:
    """The places whose figures count, the first one that has any decides; none for best and median.

    The parent of a county is its prefecture, or its province where the prefecture says nothing; the nation stands
    for a parent only above a province, as it is a yardstick of its own.
    """
    above = tuple(superiors(data, place))
    if yardstick.kind == PARENT:
        below_nation = tuple(one for one in above if one.tier is not Tier.NATION)
        return below_nation or above
    if yardstick.kind == NATION:
        nations = (one for one in (*above, *data.jurisdictions.values()) if one.tier is Tier.NATION)
        return tuple(one for one in nations if one.id != place.id)[:1]
    return (data.jurisdictions[yardstick.place],) if yardstick.place else ()
