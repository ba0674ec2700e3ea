"""From a clause to what it states, in the genre's own ways of putting it; all places and numbers are invented."""

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st
from samples import PLAN

from helpers.reading.characters import to_plain
from helpers.reading.extract import extract
from helpers.reading.figures import find_numerals
from helpers.table.corrections import print_cell
from helpers.table.normalize import normalize_plan

PLAN_2026 = {**PLAN, "start_year": 2026, "end_year": 2029}
COLUMNS = ("indicator", "measure", "operator", "value", "unit", "target_year", "modality")


def said(row):
    value = print_cell(row["value"])
    if row["value_max"] is not None:
        value += f"..{print_cell(row['value_max'])}"
    return " ".join(str(value if name == "value" else row[name]) for name in COLUMNS)


@pytest.mark.parametrize(("text", "expected"), corpus("extracted"))
def test_reads_what_a_clause_states(text, expected):
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert " | ".join(said(row) for row in rows) == expected


@pytest.mark.parametrize(("text", "expected"), corpus("rejected"))
def test_says_why_a_numeral_is_no_target(text, expected):
    found = extract(text, first_year=2026)
    assert not found.statements
    assert " | ".join(f"{entry.figure} {entry.reason}" for entry in found.rejections) == expected


def timed(row):
    start = f"{row['start_year']}-" if row["start_year"] else ""
    return f"{row['figure']} {row['period']} {start}{row['target_year']}"


@pytest.mark.parametrize(("text", "expected"), corpus("governed"))
def test_says_over_which_years_a_figure_counts(text, expected):
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert " | ".join(timed(row) for row in rows) == expected


def test_running_text_goes_on_with_the_year_that_it_has_aimed_at():
    text = "到2027年,岩溪市建成物流基地2家。\n新建快递服务站300个。\n展望2035年,物流成本明显下降。"
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [row["target_year"] for row in rows] == [2027, 2027]


def test_running_text_goes_on_with_this_year():
    text = "今年,新建驿站12个。\n完成设备配置90台。\n到2029年,驿站达到40个。"
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [row["target_year"] for row in rows] == [2026, 2026, 2029]


def test_the_year_of_a_heading_is_that_of_the_lines_below_it():
    text = "岩溪市工作\n2027年民生实事\n新建驿站12个。\n2028年民生实事\n改造户厕26513座。"
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [(row["figure"], row["target_year"]) for row in rows] == [("12个", 2027), ("26513座", 2028)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年，主要目标是：\n——总量更大。营业收入达到80亿元。\n——主体更强。企业达到600家。", [2027, 2027]),
        ("“十五五”时期，力求做到：\n一是产业更强。打造产业集群3个。\n今年，新增企业12家。", [2030, 2026]),
        ("到2027年，主要目标是：\n——企业达到600家。\n二、任务\n(一)培育主体。新增企业30家。", [2027, 2029]),
        ("到2027年，实现以下目标：\n1.企业达到600家。\n(1)新增企业30家。\n2.园区达到5个。", [2027, 2027, 2027]),
    ],
)
def test_the_time_that_leads_in_a_list_is_that_of_its_items(text, expected):
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [row["target_year"] for row in rows] == expected


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("2028-05-11\n一季度新开航线4条，航线总数增至23条。", ["4条", "23条"]),
        ("2028-05-11\n三季度，航线总数增至23条。", []),
        ("2028-05-11\n力争上半年航线总数增至23条。", []),
        ("2028-05-11\n明年一季度航线总数增至23条。", []),
    ],
)
def test_a_part_of_the_year_that_is_over_on_the_day_of_the_news_is_told(text, facts):
    assert [one.figure for one in extract(text, first_year=2028).rejections if one.reason == "fact"] == facts


def test_this_year_of_a_document_s_issue_is_not_carried():
    text = "今年,市政府印发规划。\n新建驿站90个。"
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [row["target_year"] for row in rows] == [2029]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "康养服务\n产值2027年达到500亿元\n2029年达到900亿元左右\n年均增长12%\n机构备案率升至96%",
            [
                "产值 level eq 50000000000 元 2027 plain",
                "产值 level approx 90000000000 元 2029 plain",
                "产值 cagr eq 12 % 2029 plain",
                "机构备案率 rate eq 96 % 2029 plain",
            ],
        ),
        (
            "游客接待量\n到2027年突破500万人次\n2029年突破800万人次",
            ["游客接待量 level ge 5000000 人次 2027 plain", "游客接待量 level ge 8000000 人次 2029 plain"],
        ),
        (
            "网络零售额2027年达到90亿元,\n年均增长18%。\n新建驿站3个",
            [
                "网络零售额 level eq 9000000000 元 2027 plain",
                "网络零售额 cagr eq 18 % 2027 plain",
                "驿站 increment eq 3 个 2029 plain",
            ],
        ),
        ("服务业稳步发展。\n年均增长18%", []),
    ],
)
def test_a_line_without_a_noun_goes_on_with_that_of_the_line_before(lines, expected):
    rows = normalize_plan(PLAN_2026, extract(lines, first_year=2026).statements)
    assert [said(row) for row in rows] == expected


def test_one_list_of_changes_starts_from_one_year():
    text = "甲级景区从2026年的6家增加到10家,乙级景区从20家增加到30家。"
    rows = normalize_plan(PLAN_2026, extract(text, first_year=2026).statements)
    assert [row["baseline_year"] for row in rows] == [2026, 2026]


def test_a_sum_in_a_plan_for_one_year_runs_over_it():
    plan = {**PLAN, "start_year": 2026, "end_year": 2026}
    text = "2026年,全省将累计完成就业106万人次,其中,有组织就业25万人次。"
    rows = normalize_plan(plan, extract(text, first_year=2026).statements)
    assert [timed(row) for row in rows] == ["106万人次 cumulative 2026-2026", "25万人次 cumulative 2026-2026"]


TEXTS = st.text(alphabet="服务业增加值达到建成0123456789年月%亿万元家个,。;、()（）\n一二三“”到力争新的A", max_size=120)


@given(TEXTS)
def test_no_numeral_is_lost_and_every_figure_stands_where_it_says(text):
    found = extract(text, first_year=2026)
    entries = [*found.statements, *found.rejections]
    assert all(text[entry.char_start : entry.char_end] == entry.figure for entry in entries)
    spans = {(entry.char_start, entry.char_end) for entry in entries}
    for start, end in find_numerals(to_plain(text)):
        assert any(a <= start and end <= b for a, b in spans) or any(a < end and start < b for a, b in spans)


@given(st.text(max_size=200))
def test_plain_text_keeps_every_sign_in_its_place(text):
    plain = to_plain(text)
    assert len(plain) == len(text)
    assert to_plain(plain) == plain
