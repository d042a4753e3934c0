"""What the tool writes for people to go on with: a table of one's own, and blocks for new documents."""

from urbancmp.scaffold import words as _words  # noqa: F401  (registers the words)
from urbancmp.scaffold.source import NewSource, block, check
from urbancmp.scaffold.table import files

__all__ = ["NewSource", "block", "check", "files"]
