"""One place on one page, in sentences and tables."""

from functools import cache

import pytest

from helpers import (
    beside_components,
    beside_peers,
    check_identities,
    coverage,
    emphasis_of,
    growth_table,
    judge_ambition,
    load_actuals,
    load_codings,
    load_identities,
    load_plans,
    load_targets,
    load_upper_targets,
    profile,
    unquantified,
)
from helpers.telling.phrases import language_of


@cache
def parts_of(place):
    every, targets, actuals, plans = load_targets(), load_targets(places=place), load_actuals(), load_plans()
    others = (load_upper_targets(all_statuses=True), load_actuals(all_statuses=True), load_identities(), plans)
    judged = judge_ambition(every, every, (plans, actuals, load_upper_targets()), load_codings("graded"))
    own = str(targets["place"].iloc[0])
    return targets, {
        "position": beside_peers(growth_table(every, actuals), own),
        "emphasis": emphasis_of(every, own),
        "ambition": beside_components(judged.components, own),
        "checks": check_identities(targets, *others),
        "gaps": unquantified(coverage(every), [own]),
    }


def tell(place, language):
    targets, parts = parts_of(place)
    return profile.answer(targets, parts, language, place)


def test_the_answer_counts_targets_growth_checks_and_gaps():
    told = tell("兰州", "en")
    assert "The plan of Lanzhou states 107 quantified targets for 55 indicators in 14 sectors" in told
    assert "35 for 2024, 38 for 2025 and 34 for 2026" in told
    assert "By commitment: 107 plainly stated." in told
    assert "(1 to 2 each): 4, of which above all of theirs 2, below 1." in told
    assert "one stands out whether targets or aims are counted: health (9 of its 107 targets" in told
    assert "Of the 6 components of ambition, the horizon apart, 5 are known and 5 can be set beside those of" in told
    assert "Checks of its numbers: 64; contradictions 1, tight 3" in told


@pytest.mark.parametrize("place", ["乌海", "长治", "菏泽", "兰州", "万盛"])
def test_the_answer_is_whole_in_either_language(place):
    for language in ("en", "zh"):
        told = tell(place, language)
        assert not set("{}") & set(told)
        assert (language_of(told) == "zh") == (language == "zh")


def test_what_contradicts_in_upper_documents_is_not_laid_to_the_place():
    assert "Contradictions in documents of its province: 2." in tell("兰州", "en")
    assert "province" not in tell("乌海", "en")


def test_a_place_without_peers_is_told_so_in_both_languages():
    assert "None of its growth rates" in tell("万盛", "en")
    assert "没有可与其他地区并列的增速" in tell("万盛", "zh")


def test_a_place_without_a_plan_gets_a_plain_sentence():
    nothing = load_targets(places="兰州").iloc[:0]
    assert profile.answer(nothing, {}, "en", "北渡") == "No plan of 北渡 is in the table."


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", ["乌海", "长治", "菏泽", "兰州", "万盛"])
def test_every_target_is_on_the_page(place, language):
    targets = load_targets(places=place)
    table = profile.table_of_profile(targets, language)
    assert set(table.iloc[:, -1]) == set(targets["target_id"])
    assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|<NA>")).to_numpy().any()
