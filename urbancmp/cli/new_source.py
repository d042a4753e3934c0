"""urbancmp new-source."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


class SourceKind(StrEnum):
    """Sort of document."""

    PLAN = "plan"
    INTERPRETATION = "interpretation"
    BULLETIN = "bulletin"
    PRESS = "press"
    REPRINT = "reprint"


def new_source(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The table (.toml) at whose end the block is added.")],
    id_: Annotated[str, typer.Option("--id", metavar="ID", help="Id of the source, such as gaoping_plan_2021.")],
    jurisdiction: Annotated[
        str, typer.Option("--jurisdiction", metavar="J", help="Whose figures the document states.")
    ],
    title: Annotated[str, typer.Option("--title", help="Title of the document.")],
    kind: Annotated[SourceKind, typer.Option("--kind", help="Sort of document.")] = SourceKind.PLAN,
    text: Annotated[
        Path | None, typer.Option("--text", metavar="DOCUMENT", help="The document: notes its file name and SHA-256.")
    ] = None,
    data: opt.Data = None,
    lang: opt.Lang = None,
) -> None:
    """Append a block for a new document.

    Nothing that stands in the file is touched.

    Example: urbancmp new-source indicators.toml --id gaoping_plan --jurisdiction gaoping --title 高平市实施方案
    """
    from urbancmp import lookup, scaffold
    from urbancmp.diagnostics import UsageError
    from urbancmp.files import append_atomically
    from urbancmp.loading import load
    from urbancmp.words import say

    session = Session(data, lang_option=lang)
    if not re.fullmatch("[a-z][a-z0-9_]*", id_):
        raise UsageError(say("scaffold.bad_id", session.lang, id=id_))
    if not file.is_file():
        raise UsageError(say("scaffold.no_file", session.lang, path=file))
    own_places = load([file]).data.jurisdictions
    table = (load(data or (), [file]) if data or not own_places else load([file])).sound()
    if id_ in table.sources:
        raise UsageError(say("scaffold.taken", session.lang, path=file, id=id_))
    place = lookup.jurisdiction(table, jurisdiction)
    name, digest = _document(text, session.lang) if text else ("", "")
    addition = scaffold.block(scaffold.NewSource(id_, place.id, title, kind.value, name, digest))
    append_atomically(file, addition, accept=lambda raw: scaffold.check(raw, file), lang=session.lang)
    session.say([say("scaffold.added", session.lang, path=file, id=id_)])


def _document(path: Path, lang: str) -> tuple[str, str]:
    """File name and SHA-256 of a document."""
    import hashlib

    from urbancmp.diagnostics import UsageError
    from urbancmp.words import say

    try:
        return path.name, hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise UsageError(say("scaffold.no_document", lang, path=path, reason=error.strerror)) from error
