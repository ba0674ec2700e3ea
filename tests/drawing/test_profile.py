"""Figures of one place say what its targets say, alone and among thirty."""

import pytest
from frames import many_places
from overlaps import all_texts_overlap

from helpers import (
    beside_peers,
    draw_due,
    draw_position,
    due_by_sector,
    growth_table,
    load_actuals,
    load_targets,
    show_figure,
)


def position(place, language, every=None):
    every = load_targets() if every is None else every
    targets = every[every["place_en"] == place]
    rates = growth_table(every, load_actuals())
    return draw_position(targets, rates, beside_peers(rates, str(targets["place"].iloc[0])), language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(language):
    targets = load_targets(places="兰州")
    for ax in (draw_due(targets, due_by_sector(targets), language), position("Lanzhou", language)):
        assert not all_texts_overlap(ax)
        alt = show_figure(ax)._repr_mimebundle_()[1]["image/png"]["alt"]
        assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


def test_no_text_lies_on_another_among_thirty_places():
    assert not all_texts_overlap(position("City 7", "en", many_places(30)))


def test_the_counts_by_year_and_their_sums_are_in_the_cells():
    targets = load_targets(places="乌海")
    ax = draw_due(targets, due_by_sector(targets), "en")
    assert sum(int(text.get_text()) for text in ax.texts) == 2 * len(targets)


def test_a_plan_of_one_year_needs_no_column_of_sums():
    targets = load_targets(places="菏泽")
    ax = draw_due(targets, due_by_sector(targets), "en")
    assert sum(int(text.get_text()) for text in ax.texts) == len(targets)


@pytest.mark.parametrize(
    ("place", "told"), [("乌海", "logistics has the most, 11"), ("万盛", "no sector has more than 4")]
)
def test_the_title_names_a_sector_only_where_it_is_alone_at_the_top(place, told):
    targets = load_targets(places=place)
    ax = draw_due(targets, due_by_sector(targets), "en")
    assert any(told in text.get_text().replace("\n", " ") for text in ax.figure.texts)


def test_a_place_without_peers_or_targets_gets_a_sentence():
    assert "Nothing to draw" in position("Wansheng", "en").texts[0].get_text()
    nothing = load_targets(places="兰州").iloc[:0]
    assert "Nothing to draw" in draw_due(nothing, due_by_sector(nothing), "en").texts[0].get_text()
