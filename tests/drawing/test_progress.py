"""Figures of what is due and met: what they say, and that nothing lies on anything else."""

from functools import cache

import pytest
from frames import many_places, same_facts, same_plans

from helpers import (
    draw_pace,
    draw_paths,
    draw_states,
    find_date,
    load_actuals,
    load_plans,
    load_targets,
    progress_of_trend,
    show_figure,
    target_paths,
    tracking_list,
)
from helpers.drawing.style import wrap_text

DAY = find_date("2026-11-25")


@cache
def shipped(places=None, indicators=None):
    targets = load_targets(places=places, indicators=indicators)
    return targets, measured(targets, load_actuals(), load_plans())


@cache
def invented(count):
    targets = many_places(count)
    return targets, measured(targets, same_facts(targets, load_actuals()), same_plans(targets, 2025))


def measured(targets, actuals, plans):
    """All that the figures are drawn from, computed once for all tests of the same places."""
    return {
        "states": (tracking_list(targets, actuals, plans, DAY),),
        "pace": (progress_of_trend(targets, actuals, DAY),),
        "paths": target_paths(targets, actuals, plans, DAY),
    }


def draw(name, known, language):
    targets, found = known
    if name == "states":
        return draw_states(targets, *found[name], DAY, language)
    return {"pace": draw_pace, "paths": draw_paths}[name](targets, *found[name], language)


def texts_of(ax):
    axes = [ax, *ax.child_axes]
    return [text for one in axes for text in [*one.texts, one.title, one._left_title] if text.get_text()]


def overlapping(ax):
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer).shrunk(0.98, 0.98) for text in texts_of(ax)]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["states", "pace", "paths"])
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(name, language):
    image = show_figure(draw(name, shipped(), language))
    alt = image._repr_mimebundle_()[1]["image/png"]["alt"]
    assert len(alt) > 30
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("places", [1, 5, 30])
@pytest.mark.parametrize("name", ["states", "pace", "paths"])
def test_no_text_lies_on_another(name, places, language):
    ax = draw(name, invented(places), language)
    assert not overlapping(ax)
    assert ax.figure.get_figheight() < 28


def test_no_text_of_the_shipped_paths_lies_on_another():
    for language in ("en", "zh"):
        assert not overlapping(draw("paths", shipped(), language))


@pytest.mark.parametrize("name", ["states", "pace", "paths"])
def test_nothing_to_draw_is_said_in_a_sentence(name):
    ax = draw(name, shipped("万盛", "retail_sales"), "en")
    assert "Nothing to draw" in ax.texts[0].get_text()


def test_the_numbers_in_the_bars_are_the_items():
    ax = draw("states", shipped(), "en")
    numbers = [int(text.get_text()) for text in ax.texts if text.get_text().isdigit()]
    assert sum(numbers) == 317


def test_panels_beyond_a_page_are_counted():
    ax = draw("paths", invented(30), "en")
    assert len(ax.child_axes) == 12
    assert "48 further indicators" in " ".join(text.get_text().replace("\n", " ") for text in ax.figure.texts)


def test_a_line_never_begins_with_a_stop_that_follows_latin_letters():
    assert wrap_text("见 data/raw.csv。", 15) == ["见", "data/raw.csv。"]
