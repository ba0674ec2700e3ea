from collections import Counter
from decimal import Decimal

import pytest
from samples import PLAN, statement

from helpers.table.normalize import NormalizationError, find_price_basis, make_target_id, normalize_plan


def row_of(**changes):
    return normalize_plan(PLAN, [statement(**changes)])[0]


def test_a_statement_becomes_a_row():
    row = row_of()
    assert row["value"] == Decimal(9_600_000_000)
    assert row["value_max"] is None
    expected = {
        "place": "临溪市",
        "indicator_code": "logistics_value_added",
        "sector": "logistics",
        "industry_code": "G",
        "measure": "level",
        "operator": "ge",
        "unit": "元",
        "price_basis": "nominal",
        "period": "by",
        "start_year": None,
        "target_year": 2028,
        "baseline_year": None,
        "year_source": "clause",
        "modality": "plain",
        "departments": "市发展改革委;市交通局",
    }
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("words", "year", "source"),
    [
        ({"period_clause": "2026年", "period_sentence": "到2027年", "period_paragraph": "到2028年"}, 2026, "clause"),
        ({"period_clause": "年底前", "period_sentence": "到2027年", "period_paragraph": "到2028年"}, 2027, "sentence"),
        ({"period_clause": "", "period_sentence": "", "period_paragraph": "到2027年"}, 2027, "paragraph"),
        ({"period_clause": "", "period_sentence": "", "period_paragraph": ""}, 2028, "plan"),
    ],
)
def test_years_inherit_from_clause_to_sentence_to_paragraph_to_plan(words, year, source):
    row = row_of(**words)
    assert (row["target_year"], row["year_source"]) == (year, source)


@pytest.mark.parametrize(
    ("issued", "words", "year"),
    [
        ("2027-03-02", "今年", 2027),
        ("2027-03-02", "年底前", 2027),
        ("2027-03-02", "五年内", 2028),
        ("2025-12-30", "今年", 2026),
        ("2031-01-01", "今年", 2026),
        ("", "今年", 2026),
    ],
)
def test_this_year_is_the_year_of_issue_where_that_lies_in_the_plan(issued, words, year):
    row = normalize_plan(PLAN | {"issued": issued}, [statement(period_clause=words)])[0]
    assert row["target_year"] == year


@pytest.mark.parametrize(
    ("changes", "period", "start", "end"),
    [
        ({"figure": "3家", "verb": "新增", "period_clause": "2026—2027年;每年"}, "annual", 2026, 2027),
        ({"figure": "3家", "verb": "新增", "period_clause": "每年"}, "annual", 2026, 2028),
        (
            {"figure": "6%", "verb": "年均增长", "period_clause": "年均", "period_sentence": "到2027年"},
            "annual",
            2026,
            2027,
        ),
        ({"figure": "30家", "verb": "新增", "period_clause": "2026—2027年"}, "cumulative", 2026, 2027),
        (
            {"figure": "30家", "verb": "培育", "period_clause": "累计", "period_sentence": "到2027年"},
            "cumulative",
            None,
            2027,
        ),
        ({"figure": "30家", "verb": "达到", "period_clause": "2026—2027年"}, "by", None, 2027),
        ({"figure": "30家", "verb": "新增", "period_clause": ""}, "by", None, 2028),
    ],
)
def test_rhythms_give_period_and_start(changes, period, start, end):
    row = row_of(**changes)
    assert (row["period"], row["start_year"], row["target_year"]) == (period, start, end)


def test_figures_without_a_numeral_are_rows_too():
    covered = row_of(figure="全覆盖", verb="实现", indicator="社区养老服务设施")
    assert (covered["measure"], covered["value"], covered["unit"]) == ("rate", Decimal(100), "%")
    doubled = row_of(figure="翻番", verb="较", baseline="较2025年", indicator="规上企业数量")
    assert (doubled["measure"], doubled["value"], doubled["baseline_year"]) == ("multiple", Decimal(2), 2025)
    level = row_of(figure="持平", verb="与上年度", baseline="上年度", period_clause="2027年")
    assert (level["measure"], level["value"], level["baseline_year"]) == ("growth_rate", Decimal(0), 2026)
    gap = row_of(figure="持平", verb="与全省", indicator="社会消费品零售总额平均增速")
    assert (gap["measure"], gap["unit"]) == ("gap", "个百分点")


def test_a_figure_per_head_carries_its_denominator_in_the_unit():
    assert row_of(figure="4.2个", indicator="每千人口托位数")["unit"] == "个/千人"
    assert row_of(figure="80%", indicator="人均体育场地达标率")["unit"] == "%"


def test_the_bound_behind_a_figure_goes_before_the_one_in_the_verb():
    assert row_of(figure="96亿元左右", verb="突破")["operator"] == "approx"
    assert row_of(figure="96亿元", verb="突破")["operator"] == "ge"
    assert row_of(figure="1-2家", verb="至少;引进")["operator"] == "between"


@pytest.mark.parametrize(
    ("code", "measure", "kind", "basis"),
    [
        ("services_value_added", "cagr", "percent", "real"),
        ("services_value_added", "level", "money", "nominal"),
        ("services_value_added_share_gdp", "share", "percent", "nominal"),
        ("retail_sales", "growth_rate", "percent", "nominal"),
        ("data_industry_revenue", "growth_rate", "percent", "unstated"),
        ("tourist_visits", "growth_rate", "percent", ""),
        ("tourist_visits", "level", "count", ""),
        ("", "growth_rate", "percent", "unstated"),
        ("", "level", "money", "nominal"),
        ("", "rate", "percent", ""),
    ],
)
def test_real_and_nominal_are_told_apart(code, measure, kind, basis):
    assert find_price_basis(code, measure, kind) == basis


def test_ids_depend_on_content_and_not_on_order():
    first, second = statement(), statement(char_start=300, char_end=306)
    forward = {row["char_start"]: row["target_id"] for row in normalize_plan(PLAN, [first, second])}
    backward = {row["char_start"]: row["target_id"] for row in normalize_plan(PLAN, [second, first])}
    assert forward == backward
    assert len(set(forward.values())) == 2


def test_rows_that_share_a_figure_get_ids_of_their_own():
    seen = Counter()
    ids = [make_target_id("linxi-2026", statement(indicator=name), seen) for name in ("影像中心", "病理中心")]
    assert ids[0] != ids[1]
    assert ids[0] == make_target_id("linxi-2026", statement(), Counter())


def test_a_fault_names_plan_and_place():
    with pytest.raises(NormalizationError, match=r"linxi-2026, section 二\(一\), offset 100: .*'96亿'"):
        row_of(figure="96亿")
