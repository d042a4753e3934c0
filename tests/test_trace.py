"""Where a figure comes from."""

from urbancmp.loading import load
from urbancmp.trace import trace

DATA = load().data


def test_an_origin_names_document_number_date_clause_and_departments() -> None:
    """Chengwu's urbanization-related figures carry what a quotation needs."""
    (origin,) = trace(DATA, "chengwu", ["pension_coverage"])
    assert origin.source is not None
    assert (origin.source.number, origin.source.published, origin.figure.locator) == (
        "成政发〔2024〕3号",
        "2024-07-04",
        "五-17",
    )
    assert origin.departments == ("县人力资源社会保障局", "县医疗保障局")
    assert origin.figure.printed == "96%"


def test_repetitions_are_named_as_twins() -> None:
    """44.77 stands three times in Pingliang's plan: each place is told of the others."""
    origins = [one for one in trace(DATA, "pingliang", ["urbanization_rate_resident"]) if one.figure.year == 2020]
    actuals = [one for one in origins if one.figure.kind == "actual"]
    assert sorted(one.figure.locator for one in actuals) == ["一(一)1", "一(二)1", "政策解读 一"]
    assert all(len(one.twins) == 2 for one in actuals)


def test_a_place_without_the_indicator_has_no_origins() -> None:
    """Yangquan states no urbanization rate."""
    assert trace(DATA, "yangquan", ["urbanization_rate_resident"]) == ()


def test_every_figure_of_the_table_has_a_clause_a_source_and_a_printed_figure() -> None:
    """No figure without the clause that promised it."""
    for place in DATA.by_place:
        for origin in trace(DATA, place, DATA.indicators):
            assert origin.source is not None
            assert origin.figure.locator
            assert origin.figure.printed
