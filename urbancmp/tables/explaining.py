"""How a rating comes about: each input with its clause, the formula with its numbers, the cut-offs and the place."""

from collections.abc import Iterable, Iterator, Sequence

from urbancmp.gap.columns import CONTRACT
from urbancmp.gap.methods import METHODS, Method
from urbancmp.gap.words import CLASSES, FLAGS, REASONS, STATUSES
from urbancmp.model import Data
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import digits
from urbancmp.tables.formulas import number, worked
from urbancmp.tables.gaps import Gaps, coverage, official, record, title_of
from urbancmp.tables.methods import band_word, named
from urbancmp.tables.rating import (
    Row,
    band_text,
    bracketed,
    gap_text,
    method_line,
    name_of,
    reason_word,
    short,
    status_word,
    target_text,
    unit_word,
)
from urbancmp.tables.values import exact, rounded
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.words import say

EXTRA = (
    "class", "ratio", "band", "path", "path_gap", "gap_to_target", "margin", "headroom", "used", "level_target",
    "coverage", "points", "tolerance", "target_locator", "actual_locator", "baseline_source", "baseline_locator",
    "target_printed", "formula",
)  # fmt: skip
COLUMNS = (*CONTRACT, *EXTRA)
_TIERS = ("0", "1", "2", "3", "4", "X")


def view(found: Sequence[Gaps], data: Data, lang: str, *, everything: bool = False) -> View:
    """Every rated row in full (`everything`: the others too), once for each method of `found`."""
    blocks: list[Block] = []
    for gaps in found:
        rows = [row for row in gaps.rows if everything or row["status"] != "no_rating"]
        blocks.append(Lines((method_line(METHODS[gaps.method], lang), *coverage(gaps, lang))))
        blocks += [_block(data, row, lang) for row in rows]
        if len(rows) < len(gaps.rows):
            blocks.append(Lines((say("gap.all_hint", lang),)))
    records = tuple(_record(data, row) for gaps in found for row in gaps.rows)
    return View(Records(COLUMNS, records, labels(COLUMNS, lang)), tuple(blocks), title_of(found[0], lang))


def _record(data: Data, row: Row) -> dict[str, Value]:
    extra: dict[str, Value] = {name: row.get(name) for name in EXTRA}
    extra = {name: rounded(value) if isinstance(value, float) else value for name, value in extra.items()}
    return record(data, row) | extra | {"formula": "; ".join(worked(data, row)) or None}


def _block(data: Data, row: Row, lang: str) -> Grid:
    pairs = ((key, text) for key, text in _pairs(data, row, lang) if text)
    rows = tuple(GridRow((Cell(say(key, lang)), Cell(text))) for key, text in pairs)
    return Grid((Head(), Head()), rows, name_of(data, row, lang))


def _pairs(data: Data, row: Row, lang: str) -> Iterator[tuple[str, str]]:
    method = METHODS[row["method"]]
    yield "explain.method", f"{method.id}{say('colon', lang)}{named(method, lang)}"
    yield from _inputs(data, row, lang)
    yield "explain.class", _class(row, lang)
    yield "explain.gap", gap_text(data, row, lang)
    yield "explain.measure", "\n".join(_numbers(data, row, lang))
    yield "explain.cuts", "\n".join(_cuts(method, row, lang))
    yield "explain.need", _a_year(row, "need_per_year", lang)
    yield "explain.had", _a_year(row, "observed_per_year", lang)
    yield (
        "explain.landing",
        short(row["landing"]) + bracketed(row["target_year"], lang) if row["landing"] is not None else "",
    )
    yield "explain.status", "\n".join((_status(row, lang), *official(data, row, lang)))
    if row["reason"]:
        yield "explain.reason", _about(REASONS, row["reason"], lang)
    yield (
        "explain.tier",
        f"{row['tier']}{say('colon', lang)}{say('evidence.' + row['tier'], lang)}" if row["tier"] in _TIERS else "",
    )
    yield "explain.flags", "\n".join(_about(FLAGS, flag, lang) for flag in (row["flags"] or "").split(";") if flag)


def _inputs(data: Data, row: Row, lang: str) -> Iterator[tuple[str, str]]:
    """Baseline, actual and target, each with its document and clause, and how the comparator is read."""
    for name in ("baseline", "actual"):
        value = exact(data, row, name)
        if value is None:
            yield f"column.{name}", reason_word(f"no_{name}", lang)
            continue
        text = digits(value) + (bracketed(row[f"{name}_year"], lang) if row[f"{name}_year"] is not None else "")
        yield f"column.{name}", f"{text} {unit_word(row['unit'], lang)}".rstrip() + _where(data, row, name)
    text = target_text(data, row, lang) or reason_word(row["reason"] or "no_target", lang)
    printed = f" “{row['target_printed']}”" if row["target_printed"] else ""
    yield (
        "column.target",
        f"{text} {unit_word(row['unit'], lang)}".rstrip() + printed + _where(data, row, "target"),
    )
    yield "explain.rule", _reading(data, row, lang)


def _where(data: Data, row: Row, name: str) -> str:
    """The document and the clause, on a line of their own."""
    id_ = row[f"{name}_source"]
    if not id_:
        return ""
    source = data.sources.get(id_)
    title = (source.number or source.title) if source else id_
    return f"\n{title} {row.get(f'{name}_locator') or ''}".rstrip()


def _reading(data: Data, row: Row, lang: str) -> str:
    """'at least 55': what 达到 55 asks for, by comparator and polarity."""
    value = exact(data, row, "target")
    if value is None:
        return ""
    comparator, up = row["comparator"], row["polarity"] == "up"
    if comparator == "range":
        return say("explain.within", lang, low=digits(value), high=digits(exact(data, row, "target_high") or value))
    if row["polarity"] == "none" and comparator in ("eq", "approx"):
        return say("explain.no_reading", lang)
    kind = {"ge": "floor", "le": "ceiling", "gt": "above", "lt": "under", "near": "floor"}.get(comparator)
    text = say(f"explain.{kind or ('floor' if up else 'ceiling')}", lang, value=digits(value))
    slack = row["tolerance"]
    return text + (say("comma", lang) + say("explain.tolerance", lang, value=number(slack)) if slack else "")


def _class(row: Row, lang: str) -> str:
    return _about(CLASSES, row["class"], lang) if row["class"] in CLASSES else ""


def _about(table: object, code: str, lang: str) -> str:
    """'no actual: No usable actual later than …': the word of a code and what it means."""
    known = table.get(code) if isinstance(table, dict) else None
    if known is None:
        return code
    return f"{known.zh}{say('colon', lang)}{known.about_zh}" if lang == "zh" else f"{known.en}: {known.about_en}"


def _numbers(data: Data, row: Row, lang: str) -> Iterator[str]:
    yield from worked(data, row)
    if row["headroom"] is not None:
        yield say("explain.room", lang, text=number(row["headroom"]))
    if "piecewise" in (row["flags"] or ""):
        yield say("explain.open_path", lang)


def _cuts(method: Method, row: Row, lang: str) -> Iterator[str]:
    """The bands, best first, with a mark at the one in which the value falls; or why they are not used."""
    if row["status"] == "no_rating" and row["band"] is None:
        return
    if row["tier"] == "X":
        yield say("explain.only_verdict", lang)
        return
    special = {"maintain": "explain.keeping", "budget": "explain.budget", "annual": "explain.yearly"}
    if row["class"] in special:
        yield say(special[row["class"]], lang)
        return
    if row["status"] == "met":
        yield say("explain.met_before", lang)
        return
    yield from _marked(method, row, lang)


def _marked(method: Method, row: Row, lang: str) -> Iterator[str]:
    better, hit = None, False
    for band in method.bands:
        here = not hit and band.id == row["band"] and (band.status == row["status"] or row["status"] == "no_rating")
        hit = hit or here
        yield band_text(method, band, better, lang) + (
            f"  {say('explain.here', lang)} {cut_value(row)}" if here else ""
        )
        better = band.limit
    if method.adverse is not None and row["band"] == method.adverse.id:
        word = method.adverse.zh if lang == "zh" else method.adverse.en
        yield f"{say('methods.adverse', lang, word=word)}  {say('explain.here', lang)}"


def cut_value(row: Row) -> str:
    """The compared number, with enough digits to stay on its side of a cut-off."""
    value = row["ratio"]
    if value is None:
        return ""
    for places in range(2, 7):
        text = f"{value:.{places}f}"
        if all((float(text) < limit) == (value < limit) for limit in _limits(row)):
            return text
    return repr(value)


def _limits(row: Row) -> Iterable[float]:
    return (band.limit for band in METHODS[row["method"]].bands if band.limit is not None)


def _a_year(row: Row, name: str, lang: str) -> str:
    value = row[name]
    if value is None:
        return ""
    unit = unit_word(row["unit"], lang, apart=True)
    return f"{short(value)}{'' if lang == 'zh' else ' '}{unit}".rstrip()


def _status(row: Row, lang: str) -> str:
    own = band_word(row, lang)
    about = STATUSES[row["status"]]
    text = f"{status_word(row['status'], lang)}{f' ({own})' if own else ''}"
    return f"{text}\n{about.about_zh if lang == 'zh' else about.about_en}"
