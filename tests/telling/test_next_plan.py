"""What figures of a next plan would mean, in sentences and tables."""

import pytest
from frames import facts, targets

from helpers import (
    against_own_targets,
    agreement_of_candidates,
    candidate_figures,
    find_place,
    load_actuals,
    load_identities,
    load_plans,
    load_targets,
    load_upper_targets,
    next_plan,
    next_plan_agreement,
    next_plan_tables,
    paces,
    starting_point,
    wording_of_peers,
)


def read(place, code="services_value_added", language="en", year=2030, table=None, known=None, **asked):
    table = load_targets(indicators=code) if table is None else table
    known = load_actuals() if known is None else known
    where = find_place(place, load_targets() if place != "临溪市" else table)
    start = starting_point(table, known, where["place"], code)
    found = paces(table, known, load_upper_targets(), start, where["province"])
    options = candidate_figures(start, found, year, **asked)
    worded = wording_of_peers(table, start)
    own = against_own_targets(table, options, start, year)
    text = next_plan.answer(table, start, found, options, worded, year, language, fewest=5, own=own)
    rows = next_plan.table_of_candidates(table, start, found, options, own, language)
    return text, rows, next_plan_tables.table_of_paces(table, start, found, language), start, worded


def test_the_answer_says_where_it_starts_what_paces_lead_to_and_proposes_nothing():
    text = read("乌海")[0]
    assert text.startswith("The starting point for value added of services in Wuhai is 24.99 billion yuan in 2023.")
    assert "A census has put the series on a new statistical basis since 2023" in text
    assert "The targets of 2 other places ask for 5.6% to 5.7% a year" in text
    assert "Fewer than 5 peers are too few for a percentile" in text
    assert "3 of the 4 figures miss a target that the place has set for the same quantity" in text
    assert text.endswith("None of these figures is the right one; the page shows what each would mean.")


@pytest.mark.parametrize(("language", "word"), [("en", "No value is reported for"), ("zh", "没有实际值")])
def test_a_place_without_a_value_gets_a_plain_sentence(language, word):
    text, rows, *_ = read("北京", language=language)
    assert word in text
    assert rows.empty


def test_a_year_that_has_gone_is_said():
    said = "The year 2020 does not lie after the base year 2023: there is nothing to grow to."
    assert read("乌海", year=2020)[0] == said


def test_words_that_no_pair_leads_are_not_called_the_most_frequent():
    assert "in 2 ways, none more often than all others" in read("兰州", "services_value_added_share_gdp")[0]
    assert "All 4 targets of the peers are worded as “about, stated”" in read("乌海")[0]


def agreed(place, language, code="services_value_added", candidates=None):
    every, actuals, upper = load_targets(), load_actuals(), load_upper_targets()
    table, where = load_targets(indicators=code), find_place(place, every)
    start = starting_point(table, actuals, where["place"], code)
    options = candidate_figures(start, paces(table, actuals, upper, start, where["province"]), 2030,
                                candidates=candidates)  # fmt: skip
    tables = {"upper": upper, "actuals": actuals, "identities": load_identities(), "plans": load_plans()}
    found = agreement_of_candidates(every, tables, start, options, 2030)
    told = next_plan_agreement.say_agreement(every, options, found, language)
    return told, next_plan_agreement.table_of_agreement(start, found, language)


def test_contradictions_with_other_targets_are_told_with_their_arithmetic():
    told, table = agreed("兰州", "en")
    assert "each of the figures (4) contradicts at least one of them" in told
    assert "108 billion yuan ÷ 242.2 billion yuan = 44.59%, but 44% is stated" in told
    assert not table["Id"].str.contains("candidate").any()
    assert table["Class"].iloc[0] == "contradicts"
    assert "4个数值均至少与其中一项矛盾" in agreed("兰州", "zh")[0]


def test_a_place_whose_other_targets_join_nothing_gets_a_sentence():
    assert "none of the 4 figures contradicts any" in agreed("乌海", "en")[0]
    assert agreed("乌海", "en", candidates=[])[0] == ""
    assert agreed("乌海", "zh", "retail_sales", [9e9])[0] in ("", "本地区没有可与这些数值核对的其他目标。")


def test_each_candidate_stands_beside_peers_past_upper_levels_and_own_targets():
    rows = read("菏泽", candidates=[300e9])[1]
    [row] = rows.to_dict("records")
    assert row["Candidate"] == "300 billion yuan"
    assert row["Among peers"] == "faster than 0 of 2 peers"
    assert row["Beside province and nation"] == "-1.1 points from Shandong"
    assert row["Beside its own targets"] == (
        "≥ 6% real growth a year, 2024–2025: on another price basis, not comparable; "
        "misses ≈ 250 billion yuan, 2025: passes 244 billion yuan"
    )


def test_a_share_beyond_the_whole_is_called_impossible():
    more = {"measure": "share", "unit": "%", "indicator_code": "nursing_beds_share", "price_basis": ""}
    table, known = targets(more), facts({"year": 2024, "value": 90.0} | more)
    rows = read("临溪市", "nursing_beds_share", table=table, known=known, candidates=[99, 101])[1]
    assert [("impossible" in said) for said in rows["Computed from"]] == [False, True]
    assert rows["Needed a year"].iloc[0] == "1.5 points"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("place", ["乌海", "兰州", "菏泽", "长治", "万盛", "北京"])
@pytest.mark.parametrize("code", ["services_value_added", "services_value_added_share_gdp", "tourist_visits"])
def test_the_tables_hold_nothing_unsaid(place, code, language):
    text, rows, known, _, worded = read(place, code, language)
    assert text
    for table in (rows, known, next_plan_tables.table_of_wording(worded, language)):
        assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()
