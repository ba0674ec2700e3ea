"""Remarks that stand in English in the tables are said in the language of the page."""

import re

import pytest

from helpers import declarations, load_actuals, load_plans, load_targets, load_upper_targets, promises
from helpers.telling.remarks import is_known, say_remark

#: Names of data sets and what is written so in Chinese too.
NAMES = re.compile("CSMAR|GDP")
TABLES = {
    "plans": load_plans,
    "targets": load_targets,
    "actuals": lambda: load_actuals(all_statuses=True),
    "upper": lambda: load_upper_targets(all_statuses=True),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_remark_of_the_tables_is_said_in_chinese(table):
    for note in {str(note) for note in TABLES[table]()["note"]} - {""}:
        assert is_known(note), note
        assert not re.search(r"[A-Za-z]{2,}", NAMES.sub("", say_remark(note, "zh"))), note


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("kept as printed", "照录原文"),
        ("read as a total; kept as printed", "按总数理解；照录原文"),
        ("preferred row has 6.4% (official)", "采用值为6.4%（官方）"),
        ("0.8 points below the end of 2020", "较2020年末低0.8个百分点"),
        ("the sector hr is arguable", "行业归类（人力资源）可商榷"),
        ("change on the year -1.64%: 7th census year", "较上年变动-1.64%：第7次人口普查年份"),
        ("somebody's own words", "somebody's own words"),
        ("", ""),
    ],
)
def test_a_remark_is_said_part_by_part_with_its_numbers(remark, said):
    assert say_remark(remark, "zh") == said
    assert say_remark(remark, "en") == remark


def test_remarks_have_the_same_gaps_in_both_languages():
    for remark, chinese in declarations.remarks().items():
        assert set(re.findall(r"\{\d\}", remark)) == set(re.findall(r"\{\d\}", chinese)), remark


def test_the_table_of_plans_remarks_in_the_page_s_language():
    told = {language: promises.table_of_plans(load_plans(), load_targets(), language) for language in ("en", "zh")}
    assert "published with deletions" in set(told["en"]["Remark"])
    assert "公开发布时有删减" in set(told["zh"]["说明"])
