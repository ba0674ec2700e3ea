"""The page on which a person checks a plan: every figure marked, its row beside it, doubtful rows first."""

import re

import pytest
from click.testing import CliRunner

from helpers.__main__ import main
from helpers.reporting.review import review_page

TEXT = "到2028年,增加值达到418亿元以上<b>。\n\n建成中心和站点分别达到4个。2024年有3个。\n"
FIRST = TEXT.index("418")
ROW = {
    "indicator": "增加值", "measure": "level", "operator": "ge", "value": 41800000000, "value_max": None, "unit": "元",
    "period": "by", "start_year": None, "target_year": 2028, "modality": "plain", "sector": "overall", "section": "",
    "departments": "市商务局", "figure": "418亿元以上", "char_start": FIRST, "char_end": FIRST + len("418亿元以上"),
    "review": "draft", "rule": "noun", "doubts": ["length"], "line": 2,
}  # fmt: skip
START = TEXT.index("4个")
SHARED = {**ROW, "indicator": "中心", "figure": "4个", "char_start": START, "char_end": START + 2, "doubts": []}
ROWS = [ROW, SHARED, {**SHARED, "indicator": "站点", "review": "reviewed", "doubts": ["verb"]}]
REJECTED = [{"char_start": TEXT.index("3个"), "char_end": TEXT.index("3个") + 2, "reason": "fact"}]


@pytest.fixture
def page():
    return review_page("A plan", TEXT, ROWS, REJECTED, ("s.csv", "r.csv"), "foot")


def test_every_figure_is_marked_once_and_the_text_is_whole(page):
    assert re.findall(r'<mark class="target" id="t\d+"><a href="#r\d+">(.*?)</a>', page) == ["418亿元以上", "4个"]
    assert "3个<sub>fact</sub>" in page
    assert "&lt;b&gt;" in page
    lines = re.findall(r'<div class="line"><p>(.*?)</p>', page)
    bare = [re.sub(r"<sub>.*?</sub>|<[^>]+>", "", line).replace("&lt;b&gt;", "<b>") for line in lines]
    assert bare == [line for line in TEXT.split("\n") if line]


def test_rows_that_share_a_figure_stand_beside_it_together(page):
    assert re.findall(r'<div id="r\d+"><strong>(.*?)</strong>', page) == ["增加值", "中心", "站点"]


def test_only_drafts_that_raise_a_doubt_are_to_be_looked_at_first(page):
    first = page.split("To look at first")[1].split("<h2>")[0]
    assert first.count("<td><a") == 1
    assert "3 rows taken for targets, 2 of them not yet reviewed and 1 of those doubtful; 1 other numerals." in page


def test_a_plan_that_is_not_there_is_named_with_those_that_are():
    result = CliRunner().invoke(main, ["review", "nowhere-2027"])
    assert result.exit_code == 2
    assert "there are wuhai-2025" in result.output


def test_a_plan_whose_text_is_not_at_hand_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("CITY_TARGETS_DOCUMENTS", raising=False)
    result = CliRunner().invoke(main, ["review", "wuhai-2025", "--documents", str(tmp_path)])
    assert result.exit_code == 1
    assert "--documents" in result.output


def test_drafts_are_shown_with_the_text_that_they_were_read_from(tmp_path):
    source, drafts, out = tmp_path / "in", tmp_path / "drafts", tmp_path / "out"
    source.mkdir()
    (source / "linxi.html").write_text(
        "<html><body><p>临溪市服务业行动方案(2027—2029年)</p><p>规上服务业企业达到210家。</p></body></html>",
        encoding="utf-8",
    )
    run = CliRunner().invoke
    assert run(main, ["extract", str(source), "--output", str(drafts)]).exit_code == 0
    asked = ["review", "linxi", "--drafts", str(drafts), "--documents", str(source), "--output", str(out)]
    assert run(main, asked).exit_code == 0
    page = (out / "review-linxi.html").read_text(encoding="utf-8")
    assert "规上服务业企业" in page
    assert "no year is printed near it" in page
