"""A place against those it answers to: what may be subtracted, what may only stand side by side, what is missing."""

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urbancmp.against import Missing, Pair, Yardstick, against
from urbancmp.comparable import Grade
from urbancmp.model import Comparator, Data, Figure, Indicator, Jurisdiction, Kind, Measure, Name, Polarity, Tier

PARENT, NATION = Yardstick("parent"), Yardstick("nation")
BEST, MEDIAN = Yardstick("best"), Yardstick("median")
RATE = "urbanization_rate_resident"


def figure(place: str, value: str, year: int | None, kind: str = "actual", sign: str = "eq", **more: object) -> Figure:
    """A figure of the indicator 'rate' in percent."""
    values = {"indicator": "rate", "unit": "%", "source": f"of_{place}"} | more
    return Figure(
        jurisdiction=place, kind=Kind(kind), value=Decimal(value), comparator=Comparator(sign), year=year, **values
    )


def table(*figures: Figure, polarity: Polarity = Polarity.UP, unit: str = "%") -> Data:
    """A nation with one province and its counties a, b, c, d, and two indicators of one row."""
    name = Name("地", "place")
    places = {"nation": Jurisdiction("nation", name, "", Tier.NATION)}
    places["province"] = Jurisdiction("province", name, "", Tier.PROVINCE, "nation")
    places |= {id_: Jurisdiction(id_, name, "", Tier.COUNTY, "province") for id_ in "abcd"}
    made = {
        id_: Indicator(id_, "", name, unit, Measure.LEVEL, polarity, row="row", definition={"scope": Name(id_, id_)})
        for id_ in ("rate", "other_rate")
    }
    return Data(jurisdictions=places, indicators=made, figures=figures)


def pairs(data: Data, *yardsticks: Yardstick, place: str = "a", **limits: int) -> list[Pair]:
    """The pairs of a place; every figure must have one."""
    found = list(against(data, place, yardsticks, **limits))
    assert all(isinstance(one, Pair) for one in found), found
    return [one for one in found if isinstance(one, Pair)]


def missing(data: Data, yardstick: Yardstick, place: str = "a") -> list[str]:
    """The reasons why figures of a place have nothing beside them."""
    return [one.reason for one in against(data, place, [yardstick]) if isinstance(one, Missing)]


def said(found: Iterable[Pair | Missing], indicator: str) -> list[tuple[object, ...]]:
    """Own value and year, other place, value and year, position, difference, years apart."""
    return [
        (
            f"{one.own.kind.value} {one.own.value} ({one.own.year})",
            f"{one.other.jurisdiction} {one.other.kind.value} {one.other.value} ({one.other.year})",
            one.position,
            None if one.difference is None else str(one.difference),
            one.years,
        )
        for one in found
        if isinstance(one, Pair) and one.own.indicator == indicator
    ]


def test_pingliang_in_2020_is_7_46_points_below_gansu_and_19_12_below_the_nation(documents) -> None:
    """44.77 against 52.23 and 63.89: the plan prints these distances."""
    found = said(against(documents.data, "pingliang", [PARENT, NATION]), RATE)
    assert found[0] == ("actual 44.77 (2020)", "gansu actual 52.23 (2020)", "below", "-7.46", 0)
    assert ("actual 44.77 (2020)", "china actual 63.89 (2020)", "below", "-19.12", 0) in found


def test_the_newest_year_that_both_have_is_taken(shipped) -> None:
    """With the published figures that is 2022: 46.79 against 54.19 and 65.22, though the nation has 2025 too."""
    found = said(against(shipped, "pingliang", [PARENT, NATION]), RATE)
    assert ("actual 46.79 (2022)", "gansu actual 54.19 (2022)", "below", "-7.40", 0) in found
    assert ("actual 46.79 (2022)", "china actual 65.22 (2022)", "below", "-18.43", 0) in found


def test_a_county_target_stands_beside_the_province_actual_where_there_is_no_target(shipped) -> None:
    """Gaoping's 45 (2025) is 13 points above Shanxi's 32 of two years earlier."""
    found = said(against(shipped, "gaoping", [PARENT]), "rural_scaled_water_share")
    assert found == [("target 45 (2025)", "shanxi actual 32 (2023)", "above", "13", 2)]


@pytest.mark.parametrize(
    ("indicator", "own", "nation", "difference"),
    [
        ("nursery_places", "4.8", "4.5", "0.3"),
        ("pension_coverage", "96", "95", "1"),
        ("sports_area_per_capita", "2.7", "2.6", "0.1"),
    ],
)
def test_targets_of_chengwu_that_exceed_the_national_ones(shipped, indicator, own, nation, difference) -> None:
    """4.8 nursery places against 4.5, 96 % insured against 95 %, 2.7 m2 of sports ground against 2.6."""
    found = said(against(shipped, "chengwu", [NATION]), indicator)
    assert found == [(f"target {own} (2025)", f"china target {nation} (2025)", "above", difference, 0)]


def test_leakage_of_gaoping_and_the_nation_is_the_same_number_two_years_later_and_not_subtracted(shipped) -> None:
    """At most 9 in 2027 against at most 9 in 2025, of networks defined otherwise."""
    found = [one for one in against(shipped, "gaoping", [NATION]) if one.own.indicator == "network_leakage_rate"]
    (pair,) = found
    assert isinstance(pair, Pair)
    assert pair.grade is Grade.CAVEAT
    assert (pair.own.value, pair.other.value, pair.years) == (Decimal(9), Decimal(9), 2)
    assert (pair.difference, pair.position) == (None, "not_compared")
    assert pair.caveats[0].keys


def test_a_place_without_a_superior_in_the_table_says_so(documents) -> None:
    """The five documents have no figure of Heze or Shandong: every indicator of Chengwu is Missing, none dropped."""
    found = list(against(documents.data, "chengwu", [PARENT]))
    assert {type(one) for one in found} == {Missing}
    assert {(one.reason, one.tried) for one in found if isinstance(one, Missing)} == {
        ("no_figure", ("heze", "shandong"))
    }
    own = {one.indicator for one in documents.data.by_place["chengwu"] if one.value is not None}
    assert {one.own.indicator for one in found} == own


def test_the_nation_has_no_superior() -> None:
    """Neither as a parent nor as the nation."""
    data = table(figure("nation", "60", 2025, "target"))
    assert missing(data, PARENT, "nation") == ["no_superior"]
    assert missing(data, NATION, "nation") == ["no_superior"]


def test_a_province_answers_to_the_nation() -> None:
    """The parent of a province is the nation."""
    data = table(figure("province", "60", 2025, "target"), figure("nation", "65", 2025, "target"))
    assert [one.other.jurisdiction for one in pairs(data, PARENT, place="province")] == ["nation"]


def test_a_place_is_not_its_own_peer() -> None:
    """Naming the place itself as the yardstick compares nothing."""
    assert missing(table(figure("a", "60", 2025, "target")), Yardstick("peer", "a")) == ["itself"]


def test_lower_is_better_where_the_polarity_is_down() -> None:
    """8 against 9 is one less and above; with polarity none it is merely lower."""
    figures = (figure("a", "8", 2025, "target", "le"), figure("province", "9", 2025, "target", "le"))
    assert [one.position for one in pairs(table(*figures, polarity=Polarity.DOWN), PARENT)] == ["above"]
    assert [one.position for one in pairs(table(*figures, polarity=Polarity.NONE), PARENT)] == ["lower"]


@pytest.mark.parametrize(
    ("sign", "own", "other", "position"),
    [("gt", "60", "52", "above"), ("gt", "60", "60", "above"), ("ge", "60", "60", "open"), ("lt", "44", "52", "below"),
     ("gt", "40", "52", "open"), ("lt", "60", "52", "open")],
)  # fmt: skip
def test_a_bound_is_above_or_below_only_where_that_is_certain(sign, own, other, position) -> None:
    """Over 60 is above 52; over 40 may be either; and nothing is subtracted from a bound."""
    data = table(figure("a", own, 2020, sign=sign), figure("province", other, 2020))
    (pair,) = pairs(data, PARENT)
    assert (pair.position, pair.difference) == (position, None)


def test_a_total_of_a_county_is_not_subtracted_from_that_of_a_province() -> None:
    """4700 jobs of a county against 46000 of its province says who is larger."""
    figures = (figure("a", "4700", 2025, "target", unit="人"), figure("province", "46000", 2025, "target", unit="人"))
    (pair,) = pairs(table(*figures, unit="人"), PARENT)
    assert (pair.position, pair.difference) == ("not_compared", None)
    peers = (figures[0], figure("b", "4000", 2025, "target", unit="人"))
    assert [one.difference for one in pairs(table(*peers, unit="人"), Yardstick("peer", "b"))] == [Decimal(700)]


def test_the_same_indicator_of_the_province_comes_before_a_similar_one_of_the_nation() -> None:
    """An exact figure further up is preferred to one that needs a caveat."""
    data = table(
        figure("a", "50", 2025, "target"),
        figure("province", "55", 2025, "target", indicator="other_rate"),
        figure("nation", "60", 2025, "target"),
    )
    assert [(one.other.jurisdiction, one.grade) for one in pairs(data, NATION)] == [("nation", Grade.EXACT)]
    assert [(one.other.jurisdiction, one.grade) for one in pairs(data, PARENT)] == [("province", Grade.CAVEAT)]


def test_best_and_median_of_three_counties() -> None:
    """40, 50 and 62: the best is 62, 22 points above the place's 40; the median is 50, 10 points above it."""
    data = table(*(figure(place, value, 2023) for place, value in (("a", "40"), ("b", "50"), ("c", "62"))))
    best, middle = pairs(data, BEST, MEDIAN)
    assert (best.other.jurisdiction, best.difference, best.peers) == ("c", Decimal(-22), 3)
    assert (middle.other.jurisdiction, middle.other.value, middle.difference) == ("", Decimal(50), Decimal(-10))


def test_the_best_of_a_rate_to_be_lowered_is_the_lowest() -> None:
    """Of leakage rates 8, 10 and 12 the best is 8."""
    data = table(*(figure(p, v, 2023) for p, v in (("a", "10"), ("b", "8"), ("c", "12"))), polarity=Polarity.DOWN)
    (best,) = pairs(data, BEST)
    assert (best.other.jurisdiction, best.position, best.difference) == ("b", "below", Decimal(2))


def test_two_figures_of_a_tier_make_no_best_and_a_bound_is_no_figure() -> None:
    """Three are needed: of one tier, of one year, none of them a bound."""
    two = (figure("a", "40", 2023), figure("b", "50", 2023))
    for third in (figure("c", "60", 2022), figure("c", "60", 2023, sign="gt"), figure("province", "60", 2023)):
        assert missing(table(*two, third), BEST) == ["too_few"]
        assert missing(table(*two, third), MEDIAN) == ["too_few"]


def test_what_has_no_direction_has_no_best_but_a_median() -> None:
    """A number of programmes may be ranked by nobody."""
    data = table(*(figure(p, v, 2023) for p, v in (("a", "4"), ("b", "5"), ("c", "7"))), polarity=Polarity.NONE)
    assert missing(data, BEST) == ["no_direction"]
    assert [one.other.value for one in pairs(data, MEDIAN)] == [Decimal(5)]


def test_the_year_of_a_tier_is_the_newest_one_with_enough_figures() -> None:
    """Only one county has 2024, three have 2023: 2023 it is."""
    data = table(figure("a", "41", 2024), *(figure(p, "40", 2023) for p in "abc"))
    assert [one.own.year for one in pairs(data, MEDIAN)] == [2023]


def test_later_actuals_than_the_clock_do_not_count() -> None:
    """With until=2022 the actuals of 2023 are not yet known."""
    figures = [figure(place, value, year) for place, value, year in
               (("a", "40", 2022), ("a", "41", 2023), ("province", "50", 2022), ("province", "51", 2023))]  # fmt: skip
    assert [one.difference for one in pairs(table(*figures), PARENT, until=2022)] == [Decimal(-10)]


def test_a_year_asked_for_leaves_out_what_has_no_target_of_that_year() -> None:
    """--year 2025 is about the targets of 2025."""
    data = table(figure("a", "50", 2027, "target"), figure("province", "55", 2027, "target"))
    assert pairs(data, PARENT, year=2025) == []


values = st.decimals(0, 100, places=2)


@given(values, values, st.sampled_from([Polarity.UP, Polarity.DOWN]))
def test_what_is_above_from_one_side_is_below_from_the_other(one, other, polarity) -> None:
    """Swapping place and peer turns the sign of the difference and the position round."""
    data = table(figure("a", str(one), 2023), figure("b", str(other), 2023), polarity=polarity)
    (here,) = pairs(data, Yardstick("peer", "b"))
    (there,) = pairs(data, Yardstick("peer", "a"), place="b")
    assert here.difference == one - other == -(there.difference or 0)
    assert {"above": "below", "below": "above", "level": "level"}[here.position] == there.position


@given(values, values)
def test_indicators_of_one_row_are_never_subtracted(one, other) -> None:
    """Whatever the numbers: different definitions give no difference and no position."""
    data = table(figure("a", str(one), 2023), figure("province", str(other), 2023, indicator="other_rate"))
    (pair,) = pairs(data, PARENT)
    assert (pair.grade, pair.difference, pair.position) == (Grade.CAVEAT, None, "not_compared")
