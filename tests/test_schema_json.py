"""The JSON Schema for editors: generated from the fields that validate, and what a TOML language tool makes of it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from urbancmp.loading import load
from urbancmp.schema import jsonschema
from urbancmp.schema.fields import FIGURE, NAME, TABLES
from urbancmp.schema.types import TYPES

DATA = Path(__file__).parents[1] / "data"
GOOD = (Path(jsonschema.__file__).parents[1] / "scaffold" / "table.toml").read_text(encoding="utf-8")
TOMBI = shutil.which("tombi") or shutil.which("tombi", path=str(Path(sys.executable).parent))


def test_committed_schema_is_the_generated_one():
    """After a change of the fields: python -m urbancmp.schema.jsonschema > data/indicators.schema.json."""
    assert (DATA / jsonschema.FILE_NAME).read_text(encoding="utf-8") == jsonschema.text()


def test_the_table_names_its_schema_in_the_first_line():
    """So that editors find it, offline, in the folder of the table."""
    for text in ((DATA / "indicators.toml").read_text(encoding="utf-8"), GOOD):
        assert text.startswith(f"{jsonschema.DIRECTIVE}\n\n")


def test_every_field_is_there_with_description_and_example():
    """What an editor shows on hover and proposes."""
    definitions = jsonschema.schema()["definitions"]
    for name, fields in {**TABLES, "figure": FIGURE, "name": NAME}.items():
        properties = definitions[name]["properties"]
        assert list(properties) == [spec.name for spec in fields]
        assert all(item["description"] and len(item["examples"]) == 1 for item in properties.values())
        assert definitions[name]["additionalProperties"] is False


def test_choices_are_the_fields_choices():
    """Enums come from the table of fields, alone or in lists."""
    properties = jsonschema.schema()["definitions"]["figure"]["properties"]
    by_name = {spec.name: spec for spec in FIGURE}
    assert properties["op"]["enum"] == list(by_name["op"].choices)
    assert properties["flags"]["items"]["enum"] == list(by_name["flags"].choices)


def test_every_type_of_field_has_a_shape():
    """A new type cannot be forgotten."""
    assert jsonschema._SHAPES.keys() == TYPES.keys()


def test_the_schema_stands_alone():
    """Draft-07, without references to the network."""
    schema = json.loads(jsonschema.text())
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert all(target.startswith("#/definitions/") for target in re.findall(r'"\$ref": "([^"]+)"', jsonschema.text()))


@pytest.fixture
def lint(tmp_path):
    """The faults that tombi finds in a table, as line numbers; no network."""
    if TOMBI is None:
        pytest.skip("tombi is not installed")
    (tmp_path / jsonschema.FILE_NAME).write_text(jsonschema.text(), encoding="utf-8")

    def found(text):
        path = tmp_path / "indicators.toml"
        path.write_text(text, encoding="utf-8")
        command = [TOMBI, "lint", "--offline", "--no-cache", "--error-on-warnings", str(path)]
        result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=tmp_path, timeout=60)
        places = re.findall(r"indicators\.toml:(\d+):", result.stdout + result.stderr)
        assert bool(places) == (result.returncode != 0), result.stdout + result.stderr
        return sorted({int(place) for place in places})

    return found


def test_good_tables_pass_the_language_tool(lint):
    """The curated table and the example of init."""
    assert lint(GOOD) == []
    assert lint((DATA / "indicators.toml").read_text(encoding="utf-8")) == []


FAULTS = {
    "unknown key": ('unit = "%"', 'unitt = "%"'),
    "wrong choice": ('measure = "level"', 'measure = "levels"'),
    "missing polarity": ('polarity = "up"\n', ""),
    "text for a number": ("target = 30", 'target = "30"'),
    "number for a text": ('code = "990001"', "code = 990001"),
    "code of five digits": ('code = "990001"', 'code = "99001"'),
    "year of three digits": ("year = 2025, target = 30", "year = 202, target = 30"),
    "two outcomes": ("target = 30", "target = 30, actual = 3"),
    "no outcome": ("target = 30, ", ""),
    "range without end": ('target = 30, op = ">="', 'target = 30, op = "range"'),
    "upper bound without range": ('target = 30, op = ">="', 'target = 30, op = ">=", high = 40'),
    "unknown flag": ('printed = "30%以上"', 'printed = "30%以上", flags = ["wrong"]'),
    "empty text": ('printed = "30%以上"', 'printed = " "'),
    "three years": ("period = [2021, 2025]", "period = [2021, 2025, 2030]"),
    "name in one language": ('name = { zh = "示例甲县", en = "Example County A" }', 'name = { zh = "示例甲县" }'),
    "unknown definition key": ("stage = {", "stages = {"),
    "a number for a date": ("published = 2021-06-30", "published = 20210630"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_bad_tables_are_marked_where_the_loader_marks_them(lint, tmp_path, fault):
    """Each fault is seen by both, on the same line; of a figure as a whole tombi marks the end of the line before."""
    bad = GOOD.replace(*FAULTS[fault], 1)
    assert bad != GOOD
    path = tmp_path / "bad.toml"
    path.write_text(bad, encoding="utf-8")
    lines = {item.location.line for item in load([path]).diagnostics if item.severity == "error"}
    assert lines
    assert lines & {line + ahead for line in lint(bad) for ahead in (0, 1)}


def test_an_unknown_table_is_marked(lint):
    """At its header."""
    header = GOOD.split("\n").index("[families.prefab]") + 1
    assert lint(GOOD.replace("[families.prefab]", "[familes.prefab]")) == [header]
