"""One run of all checks: what was found, what was proved, what no figure covers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from urbancmp.checks import printed, relations, series, sourcing  # noqa: F401 - registers the checks
from urbancmp.checks.registry import Finding, checks, looked_for
from urbancmp.checks.waivers import without_waived
from urbancmp.diagnostics import DataError, Diagnostic, ExitCode, Location, in_order
from urbancmp.faults import Severity
from urbancmp.loading import Loaded

if TYPE_CHECKING:
    # The proof reads documents with a good part of the standard library; a check without --sources starts without it.
    from urbancmp.checks.proof import Proofs
    from urbancmp.checks.uncovered import Uncovered


@dataclass(frozen=True)
class Report:
    """Everything that one run of `check` has to say."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    proofs: "Proofs | None" = None
    uncovered: "tuple[Uncovered, ...]" = ()
    strict: bool = False
    counts: dict[Severity, int] = field(default_factory=dict)
    listed: bool = False
    unread: int = 0

    @property
    def exit_code(self) -> ExitCode:
        """3 for a file that cannot be used, 1 for errors (with --strict also warnings), else 0."""
        if any(item.code.startswith("U0") for item in self.diagnostics):
            return ExitCode.DATA
        severe = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return ExitCode.FAULTS if any(item.severity in severe for item in self.diagnostics) else ExitCode.DONE


def run(
    loaded: Loaded,
    *,
    strict: bool = False,
    sources: Path | None = None,
    list_uncovered: bool = False,
    only: Iterable[str] = (),
) -> Report:
    """Check a table; bad data never raises.

    `sources` is the folder of the documents against which figures are proved; `only` keeps these codes.
    Raises DataError where the folder does not exist or a reader of documents is not installed.
    """
    proofs = _proved(loaded, sources)
    wanted = set(only)
    findings = [finding for function in checks(strict=strict, named=wanted) for finding in function(loaded.data)]
    findings += proofs.all_findings if proofs else []
    codes = looked_for(strict=strict, sources=proofs is not None)
    findings, diagnostics = without_waived(findings, loaded.data.figures, codes, loaded)
    spoilt = {(item.location.path, item.location.line) for item in diagnostics if item.severity is Severity.ERROR}
    diagnostics = diagnostics + list(_located(findings, loaded, spoilt))
    kept = tuple(item for item in in_order(diagnostics) if not wanted or item.code in wanted)
    counts = {severity: sum(item.severity is severity for item in kept) for severity in Severity}
    found = _uncovered(loaded, proofs) if proofs and list_uncovered else ()
    files = len({*loaded.files, *map(str, loaded.paths), *(item.location.path for item in diagnostics)})
    unread = len(loaded.data.figures) - len(proofs.proofs) if proofs else 0
    return Report(kept, files, proofs, found, strict, counts, list_uncovered and proofs is not None, unread)


def _uncovered(loaded: Loaded, proofs: "Proofs") -> "tuple[Uncovered, ...]":
    from urbancmp.checks.uncovered import uncovered

    return tuple(uncovered(loaded.data, proofs))


def _proved(loaded: Loaded, folder: Path | None) -> "Proofs | None":
    if folder is None:
        return None
    from urbancmp.checks.proof import prove

    if not folder.is_dir():
        raise DataError(
            f"{folder}: no such folder; --sources names the folder in which the documents lie",
            f"{folder}：没有这个文件夹；--sources 应为存放文件的文件夹",
        )
    return prove(loaded.data, folder)


def _located(findings: Iterable[Finding], loaded: Loaded, spoilt: set[tuple[str, int]]) -> Iterator[Diagnostic]:
    """Findings with their places; a line that has an error of shape already is not complained about again."""
    for finding in findings:
        place = _place(finding, loaded)
        if place is None:
            continue
        # Where figures could not be read, what they would have used only seems unused.
        if (place.path, place.line) not in spoilt and not (spoilt and finding.code == "U330"):
            yield Diagnostic(finding.code, place, finding.values)


def _place(finding: Finding, loaded: Loaded) -> Location | None:
    """None for a definition of the built-in table that only lends its names to the files that are checked."""
    if finding.path[:1] != ("",):
        return loaded.where(finding.path)
    table, id_ = str(finding.path[1]), str(finding.path[2])
    for file in reversed(loaded.files.values()):
        records = file.values.get(table)
        if isinstance(records, dict) and id_ in records:
            return file.where(finding.path[1:])
    return None
