"""Every report's page in a real browser: it asks for nothing, complains of nothing, and can be read by everyone."""

from dataclasses import replace
from itertools import groupby

import pytest
from made import page_of

from helpers import paths
from helpers.reporting.places import read_known
from helpers.reporting.reports import read_reports

PHONE = {"viewport": {"width": 390, "height": 844}}
SCREEN = {"viewport": {"width": 1280, "height": 900}}
HEAVIEST = 1_500_000

#: Marks elements of nothing but Chinese characters, evenly over the page; arrows of heads and summaries are none.
MARK_CHINESE = """(most) => {
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data);
    const found = [...document.querySelectorAll('body *:not(.sort, summary)')]
        .filter((element) => /^[\\u3400-\\u9fff]+$/.test(own(element).join('')));
    const step = Math.ceil(found.length / most);
    found.forEach((element, place) => { if (place % step === 0) element.dataset.chinese = ''; });
}"""
SAMPLE = 150

#: With one place, so that a report with a page for each place has one page here.
REPORTS = read_reports(paths.notebooks() / "reports.yml", read_known(paths.processed() / "targets.csv").places[:1])


def one_of_each_notebook():
    """Each notebook once, in one language and then the other by turns: all of both would take twice as long."""
    by_notebook = groupby(sorted(REPORTS, key=lambda report: report.notebook.name), lambda report: report.notebook)
    for place, (_, group) in enumerate(by_notebook):
        language = ("en", "zh")[place % 2]
        first = next(group)
        yield replace(first, name=first.name.removesuffix(".zh"), parameters={**first.parameters, "language": language})


@pytest.fixture(scope="module", params=one_of_each_notebook(), ids=lambda report: f"{report.name}-{report.language}")
def html(request):
    return page_of(request.param)


def test_it_is_light_quiet_and_asks_for_nothing(html, visit):
    visited = visit(html, **SCREEN)
    assert len(html.encode()) <= HEAVIEST
    assert visited.foreign_requests() == []
    assert visited.complaints == []


def test_a_reader_with_a_screen_reader_or_a_keyboard_can_use_it(html, visit):
    visited = visit(html, color_scheme="dark", **SCREEN)
    assert visited.faults_of_access() == []


def test_a_phone_shows_it_without_scrolling_sideways(html, visit):
    visited = visit(html, **PHONE)
    assert visited.page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]


def test_its_chinese_characters_are_drawn_by_its_own_font(html, visit):
    """The machine may have Chinese fonts or none; the page's own must draw each character, so none is a box."""
    visited = visit(html, **SCREEN)
    page = visited.page
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    page.evaluate(MARK_CHINESE, SAMPLE)
    drawn = visited.fonts_of("[data-chinese]")
    assert drawn[True] > 0
    assert drawn[False] == 0
