"""Sentences and tables of how ambitious each city is."""

import pytest
from cities import judged_cities
from sentences import count_sentences

from helpers import (
    ambition,
    ambition_tables,
    beside,
    growth_beside,
    horizon_by_place,
    judge_ambition,
    load_actuals,
    load_codings,
    load_components,
    load_plans,
    load_targets,
    load_upper_targets,
    rank_ambition,
    rank_tables,
)
from helpers.declarations import commitment_scores
from helpers.telling import ambition_titles
from helpers.telling.ambition_words import place_name, say_difference, say_gap, say_points, say_tenth, say_years
from helpers.telling.phrases import language_of


def read(places=None, **asked):
    targets, every = load_targets(places=places, **asked), load_targets(**asked)
    judged = judge_ambition(targets, every, (load_plans(), load_actuals(), load_upper_targets()), load_codings())
    return targets, judged, rank_ambition(judged, load_components(), draws=200)


@pytest.fixture(scope="module")
def shipped():
    return read()


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.5, "+0.5 points"), (3.0, "+3 points"), (-1.25, "-1.3 points"), (0.04, "0 points"), (5.15, "+5.2 points")],
)
def test_a_difference_is_said_with_its_sign_to_one_decimal(value, said):
    assert say_points(value, "en") == said


@pytest.mark.parametrize(
    ("value", "said"), [(0.5, "0.5 points above"), (-2.68, "2.7 points below"), (0.0, "level with")]
)
def test_a_difference_in_words_says_which_side(value, said):
    assert say_difference(value, "en") == said


def test_a_step_that_is_no_percentage_keeps_its_unit():
    assert say_gap(4.8 - 4.5, "个/千人", "en") == "+0.3 per 1000 inhabitants"
    assert say_gap(-5, "%", "zh") == "-5个百分点"


def test_a_tenth_has_no_zero_behind_its_point():
    assert [say_tenth(value) for value in (2.0, 0.25, -0.01)] == ["2", "0.3", "0"]


def test_provinces_and_the_nation_have_names_in_both_languages():
    assert place_name("山东省", "en") == "Shandong"
    assert place_name("全国", "zh") == "全国"
    assert place_name("临溪市", "en") == "临溪市"


def test_the_answer_names_growth_the_step_above_the_province_ranges_and_their_overlap(shipped):
    answer = ambition.answer(*shipped, "en")
    assert "Wuhai 8.3% a year, 2023–2027, 3 points above its own growth of 2019–2023" in answer
    assert "Heze's target for growth of value added of services to 2025 is 0.5 points above Shandong's" in answer
    assert "3 of 5 places have the same 5 components and can be ranked" in answer
    assert "overlap, so this is no order of merit" in answer


def test_the_answer_in_chinese_says_the_same(shipped):
    answer = ambition.answer(*shipped, "zh")
    for part in (
        "乌海市2023—2027年8.3%，较自身2019—2023年增速高3个百分点",
        "较山东省高0.5个百分点",
        "5个地区中有3个具备相同的5项分项，可以排名",
        "不构成优劣次序",
    ):
        assert part in answer


def test_no_sentence_names_a_winner(shipped):
    answer = ambition.answer(*shipped, "en")
    assert not any(word in answer for word in ("most ambitious", "best", "winner", "because", "leads"))


def test_one_place_is_not_ranked_and_a_sentence_says_why():
    answer = ambition.answer(*read(places="乌海"), "en")
    assert "Nothing is ranked: one place was asked for" in answer
    assert "Wuhai 8.3% a year" in answer


def test_a_place_that_lacks_what_is_asked_for_gets_a_plain_sentence():
    answer = ambition.answer(*read(places="菏泽", sectors="aviation"), "en", "Heze; aviation")
    assert answer == "No plan in the table states a target for what was asked: Heze; aviation."


def test_many_places_are_counted_and_not_named():
    answer = ambition.answer(*judged_cities(30), "en")
    assert "in 30 places" in answer
    assert "30 of 30 places have the same" in answer
    assert "City 1" not in answer
    assert count_sentences(answer) <= 3


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_answer_is_one_to_three_sentences(shipped, language):
    assert 1 <= count_sentences(ambition.answer(*shipped, language)) <= 3


@pytest.mark.parametrize(("overlapping", "key"), [(0, "ranks_none"), (2, "ranks"), (3, "ranks_all")])
def test_the_phrase_of_overlaps_is_for_none_some_or_all(overlapping, key):
    assert ambition.say_overlap("ranks", overlapping, 3) == key


def test_one_point_and_one_year_are_said_in_the_singular():
    assert [say_points(value, "en") for value in (1.0, -1.0, 1.1)] == ["+1 point", "-1 point", "+1.1 points"]
    assert say_difference(-1.0, "en") == "1 point below"
    assert [say_years(value, "en") for value in (1.0, 2.5)] == ["1 year", "2.5 years"]


def test_the_title_of_the_past_counts_none_one_and_several(shipped):
    targets, judged, _ = shipped
    names = {place: place for place in targets["place"]}
    known = judged.past[judged.past["reason"] == ""].head(2)
    titles = [
        ambition_titles.title_of_past(known.assign(difference=values), names, "en")
        for values in ([-1.0, -2.0], [1.0, -2.0], [1.0, 2.0])
    ]
    assert titles[0].startswith("None of 2 rates asks")
    assert titles[1].startswith("1 of 2 rates asks")
    assert titles[2].startswith("2 of 2 rates ask ")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_score_of_the_lexicon_has_its_reason_in_the_page_s_language(language):
    table = rank_tables.table_of_reasons(language)
    reasons = table[{"en": "Reason", "zh": "原因"}[language]]
    assert len(table) == len(commitment_scores())
    assert all(language_of(reason) == language for reason in reasons)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_leave_out_no_row(shipped, language):
    targets, judged, ranked = shipped
    upper = load_upper_targets()
    rates = growth_beside(targets, upper)
    tables = [
        (ambition_tables.table_of_components(targets, judged, language), len(judged.components)),
        (ambition_tables.table_of_past(targets, judged.past, language), len(judged.past)),
        (ambition_tables.table_of_peers(targets, targets, judged.peers, language), len(judged.peers)),
        (ambition_tables.table_of_upper(targets, judged.gaps, language), len(judged.gaps)),
        (ambition_tables.table_of_without_upper(targets, judged.without_upper, language), len(judged.without_upper)),
        (ambition_tables.table_of_levels(targets, judged.levels, language), len(judged.levels)),
        (ambition_tables.table_of_commitment(targets, judged.commitment, language), 5 * 6),
        (ambition_tables.table_of_lexicon(load_codings(), language), 9),
        (ambition_tables.table_of_horizons(targets, horizon_by_place(judged.horizons), language), 5),
        (rank_tables.table_of_ranks(targets, ranked, language), 3),
        (rank_tables.table_of_variants(targets, ranked, language), 1 + 4 + 5 + 6),
        (beside.table_of_beside(targets, rates, upper, language), len(rates)),
    ]
    for table, rows in tables:
        assert len(table) == rows
        assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()


def test_a_row_is_either_a_number_with_its_ids_or_a_reason(shipped):
    targets, judged, _ = shipped
    table = ambition_tables.table_of_components(targets, judged, "en")
    assert ((table["Value"] == "") == (table["Reason"] != "")).all()
    assert (table.loc[table["Value"] != "", "Id"] != "").all()


def test_the_document_above_and_the_grade_of_its_source_are_named(shipped):
    targets, judged, _ = shipped
    table = ambition_tables.table_of_upper(targets, judged.gaps, "en")
    row = table[table["Set by"] == "Shandong"].iloc[0]
    assert row["Source"] == "press"
    assert "服务业高质量发展的意见" in row["Document"]
    assert row["Id"] == "heze-2024-7e29a17e, u-0daa423733"


def test_the_lexicon_shows_a_word_s_own_score_only_where_a_coding_has_one():
    table = ambition_tables.table_of_lexicon(load_codings(), "en").set_index(["Commitment", "Word"])
    assert table.loc[("striven for", "力争"), "力争 as hard"] == "1"
    assert table.loc[("striven for", "力争"), "graded"] == "0"


def test_a_rank_that_no_draw_moves_is_said_without_a_range(shipped):
    targets, _, ranked = shipped
    cells = rank_tables.table_of_variants(targets, ranked, "en").iloc[:, 1:].to_numpy().ravel()
    assert any("–" in cell for cell in cells)
    assert all(cell.split("(")[-1].strip(")").split("–") != [cell[0]] * 2 for cell in cells)


def test_tables_of_nothing_have_their_columns():
    targets, judged, ranked = read(places="菏泽", sectors="aviation")
    assert len(rank_tables.table_of_ranks(targets, ranked, "en").columns) == 5
    assert ambition_tables.table_of_upper(targets, judged.gaps, "zh").empty
