"""The files of a form: which format the suffix asks for, one file or one per department."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from urbancmp.diagnostics import UsageError
from urbancmp.forms.csvform import csv_form
from urbancmp.forms.lines import Line, by_department
from urbancmp.forms.workbook import workbook
from urbancmp.model import Jurisdiction

SUFFIXES = (".xlsx", ".csv")
# What Windows does not allow in a file name, and blanks.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')


def form_file(lines: Sequence[Line], place: Jurisdiction, year: int, suffix: str) -> bytes:
    """The form of `lines` as a file with this suffix; raises UsageError where there is no such form."""
    if suffix.lower() not in SUFFIXES:
        raise UsageError(f"a form is written as {' or '.join(SUFFIXES)}, not as '{suffix}'; name the file accordingly")
    if suffix.lower() == ".csv":
        return csv_form(lines, year)
    return workbook(lines, f"{place.name.zh}{year}年新型城镇化指标实际值填报表", year)


def split(lines: Iterable[Line], path: Path) -> dict[Path, list[Line]]:
    """One file per department, its name added to that of `path`: form.xlsx → form-市住建局.xlsx."""
    return {
        path.with_name(f"{path.stem}-{_NOT_IN_NAMES.sub('_', department)}{path.suffix}"): group
        for department, group in by_department(lines).items()
    }
