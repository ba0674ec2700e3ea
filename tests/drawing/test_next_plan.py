"""Figures of what a next plan's figures would mean."""

from functools import cache
from itertools import pairwise

import pytest
from frames import many_places, same_facts
from hypothesis import given
from hypothesis import strategies as st

from helpers import (
    candidate_figures,
    draw_candidates,
    draw_paces,
    find_place,
    load_actuals,
    load_plans,
    load_targets,
    load_upper_targets,
    paces,
    show_figure,
    starting_point,
    target_paths,
)
from helpers.drawing.next_plan import spread

CODE = "services_value_added"


@cache
def invented(count):
    table = many_places(count)
    table = table[table["indicator_code"] == CODE]
    return table, same_facts(table, load_actuals())


def figures(place, language, table=None, known=None, code=CODE):
    table = load_targets(indicators=code) if table is None else table
    known = load_actuals() if known is None else known
    where = find_place(place, table)
    start = starting_point(table, known, where["place"], code)
    found = paces(table, known, load_upper_targets(), start, where["province"])
    options = candidate_figures(start, found, 2030)
    own = table[table["place"] == where["place"]]
    points = target_paths(own, known, load_plans())[1]
    return {
        "paces": lambda: draw_paces(table, start, found, options, language),
        "candidates": lambda: draw_candidates(table, start, points, options, 2030, language),
    }


def overlapping(ax):
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in ax.texts if text.get_text()]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["paces", "candidates"])
@pytest.mark.parametrize("place", ["乌海", "菏泽", "兰州"])
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(place, name, language):
    ax = figures(place, language)[name]()
    assert not overlapping(ax)
    alt = show_figure(ax)._repr_mimebundle_()[1]["image/png"]["alt"]
    assert len(alt) > 30
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize("places", [1, 5, 30])
@pytest.mark.parametrize("name", ["paces", "candidates"])
def test_no_text_lies_on_another(name, places):
    ax = figures("第1市", "en", *invented(places))[name]()
    assert not overlapping(ax)
    assert ax.figure.get_figheight() < 28


def test_nothing_to_start_from_is_said_in_a_sentence():
    ax = figures("北京", "en")["candidates"]()
    assert "Nothing to draw" in ax.texts[0].get_text()


@given(st.lists(st.floats(-1e3, 1e3), max_size=8), st.floats(0.1, 50))
def test_labels_are_spread_in_order_and_apart(heights, room):
    found = spread(heights, room)
    assert len(found) == len(heights)
    assert all(above - below >= room * (1 - 1e-6) - 1e-9 for below, above in pairwise(found))
