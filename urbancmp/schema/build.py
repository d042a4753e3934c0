"""From the values of a parsed file to the records of the model; every fault is gathered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from urbancmp.model import (
    Comparator,
    Figure,
    Heading,
    Identity,
    Indicator,
    Jurisdiction,
    Kind,
    Measure,
    Order,
    Polarity,
    Source,
    Tier,
)
from urbancmp.schema.fields import BY_NAME, FIGURE, FIGURE_BY_NAME, OPERATORS
from urbancmp.schema.types import Faults, nearest, record, suggestion
from urbancmp.tomlindex import Keys

_REQUIRED = tuple(spec.name for spec in FIGURE if spec.required)
_OUTCOMES = ("target", "actual", "unquantified")


@dataclass(frozen=True)
class Definitions:
    """Everything of a file but its figures, by table and id.

    `named` holds every id that the file gives a table, also of those that faults keep from being built, so that
    what refers to them is not called a fault as well.
    """

    tables: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in BY_NAME})
    named: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in BY_NAME})

    def merged(self, above: "Definitions") -> "Definitions":
        """This one with `above` laid on top, id by id."""
        return Definitions(
            {name: {**records, **above.tables[name]} for name, records in self.tables.items()},
            {name: ids | above.named[name] for name, ids in self.named.items()},
        )


def definitions(faults: Faults) -> Definitions:
    """Jurisdictions, families, rows, topics, indicators, sources and relations of the file."""
    found = Definitions()
    for table, records in faults.file.values.items():
        if table not in BY_NAME:
            faults.add("U110", (table,), key=table, suggestion=suggestion(table, BY_NAME))
            meant = nearest(table, BY_NAME)
            if meant is not None and isinstance(records, dict):
                found.named[meant].update(records)
        elif not isinstance(records, dict):
            faults.add("U112", (table,), key=table, wanted=f"tables such as [{table}.some_id]", found="a value")
        else:
            found.named[table].update(records)
            _table(table, records, faults, found.tables[table])
    return found


def _table(table: str, records: dict[str, Any], faults: Faults, into: dict[str, Any]) -> None:
    for id_, values in records.items():
        keys: Keys = (table, id_)
        if not isinstance(values, dict):
            faults.add("U112", keys, key=id_, wanted=f"a table [{table}.{id_}]", found="a value")
            continue
        got = record(values, BY_NAME[table], keys, faults, f"[{table}.{id_}]")
        made = _MAKERS[table](id_, got, keys, faults)
        if made is not None:
            into[id_] = made


def _jurisdiction(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Jurisdiction | None:
    if not {"name", "code", "tier"} <= got.keys():
        return None
    return Jurisdiction(id_, **{**got, "tier": Tier(got["tier"])})


def _heading(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Heading | None:
    return Heading(id_, **got) if "name" in got else None


def _indicator(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Indicator | None:
    if "polarity" not in faults.file.values["indicators"][id_]:
        faults.add("U130", keys, found=id_)
    if not {"family", "name", "unit", "measure", "polarity"} <= got.keys():
        return None
    return Indicator(id_, **{**got, "measure": Measure(got["measure"]), "polarity": Polarity(got["polarity"])})


def _source(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Source | None:
    got.pop("figures", None)
    return Source(id_, **got) if {"title", "kind"} <= got.keys() else None


def _identity(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Identity | None:
    return Identity(id_, **got) if {"jurisdiction", "year", "result", "formula"} <= got.keys() else None


def _order(id_: str, got: dict[str, Any], keys: Keys, faults: Faults) -> Order | None:
    return Order(id_, **got) if "indicators" in got else None


_MAKERS: dict[str, Callable[[str, dict[str, Any], Keys, Faults], object | None]] = {
    "jurisdictions": _jurisdiction,
    "families": _heading,
    "topics": _heading,
    "rows": _heading,
    "indicators": _indicator,
    "sources": _source,
    "identities": _identity,
    "orders": _order,
}


def figures(faults: Faults, known: Definitions) -> Iterator[Figure]:
    """The figures of the file, source by source; a figure of an unknown indicator is a fault and left out."""
    sources = faults.file.values.get("sources", {})
    for id_, source in sources.items() if isinstance(sources, dict) else ():
        lines = source.get("figures", []) if isinstance(source, dict) else []
        for place, values in enumerate(lines if isinstance(lines, list) else []):
            keys: Keys = ("sources", id_, "figures", place)
            figure = _figure(values, source, keys, faults, known)
            if figure is not None:
                yield figure


def _figure(values: Any, source: dict[str, Any], keys: Keys, faults: Faults, known: Definitions) -> Figure | None:
    if not isinstance(values, dict):
        faults.add("U112", keys, key="figures", wanted="a table { at = …, indicator = …, … }", found="a value")
        return None
    got = record(values, FIGURE_BY_NAME, keys, faults, "a figure")
    outcome = _outcome(values, got, keys, faults)
    indicator = _referred(got, keys, faults, known)
    if outcome is None or indicator is None or any(key not in got for key in _REQUIRED):
        return None
    place = got.get("jurisdiction") or source.get("jurisdiction")
    if not isinstance(place, str):
        faults.add("U111", keys, key="jurisdiction", table="a figure of a document without one")
        return None
    return Figure(
        jurisdiction=place,
        indicator=indicator.id,
        kind=Kind(got.get("kind", "target") if outcome == "unquantified" else outcome),
        value=None if outcome == "unquantified" else got[outcome],
        unit=got.get("unit", indicator.unit),
        source=str(keys[1]),
        comparator=Comparator(OPERATORS[got.get("op", "=")]),
        locator=got["at"],
        path=(faults.file.path, *keys),
        **{key: got[key] for key in _PLAIN if key in got},
    )


_PLAIN = (
    "high", "year", "period_start", "printed", "flags", "note", "derived", "unquantified", "tolerance", "vintage",
    "attribute", "official_rating", "waive",
)  # fmt: skip


def _outcome(values: dict[str, Any], got: dict[str, Any], keys: Keys, faults: Faults) -> str | None:
    given = [key for key in _OUTCOMES if key in values]
    if len(given) != 1:
        faults.add("U116", keys, found=" and ".join(given) or "none")
        return None
    if (got.get("op") == "range") != ("high" in got):
        faults.add("U118", keys)
        return None
    return given[0] if given[0] in got else None


def _referred(got: dict[str, Any], keys: Keys, faults: Faults, known: Definitions) -> Indicator | None:
    id_ = got.get("indicator")
    if id_ is None or id_ in known.named["indicators"] - known.tables["indicators"].keys():
        return None
    indicators: dict[str, Indicator] = known.tables["indicators"]
    if id_ not in indicators:
        hint = suggestion(id_, indicators)
        faults.add("U120", (*keys, "indicator"), key="indicator", table="indicator", found=id_, suggestion=hint)
        return None
    return indicators[id_]
