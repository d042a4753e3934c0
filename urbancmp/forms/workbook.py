"""A form as a workbook: locked but for the cells to be filled, which are validated, with a sheet of instructions."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from unicodedata import east_asian_width

from urbancmp.forms import guide
from urbancmp.forms.columns import COLUMNS, FORM_SHEET, GUIDE_SHEET, HEADING_KEY, PLACES
from urbancmp.forms.lines import Line, by_department

_HEADER_ROW = 2
_LINE_HEIGHT, _PADDING, _GUIDE_WIDTH = 15, 4, 100
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
_GREY, _YELLOW = "#F2F2F2", "#FFF8D6"
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "宋体", "font_size": 16, "bold": True},
    "hint": {"font_name": "宋体", "font_size": 11, "font_color": "#7F4F00"},
    "header": {**_FONT, "bold": True, "border": 1, "align": "center", "bg_color": "#D9E2EC"},
    "heading": {**_FONT, "bold": True, "text_wrap": False, "top": 1, "bottom": 1, "bg_color": "#E8EEF4"},
    "fixed": {**_FONT, "border": 1, "bg_color": _GREY},
    "text": {**_FONT, "border": 1, "bg_color": _YELLOW, "locked": False, "num_format": "@"},
    # A general format: typing 46.77% then leaves a number that carries its per cent sign.
    "number": {**_FONT, "border": 1, "bg_color": _YELLOW, "locked": False},
    "date": {**_FONT, "border": 1, "bg_color": _YELLOW, "locked": False, "num_format": "yyyy-mm-dd"},
    "guide": _FONT,
    "guide_head": {**_FONT, "bold": True},
}
_FILLED = {"actual": "number", "date": "date"}


def workbook(lines: Iterable[Line], title: str, year: int) -> bytes:
    """The workbook for `lines`, asking for the actuals of `year`; the same lines give the same bytes."""
    import xlsxwriter

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(year, 12, 31, tzinfo=UTC).replace(tzinfo=None)})
    formats = {name: book.add_format(properties) for name, properties in _FORMATS.items()}
    _form(book.add_worksheet(FORM_SHEET), formats, by_department(lines), title, year)
    _guide(book.add_worksheet(GUIDE_SHEET), formats, year)
    book.close()
    return buffer.getvalue()


def _form(sheet: Any, formats: dict[str, Any], groups: dict[str, list[Line]], title: str, year: int) -> None:
    _set_up(sheet)
    sheet.write_string(0, 1, title, formats["title"])
    sheet.write_string(1, 1, guide.HINT, formats["hint"])
    for place, column in enumerate(COLUMNS):
        header = f"{column.header}({year}年)" if column.id == "actual" else column.header
        sheet.write_string(_HEADER_ROW, place, header, formats["header"])
    row = _HEADER_ROW + 1
    for department, lines in groups.items():
        sheet.set_row(row, _LINE_HEIGHT + _PADDING)
        _heading(sheet, row, department, formats["heading"])
        for row_, line in enumerate(lines, row + 1):
            _line(sheet, row_, line, formats, year)
        row += 1 + len(lines)
    sheet.print_area(0, 1, row - 1, len(COLUMNS) - 1)


def _set_up(sheet: Any) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, None, {"hidden": column.id == "key"})
    sheet.freeze_panes(_HEADER_ROW + 1, PLACES["indicator"] + 1)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """The height of a row in which texts are folded to widths: programs do not grow the rows of a finished file."""
    return _LINE_HEIGHT * max(1, *(-(-_width(text) // (width - 2)) for text, width in texts)) + _PADDING


def _width(text: str) -> int:
    """Half-width columns that a text takes in a Chinese font, which draws ambiguous signs wide."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _heading(sheet: Any, row: int, department: str, style: Any) -> None:
    sheet.write_string(row, 0, HEADING_KEY, style)
    sheet.write_string(row, 1, department, style)
    for place in range(2, len(COLUMNS)):
        sheet.write_blank(row, place, None, style)


def _line(sheet: Any, row: int, line: Line, formats: dict[str, Any], year: int) -> None:
    texts = ((line.cells.get(column.id, ""), column.width) for column in COLUMNS if column.id != "key")
    sheet.set_row(row, _height(texts))
    for place, column in enumerate(COLUMNS):
        if column.filled:
            sheet.write_blank(row, place, None, formats[_FILLED.get(column.id, "text")])
        else:
            sheet.write_string(row, place, line.cells[column.id], formats["fixed"])
    sheet.data_validation(row, PLACES["actual"], row, PLACES["actual"], _number_rule(line))
    sheet.data_validation(row, PLACES["date"], row, PLACES["date"], _date_rule(year))


def _number_rule(line: Line) -> dict[str, Any]:
    low, high = line.bounds
    prompt = guide.PERCENT_PROMPT if line.cells["unit"] == "%" else guide.NUMBER_PROMPT
    said = {
        "validate": "decimal",
        "input_title": guide.NUMBER_TITLE,
        "input_message": prompt.format(unit=line.cells["unit"]),
        "error_title": guide.NUMBER_TITLE,
        "error_message": guide.NUMBER_ERROR.format(range=_range(low, high)),
    }
    if high.is_finite():
        return {**said, "criteria": "between", "minimum": float(low), "maximum": float(high)}
    return {**said, "criteria": ">=", "value": float(low) if low.is_finite() else -1e15}


def _range(low: Decimal, high: Decimal) -> str:
    if high.is_finite():
        return f" {low:f} 至 {high:f} 之间的"
    return f"不小于 {low:f} 的" if low.is_finite() else ""


def _date_rule(year: int) -> dict[str, Any]:
    example = f"{year + 1}-03-20"
    return {
        "validate": "date",
        "criteria": ">=",
        "value": date(year, 1, 1),
        "input_title": guide.DATE_TITLE,
        "input_message": guide.DATE_PROMPT.format(example=example),
        "error_title": guide.DATE_TITLE,
        "error_message": guide.DATE_ERROR.format(year=year, example=example),
    }


def _guide(sheet: Any, formats: dict[str, Any], year: int) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, _GUIDE_WIDTH)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, (head, text) in enumerate(guide.GUIDE):
        sheet.set_row(row, _height([(text.format(year=year), _GUIDE_WIDTH)]))
        sheet.write_string(row, 0, head, formats["guide_head"])
        sheet.write_string(row, 1, text.format(year=year), formats["guide"])
    sheet.protect()
