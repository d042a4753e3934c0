"""The commands in the order in which help lists them."""

from typing import Annotated

import typer

from urbancmp.cli import (
    check,
    compare,
    explain,
    export,
    form,
    gap,
    import_,
    init,
    listing,
    new_source,
    show,
    trace,
)

app = typer.Typer(
    name="urbancmp",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        from urbancmp.version import program_version

        typer.echo(f"urbancmp {program_version()}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Urbanization indicators of Chinese jurisdictions: compared by definition, measured against targets.

    Every figure knows its document and clause; definitions that differ are said in the row.
    """


app.command("compare")(compare.compare)
app.command("gap")(gap.gap)
app.command("show")(show.show)
app.command("trace")(trace.trace)
app.command("list")(listing.list_)
app.command("export")(export.export)
app.command("explain")(explain.explain)
app.command("check")(check.check)
app.command("init")(init.init)
app.command("new-source")(new_source.new_source)
app.command("form")(form.form)
app.command("import")(import_.import_)
