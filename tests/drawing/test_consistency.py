"""Figures of whether numbers agree say what the findings say, with one, five and thirty places."""

from functools import cache

import pandas as pd
import pytest
from overlaps import all_texts_overlap

from helpers import (
    check_identities,
    draw_gaps,
    draw_outcomes,
    load_actuals,
    load_identities,
    load_plans,
    load_targets,
    load_upper_targets,
    show_figure,
)

OTHERS = (load_upper_targets(all_statuses=True), load_actuals(all_statuses=True), load_identities(), load_plans())


def check(targets):
    return check_identities(targets, *OTHERS)


@cache
def copies(count):
    """The targets of the plan with most checks, copied for as many invented places, and their findings."""
    one = load_targets(places="兰州")
    places = [
        one.assign(place=f"第{n + 1}市", place_en=f"City {n + 1}", adcode=f"99{n:04d}", plan_id=f"city-{n}",
                   target_id=one["target_id"] + f"-{n}")
        for n in range(count)
    ]  # fmt: skip
    targets = pd.concat(places, ignore_index=True)
    return targets, check(targets)


@pytest.fixture(scope="module")
def shipped():
    targets = load_targets()
    return targets, check(targets)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("draw", [draw_gaps, draw_outcomes])
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(shipped, draw, language):
    image = show_figure(draw(*shipped, language))
    assert image.data.startswith(b"\x89PNG")
    alt = image._repr_mimebundle_()[1]["image/png"]["alt"]
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize("count", [1, 5, 30])
@pytest.mark.parametrize("draw", [draw_gaps, draw_outcomes])
def test_no_text_lies_on_another_with_any_number_of_places(draw, count):
    ax = draw(*copies(count), "en")
    assert not all_texts_overlap(ax)
    assert ax.figure.get_figheight() < 28


def test_the_title_counts_the_contradictions_among_the_rows(shipped):
    ax = draw_gaps(*shipped, "en")
    assert any(text.get_text().startswith("3 of 12 computed numbers contradict") for text in ax.figure.texts)
    assert len(ax.get_yticklabels()) == 12


def test_the_counts_by_place_add_up_to_the_findings(shipped):
    ax = draw_outcomes(*shipped, "en")
    assert sum(int(text.get_text()) for text in ax.texts) == len(shipped[1])


def test_places_whose_numbers_join_nothing_get_a_sentence():
    targets = load_targets(places="乌海")
    assert "Nothing to draw" in draw_gaps(targets, check(targets), "en").texts[0].get_text()
    assert "无图可绘" in draw_outcomes(targets, check(targets).iloc[:0], "zh").texts[0].get_text()
