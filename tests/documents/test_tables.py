"""Tables of documents in every format, and documents that are made to do harm."""

import time
import zipfile

import pytest
from papers import as_pdf, pdf_table, word_file, word_table

from helpers.documents import DocumentError, read_document
from helpers.documents.pdf_signs import Sign
from helpers.documents.pdf_unruled import tables_of

TABLE = [
    [("指标", 1, 2), ("单位", 1, 2), ("规划目标", 2, 1), ("属性", 1, 2)],
    [("2028年", 1, 1), ("2030年", 1, 1)],
    [("一、规模", 5, 1)],
    [("服务业增加值", 1, 1), ("亿元", 1, 1), ("370", 1, 1), ("420", 1, 1), ("预期性", 1, 2)],
    [("规上企业", 1, 1), ("家", 1, 1), ("800", 1, 1), ("1000", 1, 1)],
]
AS_LINES = """指标\t单位\t规划目标\t\t属性
〃\t〃\t2028年\t2030年\t〃
一、规模\t\t\t\t
服务业增加值\t亿元\t370\t420\t预期性
规上企业\t家\t800\t1000\t〃
"""


def page_with(rows):
    cells = (
        "".join(f'<td colspan="{columns}" rowspan="{down}"><p>{text}</p></td>' for text, columns, down in row)
        for row in rows
    )
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>".encode()


def test_merged_cells_leave_every_other_in_its_own_column_in_a_page():
    assert read_document(page_with(TABLE)) == AS_LINES


def test_merged_cells_leave_every_other_in_its_own_column_in_word():
    assert read_document(word_table(TABLE)) == AS_LINES


@pytest.mark.parametrize("rules", ["ALL", "INTERNAL"])
def test_merged_cells_leave_every_other_in_its_own_column_in_a_pdf(rules):
    # Without outer rules a row of one cell has none at all, and is a line like any other.
    lines = [
        [line.rstrip("\t") for line in text.splitlines()] for text in (read_document(pdf_table(TABLE, rules)), AS_LINES)
    ]
    assert lines[0] == lines[1]


def test_a_table_over_two_pages_of_a_pdf_is_one():
    row = [("规上企业", 1, 1), ("家", 1, 1), ("800", 1, 1), ("1000", 1, 1), ("预期性", 1, 1)]
    lines = read_document(pdf_table([*TABLE[:2], *([row] * 60)], "ALL")).splitlines()
    assert lines[:2] == AS_LINES.splitlines()[:2]
    assert lines[2:] == ["规上企业\t家\t800\t1000\t预期性"] * 60


def test_columns_without_rules_stay_apart_in_a_pdf():
    rows = [
        [(text, 1, 1) for text in line] for line in (("指标", "2028年", "2030年"), ("服务业增加值(亿元)", "370", "420"))
    ]
    lines = read_document(pdf_table(rows, "NONE")).splitlines()
    assert [line.split() for line in lines] == [[text for text, _, _ in row] for row in rows]


WRAPPED = [
    ("序号", "指标", "单位", "2025年（实际）", "2028年目标", "责任单位"),
    ("1", "规模以上服务业企业营业收入", "亿元", "310", "370", "市发展改革委、市统计局、市商务局"),
    ("2", "接待游客", "万人次", "2100", "2400左右", "市文化和旅游局"),
    ("3", "养老机构护理型床位占养老床位总数的比重", "%", "52", "58", "市民政局、市卫生健康委"),
    ("4", "社会物流总费用与地区生产总值的比率", "%", "14.6", "", "市交通运输局"),
]
BEFORE = "表1 主要指标"
AFTER = "注：本表所列各项指标的绝对数按当年价格计算，增长速度按可比价格计算，其中游客为接待国内外游客的人次数。"


def unruled(rows, rules="NONE", **layout):
    cells = [[(text, 1, 1) for text in row] for row in rows]
    content = pdf_table(cells, rules, BEFORE, AFTER, col_widths=(10, 30, 14, 22, 18, 30), **layout)
    return read_document(content).splitlines()


@pytest.mark.parametrize("place", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("align", ["LEFT", "CENTER"])
@pytest.mark.parametrize("padding", [0, 1, 2])
def test_cells_over_several_lines_stay_cells_without_rules_in_a_pdf(place, align, padding):
    lines = unruled(WRAPPED, v_align=place, text_align=align, padding=padding)
    assert lines[0] == BEFORE
    assert [line.rstrip("\t") for line in lines[1:6]] == ["\t".join(row) for row in WRAPPED]
    assert "".join(lines[6:]) == AFTER


@pytest.mark.parametrize("rules", ["HORIZONTAL_LINES", "NO_HORIZONTAL_LINES", "MINIMAL", "SINGLE_TOP_LINE", "ALL"])
def test_cells_stay_cells_whatever_rules_a_pdf_leaves_out(rules):
    lines = unruled(WRAPPED, rules, v_align="MIDDLE", padding=1)
    assert [line.rstrip("\t") for line in lines[1:6]] == ["\t".join(row) for row in WRAPPED]


def test_a_group_between_rows_without_rules_stays_a_line_of_its_own_in_a_pdf():
    rows = [*WRAPPED[:2], ("二、结构", "", "", "", "", ""), *WRAPPED[3:]]
    lines = unruled(rows, v_align="MIDDLE", padding=1)
    assert [line.strip("\t") for line in lines[1:6]] == ["\t".join(row).strip("\t") for row in rows]


def test_a_table_without_rules_over_two_pages_of_a_pdf_is_one():
    lines = unruled([WRAPPED[0], *WRAPPED[1:] * 12], v_align="MIDDLE", padding=1)
    assert [line.rstrip("\t") for line in lines[1:50]] == ["\t".join(row) for row in [WRAPPED[0], *WRAPPED[1:] * 12]]


def test_running_text_with_gaps_is_no_table_in_a_pdf():
    text = "到2028年，全市服务业增加值达到370亿元，规模以上服务业企业达到820家，接待游客2400万人次。" * 8
    assert "\t" not in read_document(as_pdf(text))


def test_a_page_laid_out_by_a_table_gives_its_paragraphs_as_lines():
    inner = "<table><tr><td>指标</td><td>2030年</td></tr><tr><td>增加值</td><td>420</td></tr></table>"
    page = (
        f"<html><body><table><tr><td>页边</td><td><p>一、目标</p><p>到2030年</p>{inner}</td></tr></table></body></html>"
    )
    assert read_document(page.encode()) == "页边\n一、目标\n到2030年\n指标\t2030年\n增加值\t420\n"


def test_two_numbers_in_one_cell_stay_two():
    page = "<html><body><table><tr><td>增加值</td><td><p>370</p><p>420</p></td></tr></table></body></html>"
    assert read_document(page.encode()) == "增加值\t370; 420\n"


def test_a_hyphen_that_does_not_break_is_kept():
    body = "<w:p><w:r><w:t>建成3</w:t><w:noBreakHyphen/><w:t>5家</w:t></w:r></w:p>"
    assert read_document(word_file(body)) == "建成3-5家\n"


def deep_page():
    return ("<html><body>" + "<div>" * 50_000 + "418亿元").encode()


def spanning_page():
    return b"<html><body><table>" + b"<tr><td colspan=999 rowspan=9999>4</td></tr>" * 2000


def zip_bomb():
    return word_file(f"<w:p><w:r><w:t>{'4' * 70_000_000}</w:t></w:r></w:p>", zipfile.ZIP_DEFLATED)


def deep_word():
    return word_file("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000)


def laughing_word():
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    return word_file("", head=f'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaaaaaaaa">{entities}]><l>&m;</l>')


def looping_pdf():
    """A tree of pages that contains itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (deep_page, "nested deeper"),
        (zip_bomb, "larger than any plan"),
        (deep_word, "deeper"),
        (laughing_word, "damaged"),
        (looping_pdf, "pages|damaged"),
    ],
)
def test_what_is_made_to_fill_time_or_memory_is_refused(make, message):
    content = make()
    start = time.perf_counter()
    with pytest.raises(DocumentError, match=message):
        read_document(content)
    assert time.perf_counter() - start < 20


def test_cells_that_claim_to_reach_over_everything_do_not_fill_the_memory():
    assert len(read_document(spanning_page())) < 2_000_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{\\rtf1 2029}", "rich text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        (b"PK\5\6" + bytes(18), "zip file"),
    ],
)
def test_other_kinds_of_files_are_named(content, message):
    with pytest.raises(DocumentError, match=message):
        read_document(content)


def signs_of_lines(lines):
    """The signs of a page by lines of (left edge, text)."""
    found = []
    for number, line in enumerate(lines):
        bottom = -18.0 * number
        for left, text in line:
            found += [
                Sign(one, left + 10 * at, bottom, left + 10 * at + 10, bottom + 14) for at, one in enumerate(text)
            ]
        found.append(Sign("\n", 0, bottom, 0, bottom))
    return found


@pytest.mark.parametrize(
    "lines",
    [
        lambda count: [[(0, "指标甲乙"), (100, "5"), (200, "6")]] * count,
        lambda count: [[(0, "指标"), (100, "目标"), (200, "5")], *[[(0, "指标甲乙")]] * count],
        lambda count: [[(40 * at, "5") for at in range(count)]] * 3,
        lambda count: (
            [[(0, "指标"), (100, "单位"), (200, "目标")], [(0, "甲"), (100, "5"), (200, "6")], [(0, "题")]] * count
        ),
    ],
    ids=["rows", "names", "columns", "headers"],
)
def test_no_page_makes_the_reader_of_tables_hang(lines):
    times = []
    for count in (100, 800):
        signs = signs_of_lines(lines(count))
        start = time.process_time()
        tables_of(signs, [True] * len(signs))
        times.append(time.process_time() - start)
    assert times[1] < 20 * times[0] + 1
