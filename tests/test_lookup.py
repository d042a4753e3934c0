"""From what a user types to what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from urbancmp import lookup
from urbancmp.diagnostics import UsageError
from urbancmp.loading import load
from urbancmp.names import folded

DATA = load().sound()


@pytest.mark.parametrize("place", DATA.jurisdictions.values(), ids=lambda place: place.id)
def test_every_place_goes_by_id_code_and_english_name(place):
    """Id, code and English name are unique."""
    for name in (place.id, place.code, place.name.en, place.id.upper(), f" {place.name.en.lower()} "):
        assert lookup.jurisdiction(DATA, name) is place


@pytest.mark.parametrize(
    "place", [place for place in DATA.jurisdictions.values() if not place.shared_name], ids=lambda place: place.id
)
def test_every_place_goes_by_its_chinese_names(place):
    """Simplified and Traditional, with and without the suffix of its kind."""
    names = [name for name in (place.name.zh, place.name.hant) if name]
    names += [name[:-1] for name in names if len(name) > 2 and name[-1] in "省市县縣区區"]
    for name in names:
        assert lookup.jurisdiction(DATA, name) is place


@pytest.mark.parametrize("indicator", DATA.indicators.values(), ids=lambda indicator: indicator.id)
def test_every_indicator_goes_by_its_id(indicator):
    """An id is never ambiguous, even where it begins that of another indicator."""
    assert lookup.indicator(DATA, indicator.id) is indicator


@pytest.mark.parametrize("family", DATA.families.values(), ids=lambda family: family.id)
def test_every_family_goes_by_its_names(family):
    """Id, Chinese and English name."""
    for name in (family.id, family.name.zh, family.name.en.upper()):
        assert lookup.family(DATA, name) is family


def test_shared_names_are_never_guessed():
    """城区, 矿区 and 郊区 are districts of several cities."""
    for name in ("城区", "矿区", "郊区", "城區", "礦區", "郊區"):
        with pytest.raises(UsageError, match="not one place"):
            lookup.jurisdiction(DATA, name)


def test_a_town_of_the_same_name_is_no_match():
    """A substring is not a place: 高平镇 lies in Pingliang and is not Gaoping."""
    with pytest.raises(UsageError, match="no jurisdiction"):
        lookup.jurisdiction(DATA, "高平镇")


def test_places_are_taken_once_in_the_order_typed():
    """Names of one place count once."""
    found = lookup.jurisdictions(DATA, ["成武", "gaoping", "371723", "高平市"])
    assert [place.id for place in found] == ["chengwu", "gaoping"]


def test_an_ambiguous_indicator_lists_ids():
    """The error offers ids that can be typed."""
    with pytest.raises(UsageError, match="sewage_treatment_rate_city") as failure:
        lookup.indicator(DATA, "污水")
    listed = [word.strip(" .,") for word in str(failure.value).partition(":")[2].split(",")]
    assert len([word for word in listed if word in DATA.indicators]) >= 3


@given(st.text(max_size=20))
def test_no_text_breaks_the_lookup(text):
    """Whatever is typed, a place is found or a usage error says that it is not."""
    try:
        place = lookup.jurisdiction(DATA, text)
    except UsageError:
        return
    assert folded(text)
    assert place.id in DATA.jurisdictions


@given(st.text(max_size=12))
def test_no_text_breaks_the_lookup_of_indicators(text):
    """Nor for indicators."""
    try:
        found = lookup.indicators(DATA, text)
    except UsageError:
        return
    assert found


@given(st.text(max_size=15))
def test_folding_folds_once(text):
    """Folding a folded name changes nothing."""
    assert folded(folded(text)) == folded(text)


def test_a_misspelt_part_of_an_id_is_understood_as_a_part():
    """'prefb' is near no whole name, but near the word with which ids begin."""
    with pytest.raises(UsageError, match="did you mean prefab_"):
        lookup.indicators(DATA, "prefb")


def test_suggestions_keep_to_the_indicators_asked_among():
    """Where only some indicators come into question, only they are suggested."""
    with pytest.raises(UsageError, match=r"did you mean prefab_share_starts\?"):
        lookup.indicators(DATA, "prefb", ["prefab_share_starts", "pear_planted_area"])
