"""How a rated target is written for people: its values with their digits, its method, status, reason and flags."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from urbancmp.gap.methods import Band, Method
from urbancmp.gap.words import FLAGS, REASONS, STATUSES, Word
from urbancmp.model import Comparator, Data
from urbancmp.tables import gapwords as _gapwords  # noqa: F401  (registers the words)
from urbancmp.tables import words as _words  # noqa: F401  (registers the words)
from urbancmp.tables.figures import SIGNS, digits
from urbancmp.tables.values import exact, plain, rounded
from urbancmp.units import word
from urbancmp.words import say

Row = Mapping[str, Any]
_SIGNS = {item.value: sign for item, sign in SIGNS.items()} | {"near": "≈"}


def cut(limit: float) -> str:
    """A cut-off with two decimals where it has any: 0.60, 5, 0."""
    return f"{limit:g}" if limit == int(limit) else f"{limit:.2f}"


def band_text(method: Method, band: Band, better: float | None, lang: str) -> str:
    """'≥0.60 slightly behind': a band with the edge that belongs to it; the last one with the edge it begins after."""
    name = band.zh if lang == "zh" else band.en
    up = method.higher_is_better
    if band.limit is not None:
        sign = ("≥" if up else "≤") if band.inclusive else (">" if up else "<")
        return f"{sign}{cut(band.limit)} {name}"
    return name if better is None else f"{'<' if up else '>'}{cut(better)} {name}"


def cut_offs(method: Method, lang: str) -> list[str]:
    """The bands of a method from best to worst, the achieved one first."""
    texts = [method.achieved.zh if lang == "zh" else method.achieved.en]
    better = None
    for band in method.bands:
        texts.append(band_text(method, band, better, lang))
        better = band.limit
    if method.adverse is not None:
        texts.append(say("methods.adverse", lang, word=_in(method.adverse, lang)))
    return texts


def method_line(method: Method, lang: str) -> str:
    """'method schedule (linear path): met · ≥0.95 on track · …', so that no rating stands without its rule."""
    name = method.zh if lang == "zh" else method.en
    key = "gap.method_named" if name.startswith(method.id) else "gap.method"
    return say(key, lang, id=method.id, name=name, bands=" · ".join(cut_offs(method, lang)))


def _in(item: Word | Band | Method, lang: str) -> str:
    return item.zh if lang == "zh" else item.en


def reason_word(reason: str, lang: str) -> str:
    """A reason in words."""
    return _in(REASONS[reason], lang) if reason in REASONS else reason


def status_word(status: str, lang: str) -> str:
    """A status in words with its symbol; the symbol never stands alone."""
    known = STATUSES[status]
    return f"{known.symbol} {_in(known, lang)}".strip()


def flag_text(flags: str | None, lang: str) -> str:
    """Flags of a rating in words."""
    found = (FLAGS.get(flag) for flag in (flags or "").split(";") if flag)
    return say("comma", lang).join(_in(flag, lang) for flag in found if flag is not None)


def place_name(data: Data, id_: str, lang: str) -> str:
    """A place of the table by its name, one of a panel by its id."""
    return data.jurisdictions[id_].name.in_(lang) if id_ in data.jurisdictions else id_


def indicator_name(data: Data, id_: str, lang: str) -> str:
    """An indicator of the table by its name, one of a panel by its id."""
    return data.indicators[id_].name.in_(lang) if id_ in data.indicators else id_


def name_of(data: Data, row: Row, lang: str) -> str:
    """'Pingliang: Urbanization rate', for a row of the table or of a panel with ids of its own."""
    where, what = place_name(data, row["jurisdiction"], lang), indicator_name(data, row["indicator"], lang)
    return f"{where}{say('colon', lang)}{what}"


def short(value: float | None) -> str:
    """A ratio or a change a year to two decimals."""
    return "" if value is None else f"{value:.2f}"


def target_text(data: Data, row: Row, lang: str) -> str:
    """'target ≥55 (2025)'; nothing for a target without a number."""
    target, high = exact(data, row, "target"), exact(data, row, "target_high")
    if target is None:
        return ""
    bound = (
        _SIGNS.get(row["comparator"] or "eq", "") + digits(target) + (f"–{digits(high)}" if high is not None else "")
    )
    return f"{say('target', lang)} {bound}{bracketed(row['target_year'] or say('undated', lang), lang)}"


def had_text(data: Data, row: Row, lang: str) -> str:
    """'44.77 (2020) → 46.79 (2022)'; an actual without a baseline says so."""
    points = [(exact(data, row, name), row[f"{name}_year"]) for name in ("baseline", "actual")]
    texts = [
        digits(value) + (bracketed(year, lang) if year is not None else "")
        for value, year in points
        if value is not None
    ]
    if row["actual"] is not None and row["baseline"] is None:
        texts.insert(0, say("gap.no_baseline", lang))
    return " → ".join(texts)


def path_text(data: Data, row: Row, lang: str) -> str:
    """'44.77 (2020) → 46.79 (2022)' and beneath it 'target 55 (2025)'."""
    return "\n".join(part for part in (had_text(data, row, lang), target_text(data, row, lang)) if part)


def bracketed(year: int | str, lang: str) -> str:
    """A year behind a value."""
    return f"({year})" if lang == "zh" else f" ({year})"


def unit_word(unit: str | None, lang: str, *, apart: bool = False) -> str:
    """A unit; `apart` for differences, where that of percentages is the percentage point."""
    return say("unit.points", lang) if unit == "%" and apart else word(unit or "", lang)


def with_unit(value: Decimal, unit: str | None, lang: str) -> str:
    """A difference in its unit: '8.21 pp'."""
    return f"{digits(value)}{'' if lang == 'zh' else ' '}{unit_word(unit, lang, apart=True)}".rstrip()


def amount(data: Data, row: Row, name: str, lang: str) -> str:
    """A difference in the row's unit; differences of percentages are percentage points."""
    value = exact(data, row, name)
    return "" if value is None else with_unit(value, row["unit"], lang)


def gap_text(data: Data, row: Row, lang: str) -> str:
    """What is still to go; for a target that is met how far it is passed, or that it is just reached."""
    if row["gap"] is None or row["gap"] > 0:
        return amount(data, row, "gap", lang)
    if row["status"] == "no_rating" or not row.get("margin"):
        return say("gap.reached", lang) if row["actual"] is not None else ""
    over = rounded(row["margin"])
    falls = row["comparator"] in (Comparator.LE, Comparator.LT) or (row["polarity"] == "down")
    return say(
        "gap.under" if falls else "gap.over", lang, amount=with_unit(plain(over or Decimal(0)), row["unit"], lang)
    )
