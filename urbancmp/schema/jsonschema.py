"""The JSON Schema of the data file, made from the table of fields that also validates it.

Editors read it through the first line of the file (`#:schema ./indicators.schema.json`) for completion, hover and
faults while typing; draft-07, which TOML language tools support offline. `python -m urbancmp.schema.jsonschema`
prints it.
"""

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

from urbancmp.schema.fields import DEFINITION_KEYS, FIGURE, NAME, TABLES, Field
from urbancmp.schema.types import FIRST_YEAR, LAST_YEAR

FILE_NAME = "indicators.schema.json"
DIRECTIVE = f"#:schema ./{FILE_NAME}"

_Json = dict[str, Any]
_TEXT: _Json = {"type": "string", "pattern": r"\S"}
_YEAR: _Json = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
_NAME: _Json = {"$ref": "#/definitions/name"}
_A_NAME = {"zh": "高平市", "en": "Gaoping"}

_MEANINGS = {
    "jurisdictions": "Places with their GB/T 2260 codes, one table each",
    "families": "Headings under which indicators are listed",
    "topics": "Headings of look-alikes that must not stand in one row",
    "rows": "Rows whose indicators may stand side by side with a caveat",
    "indicators": "Exact definitions of quantities, one table each",
    "sources": "Documents with their figures, one table each",
    "identities": "Arithmetical relations that figures must satisfy",
    "orders": "Indicators that hold in an order by definition",
}


def _list_of(item: _Json, size: int = 0) -> _Json:
    return {"type": "array", "items": item} | ({"minItems": size, "maxItems": size} if size else {})


def _table_of(value: _Json) -> _Json:
    return {"type": "object", "additionalProperties": value}


def _definition() -> _Json:
    return {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(DEFINITION_KEYS, _NAME)}


# By the type of a field: its schema, and a value that shows how it is written where the field has none of its own.
_SHAPES: dict[str, tuple[Callable[[Field], _Json], Any]] = {
    "text": (lambda _: _TEXT, "…"),
    "choice": (lambda spec: {"enum": list(spec.choices)}, None),
    "number": (lambda _: {"type": "number"}, 46.79),
    "year": (lambda _: _YEAR, 2025),
    "code": (lambda _: {"type": "string", "pattern": "^[0-9]{6}$"}, "140581"),
    "flag": (lambda _: {"type": "boolean"}, True),
    "texts": (lambda _: _list_of(_TEXT), ["…", "…"]),
    "flags": (lambda spec: _list_of({"enum": list(spec.choices)}), ["hedged"]),
    "name": (lambda _: _NAME, _A_NAME),
    "definition": (lambda _: _definition(), {"denominator": {"zh": "常住人口", "en": "residents"}}),
    "bounds": (lambda _: _list_of({"type": "number"}, 2), [0, 100]),
    "period": (lambda _: _list_of(_YEAR, 2), [2021, 2025]),
    "date": (lambda _: {"anyOf": [{"type": "string", "format": "date"}, _TEXT]}, "2024-07-04"),
    "departments": (lambda _: _table_of(_list_of(_TEXT)), {"二-1": ["县发展和改革局"]}),
    "waivers": (lambda _: _table_of(_TEXT), {"U124": "…"}),
    "figures": (lambda _: _list_of({"$ref": "#/definitions/figure"}), None),
}
_FIGURE_EXAMPLE = {"at": "三(四)23", "indicator": "prefab_share_starts", "year": 2025, "target": 30, "printed": "30%"}
_EXAMPLES: dict[str, Any] = {
    "figures": [_FIGURE_EXAMPLE],
    "row": "prefab_share",
    "topic": "prefab",
    "title": "成武县新型城镇化实施方案",
    "issuer": "成武县人民政府",
    "publisher": "菏泽市人民政府网站",
    "url": "https://www.stats.gov.cn/",
    "text": "plan.txt",
    "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "result": "urbanization_rate_resident",
    "formula": "urban_resident_population / resident_population * 100",
    "source": "pingliang_plan",
    "aliases": ["漏损率"],
    "companions": ["prefab_share_public"],
    "indicators": ["rural_scaled_water_share", "rural_tap_water_rate"],
    "official_rating": "达到预期",
}
# The loader has a message of its own for a missing polarity, so the table of fields does not call it required.
_ALSO_REQUIRED = {"indicators": ("polarity",)}


def _example(spec: Field) -> Any:
    if spec.example:
        return spec.example if spec.type in ("text", "choice", "date", "code") else json.loads(spec.example)
    own = _EXAMPLES.get(spec.name) if spec.type in ("text", "texts", "figures") else None
    return own or (spec.choices[0] if spec.type == "choice" else _SHAPES[spec.type][1])


def _property(spec: Field) -> _Json:
    said = {"description": spec.doc, "examples": [_example(spec)]}
    shape = _SHAPES[spec.type][0](spec)
    # Draft-07 ignores everything that stands beside $ref.
    return {"allOf": [shape], **said} if "$ref" in shape else {**shape, **said}


def _record(fields: Iterable[Field], also_required: tuple[str, ...] = ()) -> _Json:
    fields = tuple(fields)
    required = [spec.name for spec in fields if spec.required or spec.name in also_required]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {spec.name: _property(spec) for spec in fields},
    }


def _figure() -> _Json:
    """A figure: exactly one of target, actual, unquantified; an upper bound belongs to op = "range" and only there."""
    outcomes = ("target", "actual", "unquantified")
    # additionalProperties is true by default; tombi wants it said in a condition.
    is_range = {"required": ["op"], "properties": {"op": {"const": "range"}}, "additionalProperties": True}
    return {
        **_record(FIGURE),
        "oneOf": [{"required": [outcome]} for outcome in outcomes],
        "dependencies": {"high": is_range},
        "if": is_range,
        "then": {"required": ["high"], "additionalProperties": True},
    }


def schema() -> _Json:
    """The schema as a tree of dicts and lists."""
    records = {table: _record(fields, _ALSO_REQUIRED.get(table, ())) for table, fields in TABLES.items()}
    tables = {
        table: {"description": _MEANINGS[table], **_table_of({"$ref": f"#/definitions/{table}"})} for table in TABLES
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Table of urbanization indicators",
        "x-tombi-toml-version": "v1.0.0",
        "type": "object",
        "additionalProperties": False,
        "properties": tables,
        "definitions": {"name": _record(NAME), "figure": _figure(), **records},
    }


def text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(text().encode())
