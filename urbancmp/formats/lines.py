"""The lines of a text from the data, each of them safe to print."""

import re

from urbancmp.tables.view import visible


def lines_of(text: str) -> list[str]:
    """The lines of a text, control characters made visible, without blanks at their ends."""
    return [visible(line).rstrip() for line in re.split("\r\n|\r|\n", text)]
