"""Sentences and tables of what is due and met."""

import pytest
from frames import facts, plans, targets

from helpers import (
    actuals_wanted,
    by_body,
    find_date,
    load_actuals,
    load_plans,
    load_targets,
    progress,
    progress_of_trend,
    progress_since_plan,
    tracking,
    tracking_list,
)
from helpers.telling.progress import LISTS, say_share_of_pace

DAY = find_date("2026-11-25")


def read(day=DAY, known=None, made=None, table=None, **asked):
    table = load_targets(**asked) if table is None else table
    known, made = load_actuals() if known is None else known, load_plans() if made is None else made
    items = tracking_list(table, known, made, day)
    return table, items, progress_since_plan(table, known, made, day), progress_of_trend(table, known, day)


def told(language, *parts, asked=""):
    return progress.answer(*parts[1:], DAY, language, years=5, asked=asked)


def test_the_answer_counts_dates_grades_and_paces_and_says_why_most_is_unknown():
    answer = told("en", *read())
    assert answer.startswith("As of 2026-11-25, 298 targets have 317 due dates")
    assert "231 have passed, 48 fall in the rest of this year (0 of them this month, 48 this quarter) and 38" in answer
    assert "No target whose day has passed can be graded; the commonest reason is that no value" in answer
    assert "says what the plan started from and nothing of its effect" in answer


def test_grades_are_counted_where_there_are_any():
    table = targets({}, {"value": 50.0}, {"value": 200.0}, {"target_year": 2027})
    known = facts({"year": 2025, "value": 100.0})
    answer = told("en", *read(known=known, made=plans(), table=table))
    assert "3 can be graded: excellent 1, good 1 and below target 1; for 0 no grade is possible" in answer


def test_a_place_that_lacks_what_is_asked_for_gets_a_plain_sentence():
    parts = read(places="万盛", indicators="retail_sales")
    assert told("en", *parts, asked="Wansheng") == (
        "No plan in the table states a target for what was asked: Wansheng."
    )
    assert "万盛" in told("zh", *parts, asked="万盛")


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(94.6, "94.6%"), (95.2, "95%"), (59.8, "59.8%"), (60.1, "60%"), (-0.3, "-0.3%"), (112.4, "112%")],
)
def test_a_ratio_is_never_rounded_into_another_class(ratio, said):
    assert say_share_of_pace(ratio, "en") == said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_parts_of_the_tracking_list_hold_every_item_once(language):
    table, items, *_ = read()
    parts = [tracking.table_of_tracking(table, items, language, part) for part in LISTS]
    assert sum(map(len, parts)) == len(items)
    assert not any(part.astype(str).isin(["nan", "None", "<NA>", "NaT"]).to_numpy().any() for part in parts)
    assert tracking.counted_line(items, "overdue", "en") == "Overdue (231)"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_grade_and_pace_of_every_target_stand_side_by_side(language):
    table, items, since, trend = read()
    every = tracking.table_of_assessment(table, items, since, trend, language, assessed_only=False)
    some = tracking.table_of_assessment(table, items, since, trend, language)
    assert len(every) == len(table)
    assert len(some) == (trend["class"] != "").sum()
    assert not every.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()


def test_a_fall_from_beyond_the_target_is_not_told_as_a_share_of_a_pace():
    table, items, since, trend = read(places="长治", indicators="services_value_added_share_gdp")
    said = tracking.table_of_assessment(table, items, since, trend, "en")["Trend of the latest years"].iloc[0]
    assert said == "deterioration: the value of 2019 lay beyond the target; -7.7% a year since, 2019–2023"


def test_a_grade_says_its_distance_year_and_what_decided_it():
    known = facts({"year": 2025, "value": 99.5, "estimate": "true"})
    table, items, since, trend = read(
        known=known, made=plans(), table=targets({"operator": "approx", "figure": "100元左右"})
    )
    said = tracking.table_of_assessment(table, items, since, trend, "en")["Grade in the due year"].iloc[0]
    decided = "short of a figure stated as an about, within what that may reach; the value is an estimate"
    assert said == f"good (-0.5% from the target, 2025); {decided}"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_reasons_and_classes_add_up_to_the_targets(language):
    table, items, since, trend = read()
    reasons = tracking.table_of_reasons(items, since, trend, language)
    sums = reasons.iloc[:, 1:].sum()
    graded = items.groupby("target_id")["grade"].agg(lambda grades: (grades != "").any()).sum()
    assert list(sums) == [len(table) - graded, *(len(table) - (pace["class"] != "").sum() for pace in (since, trend))]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_body_and_every_wanted_value_has_its_row(language):
    table, items, *_ = read()
    bodies, wanted = by_body(table, items), actuals_wanted(table, load_plans(), load_actuals())
    assert len(tracking.table_of_bodies(table, bodies, language)) == len(bodies)
    assert len(tracking.table_of_wanted(table, wanted, language)) == len(wanted)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_tables_of_nothing_have_their_columns_and_no_row(language):
    table, items, since, trend = read(places="万盛", indicators="retail_sales")
    wanted = actuals_wanted(table, load_plans(), load_actuals())
    made = [
        *(tracking.table_of_tracking(table, items, language, part) for part in LISTS),
        tracking.table_of_bodies(table, by_body(table, items), language),
        tracking.table_of_assessment(table, items, since, trend, language),
        tracking.table_of_assessment(table, items, since, trend, language, assessed_only=False),
        tracking.table_of_reasons(items, since, trend, language),
        tracking.table_of_wanted(table, wanted, language),
    ]
    assert all(len(one) == 0 and len(one.columns) for one in made)
