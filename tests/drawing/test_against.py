"""The figure of one place, or of several, against others."""

import pytest
from frames import many_places
from overlaps import labels_overlap, texts_overlap

from helpers import count_once, draw_against, load_targets, promises, shares_against, show_figure


def draw(places, language, others=None, table=None):
    every = load_targets() if table is None else table
    mine = load_targets(places=places) if table is None else table
    theirs = load_targets(places=others) if table is None else table
    compared = shares_against(count_once(mine), count_once(theirs))
    return draw_against(mine, compared, promises.place_names(every, language), language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("places", "others"), [("乌海", None), ("乌海", ["620100", "Heze"]), (None, None)])
@pytest.mark.filterwarnings("error:Glyph")
def test_no_text_lies_on_another_and_the_figure_is_described(places, others, language):
    ax = draw(places, language, others)
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)
    assert len(show_figure(ax).alt) > 60


def test_thirty_places_can_be_read():
    table = many_places(30)
    ax = draw(None, "en", table=table)
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)
    assert ax.figure.get_figheight() < 24


def test_one_place_is_drawn_with_a_row_for_each_sector_of_either_side():
    ax = draw("乌海", "en")
    assert len(ax.get_yticklabels()) == 21
    assert any("▲ 7.1% (5 of 70) against 1.3% (3 of 228)" in text.get_text() for text in ax.texts)


def test_a_place_against_nobody_is_a_sentence():
    assert "no other place" in draw("乌海", "en", "乌海").texts[0].get_text()
    nothing = load_targets(places="菏泽", years=2030)
    compared = shares_against(count_once(nothing), count_once(load_targets()))
    assert "Nothing to draw" in draw_against(nothing, compared, {}, "en").texts[0].get_text()
