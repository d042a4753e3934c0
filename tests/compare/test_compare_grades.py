"""What holds for the comparison of any table: every figure once, no false row, caveats that name what differs."""

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from urbancmp.comparable import Grade
from urbancmp.compare import Selection, compare
from urbancmp.model import (
    Comparator,
    Data,
    Figure,
    Heading,
    Indicator,
    Jurisdiction,
    Kind,
    Measure,
    Name,
    Polarity,
    Tier,
)
from urbancmp.schema.fields import DEFINITION_KEYS as KEYS
from urbancmp.tables.comparison import view

PLACES = ("a", "b", "c", "d")
TEXTS = tuple(Name(f"口径{letter}", f"definition {letter}") for letter in "xyz")


def _heading(id_, family=""):
    return Heading(id_, Name(f"名{id_}", f"name {id_}"), family)


@st.composite
def tables(draw):
    """A few places, two families with a row and a topic each, a handful of indicators and figures."""
    indicators = {}
    for number in range(draw(st.integers(1, 6))):
        family = draw(st.sampled_from(["f", "g"]))
        indicators[f"i{number}"] = Indicator(
            f"i{number}", family, Name(f"指标{number}", f"indicator {number}"), "%", Measure.LEVEL, Polarity.UP,
            row=draw(st.sampled_from(["", f"row_{family}"])), topic=draw(st.sampled_from(["", f"topic_{family}"])),
            definition=draw(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(TEXTS), max_size=3)),
        )  # fmt: skip
    figures = draw(
        st.lists(
            st.builds(
                Figure,
                jurisdiction=st.sampled_from(PLACES),
                indicator=st.sampled_from(sorted(indicators)),
                kind=st.sampled_from(Kind),
                value=st.none() | st.integers(0, 120).map(Decimal),
                unit=st.just("%"),
                source=st.just("s"),
                comparator=st.sampled_from([Comparator.EQ, Comparator.GE, Comparator.LT, Comparator.APPROX]),
                year=st.none() | st.sampled_from([2020, 2025]),
                flags=st.sampled_from([(), (), (), ("duplicate",), ("part_year",)]),
            ),
            max_size=14,
        )
    )
    numbered = [
        Figure(**{name: getattr(figure, name) for name in Figure.__slots__} | {"locator": str(number)})
        for number, figure in enumerate(figures)
    ]
    return Data(
        jurisdictions={
            id_: Jurisdiction(id_, Name(f"地{id_}", f"place {id_}"), f"99000{number}", tier)
            for number, (id_, tier) in enumerate(zip(PLACES, (*Tier,), strict=True))
        },
        families={"f": _heading("f"), "g": _heading("g")},
        rows={"row_f": _heading("row_f", "f"), "row_g": _heading("row_g", "g")},
        topics={"topic_f": _heading("topic_f"), "topic_g": _heading("topic_g")},
        indicators=indicators,
        figures=tuple(numbered),
    )


ORDERS = st.permutations(PLACES)
SELECTIONS = st.builds(
    Selection,
    families=st.sampled_from([frozenset(), frozenset({"f"})]),
    years=st.sampled_from([frozenset(), frozenset({2025})]),
    kind=st.sampled_from([None, None, Kind.TARGET, Kind.ACTUAL]),
)


def _lines(comparison):
    for line in comparison.lines:
        yield line
        yield from line.companions


def _figures(line):
    return [figure for cell in line.cells.values() for figure in cell]


@given(tables(), SELECTIONS)
def test_every_figure_asked_for_is_in_exactly_one_line(data, selection):
    """Nothing is dropped and nothing is shown twice; repetitions within a document are left out."""
    shown = Counter(figure.locator for line in _lines(compare(data, PLACES, selection)) for figure in _figures(line))
    asked = [f.locator for f in data.figures if selection.admits(f, data) and "duplicate" not in f.flags]
    assert shown == Counter(asked)


@given(tables(), ORDERS)
def test_the_order_of_places_only_permutes_the_cells(data, order):
    """Grades, lines and cells are the same in whatever order the places are named."""

    def content(comparison):
        return Counter(
            (line.grade, line.family, frozenset((place, f.locator) for place, cell in line.cells.items() for f in cell))
            for line in _lines(comparison)
        )

    assert content(compare(data, order)) == content(compare(data, PLACES))


@given(tables())
def test_a_figure_stands_in_the_cell_of_its_place(data):
    """No place borrows the figure of another; an absent place has no cell."""
    for line in _lines(compare(data, PLACES)):
        for place, cell in line.cells.items():
            assert cell
            assert {figure.jurisdiction for figure in cell} == {place}


@given(tables())
def test_an_exact_line_holds_one_indicator_of_several_places(data):
    """Exact means one definition and at least two places with a number."""
    for line in compare(data, PLACES).graded(Grade.EXACT):
        assert len({figure.indicator for figure in _figures(line)}) == 1
        assert len(line.quantified) >= 2


@given(tables())
def test_a_caveat_line_holds_one_row(data):
    """Caveat means indicators of one row, and places that share none of them throughout."""
    for line in compare(data, PLACES).graded(Grade.CAVEAT):
        rows = {data.indicators[figure.indicator].row for figure in _figures(line)}
        assert rows == {line.row}
        assert line.row
        assert len(line.quantified) >= 2
        assert len({figure.indicator for figure in _figures(line)}) >= 2


@given(tables())
def test_listed_and_single_lines_hold_one_indicator(data):
    """Different quantities of one topic never share a line."""
    comparison = compare(data, PLACES)
    for line in (*comparison.graded(Grade.LISTED), *comparison.graded(Grade.SINGLE)):
        assert len(line.indicators) == 1
        assert len(line.quantified) <= 1


@given(tables())
def test_a_caveat_names_exactly_the_keys_that_differ(data):
    """Every definition key in which the indicators of a line differ is named, and no other."""
    for line in compare(data, PLACES).graded(Grade.CAVEAT):
        involved = {figure.indicator for place in line.quantified for figure in line.cells[place]}
        definitions = [data.indicators[id_].definition for id_ in involved]
        differing = {key for key in KEYS if len({found.get(key) for found in definitions}) > 1}
        named = {key for caveat in line.caveats for key in caveat.keys}
        assert named == differing


@given(tables())
def test_years_and_kinds_that_differ_are_said(data):
    """Two places without a common year, or without a common kind, are never set side by side in silence."""
    comparison = compare(data, PLACES[:2])
    for line in (*comparison.graded(Grade.EXACT), *comparison.graded(Grade.CAVEAT)):
        codes = {caveat.code for caveat in line.caveats}
        quantified = [[figure for figure in line.cells[place] if figure.value is not None] for place in line.quantified]
        for name, code in (("year", "compare.years"), ("kind", "compare.kinds")):
            common = set.intersection(*({getattr(figure, name) for figure in cell} for cell in quantified))
            assert (code in codes) == (not common)


@given(tables())
def test_counts_add_up(data):
    """The closing count counts the exact and caveat lines, the listed topics and the rest."""
    comparison = compare(data, PLACES)
    counts = comparison.counts
    assert counts[Grade.EXACT] == len(comparison.graded(Grade.EXACT))
    assert counts[Grade.CAVEAT] == len(comparison.graded(Grade.CAVEAT))
    assert counts[Grade.LISTED] == len({line.topic for line in comparison.graded(Grade.LISTED)})
    companions = sum(len(line.companions) for line in comparison.lines)
    assert counts[Grade.SINGLE] == len(comparison.graded(Grade.SINGLE)) + companions


@given(tables(), st.sampled_from(["zh", "en"]))
def test_no_word_of_winning_is_printed(data, lang):
    """Whatever the table, the comparison says nothing of ahead, better, rank or difference."""
    shown = view(data, compare(data, PLACES), lang, everything=True)
    text = repr(shown.blocks).lower()
    for word in ("better", "worse", "ahead", "winner", "difference", "rank", "优于", "差于", "名次", "相差", "高出"):
        assert word not in text


@given(tables())
def test_the_long_records_are_the_figures(data):
    """One record a figure, with its grade; a value that is not there is None and never 0."""
    records = view(data, compare(data, PLACES), "en", long=True).records.rows
    expected = Counter((f.jurisdiction, f.indicator, f.value) for f in data.figures if "duplicate" not in f.flags)
    assert Counter((row["jurisdiction"], row["indicator"], row["value"]) for row in records) == expected
    assert {row["grade"] for row in records} <= {grade.value for grade in Grade}


@given(tables())
def test_a_place_alone_has_only_single_lines(data):
    """With one place nothing can be compared."""
    assert {line.grade for line in compare(data, ["a"]).lines} <= {Grade.SINGLE}
