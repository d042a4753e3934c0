"""urbancmp init."""

from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli import options as opt
from urbancmp.cli.session import Session


def init(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The table to write.")] = Path("indicators.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    lang: opt.Lang = None,
) -> None:
    """Write a commented table of your own.

    Beside it stands the schema by which editors help to fill it.

    Example: urbancmp init mine.toml
    """
    from urbancmp import scaffold
    from urbancmp.diagnostics import UsageError
    from urbancmp.files import write_atomically
    from urbancmp.words import say

    session = Session(lang_option=lang)
    if path.suffix.lower() != ".toml":
        raise UsageError(say("scaffold.not_toml", session.lang, path=path))
    (table, content), (schema, help_) = scaffold.files(path).items()
    foreign = schema.is_file() and schema.read_bytes() != help_
    if (foreign or table.exists()) and not force:
        raise UsageError(say("files.exists", session.lang, path=table if table.exists() else schema))
    write_atomically(schema, help_, force=True, lang=session.lang)
    write_atomically(table, content, force=force, lang=session.lang)
    session.say([say("scaffold.started", session.lang, path=table, schema=schema.name)])
