"""Pages of many cities: small enough to send, and a reader finds in a packed table what would have stood there."""

import random

import pandas as pd
import pytest
from bench_report import invented_project
from made import MADE, page_of, shown
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import paths
from helpers.reporting.export import export_page
from helpers.reporting.fitting import LARGEST
from helpers.reporting.places import read_known
from helpers.reporting.reports import Report, read_reports
from helpers.telling.show import show_table

CITIES = 30
ROWS = 3000
LARGE = ["1-what-is-promised", "6-are-the-targets-being-met.zh"]


@pytest.fixture(scope="module")
def thirty_cities(tmp_path_factory):
    root = tmp_path_factory.mktemp("thirty")
    invented_project(root, CITIES)
    return root


@pytest.mark.filterwarnings("ignore:targets.csv is not the file")
@pytest.mark.parametrize("name", LARGE)
def test_the_largest_pages_of_thirty_cities_are_small_enough(thirty_cities, monkeypatch, name):
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(thirty_cities))
    known = read_known(paths.processed() / "targets.csv")
    assert len(known.places) == CITIES
    (report,) = (found for found in read_reports(paths.notebooks() / "reports.yml", known.places) if found.name == name)
    page = page_of(report)
    assert len(page.encode()) <= LARGEST
    assert "data-packed" in page


@pytest.fixture(scope="module")
def html():
    """A page whose targets are packed: with a link to the last of them, in a table that stands open."""
    targets = pd.read_csv(paths.processed() / "targets.csv", dtype=str)
    chance = random.Random(1)  # noqa: S311 - nothing secret
    noise = pd.DataFrame({"number": range(ROWS), "signs": [f"{chance.getrandbits(2400):x}" for _ in range(ROWS)]})
    every = pd.DataFrame({"Id": targets["target_id"], "Place": targets["place"]})
    cells = [
        new_markdown_cell("# What is packed?"),
        new_code_cell("last", execution_count=1, outputs=[shown(show_table(every.tail(1)))]),
        new_code_cell("noise", execution_count=2, outputs=[shown(show_table(noise, folded="All numbers"))]),
        new_code_cell("every", execution_count=3, outputs=[shown(show_table(every, folded="All targets"))]),
    ]
    report = Report("packed", paths.notebooks() / "sample.ipynb", "What is packed?", {})
    return export_page(new_notebook(cells=cells), report, MADE)


def test_a_packed_table_is_there_once_it_is_unfolded_and_can_be_filtered(html, visit):
    visited = visit(html)
    page = visited.page
    table = page.locator("details", has_text="All numbers").locator("table")
    assert table.locator("tbody[data-packed]").count() == 1
    page.get_by_text("All numbers").click()
    table.locator("tbody tr").nth(ROWS - 1).wait_for()
    page.locator("details", has_text="All numbers").get_by_label("Filter rows").fill("2999")
    assert 0 < table.locator("tbody tr:visible").count() < ROWS
    assert visited.complaints == []
    assert visited.foreign_requests() == []


def test_an_id_leads_to_its_row_also_where_that_is_packed(html, visit):
    page = visit(html).page
    link = page.locator("main table.rows a.id").first
    link.click()
    assert page.get_by_role("dialog").locator("h2").inner_text() == link.inner_text()


def test_without_scripts_it_says_what_a_packed_table_takes(html, visit):
    page = visit(html, java_script_enabled=False).page
    page.get_by_text("All numbers").click()
    assert f"{ROWS} rows, packed to keep the page small" in page.locator("details", has_text="All numbers").inner_text()
