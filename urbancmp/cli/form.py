"""urbancmp form."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


class Split(StrEnum):
    """What gets a file of its own."""

    DEPARTMENT = "department"


def form(
    place: opt.Place,
    year: Annotated[int, typer.Option("--year", help="Year in which the targets are due.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The form: .xlsx or .csv.")],
    reporting_year: Annotated[
        int | None,
        typer.Option("--reporting-year", metavar="YEAR", help="Year of the actuals asked for; --year unless given."),
    ] = None,
    split: Annotated[
        Split | None, typer.Option("--split", help="One file per responsible department, its name added to FILE's.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    data: opt.Data = None,
    overlays: opt.With = None,
    lang: opt.Lang = None,
) -> None:
    """Write the sheet that asks for actuals.

    One line per target, grouped by responsible department; `import` takes the filled sheet back.

    Example: urbancmp form pingliang --year 2025 -o form.xlsx
    """
    from urbancmp import forms, lookup
    from urbancmp.diagnostics import UsageError
    from urbancmp.files import write_atomically
    from urbancmp.words import say

    session = Session(data, overlays, lang)
    where = lookup.jurisdiction(session.table, place)
    reporting = reporting_year or year
    lines = forms.asked(session.table, where.id, year, reporting)
    if not lines:
        known = forms.target_years(session.table, where.id)
        years = say("forms.years", session.lang, years=", ".join(map(str, known))) if known else ""
        raise UsageError(say("forms.no_targets", session.lang, place=where.id, year=year, years=years))
    files = forms.split(lines, output) if split else {output: lines}
    taken = [path for path in files if path.exists() and not force]
    if taken:
        raise UsageError(say("files.exists", session.lang, path=taken[0]))
    written = {path: forms.form_file(group, where, reporting, path.suffix) for path, group in files.items()}
    for path, content in written.items():
        write_atomically(path, content, force=force, lang=session.lang)
        groups = len(forms.by_department(files[path]))
        session.say([say("forms.written", session.lang, path=path, lines=len(files[path]), groups=groups)])
    counts = {
        "forms.unnamed": len(forms.by_department(lines).get(forms.NO_DEPARTMENT, ())),
        "forms.unquantified": forms.unquantified(session.table, where.id, year),
    }
    session.say(say(key, session.lang, count=count) for key, count in counts.items() if count)
