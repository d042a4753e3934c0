"""The view of a comparison: rows with their caveats beneath, look-alikes apart, counts at the end."""

from collections.abc import Iterable, Iterator

from urbancmp.comparable import Caveat
from urbancmp.compare import Comparison, Grade, Line
from urbancmp.model import Data, Figure, Indicator, Kind
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import dated, label
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, Value, View
from urbancmp.units import word
from urbancmp.words import say

LONG = (
    "family", "row", "grade", "caveat", "jurisdiction", "indicator", "kind", "comparator", "value", "value_high",
    "unit", "year", "printed", "source", "locator",
)  # fmt: skip
_MARKS = {Grade.EXACT: "= ", Grade.CAVEAT: "≈ "}


def view(data: Data, comparison: Comparison, lang: str, *, everything: bool = False, long: bool = False) -> View:
    """The comparison for people and programs; `everything` also prints what stands on one side only."""
    records = _long(data, comparison, lang) if long else _wide(data, comparison, lang)
    names = say("compare.and", lang).join(data.jurisdictions[place].name.in_(lang) for place in comparison.places)
    title = say("compare.title", lang, places=names)
    return View(records, tuple(_blocks(data, comparison, lang, everything=everything)), title)


def _blocks(data: Data, comparison: Comparison, lang: str, *, everything: bool) -> Iterator[Block]:
    shared = [line for line in comparison.lines if line.grade in _MARKS]
    singles = comparison.graded(Grade.SINGLE)
    named = [line for line in singles if len(line.cells) > 1]
    rest = [line for line in singles if len(line.cells) == 1] if everything else []
    for place in comparison.places:
        if not any(place in line.cells for line in comparison.lines):
            yield Lines((say("compare.absent", lang, place=label(data.jurisdictions[place].name, lang)),))
    if shared:
        yield _grid(data, comparison, lang, "", (_row(data, comparison, line, lang) for line in shared))
    else:
        yield Lines((say("compare.none", lang),))
    sections = (("compare.unquantified", named, "family"), ("compare.listed", comparison.graded(Grade.LISTED), "topic"))
    for title, lines, by in (*sections, ("compare.single", rest, "family")):
        if lines:
            rows = _under_headings(data, comparison, lines, by, lang)
            yield _grid(data, comparison, lang, say(title, lang), rows)
    yield Lines((_counts(comparison, lang, everything=everything),), tone="strong")


def _counts(comparison: Comparison, lang: str, *, everything: bool) -> str:
    counts = comparison.counts
    hint = "" if everything or not counts[Grade.SINGLE] else say("compare.all_hint", lang)
    return say("compare.counts", lang, hint=hint, **{grade.value: count for grade, count in counts.items()})


def _grid(data: Data, comparison: Comparison, lang: str, title: str, rows: Iterable[GridRow]) -> Grid:
    places = (Head(label(data.jurisdictions[place].name, lang)) for place in comparison.places)
    heads = (Head(say("compare.indicator", lang)), Head(say("compare.unit", lang)), *places)
    return Grid(heads, tuple(rows), title)


def _under_headings(data: Data, comparison: Comparison, lines: Iterable[Line], by: str, lang: str) -> Iterator[GridRow]:
    heading = None
    names = data.topics if by == "topic" else data.families
    for line in lines:
        key = getattr(line, by)
        if key != heading:
            heading = key
            yield GridRow(span=names[key].name.in_(lang) if key in names else line.name.in_(lang))
        yield _row(data, comparison, line, lang)


def _row(data: Data, comparison: Comparison, line: Line, lang: str) -> GridRow:
    unit = data.indicators[line.indicators[0]].unit
    units = {figure.unit for figures in line.cells.values() for figure in figures}
    shown = word(unit, lang) if unit in units else ""
    cells = [Cell(_cell(data, line, place, unit if unit in units else "", lang)) for place in comparison.places]
    below = [*caveat_texts(data, line.caveats, lang), *_companions(data, line, lang)]
    name = _MARKS.get(line.grade, "") + line.name.in_(lang)
    return GridRow((Cell(name), Cell(shown), *cells), tuple(below))


def _companions(data: Data, line: Line, lang: str) -> Iterator[str]:
    """'Chengwu: households renewed target 3161 households (2024)', beneath the row they explain."""
    for companion in line.companions:
        for place, figures in companion.cells.items():
            said = say("semicolon", lang).join(dated(figure, lang, "") for figure in figures)
            yield f"{data.jurisdictions[place].name.in_(lang)}{say('colon', lang)}{companion.name.in_(lang)} {said}"


def _cell(data: Data, line: Line, place: str, unit: str, lang: str) -> str:
    figures = line.cells.get(place)
    if figures is None:
        return say("no_figure", lang)
    chosen, hidden = _newest(line, figures)
    several = len({figure.indicator for figure in figures}) > 1
    texts = []
    for figure in chosen:
        prefix = f"{data.indicators[figure.indicator].name.in_(lang)}{say('colon', lang)}" if several else ""
        texts.append(prefix + dated(figure, lang, unit))
    if hidden:
        texts.append(say("compare.earlier", lang, count=hidden))
    return "\n".join(texts)


def _newest(line: Line, figures: tuple[Figure, ...]) -> tuple[list[Figure], int]:
    """All targets, the newest actual of each indicator, those of the newest common year; and how many are left out."""
    common = set.intersection(*(_actual_years(other) for other in line.cells.values()))
    newest = {figure.indicator: figure.year or 0 for figure in figures if figure.kind is Kind.ACTUAL}
    keep = {max(common)} if common else set()
    chosen = {
        dated(figure, "en", ""): figure
        for figure in figures
        if figure.kind is Kind.TARGET or figure.year in keep or (figure.year or 0) == newest[figure.indicator]
    }
    everything = {dated(figure, "en", "") for figure in figures}
    return list(chosen.values()), len(everything) - len(chosen)


def _actual_years(figures: tuple[Figure, ...]) -> set[int]:
    return {figure.year for figure in figures if figure.kind is Kind.ACTUAL and figure.year is not None}


def caveat_texts(data: Data, caveats: Iterable[Caveat], lang: str) -> list[str]:
    """Caveats as lines: the differing definitions place by place, then the circumstances in one line."""
    lines, remarks = [], []
    for caveat in caveats:
        if caveat.keys:
            lines += _definitions(data, caveat, lang)
        else:
            remarks.append(_remark(caveat, lang))
    if remarks:
        joined = say("semicolon", lang).join(remarks)
        lines.append((joined[:1].upper() + joined[1:] if lang == "en" else joined) + say("stop", lang).strip())
    return lines


def _remark(caveat: Caveat, lang: str) -> str:
    values = dict(caveat.values)
    if "tiers" in values:
        names = (say(f"tier.{tier}", lang) for tier in values["tiers"].split(","))
        values["tiers"] = say("comma", lang).join(names)
    return say(caveat.code, lang, **values)


def _definitions(data: Data, caveat: Caveat, lang: str) -> list[str]:
    """One line for each group of places with the same indicators."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for place, indicators in caveat.by_place.items():
        groups.setdefault(tuple(item.id for item in indicators), []).append(data.jurisdictions[place].name.in_(lang))
    lines = []
    for ids, places in groups.items():
        said = " / ".join(_definition(data.indicators[id_], caveat.keys, lang) for id_ in ids)
        lines.append(say("compare.defined", lang, places=say("comma", lang).join(places), text=said))
    return lines


def _definition(indicator: Indicator, keys: tuple[str, ...], lang: str) -> str:
    parts = []
    for key in keys:
        name = indicator.definition.get(key)
        text = name.in_(lang) if name is not None else say("compare.not_stated", lang)
        parts.append(say("compare.part", lang, key=say(f"definition.{key}", lang), text=text))
    return say("semicolon", lang).join(parts)


def _all(comparison: Comparison) -> Iterator[Line]:
    for line in comparison.lines:
        yield line
        yield from line.companions


def _common(data: Data, line: Line, lang: str) -> dict[str, Value]:
    return {
        "family": line.family,
        "row": line.row or line.indicators[0],
        "grade": line.grade.value,
        "caveat": " ".join(caveat_texts(data, line.caveats, lang)) or None,
    }


def _long(data: Data, comparison: Comparison, lang: str) -> Records:
    rows = []
    for line in _all(comparison):
        common = _common(data, line, lang)
        for figures in line.cells.values():
            rows += [{**common, **_figure(figure)} for figure in figures]
    return Records(LONG, tuple(rows), labels(LONG, lang))


def _figure(figure: Figure) -> dict[str, Value]:
    return {
        "jurisdiction": figure.jurisdiction,
        "indicator": figure.indicator,
        "kind": figure.kind.value,
        "comparator": figure.comparator.value,
        "value": figure.value,
        "value_high": figure.high,
        "unit": figure.unit,
        "year": figure.year,
        "printed": figure.printed or None,
        "source": figure.source,
        "locator": figure.locator or None,
    }


def _wide(data: Data, comparison: Comparison, lang: str) -> Records:
    columns = ("family", "row", "indicator", "unit", "grade", "caveat", *comparison.places)
    rows = []
    for line in _all(comparison):
        unit = data.indicators[line.indicators[0]].unit
        cells: dict[str, Value] = {
            place: "; ".join(dated(figure, lang, unit) for figure in figures) for place, figures in line.cells.items()
        }
        rows.append({**_common(data, line, lang), "indicator": line.name.in_(lang), "unit": unit, **cells})
    names = {place: data.jurisdictions[place].name.in_(lang) for place in comparison.places}
    return Records(columns, tuple(rows), labels(columns, lang) | names)
