"""What a spreadsheet program makes of our files."""

import shutil
import subprocess

import openpyxl
import pytest

from urbancmp.formats import FORMATS, Options
from urbancmp.tables.view import Records, View

OFFICE = shutil.which("libreoffice") or shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")

VIEW = View(
    Records(
        ("name", "value", "text"),
        ({"name": "高平市", "value": -30.5, "text": "=1+1"}, {"name": "成武县", "value": 67, "text": " ＝1+1"}),
    )
)
_UTF8 = "44,34,76,1,,0,false,true,false"


def converted(folder, source, data, target):
    """The file that LibreOffice makes of `data`, opened as `source`."""
    (folder / source).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", *target, "--outdir", folder / "out", folder / source]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next((folder / "out").iterdir())


def test_a_csv_keeps_chinese_numbers_and_text(tmp_path):
    """Opened in a spreadsheet, Chinese is Chinese, a number a number, and =1+1 is not computed."""
    data = FORMATS["csv"].render(VIEW, Options(bom=True))
    target = ("xlsx", f"--infilter=CSV:{_UTF8}")
    sheet = openpyxl.load_workbook(converted(tmp_path, "a.csv", data, target)).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[:2] for row in rows] == [("高平市", -30.5), ("成武县", 67)]
    assert [row[2].lstrip("'") for row in rows] == ["=1+1", " ＝1+1"]


def test_a_workbook_keeps_chinese_numbers_and_text(tmp_path):
    """The same through a workbook, where text needs no apostrophe."""
    data = FORMATS["xlsx"].render(VIEW, Options())
    target = (f"csv:Text - txt - csv (StarCalc):{_UTF8}",)
    text = converted(tmp_path, "a.xlsx", data, target).read_text(encoding="utf-8")
    assert text.splitlines() == ["name,value,text", "高平市,-30.5,=1+1", "成武县,67, ＝1+1"]
