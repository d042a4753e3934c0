"""Faults of a table: each with its place, all of them in one run, one per cause."""

import pytest

from urbancmp.loading import load

SOUND = """\
[jurisdictions.here]
name = { zh = "此县", en = "Here" }
code = "990101"
tier = "county"

[jurisdictions.there]
name = { zh = "彼县", en = "There" }
code = "990102"
tier = "county"

[families.water]
name = { zh = "水", en = "Water" }

[rows.coverage]
name = { zh = "普及率", en = "Coverage" }
family = "water"

[indicators.tap_water]
family = "water"
row = "coverage"
name = { zh = "自来水普及率", en = "Tap water coverage" }
unit = "%"
measure = "level"
polarity = "up"

[indicators.pipe_length]
family = "water"
name = { zh = "管网长度", en = "Pipe length" }
unit = "公里"
measure = "level"
polarity = "up"

[sources.plan]
jurisdiction = "here"
title = "规划"
kind = "plan"
figures = [
  { at = "一", indicator = "tap_water", year = 2020, actual = 95.10, printed = "95.10%" },
  { at = "二", indicator = "tap_water", year = 2025, target = 98, op = ">=", printed = "98%以上" },
  { at = "三", indicator = "pipe_length", year = 2025, target = 120, printed = "120公里" },
]
"""


@pytest.fixture
def faults(tmp_path):
    """faults(text) are the faults of a table as (line, column, code), errors and warnings."""

    def of(text, encoding="utf-8"):
        path = tmp_path / "table.toml"
        path.write_bytes(text.encode(encoding))
        loaded = load([path])
        assert {item.location.path for item in loaded.diagnostics} <= {str(path)}
        return [(item.location.line, item.location.column, item.code) for item in loaded.diagnostics]

    return of


@pytest.fixture
def messages(tmp_path):
    """messages(text) are the sentences of the faults."""

    def of(text):
        path = tmp_path / "table.toml"
        path.write_text(text, "utf-8")
        return [item.message() for item in load([path]).diagnostics]

    return of


def test_a_sound_table_has_no_faults(faults):
    """The table on which the others are built is in order."""
    assert faults(SOUND) == []


# What is replaced, by what, and where the fault is then found: line, column, code.
CASES = {
    "misspelt key": ('unit = "公里"', 'unti = "公里"', [(29, 1, "U110")]),
    "unknown table": ("[rows.coverage]", "[row.coverage]", [(14, 1, "U110")]),
    "key of a figure": ("year = 2025, target = 98", "yaer = 2025, target = 98", [(39, 40, "U110")]),
    "missing key": ('kind = "plan"\n', "", [(33, 1, "U111")]),
    "wrong type": ("target = 98", 'target = "98"', [(39, 53, "U112")]),
    "number as text": ('code = "990101"', "code = 990101", [(3, 1, "U112")]),
    "text as list": ('title = "规划"', 'title = ["规划"]', [(35, 1, "U112")]),
    "true is no number": ("target = 98", "target = true", [(39, 53, "U112")]),
    "not a number": ("actual = 95.10", "actual = nan", [(38, 53, "U113")]),
    "infinity": ("target = 98", "target = -inf", [(39, 53, "U113")]),
    "unknown choice": ('tier = "county"', 'tier = "village"', [(4, 1, "U114")]),
    "empty text": ('title = "规划"', 'title = " "', [(35, 1, "U115")]),
    "target and actual": ("target = 98", "target = 98, actual = 97", [(39, 3, "U116")]),
    "neither target nor actual": ("target = 98, ", "", [(39, 3, "U116")]),
    "range without an end": ('op = ">="', 'op = "range"', [(39, 3, "U118")]),
    "dangling indicator": ('indicator = "pipe_length"', 'indicator = "pipe_lenght"', [(40, 15, "U120")]),
    "dangling family": ('[indicators.pipe_length]\nfamily = "water"', '[indicators.pipe_length]\nfamily = "wather"',
                        [(27, 1, "U120")]),
    "dangling row": ('row = "coverage"', 'row = "covrage"', [(20, 1, "U120")]),
    "dangling place": ('jurisdiction = "here"', 'jurisdiction = "her"', [(34, 1, "U120")]),
    "a code twice": ('code = "990102"', 'code = "990101"', [(8, 1, "U121")]),
    "a figure twice": ("figures = [\n", f"figures = [\n{SOUND.splitlines()[38]}\n", [(40, 3, "U123")]),
    "row of another family": ('en = "Coverage" }\nfamily = "water"',
                              'en = "Coverage" }\nfamily = "air"\n\n[families.air]\nname = { zh = "气", en = "Air" }',
                              [(23, 1, "U125")]),
    "no polarity": ('polarity = "up"\n\n[sources', "\n[sources", [(26, 1, "U130")]),
    "a year out of bounds": ("year = 2020", "year = 202", [(38, 40, "U201")]),
    "a ratio above 100": ("target = 98", "target = 198", [(39, 53, "U202")]),
    "a ratio below 0": ("target = 98", "target = -1", [(39, 53, "U202")]),
    "another quantity": ("target = 120,", 'target = 120, unit = "亩",', [(40, 69, "U203")]),
    "a period that ends first": ("year = 2025, target = 120", "year = 2025, period_start = 2026, target = 120",
                                 [(40, 55, "U204")]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_one_fault_for_one_cause_at_its_place(faults, case):
    """The fault points at the key that is wrong, and nothing else is reported."""
    old, new, expected = CASES[case]
    assert SOUND.count(old) >= 1
    assert faults(SOUND.replace(old, new, 1)) == expected


def test_all_faults_in_one_run(faults):
    """Faults of several kinds in one file are all told, in the order of their lines."""
    text = SOUND
    for old, new in (
        ('code = "990101"', "code = 990101"),
        ('title = "规划"', 'titel = "规划"'),
        ("actual = 95.10", "actual = inf"),
        ("target = 98", 'target = "98"'),
        ('indicator = "pipe_length"', 'indicator = "pipe"'),
    ):
        text = text.replace(old, new, 1)
    assert faults(text) == [
        (3, 1, "U112"), (35, 1, "U110"), (38, 53, "U113"), (39, 53, "U112"), (40, 15, "U120")
    ]  # fmt: skip


def test_faults_of_several_files_in_one_run(tmp_path):
    """Two files, each with a fault: both are told, each with its own path."""
    base, other = tmp_path / "a.toml", tmp_path / "b.toml"
    base.write_text(SOUND.replace('kind = "plan"', 'kind = "plans"'), "utf-8")
    other.write_text('[families.air]\nnmae = { zh = "气", en = "Air" }\n', "utf-8")
    found = [(item.location.path, item.location.line, item.code) for item in load([tmp_path]).diagnostics]
    assert found == [(str(base), 36, "U114"), (str(other), 2, "U110")]


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ('unit = "公里"', 'unti = "公里"', "unit"),
        ('tier = "county"', 'tier = "countie"', "county"),
        ('indicator = "pipe_length"', 'indicator = "pipe_lenght"', "pipe_length"),
        ('family = "water"', 'family = "watre"', "water"),
        ("[rows.coverage]", "[row.coverage]", "rows"),
        ("printed = \"120公里\"", "prinetd = \"120公里\"", "printed"),
    ],
)  # fmt: skip
def test_a_misspelling_is_met_with_a_suggestion(messages, old, new, meant):
    """'did you mean' for keys, choices and references."""
    assert any(f"did you mean {meant}?" in message for message in messages(SOUND.replace(old, new, 1)))


def test_a_far_miss_has_no_suggestion(messages):
    """Nothing near: no guess."""
    (message,) = messages(SOUND.replace('indicator = "pipe_length"', 'indicator = "xyz"'))
    assert "did you mean" not in message


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "sign"),
    [
        ('title = "规划"', "title = “规划”", 35, 9, '"'),
        ('kind = "plan"', 'kind ＝ "plan"', 36, 6, "="),
        ("year = 2020, ", "year = 2020， ", 38, 51, ","),
        ("[families.water]", "［families.water]", 11, 1, "["),
        ("[families.water]", "【families.water】", 11, 1, "["),
    ],
)
def test_full_width_signs_are_named(tmp_path, old, new, line, column, sign):
    """What a Chinese keyboard types by default is named with the sign to type instead."""
    path = tmp_path / "table.toml"
    path.write_text(SOUND.replace(old, new, 1), "utf-8")
    (fault,) = load([path]).diagnostics
    assert (fault.code, fault.location.line, fault.location.column) == ("U102", line, column)
    assert f"type {sign} instead" in fault.message()


def test_full_width_signs_in_texts_are_texts(faults):
    """“” and ， within a name are nobody's fault."""
    assert faults(SOUND.replace('title = "规划"', 'title = "“规划”，其二"')) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_places_are_right_in_every_encoding(faults, encoding):
    """A byte order mark shifts no column; columns count characters, not bytes."""
    text = SOUND.replace('indicator = "pipe_length"', 'indicator = "pipe_lenght"')
    assert faults(text, encoding) == [(40, 15, "U120")]


def test_places_are_right_with_windows_line_ends(faults):
    """CR LF counts as one line end."""
    text = SOUND.replace('indicator = "pipe_length"', 'indicator = "pipe_lenght"').replace("\n", "\r\n")
    assert faults(text) == [(40, 15, "U120")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("code = ", "code ", 3), ("[families.water]", "[families.water", 11), ('title = "规划"', 'title = "规划', 35)],
)
def test_a_syntax_fault_has_its_line(faults, old, new, line):
    """What is no TOML is told with the line, and only once."""
    found = faults(SOUND.replace(old, new, 1))
    assert [(found_line, code) for found_line, _, code in found] == [(line, "U101")]


def test_a_key_given_twice(faults):
    """The second one is the fault."""
    assert faults(SOUND.replace('title = "规划"', 'title = "规划"\ntitle = "方案"')) == [(36, 1, "U103")]


def test_an_indicator_may_have_other_bounds(faults):
    """A share that may exceed 100 says so and is not faulted."""
    text = SOUND.replace("target = 98", "target = 120").replace('unit = "%"', 'unit = "%"\nbounds = [0, 150]')
    assert faults(text) == []


def test_growth_is_unbounded(faults):
    """A growth may be negative or above 100."""
    text = SOUND.replace('unit = "%"\nmeasure = "level"', 'unit = "%"\nmeasure = "growth"')
    assert faults(text.replace("target = 98", "target = -3").replace("actual = 95.10", "actual = 250")) == []


def test_a_marked_repetition_is_no_fault(faults):
    """The flag 'duplicate' says that a document states a figure twice."""
    again = SOUND.splitlines()[37].replace(" }", ', flags = ["duplicate"] }')
    assert faults(SOUND.replace("figures = [\n", f"figures = [\n{again}\n")) == []


def test_two_sources_that_contradict_each_other_are_a_warning(faults):
    """95.10 in the plan and 94 in a bulletin: both stay, the second is pointed at."""
    text = SOUND + (
        '\n[sources.bulletin]\njurisdiction = "here"\ntitle = "公报"\nkind = "bulletin"\nfigures = [\n'
        '  { at = "正文", indicator = "tap_water", year = 2020, actual = 94, printed = "94%" },\n]\n'
    )
    assert faults(text) == [(48, 3, "U124")]


def test_an_ancestor_of_itself(faults):
    """A place above itself is a circle."""
    text = SOUND.replace('tier = "county"', 'tier = "county"\nparent = "there"', 1)
    text = text.replace('code = "990102"\n', 'code = "990102"\nparent = "here"\n')
    assert {code for _, _, code in faults(text)} == {"U122"}
