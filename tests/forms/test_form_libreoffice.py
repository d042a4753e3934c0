"""The round trip through a spreadsheet program."""

from datetime import date
from decimal import Decimal

import pytest
from form_filling import PERCENT, fill, reasons

FILLED = {
    "H5": (0.4679, PERCENT), "I5": date(2026, 3, 20), "J5": "2025年统计公报", "K5": "初步数",
    "H6": "１，０２３．５", "I6": date(2026, 3, 20), "J6": "2025年统计公报",
    "H8": 8.9, "I8": date(2026, 1, 15), "J8": "供水年报",
}  # fmt: skip
UTF8_CSV, GB18030_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1", "csv:Text - txt - csv (StarCalc):44,34,85,1"


@pytest.mark.parametrize(
    ("to", "suffix"), [("xlsx", ".xlsx"), (UTF8_CSV, ".csv"), (GB18030_CSV, ".csv")], ids=["xlsx", "utf-8", "gb18030"]
)
def test_a_form_saved_by_libreoffice_is_taken_back(form, taken, libreoffice, to, suffix):
    """Keys intact, values, days and per cent signs understood."""
    found = taken(libreoffice(fill(form, FILLED), to, suffix))
    assert reasons(found) == []
    assert [(a.value, a.published) for a in found.answers] == [
        (Decimal("46.79"), date(2026, 3, 20)),
        (Decimal("1023.5"), date(2026, 3, 20)),
        (Decimal("8.9"), date(2026, 1, 15)),
    ]


def test_a_csv_form_opened_and_saved_as_workbook(data, lines, taken, libreoffice, tmp_path):
    """Nothing in the printed cells is taken for a number or a date on the way."""
    from urbancmp import forms

    path = tmp_path / "form.csv"
    path.write_bytes(forms.form_file(lines, data.jurisdictions["liangzhou"], 2025, ".csv"))
    found = taken(libreoffice(path, "xlsx", ".xlsx", "--infilter=CSV:44,34,76,1"))
    assert (found.diagnostics, found.blank) == ([], 5)
