"""Options and arguments that several commands share, each spelled once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from urbancmp.cli.complete import families, indicators, jurisdictions, methods


class Language(StrEnum):
    """Language of labels, statuses, reasons and caveats."""

    ZH = "zh"
    EN = "en"


class Headers(StrEnum):
    """Headers of CSV and Excel: the fixed names, or labels in a language."""

    NAMES = "names"
    ZH = "zh"
    EN = "en"


class Kind(StrEnum):
    """Targets or actuals."""

    TARGET = "target"
    ACTUAL = "actual"


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Data = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        metavar="PATH",
        envvar="URBANCMP_DATA",
        help="Table to use instead of the built-in one: TOML, tidy CSV or Parquet, or a folder of them; repeatable.",
    ),
]
With = Annotated[
    list[Path] | None,
    typer.Option("--with", metavar="PATH", help="Table laid on top, such as your own actuals; repeatable."),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", envvar="URBANCMP_LANG", help="Language of the output; from the locale unless given."),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="text, csv, json, md, html, xlsx or parquet; else -o's suffix.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its suffix chooses the format.")
]
ColorWhen = Annotated[Color, typer.Option("--color", help="Colour in text output.")]
HeaderLang = Annotated[
    Headers, typer.Option("--headers", help="Headers of CSV and Excel: fixed names, or labels in zh or en.")
]
Bom = Annotated[
    bool | None,
    typer.Option("--bom/--no-bom", help="Byte order mark in CSV; by default in files (for Excel), not on stdout."),
]
Places = Annotated[
    list[str],
    typer.Argument(
        metavar="J1 J2…", help="Jurisdictions: id, code, Chinese or English name.", autocompletion=jurisdictions
    ),
]
AnyPlaces = Annotated[
    list[str] | None,
    typer.Argument(metavar="[J…]", help="Jurisdictions; all unless given.", autocompletion=jurisdictions),
]
Place = Annotated[
    str,
    typer.Argument(metavar="J", help="Jurisdiction: id, code, Chinese or English name.", autocompletion=jurisdictions),
]
IndicatorName = Annotated[
    str, typer.Argument(metavar="INDICATOR", help="Id, name, or part of a name.", autocompletion=indicators)
]
Families = Annotated[
    list[str] | None,
    typer.Option("--family", metavar="FAMILY", help="Only this family; repeatable.", autocompletion=families),
]
Indicators = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator", metavar="INDICATOR", help="Only this indicator; repeatable.", autocompletion=indicators
    ),
]
Method = Annotated[
    str, typer.Option("--method", "-m", metavar="METHOD", help="How progress is rated.", autocompletion=methods)
]
