"""The shipped table says what the documents say; the expected values were read from the documents by hand."""

from collections import Counter
from decimal import Decimal

import pytest

from urbancmp.units import convert

FIVE = ("gaoping_interpretation", "chengwu_plan", "pingliang_plan", "shanxi_press", "yangquan_plan")


@pytest.fixture(scope="module")
def stated(shipped):
    """Figures of the five documents that have a number."""
    return [figure for figure in shipped.figures if figure.source in FIVE and figure.value is not None]


@pytest.fixture(scope="module")
def the(stated):
    """the(place, indicator, year) is the one figure, repetitions left out."""

    def find(place, indicator, year=...):
        found = [
            figure
            for figure in stated
            if figure.jurisdiction == place
            and figure.indicator == indicator
            and "duplicate" not in figure.flags
            and year in (..., figure.year)
        ]
        assert len(found) == 1, f"{place} {indicator}: {len(found)} figures"
        return found[0]

    return find


def _says(figure, comparator, value, unit, year):
    expected = (comparator, Decimal(value), unit, year)
    return (figure.comparator.value, figure.value, figure.unit, figure.year) == expected


# Coverage


def test_every_statement_of_the_documents_is_there(stated):
    """228 statements: Gaoping 44, Chengwu 53, Pingliang's plan 67, Shanxi 38, Yangquan 26."""
    assert Counter(figure.source for figure in stated) == dict(zip(FIVE, (44, 53, 67, 38, 26), strict=True))


def test_actuals_are_those_of_pingliang_and_shanxi(stated):
    """41 and 31 actuals; Gaoping, Chengwu and Yangquan promise only."""
    actuals = Counter(figure.source for figure in stated if figure.kind == "actual")
    assert actuals == {"pingliang_plan": 41, "shanxi_press": 31}


def test_measures_of_the_targets(shipped, stated):
    """104 levels (one of them a rank), 35 flows of a year, 15 cumulative, two growths."""
    measures = Counter(
        shipped.indicators[figure.indicator].measure.value for figure in stated if figure.kind == "target"
    )
    assert measures == {"level": 103, "rank": 1, "annual": 35, "cumulative": 15, "growth": 2}


@pytest.mark.parametrize(
    ("place", "years"),
    [
        ("gaoping", {2024: 1, 2025: 24, 2027: 18, None: 1}),
        ("chengwu", {2024: 2, 2025: 41, None: 10}),
        ("pingliang", {2023: 1, 2025: 2, 2026: 3, 2035: 1, None: 19}),
        ("shanxi", {2023: 6, 2028: 1}),
        ("yangquan", {2022: 26}),
    ],
)
def test_years_of_the_targets(stated, place, years):
    """So many targets of a place fall due in each year; None are undated."""
    found = Counter(figure.year for figure in stated if figure.jurisdiction == place and figure.kind == "target")
    assert found == years


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("gaoping", {"facility_level_vs_nation", "urbanization_rate_resident", "farm_processing_rate",
                     "library_culture_centre_equipment", "residents_happiness_index", "villages_four_way_sorting",
                     "sewage_effluent_quality", "rural_water_quality"}),
        ("chengwu", {"green_material_adoption", "nb_iot_coverage", "employee_outpatient_benefit",
                     "employee_pension_reach"}),
        ("pingliang", {"urbanization_gap_to_province", "greening_coverage_built_up", "waste_sewage_treatment_rate",
                       "wage_property_income_share", "urban_rural_income_gap", "bus_stop_coverage",
                       "property_management_coverage", "science_literacy", "urban_green_area"}),
        ("shanxi", set()),
        ("yangquan", {"sewer_separation_task", "pig_output_scale", "town_sewage_facilities", "rural_grid_supply_index",
                      "urban_school_places"}),
    ],
)  # fmt: skip
def test_indicators_named_without_a_number(shipped, place, named):
    """They are in the table as such: no value, and the kind of their wording."""
    found = [figure for figure in shipped.by_place[place] if figure.value is None]
    assert {figure.indicator for figure in found} == named
    assert all(figure.unquantified for figure in found)


def test_published_figures(shipped):
    """88 figures besides the documents: 34 actuals, 54 targets, each of a source of known kind and reliability."""
    others = [figure for figure in shipped.figures if figure.source not in FIVE]
    assert Counter(figure.kind.value for figure in others) == {"actual": 34, "target": 54}
    sources = [shipped.sources[figure.source] for figure in others]
    assert all(source.reliability for source in sources)
    assert {source.kind for source in sources} <= {"reprint", "press", "bulletin", "plan"}


@pytest.mark.parametrize(
    ("place", "indicator"),
    [("yangquan", "urbanization_rate_resident"), ("jincheng", "greening_coverage_built_up"),
     ("jincheng", "park_green_per_capita_city"), ("gansu", "urban_resident_population")],
)  # fmt: skip
def test_doubtful_published_figures_are_left_out(shipped, place, indicator):
    """Pages that contradict themselves or print no year are not quoted."""
    assert [figure for figure in shipped.by_place[place] if figure.indicator == indicator] == []


@pytest.mark.parametrize(
    ("place", "year", "value"),
    [
        ("china", 2020, "63.89"), ("china", 2021, "64.72"), ("china", 2022, "65.22"), ("china", 2023, "66.16"),
        ("china", 2024, "67.00"), ("china", 2025, "67.89"), ("shanxi", 2021, "63.42"), ("shanxi", 2022, "63.96"),
        ("shanxi", 2023, "64.97"), ("shanxi", 2024, "66.32"), ("shandong", 2021, "63.94"),
        ("shandong", 2022, "64.54"), ("shandong", 2023, "65.53"), ("gansu", 2020, "52.23"), ("gansu", 2021, "53.33"),
        ("gansu", 2022, "54.19"), ("heze", 2022, "52.73"), ("jincheng", 2021, "63.55"),
        ("yangquan_jiaoqu", 2022, "71.18"), ("pingliang", 2014, "34.47"), ("pingliang", 2020, "44.77"),
        ("pingliang", 2021, "46.02"), ("pingliang", 2022, "46.79"), ("zhuanglang", 2020, "28.42"),
        ("jingning", 2020, "30.9"),
    ],
)  # fmt: skip
def test_resident_urbanization_rates(shipped, place, year, value):
    """The actuals of the one indicator that nearly all places have, digit for digit."""
    found = {
        str(figure.value)
        for figure in shipped.by_indicator["urbanization_rate_resident"]
        if (figure.jurisdiction, figure.year, figure.kind) == (place, year, "actual") and figure.comparator == "eq"
    }
    assert found == {value}


# Traps


def test_a_target_is_not_an_actual(the):
    """44.77 (2020) and 55 (2025) of Pingliang, and Chengwu's about 53, differ in kind."""
    kinds = {
        (place, year): the(place, "urbanization_rate_resident", year).kind.value
        for place, year in (("pingliang", 2020), ("pingliang", 2025), ("chengwu", 2025))
    }
    assert kinds == {("pingliang", 2020): "actual", ("pingliang", 2025): "target", ("chengwu", 2025): "target"}


def test_resident_and_registered_rates_are_two_indicators(the):
    """44.77 of residents, 35.62 of registered people in the same year."""
    assert _says(the("pingliang", "urbanization_rate_resident", 2020), "eq", "44.77", "%", 2020)
    assert _says(the("pingliang", "urbanization_rate_hukou", 2020), "eq", "35.62", "%", 2020)


def test_the_two_urban_populations_are_not_swapped(the):
    """82.84 万 are registered, 82.77 万 resident."""
    assert _says(the("pingliang", "urban_registered_population"), "eq", "82.84", "万人", 2020)
    assert _says(the("pingliang", "urban_resident_population"), "eq", "82.77", "万人", 2020)


@pytest.mark.parametrize(
    ("part", "whole", "rate"),
    [("urban_registered_population", "registered_population", "urbanization_rate_hukou"),
     ("urban_resident_population", "resident_population", "urbanization_rate_resident")],
)  # fmt: skip
def test_rates_follow_from_populations(the, part, whole, rate):
    """82.84 / 232.55 = 35.62 and 82.77 / 184.86 = 44.77, to the printed digits."""
    share = the("pingliang", part).value / the("pingliang", whole).value * 100
    assert share.quantize(Decimal("0.01")) == the("pingliang", rate, 2020).value


def test_three_kinds_of_urban_sewage(shipped, the):
    """97.06 treated, 70 collected, 50 of plants upgraded: three indicators in no common row."""
    figures = [
        the("pingliang", "sewage_treatment_rate_city"),
        the("chengwu", "sewage_collection_rate_city"),
        the("chengwu", "sewage_plants_upgraded"),
    ]
    assert [(figure.comparator.value, str(figure.value)) for figure in figures] == [
        ("eq", "97.06"), ("eq", "70"), ("ge", "50")
    ]  # fmt: skip
    rows = [shipped.indicators[figure.indicator].row or figure.indicator for figure in figures]
    assert len(set(rows)) == 3


def test_green_land_is_not_greening_coverage(shipped, the):
    """34.4 of green land in Pingliang, at least 38.9 of coverage in Yangquan: different rows."""
    assert _says(the("pingliang", "green_land_rate_built_up"), "eq", "34.4", "%", 2020)
    assert _says(the("yangquan", "greening_coverage_built_up"), "ge", "38.9", "%", 2022)
    assert not shipped.indicators["green_land_rate_built_up"].row


def test_villages_of_three_kinds(shipped, the):
    """≥95 of administrative, 93.9 of natural, 100 of eligible designated villages, 100 of hamlets over a size."""
    assert _says(the("yangquan", "rural_waste_managed_villages"), "ge", "95", "%", 2022)
    assert _says(the("shanxi", "rural_waste_system_hamlets"), "eq", "93.9", "%", 2023)
    assert _says(the("chengwu", "village_logistics_coverage"), "eq", "100", "%", 2025)
    assert _says(the("pingliang", "hamlets_30_households_paved_access"), "eq", "100", "%", None)
    rows = [shipped.indicators[id_].row for id_ in ("rural_waste_managed_villages", "rural_waste_system_hamlets")]
    assert rows == ["", ""]


def test_hundreds_that_are_printed(stated):
    """46 of the 101 percentages are 100; eight print it, 38 are read from a wording and say so."""
    percentages = [figure for figure in stated if figure.unit == "%"]
    hundreds = [figure for figure in percentages if figure.value == 100]
    printed = [figure for figure in hundreds if "coverage" not in figure.flags]
    assert (len(percentages), len(hundreds), len(printed)) == (101, 46, 8)
    assert {figure.printed for figure in printed} == {"100%"}


@pytest.mark.parametrize(
    ("place", "indicator", "comparator", "value", "unit", "threshold"),
    [
        ("chengwu", "technical_upgrade_projects", "approx", "30", "个", 500),
        ("yangquan", "projects_over_3_billion", "eq", "3", "个", 30),
        ("yangquan", "projects_over_1_billion", "eq", "10", "个", None),
        ("chengwu", "towns_over_60000", "eq", "1", "个", 6),
        ("chengwu", "towns_over_30000", "eq", "2", "个", 3),
        ("pingliang", "old_neighbourhoods_pre2005_completed", "approx", "100", "%", 2005),
        ("pingliang", "hamlets_30_households_paved_access", "eq", "100", "%", 30),
        ("yangquan", "substations_35kv_extended", "eq", "1", "座", 35),
        ("yangquan", "distribution_transformers_10kv", "eq", "1.98", "万千伏安", 10),
        ("gaoping", "townships_on_class_three_roads", "eq", "100", "%", 3),
    ],
)
def test_a_threshold_is_not_the_value(the, place, indicator, comparator, value, unit, threshold):
    """The number in the name of a thing (500万元, 6万人, 35千伏, 2005年底前) is not its value."""
    figure = the(place, indicator)
    assert (figure.comparator.value, figure.value, figure.unit) == (comparator, Decimal(value), unit)
    assert figure.value != threshold
    assert figure.year != 2005


@pytest.mark.parametrize(
    ("indicator", "value"),
    [("rural_tap_water_rate", "95.1"), ("rural_scaled_water_share", "32"), ("rural_central_water_rate", "97.5")],
)
def test_a_distributive_list_keeps_its_order(the, indicator, value):
    """Three water rates and three values in one sentence: the middle one is 32."""
    assert _says(the("shanxi", indicator), "eq", value, "%", 2023)


def test_the_order_that_holds_by_definition(the):
    """Scaled supply is part of tap water, tap water part of centralised supply: 32 ≤ 95.1 ≤ 97.5."""
    names = ("rural_scaled_water_share", "rural_tap_water_rate", "rural_central_water_rate")
    values = [the("shanxi", name).value for name in names]
    assert values == sorted(values)


def test_above_binds_only_the_second_of_two(the):
    """Subdistricts 100 exactly, townships at least 60."""
    assert _says(the("chengwu", "subdistrict_elderly_centres"), "eq", "100", "%", 2025)
    assert _says(the("chengwu", "township_elderly_centres"), "ge", "60", "%", 2025)


def test_two_counties_and_two_rates(the):
    """Zhuanglang 28.42, Jingning 30.9, in this order."""
    assert _says(the("zhuanglang", "urbanization_rate_resident"), "eq", "28.42", "%", 2020)
    assert _says(the("jingning", "urbanization_rate_resident"), "eq", "30.9", "%", 2020)


@pytest.mark.parametrize(("place", "value", "distance"), [("china", "63.89", "19.12"), ("gansu", "52.23", "7.46")])
def test_distances_are_not_rates(the, stated, place, value, distance):
    """19.12 and 7.46 are points below the nation and the province: the rates are derived, with their formula."""
    figure = the(place, "urbanization_rate_resident")
    assert _says(figure, "eq", value, "%", 2020)
    assert figure.derived == f"44.77 + {distance}"
    assert "derived" in figure.flags
    assert Decimal(distance) not in {one.value for one in stated}


def test_a_printed_inconsistency_is_kept_and_flagged(the):
    """1.96 points a year are printed where (44.77 − 34.47) / 6 gives 1.72."""
    figure = the("pingliang", "urbanization_rate_pace")
    assert figure.value == Decimal("1.96")
    assert "inconsistent" in figure.flags
    assert figure.unit != "%"


@pytest.mark.parametrize(
    ("indicator", "value", "printed"),
    [("facility_farming_built", "1000", "IOOO亩"), ("distribution_transformers_10kv", "1.98", "L98万千伏安")],
)
def test_misprints_of_the_scan_are_mended_and_flagged(the, indicator, value, printed):
    """Letters read for digits: the value is mended, the printed form kept."""
    figure = the("yangquan", indicator)
    assert (figure.value, figure.printed) == (Decimal(value), printed)
    assert "ocr" in figure.flags


def test_a_page_number_is_not_a_value(the):
    """The 5 after the line break is the page's: three projects, neither 5 nor 35."""
    figure = the("yangquan", "projects_over_3_billion")
    assert figure.value == 3
    assert "line_split" in figure.flags


def test_a_lost_character_shifts_no_year(the):
    """2025 belongs to the renewable capacity, not to the conversion of the power plant before it."""
    assert _says(the("chengwu", "renewable_capacity"), "eq", "40", "万千瓦", 2025)
    conversion = the("chengwu", "back_pressure_conversion")
    assert (conversion.value, conversion.year) == (Decimal("7.5"), None)


def test_a_lost_unit_is_supplied_and_flagged(the):
    """4700以上 lacks 人."""
    figure = the("chengwu", "new_urban_jobs")
    assert (figure.comparator.value, figure.value, figure.unit) == ("ge", 4700, "人")
    assert "supplied_unit" in figure.flags


def test_a_lost_separator_makes_no_year(shipped):
    """The document's number and date, printed without separators, give neither 2024 3 nor 20243."""
    plan = shipped.sources["chengwu_plan"]
    assert (plan.number, plan.published) == ("成政发〔2024〕3号", "2024-07-04")
    assert all(figure.year is None or 2000 < figure.year < 2100 for figure in shipped.figures)


@pytest.mark.parametrize("number", ["113717230044875813", "3505555", "35547", "207", "338", "569", "311", "5.2"])
def test_index_numbers_and_slogans_are_no_data(stated, number):
    """Index and telephone numbers, standards, road numbers and slogans (569, 311) are not values."""
    assert Decimal(number) not in {figure.value for figure in stated}


@pytest.mark.parametrize(
    ("place", "indicator", "value", "printed"),
    [
        ("gaoping", "speciality_farm_chains", "5", "五条"), ("gaoping", "manufacturing_chains", "5", "五条"),
        ("gaoping", "tourism_premium_zones", "4", "四大"), ("gaoping", "tourism_zones", "10", "十大"),
        ("pingliang", "power_generation_share", "25", "四分之一"),
        ("yangquan", "substations_35kv_extended", "1", "一座"),
        ("chengwu", "public_building_min_stars", "2", "二星级及以上"), ("chengwu", "smart_city_stars", "4", "四星级"),
        ("pingliang", "coal_output_rank", "1", "全省第一"),
    ],
)  # fmt: skip
def test_chinese_numerals_are_read(the, place, indicator, value, printed):
    """Numerals in characters count like digits."""
    figure = the(place, indicator)
    assert (figure.value, figure.printed) == (Decimal(value), printed)
    assert "chinese_numeral" in figure.flags


@pytest.mark.parametrize(
    "indicator", ["green_material_share", "prefab_share_new", "prefab_public_projects", "assembly_rate_per_building"]
)
def test_a_year_is_inherited_within_the_sentence(the, indicator):
    """2025 at the head of the sentence holds for the clauses after it, and is flagged."""
    figure = the("chengwu", indicator)
    assert figure.year == 2025
    assert "inherited_year" in figure.flags


def test_undated_chapters_stay_undated(stated):
    """Chapters four to seven of Pingliang's plan print no year but 2026 and 2023: 19 targets have none."""
    undated = [f for f in stated if f.source == "pingliang_plan" and f.year is None]
    assert len(undated) == 19
    assert {figure.locator[0] for figure in undated} == {"四", "六", "七"}


@pytest.mark.parametrize(
    ("place", "indicator", "comparator", "value"),
    [
        ("gaoping", "premium_zones_per_year", "eq", "1"), ("gaoping", "model_villages_per_year", "eq", "5"),
        ("gaoping", "upgraded_villages_per_year", "eq", "60"), ("chengwu", "new_urban_jobs", "ge", "4700"),
        ("chengwu", "technical_upgrade_projects", "approx", "30"), ("chengwu", "migrant_skill_training", "ge", "900"),
        ("chengwu", "urban_talent_to_grassroots", "approx", "150"),
    ],
)  # fmt: skip
def test_each_year_is_not_by_the_year(shipped, the, place, indicator, comparator, value):
    """60 villages every year are a flow of one year, not 60 by 2027."""
    figure = the(place, indicator)
    assert (figure.comparator.value, figure.value) == (comparator, Decimal(value))
    assert "per_year" in figure.flags
    assert shipped.indicators[indicator].measure == "annual"


@pytest.mark.parametrize(
    ("place", "indicator", "value"),
    [
        ("gaoping", "new_rebuilt_road_length", "18.66"), ("gaoping", "rent_subsidy_households", "200"),
        ("chengwu", "green_building_area_added", "180"), ("pingliang", "urban_roads_added", "110.7"),
        ("pingliang", "sewage_pipes_added", "221.66"), ("pingliang", "stormwater_pipes_added", "95.86"),
        ("pingliang", "township_class_three_road_length", "500"), ("pingliang", "hamlets_paved", "1965"),
        ("pingliang", "hamlet_roads_paved", "2809"),
    ],
)  # fmt: skip
def test_a_missing_start_stays_missing(the, place, indicator, value):
    """What was or will be added since an unnamed year has no start and says so."""
    figure = the(place, indicator)
    assert (figure.value, figure.period_start) == (Decimal(value), None)
    assert "period_open" in figure.flags


@pytest.mark.parametrize(
    ("indicator", "value"),
    [("old_neighbourhoods_started_county_seats", "606"), ("sewer_separation_county_seats", "438"),
     ("municipal_roads_started_county_seats", "419")],
)  # fmt: skip
def test_nine_months_are_no_year(the, indicator, value):
    """January to September of 2023, in county seats."""
    figure = the("shanxi", indicator)
    assert (figure.value, figure.year) == (Decimal(value), 2023)
    assert "part_year" in figure.flags


def test_91_counties_are_not_the_province(shipped, the):
    """12.1 万公里 are those of 91 counties; the province's 14.49 are derived from their share of 83.5 %."""
    assert _says(the("shanxi", "highway_length_counties"), "eq", "12.1", "万公里", 2022)
    province = the("shanxi", "highway_length_province")
    assert (province.comparator.value, province.value) == ("approx", Decimal("14.49"))
    assert "derived" in province.flags
    assert (Decimal("12.1") / Decimal("83.5") * 100).quantize(Decimal("0.01")) == province.value


def test_lengths_in_mixed_units_add_up(shipped, the):
    """4575 km + 10465 km + 10.6 万 km ≈ 12.1 万 km: the unit of each is its own."""
    names = ("motorway_length_counties", "trunk_road_length_counties", "rural_road_length_counties")
    figures = [the("shanxi", name) for name in names]
    assert [(str(figure.value), figure.unit) for figure in figures] == [
        ("4575", "公里"), ("10465", "公里"), ("10.6", "万公里")
    ]  # fmt: skip
    total = sum(convert(figure.value, figure.unit, "万公里") for figure in figures)
    assert total.quantize(Decimal("0.1")) == the("shanxi", "highway_length_counties").value


def test_mu_and_ten_thousand_mu(the):
    """0.16 万亩 of irrigation is 1600 亩, less than 1900 亩 of greening, though 0.16 looks the smallest."""
    irrigation, greening = the("yangquan", "efficient_irrigation_added"), the("yangquan", "ring_city_greening_added")
    assert (irrigation.unit, greening.unit) == ("万亩", "亩")
    assert convert(irrigation.value, irrigation.unit, "亩") == 1600 < greening.value


def test_megawatts_and_ten_thousand_kilowatts(the):
    """7.5 MW is 0.75 万千瓦, and 40 万千瓦 is 400 MW."""
    assert the("chengwu", "back_pressure_conversion").unit.upper() in ("MW", "兆瓦")
    assert convert(Decimal("7.5"), the("chengwu", "back_pressure_conversion").unit, "万千瓦") == Decimal("0.75")


@pytest.mark.parametrize(
    ("indicator", "comparator", "value"),
    [
        ("network_leakage_rate", "le", "9"),
        ("historic_building_vacancy", "le", "10"),
        ("top_hundred_county_rank", "le", "100"),
    ],
)
def test_lower_is_better(shipped, the, indicator, comparator, value):
    """Leakage, vacancy and ranks fall when they get better."""
    figure = the("gaoping", indicator)
    assert (figure.comparator.value, figure.value) == (comparator, Decimal(value))
    assert shipped.indicators[indicator].polarity == "down"


@pytest.mark.parametrize("indicator", ["green_in_sight_distance", "park_in_sight_distance"])
def test_nearer_is_better(shipped, indicator):
    """A park within 500 m: a shorter way is better."""
    assert shipped.indicators[indicator].polarity == "down"


@pytest.mark.parametrize(
    ("place", "indicator", "printed", "value"),
    [("jingning", "urbanization_rate_resident", "30.9%", "30.9"),
     ("gaoping", "new_rebuilt_road_length", "18.66公里", "18.66"), ("chengwu", "nursery_places", "4.8个", "4.8")],
)  # fmt: skip
def test_digits_are_exact(the, place, indicator, printed, value):
    """Values are decimals with the printed digits, not binary fractions."""
    figure = the(place, indicator)
    assert (figure.printed, str(figure.value)) == (printed, value)


@pytest.mark.parametrize(
    ("place", "indicator", "comparator", "value", "start"),
    [("gaoping", "zone_industry_growth", "eq", "15", None),
     ("chengwu", "resident_outpatient_limit_rise", "approx", "50", 2020)],
)  # fmt: skip
def test_growth_has_no_level(shipped, the, place, indicator, comparator, value, start):
    """15 % (base not stated) and about 50 % on 2020 are growths, not levels."""
    figure = the(place, indicator)
    assert (figure.comparator.value, figure.value, figure.period_start) == (comparator, Decimal(value), start)
    assert shipped.indicators[indicator].measure == "growth"


@pytest.mark.parametrize(
    ("child", "parents"),
    [
        ("gaoping", ["jincheng", "shanxi", "china"]), ("yangquan", ["shanxi", "china"]),
        ("yangquan_jiaoqu", ["yangquan", "shanxi", "china"]), ("chengwu", ["heze", "shandong", "china"]),
        ("huating", ["pingliang", "gansu", "china"]), ("china", []),
    ],
)  # fmt: skip
def test_places_are_nested(shipped, child, parents):
    """Each place knows who stands above it."""
    found, place = [], shipped.jurisdictions[child]
    while place.parent:
        place = shipped.jurisdictions[place.parent]
        found.append(place.id)
    assert found == parents


@pytest.mark.parametrize(
    ("indicator", "repeated"),
    [("urbanization_rate_resident", 2), ("urbanization_rate_hukou", 1), ("urban_services_coverage", 2)],
)
def test_repetitions_are_flagged(stated, indicator, repeated):
    """44.77 stands three times in the plan, 35.62 twice, the services for all residents three times."""
    found = [f for f in stated if f.source == "pingliang_plan" and f.indicator == indicator and "duplicate" in f.flags]
    assert len(found) == repeated


def test_six_counties_are_five_and_a_city(the, shipped):
    """One district, one city, five counties: the 'six counties' of the text count Huating in."""
    counts = [
        int(the("pingliang", f"{name}_count").value) for name in ("municipal_district", "county_level_city", "county")
    ]
    assert counts == [1, 1, 5]
    below = [place.name.zh[-1] for place in shipped.jurisdictions.values() if place.parent == "pingliang"]
    assert Counter(below) == {"区": 1, "市": 1, "县": 5}


def test_the_script_of_a_document_is_known(shipped):
    """Pingliang's plan is printed in Traditional characters; its printed figures are kept so."""
    assert shipped.sources["pingliang_plan"].script == "hant"
    printed = next(f.printed for f in shipped.by_place["pingliang"] if f.indicator == "registered_population")
    assert printed.endswith("萬人")


def test_an_inferred_place_is_flagged_everywhere(stated):
    """Yangquan is named nowhere in its document: every figure says so."""
    figures = [figure for figure in stated if figure.source == "yangquan_plan"]
    assert all("inferred_jurisdiction" in figure.flags for figure in figures)


@pytest.mark.parametrize(
    ("source", "kind", "reliability"),
    [
        ("gaoping_interpretation", "interpretation", "high"), ("chengwu_plan", "plan", "high"),
        ("pingliang_plan", "plan", "medium-high"), ("shanxi_press", "press", "medium-high"),
        ("yangquan_plan", "plan", "low"),
    ],
)  # fmt: skip
def test_what_sort_of_document_it_is(shipped, source, kind, reliability):
    """An interpretation is not the plan, a press report not a bulletin, a truncated copy of low reliability."""
    assert (shipped.sources[source].kind, shipped.sources[source].reliability) == (kind, reliability)


def test_at_least_and_equal_are_told_apart(the):
    """Chengwu's 达到40% is =, Gaoping's 30%以上 is ≥."""
    assert _says(the("chengwu", "prefab_share_new"), "eq", "40", "%", 2025)
    assert _says(the("gaoping", "reclaimed_water_rate", 2025), "ge", "30", "%", 2025)


@pytest.mark.parametrize(
    ("place", "indicator", "comparator", "value"),
    [("chengwu", "municipal_key_labs", "gt", "35"), ("pingliang", "class_three_share_rural_roads", "ge", "80")],
)
def test_the_implausible_is_kept_and_flagged(the, place, indicator, comparator, value):
    """More than 35 laboratories in one county, 80 % of rural roads: printed, kept, flagged."""
    figure = the(place, indicator)
    assert (figure.comparator.value, figure.value) == (comparator, Decimal(value))
    assert "implausible" in figure.flags


def test_the_same_number_is_not_the_same_thing(shipped, stated):
    """30 stands for prefabricated starts, material share, projects and reclaimed water: four indicators, four rows."""
    thirty = {figure.indicator for figure in stated if figure.value == 30}
    expected = {"prefab_share_starts", "green_material_share", "technical_upgrade_projects", "reclaimed_water_rate"}
    assert thirty == expected
    assert len({shipped.indicators[id_].row or id_ for id_ in thirty}) == 4


@pytest.mark.parametrize(
    ("place", "indicator", "value"), [("kongtong", "gt", "60"), ("huating", "gt", "60"), ("jingchuan", "lt", "44.77"),
                                      ("lingtai", "lt", "44.77"), ("chongxin", "lt", "44.77")]
)  # fmt: skip
def test_bounds_stay_bounds(the, place, indicator, value):
    """Over 60 is not 60; 'below the average of the city' is not the average."""
    figure = the(place, "urbanization_rate_resident")
    assert (figure.comparator.value, figure.value) == (indicator, Decimal(value))
    assert "bound" in figure.flags


# Comparability


def test_only_two_indicators_occur_at_two_places_of_the_documents(stated):
    """Resident urbanization and scaled rural water supply are the only exact ones."""
    places = {}
    for figure in stated:
        places.setdefault(figure.indicator, set()).add(figure.jurisdiction)
    shared = {indicator for indicator, found in places.items() if len(found) > 1}
    assert shared == {"urbanization_rate_resident", "rural_scaled_water_share"}
    assert places["rural_scaled_water_share"] == {"gaoping", "shanxi"}


PAIRS = {
    "green_building_share": {"gaoping", "chengwu"},
    "prefab_share": {"gaoping", "chengwu"},
    "park_green_per_capita": {"gaoping", "pingliang"},
    "old_neighbourhoods": {"gaoping", "chengwu"},
    "sewage_capacity": {"pingliang", "shanxi"},
    "msw_harmless_rate": {"pingliang", "shanxi"},
    "motorway_access": {"pingliang", "shanxi"},
    "elderly_facilities": {"gaoping", "chengwu"},
    "village_logistics": {"gaoping", "chengwu"},
    "boarding_schools": {"shanxi", "yangquan"},
    "taihang_route": {"gaoping", "yangquan"},
}


def test_eleven_rows_set_two_places_side_by_side(shipped, stated):
    """Eleven pairs may stand in one row with a caveat, and no others."""
    rows = {}
    for figure in stated:
        if row := shipped.indicators[figure.indicator].row:
            rows.setdefault(row, set()).add(figure.jurisdiction)
    assert {row: places for row, places in rows.items() if len(places) > 1} == PAIRS


@pytest.mark.parametrize("row", PAIRS)
def test_the_members_of_a_row_differ_in_a_definition_key(shipped, row):
    """A caveat row has something to say: no two of its indicators have the same definition."""
    members = [indicator for indicator in shipped.indicators.values() if indicator.row == row]
    assert len(members) > 1
    assert len({tuple(sorted((key, name.en) for key, name in one.definition.items())) for one in members}) == len(
        members
    )


# Names and codes


@pytest.mark.parametrize(
    ("id_", "code", "tier"),
    [
        ("china", "100000", "nation"), ("shanxi", "140000", "province"), ("yangquan", "140300", "prefecture"),
        ("yangquan_chengqu", "140302", "county"), ("yangquan_kuangqu", "140303", "county"),
        ("yangquan_jiaoqu", "140311", "county"), ("pingding", "140321", "county"), ("yuxian", "140322", "county"),
        ("jincheng", "140500", "prefecture"), ("jincheng_chengqu", "140502", "county"),
        ("gaoping", "140581", "county"), ("shandong", "370000", "province"), ("heze", "371700", "prefecture"),
        ("chengwu", "371723", "county"), ("gansu", "620000", "province"), ("pingliang", "620800", "prefecture"),
        ("kongtong", "620802", "county"), ("jingchuan", "620821", "county"), ("lingtai", "620822", "county"),
        ("chongxin", "620823", "county"), ("zhuanglang", "620825", "county"), ("jingning", "620826", "county"),
        ("huating", "620881", "county"),
    ],
)  # fmt: skip
def test_codes_of_gb_t_2260(shipped, id_, code, tier):
    """Six digits and a level for every place."""
    place = shipped.jurisdictions[id_]
    assert (place.code, place.tier.value) == (code, tier)


def test_a_code_lies_within_that_of_its_parent(shipped):
    """The first two or four digits of a code are those of the place above; the nation's 100000 is a convention."""
    for place in shipped.jurisdictions.values():
        if place.parent not in ("", "china"):
            parent = shipped.jurisdictions[place.parent].code
            assert place.code.startswith(parent.rstrip("0")), place.id


def test_everything_has_a_name_in_both_languages(shipped):
    """Places, families, rows, topics and indicators are named in Chinese and English."""
    for table in (shipped.jurisdictions, shipped.families, shipped.rows, shipped.topics, shipped.indicators):
        for record in table.values():
            assert any("\u4e00" <= char <= "\u9fff" for char in record.name.zh), record.id
            assert record.name.en.isascii() or "’" in record.name.en or "–" in record.name.en, record.id


def test_departments_are_those_of_the_clause(shipped):
    """Chengwu and Yangquan print who answers for a clause."""
    pension = next(figure for figure in shipped.by_place["chengwu"] if figure.indicator == "pension_coverage")
    toilets = next(figure for figure in shipped.by_place["yangquan"] if figure.indicator == "sanitary_toilets_rebuilt")
    assert shipped.departments(pension) == ("县人力资源社会保障局", "县医疗保障局")
    assert shipped.departments(toilets) == ("市农业农村局", "市卫健委", "市住建局")


def test_every_figure_of_a_document_has_a_clause_and_its_printed_form(stated):
    """No figure without its place in the text."""
    assert [figure for figure in stated if not figure.locator or not figure.printed] == []


def test_the_longest_quotation_is_a_figure(shipped):
    """No sentence of a document is in the table: what is printed of a figure is a few characters."""
    assert max(len(figure.printed) for figure in shipped.figures) <= 20


def test_the_table_loads_without_fault(published):
    """No error and no warning in what is shipped."""
    assert [item.line() for item in published.diagnostics if item.severity != "note"] == []
