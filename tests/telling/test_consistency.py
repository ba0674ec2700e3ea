"""Sentences and tables of whether numbers agree."""

import pandas as pd
import pytest

from helpers import (
    check_identities,
    consistency,
    count_unchecked,
    load_actuals,
    load_identities,
    load_plans,
    load_targets,
    load_upper_targets,
    unchecked,
    unchecked_tables,
    vary_about,
)


def read(**asked):
    targets = load_targets(**asked)
    others = (load_upper_targets(all_statuses=True), load_actuals(all_statuses=True), load_identities(), load_plans())
    return targets, check_identities(targets, *others), others


@pytest.fixture(scope="module")
def shipped():
    return read()


def left_of(targets, findings):
    upper, actuals, identities = (load_upper_targets(all_statuses=True), load_actuals(all_statuses=True),
                                  load_identities())  # fmt: skip
    return unchecked(targets, findings, targets, upper, actuals, identities)


def answer(targets, findings, language, asked=""):
    return consistency.answer(targets, findings, left_of(targets, findings), language, asked)


def test_the_answer_counts_the_outcomes_and_writes_the_contradictions_out(shipped):
    targets, findings, _ = shipped
    told = answer(targets, findings, "en")
    assert "allow 92 checks: in 3 they contradict each other" in told
    assert "Lanzhou, producer services share of services, 2024: " in told
    assert "108 billion yuan ÷ ≈ 241 billion yuan = 44.81%, but 44% is stated" in told
    assert "388 million visits (2023) × (1 + 15%) = 446.2 million visits, but 430 million visits is stated" in told
    assert "doubtful copy" in told
    assert "not which of them is wrong" in told


def test_the_answer_is_the_same_in_chinese(shipped):
    targets, findings, _ = shipped
    told = answer(targets, findings, "zh")
    assert "核对92次：3次相互矛盾" in told
    assert "1080亿元 ÷ ≈ 2410亿元 ＝ 44.81%，而所述为44%" in told


def test_the_answer_says_why_most_targets_join_no_other_number(shipped):
    targets, findings, _ = shipped
    told = answer(targets, findings, "en")
    assert "206 of 298 targets join no other number and could not be checked, 154 of them because no identity" in told
    assert "无法核对，其中154项是因为没有恒等关系" in answer(targets, findings, "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_reason_or_none_is_told_in_a_sentence_of_its_own(shipped, language):
    targets = shipped[0].head(2)
    one = pd.DataFrame({"target_id": targets["target_id"], "reason": "no_year"})
    for left in (one, one.iloc[:0]):
        assert not set("{}") & set(unchecked_tables.say_left(targets, left, language))
    assert "year" in unchecked_tables.say_left(targets, one, "en")


def test_a_place_without_contradiction_is_told_so():
    targets, findings, _ = read(places="乌海")
    assert "No two of them contradict each other." in answer(targets, findings, "en")


def test_a_place_that_lacks_what_is_asked_for_gets_a_plain_sentence():
    targets, findings, _ = read(places="万盛", indicators="green_hotels")
    assert answer(targets, findings[findings["target_ids"] != ""], "en", "Wansheng").startswith("No two numbers")


def told(shipped, language, *outcomes):
    targets, findings, _ = shipped
    return consistency.table_of_findings(targets, findings, language, *outcomes)


@pytest.mark.parametrize(
    "arithmetic",
    [
        "121 billion yuan ÷ ≈ 255 billion yuan = 47.45%",
        "≥ 34.4 billion yuan ÷ (1 + ≥6%)^3 = 28.88 billion yuan (2024)",
        "680 − 80 = 600 (2023)",
        "680 (2024) + 100 = 780",
        "≥ 150 − (≥ 10 × 3 years) = 120 (2024)",
        "14,000 ÷ 3.45 per 1000 inhabitants = 4.058 million persons",
        "38 billion yuan → 45 billion yuan → 70 billion yuan: 18.4%, then 55.6% a year",
        "(88.88 billion yuan (2023) × (1 + ≥7%)) ÷ ≥ 35% = 271.7 billion yuan",
        "3 × 2 years = 6",
        "32 billion yuan + 5 billion yuan = 37 billion yuan",
    ],
)
def test_the_arithmetic_is_written_out(shipped, arithmetic):
    assert arithmetic in set(told(shipped, "en")["Arithmetic"])


def test_what_is_implied_stands_beside_the_latest_reported_value(shipped):
    beside = set(told(shipped, "en", "implies")["Held against"])
    assert "latest reported: 24.989 billion yuan (2023); the implied number is 15.6% higher" in beside
    assert "latest reported: 11.638 billion yuan (2017); the implied number is 157.8% higher, 12.6% a year" in beside
    assert "stated: 325 billion yuan, which needs 18.4% a year" in set(
        told(shipped, "en", "contradicts")["Held against"]
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_tables_leave_out_no_row_and_no_word(shipped, language):
    targets, findings, _ = shipped
    left = left_of(targets, findings)
    for table, rows in (
        (told(shipped, language), len(findings)),
        (told(shipped, language, "contradicts", "tight"), 9),
        (unchecked_tables.table_of_unchecked(targets, left, language), len(left)),
        (unchecked_tables.table_of_reasons(count_unchecked(left), language), left["reason"].nunique()),
        (consistency.table_of_identities(findings, language), findings["kind"].nunique()),
    ):
        assert len(table) == rows
        words = table.astype(str)
        assert not words.apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>|[Ii]nf|E\+")).to_numpy().any()


def test_each_finding_shows_its_clauses_as_printed_with_their_sections_and_ids(shipped):
    table = told(shipped, "en", *()).set_index("Id")
    row = table.loc["lanzhou-2024-0da77925, lanzhou-2024-37d026c2, lanzhou-2024-d97d670b"]
    assert row["Clauses as printed"] == "二: 1080 亿元; 二: 2410亿元左右; 二: 44%"
    assert row["Rounding and bounds allow"] == "computed: 44.7% to 44.93%; stated: 43.5% to 44.5%"


def test_a_gap_between_shares_is_told_in_points(shipped):
    gaps = set(told(shipped, "en")["Gap"])
    assert "+0.81 points" in gaps
    assert "+18.2 billion yuan (+5.6%)" in gaps


def test_other_readings_of_about_are_told_in_words(shipped):
    targets, _, others = shipped
    table = consistency.table_of_abouts(vary_about(targets, *others, abouts=(0, 2)), "zh")
    assert list(table.iloc[:, 0]) == ["末位非零数字的0个单位", "末位非零数字的2个单位"]
