"""Whether numbers agree: the shipped plans as a person read them, and plans made to agree or not to."""

from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import (
    check_identities,
    load_actuals,
    load_identities,
    load_plans,
    load_targets,
    load_upper_targets,
    touching,
    vary_about,
)
from helpers.measures.consistency import count_outcomes
from helpers.measures.findings import OUTCOMES

IDENTITIES = load_identities()
#: No other documents, no reported values.
NO_UPPER, NO_ACTUALS = load_upper_targets().iloc[:0], load_actuals().iloc[:0]
PLANS = load_plans()


@pytest.fixture(scope="module")
def targets():
    return load_targets()


def everything():
    return load_upper_targets(all_statuses=True), load_actuals(all_statuses=True), IDENTITIES, PLANS


@pytest.fixture(scope="module")
def findings(targets):
    return check_identities(targets, *everything())


def one(findings, kind, indicator, year, place="兰州市"):
    same = (findings["kind"] == kind) & (findings["indicator_code"] == indicator) & (findings["year"] == year)
    [row] = findings[same & (findings["place"] == place)].to_dict("records")
    return row


# Read by a person against the texts, one by one; a new finding has to be read before its number goes in here.


def test_the_shipped_findings_are_as_many_of_each_kind_and_outcome_as_a_person_read(findings):
    counts = count_outcomes(findings)
    assert {kind: tuple(row) for kind, row in zip(counts.index, counts.to_numpy().tolist(), strict=True)} == {
        "compare": (0, 0, 1, 2),
        "growth": (2, 3, 6, 0),
        "milestone": (0, 0, 0, 39),
        "pace": (0, 0, 4, 0),
        "per_head": (0, 0, 3, 0),
        "share": (1, 2, 2, 1),
        "stock": (0, 0, 3, 2),
        "subtotal": (0, 1, 0, 15),
        "upper": (0, 0, 0, 4),
        "yearly": (0, 0, 1, 0),
    }
    assert tuple(counts.columns) == OUTCOMES


@pytest.mark.parametrize(
    ("kind", "indicator", "year", "place", "outcome", "computed", "stated"),
    [
        ("share", "producer_services_share_services", 2024, "兰州市", "contradicts", 44.81, 44),
        ("share", "producer_services_share_services", 2025, "兰州市", "tight", 47.45, 47),
        ("share", "producer_services_share_services", 2026, "兰州市", "agrees", 50.0, 50),
        ("stock", "above_scale_service_firms", 2023, "兰州市", "implies", 600, None),
        ("stock", "above_scale_service_firms", 2025, "兰州市", "agrees", 780, 780),
        ("stock", "above_scale_service_firms", 2026, "兰州市", "agrees", 900, 900),
        ("per_head", "resident_population", 2024, "兰州市", "implies", 4_057_971, 4_436_500),
        ("per_head", "resident_population", 2026, "兰州市", "implies", 4_089_980, None),
        ("pace", "data_industry_revenue", 2026, "兰州市", "implies", 55.56 - 18.42, None),
        ("pace", "tourist_visits", 2026, "兰州市", "implies", 1.54 - 30, None),
        ("share", "gdp", 2025, "重庆市万盛经开区", "implies", 30e9, None),
        ("compare", "tourism_revenue", 2025, "重庆市万盛经开区", "implies", 35e9, 30e9),
        ("growth", "services_value_added", 2024, "乌海市", "implies", 28.883e9, None),
        ("growth", "services_value_added", 2025, "菏泽市", "tight", 252.006e9, 250e9),
        ("growth", "tourist_visits", 2024, "甘肃省", "contradicts", 446.2e6, 430e6),
        ("growth", "tourism_revenue", 2024, "甘肃省", "contradicts", 343.225e9, 325e9),
        ("share", "gdp", 2024, "长治市", "implies", 271.719e9, None),
    ],
)
def test_what_is_known_of_the_shipped_plans_is_found(findings, kind, indicator, year, place, outcome, computed, stated):
    row = one(findings, kind, indicator, year, place)
    assert row["outcome"] == outcome
    assert row["computed"] == pytest.approx(computed, rel=1e-3)
    assert row["stated"] == stated or (stated is None and pd.isna(row["stated"]))


def test_the_base_that_wuhai_implies_stands_beside_the_reported_value_of_the_year_before(findings):
    _, _, beside = one(findings, "growth", "services_value_added", 2024, "乌海市")["clauses"]
    assert (beside.year, float(beside.figure.value)) == (2023, 249.89e8)


def test_every_finding_carries_known_ids(findings, targets):
    upper, actuals, _, _ = everything()
    known = {"target_ids": targets["target_id"], "upper_ids": upper["upper_id"], "fact_ids": actuals["fact_id"]}
    for column, ids in known.items():
        assert {one for row in findings[column] for one in row.split(";") if one} <= set(ids)
    assert (findings["target_ids"] + findings["upper_ids"]).ne("").all()


def test_what_does_not_agree_says_what_else_could_explain_it(findings):
    doubtful = findings[findings["outcome"].isin(["contradicts", "tight"])]
    assert doubtful["explanations"].ne("").all()


def test_a_choice_of_targets_keeps_the_checks_that_touch_them(findings, targets):
    firms = targets[targets["indicator_code"] == "producer_services_share_services"]
    kept = touching(findings, firms, targets)
    assert set(kept["kind"]) == {"share", "milestone"}
    assert len(touching(findings, targets, targets)) == len(findings)


def test_an_about_that_reaches_further_contradicts_less(targets):
    varied = vary_about(targets, *everything(), abouts=(0, 1, 5))
    assert varied["contradicts"].is_monotonic_decreasing
    assert varied.sum(axis=1).nunique() == 1


# Plans made to agree: figures computed from each other and rounded as printed.

SCALE = 100_000_000
ROW = {
    "plan_id": "linxi-2026", "place": "临溪市", "place_en": "Linxi", "adcode": "999900", "province": "云岭省",
    "operator": "eq", "value_max": None, "period": "by", "start_year": None,
}  # fmt: skip


def row(code, measure, year, number, unit, *, scale=1, price_basis=""):
    """A row whose figure is printed as ``number`` with a power of ten."""
    return ROW | {
        "target_id": f"{code}-{measure}-{year}", "indicator": code, "indicator_code": code, "measure": measure,
        "target_year": year, "value": float(Decimal(str(number)) * scale), "unit": unit,
        "figure": f"{number}{'亿' if scale == SCALE else ''}{unit}", "price_basis": price_basis,
    }  # fmt: skip


def frame(rows):
    table = pd.DataFrame(rows)
    return table.astype({"target_year": "Int64", "start_year": "Int64", "value": "float64", "value_max": "float64"})


def check(table):
    return check_identities(table, NO_UPPER, NO_ACTUALS, IDENTITIES, PLANS)


def rounded(value, places):
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@st.composite
def consistent_plans(draw):
    """Three years of services, of their producer part and its share, of retail sales and their growth, and of firms."""
    wholes = sorted(draw(st.lists(st.integers(1000, 5000), min_size=3, max_size=3)))
    shares = sorted(draw(st.lists(st.floats(20, 60), min_size=3, max_size=3)))
    sales = sorted(draw(st.lists(st.integers(500, 4000), min_size=3, max_size=3)))
    stock, added = draw(st.integers(100, 900)), draw(st.lists(st.integers(1, 200), min_size=3, max_size=3))
    rows = []
    for place, year in enumerate((2026, 2027, 2028)):
        part = int(rounded(wholes[place] * shares[place] / 100, 0))
        stock += added[place]
        money = {"scale": SCALE, "price_basis": "nominal"}
        rows += [
            row("services_value_added", "level", year, wholes[place], "元", **money),
            row("producer_services_value_added", "level", year, part, "元", **money),
            row("producer_services_share_services", "share", year, rounded(100 * part / wholes[place], 0), "%",
                price_basis="nominal"),
            row("retail_sales", "level", year, sales[place], "元", **money),
            row("above_scale_service_firms", "level", year, stock, "家"),
            row("above_scale_service_firms", "increment", year, added[place], "家"),
        ]  # fmt: skip
        if place:
            rate = rounded(100 * (sales[place] / sales[place - 1] - 1), 1)
            rows.append(row("retail_sales", "growth_rate", year, rate, "%", price_basis="nominal"))
    return frame(rows)


FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(consistent_plans())
def test_a_plan_made_to_agree_has_no_contradiction(table):
    found = check(table)
    assert not (found["outcome"] == "contradicts").any()
    assert (found["kind"] == "share").sum() == 3
    assert (found["kind"] == "growth").sum() == 2
    assert ((found["kind"] == "stock") & found["stated"].notna()).sum() == 2


@FEW
@given(consistent_plans(), st.integers(0, 19))
def test_one_figure_changed_beyond_tolerance_gives_the_findings_that_touch_it_and_no_others(table, number):
    changed = table.loc[number]
    value, unit = changed["value"] * 1.5 + 10, changed["unit"]
    if unit == "元":
        value = changed["value"] + 1000 * SCALE
    table.loc[number, "value"] = value
    printed = f"{value / SCALE:.0f}亿元" if unit == "元" else f"{value:.1f}%" if unit == "%" else f"{int(value)}家"
    table.loc[number, "value"] = value if unit != "家" else int(value)
    table.loc[number, "figure"] = printed
    found = check(table)
    touched = found["target_ids"].str.split(";").map(lambda ids: changed["target_id"] in ids)
    wrong = found["outcome"] == "contradicts"
    equalities = found["kind"].isin(["share", "growth", "stock"]) & found["stated"].notna()
    assert not (wrong & ~touched).any()
    assert wrong[equalities & touched].all()
    assert wrong.any() == bool((wrong & touched).any())


def test_levels_of_two_plans_are_held_against_each_other_where_they_are_of_one_place():
    first = row("retail_sales", "level", 2028, 900, "元", scale=SCALE, price_basis="nominal")
    second = first | {"plan_id": "linxi-2027", "target_id": "other", "value": 950.0 * SCALE, "figure": "950亿元"}
    assert list(check(frame([first, second]))["outcome"]) == ["contradicts"]
    elsewhere = second | {"place": "北渡市"}
    assert check(frame([first, elsewhere])).empty


def test_a_milestone_that_falls_back_contradicts_only_where_more_is_better():
    more = [row("above_scale_service_firms", "level", year, number, "家") for year, number in ((2026, 50), (2027, 40))]
    less = [row("guarantee_fee_rate", "rate", year, number, "%") for year, number in ((2026, "1.5"), (2027, "1.0"))]
    assert list(check(frame(more))["outcome"]) == ["contradicts"]
    assert list(check(frame(less))["outcome"]) == ["agrees"]


def test_disjoint_parts_are_summed_before_they_are_held_against_the_whole():
    money = {"scale": SCALE, "price_basis": "nominal"}
    rows = [
        row("services_value_added", "level", 2028, 100, "元", **money),
        row("finance_value_added", "level", 2028, 60, "元", **money),
        row("wholesale_retail_value_added", "level", 2028, 50, "元", **money),
    ]
    [found] = check(frame(rows)).to_dict("records")
    assert (found["kind"], found["outcome"], found["computed"]) == ("subtotal", "contradicts", 110 * SCALE)


def test_growth_in_constant_prices_never_contradicts_levels_in_current_ones():
    levels = [row("services_value_added", "level", year, number, "元", scale=SCALE, price_basis="nominal")
              for year, number in ((2026, 1000), (2027, 1300))]  # fmt: skip
    rate = row("services_value_added", "growth_rate", 2027, 5, "%", price_basis="real")
    [found] = check(frame([*levels, rate])).query("kind == 'growth'").to_dict("records")
    assert found["outcome"] == "implies"
    assert "prices" in found["explanations"]
    nominal = rate | {"price_basis": "nominal"}
    assert list(check(frame([*levels, nominal])).query("kind == 'growth'")["outcome"]) == ["contradicts"]


def test_yearly_additions_contradict_their_sum_only_under_the_same_name():
    yearly = row("elderly_homes_in_estates", "increment", 2028, 3, "个") | {"period": "annual", "start_year": 2026}
    total = row("elderly_homes_in_estates", "increment", 2028, 5, "个") | {"target_id": "sum"}
    assert list(check(frame([yearly, total]))["outcome"]) == ["contradicts"]
    assert list(check(frame([yearly, total | {"indicator": "other"}]))["outcome"]) == ["implies"]


def test_a_city_is_held_against_its_province():
    city = row("retail_sales", "level", 2028, 900, "元", scale=SCALE, price_basis="nominal")
    upper = load_upper_targets().iloc[:1].assign(
        upper_id="u", issuer="云岭省", adcode="990000", indicator_code="retail_sales", measure="level", operator="eq",
        value=800.0 * SCALE, value_max=None, unit="元", target_year=2028, start_year=None,
    )  # fmt: skip
    found = check_identities(frame([city]), upper, NO_ACTUALS, IDENTITIES, PLANS)
    assert list(found["kind"]) == ["upper"]
    assert list(found["outcome"]) == ["contradicts"]


def test_a_table_without_numbers_to_compare_gives_no_finding():
    assert check(frame([row("retail_sales", "level", 2028, 900, "元", scale=SCALE)])).empty
