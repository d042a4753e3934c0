"""Figures against documents: scripts, widths, line breaks, page marks, OCR, numbering, file formats."""

import io
import sys
import zipfile
from pathlib import Path

import pytest
from small_table import checked, codes, indicator, table

from urbancmp.checks.proof import Status
from urbancmp.checks.quoting import quotations
from urbancmp.diagnostics import DataError
from urbancmp.documents import script
from urbancmp.documents.document import Document
from urbancmp.loading import load

PLAN = """柳阳市道路建设方案

一、现状
(一)道路。2020年,道路硬化率为61.5%。
(二)桥梁。桥梁完好。
二、目标
(一)城区。
1.打通断头路。到2025年,道路硬化率达到80%以上,路网更密。到2035年,道路硬化率达到95%左右。
2.改善出行。建成公交站点120个。
"""
GOAL = 'at = "二(一)1", indicator = "paved", year = 2025, target = 80, op = ">=", printed = "80%以上"'
FILE = 'text = "plan.txt"'


def report(figure: str, tmp_path: Path, document: str | bytes = PLAN, name: str = "plan.txt", more: str = ""):
    """The report on one figure against a document."""
    return checked(table(figure, more=f'text = "{name}"\n{more}'), tmp_path, document, name)


def test_a_figure_is_found_in_its_clause(tmp_path: Path) -> None:
    """Clause, number, name, year and comparator agree."""
    found = report(GOAL, tmp_path)
    assert codes(found) == []
    assert [proof.status for proof in found.proofs.proofs] == [Status.FOUND]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('"二(一)1"', '"一(一)"'), "U405"),
        (('"二(一)1"', '"九(一)1"'), "U404"),
        (('"二(一)1"', '"二(一)"'), "U414"),
        (("2025", "2035"), "U408"),
        (("2025", "2026"), "U408"),
        (("80%以上", "8%以上"), "U406"),
        (('"80%以上"', '"0%以上"'), "U406"),
        (('op = ">=", printed = "80%以上"', 'printed = "80%"'), "U409"),
        (("target", "actual"), "U413"),
    ],
)
def test_what_disagrees_with_the_document_is_told(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    """A wrong clause, year, number, comparator or kind has its own code."""
    figure = GOAL.replace(*change).replace(
        "target = 80", "target = 8" if "8%" in change[1] and "80%" not in change[1] else "target = 80"
    )
    assert code in codes(report(figure, tmp_path))


def test_found_elsewhere_says_where(tmp_path: Path) -> None:
    """The clause and the line of the place are named."""
    found = report(GOAL.replace("二(一)1", "一(一)"), tmp_path)
    assert found.proofs.proofs[0].status is Status.ELSEWHERE
    assert "二(一)1 (plan.txt:8)" in found.diagnostics[0].message()


def test_the_sentence_must_name_the_indicator(tmp_path: Path) -> None:
    """A number that stands beside another subject proves nothing."""
    figure = 'at = "二(一)2", indicator = "paved", target = 120, unit = "%", printed = "120个"'
    text = table(figure.replace(', unit = "%"', ""), indicators=indicator(unit="个"), more=FILE)
    assert codes(checked(text, tmp_path, PLAN)) == ["U407"]


def test_an_alias_names_the_indicator(tmp_path: Path) -> None:
    """What the document calls it may stand among the aliases."""
    named = indicator(zh="硬化道路占比").replace('unit = "%"', 'unit = "%"\naliases = ["道路硬化率"]')
    assert codes(checked(table(GOAL, indicators=named, more=FILE), tmp_path, PLAN)) == []


TRADITIONAL = """柳陽市道路建設方案
一、現狀
二、目標
(一)城區。
1.打通斷頭路。到2025年,道路硬化率達到80%以上,為羣眾與產業發展創造條件,實現縣鄉車輛暢通無阻,國際與區域聯繫對應加強。
"""


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(TRADITIONAL, id="Traditional script"),
        pytest.param(PLAN.replace("80%", "８０％").replace("2025", "２０２５"), id="full width"),
        pytest.param(PLAN.replace("到2025年", "到 2025 年").replace("80%以上", "80 % 以 上"), id="blanks"),
        pytest.param(
            PLAN.replace("80%以上", "8\n0%以\n上").replace("道路硬化率达", "道路硬\n化率达"), id="line breaks"
        ),
        pytest.param(PLAN.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(
            PLAN.replace(
                "打通断头路。",
                "打通断头路,完善城乡之间的道路联系,改善群众的出行条件,方便生产生活往来,扩大就业\n5、范围。",
            ),
            id="page mark",
        ),
        pytest.param(PLAN.replace("达到80%", "达到\n- 5 -\n80%"), id="page number"),
        pytest.param(PLAN.replace("80%", "8O%"), id="OCR"),
        pytest.param("\ufeff" + PLAN, id="byte order mark"),
        pytest.param(PLAN.encode("gb18030"), id="GB18030"),
        pytest.param(TRADITIONAL.encode("big5hkscs"), id="Big5"),
        pytest.param(PLAN.encode("utf-16"), id="UTF-16"),
    ],
)
def test_the_form_of_the_text_does_not_matter(document: str | bytes, tmp_path: Path) -> None:
    """The figure is found whatever script, width, breaks, page marks or encoding the copy has."""
    assert codes(report(GOAL, tmp_path, document)) == []


def test_a_page_mark_is_no_value(tmp_path: Path) -> None:
    """3个⏎5、 is three; neither 35 nor 5."""
    broken = PLAN.replace(
        "建成公交站点120个。",
        "完善公交线路布局,方便群众日常出行换乘,提高公共交通服务水平,建成公交站点3个\n5、以及换乘站。",
    )
    line = 'at = "二(一)2", indicator = "paved", target = 3, printed = "3个"'
    text = table(line, indicators=indicator(zh="公交站点", unit="个"), more=FILE)
    assert codes(checked(text, tmp_path, broken)) == []


def html(text: str) -> bytes:
    """The plan as a web page."""
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<!doctype html><html><head><style>p 99%</style></head><body>{lines}</body></html>".encode()


def docx(text: str) -> bytes:
    """The plan as a Word document, one run a character."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(
        "<w:p>" + "".join(f"<w:r><w:t>{char}</w:t></w:r>" for char in line) + "</w:p>" for line in text.splitlines()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{paragraphs}</w:body></w:document>'
        )
    return buffer.getvalue()


def pdf(lines: list[str]) -> bytes:
    """A PDF with a built-in font, written by hand; the text is ASCII."""
    content = "BT /F1 12 Tf 50 700 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{place:010d} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode()


@pytest.mark.parametrize(("name", "make"), [("plan.html", html), ("plan.docx", docx)])
def test_web_pages_and_word_documents_are_read(name: str, make, tmp_path: Path) -> None:
    """A figure is found in HTML and DOCX as in plain text."""
    assert codes(report(GOAL, tmp_path, make(PLAN), name)) == []


def test_a_pdf_is_read(tmp_path: Path) -> None:
    """A figure is found in the text of a PDF."""
    document = pdf(["Liuyang road plan", "1.By plan, Paved share of 80% is due."])
    line = 'at = "1", indicator = "paved", target = 80, printed = "80%"'
    text = table(line, indicators=indicator(zh="Paved share"), more='text = "plan.pdf"')
    assert codes(checked(text, tmp_path, document, "plan.pdf")) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [(b"%PDF-1.4 broken", "plan.pdf"), (b"PK\x03\x04 broken", "plan.docx"), (b"\xd0\xcf\x11\xe0 old", "plan.doc")],
)
def test_a_document_that_cannot_be_read_is_a_fault(raw: bytes, name: str, tmp_path: Path) -> None:
    """A broken or old file is told, and nothing else about its figures."""
    assert codes(report(GOAL, tmp_path, raw, name)) == ["U403"]


def test_a_changed_document_is_searched_anew(tmp_path: Path) -> None:
    """Another sha256 is a warning; figures that still stand are found."""
    found = report(GOAL, tmp_path, more='sha256 = "' + "0" * 64 + '"')
    assert codes(found) == ["U402"]
    assert found.proofs.proofs[0].status is Status.FOUND


def test_a_document_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    """A path that leaves the folder is treated as missing."""
    (tmp_path / "secret.txt").write_text(PLAN, encoding="utf-8")
    text = table(GOAL, more='text = "../secret.txt"')
    assert codes(checked(text, tmp_path, PLAN, "other.txt")) == ["U401"]


@pytest.mark.parametrize(
    ("locator", "place"),
    [
        ("一(二)", "桥梁"),
        ("二(一)2", "公交"),
        ("二", "目标"),
        ("附件 一", "附则"),
        ("公共服务 ◎2", "第二"),
        ("公共服务 末", "最后"),
        ("第三条", "第三"),
    ],
)
def test_clauses_are_found_by_their_numbering(locator: str, place: str) -> None:
    """Plans, parts after a heading, press reports with bullets, articles."""

    press = "改善公共服务\n\n◎ 第一点说明。\n◎ 第二点说明。\n\n最后一段说明。\n"
    document = Document(f"{PLAN}附件\n一、附则的内容。\n\n{press}第二条 前文。\n第三条 第三条的内容。\n")
    spans = document.clauses.find(locator)
    assert len(spans) == 1
    assert place in document.text[slice(*spans[0])][:12]


def test_uncovered_numbers_leave_out_dates_and_names(tmp_path: Path) -> None:
    """Dates, clause numbers, document numbers and roads are explained; the rest is listed with its place."""
    more = "文号柳政发〔2024〕3号,2024年7月4日公布,电话0351-3505555,改造国道207、307和G85。新增车位3000个。\n"
    found = checked(table(GOAL, more=FILE), tmp_path, PLAN + more, list_uncovered=True)
    assert [item.number for item in found.uncovered] == ["61.5", "95", "120", "3000"]


def test_a_sentence_is_quoted_with_the_figure_marked(tmp_path: Path) -> None:
    """trace shows the sentence in three pieces."""
    checked(table(GOAL, more=FILE), tmp_path, PLAN)
    data = load([tmp_path / "table.toml"]).data
    quotation = next(iter(quotations(data, data.figures, tmp_path / "documents").values()))
    assert quotation.printed == "80%以上"
    assert quotation.before.endswith("道路硬化率达到")
    assert quotation.after == ",路网更密。"


def test_a_missing_converter_is_told_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without OpenCC a document in Traditional script is one clear line, not a traceback."""
    monkeypatch.setitem(sys.modules, "opencc", None)
    monkeypatch.setattr(script, "_converter", script._converter.__wrapped__)
    with pytest.raises(DataError, match=r"pip install 'urbancmp\[sources\]'"):
        report(GOAL, tmp_path, TRADITIONAL + "另一份。")
