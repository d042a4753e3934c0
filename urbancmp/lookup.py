"""From what a user types to the record that is meant, or an error that says what else there is."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from urbancmp.diagnostics import UsageError
from urbancmp.model import Data, Heading, Indicator, Jurisdiction
from urbancmp.names import folded, place_index, term_index

Term = TypeVar("Term", Indicator, Heading)


def jurisdiction(data: Data, name: str) -> Jurisdiction:
    """The place called `name`: id, code, Chinese (Simplified or Traditional), English, any case.

    Raises UsageError for a name that fits several places (it lists them) or none (it says what is near).
    """
    index = place_index(data)
    found = sorted(index.get(folded(name), ()))
    if len(found) > 1 or (found and _shared(data.jurisdictions[found[0]], name)):
        places = ", ".join(_described(data, id_) for id_ in found)
        more, zh_more = ("", "") if len(found) > 1 else ("; other cities have one too", ",其他城市也有")
        raise UsageError(
            f"'{name}' is not one place: {places}{more}. Use the id or the code",
            f"“{name}”不止一处:{places}{zh_more}。请用代号或代码",
        )
    if not found:
        raise _miss("jurisdiction", name, index)
    return data.jurisdictions[found[0]]


def jurisdictions(data: Data, names: Iterable[str]) -> tuple[Jurisdiction, ...]:
    """The places called `names`, each once, in the order given."""
    return tuple({place.id: place for place in (jurisdiction(data, name) for name in names)}.values())


def indicator(data: Data, name: str) -> Indicator:
    """The indicator called `name`; the beginning or a part of one name is enough where it fits only one."""
    found = indicators(data, name)
    if len(found) > 1:
        listed = ", ".join(item.id for item in found[:8]) + (", …" if len(found) > 8 else "")
        raise UsageError(
            f"'{name}' fits {len(found)} indicators: {listed}. Use one of these ids",
            f"“{name}”与 {len(found)} 个指标相符:{listed}。请用其中一个代号",
        )
    return found[0]


def indicators(data: Data, name: str, among: Iterable[str] | None = None) -> tuple[Indicator, ...]:
    """All indicators that `name` may mean: an exact name first, else every one with a name that contains it."""
    pool = data.indicators if among is None else {id_: data.indicators[id_] for id_ in among}
    return _terms(name, pool, "indicator")


def family(data: Data, name: str) -> Heading:
    """The family called `name`."""
    found = _terms(name, data.families, "family")
    if len(found) > 1:
        listed = ", ".join(item.id for item in found)
        raise UsageError(
            f"'{name}' fits the families {listed}. Use one of these ids",
            f"“{name}”与多个领域相符:{listed}。请用其中一个代号",
        )
    return found[0]


def _terms(name: str, pool: Mapping[str, Term], what: str) -> tuple[Term, ...]:
    index = term_index(pool)
    wanted = folded(name).rstrip("…*")
    exact = index.get(wanted, set())
    by_id = {id_ for id_ in exact if folded(id_) == wanted}
    found = by_id or exact or {id_ for label, ids in index.items() if wanted and wanted in label for id_ in ids}
    if not found:
        raise _miss(what, name, index)
    return tuple(record for id_, record in pool.items() if id_ in found)


def _shared(place: Jurisdiction, name: str) -> bool:
    """A bare 郊区 is the name of districts of several cities, also of cities outside the table."""
    return place.shared_name and folded(name) in {folded(place.name.zh), folded(place.name.hant or place.name.zh)}


def _described(data: Data, id_: str) -> str:
    place = data.jurisdictions[id_]
    parent = data.jurisdictions.get(place.parent)
    return f"{id_} ({parent.name.zh if parent else ''}{place.name.zh}, {place.code})"


# What is looked for: its Chinese word, and what `list` calls all of them.
_KINDS = {
    "jurisdiction": ("行政区", "jurisdictions"),
    "indicator": ("指标", "indicators"),
    "family": ("领域", "families"),
}


def _miss(what: str, name: str, index: Mapping[str, set[str]]) -> UsageError:
    ids = _near(name, index) or _near(name, _parts(index))
    zh, command = _KINDS[what]
    hint = f"; did you mean {' or '.join(ids)}?" if ids else ""
    zh_hint = f",是否指 {' 或 '.join(ids)}?" if ids else ""
    return UsageError(
        f"no {what} '{name}'{hint} (urbancmp list {command} names all)",
        f"没有{zh}“{name}”{zh_hint}(urbancmp list {command} 列出全部)",
    )


def _near(name: str, index: Mapping[str, set[str]]) -> list[str]:
    """Up to three ids whose names are close to `name`."""
    close = get_close_matches(folded(name), list(index), n=3, cutoff=0.6)
    return list(dict.fromkeys(id_ for label in close for id_ in sorted(index[label])))[:3]


def _parts(index: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The words of the ids, for a name that is a misspelt part of one ('prefb')."""
    parts: dict[str, set[str]] = {}
    for id_ in {id_ for ids in index.values() for id_ in ids}:
        for part in id_.split("_"):
            parts.setdefault(part, set()).add(id_)
    return parts
