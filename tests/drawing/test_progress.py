"""Figures of what is due and met: what they say, and that nothing lies on anything else."""

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


def figures(targets, actuals, plans, language):
    panels, points = target_paths(targets, actuals, plans, DAY)
    return {
        "states": lambda: draw_states(targets, tracking_list(targets, actuals, plans, DAY), DAY, language),
        "pace": lambda: draw_pace(targets, progress_of_trend(targets, actuals, DAY), language),
        "paths": lambda: draw_paths(targets, panels, points, language),
    }


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
    image = show_figure(figures(load_targets(), load_actuals(), load_plans(), language)[name]())
    alt = image._repr_mimebundle_()[1]["image/png"]["alt"]
    assert len(alt) > 30
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("places", [1, 5, 30])
@pytest.mark.parametrize("name", ["states", "pace", "paths"])
def test_no_text_lies_on_another(name, places, language):
    targets = many_places(places)
    actuals = same_facts(targets, load_actuals())
    ax = figures(targets, actuals, same_plans(targets, 2025), language)[name]()
    assert not overlapping(ax)
    assert ax.figure.get_figheight() < 28


def test_no_text_of_the_shipped_paths_lies_on_another():
    for language in ("en", "zh"):
        assert not overlapping(figures(load_targets(), load_actuals(), load_plans(), language)["paths"]())


@pytest.mark.parametrize("name", ["states", "pace", "paths"])
def test_nothing_to_draw_is_said_in_a_sentence(name):
    targets = load_targets(places="万盛", indicators="retail_sales")
    ax = figures(targets, load_actuals(), load_plans(), "en")[name]()
    assert "Nothing to draw" in ax.texts[0].get_text()


def test_the_numbers_in_the_bars_are_the_items():
    ax = figures(load_targets(), load_actuals(), load_plans(), "en")["states"]()
    numbers = [int(text.get_text()) for text in ax.texts if text.get_text().isdigit()]
    assert sum(numbers) == 317


def test_panels_beyond_a_page_are_counted():
    targets = many_places(30)
    ax = figures(targets, same_facts(targets, load_actuals()), same_plans(targets, 2025), "en")["paths"]()
    assert len(ax.child_axes) == 12
    assert "48 further indicators" in " ".join(text.get_text().replace("\n", " ") for text in ax.figure.texts)


def test_a_line_never_begins_with_a_stop_that_follows_latin_letters():
    assert wrap_text("见 data/raw.csv。", 15) == ["见", "data/raw.csv。"]
