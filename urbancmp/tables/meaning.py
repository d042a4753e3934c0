"""What a code means: statuses, reasons, flags, classes, methods, grades, and the codes of faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from urbancmp.checks.pages import page
from urbancmp.diagnostics import UsageError
from urbancmp.faults import FAULTS
from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import CLASSES, FLAGS, REASONS, STATUSES, Word
from urbancmp.tables import gapwords as _gapwords  # noqa: F401  (registers the words)
from urbancmp.tables.methods import evidence
from urbancmp.tables.rating import cut_offs
from urbancmp.tables.view import Block, Cell, Grid, GridRow, Head, Lines, Records, View
from urbancmp.tables.words import FLAG_WORDS
from urbancmp.words import say

_TABLES: tuple[tuple[str, Mapping[str, Word]], ...] = (
    ("status", STATUSES),
    ("reason", REASONS),
    ("flag", FLAGS),
    ("class", CLASSES),
)
_GRADES = ("exact", "caveat", "listed", "single")
_TIERS = ("0", "1", "2", "3", "4", "X")
COLUMNS = ("id", "code_kind", "short", "meaning")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code, what sort of code it is, its short word and the lines that explain it."""

    code: str
    kind: str
    word: str
    about: tuple[str, ...]


def meanings(lang: str) -> Iterator[Meaning]:
    """Every code of the program; a word that is a reason and a flag comes once for each."""
    zh = lang == "zh"
    for kind, table in _TABLES:
        for code, known in table.items():
            yield Meaning(code, kind, known.zh if zh else known.en, (known.about_zh if zh else known.about_en,))
    for flag, (in_zh, in_en) in FLAG_WORDS.items():
        if flag not in FLAGS:
            yield Meaning(flag, "flag", in_zh if zh else in_en, ())
    for method in METHODS.values():
        said = (method.source_zh, method.note_zh) if zh else (method.source, method.note)
        about = (" · ".join(cut_offs(method, lang)), method.formula, evidence(method, lang), *said)
        yield Meaning(method.id, "method", method.zh if zh else method.en, tuple(line for line in about if line))
    for grade in _GRADES:
        yield Meaning(grade, "grade", say(f"grade.{grade}", lang), (say(f"grade.{grade}.about", lang),))
    for tier in _TIERS:
        yield Meaning(tier, "tier", say(f"evidence.{tier}", lang), ())
    for code in FAULTS:
        yield _fault(code, lang)


def _fault(code: str, lang: str) -> Meaning:
    """A fault by its sentence; its page is opened when it is asked for."""
    fault = FAULTS[code]
    sentence = fault.zh if lang == "zh" else fault.en
    word = say(f"severity.{fault.severity.value}", lang)
    return Meaning(code, "fault", word, (sentence.replace("{", "<").replace("}", ">"),))


def view(code: str, lang: str) -> View:
    """What `code` means, in each of its senses; raises UsageError that says what is near for an unknown one."""
    every, other = list(meanings(lang)), list(meanings("en" if lang == "zh" else "zh"))
    wanted = code.strip().casefold()
    found = [
        one
        for one, twin in zip(every, other, strict=True)
        if wanted in (one.code.casefold(), one.word.casefold(), twin.word.casefold())
    ]
    if not found:
        raise UsageError(_miss(code, [*every, *other], lang))
    return View(_records(found), tuple(_block(one, lang) for one in found))


def _block(one: Meaning, lang: str) -> Block:
    if one.kind == "fault":
        return Lines(tuple(page(one.code, lang).strip().splitlines()))
    return Lines((f"{one.code}{say('colon', lang)}{one.word} ({say(f'kind.{one.kind}', lang)})", *one.about))


def _miss(code: str, every: list[Meaning], lang: str) -> str:
    names = {one.code.casefold(): one.code for one in every} | {one.word.casefold(): one.code for one in every}
    close = get_close_matches(code.strip().casefold(), list(names), n=3, cutoff=0.55)
    codes = list(dict.fromkeys(names[name] for name in close))
    hint = say("explain.hint", lang, codes=", ".join(codes)) if codes else ""
    return say("explain.unknown", lang, code=code, hint=hint)


def listing(lang: str) -> View:
    """All codes with their short words."""
    every = list(meanings(lang))
    heads = (Head(), Head(), Head())
    rows = tuple(GridRow((Cell(one.code), Cell(say(f"kind.{one.kind}", lang)), Cell(_brief(one)))) for one in every)
    return View(_records(every), (Grid(heads, rows),), say("list.codes", lang))


def _brief(one: Meaning) -> str:
    return one.about[0] if one.kind == "fault" and one.about else one.word


def _records(found: list[Meaning]) -> Records:
    rows = tuple(
        {"id": one.code, "code_kind": one.kind, "short": one.word, "meaning": "\n".join(one.about) or None}
        for one in found
    )
    return Records(COLUMNS, rows)
