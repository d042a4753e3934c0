"""A workbook: the records as the first sheet, what accompanies them as further ones; numbers are numbers.

The same view gives the same bytes. A number shows the digits it was printed with.
"""

import re
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter
from rich.cells import cell_len

from urbancmp.diagnostics import DataError
from urbancmp.formats import Options
from urbancmp.formats.values import known, plain, titles
from urbancmp.tables.view import Records, Sheet, Value, View
from urbancmp.words import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Style
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1_048_576, 16_384, 32_767
# A spreadsheet computes with 15 digits; a longer number would silently become another one, so it is kept as text.
_EXACT_DIGITS = 15
_NARROWEST, _WIDEST = 6, 60
_FIXED = datetime(2000, 1, 1)  # noqa: DTZ001  (a property of the file that must not change from run to run)
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


class _Styles:
    """The cell styles of a workbook, each one made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[str, Style] = {}

    def get(self, properties: dict[str, object]) -> "Style":
        key = repr(properties)
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", **properties})
        return self._made[key]


def render(view: View, options: Options) -> bytes:
    """The workbook; a table too long or too wide for one is a DataError."""
    stream = BytesIO()
    sheets = (Sheet(view.sheet_name, view.records), *view.sheets)
    for sheet in sheets:
        _check_size(sheet.records, options.lang)
    with xlsxwriter.Workbook(stream, _SAFE) as book:
        book.set_properties({"title": view.title, "author": "urbancmp", "created": _FIXED})
        styles = _Styles(book)
        taken: set[str] = set()
        for sheet in sheets:
            _fill(book.add_worksheet(_sheet_name(sheet.name, taken)), sheet.records, options, styles)
    return stream.getvalue()


def _check_size(records: Records, lang: str) -> None:
    if len(records.rows) >= MOST_ROWS:
        raise DataError(say("formats.too_many_rows", lang, rows=len(records.rows), most=MOST_ROWS - 1))
    if len(records.columns) > MOST_COLUMNS:
        raise DataError(say("formats.too_many_columns", lang, columns=len(records.columns), most=MOST_COLUMNS))


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel accepts: 31 characters, none of []:*?/\\, not used yet whatever the case."""
    clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip(" '")[:31] or "data"
    clean = f"{clean}_" if clean.lower() == "history" else clean
    unique, number = clean, 2
    while unique.lower() in taken:
        ending = f" {number}"
        unique, number = clean[: 31 - len(ending)] + ending, number + 1
    taken.add(unique.lower())
    return unique


def _fill(sheet: "Worksheet", records: Records, options: Options, styles: _Styles) -> None:
    heads = titles(records, options)
    head_style = styles.get({"bold": True, "bg_color": "#E7EEF7", "bottom": 1, "text_wrap": True})
    for column, (name, head) in enumerate(zip(records.columns, heads, strict=True)):
        values = [known(row.get(name)) for row in records.rows]
        width = _width(head, values)
        sheet.write_string(0, column, _clean(head), head_style)
        sheet.set_column(column, column, width)
        for number, value in enumerate(values, start=1):
            if value is not None:
                _write(sheet, number, column, value, styles.get(_properties(value, width)))
    _arrange(sheet, len(records.rows), len(heads))


def _arrange(sheet: "Worksheet", rows: int, columns: int) -> None:
    """What makes a sheet convenient to read and to print."""
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if columns:
        sheet.autofilter(0, 0, rows, columns - 1)
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})


def _width(head: str, values: list[Value]) -> float:
    """The width of a column in digits: a Chinese character takes a little more than two, the filter button two."""
    lines = [line for value in values for line in plain(value).split("\n")]
    cells = max(cell_len(head) + 2, max(map(_cells, lines), default=0))
    return round(min(max(cells, _NARROWEST), _WIDEST) * 1.1 + 1, 1)


def _cells(line: str) -> int:
    return len(line) if line.isascii() else cell_len(line)


def _write(sheet: "Worksheet", row: int, column: int, value: Value, style: "Style") -> None:
    match value:
        case bool():
            sheet.write_boolean(row, column, value, style)
        case int() | Decimal() | float() if _exact(value):
            sheet.write_number(row, column, value, style)
        case _:
            sheet.write_string(row, column, _clean(plain(value)), style)


def _properties(value: Value, width: float) -> dict[str, object]:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return {"num_format": _number_format(value)} if _exact(value) else {}
    text = plain(value)
    return {"text_wrap": True} if "\n" in text or _cells(text) > width else {}


def _exact(value: int | Decimal | float) -> bool:
    if isinstance(value, float):
        return True
    return len(Decimal(value).as_tuple().digits) <= _EXACT_DIGITS


def _number_format(value: int | Decimal | float) -> str:
    """As many decimals as the number was printed with: 0.00 for 67.00."""
    if isinstance(value, float):
        return "General"
    exponent = Decimal(value).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return "0." + "0" * decimals if decimals else "0"


def _clean(text: str) -> str:
    """Text as a cell can hold it; the end of what is too long is cut off and the cut is shown."""
    text = text.replace("\r\n", "\n").encode(errors="replace").decode()
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
