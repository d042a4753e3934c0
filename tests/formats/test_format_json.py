"""JSON for programs."""

import json
from decimal import Decimal

from format_views import ANSWER, RECORDS
from hypothesis import given
from inline_snapshot import snapshot

from urbancmp.formats import FORMATS, Options
from urbancmp.tables.view import Records, View


def written(view, **options):
    """The view as JSON."""
    return FORMATS["json"].render(view, Options(**options)).decode()


def test_an_answer():
    """Every record has every column; decimals keep their zeros; Chinese is readable."""
    assert written(ANSWER) == snapshot("""\
[
  {
    "jurisdiction": "高平市",
    "indicator": "green",
    "value": 67.00,
    "year": 2022,
    "flags": null,
    "met": false,
    "note": null
  },
  {
    "jurisdiction": "成武县",
    "indicator": "=1+1",
    "value": -30.9,
    "year": null,
    "flags": [
      "ocr",
      "hedged"
    ],
    "met": null,
    "note": null
  }
]
""")


def test_labels_as_keys():
    """Labels asked for are the keys."""
    assert list(json.loads(written(ANSWER, headers="zh"))[0])[:3] == ["行政区", "indicator", "数值"]


def test_no_number_is_null():
    """NaN and infinity, which JSON does not have, are null."""
    row = {"a": float("nan"), "b": Decimal("NaN"), "c": float("inf"), "d": 0.1}
    assert json.loads(written(View(Records(tuple(row), (row,))))) == [{"a": None, "b": None, "c": None, "d": 0.1}]


def test_no_records_are_an_empty_list():
    """No rows, no records."""
    assert written(View(Records(("a",), ()))) == "[]\n"


@given(RECORDS)
def test_a_reader_gets_the_values_back(records):
    """Decimals, texts, booleans and nulls come back as they went."""
    back = json.loads(written(View(records)), parse_float=Decimal)
    assert back == [dict(row) for row in records.rows]
