"""Slips of the unit are caught, real changes are not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urbancmp.forms.slips import slip


@pytest.mark.parametrize(
    ("value", "unit", "references", "code", "wanted"),
    [
        ("0.4677", "%", [55, "44.77"], "U630", "46.77"),
        ("1", "%", [100], "U630", "100"),
        ("985000", "万人", ["98.5"], "U631", "98.5"),
        ("0.00985", "万人", ["98.5"], "U631", "98.5"),
        ("0.47", "人", [4700, 4500], "U631", "4700"),
        ("2060000", "万立方米/日", [206, 190], "U631", "206"),
        ("9850000000", "亿元", ["98.5"], "U631", "98.5"),
    ],
)
def test_slips_are_caught_with_what_was_meant(value, unit, references, code, wanted):
    """A share as a fraction of one; 万 left out or put in; 亿 likewise."""
    found = slip(Decimal(value), unit, [Decimal(reference) for reference in references])
    assert (found.code, found.wanted) == (code, Decimal(wanted))


@pytest.mark.parametrize(
    ("value", "unit", "references"),
    [
        ("46.79", "%", [55]),
        ("0.4", "%", ["0.5"]),
        ("0", "%", [55]),
        ("1", "%", [9]),
        ("0.5", "%", []),
        ("12", "个", [28]),
        ("0", "万人", ["98.5"]),
        ("4", "人", [0]),
    ],
)
def test_what_may_be_right_passes(value, unit, references):
    """Small references, zeros, nothing to compare with."""
    assert slip(Decimal(value), unit, [Decimal(reference) for reference in references]) is None


@given(st.decimals(min_value="0.01", max_value=10**6, places=2), st.integers(min_value=1, max_value=1000))
def test_a_change_of_up_to_a_thousand_times_is_no_slip(reference, factor):
    """In both directions, for units that are no percentage."""
    assert slip(reference * factor, "万人", [reference]) is None
    assert slip(reference / factor, "万人", [reference]) is None


@given(st.decimals(min_value="0.01", max_value=10**6, places=2))
def test_ten_thousand_times_is_a_slip(reference):
    """The value that was meant is given back exactly."""
    assert slip(reference * 10**4, "万人", [reference]).wanted == reference
    assert slip(reference / 10**4, "万人", [reference]).wanted == reference
