"""Opening a plan for a person to check, from the shell and from the notebook."""

import nbformat
import papermill
import pytest
from click.testing import CliRunner

from helpers import ReviewError, UnknownNameError, open_review, paths, show_page
from helpers.__main__ import main

NOTEBOOK = paths.notebooks() / "0-is-the-plan-read-right.ipynb"
PLAN = "临溪市服务业行动方案(2027—2029年)\n到2029年,规上服务业企业达到210家。\n"


@pytest.fixture
def at_hand(tmp_path, monkeypatch):
    """A folder of drafts whose one plan's text is at hand."""
    source, drafts = tmp_path / "texts", tmp_path / "drafts"
    source.mkdir()
    (source / "linxi.txt").write_text(PLAN, encoding="utf-8")
    assert CliRunner().invoke(main, ["extract", str(source), "--output", str(drafts)]).exit_code == 0
    monkeypatch.setenv("CITY_TARGETS_DOCUMENTS", str(source))
    return drafts


def outputs_of(path):
    cells = nbformat.read(path, as_version=4).cells
    return "".join(part.get("data", {}).get("text/html", "") for cell in cells for part in cell.get("outputs", []))


def test_without_a_name_the_first_plan_at_hand_is_opened(at_hand):
    review = open_review(None, drafts=at_hand)
    assert "1 rows taken for targets, 1 of them not yet reviewed and 0 of those doubtful; 2 other" in review.answer
    assert "规上服务业企业" in review.page


def test_it_speaks_either_language(at_hand):
    review = open_review("linxi", drafts=at_hand, language="zh")
    assert "共1行判为目标" in review.answer
    assert "优先核对" in review.page
    assert "To look at first" not in review.page


def test_an_unknown_plan_is_named_with_those_that_are_there(at_hand):
    with pytest.raises(UnknownNameError, match="there are linxi"):
        open_review("nowhere", drafts=at_hand)


def test_a_named_plan_whose_text_is_missing_says_what_to_do(at_hand, monkeypatch):
    monkeypatch.delenv("CITY_TARGETS_DOCUMENTS")
    with pytest.raises(ReviewError, match="--documents"):
        open_review("linxi", drafts=at_hand)


def test_where_no_text_is_at_hand_it_says_so_and_shows_nothing(at_hand, monkeypatch):
    monkeypatch.delenv("CITY_TARGETS_DOCUMENTS")
    review = open_review(None, drafts=at_hand)
    assert "data/raw/documents/" in review.answer
    assert show_page(review.page).data == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_notebook_shows_the_page_in_a_frame(at_hand, tmp_path, language):
    made = tmp_path / "made.ipynb"
    papermill.execute_notebook(
        NOTEBOOK, made, {"drafts": str(at_hand), "language": language}, progress_bar=False, kernel_name="python3"
    )
    shown = outputs_of(made)
    assert '<iframe srcdoc="&lt;!doctype html&gt;' in shown
    assert "规上服务业企业" in shown


def test_the_table_of_a_folder_holds_earlier_plans_and_what_a_person_changed(at_hand, tmp_path):
    stated = at_hand / "statements" / "linxi.csv"
    stated.write_text(stated.read_text(encoding="utf-8").replace("draft", "reviewed"), encoding="utf-8")
    later = tmp_path / "beidu.txt"
    later.write_text("北渡市物流业行动方案(2027—2029年)\n到2029年,物流园区达到9个。\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["extract", str(later), "--output", str(at_hand)]).exit_code == 0
    rows = (at_hand / "targets.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[1] for row in rows] == ["beidu", "linxi"]
    assert "reviewed" in rows[1]
