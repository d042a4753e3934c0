"""The authority's own verdict stands beside the computed rating, never in its place."""


def test_the_official_verdict_is_shown_as_such(call):
    """The nation's urbanization target was called met early; the status is computed all the same."""
    answer = call("gap", "china", "--year", "2025")
    assert "● met" in answer.out
    assert "official verdict: 提前实现" in answer.out


def test_a_target_without_an_official_verdict_shows_none(call):
    """Nothing is made up for the others."""
    assert "official" not in call("gap", "pingliang", "--year", "2025").out


def test_explain_tells_both(call):
    """--explain prints the official verdict under the status."""
    answer = call("gap", "china", "--year", "2025", "--explain")
    assert "official verdict: 提前实现" in answer.out
