"""What a kind of fault is: how much it matters, when it is looked for, its sentence in both languages."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error makes a table unusable; a warning wants a look; a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Tier(StrEnum):
    """When a fault is looked for: on every load, or only by `check` (`strict`: only with --strict)."""

    ALWAYS = "always"
    CHECK = "check"
    STRICT = "strict"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault."""

    severity: Severity
    tier: Tier
    en: str
    zh: str


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ALWAYS, CHECK, STRICT, SOURCES = Tier.ALWAYS, Tier.CHECK, Tier.STRICT, Tier.SOURCES
