"""The list of reports and the page of changes: pure functions of the manifest, the table and what pages say."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from helpers.reporting.changes import Snapshot, changes_page, compare, read_snapshot, write_snapshot
from helpers.reporting.manifest import Entry, Page
from helpers.reporting.overview import About, cards_of, index_page, publish_overview

NOW = dt.datetime(2026, 11, 25, 20, 0, tzinfo=dt.UTC)
GOOD = Page("1-a.html", "0" * 64, 10, 0, "2026-11-24T03:00:00+00:00", {})
ENTRY = Entry(
    name="1-a",
    notebook="1-a.ipynb",
    entry="1-a",
    place="",
    title="What <b> is promised?",
    titles={},
    language="en",
    parameters={},
    listed=True,
    outcome="made",
    started="2026-11-25T03:00:00+00:00",
    seconds=2.14,
    page=GOOD,
)
CHINESE = replace(
    ENTRY,
    name="1-a.zh",
    title="提出了什么？",
    language="zh",
    parameters={"language": "zh"},
    page=replace(GOOD, file="1-a.zh.html"),
)
ROW = {"target_id": "linxi-2026-aa", "place": "临溪市", "indicator": "物流业增加值", "value": "12", "figure": "12亿元"}
HEAD = (
    '<html><meta name="description" content="12 &lt;b&gt;targets.">'
    '<meta name="thumbnail" content="data:image/webp;base64,AA">'
)


def entries(*given):
    return {entry.name: entry for entry in given}


def page_of(*given, about=None):
    return html.document_fromstring(index_page(cards_of(entries(*given), about or {}), "2026-11-25 20:00"))


def test_the_languages_of_a_report_share_a_card():
    (card,) = cards_of(entries(ENTRY, CHINESE), {"1-a": About("The answer.", "data:x"), "1-a.zh": About("回答。")})
    assert [page["file"] for page in card.pages] == ["1-a.html", "1-a.zh.html"]
    assert (card.said, card.said_lang, card.thumbnail) == ("The answer.", "en", "data:x")


def test_a_card_links_to_its_pages_and_shows_titles_as_letters():
    links = [(link.get("href"), link.get("lang"), link.text_content()) for link in page_of(ENTRY, CHINESE).iter("a")]
    assert ("1-a.html", "en", "What <b> is promised?") in links
    assert ("1-a.zh.html", "zh-CN", "提出了什么？") in links


def test_pages_stand_in_the_order_of_their_numbers_and_other_parameters_last():
    tenth, second = (replace(ENTRY, name=name, notebook=name, page=None) for name in ("10-z", "2-b"))
    asked = replace(ENTRY, name="1-a.places-x", parameters={"places": "x"}, listed=False)
    cards = cards_of(entries(tenth, asked, second, ENTRY), {})
    assert [card.pages[0]["title"] for card in cards][-1] == "What <b> is promised? (cities = x)"
    assert [card.pages[0]["file"] for card in cards] == ["1-a.html", "", "", "1-a.html"]


@pytest.mark.parametrize("reason", ["error", "unfinished", "dead", "timeout", "start", "publishing", "interrupted"])
@pytest.mark.parametrize("entry", [ENTRY, CHINESE])
def test_a_failed_report_says_why_and_which_page_stands(entry, reason):
    failed = replace(entry, outcome="failed", reason=reason, failure="1-a.failed.html")
    page = page_of(failed)
    (state,) = page.find_class("failed")
    assert "2026-11-24 03:00" in state.text_content()
    assert [link.get("href") for link in state.iter("a")] == ["1-a.failed.html"]


def test_a_report_that_never_had_a_page_has_no_link():
    page = page_of(replace(ENTRY, outcome="failed", reason="error", page=None))
    assert page.find_class("cards")[0].find(".//a") is None
    assert "There is no page yet." in page.text_content()


def snapshot(*rows, answers=None, made="2026-11-25 20:00"):
    return Snapshot(made, {row["target_id"]: row for row in rows}, answers or {})


def test_rows_added_removed_and_cells_changed_are_told_apart():
    other = {**ROW, "target_id": "linxi-2026-bb"}
    third = {**ROW, "target_id": "linxi-2026-cc"}
    changes = compare(snapshot(ROW, other), snapshot({**ROW, "value": "15", "note": "mended"}, third))
    assert changes.added == [third]
    assert changes.removed == [other]
    assert changes.cells == [
        ("linxi-2026-aa", "临溪市", "物流业增加值", "value", "12", "15"),
        ("linxi-2026-aa", "临溪市", "物流业增加值", "note", "", "mended"),
    ]


def test_answers_are_compared_page_by_page():
    said = {"1-a": {"title": "A", "answer": "5 plans"}, "2-b": {"title": "B", "answer": "same"}}
    now = {**said, "1-a": {"title": "A", "answer": "6 plans"}, "3-c": {"title": "C", "answer": "new"}}
    changes = compare(snapshot(answers=said), snapshot(answers=now))
    assert changes.answers == [("A", "5 plans", "6 plans")]
    assert changes.new_pages == ["3-c"]


CELLS = st.dictionaries(st.sampled_from(["value", "unit", "note"]), st.text(max_size=3), max_size=3)
TABLES = st.dictionaries(st.sampled_from(["a-1", "a-2", "a-3"]), CELLS, max_size=3)


@given(TABLES, TABLES)
def test_the_changes_lead_from_the_old_table_to_the_new_one(old, new):
    old, new = ({key: {"target_id": key, **row} for key, row in table.items()} for table in (old, new))
    changes = compare(Snapshot("", old, {}), Snapshot("", new, {}))
    made = {key: dict(row) for key, row in old.items()}
    for row in changes.removed:
        del made[row["target_id"]]
    for row in changes.added:
        made[row["target_id"]] = dict(row)
    for key, _, _, column, _, after in changes.cells:
        made[key][column] = after
    filled = [{key: {c: v for c, v in row.items() if v} for key, row in table.items()} for table in (made, new)]
    assert filled[0] == filled[1]


def test_the_page_of_changes_counts_and_shows_them_in_both_languages():
    before, after = snapshot(ROW, made="2026-11-24 03:00"), snapshot({**ROW, "value": "<b>15"})
    page = html.document_fromstring(changes_page(compare(before, after), before, after))
    answer = page.find_class("answer")[0].text_content()
    assert "0 added, 0 removed, 1 changed in 1 cells" in answer
    assert "修改1项" in answer
    assert ["value", "12", "<b>15"] in [[cell.text_content() for cell in row][3:] for row in page.iter("tr")]


def test_a_first_run_says_that_there_is_nothing_to_compare_with():
    page = html.document_fromstring(changes_page(compare(snapshot(), snapshot()), None, snapshot(ROW)))
    assert "This is the first run" in page.find_class("answer")[0].text_content()


def test_a_snapshot_is_read_as_it_was_written_and_others_are_not_read():
    assert read_snapshot(write_snapshot(snapshot(ROW))) == snapshot(ROW)
    for other in (b"", b"[]", b"{", json.dumps({"format": 0}).encode()):
        assert read_snapshot(other) is None


def publish(folder, table, *given, now=NOW):
    publish_overview(folder, entries(*given), table, now)
    return (folder / "changes.html").read_text(encoding="utf-8")


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "targets.csv"
    path.write_text("target_id,place,value\nlinxi-2026-aa,临溪市,12\n", encoding="utf-8")
    return path


def test_list_and_changes_are_written_beside_the_pages(tmp_path, table):
    (tmp_path / "1-a.html").write_text(HEAD, encoding="utf-8")
    assert "This is the first run" in publish(tmp_path, table, ENTRY)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "12 &lt;b&gt;targets." in index
    assert "data:image/webp;base64,AA" in index


def test_the_page_of_changes_stands_until_something_changes(tmp_path, table):
    first = publish(tmp_path, table, ENTRY)
    assert publish(tmp_path, table, ENTRY, now=NOW + dt.timedelta(days=1)) == first
    table.write_text("target_id,place,value\nlinxi-2026-aa,临溪市,13\n", encoding="utf-8")
    second = publish(tmp_path, table, ENTRY, now=NOW + dt.timedelta(days=2))
    assert "1 changed in 1 cells" in second
    assert "2026-11-25 20:00 to 2026-11-27 20:00" in second


def test_a_broken_memory_of_the_last_run_is_a_first_run(tmp_path, table):
    (tmp_path / "last-run.json").write_bytes(b"{")
    assert "This is the first run" in publish(tmp_path, table, ENTRY)
