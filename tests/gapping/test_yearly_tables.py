"""The three tables of the yearly report: exact columns, reasons in place of blanks, workbooks that repeat."""

import csv
import io
from pathlib import Path

import fastexcel
import pytest

COMPLETION = [
    "序号", "领域", "指标", "单位", "口径(分母)", "基期年", "基期值", "目标年", "比较符", "目标值", "报告期值",
    "报告期年", "差距", "年均需提高", "进度判断", "责任单位", "依据文件", "条款", "原文", "备注",
]  # fmt: skip
TABLES = {
    "指标完成情况表": ("gap", "pingliang", "--year", "2025", "--table", "completion"),
    "数据缺口表": ("gap", "chengwu", "--year", "2025", "--table", "gaps-in-data"),
    "横向对比表": ("compare", "gaoping", "chengwu", "--table", "sidebyside"),
}


def rows(result) -> list[dict[str, str]]:
    """The records of a CSV answer."""
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def sheet(path: Path, name: str) -> list[dict[str, object]]:
    """A sheet of a workbook as records."""
    return fastexcel.read_excel(path).load_sheet(name).to_polars().to_dicts()


def test_the_completion_table_has_the_columns_of_the_report(call) -> None:
    """Twenty columns with Chinese headers whatever the language."""
    for lang in ("zh", "en"):
        result = call(*TABLES["指标完成情况表"], "-f", "csv", "--lang", lang)
        assert result.out.splitlines()[0].split(",") == COMPLETION


def test_the_line_of_pingliangs_urbanization_rate(call) -> None:
    """44.77 (2020), 46.79 (2022), 达到 55 (2025): 8.21 points short, 2.74 a year needed, behind by the schedule."""
    row = rows(call(*TABLES["指标完成情况表"], "-f", "csv"))[0]
    assert row == {
        "序号": "1", "领域": "城镇化率", "指标": "常住人口城镇化率", "单位": "%", "口径(分母)": "常住人口",
        "基期年": "2020", "基期值": "44.77", "目标年": "2025", "比较符": "达到", "目标值": "55", "报告期值": "46.79",
        "报告期年": "2022", "差距": "8.21", "年均需提高": "2.74", "进度判断": "滞后(序时进度)", "责任单位": "未印明",
        "依据文件": "平凉市新型城镇化规划(2021—2035年)", "条款": "二(三)", "原文": "55%",
        "备注": "差距和年均需提高以个百分点计",
    }  # fmt: skip


def test_responsible_departments_come_from_the_clause(call) -> None:
    """Chengwu prints them at the end of each clause."""
    found = rows(call("gap", "chengwu", "--year", "2025", "--table", "completion", "-f", "csv"))
    assert any("县住房城乡建设局" in row["责任单位"] for row in found)


def test_several_places_are_told_apart_in_a_column_of_their_own(call) -> None:
    """行政区 follows the number where more than one place is asked for."""
    result = call("gap", "gaoping", "chengwu", "--year", "2025", "--table", "completion", "-f", "csv")
    assert result.out.splitlines()[0].split(",") == [COMPLETION[0], "行政区", *COMPLETION[1:]]
    assert {row["行政区"] for row in rows(result)} == {"高平市", "成武县"}


@pytest.mark.parametrize("arguments", TABLES.values(), ids=TABLES)
def test_no_cell_is_empty(call, arguments) -> None:
    """What is missing has its reason: 无实际值, 无基期, 未印明, 未量化, 文件未见."""
    found = rows(call(*arguments, "-f", "csv"))
    assert found
    assert all(cell for row in found for cell in row.values())


def test_no_cell_of_all_places_and_years_is_empty(call) -> None:
    """Every target of the shipped table, undated and unquantified ones included."""
    for table in ("completion", "gaps-in-data"):
        assert all(cell for row in rows(call("gap", "--table", table, "-f", "csv")) for cell in row.values())


def test_the_gaps_in_the_data_of_a_target_are_one_line_each(call) -> None:
    """Chengwu's rate of 2025 has neither actual nor baseline; nothing undated or unquantified is left out."""
    found = rows(call(*TABLES["数据缺口表"], "-f", "csv"))
    rate = [row["缺口"] for row in found if row["指标"] == "常住人口城镇化率"]
    assert rate == ["无实际值", "无基期"]
    assert {row["缺口"] for row in found} == {"未量化", "无年份", "无实际值", "无基期", "口径不明"}
    assert sum(row["缺口"] == "无年份" for row in found) == 10
    assert [row["序号"] for row in found] == [str(number) for number in range(1, len(found) + 1)]


def test_side_by_side_has_one_column_a_place_and_the_caveat(call) -> None:
    """装配式: 30 (2025) and 34 (2027) beside 40 (2025), with the difference of the definitions."""
    found = rows(call(*TABLES["横向对比表"], "-f", "csv"))
    assert list(found[0]) == ["领域", "指标", "单位", "可比性", "高平市", "成武县", "口径说明"]
    row = next(row for row in found if row["指标"] == "装配式建筑占新建建筑比例")
    assert (row["可比性"], row["高平市"], row["成武县"]) == (
        "有口径差异", "目标 30(2025);目标 34(2027)", "目标 40(2025)",
    )  # fmt: skip
    assert "新开工" in row["口径说明"]


@pytest.mark.parametrize(("name", "arguments"), TABLES.items())
def test_a_workbook_has_the_table_its_sources_and_how_it_was_made(call, tmp_path, name, arguments) -> None:
    """Three sheets; the third has the command without the name of the output file, the method and the version."""
    path = tmp_path / "table.xlsx"
    assert call(*arguments, "-o", path).code == 0
    book = fastexcel.read_excel(path)
    assert book.sheet_names == [name, "来源", "说明"]
    about = {row["项目"]: row["内容"] for row in sheet(path, "说明")}
    assert about["命令"] == " ".join(("urbancmp", *arguments))
    assert about["程序版本"].startswith("urbancmp")
    assert sheet(path, "来源")


@pytest.mark.parametrize("arguments", TABLES.values(), ids=TABLES)
def test_the_same_table_twice_is_the_same_file(call, tmp_path, arguments) -> None:
    """Byte for byte, whatever the file is called."""
    for name in ("one.xlsx", "two.xlsx"):
        call(*arguments, "-o", tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_numbers_of_a_workbook_are_numbers_with_the_printed_digits(call, tmp_path) -> None:
    """8.21 and 44.77 can be added up; 46.79 is no text."""
    import zipfile

    path = tmp_path / "table.xlsx"
    call(*TABLES["指标完成情况表"], "-o", path)
    xml = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    for number in ("44.77", "46.79", "8.21", "2.74"):
        assert f"<v>{number}</v>" in xml
    assert 'state="frozen"' in xml


def test_a_csv_file_begins_with_a_byte_order_mark(call, tmp_path) -> None:
    """So that Excel on a government desktop opens it as UTF-8."""
    path = tmp_path / "table.csv"
    call(*TABLES["指标完成情况表"], "-o", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf" + "序号,".encode())
