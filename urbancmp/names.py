"""All names by which something may be called, in one index: ids, codes, Chinese, Traditional, English, aliases."""

import re
from collections.abc import Iterable, Mapping

from urbancmp.model import Data, Heading, Indicator, Jurisdiction

_SUFFIXES = re.compile(r"(特别行政区|自治区|自治州|自治县|地区|省|市|县|縣|区|區|旗)$")


def folded(name: str) -> str:
    """The form in which names are compared: no case, no blanks, no separators."""
    return re.sub(r"[\s_\-·・]+", "", name).casefold()


def short(name: str) -> str:
    """A Chinese place name without its suffix (高平市 → 高平); two-character names keep theirs (郊区)."""
    cut = _SUFFIXES.sub("", name)
    return cut if len(cut) >= 2 else name


def names_of(place: Jurisdiction) -> Iterable[str]:
    """Every name of a jurisdiction."""
    yield from (place.id, place.code, place.name.en, *place.aliases)
    for name in filter(None, (place.name.zh, place.name.hant)):
        yield name
        yield short(name)


def full_names(place: Jurisdiction, places: Mapping[str, Jurisdiction]) -> Iterable[str]:
    """Names with the parent's in front (阳泉市郊区, 阳泉郊区), which tell districts of one name apart."""
    parent = places.get(place.parent)
    if parent is not None:
        yield parent.name.zh + place.name.zh
        yield short(parent.name.zh) + place.name.zh


def place_index(data: Data) -> dict[str, set[str]]:
    """Folded name → ids of the jurisdictions that bear it."""
    index: dict[str, set[str]] = {}
    for place in data.jurisdictions.values():
        for name in (*names_of(place), *full_names(place, data.jurisdictions)):
            index.setdefault(folded(name), set()).add(place.id)
    return index


def term_index(records: Mapping[str, Indicator] | Mapping[str, Heading]) -> dict[str, set[str]]:
    """Folded name → ids of the indicators (or families, rows) that bear it."""
    index: dict[str, set[str]] = {}
    for record in records.values():
        for name in (record.id, record.name.zh, record.name.en, record.name.hant, *getattr(record, "aliases", ())):
            if name:
                index.setdefault(folded(name), set()).add(record.id)
    return index
