"""Whole documents of every genre, invented: what a reader finds in them, the program finds, in whatever format."""

import pytest
from invented import DOCUMENTS, FIELDS, expected_rows, plan_of, text_of
from papers import as_html, as_pdf, as_word

from helpers.documents import read_document
from helpers.reading.extract import extract
from helpers.table.agreement import compare
from helpers.table.normalize import normalize_plan

SAID = ("section", "indicator", "measure", "operator", "value", "unit", "target_year", "modality", "departments")


def as_unruled_pdf(text):
    return as_pdf(text, rules="NONE")


def rows_of(name, text):
    plan = plan_of(name)
    return normalize_plan(plan, extract(text, plan["start_year"]).statements)


@pytest.fixture(scope="module")
def agreements():
    return {name: compare(expected_rows(name), rows_of(name, text_of(name)), FIELDS) for name in DOCUMENTS}


def test_the_expected_rows_stand_where_they_say():
    for name in DOCUMENTS:
        assert all(text_of(name)[row["char_start"] : row["char_end"]] == row["figure"] for row in expected_rows(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_document_gives_exactly_the_rows_that_a_reader_finds(agreements, name):
    result, expected = agreements[name], len(expected_rows(name))
    assert not result.faults
    assert result.found == result.exact == expected


def test_a_call_to_a_meeting_states_no_target():
    assert rows_of("songting-notice", text_of("songting-notice")) == []


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form", [as_html, as_word, as_pdf, as_unruled_pdf])
def test_a_document_says_the_same_in_every_format(name, form):
    content = form(text_of(name))
    read = read_document(content.encode("gb18030") if isinstance(content, str) else content)
    expected = [[str(row[column]) for column in SAID] for row in rows_of(name, text_of(name))]
    assert [[str(row[column]) for column in SAID] for row in rows_of(name, read)] == expected
