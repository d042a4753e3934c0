"""The text of a document on disk: plain text, HTML, DOCX or PDF, whatever its encoding."""

import codecs
import io
import logging
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from urbancmp.diagnostics import DataError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
# The commonest characters of both scripts: what a right guess of the encoding is full of.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产市城县建展化设区實國個們為來這於會發動產縣設區說過對時"
)
_BLOCKS = frozenset(("p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article", "header"))
_BLOCKS |= {"footer", "blockquote", "title", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = frozenset(("script", "style", "noscript", "template"))
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class UnreadableError(Exception):
    """The document holds no text that could be searched; the text says why and what to do."""


def read(path: Path) -> tuple[str, bytes]:
    """The text of a document and its bytes.

    Raises UnreadableError for a scan, an old or broken format; DataError where a reader is not installed.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from None
    return _reader(raw, path.suffix.lower())(raw), raw


def _reader(raw: bytes, suffix: str) -> Callable[[bytes], str]:
    if raw.startswith(b"%PDF"):
        return _pdf
    if raw.startswith(b"PK\x03\x04"):
        return _docx
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("an old Word or Excel file; save it as .docx")
    if suffix in (".html", ".htm", ".xhtml") or re.match(rb"\s*(<!doctype html|<html)", raw[:200], re.I):
        return _html
    return plain_text


def plain_text(raw: bytes) -> str:
    """Bytes in UTF-8, UTF-16, UTF-32, GB18030 or Big5 as text."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    guesses = [raw.decode(encoding, errors="replace") for encoding in ("gb18030", "big5hkscs")]
    return max(guesses, key=lambda text: sum(char in _COMMON for char in text) - 5 * text.count("�"))


class _Text(HTMLParser):
    """Gathers the visible text; every block begins a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - inherited
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def _html(raw: bytes) -> str:
    parser = _Text()
    parser.feed(plain_text(raw))
    parser.close()
    return re.sub(r"[ \t]*\n[ \t\n]*\n", "\n\n", "".join(parser.parts))


def _docx(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            root = ElementTree.fromstring(archive.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        raise UnreadableError(f"not a Word document ({error})") from None
    return "\n".join(_paragraph(paragraph) for paragraph in root.iter(f"{_WORD}p"))


def _paragraph(paragraph: ElementTree.Element) -> str:
    pieces = []
    for node in paragraph.iter():
        if node.tag == f"{_WORD}t":
            pieces.append(node.text or "")
        elif node.tag in (f"{_WORD}br", f"{_WORD}cr", f"{_WORD}tab"):
            pieces.append("\n" if node.tag != f"{_WORD}tab" else " ")
    return "".join(pieces)


def _pdf(raw: bytes) -> str:
    try:
        import pypdf
    except ImportError:
        raise DataError(
            "a document is a PDF and pypdf is not installed; install it with: pip install 'urbancmp[sources]'",
            "有 PDF 文件而未安装 pypdf，请运行：pip install 'urbancmp[sources]'",
        ) from None
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        text = "\f".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(raw)).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"the PDF cannot be read ({type(error).__name__})") from None
    if not text.strip():
        raise UnreadableError("the PDF holds no text, only pictures; run it through OCR first")
    return text
