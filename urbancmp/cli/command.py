"""The command as a reader could type it again: what was asked, without where the answer went or how it looked."""

import shlex
from collections.abc import Iterator
from enum import Enum
from typing import Any

import typer

# Where the answer goes and how it looks is no part of what was asked.
_ASIDE = ("output", "format_", "color", "headers", "bom", "lang")


def command_line(context: typer.Context) -> str:
    """'urbancmp gap pingliang --year 2025 --table completion'."""
    return shlex.join(["urbancmp", context.info_name or "", *_words(context)])


def _words(context: typer.Context) -> Iterator[str]:
    """Arguments first, then every option that differs from its default."""
    options: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        value = context.params.get(name)
        if name in _ASIDE or value is None or value is False or value == parameter.default:
            continue
        values = list(value) if isinstance(value, (list, tuple)) else [value]
        if parameter.param_type_name == "argument":
            yield from map(_word, values)
        else:
            flag = max(parameter.opts, key=len)
            options += [flag] if value is True else [part for one in values for part in (flag, _word(one))]
    yield from options


def _word(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)
