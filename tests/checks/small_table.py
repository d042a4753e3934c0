"""A small table and a document of its own making, to be varied by tests."""

from pathlib import Path

from urbancmp.checks.report import Report, run
from urbancmp.loading import load

HEAD = """
[jurisdictions.liuyang]
name = { zh = "柳阳市", hant = "柳陽市", en = "Liuyang" }
code = "999901"
tier = "county"

[families.roads]
name = { zh = "道路", en = "Roads" }
"""
INDICATOR = """
[indicators.{id}]
family = "roads"
name = {{ zh = "{zh}", en = "{id}" }}
unit = "{unit}"
measure = "level"
polarity = "{polarity}"
definition = {{ scope = {{ zh = "全市", en = "city" }} }}
"""
SOURCE = """
[sources.plan]
jurisdiction = "liuyang"
title = "柳阳市道路建设方案"
kind = "plan"
{more}
figures = [
{figures}
]
"""


def indicator(id_: str = "paved", zh: str = "道路硬化率", unit: str = "%", polarity: str = "up") -> str:
    """A declaration."""
    return INDICATOR.format(id=id_, zh=zh, unit=unit, polarity=polarity)


def table(*figures: str, indicators: str = "", more: str = "") -> str:
    """The text of a table with these figure lines."""
    lines = "\n".join(f"  {{ {figure} }}," for figure in figures)
    return HEAD + (indicators or indicator()) + SOURCE.format(more=more, figures=lines)


def checked(text: str, folder: Path, document: str | bytes | None = None, name: str = "plan.txt", **options) -> Report:
    """The report on a table, proved against a document if one is given."""
    path = folder / "table.toml"
    path.write_text(text, encoding="utf-8")
    documents = None
    if document is not None:
        documents = folder / "documents"
        documents.mkdir(exist_ok=True)
        raw = document.encode() if isinstance(document, str) else document
        (documents / name).write_bytes(raw)
    return run(load([path]), sources=documents, **options)


def codes(report: Report) -> list[str]:
    """The codes found, in order."""
    return [item.code for item in report.diagnostics]
