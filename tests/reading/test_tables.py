"""Tables of indicators: one row per cell, with what its row and its column say."""

import pytest
from samples import PLAN

from helpers.reading.extract import extract
from helpers.table.normalize import normalize_plan

PLAN_2026 = {**PLAN, "start_year": 2026, "end_year": 2030}


def said(text):
    rows = normalize_plan(PLAN_2026, extract(text, 2026).statements)
    names = ("indicator", "measure", "operator", "value", "unit", "period", "target_year", "modality", "departments")
    return [" ".join(str(row[name]) for name in names).strip() for row in rows]


TABLES = [
    (
        "units in a column, a base year, growth and firmness",
        "指标\t单位\t2025年\t2030年\t年均增速\t属性\n服务业增加值\t亿元\t310\t420\t6.3%\t预期性",
        [
            "服务业增加值 level eq 42000000000 元 by 2030 aspirational",
            "服务业增加值 cagr eq 6.3 % annual 2030 aspirational",
        ],
    ),
    (
        "units behind the names",
        "主要指标\t2025年(基期)\t2028年目标\t2030年目标\n服务业增加值(亿元)\t310\t370\t420\n护理型床位占比(%)\t51\t58\t65以上",
        [
            "服务业增加值 level eq 37000000000 元 by 2028 plain",
            "服务业增加值 level eq 42000000000 元 by 2030 plain",
            "护理型床位占比 share eq 58 % by 2028 plain",
            "护理型床位占比 share ge 65 % by 2030 plain",
        ],
    ),
    (
        "units in the cells, bounds before the numbers, bodies in a column",
        "序号\t指标\t2030年\t责任单位\n1\t快递业务量\t≥1.2亿件\t市邮政局、市商务局\n2\t物流费用与GDP比率\t≤12.9%\t市发展改革委",
        [
            "快递业务量 level ge 120000000 件 by 2030 plain 市邮政局;市商务局",
            "物流费用与GDP比率 rate le 12.9 % by 2030 plain 市发展改革委",
        ],
    ),
    (
        "a unit in the header, and a first column that reaches over two rows",
        "类别\t指标\t2030年(万人次)\n旅游\t接待游客\t2600\n过夜游客\t480",
        ["接待游客 level eq 26000000 人次 by 2030 plain", "过夜游客 level eq 4800000 人次 by 2030 plain"],
    ),
    (
        "thousands separators and ranges",
        "指标\t单位\t2030年\n规上企业\t家\t1,260\n总部企业\t家\t8—10",
        [
            "规上企业 level eq 1260 家 by 2030 plain",
            "总部企业 level between 8 家 by 2030 plain",
        ],
    ),
    ("cells without a figure", "指标\t单位\t2030年\n服务业增加值\t亿元\t—\n规上企业\t家\t逐年增加", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_a_cell_is_read_with_its_row_and_its_column(text, expected):
    assert said(text) == expected


def test_the_base_year_is_a_fact_and_every_numeral_is_accounted_for():
    text = TABLES[0][1]
    found = extract(text, 2026)
    refused = {entry.figure: entry.reason for entry in found.rejections}
    assert refused == {"2025年": "date", "2030年": "date", "亿元": "word", "310": "fact"}
    assert {row.rule for row in found.statements} == {"cell of a table"}


def test_a_table_without_years_in_its_header_is_read_like_any_line():
    assert said("指标\t目标\n规上企业\t210家") == ["规上企业 level eq 210 家 by 2030 plain"]


def test_lines_around_a_table_do_not_belong_to_it():
    text = "到2028年,规上企业达到90家。\n指标\t2030年\n规上企业(家)\t120\n建成分拨中心4个。"
    assert [line.split(" ")[0] for line in said(text)] == ["规上企业", "规上企业", "分拨中心"]
