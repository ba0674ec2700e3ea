"""How firmly targets are worded, what plans leave out, and where every figure stands."""

import pytest

from helpers import (
    coverage,
    load_targets,
    promise_tables,
    promises,
    unmapped,
    unquantified,
)


def read(language="en", **asked):
    targets = load_targets(**asked)
    return targets, promises.place_names(targets, language)


def test_commitment_is_told_in_counts_that_add_up():
    targets, _ = read()
    assert promise_tables.say_commitment(targets, "en") == (
        "Of all 298 targets, the wording guarantees 4, states 261 and strives for 33."
    )
    assert promise_tables.title_of_commitment(targets, "zh") == "298项目标中，力争类33项，约束性4项"


def test_the_answer_says_how_firmly_targets_are_worded():
    text = promises.answer(read(places="Heze")[0], coverage(read(places="Heze")[0]).assign(places=1), "en")
    assert "Of all 20 targets, the wording guarantees 0, states 18 and strives for 2." in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_of_coverage_leads_to_every_target_with_an_indicator(language):
    targets, names = read(language)
    covered = coverage(targets)
    table = promise_tables.table_of_coverage(targets, covered, names, language)
    ids = [one for found in table.iloc[:, -1] for one in found.split(", ")]
    assert sorted(ids) == sorted(targets.loc[targets["indicator_code"] != "", "target_id"])
    assert len(table) == len(covered)
    assert table.iloc[0, 0] == {"en": "Value added of services", "zh": "服务业增加值"}[language]


def test_what_a_place_leaves_out_is_counted_and_leads_to_the_others_targets():
    targets, names = read()
    gaps = unquantified(coverage(targets), list(names))
    table = promise_tables.table_of_left_out(gaps, names, "en").set_index("Place")
    assert table["Left out"].sum() == len(gaps)
    heze_ids = set(table.loc["Heze"].iloc[-1].split(", "))
    assert heze_ids
    assert not any(one.startswith("heze") for one in heze_ids)


def test_every_target_says_where_its_year_was_read():
    targets, names = read()
    table = promise_tables.table_of_year_sources(targets, names, "en")
    assert list(table["Place"]) == list(names.values())
    assert table.iloc[:, 1:].to_numpy().sum() == len(targets)


def test_targets_that_fit_nowhere_say_what_they_lack():
    targets, names = read()
    codes = targets["indicator_code"].astype("str")
    rest = unmapped(targets.assign(indicator_code=codes.where(targets.index > 0, "")))
    table = promise_tables.table_of_unmapped(rest, names, "en")
    assert len(table) == len(rest)
    assert table["Without"].iloc[0] == "a canonical indicator and a section of GB/T 4754-2017"


def test_tables_of_nothing_have_their_columns():
    targets, names = read(places="Heze", years=2030)
    covered = coverage(targets)
    for table in (
        promise_tables.table_of_coverage(targets, covered, names, "en"),
        promise_tables.table_of_left_out(unquantified(covered, list(names)), names, "en"),
        promise_tables.table_of_year_sources(targets, names, "en"),
        promise_tables.table_of_unmapped(unmapped(targets), names, "en"),
    ):
        assert table.empty
        assert len(table.columns) >= 4


def test_more_places_than_can_be_named_are_counted():
    assert promises.say_places(["A", "B"], "en") == "A and B"
    assert promises.say_places(list("ABCDEFG"), "en") == "7 places"
