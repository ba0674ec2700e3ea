"""Sentences and tables of how fast something must grow."""

import pandas as pd
import pytest

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
    assert "Wuhai 8.3% a year needed, 2023–2027" in answer


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
        ("en", "Value added of services in Wuhai: growth of 6% a year (constant prices)"),
        ("zh", "乌海市服务业增加值年增速为6%（不变价）"),
    ],
)
def test_the_title_names_a_place_that_stands_alone(language, said):
    targets, rates = read(places="乌海", indicators="services_value_added")
    shown = growth.compared(rates, minimum=1)
    assert growth.title_of_growth(shown, growth.names_of(targets, language), language) == said


def test_the_answer_for_one_place_speaks_of_what_it_states_most_about():
    answer = growth.answer(*read(places="乌海"), "en")
    assert answer.startswith("For value added of services, plans state growth (constant prices): Wuhai at least 6%")
