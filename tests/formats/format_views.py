"""Views for the tests of the formats: one that reads like an answer, and strategies for any other."""

from decimal import Decimal

from hypothesis import strategies as st

from urbancmp.tables.view import Bar, Cell, Grid, GridRow, Head, Lines, Records, Sheet, View

ANSWER = View(
    Records(
        ("jurisdiction", "indicator", "value", "year", "flags", "met", "note"),
        (
            {"jurisdiction": "高平市", "indicator": "green", "value": Decimal("67.00"), "year": 2022, "met": False},
            {"jurisdiction": "成武县", "indicator": "=1+1", "value": Decimal("-30.9"), "flags": ("ocr", "hedged")},
        ),
        {"jurisdiction": "行政区", "value": "数值"},
    ),
    (
        Lines(("method schedule", "rated 1 of 2 · no actual 1")),
        Grid(
            (Head(), Head("2020 → 2022"), Head("target", right=True), Head("gap", right=True), Head("way")),
            (
                GridRow(span="Urbanization 城镇化"),
                GridRow(
                    (
                        Cell("▼ behind  常住人口城镇化率 resident urbanization %", "behind"),
                        Cell("44.77 → 46.79"),
                        Cell("55"),
                        Cell("8.21"),
                        Cell("20 %", "behind", Bar(0.2, 0.4)),
                    ),
                    ("规划第三章（二）：达到全国平均水平。20 % of the way at 40 % of the time.",),
                ),
                GridRow(span="Parks"),
                GridRow((Cell("· park green", "no_rating"), Cell("13.0 → ·"), Cell("13.50"), Cell("0.50"), Cell())),
            ),
        ),
        Lines(("a  Gaoping: starts, of urban new floor area. Chengwu: 新建建筑，全部用途。",)),
    ),
    title="Gaps",
    remarks=("1 figure has no year",),
    sheets=(Sheet("来源", Records(("source", "title"), ({"source": "plan", "title": "规划"},))),),
    sheet_name="gap",
)

_SPICE = (
    "高平市，。（）“”％㎡　 \t\r\n|[]<>&*_`\\#=+-@'\";,:\x00\x1b\x07\x85\u200b\u202e\u2028\ufeff\ufe0f\u0301👍🇨🇳ab1.%"
)
TEXTS = st.text(st.one_of(st.sampled_from(_SPICE), st.characters(codec="utf-8")), max_size=40)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
VALUES = st.one_of(st.none(), TEXTS, NUMBERS, st.integers(-(10**12), 10**12), st.booleans())

_SHARES = st.floats(-1, 2) | st.just(float("nan"))
_BARS = st.builds(Bar, _SHARES, st.none() | _SHARES)
_CELLS = st.builds(Cell, TEXTS, st.sampled_from(["", "met", "bad", "unheard"]), st.none() | _BARS)
_ROWS = st.builds(
    GridRow,
    st.lists(_CELLS, max_size=5).map(tuple),
    st.lists(TEXTS, max_size=2).map(tuple),
    st.just("") | TEXTS,
)
_GRIDS = st.builds(
    Grid,
    st.lists(st.builds(Head, TEXTS, st.booleans()), max_size=5).map(tuple),
    st.lists(_ROWS, max_size=4).map(tuple),
    st.just("") | TEXTS,
)
_BLOCKS = st.one_of(_GRIDS, st.builds(Lines, st.lists(TEXTS, max_size=3).map(tuple), st.just("") | st.just("dim")))


@st.composite
def _records(draw: st.DrawFn) -> Records:
    columns = tuple(draw(st.lists(TEXTS.filter(bool), min_size=1, max_size=4, unique=True)))
    rows = draw(st.lists(st.fixed_dictionaries(dict.fromkeys(columns, VALUES)), max_size=4))
    return Records(columns, tuple(rows))


RECORDS = _records()
VIEWS = st.builds(
    View, RECORDS, st.lists(_BLOCKS, max_size=3).map(tuple), TEXTS, st.lists(TEXTS, max_size=2).map(tuple)
)
