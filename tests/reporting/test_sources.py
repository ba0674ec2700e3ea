"""Where a page's numbers come from: rows for the ids it names, and for no other."""

import shutil

from lxml import html

from helpers import paths
from helpers.reporting.edition import Edition, read_edition
from helpers.reporting.method import changes_of_method
from helpers.reporting.sources import Sources, read_sources, sources_html
from helpers.telling.phrases import say

README = """# A project

## Changes of method

- 2026-12-01: growth is now
  counted from the census.
- 2026-12-03: shares are rounded.

## The table

- no change
"""


def shipped():
    return read_sources(paths.raw(), paths.processed())


def rows_of(text):
    return {row.get("id"): row for row in html.fragment_fromstring(f"<div>{text}</div>").iter("tr") if row.get("id")}


def test_each_id_has_a_row_and_each_target_brings_its_plan():
    sources = shipped()
    target, fact, upper = (next(iter(table)) for table in (sources.targets, sources.facts, sources.uppers))
    rows = rows_of(sources_html([target, fact, upper], sources, "en", "page"))
    assert set(rows) == {target, fact, upper, sources.targets[target]["plan_id"]}


def test_a_target_s_row_says_where_its_figure_stands():
    sources = shipped()
    entry, row = next(iter(sources.targets.items()))
    for language in ("en", "zh"):
        said = rows_of(sources_html([entry], sources, language, "page"))[entry].text_content()
        for part in (
            row["figure"],
            row["section"],
            f"{row['char_start']}–{row['char_end']}",
            say(f"from_year_in_{row['year_source']}", language),
        ):
            assert str(part) in said


def test_every_row_of_the_tables_can_be_said_in_both_languages():
    sources = shipped()
    for language in ("en", "zh"):
        rows = rows_of(sources_html(sorted(sources.known()), sources, language, "page"))
        assert set(rows) >= sources.known()


def test_hostile_words_of_a_plan_are_shown_as_letters():
    sources = shipped()
    entry, row = next(iter(sources.targets.items()))
    evil = {**row, "note": "<script>alert(1)</script>", "departments": '"><img src=x onerror=alert(1)>'}
    text = sources_html([entry], Sources({entry: evil}, {}, {}, sources.plans), "en", "page")
    assert "<script" not in text
    assert "<img" not in text
    assert "<script>alert(1)</script>" in rows_of(text)[entry].text_content()


def test_a_page_that_names_no_id_has_no_sources():
    assert sources_html([], shipped(), "en", "page") == ""


def test_tables_that_are_not_there_have_no_rows(tmp_path):
    assert read_sources(tmp_path, tmp_path).known() == set()


def test_the_edition_changes_with_the_table_and_says_how_late_it_reaches(tmp_path):
    table = shutil.copy(paths.processed() / "targets.csv", tmp_path)
    before = read_edition(shipped(), tmp_path, tmp_path / "README.md")
    assert before.targets == len(shipped().targets)
    assert before.issued == max(row["issued"] for row in shipped().plans.values())
    with open(table, "ab") as file:  # noqa: PTH123
        file.write(b"\n")
    assert read_edition(shipped(), tmp_path, tmp_path / "README.md").digest != before.digest


def test_changes_of_method_are_read_from_the_readme():
    assert changes_of_method(README) == (
        "2026-12-01: growth is now counted from the census.",
        "2026-12-03: shares are rounded.",
    )
    assert changes_of_method("# A project\n") == ()
    assert changes_of_method("## Changes of method\n\nNone yet.\n") == ()


def test_an_empty_project_has_an_edition(tmp_path):
    empty = read_edition(Sources({}, {}, {}, {}), tmp_path, tmp_path / "README.md")
    assert empty == Edition("", 0, 0, "")
