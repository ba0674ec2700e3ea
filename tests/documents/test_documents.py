"""Documents as cities publish them: every figure survives, and what cannot be read says why."""

import zipfile
from io import BytesIO

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import as_html, as_pdf, as_word, word_file

from helpers.documents import DocumentError, read_document

TEXT = """临溪市推进服务业提质三年行动方案
到2029年,全市服务业增加值达到418亿元以上,年均增长7%以上,规模以上服务业企业数量超过260家,现代物流业增加值占比提高到16%。
培育龙头企业12家、引进总部企业3家。
"""
LOCK = "only for this test"
HELD = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
CELL = "<w:p><w:r><w:t>418亿元</w:t></w:r></w:p>"


def squeeze(text):
    return "".join(text.split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_every_encoding_that_cities_use(encoding):
    assert read_document(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_page_is_read_whatever_encoding_it_declares(encoding):
    assert read_document(as_html(TEXT).encode(encoding)).split("\n")[:3] == TEXT.split("\n")[:3]


TRADITIONAL = """臨溪市推進服務業提質三年行動方案
到2029年，全市服務業增加值達到418億元以上，規模以上服務業企業數量超過260家。
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "cp950", "big5hkscs"])
@pytest.mark.parametrize("as_page", [False, True], ids=["text", "page"])
def test_traditional_text_is_read_in_its_own_encodings_too(encoding, as_page):
    page = f"<html><head><title>t</title></head><body><p>{TRADITIONAL}</p></body></html>"
    printed = page if as_page else TRADITIONAL
    assert squeeze(read_document(printed.encode(encoding))) == squeeze(TRADITIONAL)


def test_a_word_of_traditional_text_is_enough():
    assert read_document("服務業增加值".encode("big5")) == "服務業增加值"


def test_what_is_in_no_chinese_encoding_is_refused_not_read_as_nonsense():
    text = "サービス業の付加価値を2029年までに拡大する。" * 4
    with pytest.raises(DocumentError, match="save it as UTF-8"):
        read_document(text.encode("shift_jis"))


def test_a_damaged_text_in_big5_is_refused_not_read_as_nonsense():
    with pytest.raises(DocumentError, match="save it as UTF-8"):
        read_document(TRADITIONAL.encode("big5") + b"\xf9\xfe\xff\xa4")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("市服务业增加值达到年亿元以上企业培育物流，。2029"), min_size=1))
def test_no_simplified_text_is_taken_for_another(text):
    assert read_document((text + "服务业").encode("gb18030")) == text + "服务业"


def test_the_figures_of_a_page_are_not_cut_apart_by_tags_and_furniture_is_off():
    text = read_document(as_html(TEXT).encode())
    assert "418亿元以上" in text
    assert "12345" not in text
    assert "var x" not in text


def test_line_breaks_end_lines_and_source_lines_do_not():
    page = "<html><body><p>到2029年,\n服务业增加值达到418亿元<br>培育企业12家</p></body></html>"
    assert read_document(page.encode()) == "到2029年,服务业增加值达到418亿元\n培育企业12家\n"


def test_a_table_s_row_is_one_line_with_tabs_between_cells():
    head = "<tr><th>指标</th><th><p>2029</p><p>年</p></th></tr>"
    page = f"<html><body><table>{head}<tr><td>增加值</td><td>4<b>18</b></td></tr></table></body></html>"
    assert read_document(page.encode()) == "指标\t2029年\n增加值\t418\n"


def test_a_word_document_gives_its_paragraphs_and_tables():
    assert read_document(as_word(TEXT)) == TEXT
    assert read_document(as_word("指标\t2029年\n增加值\t418亿元\n")) == "指标\t2029年\n增加值\t418亿元\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p><w:ins><w:r><w:t>418亿元</w:t></w:r></w:ins></w:p>", "418亿元"),
        ("<w:p><w:del><w:r><w:delText>301亿元</w:delText></w:r></w:del><w:r><w:t>418亿元</w:t></w:r></w:p>", "418亿元"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>418亿元</w:t></w:r></w:p></w:sdtContent></w:sdt>", "418亿元"),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>418亿元</w:t></w:r></w:sdtContent></w:sdt></w:p>", "418亿元"),
        ("<w:p><w:r><w:txbxContent><w:p><w:r><w:t>418亿元</w:t></w:r></w:p></w:txbxContent></w:r></w:p>", "418亿元"),
        (
            f"<w:tbl><w:tr><w:tc>{HELD}<w:tbl><w:tr><w:tc>{CELL}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "甲\n418亿元",
        ),
    ],
    ids=["insertion", "deletion", "block control", "inline control", "text box", "nested table"],
)
def test_what_common_readers_lose_is_kept(body, expected):
    assert read_document(word_file(body)).strip() == expected


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"], ids=["paragraphs flush left", "paragraphs indented"])
def test_the_wrapped_lines_of_a_pdf_are_joined_again(indent):
    text = read_document(as_pdf(TEXT, indent=indent))
    assert squeeze(text) == squeeze(TEXT)
    assert "418亿元以上" in text
    assert len(text.splitlines()) == len(TEXT.splitlines())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n ", "is empty"),
        (bytes(range(256)) * 40, "no text|control characters|neither UTF-8"),
        (as_word(TEXT)[:200], "cut off or damaged"),
        (as_pdf(TEXT)[:900], "damaged|pictures|cut off"),
        (as_pdf(TEXT, password=LOCK), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old or encrypted office file"),
        (b"\xff\xfe\x00", "breaks off"),
        (b"<html><body></body></html>", "no text"),
    ],
    ids=["empty", "blank", "binary", "cut docx", "cut pdf", "locked pdf", "old office", "cut utf-16", "blank page"],
)
def test_what_cannot_be_read_says_why(content, message):
    with pytest.raises(DocumentError, match=message):
        read_document(content)


def test_a_scan_says_that_it_holds_no_text():
    pdf = FPDF()
    pdf.add_page()
    with pytest.raises(DocumentError, match="recognised first"):
        read_document(bytes(pdf.output()))


def test_another_zip_file_is_no_document():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(DocumentError, match="no text document"):
        read_document(out.getvalue())


def test_a_file_of_200_megabytes_is_refused_before_it_is_read():
    with pytest.raises(DocumentError, match="200 MiB"):
        read_document(bytes(1) + b"x" * (200 * 2**20))


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_any_bytes_give_a_text_or_an_error_that_explains(content):
    assert outcome(content).strip()


def outcome(content):
    try:
        return read_document(content)
    except DocumentError as error:
        return str(error)
