"""Tables of indicators: one row per cell, with what its row and its column say."""

import time

import pytest
from samples import PLAN

from helpers.reading.extract import extract
from helpers.table.normalize import normalize_plan

PLAN_2026 = {**PLAN, "start_year": 2026, "end_year": 2030}


def said(text):
    rows = normalize_plan(PLAN_2026, extract(text, 2026).statements)
    names = ("indicator", "measure", "operator", "value", "unit", "period", "target_year", "modality", "departments")
    return [" ".join(str(row[name]) for name in names).strip() for row in rows]


TWO_ROWS = """指标\t单位\t规划目标\t\t属性
〃\t〃\t2028年\t2030年\t〃
一、规模\t\t\t\t
服务业增加值\t亿元\t370\t420\t预期性
其中:现代物流业\t〃\t37\t42\t〃
二、设施\t\t\t\t
新增停车位\t万个\t[3]\t〔8〕\t约束性
注:〔〕内为五年累计数。"""
REACHED_AND_AIMED = """指标\t单位\t2025年\t\t2030年\t\t责任部门
〃\t〃\t实际\t增速(%)\t目标\t年均增速(%)\t〃
规上企业数①\t家\t640\t5.1\t1000左右\t9.3\t市统计局、市商务局
物流费用与GDP比率\t%\t14.6\t\t13以内\t—\t〃"""
STACKED = """指标 单位 2025年 2030年 属性 服务业增加值 亿元 310 420 预期性
二、结构 护理型床位占比 % 52 >65 约束性 建成中心4个。""".replace(" ", "\n")

STACKED_IN_GROUPS = """指标 2025年 2030年 属性 一、水平 1.入园率(%) 97% 98%以上 约束性
2.平均受教育年限(年) 11.2年 12.2年以上 约束性""".replace(" ", "\n")
WITH_BARS = """类别 指标 单位 2025年 2030年 备注 养老 床位总数 张 / 5000 市民政局
护理型床位占比 % 48 62 市民政局 _ 托育 托位总数 个 _ 2000 预期"""
STACKED_WITH_BARS = "\n".join(f"{cell} |" for cell in WITH_BARS.replace("_", "").replace("\n", " ").split(" "))
STACKED_WITHOUT_GROUPS = """序号 类别 指标 2025年 2030年 1 养老 床位总数(张) 3000 5000 2 护理型床位占比(%) 48 62
3 托育 托位总数(个) 800 2000""".replace(" ", "\n")
REACHING_OVER_ROWS = """类别 | 序号 | 指标 | 单位 | 2030年 |
水平 | 1 | 期望寿命 | 岁 | 82 |
2 | 婴儿死亡率 | ‰ | <4 | |
3 | 孕产妇死亡率 | 1/10万 | <6 | |"""

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
    (
        "a header of two rows with merged cells, groups, parts, ditto marks and a remark on brackets",
        TWO_ROWS,
        [
            "服务业增加值 level eq 37000000000 元 by 2028 aspirational",
            "服务业增加值 level eq 42000000000 元 by 2030 aspirational",
            "现代物流业增加值 level eq 3700000000 元 by 2028 aspirational",
            "现代物流业增加值 level eq 4200000000 元 by 2030 aspirational",
            "新增停车位 increment eq 30000 个 cumulative 2028 binding",
            "新增停车位 increment eq 80000 个 cumulative 2030 binding",
        ],
    ),
    (
        "a header of two rows that says what was reached and what is aimed at",
        REACHED_AND_AIMED,
        [
            "规上企业数 level approx 1000 家 by 2030 plain 市统计局;市商务局",
            "规上企业数 cagr eq 9.3 % annual 2030 plain 市统计局;市商务局",
            "物流费用与GDP比率 rate le 13 % by 2030 plain 市统计局;市商务局",
        ],
    ),
    (
        "a header of two rows copied without its merged cells",
        "指标 单位 现状 目标 属性\n2025年 2028年 2030年\n服务业增加值 亿元 310 370 420 预期性",
        [
            "服务业增加值 level eq 37000000000 元 by 2028 aspirational",
            "服务业增加值 level eq 42000000000 元 by 2030 aspirational",
        ],
    ),
    (
        "single spaces between columns, and a unit above the table for all of it",
        "表1(单位:亿元)\n序号 指标 2025年 2030年 年均增长\n1 服务业增加值 310 420 6.3%\n2 网络零售额 90 150 10.8%",
        [
            "服务业增加值 level eq 42000000000 元 by 2030 plain",
            "服务业增加值 cagr eq 6.3 % annual 2030 plain",
            "网络零售额 level eq 15000000000 元 by 2030 plain",
            "网络零售额 cagr eq 10.8 % annual 2030 plain",
        ],
    ),
    (
        "wide spaces between columns",
        "指标名称　　单位  2025年  2030年\n服务业增加值　　亿元  310  420\n护理型床位占比  %  52  65以上",
        ["服务业增加值 level eq 42000000000 元 by 2030 plain", "护理型床位占比 share ge 65 % by 2030 plain"],
    ),
    (
        "a cell a line with a bar at its end, groups and some figures left out",
        STACKED_WITH_BARS,
        [
            "床位总数 level eq 5000 张 by 2030 plain",
            "护理型床位占比 share eq 62 % by 2030 plain",
            "托位总数 level eq 2000 个 by 2030 aspirational",
        ],
    ),
    (
        "a cell a line, groups between numbers and names left out",
        STACKED_WITHOUT_GROUPS,
        [
            "床位总数 level eq 5000 张 by 2030 plain",
            "护理型床位占比 share eq 62 % by 2030 plain",
            "托位总数 level eq 2000 个 by 2030 plain",
        ],
    ),
    (
        "a cell a line, as some pages are copied, with a group between",
        STACKED,
        [
            "服务业增加值 level eq 42000000000 元 by 2030 aspirational",
            "护理型床位占比 share ge 65 % by 2030 binding",
            "中心 increment eq 4 个 by 2030 plain",
        ],
    ),
    (
        "bars between columns",
        "| 指标 | 单位 | 2025年 | 2030年 |\n|---|---|---|---|\n| 服务业增加值 | 亿元 | 310 | 420 |",
        ["服务业增加值 level eq 42000000000 元 by 2030 plain"],
    ),
    (
        "years without their sign, and aims without a year",
        "指标\t单位\t2025\t2030\n服务业增加值增速\t%\t6.1\t6.5左右\n正文。\n指标\t单位\t目标值\n规上企业\t家\t1000",
        ["服务业增加值增速 growth_rate approx 6.5 % by 2030 plain", "规上企业 level eq 1000 家 by 2030 plain"],
    ),
    (
        "eras for years, and a first column of groups that reaches down",
        "类别\t指标\t单位\t“十四五”末\t“十五五”目标\n规模\t服务业增加值\t亿元\t310\t420\n〃\t旅游收入\t〃\t90\t150",
        ["服务业增加值 level eq 42000000000 元 by 2030 plain", "旅游收入 level eq 15000000000 元 by 2030 plain"],
    ),
    (
        "growth against a year, and sums over a span",
        "项目\t单位\t2030年比2025年增长(%)\t2026—2030年累计\n服务业增加值\t亿元\t35\t1800",
        [
            "服务业增加值 growth_rate eq 35 % by 2030 plain",
            "服务业增加值 level eq 180000000000 元 cumulative 2030 plain",
        ],
    ),
    (
        "words in cells, footnotes, wordings and pure numbers",
        "指标\t2030年\n系数\t0.35\n企业数\t420①家\n网络零售额\t翻番\n床位\t达到400张(力争450张)\n学位\t2028年300个,2030年500个",
        [
            "系数 level eq 0.35  by 2030 plain",
            "企业数 level eq 420 家 by 2030 plain",
            "网络零售额 multiple eq 2 倍 by 2030 plain",
            "床位 level eq 400 张 by 2030 plain",
            "床位 level eq 450 张 by 2030 aspirational",
            "学位 level eq 300 个 by 2028 plain",
            "学位 level eq 500 个 by 2030 plain",
        ],
    ),
    (
        "tasks under a year, whose rows go on without a name",
        "序号\t重点任务\t2026年目标\t责任单位\n1\t物流园区\t建成3家物流园区\t市商务局\n2\t〃\t引进企业20家\t〃",
        [
            "物流园区 increment eq 3 家 by 2026 plain 市商务局",
            "企业 increment eq 20 家 by 2026 plain 市商务局",
        ],
    ),
    (
        "growth on the year before, beside its own year",
        "指标\t单位\t2025年完成\t同比增长\t2028年目标\t同比增长\n游客\t万人次\t800\t9%\t880以上\t10%以上",
        ["游客 level ge 8800000 人次 by 2028 plain", "游客 growth_rate ge 10 % by 2028 plain"],
    ),
    (
        "years in rows, with units in the header and a row of growth",
        (
            "年份\t服务业增加值(亿元)\t接待游客(万人次)\t物流费用率(%)\n2025年(实际)\t310\t2100\t14.6\n"
            "2028年\t≥370\t2400左右\t13.5以内\n年均增速\t6.1%\t4.6\t—"
        ),
        [
            "服务业增加值 level ge 37000000000 元 by 2028 plain",
            "接待游客 level approx 24000000 人次 by 2028 plain",
            "物流费用率 rate le 13.5 % by 2028 plain",
            "服务业增加值 cagr eq 6.1 % annual 2030 plain",
            "接待游客 cagr eq 4.6 % annual 2030 plain",
        ],
    ),
    (
        "years in rows below a header of two rows, with growth beside its level",
        (
            "年度\t服务业\t\t旅游业\t\n〃\t增加值(亿元)\t增速(%)\t总收入(亿元)\t规上旅游企业数(家)\n"
            "2027年\t350\t6.1\t165\t40\n2028年\t370\t6.2左右\t180\t45"
        ),
        [
            "服务业增加值 level eq 35000000000 元 by 2027 plain",
            "服务业增加值 growth_rate eq 6.1 % by 2027 plain",
            "旅游业总收入 level eq 16500000000 元 by 2027 plain",
            "规上旅游企业数 level eq 40 家 by 2027 plain",
            "服务业增加值 level eq 37000000000 元 by 2028 plain",
            "服务业增加值 growth_rate approx 6.2 % by 2028 plain",
            "旅游业总收入 level eq 18000000000 元 by 2028 plain",
            "规上旅游企业数 level eq 45 家 by 2028 plain",
        ],
    ),
    (
        "years in rows, with rows of units, of firmness, of bodies and of sums",
        (
            "年份\t新增养老床位\t培训家政服务员\n单位\t张\t人次\n2026\t500\t2000\n2027\t600\t2500\n合计\t1100\t4500\n"
            "属性\t约束性\t预期性\n责任单位\t市民政局、市卫生健康委\t市商务局"
        ),
        [
            "新增养老床位 increment eq 500 张 by 2026 binding 市民政局;市卫生健康委",
            "培训家政服务员 increment eq 2000 人次 by 2026 aspirational 市商务局",
            "新增养老床位 increment eq 600 张 by 2027 binding 市民政局;市卫生健康委",
            "培训家政服务员 increment eq 2500 人次 by 2027 aspirational 市商务局",
            "新增养老床位 increment eq 1100 张 cumulative 2030 binding 市民政局;市卫生健康委",
            "培训家政服务员 increment eq 4500 人次 cumulative 2030 aspirational 市商务局",
        ],
    ),
    (
        "years in rows behind numbers, parted by bars, with a line of units",
        (
            "| 序号 | 时期 | 快递业务量 | 规上企业 |\n|---|---|---|---|\n| | | 亿件 | 家 |\n"
            "| 1 | “十四五”末 | 0.9 | 640 |\n| 2 | “十五五”末 | 1.4 | 900 |"
        ),
        ["快递业务量 level eq 140000000 件 by 2030 plain", "规上企业 level eq 900 家 by 2030 plain"],
    ),
    (
        "years in rows, parted by single spaces",
        "年份 服务业增加值(亿元) 规上企业(家)\n2026年 330 700\n2028年 370 820",
        [
            "服务业增加值 level eq 33000000000 元 by 2026 plain",
            "规上企业 level eq 700 家 by 2026 plain",
            "服务业增加值 level eq 37000000000 元 by 2028 plain",
            "规上企业 level eq 820 家 by 2028 plain",
        ],
    ),
    (
        "tasks before their figures' nouns, which the units tell",
        "序号\t重点任务\t目标任务\t2026年\t2027年\t牵头单位\t责任单位\n1\t养老服务\t新增床位(张)\t500\t600\t市民政局\t各县区",
        ["新增床位 increment eq 500 张 by 2026 plain 市民政局", "新增床位 increment eq 600 张 by 2027 plain 市民政局"],
    ),
    (
        "growth as a name with its unit in the cells, and a first cell with a figure of its own",
        "指标\t2026年预期目标\n服务业增加值增长\t6.2%左右\n正文。\n2026年\t2027年\n旅游收入330亿元\t350亿元",
        [
            "服务业增加值增长 growth_rate approx 6.2 % by 2026 plain",
            "旅游收入 level eq 33000000000 元 by 2030 plain",
            "旅游收入 level eq 35000000000 元 by 2030 plain",
        ],
    ),
    (
        "tasks by years, which are sentences and no figures",
        "年份\t工作任务\t责任单位\n2026年\t建成冷链基地3个,新增养老床位400张\t市商务局\n2027年\t建成冷链基地5个\t市商务局",
        [
            "冷链基地 increment eq 3 个 by 2026 plain 市商务局",
            "养老床位 increment eq 400 张 by 2026 plain 市商务局",
            "冷链基地 increment eq 5 个 by 2027 plain 市商务局",
        ],
    ),
    (
        "yearly growth and sums in brackets in one column, and a column of kinds that groups",
        (
            "指标类型\t指标\t2030年\t年均/累计\t属性\n经济发展\t服务业增加值增长(%)\t—\t6左右\t预期性\n"
            "〃\t城镇调查失业率(%)\t—\t<5.5\t预期性\n民生福祉\t人均预期寿命(岁)\t78\t〔1.3〕\t约束性\n〃\t养老保险参保率(%)\t95\t〔4〕\t约束性\n注:〔〕内为5年累计数。"
        ),
        [
            "服务业增加值增长 cagr approx 6 % annual 2030 aspirational",
            "城镇调查失业率 rate le 5.5 % annual 2030 aspirational",
            "人均预期寿命 level eq 78 岁 by 2030 binding",
            "人均预期寿命 increment eq 1.3 岁 cumulative 2030 binding",
            "养老保险参保率 rate eq 95 % by 2030 binding",
            "养老保险参保率 increment eq 4 个百分点 cumulative 2030 binding",
        ],
    ),
    (
        "the level and its growth under each year",
        "指标\t2026年\t\t2028年\t\n〃\t总量\t增速\t总量\t增速\n服务业增加值(亿元)\t330\t6%\t370\t6.2%以上",
        [
            "服务业增加值 level eq 33000000000 元 by 2026 plain",
            "服务业增加值 growth_rate eq 6 % by 2026 plain",
            "服务业增加值 level eq 37000000000 元 by 2028 plain",
            "服务业增加值 growth_rate ge 6.2 % by 2028 plain",
        ],
    ),
    (
        "growth in a row of its own, and units behind a stroke",
        "指标/单位\t2025年\t2028年\n服务业增加值/亿元\t310\t370\n增速/%\t5.9\t6.2\n接待游客/万人次\t2100\t2400",
        [
            "服务业增加值 level eq 37000000000 元 by 2028 plain",
            "服务业增加值 growth_rate eq 6.2 % by 2028 plain",
            "接待游客 level eq 24000000 人次 by 2028 plain",
        ],
    ),
    (
        "bodies with brackets, levels, blanks and leading ones in their column",
        (
            "指标\t单位\t2028年\t责任单位\n快递业务量\t亿件\t1.2\t市文化和旅游局(市文物局、市广电局),各州、市人民政府等\n"
            "规上企业\t家\t820\t市发展改革委 市统计局\n外贸额\t亿元\t90\t牵头单位:市商务局;责任单位:各县区"
        ),
        [
            "快递业务量 level eq 120000000 件 by 2028 plain 市文化和旅游局(市文物局、市广电局);各州、市人民政府",
            "规上企业 level eq 820 家 by 2028 plain 市发展改革委;市统计局",
            "外贸额 level eq 9000000000 元 by 2028 plain 市商务局",
        ],
    ),
    (
        "terms in a column of their own",
        "指标名称\t目标值\t完成时限\t责任单位\n规上服务业企业\t820家\t2028年\t市统计局\n冷链基地\t8个\t2027年底前\t市商务局",
        ["规上服务业企业 level eq 820 家 by 2028 plain 市统计局", "冷链基地 level eq 8 个 by 2027 plain 市商务局"],
    ),
    (
        "cells on a line each, in numbered groups, and years that are amounts",
        STACKED_IN_GROUPS,
        ["入园率 rate ge 98 % by 2030 binding", "平均受教育年限 level ge 12.2 年 by 2030 binding"],
    ),
    (
        "a first cell that reaches over rows, and a case among so many as the unit",
        REACHING_OVER_ROWS,
        [
            "期望寿命 level eq 82 岁 by 2030 plain",
            "婴儿死亡率 rate le 4 ‰ by 2030 plain",
            "孕产妇死亡率 rate le 6 /10万 by 2030 plain",
        ],
    ),
    (
        "a base in the plan's first year",
        "指标\t2026年基数\t2030年目标\n服务业增加值(亿元)\t330\t420\n规上企业(家)\t640\t1000",
        ["服务业增加值 level eq 42000000000 元 by 2030 plain", "规上企业 level eq 1000 家 by 2030 plain"],
    ),
    (
        "what is newly there in each year, and in all",
        "项目\t2027年新增\t2028年新增\t合计\n托位数(个)\t300\t450\t750",
        [
            "托位数 increment eq 300 个 by 2027 plain",
            "托位数 increment eq 450 个 by 2028 plain",
            "托位数 increment eq 750 个 cumulative 2028 plain",
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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1.婚检率\t较上一年提高，2030年达到85%。", "婚检率 rate eq 85 % by 2030 plain"),
        ("4.续约率\t只升不降，到2030年为88%。", "续约率 rate eq 88 % by 2030 plain"),
        ("5.在线率\t分别不低于80%。\t6\t市民政局", "在线率 rate ge 80 % by 2030 plain 市民政局"),
        ("15.5岁以下儿童死亡率\t比上一年下降，2030年控制在6‰以下。", "5岁以下儿童死亡率 rate le 6 ‰ by 2030 plain"),
        ("2.满意率\t比上年有所提升，到2030年达到90%以上。", "满意率 rate ge 90 % by 2030 plain"),
        ("3.机构占比\t全覆盖或逐年扩大，到2030年达到100%。", "机构占比 share eq 100 % by 2030 plain"),
    ],
)
def test_what_a_cell_leaves_out_is_in_the_first_cell_and_a_bare_number_in_one_is_no_target(line, expected):
    assert said(f"二级指标\t评价标准\n{line}") == [expected]


def test_a_row_of_tasks_without_a_header_names_its_bodies_in_a_cell_of_their_own():
    text = "重点任务清单\n8\t培育数商企业20家。\t省数据局\t省财政厅、省商务厅\t2028年12月"
    assert said(text) == ["数商企业 increment eq 20 家 by 2028 plain 省数据局"]


def test_lines_around_a_table_do_not_belong_to_it():
    text = "到2028年,规上企业达到90家。\n指标\t2030年\n规上企业(家)\t120\n建成分拨中心4个。"
    assert [line.split(" ")[0] for line in said(text)] == ["规上企业", "规上企业", "分拨中心"]


def test_a_number_without_a_known_unit_is_refused_and_costs_nothing_else():
    found = extract("指标\t2030年\n车辆(标辆)\t420\n能耗降低(%)\t-13.5\n服务业增加值\t420\n规上企业(家)\t120", 2026)
    assert [row.figure for row in found.statements] == ["120"]
    assert {(one.figure, one.reason) for one in found.rejections if one.reason == "unit"} == {
        ("420", "unit"),
        ("13.5", "unit"),
    }


def test_what_a_table_deals_out_to_places_is_no_target_of_the_plan():
    found = extract(
        "表3 新增限上企业任务分解表(单位:家)\n县(市、区)\t2026年\t2027年\n北城区\t12\t14\n南山县\t8\t9", 2026
    )
    assert not found.statements
    assert [one.figure for one in found.rejections if one.reason == "part"] == ["12", "14", "8", "9"]


def test_the_number_of_a_table_is_no_amount_with_the_word_behind_it():
    assert said("表1 分年度目标\n附件2 个体工商户\n专栏3 项目") == []


def test_a_total_without_years_beside_it_is_that_of_anything():
    assert said("项目\t合计(万元)\t其中\n冷链基地\t1200\t300\n分拨中心\t800\t100") == []


def test_years_of_the_past_in_rows_are_facts():
    found = extract("年份\t服务业增加值(亿元)\n2021年\t230\n2024年\t290", 2026)
    assert not found.statements
    assert [one.figure for one in found.rejections if one.reason == "fact"] == ["230", "290"]


def test_names_and_bodies_of_cells_are_in_the_signs_of_the_print():
    text = "指標\t單位\t2030年\t責任單位\n服務業增加值（億元）\t億元\t４２０\t市發展改革委、市統計局"
    row = extract(text, 2026).statements[0]
    assert (row.indicator, row.figure, row.departments) == ("服務業增加值", "４２０", "市發展改革委;市統計局")


def test_the_numbers_of_a_table_s_groups_are_no_sections_of_the_plan():
    text = "三、指标\n指标\t单位\t2030年\n一、规模\t\t\n规上企业\t家\t120\n正文培育企业5家。"
    assert [row.section for row in extract(text, 2026).statements] == ["三", "三"]
    assert extract(text, 2026).statements[0].heading.endswith("一、规模")


def test_two_numbers_with_a_space_between_are_not_one():
    found = extract("服务业增加值 310 420 6.3%", 2026)
    assert all(len(row.figure) < 6 for row in found.statements)


@pytest.mark.parametrize(
    "unit",
    [
        "指标\n",
        "指标\t2025年\t2030年\n",
        "〃\t〃\n",
        "1\t",
        "| 指标 | 2030年 |\n",
        "2030年\t",
        "  5",
        "万",
        "分别达到5%、6%、",
        "5家;",
        "年份\t甲\n",
        "年份\t甲\n2026年\t5\n",
        "(责任单位:市商务局)\n",
    ],
)
def test_no_table_and_no_run_of_signs_makes_the_reader_hang(unit):
    """Times differ between machines by far more than a reading in proportion does from one that is not."""
    times = []
    for length in (3_000, 12_000):
        text = "指标\t2030年\n" + unit * (length // len(unit))
        start = time.perf_counter()
        extract(text, 2026)
        times.append(time.perf_counter() - start)
    assert times[1] < 10 * times[0] + 2


def seconds(text):
    """The time of the process alone, of the better of two readings."""
    times = []
    for _ in range(2):
        start = time.process_time()
        extract(text, 2026)
        times.append(time.process_time() - start)
    return min(times)


def test_figures_parted_by_semicolons_cost_no_more_than_sentences():
    """What a figure leaves out is looked for near it, however long its sentence is."""
    assert seconds("5家;" * 1000) < 4 * seconds("5家。" * 1000)
