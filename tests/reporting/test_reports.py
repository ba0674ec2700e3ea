"""The command, end to end: from a list of reports to pages that need nothing else."""

import base64
import io
import re
from html.parser import HTMLParser

import nbformat
import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont

from helpers import paths
from helpers.__main__ import main
from helpers.reporting.export import in_language
from helpers.reporting.overview import CHANGES, INDEX
from helpers.reporting.parameters import check_parameters, read_parameters
from helpers.reporting.places import read_known
from helpers.reporting.reports import ReportError, choose_reports, read_reports

REPORTS = paths.notebooks() / "reports.yml"
#: What stands around the pages: the list of them, and what changed.
AROUND = (INDEX, CHANGES)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """All reports, made once."""
    folder = tmp_path_factory.mktemp("reports")
    result = CliRunner().invoke(main, ["report", "--output", str(folder)])
    assert result.exit_code == 0, result.output
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html") if path.name not in AROUND}


class Page(HTMLParser):
    """Tags with their attributes, and the text that a reader sees."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.seen, self.hidden = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.hidden = tag in ("style", "script")

    def handle_endtag(self, tag):  # noqa: ARG002 - the base class names it
        self.hidden = False

    def handle_data(self, data):
        if not self.hidden:
            self.seen.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def test_every_report_becomes_a_page(pages):
    known = read_known(paths.processed() / "targets.csv").places
    assert set(pages) == {f"{report.name}.html" for report in read_reports(REPORTS, known)}


def test_a_page_fetches_nothing_from_anywhere(pages):
    for html in pages.values():
        page = Page(html)
        assert page.all("script") == [{}], "the page's own script, and no other"
        assert not page.all("iframe")
        assert [link for link in page.all("link") if not link["href"].startswith("data:")] == []
        assert all(re.match("data:image/(png|webp);base64,", image["src"]) for image in page.all("img"))
        style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
        assert all(address.startswith("data:") for address in re.findall(r'url\("?([^")]+)', style))
        assert "@import" not in style


def test_a_page_brings_a_glyph_for_each_of_its_chinese_characters(pages):
    for html in pages.values():
        font = TTFont(io.BytesIO(base64.b64decode(re.search(r"data:font/woff;base64,([^\"]+)", html)[1])))
        shown = {ord(sign) for text in Page(html).seen for sign in text if "\u2e80" <= sign <= "\uffff"}
        assert shown
        assert shown <= set(font.getBestCmap())


def test_every_figure_is_described(pages):
    for name, html in pages.items():
        images = Page(html).all("img")
        notebook = (paths.notebooks() / f"{name.split('.')[0]}.ipynb").read_text(encoding="utf-8")
        assert len(images) == notebook.count("h.show_figure(") > 0
        assert all(len(image["alt"]) > 30 and "No description" not in image["alt"] for image in images)


def test_a_page_speaks_one_language(pages):
    english, chinese = (Page(pages[f"1-what-is-promised{ending}.html"]) for ending in ("", ".zh"))
    assert english.all("html")[0]["lang"] == "en"
    assert chinese.all("html")[0]["lang"] == "zh-CN"
    assert "Which promises can be compared?" in "".join(english.seen)
    assert "哪些目标可以相互比较？" in "".join(chinese.seen)
    assert "Which promises" not in "".join(chinese.seen)


def test_a_page_shows_the_answer_and_holds_its_code_for_who_asks(pages):
    html = pages["1-what-is-promised.html"]
    text = "".join(Page(html).seen)
    assert "state 298 quantified targets" in text
    assert "load_targets" in text
    assert "html:not(.code) .code_cell > .input { display: none; }" in html
    assert "Warning" not in text


def test_under_each_figure_stands_its_table(pages):
    for html in pages.values():
        figures = re.findall(r'<figure class="drawn">.*?</figure>', html, re.DOTALL)
        assert len(figures) == len(Page(html).all("figure"))
        drawn = [figure for figure in figures if not re.search("Nothing to draw|无图可绘", figure)]
        assert all("<details><summary" in figure and "<table" in figure for figure in drawn)


def test_every_id_of_a_page_leads_to_a_row_that_is_there(pages):
    for html in pages.values():
        page = Page(html)
        anchors = {row["id"] for row in page.all("tr") if "id" in row}
        links = {link["href"][1:] for link in page.all("a") if link.get("class") == "id"}
        assert links
        assert links <= anchors


def test_a_page_stays_light(pages):
    assert max(len(html.encode()) for html in pages.values()) < 1_500_000


def test_every_target_of_the_table_is_on_the_page(pages):
    ids = re.findall(r"^[^,]+", (paths.processed() / "targets.csv").read_text(encoding="utf-8"), re.MULTILINE)[1:]
    assert all(target_id in pages["1-what-is-promised.html"] for target_id in ids)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report", "nothing"], "no report is called nothing; there are 1-what-is-promised"),
        (["report", "-p", "plces=兰州"], "no parameter 'plces'; did you mean places?"),
        (["report", "-p", "places"], "'places' is not key=value"),
        (["report", "1-what-is-promised", "-p", "places=Lanzhuo"], "did you mean 兰州市 / Lanzhou"),
    ],
)
def test_a_slip_in_the_command_is_explained_before_anything_runs(arguments, message, tmp_path):
    result = CliRunner().invoke(main, [*arguments, "--output", str(tmp_path)])
    assert result.exit_code == 2
    assert message in result.output
    assert not list(tmp_path.iterdir())


def test_a_city_that_lacks_what_is_asked_for_gets_a_plain_sentence(tmp_path):
    arguments = [
        "report",
        "1-what-is-promised",
        "-p",
        "places=Heze",
        "-p",
        "sectors=aviation",
        "--output",
        str(tmp_path),
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    page = Page((tmp_path / "1-what-is-promised.places-Heze.sectors-aviation.html").read_text(encoding="utf-8"))
    assert "No plan in the table states a target for what was asked: Heze; aviation." in "".join(page.seen)


def test_one_city_alone_makes_a_page(tmp_path):
    result = CliRunner().invoke(
        main, ["report", "1-what-is-promised", "-p", "places=[万盛]", "--output", str(tmp_path)]
    )
    assert result.exit_code == 0, result.output
    page = Page((tmp_path / "1-what-is-promised.places-万盛.html").read_text(encoding="utf-8"))
    assert "Asked for: cities = Wansheng" in "".join(page.seen), "the page must say what it was asked"
    assert "Five plans" not in "".join(page.seen)


def test_a_page_of_other_parameters_replaces_no_other():
    report = read_reports(REPORTS)[0]
    names = {report.with_parameters(asked).name for asked in ({}, {"places": "乌海"}, {"language": "zh"})}
    assert len(names) == 3
    assert report.name in names


def test_values_on_the_command_line_are_lists_numbers_and_words():
    assert read_parameters(("places=[乌海, 兰州]", "sectors=finance，trade", "years=2025", "language=zh")) == {
        "places": ["乌海", "兰州"],
        "sectors": ["finance", "trade"],
        "years": 2025,
        "language": "zh",
    }


def test_reports_are_chosen_by_name_and_all_without_one():
    reports = read_reports(REPORTS)
    assert choose_reports(reports, ()) == reports
    assert [report.name for report in choose_reports(reports, (reports[1].name,))] == [reports[1].name]


def test_the_parameters_of_every_report_exist_in_its_notebook():
    for report in read_reports(REPORTS):
        check_parameters(report.notebook, report.parameters)


def test_two_reports_of_one_name_are_refused(tmp_path):
    path = tmp_path / "reports.yml"
    path.write_text("- {name: a, notebook: a.ipynb, title: A}\n" * 2, encoding="utf-8")
    with pytest.raises(ReportError, match="two reports are called a"):
        read_reports(path)


def test_the_narrative_of_other_languages_is_left_out_and_the_notebook_stays_as_it_is():
    cell = nbformat.v4.new_markdown_cell
    notebook = nbformat.v4.new_notebook(
        cells=[
            cell("a", metadata={"tags": ["lang-en"]}),
            cell("b", metadata={"tags": ["lang-zh"]}),
            cell("c"),
        ]
    )
    assert [entry.source for entry in in_language(notebook, "zh").cells] == ["b", "c"]
    assert len(notebook.cells) == 3
