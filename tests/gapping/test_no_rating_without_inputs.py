"""No rating appears without baseline, actual, target and method name in the same row, in any format.

A verdict (the target year has its actual) may lack a baseline; then the row says that it does.
"""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from urbancmp.formats import FORMATS, Options
from urbancmp.frames import figures_frame
from urbancmp.gap.methods import METHODS
from urbancmp.gap.select import gap
from urbancmp.gap.words import REASONS, STATUSES
from urbancmp.model import Comparator, Data, Figure, Indicator, Jurisdiction, Kind, Measure, Name, Polarity, Tier
from urbancmp.tables.bymethod import SideBySide, side_by_side
from urbancmp.tables.gaps import Gaps, view

RATED = [status for status in STATUSES if status != "no_rating"]
PLACE = Jurisdiction("place", Name("某县", "Place"), "", Tier.COUNTY)

values = st.decimals(1, 99, places=2)
figures = st.lists(
    st.tuples(
        st.sampled_from(["up", "down", "none"]),
        st.sampled_from([Kind.ACTUAL, Kind.TARGET]),
        values,
        st.integers(2015, 2027),
        st.sampled_from([Comparator.EQ, Comparator.GE, Comparator.LE, Comparator.GT, Comparator.APPROX]),
    ),
    min_size=3,
    max_size=14,
    unique_by=(lambda one: (one[0], one[1], one[3]), lambda one: one[2]),
)


def table(drawn: list[tuple[str, Kind, Decimal, int, Comparator]]) -> Data:
    """One place with three indicators, named after their polarity; no two figures have one value."""
    indicators = {
        id_: Indicator(id_, "", Name(id_, id_), "%", Measure.LEVEL, Polarity(id_)) for id_ in ("up", "down", "none")
    }
    made = tuple(
        Figure("place", id_, kind, value, "%", "plan", sign if kind is Kind.TARGET else Comparator.EQ, year=year)
        for id_, kind, value, year, sign in drawn
    )
    return Data(jurisdictions={"place": PLACE}, indicators=indicators, figures=made)


def rated(data: Data, method: str) -> Gaps:
    """Every target of the table by a method."""
    rows = gap(figures_frame(data), method=method).collect().iter_rows(named=True)
    return Gaps(data, tuple(rows), method, None)


def demanded(gaps: Gaps, lang: str) -> list[set[str]]:
    """What must stand in the row of each rated target: method, values of baseline (or that there is none), the rest."""
    wanted = []
    for row in gaps.rows:
        if row["status"] in RATED:
            texts = {row["method"], *(_digits(gaps.data, row, name) for name in ("actual", "target"))}
            none = REASONS["no_baseline"].zh if lang == "zh" else REASONS["no_baseline"].en
            wanted.append(texts | {_digits(gaps.data, row, "baseline") if row["baseline"] is not None else none})
    return wanted


def _digits(data: Data, row: dict[str, object], name: str) -> str:
    """The digits that the table prints for a value."""
    return next(f"{one.value:f}" for one in data.figures if float(one.value or 0) == row[name])


def text_rows(text: str, lang: str) -> list[str]:
    """The rows of a text answer: from a status at the start of a line to the next status or an empty line."""
    words = [f"{known.symbol} {known.zh if lang == 'zh' else known.en}" for s, known in STATUSES.items() if s in RATED]
    start = re.compile(rf"^(?:{'|'.join(map(re.escape, words))})  ", re.MULTILINE)
    places = [match.start() for match in start.finditer(text)]
    return [
        text[here:there].split("\n\n", maxsplit=1)[0] for here, there in zip(places, [*places[1:], None], strict=False)
    ]


def rows_of(form: str, content: bytes, lang: str) -> list[str]:
    """The rows with a rating that a reader of the format sees, each as one string."""
    if form == "csv":
        lines = csv.DictReader(io.StringIO(content.decode("utf-8")))
        return [" ".join(row.values()) for row in lines if row["status"] in RATED]
    if form == "json":
        found = json.loads(content, parse_float=Decimal)
        return [" ".join(map(str, row.values())) for row in found if row["status"] in RATED]
    if form == "xlsx":
        import polars as pl

        # Excel holds binary numbers; two decimals give the digits back.
        frame = pl.read_excel(io.BytesIO(content), sheet_id=1)
        return [
            " ".join(f"{value:.2f}" if isinstance(value, float) else f"{value}" for value in row.values())
            for row in frame.iter_rows(named=True)
            if row["status"] in RATED
        ]
    text = content.decode("utf-8")
    words = [f"{known.symbol} {known.zh if lang == 'zh' else known.en}" for s, known in STATUSES.items() if s in RATED]
    if form == "md":
        return [line for line in text.splitlines() if any(line.startswith(f"| {word} |") for word in words)]
    if form == "html":
        return [part for part in text.split("<tbody") if any(f">{word}<" in part for word in words)]
    return text_rows(text, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATS)
@given(drawn=figures, method=st.sampled_from(list(METHODS)))
@settings(max_examples=15)
def test_each_row_with_a_rating_has_its_inputs(form, lang, drawn, method) -> None:
    """Whatever the figures and the method: as many rows as ratings, and in each of them all that it rests on."""
    gaps = rated(table(drawn), method)
    content = FORMATS[form].render(view(gaps, lang), Options(lang=lang))
    seen, wanted = rows_of(form, content, lang), demanded(gaps, lang)
    assert len(seen) == len(wanted)
    for row, texts in zip(seen, wanted, strict=True):
        machine = form in ("csv", "json", "xlsx")
        for text in texts:
            code = "no_baseline" if machine and text in (REASONS["no_baseline"].zh, REASONS["no_baseline"].en) else text
            assert _in(code, row, form), (code, row)


def _in(text: str, row: str, form: str) -> bool:
    """Whether a row has a text; a workbook prints 55 of 55.00 as a number."""
    return text in row or (form == "xlsx" and text.rstrip("0").rstrip(".") in row)


@given(drawn=figures)
@settings(max_examples=15)
def test_all_methods_side_by_side_show_the_inputs_too(drawn) -> None:
    """Each line has baseline, actual and target; each cell stands under the name of its method."""
    data = table(drawn)
    every = [rated(data, method) for method in METHODS]
    found = side_by_side(SideBySide(data, tuple(METHODS), tuple(gaps.rows for gaps in every), None), "en")
    grids = [block for block in found.blocks if hasattr(block, "heads")]
    for grid in grids:
        assert [head.title for head in grid.heads][2:] == list(METHODS)
        for row in grid.rows:
            assert "→" in row.cells[1].text
            assert "target" in row.cells[1].text
    for record in found.records.rows:
        if record["status"] in RATED:
            assert record["method"]
            assert record["actual"] is not None
            assert record["target"] is not None
            assert record["baseline"] is not None or record["reason"] == "no_baseline"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shipped_table_shows_every_rating_with_its_inputs(call, tmp_path, form, lang) -> None:
    """The answer to `gap` in every format, through the program itself."""
    path = tmp_path / f"gap{FORMATS[form].suffixes[0]}"
    assert call("gap", "--lang", lang, "-o", path, "--no-bom").code == 0
    seen = rows_of(form, path.read_bytes(), lang)
    assert len(seen) == 12
    assert all("schedule" in row for row in seen)
    assert sum("44.77" in row and "46.79" in row and "55" in row for row in seen) >= 1
