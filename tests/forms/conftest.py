"""A small table with targets, its form, and what comes back from filled forms."""

import shutil
import subprocess
from pathlib import Path

import pytest
from form_filling import TODAY

from urbancmp import forms
from urbancmp.loading import load

TABLE = """
[jurisdictions.liangzhou]
name = { zh = "良州市", en = "Liangzhou" }
code = "990100"
tier = "prefecture"

[families.all]
name = { zh = "全部", en = "All" }

[indicators.urban_rate]
family = "all"
name = { zh = "常住人口城镇化率", en = "Urbanization rate" }
unit = "%"
measure = "level"
polarity = "up"
definition = { numerator = { zh = "城镇常住人口", en = "urban residents" }, period = { zh = "年末", en = "year-end" } }

[indicators.leakage]
family = "all"
name = { zh = "公共供水管网漏损率", en = "Leakage" }
unit = "%"
measure = "level"
polarity = "down"

[indicators.population]
family = "all"
name = { zh = "城镇常住人口", en = "Urban population" }
unit = "万人"
measure = "level"
polarity = "none"

[indicators.jobs]
family = "all"
name = { zh = "城镇新增就业人数", en = "New jobs" }
unit = "人"
measure = "annual"
polarity = "up"

[indicators.coverage]
family = "all"
name = { zh = "5G网络覆盖率", en = "5G coverage" }
unit = "%"
measure = "level"
polarity = "up"

[sources.plan]
jurisdiction = "liangzhou"
title = "良州市规划"
kind = "plan"
period = [2021, 2025]
base_year = 2020
departments = { "二" = ["市发展改革委", "市统计局"], "三" = ["市水务局"], "四" = ["市人社局"] }
figures = [
  { at = "一", indicator = "urban_rate", year = 2014, actual = 34.47, printed = "34.47%" },
  { at = "一", indicator = "urban_rate", year = 2020, actual = 44.77, printed = "44.77%" },
  { at = "一", indicator = "leakage", year = 2021, actual = 12.10, printed = "12.10%" },
  { at = "二", indicator = "urban_rate", year = 2025, target = 55, printed = "55%" },
  { at = "五", indicator = "coverage", year = 2025, target = 100, printed = "100%" },
  { at = "三", indicator = "leakage", year = 2025, target = 9, op = "<=", printed = "9%以内" },
  { at = "二", indicator = "population", year = 2025, target = 98.5, op = "~", printed = "98.5万左右" },
  { at = "四", indicator = "jobs", year = 2025, target = 4700, op = ">=", printed = "4700人以上" },
  { at = "四", indicator = "jobs", year = 2025, unquantified = "direction", printed = "大幅提高" },
  { at = "四", indicator = "jobs", year = 2030, target = 5000, printed = "5000人" },
  { at = "四", indicator = "leakage", target = 8, printed = "8%" },
]
"""
YEAR = 2025


@pytest.fixture
def table(tmp_path):
    """The table as a file."""
    path = tmp_path / "table.toml"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def data(table):
    """The table as loaded."""
    return load([table]).sound()


@pytest.fixture
def lines(data):
    """What the form of 2025 asks for."""
    return forms.asked(data, "liangzhou", YEAR, YEAR)


@pytest.fixture
def form(data, lines, tmp_path):
    """A blank form."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(forms.form_file(lines, data.jurisdictions["liangzhou"], YEAR, ".xlsx"))
    return path


@pytest.fixture
def taken(data):
    """What comes back from filled forms."""
    return lambda *paths: forms.filled(paths, data, TODAY)


@pytest.fixture
def libreoffice(tmp_path):
    """Saves a file in another format through LibreOffice."""
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice")

    def convert(path: Path, to: str, suffix: str, *options: str) -> Path:
        out = tmp_path / "saved"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", *options, "--convert-to", to, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return out / f"{path.stem}{suffix}"

    return convert
