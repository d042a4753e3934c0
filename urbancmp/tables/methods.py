"""The list of methods: growth model, what is compared, cut-offs with their convention, least evidence, source."""

from collections.abc import Mapping
from typing import Any

from urbancmp.gap.methods import METHODS, Band, Method
from urbancmp.tables.columns import labels
from urbancmp.tables.rating import cut_offs
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.words import say

Row = Mapping[str, Any]
COLUMNS = (
    "id", "name_zh", "name_en", "model", "compares", "cut_offs", "min_evidence", "formula", "source", "note",
)  # fmt: skip


def listing(lang: str) -> View:
    """Every method with its growth model, measure, cut-offs, least evidence and the source of its rule."""
    rows = tuple(_described(method, lang) for method in METHODS.values())
    names = labels(COLUMNS, lang)
    shown = [name for name in COLUMNS if name not in ("id", "name_zh", "name_en")]
    blocks: list[Block] = []
    for method, row in zip(METHODS.values(), rows, strict=True):
        pairs = ((names.get(name, name), str(row[name])) for name in shown if row[name])
        title = (
            method.en if method.en.startswith(method.id) else f"{method.id}{say('colon', lang)}{named(method, lang)}"
        )
        title = title if lang == "en" else f"{method.id}{say('colon', lang)}{method.zh}"
        blocks.append(Grid((Head(), Head()), tuple(GridRow((Cell(key), Cell(text))) for key, text in pairs), title))
    blocks.append(Lines((say("list.count", lang, count=len(rows)),)))
    return View(Records(COLUMNS, rows, names), tuple(blocks), say("list.methods", lang))


def named(method: Method, lang: str) -> str:
    """A method's name."""
    return method.zh if lang == "zh" else method.en


def _described(method: Method, lang: str) -> dict[str, Value]:
    compares = say(f"measure.{method.measure.value}", lang)
    return {
        "id": method.id,
        "name_zh": method.zh,
        "name_en": method.en,
        "model": method.model,
        "compares": compares if method.higher_is_better else compares + say("methods.lower", lang),
        "cut_offs": " · ".join(cut_offs(method, lang)),
        "min_evidence": evidence(method, lang),
        "formula": method.formula,
        "source": method.source_zh if lang == "zh" else method.source,
        "note": (method.note_zh if lang == "zh" else method.note) or None,
    }


def evidence(method: Method, lang: str) -> str:
    """The least that a method needs: actuals after the baseline, consecutive years."""
    parts = [say("methods.evidence", lang, after=method.min_after)] if method.min_after else []
    if method.min_points:
        parts.append(say("methods.points", lang, points=method.min_points))
    return say("comma", lang).join(parts) or say("methods.evidence_none", lang)


def band_word(row: Row, lang: str) -> str:
    """The method's own word for a row, with the symbol it prints."""
    bands: dict[str, Band] = {band.id: band for band in METHODS[row["method"]].all_bands()}
    band = bands.get(row["band"] or "")
    if band is None:
        return ""
    return f"{band.symbol} {band.zh if lang == 'zh' else band.en}".strip()
