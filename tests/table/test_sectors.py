"""The sector of a row is told by what it measures, else by where it stands, else by its neighbours."""

from dataclasses import replace

import pytest
from corpora import corpus

from helpers import vocabulary
from helpers.reading.themes import BROAD, WHOLE
from helpers.table.sectors import DECIDING, HIDES, NOUN, TOTAL, VAGUE, Named, find_sector, find_sectors


@pytest.mark.parametrize(
    ("code", "indicator", "heading", "sector"),
    [
        ("retail_sales", "社会消费品零售总额", "工作目标", "trade"),
        ("specialised_firms", "专精特新企业", "科技服务", "science"),
        ("fund_projects", "重点项目", "文化旅游", "culture_tourism"),
        ("fund_projects", "重点项目", "工作目标", "overall"),
        ("primary_value_added", "第一产业增加值", "工作目标", "agri_services"),
        ("", "演唱会", "商贸服务", "culture_tourism"),
        ("", "公办幼儿园", "养老托育服务", "education"),
        ("", "示范区", "提升品质;养老服务", "elderly_care"),
        ("", "示范区", "养老服务;提升品质", "elderly_care"),
        ("", "示范区", "提升品质", ""),
    ],
)
def test_the_sector_is_that_of_the_noun_and_else_of_the_innermost_heading(code, indicator, heading, sector):
    assert find_sector(code, indicator, heading) == sector


def rows(*indicators, heading="总体要求", section="一"):
    return [Named("", indicator, heading, section) for indicator in indicators]


def test_what_nothing_tells_takes_the_sector_that_prevails_in_the_plan():
    found = find_sectors(rows("年举办展会", "国际性展会", "展位", "相关收入", heading=""))
    assert found == ["exhibition"] * 4


def test_nothing_prevails_where_the_rows_that_tell_are_few_or_of_many_sectors():
    assert find_sectors(rows("展会", "展位", "相关收入", heading=""))[-1] == "other"
    assert find_sectors(rows("展会", "游客", "托位", "银行", "相关收入", heading=""))[-1] == "other"


def test_a_noun_that_says_nothing_goes_with_the_row_before_in_its_section():
    assert find_sectors(rows("托位", "满意度", heading=""))[-1] == "childcare"
    apart = [*rows("托位", heading="", section="一"), *rows("满意度", heading="", section="二")]
    assert find_sectors(apart)[-1] == "other"


def test_jobs_that_are_brought_belong_to_what_stands_before_them_in_the_section():
    firms, jobs = Named("", "家政企业", "", "一"), Named("", "就业", "人社部门提出", "一", "带动")
    assert find_sectors([firms, jobs])[-1] == "domestic_services"
    assert find_sectors([firms, replace(jobs, verb="新增")])[-1] == "hr"
    assert find_sectors([firms, replace(jobs, section="二")])[-1] == "hr"
    assert find_sectors([replace(firms, indicator="服务业企业"), jobs])[-1] == "hr"


def test_a_word_that_touches_many_sectors_gives_way_to_the_heading():
    assert find_sector("", "技能培训", "养老服务") == "elderly_care"
    assert find_sector("", "技能培训", "") == "hr"


@pytest.mark.parametrize(("indicator", "heading", "sector"), corpus("sectors"))
def test_the_sector_of_a_noun_under_a_heading(indicator, heading, sector):
    assert find_sector("", indicator, heading) == sector


def test_words_for_sectors_stand_at_places_that_are_read():
    assert {row["place"] for row in vocabulary.sector_words()} == {
        *NOUN,
        "heading",
        BROAD,
        WHOLE,
        "last",
        DECIDING,
        HIDES,
        TOTAL,
        VAGUE,
    }
