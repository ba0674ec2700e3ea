"""Sentences and tables of how fast something must grow."""

import pandas as pd
import pytest
from frames import many_places, same_facts, targets
from sentences import count_sentences

from helpers import growth, growth_table, implied_bases, incomparable, load_actuals, load_targets, sudden_steps
from helpers.telling.growth import say_percent


def read(**asked):
    targets = load_targets(**asked)
    return targets, growth_table(targets, load_actuals())


@pytest.mark.parametrize(
    ("rate", "said"), [(6.25, "6.3%"), (6.0, "6%"), (0.0, "0%"), (-0.04, "0%"), (45.0, "45%"), (1.05, "1.1%")]
)
def test_a_rate_is_said_to_one_decimal_rounded_half_up(rate, said):
    assert say_percent(rate, "en") == said


def test_the_answer_names_rates_price_bases_and_years():
    answer = growth.answer(*read(), "en")
    assert "constant prices" in answer
    assert "current prices" in answer
    assert "Wuhai at least 6% a year, 2025–2027" in answer
    assert "value added of services must grow (current prices): Wuhai 8.3% a year, 2023–2027; Lanzhou" in answer


def test_one_sentence_of_the_answer_never_mixes_real_and_nominal_growth():
    real = {"measure": "growth_rate", "unit": "%", "value": 5.0, "price_basis": "real", "period": "by"}
    nominal = real | {"place": "白鹭市", "place_en": "Bailu", "plan_id": "bailu-2025", "price_basis": "nominal"}
    third = real | {"place": "青岚县", "place_en": "Qinglan", "plan_id": "qinglan-2025", "value": 6.0}
    table = targets(real, nominal | {"value": 9.0}, third)
    told = growth.answer(table, growth_table(table, load_actuals()), "en")
    assert "plans state growth (constant prices): Qinglan 6% in 2025; Linxi 5% in 2025." in told
    assert "9%" not in told


def test_many_places_are_said_as_a_span_and_not_named():
    table = many_places(30)
    told = growth.answer(table, growth_table(table, same_facts(table, load_actuals())), "en")
    assert "30 places state growth of" in told
    assert "City 1" not in told
    assert count_sentences(told) <= 3


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("places", [None, "乌海", "万盛"])
def test_the_answer_is_one_to_three_sentences(language, places):
    assert 1 <= count_sentences(growth.answer(*read(places=places), language)) <= 3


def test_a_place_that_lacks_what_is_asked_for_gets_a_plain_sentence():
    targets, rates = read(places="万盛", indicators="retail_sales")
    assert growth.answer(targets, rates, "en", "Wansheng") == (
        "No plan states or implies growth for what was asked: Wansheng."
    )


def test_real_and_nominal_growth_of_an_indicator_stand_in_groups_of_their_own():
    _, rates = read()
    groups = growth.compared(rates).groupby(["indicator_code", "price_basis"])["place"].nunique()
    assert (groups >= 2).all()
    assert {"real", "nominal"} <= set(groups.loc["services_value_added"].index)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_leave_out_no_row(language):
    targets, rates = read()
    left, bases, sudden = incomparable(targets, rates), implied_bases(targets, load_actuals()), sudden_steps(rates)
    for table, source in (
        (growth.table_of_growth(targets, rates, language), rates),
        (growth.table_of_incomparable(targets, left, language), left),
        (growth.table_of_bases(targets, bases, language), bases),
        (growth.table_of_sudden(targets, sudden, language), sudden),
    ):
        assert len(table) == len(source)
        assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()


def test_tables_of_nothing_have_their_columns():
    targets, rates = read(places="万盛", indicators="retail_sales")
    assert isinstance(growth.table_of_growth(targets, rates, "zh"), pd.DataFrame)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Value added of services in Wuhai: growth of at least 6% a year (constant prices)"),
        ("zh", "乌海市服务业增加值年增速：不低于6%（不变价）"),
    ],
)
def test_the_title_names_a_place_that_stands_alone(language, said):
    targets, rates = read(places="乌海", indicators="services_value_added")
    shown = growth.compared(rates, minimum=1)
    assert growth.title_of_growth(shown, growth.names_of(targets, language), language) == said


def test_the_answer_for_one_place_speaks_of_what_it_states_most_about():
    answer = growth.answer(*read(places="乌海"), "en")
    assert answer.startswith("For value added of services, plans state growth (constant prices): Wuhai at least 6%")


@pytest.mark.parametrize(
    ("levels", "points", "said"),
    [
        ((100, 110, 121), 10, "No series of yearly levels changes its pace by 10 points or more"),
        ((100, 130, 132), 10, "Retail sales of consumer goods changes its pace by 10 points or more"),
    ],
)
def test_the_title_of_a_single_series_says_whether_its_pace_changes(levels, points, said):
    table = targets(*({"value": float(value), "target_year": 2025 + n} for n, value in enumerate(levels)))
    rates = growth_table(table, load_actuals())
    assert growth.title_of_steps(rates, sudden_steps(rates, points), "en", points).startswith(said)


def test_the_series_that_are_drawn_are_those_whose_pace_changes_most():
    rows = [
        {"value": value, "target_year": 2025 + n, "indicator_code": code, "plan_id": f"{code.replace('_', '-')}-2025"}
        for code, values in (("retail_sales", (100.0, 110.0, 121.0)), ("tourism_revenue", (100.0, 150.0, 151.0)))
        for n, value in enumerate(values)
    ]
    steps = growth.steps_of(growth_table(targets(*rows), load_actuals()))
    assert set(growth.most_changing(steps, 1)["indicator_code"]) == {"tourism_revenue"}
    assert len(growth.most_changing(steps, 5)) == len(steps) == 4
