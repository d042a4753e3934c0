"""Labels of the fixed column names in a reader's language."""

from collections.abc import Iterable

from urbancmp.tables import words  # registers the words
from urbancmp.words import say


def labels(columns: Iterable[str], lang: str) -> dict[str, str]:
    """Label of each column that has one; the others keep their name."""
    return {name: say(f"column.{name}", lang) for name in columns if name in words.COLUMN_WORDS}
