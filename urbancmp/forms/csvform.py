"""A form as CSV, for those without a spreadsheet program that keeps workbooks: UTF-8 with byte order mark."""

import csv
import io
from collections.abc import Iterable

from urbancmp.forms.columns import COLUMNS
from urbancmp.forms.lines import Line

_RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_form(lines: Iterable[Line], year: int) -> bytes:
    """The CSV for `lines`, asking for the actuals of `year`; one header line, one line per target."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(f"{column.header}({year}年)" if column.id == "actual" else column.header for column in COLUMNS)
    for line in lines:
        writer.writerow(_disarmed(line.cells.get(column.id, "")) for column in COLUMNS)
    return buffer.getvalue().encode("utf-8-sig")


def _disarmed(text: str) -> str:
    return f"'{text}" if text.startswith(_RUNS_AS_FORMULA) else text
