"""Checks are plain functions from the table to findings, registered with the codes they look for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from urbancmp.faults import FAULTS, Tier
from urbancmp.model import Data, Figure
from urbancmp.tomlindex import Keys


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault before its place is looked up: `path` is a figure's path and key, or ('', table, id, key)."""

    code: str
    path: Keys
    values: Mapping[str, object] = field(default_factory=dict)


Check = Callable[[Data], Iterator[Finding]]
_CHECKS: list[tuple[tuple[str, ...], Check]] = []


def check(*codes: str) -> Callable[[Check], Check]:
    """Register a function as the one that looks for `codes`."""
    tiers = {FAULTS[code].tier for code in codes}
    if len(tiers) != 1:
        raise ValueError(f"codes of several tiers in one check: {codes}")

    def registered(function: Check) -> Check:
        _CHECKS.append((codes, function))
        return function

    return registered


def checks(*, strict: bool, named: Iterable[str] = ()) -> list[Check]:
    """The functions of a run, in the order of their codes; a strict check also runs when one of its codes is named."""
    tiers, names = {Tier.CHECK, Tier.STRICT} if strict else {Tier.CHECK}, set(named)
    ordered = sorted(_CHECKS, key=lambda pair: pair[0])
    return [function for codes, function in ordered if FAULTS[codes[0]].tier in tiers or names & set(codes)]


def looked_for(*, strict: bool, sources: bool) -> set[str]:
    """The codes that such a run can find."""
    tiers = {Tier.ALWAYS, Tier.CHECK} | ({Tier.STRICT} if strict else set()) | ({Tier.SOURCES} if sources else set())
    return {code for code, fault in FAULTS.items() if fault.tier in tiers}


def at(figure: Figure, key: str = "") -> Keys:
    """The path of a figure's key, of the whole figure without one."""
    return (*figure.path, key) if key else figure.path


def defined(table: str, id_: str, *keys: str) -> Keys:
    """The path of a definition."""
    return ("", table, id_, *keys)
