"""JSON: a list of records with every column; decimals keep the digits they were printed with."""

import simplejson

from urbancmp.formats import Options
from urbancmp.formats.values import known, titles
from urbancmp.tables.view import View


def render(view: View, options: Options) -> bytes:
    """The records of the view; absent is null, and so is a number that is none."""
    records = view.records
    keys = list(zip(titles(records, options), records.columns, strict=True))
    rows = [{title: known(row.get(name)) for title, name in keys} for row in records.rows]
    text: str = simplejson.dumps(rows, use_decimal=True, ensure_ascii=False, allow_nan=False, indent=2)
    # A lone surrogate (from a file name) has no UTF-8; its escape is JSON as well.
    return (text + "\n").encode("utf-8", errors="backslashreplace")
