import frames
import pytest
from sentences import count_sentences

from helpers import load_plans, load_targets
from helpers.measures.coverage import coverage, shared_indicators, unquantified
from helpers.telling import promises
from helpers.telling.phrases import say_list


def told(language="en", **asked):
    targets = load_targets(**asked)
    return promises.answer(targets, shared_indicators(coverage(targets), minimum=1), language)


def test_the_answer_counts_plans_targets_and_indicators():
    targets = load_targets()
    text = told()
    assert f"state {len(targets)} quantified targets" in text
    assert f"{targets['indicator_code'].nunique()} different indicators" in text
    assert all(name in text for name in ("Wuhai", "Changzhi", "Heze", "Lanzhou", "Wansheng"))


def test_the_answer_is_told_in_chinese_without_spaces_between_sentences():
    text = told("zh")
    assert "298" in text
    assert "。 " not in text


def test_the_answer_says_how_many_indicators_can_be_compared_and_which_most_places_quantify():
    text = told()
    assert "Two or more places quantify 16 of the indicators, and no indicator is quantified by all" in text
    assert "value added of services and value added of finance (4 of 5 places each)" in text


def test_of_many_indicators_that_all_places_have_a_few_are_named():
    targets = frames.many_places(3)
    text = promises.answer(targets, shared_indicators(coverage(targets), minimum=1), "en")
    assert "Two or more places quantify 62 of the indicators, and all places 62 of them: " in text
    assert text.count(" and 59 more") == 1


def test_places_that_share_no_indicator_are_said_to_share_none():
    targets = frames.targets({}, {"place": "白鹭市", "indicator_code": "tourist_visits", "indicator": "游客"})
    text = promises.answer(targets, shared_indicators(coverage(targets), minimum=1), "en")
    assert "Each of the indicators stands in one place only" in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("places", [None, "乌海", ["兰州", "菏泽"]])
def test_the_answer_is_one_to_three_sentences(language, places):
    assert 1 <= count_sentences(told(language, places=places)) <= 3


def test_one_indicator_or_one_target_is_said_in_the_singular():
    text = told(indicators="services_value_added")
    assert "state 8 quantified targets for one indicator." in text
    assert "The indicator is value added of services, which 4 of 4 places quantify." in text
    assert "states one quantified target for one indicator." in told(places="万盛", indicators="finance_value_added")
    assert "提出1项量化目标，涉及1个指标。" in told("zh", places="万盛", indicators="finance_value_added")


def test_one_place_alone_is_compared_with_nothing():
    text = told(places="Heze")
    assert text.startswith("The plan of Heze states 20 quantified targets")
    assert "quantified by all" not in text


def test_nothing_found_is_a_plain_sentence():
    assert told(places="Heze", sectors="aviation").startswith("No plan in the table states a target")


def test_rows_without_a_canonical_indicator_are_counted_in_the_answer():
    targets = load_targets()
    targets = targets.assign(indicator_code=targets["indicator_code"].astype("str").where(targets.index > 1, ""))
    text = promises.answer(targets, shared_indicators(coverage(targets), minimum=1), "en")
    assert "targets without a canonical indicator, which are compared with nothing: 2." in text


def test_what_was_asked_is_said_in_its_own_words():
    assert promises.say_asked("en", ["乌海", "兰州"], None, 2025) == "乌海, 兰州; 2025"
    assert promises.say_asked("zh", ["乌海", "兰州"], None, 2025) == "乌海、兰州；2025"
    assert promises.say_asked("en", None, None, None) == "all places and sectors and years"


def test_a_list_is_joined_as_in_a_sentence():
    assert say_list(["a", "b", "c"], "en") == "a, b and c"
    assert say_list(["甲", "乙"], "zh") == "甲和乙"
    assert say_list(["a"], "en") == "a"
    assert say_list([], "en") == ""


def test_tables_have_a_row_for_each_gap_target_and_plan():
    targets = load_targets()
    names = promises.place_names(targets, "en")
    gaps = unquantified(coverage(targets), list(names))
    assert len(promises.table_of_gaps(gaps, names, "en")) == gaps["indicator_code"].nunique()
    assert len(promises.table_of_targets(targets, names, "zh")) == len(targets)
    assert promises.table_of_plans(load_plans(), targets, "en")["Targets"].sum() == len(targets)
