"""Labels of the fixed column names in a reader's language."""

from collections.abc import Iterable

from urbancmp.tables import gapwords as _gapwords  # noqa: F401  (registers the words)
from urbancmp.tables import words as _words  # noqa: F401  (registers the words)
from urbancmp.words import WORDS, say


def labels(columns: Iterable[str], lang: str) -> dict[str, str]:
    """Label of each column that has one; the others keep their name."""
    return {name: say(f"column.{name}", lang) for name in columns if f"column.{name}" in WORDS}
