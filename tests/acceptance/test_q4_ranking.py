"""Ranking the counties of Pingliang: a partial order, because three figures and two are only bounds."""

from decimal import Decimal

import pytest

from urbancmp.model import Tier
from urbancmp.show import spread, standings

RATE = "urbanization_rate_resident"
# Two over 60 are unordered; three below 44.77 may be anywhere beneath them; 28.42 is below 30.9 for certain.
POSSIBLE_RANKS = {
    "kongtong": (1, 2), "huating": (1, 2), "jingchuan": (3, 7), "lingtai": (3, 7), "chongxin": (3, 7),
    "jingning": (3, 6), "zhuanglang": (4, 7),
}  # fmt: skip


@pytest.fixture(scope="module")
def counties(shipped):
    """The order of the counties in 2020."""
    return standings(shipped, RATE)[2020, Tier.COUNTY]


def test_bounds_leave_ranks_open(counties):
    """Each county has the span of ranks that its figure leaves open, none a rank of its own."""
    assert {one.place.id: (one.best, one.worst) for one in counties} == POSSIBLE_RANKS


def test_the_prefecture_is_not_ranked_among_its_counties(counties):
    """44.77 is the average of the seven, not one of them."""
    assert "pingliang" not in {one.place.id for one in counties}


def test_the_spread_is_a_lower_bound(counties):
    """From 28.42 to over 60: more than 31.58 points."""
    assert spread(counties) == (Decimal("31.58"), True)


@pytest.mark.parametrize("only_documents", [True, False], ids=["documents", "published"])
def test_the_order_is_printed(call, five_table, only_documents):
    """`show` prints the order of the counties in 2020, with open ranks, whatever newer years exist elsewhere."""
    answer = call("show", RATE, *(("--data", five_table) if only_documents else ()))
    after = answer.out.partition("Order in 2020")[2]
    assert "1-2" in after
    assert "3-7" in after
    assert "31.58 pp" in after


def test_provinces_are_ordered_where_all_have_actuals(call):
    """In 2022 Shandong 64.54, Shanxi 63.96 and Gansu 54.19 are in order, 10.35 points apart."""
    after = call("show", RATE).out.partition("Order in 2022")[2]
    assert after.index("Shandong") < after.index("Shanxi") < after.index("Gansu")
    assert "10.35 pp" in after


def test_bounds_are_printed_as_bounds(call):
    """Over 60 is shown as >60, below 44.77 as <44.77; neither loses its sign."""
    answer = call("show", RATE, "--place", "huating", "--place", "lingtai")
    assert "actual >60 (2020)" in answer.out
    assert "actual <44.77 (2020)" in answer.out
