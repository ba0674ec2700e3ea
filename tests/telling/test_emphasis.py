"""Sentences and tables of where the emphasis is."""

import pandas as pd
import pytest
from sentences import count_sentences

from helpers import (
    bodies,
    changed_verdicts,
    count_once,
    count_totals,
    emphasis,
    emphasis_tables,
    load_plans,
    load_targets,
    location_quotients,
    mark_money,
    money_sums,
    name_bodies,
    of_sectors,
    promises,
    sector_shares,
    similarities,
)
from helpers.telling import emphasis_titles


def told(language="en", *, places=None, sectors=None, count="targets", table=None, beside="", **asked):
    targets = load_targets(places=places, **asked) if table is None else table
    names = promises.place_names(load_targets(places=places) if table is None else table, language)
    quotients = of_sectors(location_quotients(sector_shares(count_once(targets, count))), sectors)
    changed = of_sectors(changed_verdicts(targets), sectors)
    return emphasis.answer(
        quotients, changed, names, language, totals=count_totals(targets, sectors), count=count, asked="so much",
        sectors=sectors, plans=load_plans(), beside=beside,
    )  # fmt: skip


def test_the_answer_names_what_stands_out_with_counts_and_what_chance_gives():
    text = told()
    assert "298 targets for 234 aims in 21 sectors" in text
    assert "information services in Heze (7 of 20 targets, 4.2 times the pooled share)" in text
    assert "3 shares stand out" in text
    assert "Of the 80 shares that are compared, about 1.5 would stand out by chance alone;" in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "asked",
    [{}, {"places": "乌海"}, {"places": ["Heze", "Lanzhou"], "years": 2026}, {"sectors": ["finance", "aviation"]}],
)
def test_the_answer_is_one_to_three_sentences(language, asked):
    assert 1 <= count_sentences(told(language, **asked)) <= 3


def test_the_section_has_the_intervals_and_what_stands_out_by_one_way_of_counting_only():
    targets = load_targets()
    names = promises.place_names(targets, "en")
    text = emphasis.say_intervals(changed_verdicts(targets), names, "en")
    assert "information services in Heze (4.2, 95% interval 2 to 6.7)" in text
    assert "4 more stand out by only one of the two ways of counting" in text
    assert emphasis.say_intervals(changed_verdicts(targets.iloc[:0]), names, "en") == ""


def test_a_comparison_with_named_places_takes_the_place_of_that_with_the_pool():
    text = told(places="乌海", beside="Against Heze nothing stands out.")
    assert text.endswith("culture and tourism (9 of 70). Against Heze nothing stands out.")
    assert "compared with nothing" not in text


def test_the_answer_points_to_remarks_on_texts_that_stand_out():
    assert "; the table of plans has remarks on the texts of Changzhi, Heze and Lanzhou." in told()


def test_counted_as_aims_the_same_shares_stand_out():
    text = told(count="aims")
    assert "7 of 19 aims, 4.3 times" in text
    assert "3 shares stand out" in text


def test_the_answer_is_told_in_chinese_without_spaces_between_sentences():
    text = told("zh")
    assert "菏泽市的信息服务（20项目标中的7项，为合计占比的4.2倍）" in text
    assert "。 " not in text


def test_one_place_alone_is_compared_with_nothing_and_told_by_its_largest_sectors():
    text = told(places="乌海")
    assert "One place alone is compared with nothing" in text
    assert "logistics (11 of 70), finance (10 of 70) and culture and tourism (9 of 70)" in text
    assert "by chance" not in text


def test_sectors_that_have_as_many_targets_are_all_named_or_none():
    text = told(places="乌海", years=2026)
    assert text.count("(1 of 5)") == 5, "five sectors have one target each"


def test_too_few_targets_to_compare_are_said_to_be_too_few():
    text = told(places=["Wuhai", "Lanzhou"], years=2027, sectors=["sports"])
    assert "stand out" not in text


def test_a_place_without_what_is_asked_is_named_and_nothing_found_is_a_plain_sentence():
    text = told(places=["Heze", "Lanzhou", "Wuhai"], years=2026)
    assert "; nothing of what was asked is stated in Heze." in text
    assert told(places="Heze", years=2030) == "No plan in the table states a target for what was asked: so much."


def test_one_target_and_one_aim_are_said_in_the_singular():
    assert "states one target for one aim in one sector" in told(places="万盛", indicators="finance_value_added")
    assert "提出1项目标，涉及1项指标、1个行业" in told("zh", places="万盛", indicators="finance_value_added")


def test_a_sector_that_nobody_has_is_named():
    text = told(places=["Heze", "Wuhai"], sectors=["finance", "aviation"])
    assert "; no plan states a target in aviation." in text
    assert "10 targets for" in text


def test_no_more_than_chance_gives_is_said_to_be_no_more():
    assert "by chance alone, and no more do." in told(sectors=["finance"])


def test_more_places_than_can_be_named_are_counted():
    table = load_targets(places="Heze")
    copies = [
        table.assign(place=f"第{n}市", place_en=f"City {n}", adcode=f"99{n:02d}00", plan_id=f"city-{n}",
                     target_id=table["target_id"] + f"-{n}")
        for n in range(8)
    ]  # fmt: skip
    text = told(table=pd.concat(copies, ignore_index=True))
    assert "The 8 plans of 8 places" in text
    assert "No share of a sector stands out" in text, "eight equal plans have no emphasis"


@pytest.mark.parametrize(("share", "said"), [(0, "0%"), (0.123, "12%"), (0.0123, "1.2%"), (1, "100%"), (0.355, "36%")])
def test_a_share_is_said_to_two_figures(share, said):
    assert emphasis.say_share(share, "en") == said


def test_an_end_of_an_interval_is_never_said_to_be_one_when_it_is_not():
    assert emphasis.say_limit(1.004, "en") == "1.004"
    assert emphasis.say_limit(1.0, "en") == "1"
    assert emphasis.say_quotient(1.004, "en") == "1"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", ["targets", "aims"])
def test_the_tables_leave_out_no_row_and_show_no_missing_value(language, count):
    targets = load_targets()
    names = promises.place_names(targets, language)
    counted = mark_money(count_once(targets, count))
    quotients, changed = location_quotients(sector_shares(counted)), changed_verdicts(targets)
    pairs, sums, named = similarities(sector_shares(counted)), money_sums(mark_money(targets)), name_bodies(counted)
    for table, rows in (
        (emphasis_tables.table_of_quotients(quotients, names, language), len(quotients)),
        (emphasis_tables.table_of_changed(changed, names, language), len(changed)),
        (emphasis_tables.table_of_sums(sums, names, language), len(sums)),
        (emphasis_tables.table_of_money(counted, names, language), counted["money"].sum()),
        (emphasis_tables.table_of_similarity(pairs, names, language), 10),
        (emphasis_tables.table_of_no_industry(targets, names, language), 37),
        (bodies.table_of_bodies(named, names, language), named["body"].nunique()),
    ):
        assert len(table) == rows
        assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()


def test_the_title_of_shares_of_many_places_counts_where_a_sector_is_the_largest():
    targets = load_targets()
    names = promises.place_names(targets, "en")
    title = emphasis_titles.title_of_shares(sector_shares(count_once(targets)), names, "en", "targets")
    assert title == "Of single sectors, culture and tourism has the largest share of targets in 2 of 5 places"


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            ["乌海", "菏泽"],
            "Single sector with the largest share of targets. Wuhai: logistics (16%); Heze: information services (35%)",
        ),
        ("乌海", "Of single sectors, logistics has the largest share of Wuhai's targets (16%)"),
        (
            "万盛",
            (
                "Of single sectors, culture and tourism and elderly care have the largest shares of Wansheng's targets "
                "(10% each)"
            ),
        ),
    ],
)
def test_the_title_of_shares_of_a_few_places_names_them(places, said):
    targets = load_targets(places=places)
    names = promises.place_names(targets, "en")
    assert emphasis_titles.title_of_shares(sector_shares(count_once(targets)), names, "en", "targets") == said


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (["apart", "apart"], "All 2 pairs of places are"),
        (["apart", "as_chance"], "1 of 2 pairs of places is"),
        (["as_chance", "as_chance"], "No pair of places is"),
    ],
)
def test_the_title_of_similarity_says_how_many_pairs_are_apart(verdicts, said):
    pairs = pd.DataFrame({"place": ["a", "a"], "other": ["b", "c"], "overlap": [0.3, 0.4], "verdict": verdicts})
    assert emphasis_titles.title_of_similarity(pairs, {}, "en", "targets").startswith(said)


def test_shares_of_some_sectors_are_said_to_be_shares_of_all_targets():
    targets = load_targets()
    names = promises.place_names(targets, "en")
    shares = of_sectors(sector_shares(count_once(targets)), "finance")
    title = emphasis_titles.title_of_shares(shares, names, "en", "targets")
    assert title == "Finance: from 0% of the targets in Heze to 14% in Wuhai"
    below = emphasis_titles.subtitle_of_shares(shares, "en", "targets")
    assert "272 of 298 targets are in sectors that were not asked for" in below


def test_the_count_of_bodies_says_what_names_none():
    targets = load_targets()
    names = promises.place_names(targets, "en")
    counted = count_once(targets)
    named = name_bodies(counted)
    title = bodies.title_of_bodies(counted, named, "en", "targets")
    assert title == "Bodies for commerce are named for the most targets: 58 of the 194 that name any"
    below = bodies.subtitle_of_bodies(counted, named, names, "en", "targets")
    assert "104 of 298 targets name none (all of Wuhai)." in below
    assert "vocabulary does not know" not in below
    assert list(bodies.count_bodies(counted, named).columns) == sorted(names), "a place that names none has a column"
