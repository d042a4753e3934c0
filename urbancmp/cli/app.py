"""The commands in the order in which help lists them."""

from importlib import import_module
from typing import Annotated

import typer

# Command, its module in this package, its function there.
COMMANDS: dict[str, tuple[str, str]] = {
    "compare": ("compare", "compare"),
    "gap": ("gap", "gap"),
    "show": ("show", "show"),
    "trace": ("trace", "trace"),
    "list": ("listing", "list_"),
    "export": ("export", "export"),
    "explain": ("explain", "explain"),
    "check": ("check", "check"),
    "init": ("init", "init"),
    "new-source": ("new_source", "new_source"),
    "form": ("form", "form"),
    "import": ("import_", "import_"),
}


def application(only: str | None = None) -> typer.Typer:
    """The program with all commands, or (which starts faster) with the one that is about to run."""
    app = typer.Typer(
        name="urbancmp",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(main)
    for name, (module, function) in COMMANDS.items():
        if only in (None, name):
            app.command(name)(getattr(import_module(f"urbancmp.cli.{module}"), function))
    return app


def _version(value: bool) -> None:
    if value:
        from urbancmp.installed import program_version

        typer.echo(f"urbancmp {program_version()}")
        raise typer.Exit


def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Urbanization indicators of Chinese jurisdictions: compared by definition, measured against targets.

    Every figure knows its document and clause; definitions that differ are said in the row.
    """
