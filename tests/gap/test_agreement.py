"""One engine: a frame of many rows and `assess` of each row say the same."""

import dataclasses

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from urbancmp.gap.assess import Assessment, assess
from urbancmp.gap.engine import evaluate
from urbancmp.gap.methods import METHODS

POINT = st.one_of(st.none(), st.tuples(st.integers(2015, 2026), st.integers(-20, 120).map(lambda v: v / 2)))
ROW = st.fixed_dictionaries(
    {
        "baseline": POINT,
        "actual": POINT,
        "target": st.tuples(st.integers(2020, 2030), st.integers(-20, 120).map(lambda v: v / 2)),
        "comparator": st.sampled_from(["eq", "ge", "le", "gt", "lt", "approx", "near"]),
        "polarity": st.sampled_from(["up", "down", "none"]),
        "measure": st.sampled_from(["level", "annual", "rank", "growth"]),
        "as_of": st.sampled_from([None, None, 2022, 2028]),
        "budget": st.sampled_from([None, None, True, False]),
    }
)
SAME = [f.name for f in dataclasses.fields(Assessment) if f.name not in ("class_", "flags")]


def as_input(row):
    """The row of a frame that says what the call says."""
    named = {}
    for role in ("baseline", "actual", "target"):
        year, value = row[role] or (None, None)
        named |= {role: value, f"{role}_year": year}
    words = {name: row[name] for name in ("comparator", "polarity", "measure", "budget")}
    return named | words | {"clock": row["as_of"]}


@settings(max_examples=25, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8), st.sampled_from(sorted(METHODS)))
def test_frame_and_single_rows_agree(rows, method):
    """Cell by cell, for every method."""
    schema = {
        "baseline": pl.Float64,
        "baseline_year": pl.Int32,
        "actual": pl.Float64,
        "actual_year": pl.Int32,
        "target": pl.Float64,
        "target_year": pl.Int32,
        "comparator": pl.String,
        "polarity": pl.String,
        "measure": pl.String,
        "budget": pl.Boolean,
        "clock": pl.Int32,
    }
    frame = pl.LazyFrame([as_input(row) for row in rows], schema=schema)
    together = evaluate(frame, METHODS[method]).collect().rows(named=True)
    for row, got in zip(rows, together, strict=True):
        alone = assess(**row, method=method)
        assert {name: got[name] for name in SAME} == {name: getattr(alone, name) for name in SAME}
        assert (got["flags"] or "") == ";".join(alone.flags)
        assert got["class"] == alone.class_
