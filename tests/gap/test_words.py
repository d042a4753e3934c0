"""Words and methods are complete data, and light: they are read without polars."""

import subprocess
import sys

import pytest

from urbancmp.gap.methods import METHODS
from urbancmp.gap.words import CLASSES, FLAGS, ORDER, REASONS, STATUSES, explain


def test_light_modules_do_not_import_polars():
    """Help, completion and explain read words and methods only."""
    code = (
        "import sys, urbancmp.gap.assess, urbancmp.gap.indices, urbancmp.gap.methods, urbancmp.gap.words;"
        "sys.exit('polars' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("table", [STATUSES, REASONS, FLAGS, CLASSES])
def test_every_code_has_words_in_both_languages(table):
    """A short word and an explanation each."""
    for word in table.values():
        assert all((word.zh, word.en, word.about_zh, word.about_en))


def test_every_status_has_a_symbol_and_a_place_in_the_order():
    """Never colour alone; worst first."""
    assert set(ORDER) == set(STATUSES)
    assert all(word.symbol for word in STATUSES.values())


def test_every_band_stands_for_a_known_status():
    """A band's status is a word of the tool, and the last band has no edge."""
    for method in METHODS.values():
        assert all(band.status in STATUSES and band.zh and band.en for band in method.all_bands())
        assert [band.limit is None for band in method.bands] == [False] * (len(method.bands) - 1) + [True]


def test_edges_run_from_best_to_worst():
    """In the direction in which the measure gets worse."""
    for method in METHODS.values():
        edges = [band.limit for band in method.bands if band.limit is not None]
        assert edges == sorted(edges, reverse=method.higher_is_better)


def test_explain_finds_any_code():
    """Statuses, reasons, flags and classes; None for what is none of them."""
    assert explain("behind").zh == "滞后"
    assert explain("no_actual").en == "no actual"
    assert explain("piecewise") is FLAGS["piecewise"]
    assert explain("budget") is CLASSES["budget"]
    assert explain("nonsense") is None
