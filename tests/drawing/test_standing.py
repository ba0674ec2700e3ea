"""Figures of where one place stands, alone, among five and among thirty."""

from functools import cache

import pytest
from cities import many_cities
from overlaps import labels_overlap, texts_overlap

from helpers import (
    beside_components,
    draw_emphasis,
    draw_standing,
    emphasis_of,
    judge_ambition,
    load_actuals,
    load_codings,
    load_plans,
    load_targets,
    load_upper_targets,
    show_figure,
)


@cache
def stand(places):
    """Targets of one place among as many, and all that is drawn of it."""
    shipped = load_targets(), load_plans(), load_actuals()
    every, plans, actuals = shipped if places == 5 else many_cities(places)
    own = str(every["place"].iloc[0])
    judged = judge_ambition(every, every, (plans, actuals, load_upper_targets()), load_codings("graded"))
    return every[every["place"] == own], emphasis_of(every, own), judged, beside_components(judged.components, own)


def figures(places, language):
    targets, quotients, judged, rows = stand(places)
    return {
        "emphasis": lambda: draw_emphasis(targets, quotients, language),
        "standing": lambda: draw_standing(targets, judged, rows, language),
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("places", [1, 5, 30])
@pytest.mark.parametrize("name", ["emphasis", "standing"])
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_drawn_and_described_and_no_text_lies_on_another(name, places, language):
    ax = figures(places, language)[name]()
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)
    assert ax.figure.get_figheight() < 12
    alt = show_figure(ax)._repr_mimebundle_()[1]["image/png"]["alt"]
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


def test_a_place_alone_has_no_emphasis_to_draw():
    assert "Nothing to draw" in figures(1, "en")["emphasis"]().texts[0].get_text()


def test_the_title_counts_the_components_that_lie_beyond_all_others():
    _, _, _, rows = stand(5)
    above = ((rows["side"] == "above") & (rows["component"] != "horizon")).sum()
    title = figures(5, "en")["standing"]().figure.texts[1].get_text().replace("\n", " ")
    assert f"above all other places in {above} of" in title


def test_each_row_has_a_marker_for_each_place_whose_value_is_known():
    _, _, judged, rows = stand(5)
    ax = figures(5, "en")["standing"]()
    drawn = sum(len(line.get_xdata()) for line in ax.lines if line.get_linestyle() == "None")
    assert drawn == judged.components["value"].notna().sum()
    assert len(ax.get_yticklabels()) == len(rows)
