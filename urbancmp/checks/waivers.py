"""Faults that a figure accepts with a reason; a waiver whose fault is gone is itself a fault."""

from collections.abc import Iterable, Iterator

from urbancmp.checks.registry import Finding, at
from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.faults import FAULTS, Severity, Tier
from urbancmp.loading import Loaded
from urbancmp.model import Figure
from urbancmp.schema.types import suggestion
from urbancmp.tomlindex import Keys

_PATH = 5


def can_be_waived(code: str) -> bool:
    """Whether a code concerns what a document says; what makes a table unusable must be mended."""
    fault = FAULTS.get(code)
    if fault is None or code in ("U317", "U318"):
        return False
    return fault.tier is not Tier.ALWAYS or fault.severity is Severity.WARNING


def without_waived(
    findings: Iterable[Finding], figures: Iterable[Figure], looked_for: set[str], loaded: Loaded
) -> tuple[list[Finding], list[Diagnostic]]:
    """The findings and the diagnostics of loading that nobody accepted, and faults of the waivers themselves."""
    waivers: dict[Keys, Figure] = {figure.path: figure for figure in figures if figure.waive}
    if not waivers:
        return list(findings), loaded.diagnostics
    used: set[tuple[Keys, str]] = set()
    left = []
    for finding in findings:
        figure = waivers.get(finding.path[:_PATH])
        if figure is not None and finding.code in figure.waive and can_be_waived(finding.code):
            used.add((figure.path, finding.code))
        else:
            left.append(finding)
    diagnostics = list(_unwaived(waivers.values(), loaded, used))
    for figure in waivers.values():
        left += _faults(figure, used, looked_for)
    return left, diagnostics


def _unwaived(figures: Iterable[Figure], loaded: Loaded, used: set[tuple[Keys, str]]) -> Iterator[Diagnostic]:
    early = {code for code, fault in FAULTS.items() if fault.tier is Tier.ALWAYS}
    concerned = [figure for figure in figures if early & figure.waive.keys()]
    places: dict[Location, Figure] = {_line(loaded.where(figure.path)): figure for figure in concerned}
    for item in loaded.diagnostics:
        figure = places.get(_line(item.location))
        if figure is not None and item.code in figure.waive and can_be_waived(item.code):
            used.add((figure.path, item.code))
        else:
            yield item


def _line(place: Location) -> Location:
    return Location(place.path, place.line)


def _faults(figure: Figure, used: set[tuple[Keys, str]], looked_for: set[str]) -> Iterator[Finding]:
    for code in figure.waive:
        keys = (*at(figure, "waive"), code)
        if not can_be_waived(code):
            known = [known for known in FAULTS if can_be_waived(known)]
            yield Finding("U318", keys, {"code": code, "suggestion": "" if code in FAULTS else suggestion(code, known)})
        elif code in looked_for and (figure.path, code) not in used:
            yield Finding("U317", keys, {"code": code})
