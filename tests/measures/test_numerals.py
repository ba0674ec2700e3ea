"""Every figure of a plan is a target or is rejected for a reason."""

import pandas as pd
import pytest
from frames import targets

from helpers import figure_outcomes, load_rejections, load_targets, numerals, promises, without_list
from helpers.vocabulary import phrases, rejection_reasons


def rejected(*reasons, plan_id="linxi-2025", place="临溪市"):
    return pd.DataFrame({"plan_id": plan_id, "place": place, "reason": list(reasons)}, dtype="str")


def test_figures_are_counted_by_what_became_of_them():
    table = targets({"char_start": 1}, {"char_start": 9})
    found = figure_outcomes(table, rejected("date", "date", "name")).set_index("outcome")["count"]
    assert found.to_dict() == {"target": 2, "date": 2, "name": 1}


def test_a_figure_that_governs_two_indicators_is_one_figure():
    table = targets({"char_start": 1}, {"char_start": 1}, {"char_start": None}, {"char_start": None})
    found = figure_outcomes(table, rejected("date")).set_index("outcome")["count"]
    assert found["target"] == 3, "of targets without a place in the text each counts"


def test_a_plan_without_a_list_is_named_and_not_counted():
    table = targets({}, {"place": "白鹭市", "plan_id": "bailu-2025"})
    listed = rejected("date")
    assert set(figure_outcomes(table, listed)["place"]) == {"临溪市"}
    assert without_list(table, listed) == ["白鹭市"]


def test_of_the_shipped_plans_no_figure_is_lost():
    table, listed = load_targets(), load_rejections()
    found = figure_outcomes(table, listed)
    places = table.drop_duplicates(["plan_id", "char_start"])
    assert found["count"].sum() == len(places) + len(listed)
    assert without_list(table, listed) == []


@pytest.mark.parametrize("spelling", ["乌海", "Wuhai", "150300", ["乌海市"]])
def test_rejected_figures_are_found_by_a_place_in_any_spelling(spelling):
    listed = load_rejections(spelling)
    assert set(listed["place"]) == {"乌海市"}
    assert set(listed["reason"]) <= set(rejection_reasons())
    assert len(listed) < len(load_rejections())


def test_a_place_without_a_plan_has_no_rejected_figures():
    assert load_rejections("北京").empty


@pytest.mark.parametrize("reason", sorted(rejection_reasons()))
def test_every_reason_can_be_said(reason):
    assert f"numerals_{reason}" in phrases()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "{total} figures, whatever sectors and years are asked for: {targets} are targets and {rejected} are not",
        ),
        ("zh", "数字表述{total}处（不限所询行业和年份），其中{targets}处为目标，{rejected}处不是"),
    ],
)
def test_the_sentence_says_how_many_numerals_became_targets_and_why_the_others_did_not(language, said):
    table, listed = load_targets(), load_rejections()
    names = promises.place_names(table, language)
    text = numerals.say_outcomes(figure_outcomes(table, listed), [], names, language)
    counted = len(table.drop_duplicates(["plan_id", "char_start"]))
    assert said.format(total=counted + len(listed), targets=counted, rejected=len(listed)) in text


def test_the_tables_hold_every_figure_targets_first():
    table, listed = load_targets(), load_rejections()
    found, names = figure_outcomes(table, listed), promises.place_names(table, "en")
    every, by_place = numerals.table_of_outcomes(found, "en"), numerals.table_of_outcomes_by_place(found, names, "en")
    assert every.iloc[0, 0] == "Target"
    assert every["Figures"].sum() == by_place["Figures"].sum() == found["count"].sum()
    assert (by_place["Became targets"] + by_place["Rejected"] == by_place["Figures"]).all()
    assert list(by_place["Place"]) == list(names.values())


def test_without_any_list_the_sentence_says_so():
    table = targets({})
    nothing = figure_outcomes(table, load_rejections("北京"))
    names = promises.place_names(table, "en")
    text = numerals.say_outcomes(nothing, without_list(table, load_rejections("北京")), names, "en")
    assert text == "Of the figures that are no targets there is no list for Linxi, so theirs are not counted here."
    assert numerals.table_of_outcomes(nothing, "zh").empty
    assert numerals.say_outcomes(nothing, [], names, "zh") == ""
