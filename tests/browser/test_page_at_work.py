"""What a reader can do on a page: sort, filter, take away, switch, look up, print."""

import csv
import io
import re
import shutil

import pypdfium2
import pytest
from made import HOSTILE, page_with_figures, sample_page

from helpers.reporting.pdf import PdfError, print_pdf

A4 = (595, 842)  # points
IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE


@pytest.fixture(scope="module")
def html():
    return sample_page()


@pytest.fixture
def page(html, visit):
    return visit(html, viewport={"width": 1280, "height": 900}).page


def first_table(page):
    return page.locator("main table.rows").first


def column(page, place):
    cells = first_table(page).locator(f"tbody tr:visible td:nth-child({place})")
    return cells.all_text_contents()


def sort_by(page, name):
    first_table(page).get_by_role("button", name=name, exact=True).click()


def test_hostile_words_are_letters_everywhere(html, visit):
    visited = visit(html)
    page = visited.page
    assert visited.complaints == []
    assert visited.foreign_requests() == []
    assert page.title() == HOSTILE[0]
    assert page.locator(".answer").inner_text() == " ".join(HOSTILE)
    assert all(text in column(page, 1) for text in HOSTILE)
    assert page.locator("script").count() == 1
    assert page.locator("[onerror], [src=x]").count() == 0


def test_even_a_script_that_got_into_the_page_would_not_run(html, visit):
    visited = visit(html.replace("</main>", "<script>document.title = 'run'</script><i onclick='x()'>a</i></main>"))
    assert visited.page.title() == HOSTILE[0]
    assert any("Content Security Policy" in complaint for complaint in visited.complaints)


def test_numbers_sort_by_size_and_a_cell_without_one_stands_last(page):
    sort_by(page, "Target")
    rising = ["-5%", "3%", "4%", "7%", "20%", "≥ 900 firms", "35 million visits", "1.2 billion yuan", ""]
    assert column(page, 2) == rising
    head = first_table(page).locator("th", has_text="Target")
    assert head.get_attribute("aria-sort") == "ascending"
    sort_by(page, "Target")
    assert column(page, 2) == [*reversed(rising[:-1]), ""]
    assert head.get_attribute("aria-sort") == "descending"
    sort_by(page, "Target")
    assert head.get_attribute("aria-sort") is None
    assert column(page, 4)[:3] == ["2028", "2026", "2027"], "the third time, the order of the report"


def test_sections_sort_as_the_plan_counts_and_places_by_their_sound(page):
    sort_by(page, "Section")
    assert column(page, 3)[:4] == ["一", "二(九)", "二(十)", "三"]
    sort_by(page, "Place")
    chinese = [name for name in column(page, 1) if "\u4e00" <= name[0] <= "\u9fff"]
    assert chinese == ["安丘县", "白鹭县", "澄湖市", "临溪市"], "an, bai, cheng, lin"


def test_sorting_works_from_the_keyboard(page):
    first_table(page).get_by_role("button", name="Year", exact=True).focus()
    page.keyboard.press("Enter")
    assert column(page, 4) == sorted(column(page, 4))


def test_filtering_shows_matching_rows_and_says_how_many(page):
    field = page.get_by_label("Filter rows").first
    field.fill("市 二(十")
    assert column(page, 1) == ["临溪市"]
    status = page.locator(".tools [role=status]").first
    assert status.inner_text() == "1 of 9 rows shown"
    field.fill("")
    assert len(column(page, 1)) == 9
    assert status.inner_text() == ""


def test_the_downloaded_table_is_the_table_and_holds_no_formula(page, tmp_path):
    sort_by(page, "Year")
    page.get_by_label("Filter rows").first.fill("临溪市")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").first.click()
    path = tmp_path / "table.csv"
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename == "a-sample-1.csv"
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    assert head == ["Place", "Target", "Section", "Year", "Id"]
    assert [row[0] for row in rows] == ["临溪市", "白鹭县", *HOSTILE[:3], "'=1+1", HOSTILE[4], "澄湖市", "安丘县"]
    assert [row[1] for row in rows][3] == "-5%", "a negative number is no formula"


def test_code_is_folded_away_until_asked_for(page):
    code = page.locator(".code_cell > .input")
    assert code.first.is_hidden()
    switch = page.get_by_role("button", name="Code")
    switch.click()
    assert code.first.is_visible()
    assert switch.get_attribute("aria-pressed") == "true"
    switch.click()
    assert code.first.is_hidden()


@pytest.mark.parametrize(("scheme", "start", "then"), [("light", "light", "dark"), ("dark", "dark", "light")])
def test_the_page_is_dark_where_the_system_is_and_can_be_switched(html, visit, scheme, start, then):
    page = visit(html, color_scheme=scheme).page
    ground = "parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) > 128 ? 'light' : 'dark'"
    assert page.evaluate(ground) == start
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(ground) == then


def test_an_id_opens_where_its_number_comes_from(page):
    link = first_table(page).locator("a.id").first
    link.click()
    dialog = page.get_by_role("dialog")
    assert dialog.locator("h2").inner_text() == link.inner_text()
    said = dialog.locator("dl").inner_text()
    assert all(label in said for label in ("As printed", "Section", "Characters in the text", "Year printed in"))
    dialog.get_by_role("link", name=link.inner_text().rsplit("-", 1)[0]).click()
    assert "SHA-256 of the text" in dialog.locator("dl").inner_text(), "the plan that it stands in"
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_an_address_with_an_id_opens_the_row(html, visit, page):
    target = first_table(page).locator("a.id").first.inner_text()
    page.goto(f"{page.url.split('#')[0]}#{target}")
    assert page.locator(f"tr[id='{target}']").is_visible()


def test_without_scripts_all_is_there_to_read(html, visit):
    page = visit(html, java_script_enabled=False).page
    assert page.locator("main table.rows").first.is_visible()
    assert page.get_by_role("button").count() == 0
    assert page.locator(".input").first.is_hidden()


def test_a_printed_page_is_a4_has_no_buttons_and_repeats_the_heads_of_tables(tmp_path, browser):
    path = tmp_path / "page.html"
    path.write_text(sample_page(times=12), encoding="utf-8")
    printed = pypdfium2.PdfDocument(print_pdf(path))
    assert all(abs(a - b) < 2 for sheet in printed for a, b in zip(sheet.get_size(), A4, strict=True))
    sheets = [sheet.get_textpage().get_text_range() for sheet in printed]
    with_rows = [text for text in sheets if "安丘县" in text]
    assert len(with_rows) > 1
    assert all("Section" in text for text in with_rows)
    text = "".join(sheets)
    assert "临溪市" in text
    assert f"1 / {len(printed)}" in text
    assert not any(word in text for word in ("Download CSV", "Filter rows", "Dark"))
    assert "folded on the page" in text, "what is not printed is said"


@pytest.mark.parametrize("lines", [1, 6])
def test_no_sheet_ends_between_a_heading_and_its_figure(tmp_path, browser, lines):
    path = tmp_path / "page.html"
    path.write_text(page_with_figures(12, lines), encoding="utf-8")
    sheets = list(pypdfium2.PdfDocument(print_pdf(path)))
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    headings = [place for place, text in enumerate(texts) for _ in re.findall(r"Part-\d+-begins", text)]
    figures = [place for place, sheet in enumerate(sheets) for _ in sheet.get_objects([IMAGE], max_depth=9)]
    assert len(headings) == len(figures) == 12
    assert headings == figures


def test_a_machine_without_a_browser_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("CITY_TARGETS_CHROMIUM", str(tmp_path / "nothing"))
    with pytest.raises(PdfError, match="no Chromium found"):
        print_pdf(tmp_path / "page.html")


def test_a_browser_that_fails_leaves_the_old_print(tmp_path, monkeypatch):
    monkeypatch.setenv("CITY_TARGETS_CHROMIUM", shutil.which("false"))
    (tmp_path / "page.pdf").write_bytes(b"old")
    with pytest.raises(PdfError, match=r"failed on page\.html with status 1"):
        print_pdf(tmp_path / "page.html")
    assert (tmp_path / "page.pdf").read_bytes() == b"old"
