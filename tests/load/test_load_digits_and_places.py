"""What holds for every TOML: exact digits, the right line for every key, and no exception for any bytes."""

import string
from decimal import Decimal

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from urbancmp.diagnostics import Diagnostic
from urbancmp.loading import load
from urbancmp.tomlfile import TomlFile, parse

_KEYS = st.text(string.ascii_letters + "_-.高平 '\"\\#=[", min_size=1, max_size=8)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12) | st.sampled_from(
    ["a\nb", "[x]", "# no comment", "k = 1", '"""', "'''", "\\", "}{", "“引号”"]
)
_SCALARS = st.one_of(st.integers(-(10**9), 10**9), st.booleans(), _TEXTS, st.floats(allow_nan=False).map(float))
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(_KEYS, _VALUES, max_size=4)


def _paths(value, path=()):
    """Every key path of tables, and of tables within arrays."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _paths(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _paths(inner, (*path, place))


@given(TABLES)
def test_every_key_has_its_place(table):
    """The line of a key path holds the key, or the header that names its table; none is missing."""
    text = tomli_w.dumps(table, multiline_strings=True)
    file = parse(text, "table.toml")
    assert isinstance(file, TomlFile)
    lines = text.split("\n")
    for path in _paths(table):
        assert path in file.index
        line, column = file.index[path]
        here = lines[line - 1][column - 1 :].lstrip("[")
        name = tomli_w.dumps({path[-1]: 1}).rpartition(" = ")[0]
        assert name in here


@given(TABLES)
def test_lines_follow_the_order_of_a_plain_table(table):
    """Keys written one below the other are found one below the other."""
    flat = {f"k{place}": place for place, _ in enumerate(table)}
    file = parse(tomli_w.dumps(flat), "table.toml")
    assert [file.index[key,] for key in flat] == [(line, 1) for line in range(1, len(flat) + 1)]


@given(st.binary(max_size=400))
@settings(max_examples=150)
def test_no_bytes_raise(tmp_path_factory, raw):
    """Whatever a file holds, loading gives a table or faults."""
    path = tmp_path_factory.mktemp("bytes") / "table.toml"
    path.write_bytes(raw)
    loaded = load([path])
    assert all(isinstance(item, Diagnostic) and item.message() and item.message("zh") for item in loaded.diagnostics)


@given(st.binary(max_size=300))
@settings(max_examples=30)
def test_no_bytes_raise_as_csv(tmp_path_factory, raw):
    """Nor as a tidy table."""
    path = tmp_path_factory.mktemp("bytes") / "table.csv"
    path.write_bytes(b"jurisdiction,indicator,kind,value,year\n" + raw)
    assert all(item.message() for item in load([path]).diagnostics)


@given(
    st.recursive(
        _SCALARS | st.sampled_from(["up", "level", "%", "a", "x"]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
            ["name", "zh", "en", "code", "tier", "family", "unit", "measure", "polarity", "figures", "indicator",
             "year", "target", "actual", "bounds", "definition", "title", "kind", "parent", "flags", "period"]
        ), inner, max_size=6),
        max_leaves=12,
    ),
    st.sampled_from(["jurisdictions", "families", "rows", "topics", "indicators", "sources", "identities", "orders"]),
)  # fmt: skip
@settings(max_examples=200)
def test_no_shape_raises(tmp_path_factory, value, table):
    """Well-formed TOML of any shape, with the keys of the real tables, gives faults and never an exception."""
    path = tmp_path_factory.mktemp("shape") / "table.toml"
    path.write_text(tomli_w.dumps({table: {"b": value} if not isinstance(value, list) else value}), "utf-8")
    assert all(item.message() and str(item.location) for item in load([path]).diagnostics)


@given(st.decimals(min_value=0, max_value=100, places=2), st.integers(0, 3))
def test_printed_digits_survive(tmp_path_factory, value, cut):
    """67.00 stays 67.00, 30.9 stays 30.9: the value has the digits that were written."""
    digits = f"{value:.{cut}f}"
    path = tmp_path_factory.mktemp("digits") / "table.toml"
    path.write_text(
        f"""
[jurisdictions.a]
name = {{ zh = "甲", en = "A" }}
code = "990001"
tier = "county"
[families.f]
name = {{ zh = "族", en = "F" }}
[indicators.i]
family = "f"
name = {{ zh = "标", en = "I" }}
unit = "%"
measure = "level"
polarity = "up"
[sources.s]
jurisdiction = "a"
title = "文"
kind = "plan"
figures = [{{ at = "一", indicator = "i", year = 2020, actual = {digits}, printed = "x" }}]
""",
        "utf-8",
    )
    (figure,) = load([path]).sound().figures
    assert str(figure.value) == digits
    assert isinstance(figure.value, Decimal)


@given(st.decimals(min_value=0, max_value=100, places=3))
@settings(max_examples=15)
def test_digits_survive_a_tidy_table(tmp_path_factory, value):
    """The same in CSV."""
    path = tmp_path_factory.mktemp("digits") / "table.csv"
    path.write_text(
        f"jurisdiction,indicator,kind,value,year\ngaoping,network_leakage_rate,actual,{value:f},2020\n", "utf-8"
    )
    (figure,) = load([path]).sound().figures
    assert str(figure.value) == f"{value:f}"
