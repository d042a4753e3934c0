"""CSV: UTF-8, one line a record, numbers with their digits, text that no spreadsheet runs as a formula."""

import csv
import re

from urbancmp.formats import Options
from urbancmp.formats.values import plain, titles
from urbancmp.tables.view import Value, View

# What a spreadsheet takes for a formula, also behind blanks and in full-width characters; a text that has been disarmed
# before is disarmed once more, so that taking away one apostrophe always gives the text back.
_FORMULA = re.compile("'*(?:[\t\r\n]|[\\s\ufeff\u200b]*[=+\\-@＝＋－＠])")


def disarmed(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it."""
    return "'" + text if _FORMULA.match(text) else text


class _Lines(list[str]):
    # The writer quotes the characters of its line end only, so it is told CR LF and the CR is taken away here.
    def write(self, line: str) -> None:
        self.append(line.removesuffix("\r\n") + "\n")


def render(view: View, options: Options) -> bytes:
    """The records of the view; a byte order mark if the options ask for it."""
    records = view.records
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(map(disarmed, titles(records, options)))
    writer.writerows([_cell(row.get(name)) for name in records.columns] for row in records.rows)
    text = "".join(lines)
    return text.encode("utf-8-sig" if options.bom else "utf-8", errors="replace")


def _cell(value: Value) -> str:
    text = plain(value)
    return disarmed(text) if isinstance(value, (str, tuple, list)) else text
