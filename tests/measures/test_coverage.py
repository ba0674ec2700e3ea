import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.measures.coverage import count_targets, coverage, shared_indicators, unmapped, unquantified

COLUMNS = [
    "target_id",
    "plan_id",
    "place",
    "indicator_code",
    "industry_code",
    "sector",
    "measure",
    "target_year",
    "char_start",
]


def frame(*rows):
    """Rows of (place, indicator, measure, year)."""
    records = [
        (f"t{n}", f"{place}-1", place, code, "G" if code else "", "logistics", measure, year, n)
        for n, (place, code, measure, year) in enumerate(rows)
    ]
    return pd.DataFrame(records, columns=COLUMNS)


SAMPLE = frame(
    ("A", "retail_sales", "growth_rate", 2026),
    ("A", "retail_sales", "level", 2026),
    ("A", "retail_sales", "level", 2028),
    ("B", "retail_sales", "level", 2027),
    ("B", "gdp", "level", 2027),
    ("C", "gdp", "level", 2027),
    ("C", "", "level", 2027),
)


def test_a_pair_is_led_by_its_latest_level_and_its_latest_change():
    covered = coverage(SAMPLE).set_index(["indicator_code", "place"])
    pair = covered.loc[("retail_sales", "A")]
    assert pair["lead_ids"] == "t2;t0"
    assert pair["targets"] == 3
    assert pair["target_ids"] == "t0;t1;t2"


def test_every_mapped_target_is_in_one_pair_and_the_unmapped_are_shown():
    ids = ";".join(coverage(SAMPLE)["target_ids"]).split(";")
    rest = unmapped(SAMPLE).query("no_indicator")["target_id"]
    assert sorted([*ids, *rest]) == sorted(SAMPLE["target_id"])


def test_indicators_are_shared_when_two_places_have_them():
    covered = coverage(SAMPLE)
    assert shared_indicators(covered).to_dict("list") == {"indicator_code": ["gdp", "retail_sales"], "places": [2, 2]}
    assert shared_indicators(covered, minimum=3).empty


def test_a_gap_names_the_place_and_its_peers():
    gaps = unquantified(coverage(SAMPLE), ["A", "B", "C"])
    assert gaps[["place", "indicator_code", "peers"]].to_numpy().tolist() == [
        ["A", "gdp", "B;C"],
        ["C", "retail_sales", "A;B"],
    ]
    assert gaps["target_ids"].tolist() == ["t4;t5", "t0;t1;t2;t3"]


def test_the_input_stays_as_it_is():
    before = SAMPLE.copy(deep=True)
    unmapped(SAMPLE)
    count_targets(SAMPLE, "sector")
    coverage(SAMPLE)
    pd.testing.assert_frame_equal(SAMPLE, before)


targets = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from(["", "gdp", "retail_sales", "loans_balance"]),
        st.sampled_from(["level", "growth_rate", "increment"]),
        st.integers(2024, 2030),
    ),
    min_size=1,
    max_size=30,
).map(lambda rows: frame(*rows))


@given(targets)
def test_counts_add_up_to_all_targets(table):
    for column in ("sector", "measure", "place"):
        assert count_targets(table, column).to_numpy().sum() == len(table)


@given(targets)
def test_a_place_either_quantifies_a_shared_indicator_or_has_a_gap(table):
    covered = coverage(table)
    places = sorted(set(table["place"]))
    gaps = unquantified(covered, places)
    for row in shared_indicators(covered).itertuples():
        having = set(covered.loc[covered["indicator_code"] == row.indicator_code, "place"])
        lacking = set(gaps.loc[gaps["indicator_code"] == row.indicator_code, "place"])
        assert not having & lacking
        assert having | lacking == set(places)


@pytest.mark.parametrize("column", ["sector", "measure"])
def test_an_empty_table_gives_an_empty_count(column):
    assert count_targets(SAMPLE.head(0), column).empty
