"""One indicator everywhere: paths over the years and the order that bounds leave open."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urbancmp.loading import load
from urbancmp.model import Comparator, Data, Figure, Indicator, Jurisdiction, Kind, Measure, Name, Polarity, Tier
from urbancmp.show import paths, spread, standings

RATE = "urbanization_rate_resident"
DATA = load().data


def table(*figures: tuple[str, str, str, int], polarity: Polarity = Polarity.UP) -> Data:
    """A table of one indicator: (place, comparator, value, year) for each actual."""
    places = {place: Jurisdiction(place, Name(place, place), "", Tier.COUNTY) for place, *_ in figures}
    indicator = Indicator("rate", "", Name("率", "rate"), "%", Measure.LEVEL, polarity)
    made = tuple(
        Figure(place, "rate", Kind.ACTUAL, Decimal(value), "%", "s", Comparator(sign), year=year)
        for place, sign, value, year in figures
    )
    return Data(jurisdictions=places, indicators={"rate": indicator}, figures=made)


def steps(place: str, indicator: str) -> list[tuple[str, str | None, int | None, str | None]]:
    """Kind, value, year and change a year of each step, as printed."""
    (path,) = paths(DATA, indicator, [place])
    return [
        (
            step.figure.kind.value,
            None if step.figure.value is None else str(step.figure.value),
            step.figure.year,
            None if step.per_year is None else f"{step.per_year:.2f}",
        )
        for step in path.steps
    ]


def test_the_path_of_pingliang_runs_through_actuals_to_its_targets() -> None:
    """34.47 (2014) to 44.77 (2020) is 1.72 points a year; from 46.79 (2022), 55 asks for 2.74 and 70 for 1.5."""
    assert steps("pingliang", RATE) == [
        ("actual", "34.47", 2014, None),
        ("actual", "44.77", 2020, "1.72"),
        ("actual", "46.02", 2021, "1.25"),
        ("actual", "46.79", 2022, "0.77"),
        ("target", "48", 2020, None),
        ("target", "55", 2025, "2.74"),
        ("target", "70", 2035, "1.50"),
    ]


def test_targets_without_an_actual_lead_from_one_to_the_next() -> None:
    """Gaoping's prefabricated share goes from 30 to 34, target to target: 2 a year, and no progress."""
    assert steps("gaoping", "prefab_share_starts") == [("target", "30", 2025, None), ("target", "34", 2027, "2.00")]


def test_an_unquantified_statement_is_a_step_without_a_number() -> None:
    """Gaoping names its urbanization level without a number."""
    assert steps("gaoping", RATE) == [("target", None, 2027, None)]


def test_bounds_leave_ranks_open() -> None:
    """Pingliang's counties in 2020: two above 60 share ranks 1 and 2; the three below 44.77 may be 3rd to 7th."""
    ranks = {one.place.id: (one.best, one.worst) for one in standings(DATA, RATE)[2020, Tier.COUNTY]}
    assert ranks == {
        "kongtong": (1, 2),
        "huating": (1, 2),
        "jingchuan": (3, 7),
        "lingtai": (3, 7),
        "chongxin": (3, 7),
        "jingning": (3, 6),
        "zhuanglang": (4, 7),
    }


def test_the_spread_of_bounds_is_a_lower_bound() -> None:
    """More than 60 against 28.42 are more than 31.58 points apart."""
    assert spread(standings(DATA, RATE)[2020, Tier.COUNTY]) == (Decimal("31.58"), True)


def test_a_low_value_ranks_first_where_lower_is_better() -> None:
    """Polarity turns the order round."""
    data = table(("a", "eq", "9", 2025), ("b", "eq", "8", 2025), ("c", "lt", "8", 2025), polarity=Polarity.DOWN)
    assert [(one.place.id, one.best, one.worst) for one in standings(data, "rate")[2025, Tier.COUNTY]] == [
        ("c", 1, 1),
        ("b", 2, 2),
        ("a", 3, 3),
    ]


@pytest.mark.parametrize("polarity", [Polarity.UP, Polarity.NONE])
def test_two_places_are_not_ranked(polarity: Polarity) -> None:
    """An order of two is a comparison, and a neutral indicator has no order at all."""
    figures = [("a", "eq", "1", 2020), ("b", "eq", "2", 2020)]
    if polarity is Polarity.NONE:
        figures.append(("c", "eq", "3", 2020))
    assert standings(table(*figures, polarity=polarity), "rate") == {}


@given(st.lists(st.tuples(st.sampled_from(["eq", "gt", "lt", "ge", "le"]), st.integers(0, 99)), min_size=3, max_size=8))
def test_every_order_that_the_figures_allow_lies_within_the_ranks(figures: list[tuple[str, int]]) -> None:
    """Each place can have its best rank: values that fit all figures never contradict a range of ranks."""
    data = table(*((f"p{number}", sign, str(value), 2020) for number, (sign, value) in enumerate(figures)))
    shift = {"eq": Decimal(0), "gt": Decimal("0.5"), "lt": Decimal("-0.5"), "ge": Decimal("0.5"), "le": Decimal("-0.5")}
    real = {f"p{number}": value + shift[sign] for number, (sign, value) in enumerate(figures)}
    for one in standings(data, "rate")[2020, Tier.COUNTY]:
        above = sum(value > real[one.place.id] for value in real.values())
        below = sum(value < real[one.place.id] for value in real.values())
        assert one.best <= above + 1
        assert one.worst >= len(real) - below


def test_a_bound_is_no_step_to_measure_a_change_from() -> None:
    """From 'over 60' to 65 no change a year can be told."""
    data = table(("a", "gt", "60", 2020), ("a", "eq", "65", 2022), ("a", "eq", "66", 2023))
    (path,) = paths(data, "rate")
    assert [step.per_year for step in path.steps] == [None, None, Decimal(1)]
