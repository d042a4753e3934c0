"""The cells of a workbook with what a reader sees in them: numbers with their per cent sign, days, texts, errors.

Someone who types 46.77% into a cell leaves the number 0.4677 with a per cent format. Libraries that load sheets
into columns return 0.4677 alone, which cannot be told from the slip that it would be without the format; they also
return nothing for a formula that was never computed. Hence the parts of the package (ECMA-376 part 1, 18.3 and
18.8) are read here: shared texts, number formats, cells.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

from urbancmp.diagnostics import Diagnostic, Location
from urbancmp.forms.cells import Cell, Sheet

_LARGEST = 64 * 1024 * 1024
_MAIN, _RELATIONS, _TEXTS, _STYLES = (
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
)  # fmt: skip
_RELATION_ID = re.compile(r"\{.*relationships\}id$")
_PERCENT_FORMATS = {9, 10}
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, ET.ParseError, LookupError, ValueError, RuntimeError, EOFError)


@dataclass(frozen=True, slots=True)
class _Book:
    path: Path
    texts: list[str]
    percents: set[int]
    dates: set[int]
    first_day: date


def sheets(path: Path) -> list[Sheet] | Diagnostic:
    """All sheets in their order, hidden ones too, or the fault that makes the file unusable."""
    place = Location(str(path))
    try:
        with zipfile.ZipFile(path) as package:
            return list(_sheets(path, package))
    except FileNotFoundError:
        return Diagnostic("U001", place)
    except _UNREADABLE as error:
        return Diagnostic("U602", place, {"reason": str(error).strip("'\"")})
    except OSError as error:
        return Diagnostic("U009", place, {"reason": error.strerror or str(error)})


def _sheets(path: Path, package: zipfile.ZipFile) -> Iterator[Sheet]:
    main = _part(package, _MAIN)
    targets = {item.get("Id"): item.get("Target", "") for item in _part(package, _RELATIONS)}
    book = _book(path, package, main)
    for item in main.iterfind("{*}sheets/{*}sheet"):
        target = targets[next(value for key, value in item.items() if _RELATION_ID.match(key))]
        name = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if "worksheet" in name:
            yield Sheet(str(path), item.get("name", ""), _rows(book, item.get("name", ""), _part(package, name)))


def _part(package: zipfile.ZipFile, name: str) -> ET.Element:
    if package.getinfo(name).file_size > _LARGEST:
        raise ValueError(f"{name} is larger than 64 MB")
    raw = package.read(name)
    if b"<!DOCTYPE" in raw[:4096]:
        raise ValueError(f"{name} declares a document type, which workbooks never do")
    return ET.fromstring(raw)


def _book(path: Path, package: zipfile.ZipFile, main: ET.Element) -> _Book:
    names = package.namelist()
    texts = [_text(item) for item in _part(package, _TEXTS)] if _TEXTS in names else []
    percents, dates = _formats(_part(package, _STYLES)) if _STYLES in names else (set(), set())
    settings = main.find("{*}workbookPr")
    since_1904 = settings is not None and settings.get("date1904") in ("1", "true")
    return _Book(path, texts, percents, dates, date(1904, 1, 1) if since_1904 else date(1899, 12, 30))


def _text(item: ET.Element) -> str:
    """The runs of a text, without the phonetic guides (rPh) that stand beside them."""
    runs = [*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t")]
    return "".join(run.text or "" for run in runs)


def _formats(styles: ET.Element) -> tuple[set[int], set[int]]:
    """The style numbers of cells that show a per cent sign, and of cells that show a date."""
    codes = {int(item.get("numFmtId", 0)): item.get("formatCode", "") for item in styles.iterfind("{*}numFmts/*")}
    percents, dates = set(), set()
    for style, item in enumerate(styles.iterfind("{*}cellXfs/{*}xf")):
        number = int(item.get("numFmtId", 0))
        code = _NOT_CODE.sub("", codes.get(number, "")).lower()
        if number in _PERCENT_FORMATS or "%" in code:
            percents.add(style)
        elif number in _DATE_FORMATS or re.search("[ymd]", code):
            dates.add(style)
    return percents, dates


def _rows(book: _Book, sheet: str, tree: ET.Element) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    number = 0
    for row in tree.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        column = 0
        for item in row.iterfind("{*}c"):
            reference = _REFERENCE.fullmatch(item.get("r", ""))
            column = _column(reference[1]) if reference else column + 1
            cell = _cell(book, sheet, (number, column), item)
            if cell is not None:
                rows.setdefault(number, {})[column] = cell
    return rows


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _cell(book: _Book, sheet: str, at: tuple[int, int], item: ET.Element) -> Cell | None:
    kind, raw = item.get("t", "n"), item.findtext("{*}v") or ""
    where = (str(book.path), sheet, *at)
    if kind in ("s", "inlineStr", "str"):
        inline = item.find("{*}is")
        text = book.texts[int(raw)] if kind == "s" else raw if inline is None else _text(inline)
        return Cell(*where, text.strip()) if text.strip() else None
    if kind in ("e", "b"):
        shown = raw if kind == "e" else ("FALSE", "TRUE")[raw == "1"]
        return Cell(*where, shown, fault="U614")
    if not raw:
        formula = item.findtext("{*}f")
        return None if formula is None else Cell(*where, f"={formula}", fault="U615")
    return _number(book, where, int(item.get("s", 0)), raw)


def _number(book: _Book, where: tuple[str, str, int, int], style: int, raw: str) -> Cell:
    if style in book.dates or not re.fullmatch(r"[-+0-9.eE]+", raw):
        return _day(book, where, raw)
    # Spreadsheets compute with binary fractions and show 15 digits of them.
    value = Decimal(f"{float(raw):.15g}")
    if not value.is_finite():
        return Cell(*where, raw, fault="U610")
    percent = style in book.percents
    shown = _plain(value * 100 if percent else value)
    return Cell(*where, f"{shown}%" if percent else shown, number=Decimal(shown), percent=percent)


def _day(book: _Book, where: tuple[str, str, int, int], raw: str) -> Cell:
    """A day counted from the first one of the book, or written as in ISO 8601."""
    try:
        day = datetime.fromisoformat(raw).date() if "-" in raw[1:] else book.first_day + timedelta(int(float(raw)))
    except (ValueError, OverflowError):
        return Cell(*where, raw, fault="U620")
    return Cell(*where, day.isoformat(), day=day)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
