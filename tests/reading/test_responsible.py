"""Bodies named as responsible, at a paragraph's end or on a line of their own."""

import pytest
from corpora import corpus

from helpers.reading.characters import to_plain
from helpers.reading.extract import extract
from helpers.reading.responsible import read_departments
from helpers.reading.structure import read_paragraphs


@pytest.mark.parametrize(("text", "expected"), corpus("departments"))
def test_reads_the_bodies_at_the_end_of_a_paragraph(text, expected):
    assert ";".join(read_departments(to_plain(text))) == expected


def departments_of(text):
    return [one.departments for one in read_paragraphs(to_plain(text))]


def test_a_line_of_bodies_alone_is_that_of_the_lines_above_it_in_its_section():
    text = "一、物流\n(一)建设园区\n建成3个。\n改造2个。\n责任单位：市商务局\n(二)培育企业\n培育5家。"
    bodies = ("市商务局",)
    assert departments_of(text) == [(), bodies, bodies, bodies, bodies, (), ()]


def test_bodies_of_their_own_go_before_those_on_a_line_below():
    text = "1.建设园区\n建成3个。（市交通局负责）\n改造2个。\n（责任单位：市商务局）"
    assert departments_of(text)[1:3] == [("市交通局",), ("市商务局",)]


def test_without_sections_a_line_of_bodies_is_that_of_the_one_line_above():
    assert departments_of("建成3个。\n改造2个。\n（责任单位：市商务局）")[:2] == [(), ("市商务局",)]


def test_a_table_that_was_flattened_to_lines_keeps_its_bodies():
    text = "1\n新建驿站5所\n市交通局\n2\n新增床位30张\n市民政局、市卫健委"
    assert departments_of(text) == [(), ("市交通局",), (), (), ("市民政局", "市卫健委"), ()]


def test_who_signs_a_document_is_not_responsible_for_its_last_line():
    assert departments_of("新建驿站5所。\n云川市交通局\n2028年3月1日") == [(), (), ()]


def test_bodies_that_close_an_item_part_it_from_the_next_on_the_same_line():
    text = "1.建设园区。建成3个。（市交通局负责）2.培育企业。培育5家（市商务局负责）。"
    assert departments_of(text) == [("市交通局",), ("市商务局",)]


def test_bodies_behind_a_label_part_their_item_from_the_next_on_the_same_line():
    text = "1.建设园区。建成3个。责任单位:市交通局 2.培育企业。培育5家。责任单位:市商务局"
    assert departments_of(text) == [("市交通局",), ("市商务局",)]


def test_a_line_of_many_bodies_that_ends_otherwise_is_read_in_no_time():
    assert read_departments("建成3个。" + ",".join(["市商务局"] * 20_000) + "等等") == ()


def test_a_line_of_many_open_brackets_is_read_in_no_time():
    assert read_departments("(甲" * 20_000) == ()
    assert read_departments("(甲)" * 20_000 + "负责") == ()


def statement_bodies(text):
    return [one.departments for one in extract(text, first_year=2026).statements]


def test_bodies_within_a_paragraph_are_those_of_what_stands_before_them():
    text = "1.设施。建成诊所80个。（市民政局）另外，建成商铺200个。（市商务局、市教育局）"
    assert statement_bodies(text) == ["市民政局", "市商务局;市教育局"]


def test_what_a_bracket_says_of_a_count_names_no_bodies():
    text = "1.设施。新建站点12个（含改造3个），培训120人次（市级）。（市商务局、市人社局）"
    assert set(statement_bodies(text)) == {"市商务局;市人社局"}


def test_where_a_document_says_so_the_bodies_before_the_first_comma_lead():
    text = "1.站点。建成站点80个。（市交通局、市商务局，市教育局。逗号前的为牵头单位，下同）\n"
    text += "2.中心。建成中心20个。（市民政局，各县政府）"
    assert statement_bodies(text) == ["市交通局;市商务局", "市民政局"]


def test_where_a_document_says_so_the_first_body_leads():
    text = "1.站点。建成站点80个。（市交通局、市商务局。列第一位的为牵头单位，下同）\n"
    text += "2.中心。建成中心20个。（市民政局、各县政府）"
    assert statement_bodies(text) == ["市交通局", "市民政局"]
