"""Fills the cells of a workbook as people do, without a spreadsheet program."""

import re
import zipfile
from datetime import date
from html import escape

TODAY = date(2026, 11, 21)
PERCENT = object()
"""Stands for the style of a cell that shows a per cent sign."""


def reasons(found):
    """Code and cell of every fault."""
    return [(item.code, item.values.get("cell")) for item in found.diagnostics]


def fill(path, cells, sheet="sheet1"):
    """Put values into cells of a workbook: numbers, texts, days, or (number, PERCENT)."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    percent = parts["xl/styles.xml"].split("<cellXfs")[1].split("</cellXfs>")[0].count("<xf ")
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace("</cellXfs>", '<xf numFmtId="10"/></cellXfs>')
    name = f"xl/worksheets/{sheet}.xml"
    for at, value in cells.items():
        parts[name] = _put(parts[name], at, value, percent)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, text)
    return path


def _put(xml, at, value, percent):
    found = re.search(rf'<c r="{at}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', xml)
    style = (found and found[1]) or ""
    if isinstance(value, tuple):
        style, value = f' s="{percent}"', value[0]
    cell = _cell(at, style, value)
    if found:
        return xml.replace(found[0], cell)
    row = int(re.sub("[A-Z]", "", at))
    if f'<row r="{row}"' in xml:
        return re.sub(rf'(<row r="{row}".*?)</row>', lambda match: match[1] + cell + "</row>", xml, count=1)
    return xml.replace("</sheetData>", f'<row r="{row}">{cell}</row></sheetData>')


def _cell(at, style, value):
    if isinstance(value, date):
        value = (value - date(1899, 12, 30)).days
    if isinstance(value, str) and value.startswith("="):
        return f'<c r="{at}"{style}><f>{escape(value[1:])}</f></c>'
    if isinstance(value, str) and value.startswith("#"):
        return f'<c r="{at}"{style} t="e"><v>{value}</v></c>'
    if isinstance(value, str):
        return f'<c r="{at}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{at}"{style}><v>{value}</v></c>'
