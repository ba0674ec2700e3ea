"""Figures of ambition, in both languages, with 1, 5 and 30 cities."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from cities import DRAWS, judged_cities
from overlaps import all_texts_overlap

from helpers import (
    draw_beside,
    draw_components,
    draw_firmness,
    draw_horizons,
    draw_levels,
    draw_past,
    draw_peers,
    draw_ranks,
    draw_upper,
    growth_beside,
    horizon_by_place,
    judge_ambition,
    load_actuals,
    load_codings,
    load_components,
    load_plans,
    load_targets,
    load_upper_targets,
    rank_ambition,
    show_figure,
)
from helpers.drawing.pairs import first_groups

NAMES = ["components", "past", "peers", "upper", "levels", "commitment", "horizons", "ranks", "beside"]
UPPER = load_upper_targets()


def judge(targets, every, plans, actuals):
    judged = judge_ambition(targets, every, (plans, actuals, UPPER), load_codings())
    return targets, judged, rank_ambition(judged, load_components(), draws=DRAWS)


@pytest.fixture(scope="session")
def read():
    every, facts = load_targets(), (load_plans(), load_actuals())
    return {
        1: judge(load_targets(places="乌海"), every, *facts),
        5: judge(every, every, *facts),
        30: judged_cities(30),
        0: judge(every.iloc[:0], every, *facts),
    }


def draw(name, read, language):
    targets, judged, ranked = read
    return {
        "components": lambda: draw_components(targets, judged, language),
        "past": lambda: draw_past(targets, judged.past, language),
        "peers": lambda: draw_peers(targets, judged.peers, language),
        "upper": lambda: draw_upper(targets, judged.gaps, language),
        "levels": lambda: draw_levels(targets, judged.levels, language),
        "commitment": lambda: draw_firmness(targets, judged.commitment, language, coding=judged.coding),
        "horizons": lambda: draw_horizons(targets, horizon_by_place(judged.horizons), language),
        "ranks": lambda: draw_ranks(targets, ranked, language, draws=DRAWS),
        "beside": lambda: draw_beside(targets, growth_beside(targets, UPPER), language),
    }[name]()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("places", [1, 5, 30])
@pytest.mark.filterwarnings("error:Glyph")
def test_no_text_of_a_figure_lies_on_another(name, places, language, read):
    ax = draw(name, read[places], language)
    assert not all_texts_overlap(ax)
    assert ax.figure.get_figheight() < 28


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_described_in_its_language(name, language, read):
    alt = show_figure(draw(name, read[5], language)).alt
    assert len(alt) > 30
    for quoted in ("力争", "以上", "左右"):  # the words of which the English figure speaks
        alt = alt.replace(quoted, "")
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize("name", NAMES)
def test_where_there_is_nothing_a_sentence_says_so(name, read):
    assert "Nothing" in (said := draw(name, read[0], "en").texts[0].get_text()) or "Neither" in said


def test_one_place_is_not_ranked(read):
    assert "fewer than 3 places" in draw("ranks", read[1], "en").texts[0].get_text()


def test_the_title_of_the_ranks_speaks_of_ranges_that_overlap(read):
    title = draw("ranks", read[5], "en").figure.texts[1].get_text()
    assert "overlap" in title
    assert "median" in title


def test_each_place_has_its_median_and_its_range(read):
    ax = draw("ranks", read[5], "en")
    ranges = read[5][2].ranges
    medians = [line.get_xdata()[0] for line in ax.lines if len(line.get_xdata()) == 1]
    spans = [tuple(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]
    assert medians == list(ranges["median"])
    assert spans == list(ranges[["low", "high"]].itertuples(index=False, name=None))


def test_the_step_above_the_province_stands_on_a_scale_of_points(read):
    ax = draw("upper", read[5], "en")
    assert any("+0.5 points" in text.get_text() for text in ax.texts)
    assert "Heze against Shandong" in [label.get_text() for label in ax.get_yticklabels()]


def test_the_axes_name_both_growth_of_places_and_of_layers_above(read):
    labels = [label.get_text() for label in draw("beside", read[5], "en").get_yticklabels()]
    assert {"Heze", "Shandong"} <= set(labels)


def test_a_figure_is_drawn_on_axes_that_are_given(read):
    _, ax = plt.subplots()
    targets, judged, _ = read[5]
    assert draw_past(targets, judged.past, "en", ax=ax) is ax


@pytest.mark.parametrize(("most", "kept"), [(5, 5), (4, 2), (1, 1)])
def test_groups_are_drawn_whole_as_long_as_there_is_room(most, kept):
    frame = pd.DataFrame({"group": ["a", "a", "b", "b", "b"], "value": range(5)})
    assert len(first_groups(frame, ["group"], most)) == kept
