"""The view of where figures come from: document, number, date, clause, printed figure, flags."""

from collections.abc import Iterable, Iterator, Mapping

from urbancmp.model import Name
from urbancmp.tables.columns import labels
from urbancmp.tables.figures import dated
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Records, Value, View
from urbancmp.tables.words import DEFINITION_WORDS, FLAG_WORDS
from urbancmp.trace import Origin
from urbancmp.words import say

COLUMNS = (
    "jurisdiction", "indicator", "kind", "comparator", "value", "value_high", "unit", "year", "printed", "derived",
    "source", "title", "issuer", "publisher", "number", "published", "source_kind", "reliability", "url", "locator",
    "departments", "flags", "note",
)  # fmt: skip


Sentences = Mapping[tuple[str | int, ...], str]


def view(origins: Iterable[Origin], lang: str, sentences: Sentences | None = None) -> View:
    """The origins for people and programs; `sentences` (by the path of the figure) go to people only."""
    origins = tuple(origins)
    blocks: list[Block] = []
    for origin in origins:
        fields = [*_fields(origin, lang)]
        if sentences is not None:
            fields.append(("sentence", sentences.get(origin.figure.path, say("trace.no_document", lang))))
        rows = tuple(GridRow((Cell(say(f"field.{key}", lang)), Cell(text))) for key, text in fields)
        title = f"{origin.place.name.in_(lang)}{say('colon', lang)}{origin.indicator.name.in_(lang)}"
        blocks.append(Grid((Head(), Head()), rows, title))
    return View(Records(COLUMNS, tuple(map(_record, origins)), labels(COLUMNS, lang)), tuple(blocks))


def flag_words(flags: Iterable[str], lang: str) -> str:
    """Flags in words; a flag of a user's own table stays as it is."""
    return say("semicolon", lang).join(say(f"flag.{flag}", lang) if flag in FLAG_WORDS else flag for flag in flags)


def _fields(origin: Origin, lang: str) -> Iterator[tuple[str, str]]:
    figure = origin.figure
    text = dated(figure, lang, "")
    if figure.unquantified:
        text += f"{say('colon', lang)}{say(f'wording.{figure.unquantified}', lang)}"
    pairs = [("figure", text), ("printed", figure.printed), ("derived", figure.derived), *_document(origin, lang)]
    pairs += [("clause", figure.locator), ("departments", say("comma", lang).join(origin.departments))]
    pairs += [("flags", flag_words(figure.flags, lang)), ("note", figure.note)]
    pairs += [("definition", _definition(origin, lang)), ("also", _twins(origin, lang))]
    yield from ((key, value) for key, value in pairs if value)


def _document(origin: Origin, lang: str) -> list[tuple[str, str]]:
    source = origin.source
    if source is None:
        return [("document", origin.figure.source)]
    reliability = say(f"reliability.{source.reliability}", lang) if source.reliability else ""
    return [
        ("document", source.title),
        ("issuer", source.issuer),
        ("publisher", source.publisher),
        ("number", source.number),
        ("date", source.published),
        ("kind", say(f"kind.{source.kind}", lang)),
        ("reliability", reliability),
        ("url", source.url),
        ("about", _in(source.note, lang)),
    ]


def _in(name: Name | None, lang: str) -> str:
    return "" if name is None else name.in_(lang)


def _definition(origin: Origin, lang: str) -> str:
    definition = origin.indicator.definition
    parts = (
        say("compare.part", lang, key=say(f"definition.{key}", lang), text=definition[key].in_(lang))
        for key in DEFINITION_WORDS
        if key in definition
    )
    return say("semicolon", lang).join(parts)


def _twins(origin: Origin, lang: str) -> str:
    places = (f"{twin.source} {twin.locator}" for twin in origin.twins)
    return say("semicolon", lang).join(dict.fromkeys(places))


def _record(origin: Origin) -> dict[str, Value]:
    figure, source = origin.figure, origin.source
    record: dict[str, Value] = {
        "jurisdiction": figure.jurisdiction,
        "indicator": figure.indicator,
        "kind": figure.kind.value,
        "comparator": figure.comparator.value,
        "value": figure.value,
        "value_high": figure.high,
        "unit": figure.unit,
        "year": figure.year,
        "printed": figure.printed or None,
        "derived": figure.derived or None,
        "source": figure.source,
        "locator": figure.locator or None,
        "departments": "、".join(origin.departments) or None,
        "flags": ";".join(figure.flags) or None,
        "note": figure.note or None,
    }
    if source is not None:
        keys = ("title", "issuer", "publisher", "number", "published", "reliability", "url")
        record |= {key: getattr(source, key) or None for key in keys} | {"source_kind": source.kind}
    return record
