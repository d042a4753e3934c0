"""urbancmp check."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session

if TYPE_CHECKING:
    from urbancmp.loading import Loaded


def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE…]", help="Tables to check; the built-in one unless given.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Look for more; warnings count as errors.")] = False,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", metavar="DIR", help="Folder of the documents: prove every figure against them."),
    ] = None,
    uncovered: Annotated[
        bool, typer.Option("--uncovered", help="With --sources: list the numbers that no figure covers.")
    ] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CODE", help="Only this code; repeatable.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json or github.")] = "text",
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE.")] = None,
) -> None:
    """Look for faults in a table.

    Each comes with file, line, column and a code that `explain` explains; --sources proves every figure.

    Example: urbancmp check --sources documents/
    """
    from urbancmp.checks.render import FORMATS, summary
    from urbancmp.checks.report import run
    from urbancmp.diagnostics import UsageError
    from urbancmp.files import write_atomically
    from urbancmp.schema.types import suggestion

    if format_ not in FORMATS:
        hint, names = suggestion(format_, tuple(FORMATS)), ", ".join(FORMATS)
        raise UsageError(
            f"check has no format '{format_}'; use {names}{hint}", f"check 没有格式“{format_}”，可用 {names}"
        )
    if uncovered and sources is None:
        raise UsageError(
            "--uncovered needs the documents: add --sources DIR", "--uncovered 需要文件，请加 --sources 文件夹"
        )
    codes = _codes(only or [], has_sources=sources is not None)
    session = Session(data, overlays, lang)
    loaded = loaded_for([*(files or ()), *(data or ())] if files else data or [], overlays or [])
    report = run(loaded, strict=strict, sources=sources, list_uncovered=uncovered, only=codes)
    answer = FORMATS[format_](report, session.lang)
    if output is None:
        session.environment.write_text(answer)
    else:
        write_atomically(output, answer.encode(), force=True)
    session.say(summary(report, session.lang))
    raise typer.Exit(report.exit_code)


def _codes(only: list[str], *, has_sources: bool) -> list[str]:
    """The codes asked for; raises UsageError for one that does not exist or that needs the documents."""
    from urbancmp.checks.pages import unknown
    from urbancmp.diagnostics import UsageError
    from urbancmp.faults import FAULTS, Tier

    codes = [code.upper() for code in only]
    for code in codes:
        if code not in FAULTS:
            raise unknown(code)
        if FAULTS[code].tier is Tier.SOURCES and not has_sources:
            raise UsageError(
                f"{code} is looked for in the documents: add --sources DIR",
                f"{code} 在文件中查找，请加 --sources 文件夹",
            )
    return codes


def loaded_for(files: list[Path], overlays: list[Path]) -> "Loaded":
    """The table to check; files without definitions of their own are laid on the built-in table."""
    from urbancmp.loading import load

    loaded = load(files, overlays)
    declares = any("indicators" in file.values for file in loaded.files.values())
    if files and loaded.files and not declares:
        return load((), [*files, *overlays])
    return loaded
