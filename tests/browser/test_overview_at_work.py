"""The list of reports and the page of changes in a real browser."""

import pytest

from helpers.reporting.changes import Snapshot, changes_page, compare
from helpers.reporting.overview import Card, index_page

PIXEL = "data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="


def card(title, name):
    page = {"file": f"{name}.html", "title": title, "lang": "en", "failed": False, "failure": "", "state": "Made."}
    chinese = {**page, "file": f"{name}.zh.html", "title": "要增长多快？", "lang": "zh-CN", "failed": True}
    return Card([page, chinese], said="The answer <b>.", said_lang="en", thumbnail=PIXEL)


def list_of_reports():
    return index_page([card("What is promised?", "1"), card("How fast?", "2")], "2026-11-25", changed="changes.html")


def page_of_changes():
    row = {"target_id": "linxi-2026-aa", "place": "临溪市", "indicator": "<script>alert(1)</script>", "value": "1"}
    before, after = (Snapshot("2026", {"linxi-2026-aa": {**row, "value": value}}, {}) for value in "12")
    return changes_page(compare(before, after), before, after)


@pytest.mark.parametrize("made", [list_of_reports, page_of_changes])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_quiet_reachable_and_fits_any_screen(made, width, visit):
    visited = visit(made(), viewport={"width": width, "height": 800}, color_scheme="dark" if width == 390 else "light")
    assert visited.complaints == []
    assert visited.foreign_requests() == []
    assert visited.faults_of_access() == []
    assert visited.page.evaluate("document.documentElement.scrollWidth") == width


def test_searching_leaves_the_cards_that_match(visit):
    page = visit(list_of_reports()).page
    page.get_by_role("searchbox").fill("fast ANSWER")
    assert page.locator(".cards > li:visible").count() == 1
    assert "1 of 2" in page.get_by_role("status").inner_text()
