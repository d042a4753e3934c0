"""The entry point: runs a command and turns what went wrong into one line and an exit code."""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urbancmp.diagnostics import UrbancmpError

INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit with its code."""
    # A command lives for a moment: looking for cycles of garbage while modules load costs a tenth of that.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; the exit codes are those of `diagnostics.ExitCode`, 130 for an interruption."""
    import typer

    # typer carries its own copy of click and exports only some of its exceptions.
    from typer._click.exceptions import ClickException

    from urbancmp.cli.app import COMMANDS, application
    from urbancmp.diagnostics import ExitCode, UrbancmpError

    completing = "_URBANCMP_COMPLETE" in os.environ
    only = arguments[0] if arguments and arguments[0] in COMMANDS and not completing else None
    try:
        result = typer.main.get_command(application(only)).main(arguments, prog_name="urbancmp", standalone_mode=False)
        sys.stdout.flush()
    except UrbancmpError as error:
        return _failed(error, arguments)
    except ClickException as error:
        return _misused(error)
    except BrokenPipeError:
        # The reader of a pipe has gone (head, less): not a fault; keep the interpreter from flushing into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return result if isinstance(result, int) else ExitCode.DONE


def _failed(error: "UrbancmpError", arguments: list[str]) -> int:
    from urbancmp.console import Environment
    from urbancmp.diagnostics import FaultyDataError

    environment = Environment()
    lang = _language(arguments)
    if isinstance(error, FaultyDataError):
        for item in error.diagnostics:
            environment.note(item.line(lang))
        if len(error.diagnostics) == 1:
            return error.exit_code
    environment.note(f"urbancmp: {error.text(lang)}")
    return error.exit_code


def _language(arguments: list[str]) -> str:
    from urbancmp.console import resolve_lang
    from urbancmp.diagnostics import UsageError

    try:
        return resolve_lang(_lang(arguments), os.environ)
    except UsageError:
        return "en"


def _lang(arguments: list[str]) -> str | None:
    """The value of --lang among raw arguments, for errors met before or beside a command's own options."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _misused(error: Exception) -> int:
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    from urbancmp.console import Environment
    from urbancmp.diagnostics import ExitCode

    if isinstance(error, NoArgsIsHelpError):
        error.show()
    elif isinstance(error, ClickException):
        Environment().note(f"urbancmp: {error.format_message()}".replace("\n", " "))
    return ExitCode.USAGE


if __name__ == "__main__":
    main()
