"""Values of records as plain text, and the headers that stand over them."""

import math
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urbancmp.formats import Options
    from urbancmp.tables.view import Records, Value


def titles(records: "Records", options: "Options") -> tuple[str, ...]:
    """The header of each column: its fixed name, or its label where labels are asked for; never the same one twice."""
    if options.headers == "names":
        return records.columns
    labels = [records.labels.get(name, name) for name in records.columns]
    often = Counter(labels)
    return tuple(
        label if often[label] == 1 else f"{label} ({name})" for label, name in zip(labels, records.columns, strict=True)
    )


def known(value: "Value") -> "Value":
    """The value itself, or None for a number that is none (NaN, infinity)."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value


def plain(value: "Value") -> str:
    """The value in characters: a decimal with its digits, a list joined by ';', nothing for None."""
    match known(value):
        case None:
            return ""
        case bool() as truth:
            return "true" if truth else "false"
        case Decimal() as number:
            return format(number, "f")
        case float() as number:
            return repr(number)
        case tuple() | list() as several:
            return ";".join(several)
        case other:
            return str(other)
