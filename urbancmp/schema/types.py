"""The types that a field may have: each checks a TOML value, converts it, and records what is wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from urbancmp.diagnostics import Diagnostic, Hint
from urbancmp.model import Name
from urbancmp.schema.fields import DEFINITION_KEYS, NAME_BY_NAME, Field
from urbancmp.tomlfile import TomlFile
from urbancmp.tomlindex import Keys

FIRST_YEAR, LAST_YEAR = 1949, 2100
# No statistic is larger or finer; 1e999999 would only make arithmetic overflow.
MOST_DIGITS = 30


@dataclass(frozen=True)
class Faults:
    """Gathers the faults of one file."""

    file: TomlFile
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, keys: Keys, **values: object) -> None:
        """Record fault `code` at `keys`."""
        self.found.append(Diagnostic(code, self.file.where(keys), values))


Checked = Callable[[Any, Field, Keys, Faults], Any]


Choices = Mapping[str, object] | tuple[str, ...] | list[str]


def nearest(word: str, choices: Choices) -> str | None:
    """The choice that was probably meant, if any is close."""
    close = get_close_matches(str(word), list(choices), n=1, cutoff=0.6)
    return close[0] if close else None


def suggestion(word: str, choices: Choices) -> Hint:
    """'; did you mean x?' where something close exists, else nothing."""
    close = nearest(word, choices)
    return Hint([close] if close else [])


def shown(value: object) -> str:
    """A value as a message quotes it, cut to a readable length."""
    text = f"'{value}'" if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _wrong(wanted: str, value: Any, spec: Field, keys: Keys, faults: Faults) -> None:
    faults.add("U112", keys, key=spec.name, wanted=wanted, found=shown(value))


def text(value: Any, spec: Field, keys: Keys, faults: Faults) -> str | None:
    """A non-empty text without control characters."""
    if not isinstance(value, str):
        return _wrong("text in quotes", value, spec, keys, faults)
    if not value.strip():
        return faults.add("U115", keys, key=spec.name)
    if not value.isprintable():
        bad = next(char for char in value if not char.isprintable())
        return faults.add("U117", keys, key=spec.name, found=f"U+{ord(bad):04X}")
    return value


def choice(value: Any, spec: Field, keys: Keys, faults: Faults) -> str | None:
    """One of the field's choices."""
    if isinstance(value, str) and value in spec.choices:
        return value
    choices = ", ".join(spec.choices)
    hint = suggestion(str(value), spec.choices)
    return faults.add("U114", keys, key=spec.name, found=shown(value), choices=choices, suggestion=hint)


def number(value: Any, spec: Field, keys: Keys, faults: Faults) -> Decimal | None:
    """A finite number, as an exact decimal with the digits as written."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return _wrong("a number without quotes", value, spec, keys, faults)
    exact = Decimal(value)
    if not exact.is_finite() or abs(exact.adjusted()) > MOST_DIGITS:
        return faults.add("U113", keys, key=spec.name, found=shown(value))
    return exact


def year(value: Any, spec: Field, keys: Keys, faults: Faults) -> int | None:
    """A calendar year."""
    if isinstance(value, bool) or not isinstance(value, int):
        return _wrong("a year such as 2025", value, spec, keys, faults)
    if not FIRST_YEAR <= value <= LAST_YEAR:
        return faults.add("U201", keys, key=spec.name, found=value, low=FIRST_YEAR, high=LAST_YEAR)
    return value


def code(value: Any, spec: Field, keys: Keys, faults: Faults) -> str | None:
    """Six digits as text."""
    if isinstance(value, str) and len(value) == 6 and value.isascii() and value.isdigit():
        return value
    return _wrong("six digits in quotes", value, spec, keys, faults)


def flag(value: Any, spec: Field, keys: Keys, faults: Faults) -> bool | None:
    """true or false."""
    return value if isinstance(value, bool) else _wrong("true or false", value, spec, keys, faults)


def texts(value: Any, spec: Field, keys: Keys, faults: Faults) -> tuple[str, ...] | None:
    """A list of texts."""
    if not isinstance(value, list):
        return _wrong("a list of texts", value, spec, keys, faults)
    items = [text(item, spec, (*keys, place), faults) for place, item in enumerate(value)]
    return tuple(item for item in items if item is not None)


def flags(value: Any, spec: Field, keys: Keys, faults: Faults) -> tuple[str, ...] | None:
    """A list of the known flags."""
    if not isinstance(value, list):
        return _wrong("a list of flags", value, spec, keys, faults)
    items = [choice(item, spec, (*keys, place), faults) for place, item in enumerate(value)]
    return tuple(item for item in items if item is not None)


def name(value: Any, spec: Field, keys: Keys, faults: Faults) -> Name | None:
    """A table with zh and en."""
    if not isinstance(value, dict):
        return _wrong("a table { zh = …, en = … }", value, spec, keys, faults)
    got = record(value, NAME_BY_NAME, keys, faults, "a name")
    return Name(**got) if "zh" in got and "en" in got else None


def definition(value: Any, spec: Field, keys: Keys, faults: Faults) -> dict[str, Name] | None:
    """A table of definition keys, each with zh and en."""
    if not isinstance(value, dict):
        return _wrong("a table of definition keys", value, spec, keys, faults)
    known = {key: Field(key, "name", "") for key in DEFINITION_KEYS}
    return record(value, known, keys, faults, "a definition")


def _pair(value: Any, check: Checked, spec: Field, keys: Keys, faults: Faults) -> tuple[Any, Any] | None:
    if not isinstance(value, list) or len(value) != 2:
        return _wrong("a list of two, lowest and highest", value, spec, keys, faults)
    low, high = (check(item, spec, (*keys, place), faults) for place, item in enumerate(value))
    if low is None or high is None:
        return None
    return (low, high) if low <= high else _wrong("lowest first", value, spec, keys, faults)


def bounds(value: Any, spec: Field, keys: Keys, faults: Faults) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest possible value."""
    return _pair(value, number, spec, keys, faults)


def period(value: Any, spec: Field, keys: Keys, faults: Faults) -> tuple[int, int] | None:
    """First and last year."""
    return _pair(value, year, spec, keys, faults)


def day(value: Any, spec: Field, keys: Keys, faults: Faults) -> str | None:
    """A date, or a text such as '2023-10' where only the month is known; kept as text."""
    return value.isoformat() if isinstance(value, date) else text(value, spec, keys, faults)


def departments(value: Any, spec: Field, keys: Keys, faults: Faults) -> dict[str, tuple[str, ...]] | None:
    """A table from clause to a list of departments."""
    if not isinstance(value, dict):
        return _wrong("a table from clause to departments", value, spec, keys, faults)
    found = {clause: texts(names, spec, (*keys, clause), faults) for clause, names in value.items()}
    return {clause: names for clause, names in found.items() if names is not None}


def waivers(value: Any, spec: Field, keys: Keys, faults: Faults) -> dict[str, str] | None:
    """A table from fault code to the reason why it is accepted."""
    if not isinstance(value, dict):
        return _wrong("a table from code to reason", value, spec, keys, faults)
    found = {code_: text(reason, spec, (*keys, code_), faults) for code_, reason in value.items()}
    return {code_: reason for code_, reason in found.items() if reason is not None}


def raw(value: Any, spec: Field, keys: Keys, faults: Faults) -> list[Any] | None:
    """A list whose items are checked later."""
    return value if isinstance(value, list) else _wrong("a list of figures", value, spec, keys, faults)


TYPES: dict[str, Checked] = {
    "text": text, "choice": choice, "number": number, "year": year, "code": code, "flag": flag, "texts": texts,
    "flags": flags, "name": name, "definition": definition, "bounds": bounds, "period": period, "date": day,
    "departments": departments, "waivers": waivers, "figures": raw,
}  # fmt: skip


def record(
    values: dict[str, Any], known: Mapping[str, Field], keys: Keys, faults: Faults, table: str
) -> dict[str, Any]:
    """The checked fields of one table; unknown, missing and wrong ones become faults and are left out.

    A required key whose misspelling is there is not said to be missing as well.
    """
    got: dict[str, Any] = {}
    meant = {nearest(key, known) for key in values if key not in known}
    for key, value in values.items():
        spec = known.get(key)
        if spec is None:
            faults.add("U110", (*keys, key), key=key, suggestion=suggestion(key, known))
            continue
        checked = TYPES[spec.type](value, spec, (*keys, key), faults)
        if checked is not None:
            got[key] = checked
    for key, spec in known.items():
        if spec.required and key not in values and key not in meant:
            faults.add("U111", keys, key=key, table=table)
    return got
