"""The facts: one preferred row for each quantity, and figures that fit each other."""

import pytest

from helpers import load_actuals, load_upper_targets
from helpers.vocabulary import indicators


def test_each_quantity_has_one_preferred_row():
    keys = ["adcode", "place", "indicator_code", "measure", "price_basis", "year", "start_year"]
    assert not load_actuals().duplicated(keys).any()


def test_every_fact_that_is_used_names_its_source():
    facts = load_actuals()
    unnamed = facts[(facts["source_url"] == "") & (facts["source_title"] == "")]
    assert unnamed.empty, unnamed[["place", "indicator", "year"]]


def test_a_doubtful_host_alone_never_supports_a_preferred_row_without_a_word():
    facts = load_actuals()
    weak = facts[facts["source_grade"].isin(["repost", "none"])]
    assert (weak["note"] != "").all()


def test_facts_are_in_the_units_of_their_indicators():
    for facts in (load_actuals(all_statuses=True), load_upper_targets(all_statuses=True)):
        levels = facts[facts["measure"].isin(["level", "rate"])]
        for row in levels.itertuples():
            assert row.unit == indicators()[row.indicator_code]["unit"], (row.indicator_code, row.unit)


def test_growth_of_value_added_is_real_and_levels_are_nominal():
    facts = load_actuals(all_statuses=True)
    added = facts[facts["indicator_code"].str.endswith("value_added") | (facts["indicator_code"] == "gdp")]
    assert set(added.loc[added["measure"].isin(["growth_rate", "cagr"]), "price_basis"]) == {"real"}
    assert set(added.loc[added["measure"] == "level", "price_basis"]) == {"nominal"}


def wide(facts):
    levels = facts[facts["measure"] == "level"]
    return levels.pivot_table(index=["place", "year"], columns="indicator_code", values="value", aggfunc="first")


def test_the_three_sectors_add_up_to_gross_domestic_product():
    table = wide(load_actuals())[
        ["gdp", "primary_value_added", "secondary_value_added", "services_value_added"]
    ].dropna()
    assert len(table) > 20
    gap = (table.drop(columns="gdp").sum(axis=1) / table["gdp"] - 1).abs()
    assert gap.max() < 0.002, gap[gap >= 0.002]


def test_stated_shares_are_part_over_whole():
    facts = load_actuals()
    shares = facts[(facts["indicator_code"] == "services_value_added_share_gdp")].set_index(["place", "year"])["value"]
    table = wide(facts)[["gdp", "services_value_added"]].dropna().join(shares.rename("share"), how="inner")
    assert len(table) > 20
    gap = (100 * table["services_value_added"] / table["gdp"] - table["share"]).abs()
    assert gap.max() <= 0.65, gap[gap > 0.65]


@pytest.mark.parametrize(("place", "year"), [("乌海", 2023), ("菏泽", 2022), ("长治", 2022)])
def test_values_have_the_magnitude_of_their_place(place, year):
    gdp = load_actuals(places=place, indicators="gdp", years=year).query("measure == 'level'")["value"].iloc[0]
    assert 5e10 < gdp < 1e12
