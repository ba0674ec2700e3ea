"""The five real plans: the rows shipped, and wherever a plan's text is at hand, every numeral of it."""

from collections import Counter

import pandas as pd
import pytest

from helpers import load_plans, load_targets, paths
from helpers.extraction import texts_at_hand
from helpers.reading.figures import find_numerals
from helpers.table.build import read_rejections, read_statements

PLANS = {plan.plan_id: plan for plan in load_plans().itertuples()}


TEXTS = texts_at_hand(paths.documents())


def text_of(plan_id):
    """The plan's text, known by its hash and not by its name; the test is skipped where it is not at hand."""
    text = TEXTS.get(PLANS[plan_id].sha256)
    if text is None:
        pytest.skip(f"the text of {plan_id} is not at hand; CITY_TARGETS_DOCUMENTS may name its folder")
    return text


def statements_of(plan_id):
    return read_statements(paths.raw() / "statements" / f"{plan_id}.csv")


def rejections_of(plan_id):
    return read_rejections(paths.raw() / "rejected" / f"{plan_id}.csv")


def test_each_plan_has_the_rows_that_two_readings_agreed_on():
    counts = load_targets()["plan_id"].astype("str").value_counts().to_dict()
    assert counts == {
        "lanzhou-2024": 107,
        "wuhai-2025": 70,
        "changzhi-2024": 61,
        "wansheng-2020": 40,
        "heze-2024": 20,
    }


def test_every_row_is_reviewed_and_has_its_place_in_the_text():
    targets = load_targets()
    assert set(targets["review"]) == {"reviewed"}
    assert targets["char_start"].notna().all()


@pytest.mark.parametrize(
    ("plan_id", "figure", "expected"),
    [
        ("wuhai-2025", "344亿元以上", ("services_value_added", "level", "ge", 34_400_000_000, 2027, "plain")),
        ("wuhai-2025", "百亿元", ("tourism_revenue", "level", "ge", 10_000_000_000, 2025, "plain")),
        ("wuhai-2025", "4.5个", ("childcare_places_per_1000", "rate", "eq", 4.5, 2025, "plain")),
        ("wuhai-2025", "持平", ("retail_sales_growth_gap", "gap", "eq", 0, 2027, "plain")),
        ("changzhi-2024", "340万亩", ("farm_trusteeship_area", "level", "eq", 3_400_000, 2024, "binding")),
        ("changzhi-2024", "6%左右", ("retail_sales", "growth_rate", "approx", 6, 2024, "aspirational")),
        ("heze-2024", "2500亿元左右", ("services_value_added", "level", "approx", 250_000_000_000, 2025, "plain")),
        ("heze-2024", "全部", ("primary_care_national_standard", "rate", "eq", 100, 2025, "plain")),
        ("lanzhou-2024", "2260亿元左右", ("retail_sales", "level", "approx", 226_000_000_000, 2026, "plain")),
        ("lanzhou-2024", "1.32亿人次", ("tourist_visits", "level", "ge", 132_000_000, 2026, "plain")),
        ("lanzhou-2024", "持平", ("finance_value_added", "growth_rate", "eq", 0, 2024, "plain")),
        ("wansheng-2020", "翻番", ("above_scale_and_limit_service_firms", "multiple", "eq", 2, 2025, "plain")),
    ],
)
def test_hard_figures_of_the_plans_are_read_right(plan_id, figure, expected):
    rows = load_targets().query("plan_id == @plan_id and figure == @figure")
    columns = ["indicator_code", "measure", "operator", "value", "target_year", "modality"]
    assert [tuple(row) for row in rows[columns].astype(object).to_numpy()] == [expected]


def test_one_figure_for_two_indicators_is_two_rows_at_one_place():
    places = Counter((row.plan_id, row.char_start) for row in load_targets().itertuples())
    assert sorted(count for count in places.values() if count > 1) == [2, 2]


def test_the_slip_of_the_pen_gets_the_code_of_what_was_meant():
    targets = load_targets(indicators="retail_sales")
    assert {"社会消费品零售总额", "社会销售品零售总额"} <= set(targets["indicator"])


def test_firms_counted_with_and_without_trade_are_kept_apart():
    targets = load_targets()
    named = targets[targets["indicator"].str.contains("限")]
    assert "above_scale_service_firms" not in set(named["indicator_code"])


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_figure_stands_in_the_text_where_its_row_says(plan_id):
    text = text_of(plan_id)
    for entry in [*statements_of(plan_id), *rejections_of(plan_id).itertuples()]:
        assert text[entry.char_start : entry.char_end] == entry.figure


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_numeral_of_the_text_is_a_target_or_a_rejected_figure(plan_id):
    text = text_of(plan_id)
    rejected = rejections_of(plan_id)
    targets = {(row.char_start, row.char_end) for row in statements_of(plan_id)}
    spans = [*targets, *zip(rejected["char_start"], rejected["char_end"], strict=True)]
    found = find_numerals(text)
    lost = [(a, b, text[a - 10 : b + 10]) for a, b in found if not any(s <= a and b <= e for s, e in spans)]
    assert not lost
    empty = [span for span in spans if not any(span[0] <= a and b <= span[1] for a, b in found)]
    assert not empty, "a row whose figure holds no numeral"
    both = targets & set(zip(rejected["char_start"], rejected["char_end"], strict=True))
    assert not both


@pytest.mark.parametrize("plan_id", PLANS)
def test_the_words_of_a_statement_stand_near_its_figure(plan_id):
    """Period words are printed in the paragraph that they are said to come from."""
    text = text_of(plan_id)
    for row in statements_of(plan_id):
        start = text.rfind("\n", 0, row.char_start) + 1
        paragraph = text[start : text.find("\n", row.char_end)]
        words = [
            *row.period_clause.split(";"),
            *row.period_sentence.split(";"),
            *row.period_paragraph.split(";"),
            row.baseline,
        ]
        assert all(word in paragraph for word in words), (row.section, row.figure)


def test_target_years_lie_in_the_plan():
    targets = load_targets().merge(pd.DataFrame(PLANS.values()), on="plan_id", suffixes=("", "_plan"))
    years = targets["target_year"]
    assert ((targets["start_year_plan"] <= years) & (years <= targets["end_year"])).all()
