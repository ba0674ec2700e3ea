"""Figures say what the data say, in both languages, and no glyph is missing."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from frames import many_places
from overlaps import texts_overlap

from helpers import (
    count_targets,
    coverage,
    draw_coverage,
    draw_growth,
    draw_measures,
    draw_sectors,
    draw_steps,
    growth_table,
    load_actuals,
    load_targets,
    shared_indicators,
    show_figure,
    sudden_steps,
)
from helpers.drawing.style import columns, place_styles, wrap_text


def steps_drawn(targets, language):
    rates = growth_table(targets, load_actuals())
    return draw_steps(targets, rates, sudden_steps(rates), language)


def draw(language):
    targets = load_targets()
    covered = coverage(targets)
    return {
        "coverage": lambda: draw_coverage(targets, covered, shared_indicators(covered, 1), language),
        "sectors": lambda: draw_sectors(targets, count_targets(targets, "sector"), language),
        "measures": lambda: draw_measures(targets, language=language),
        "growth": lambda: draw_growth(targets, growth_table(targets, load_actuals()), language),
        "steps": lambda: steps_drawn(targets, language),
    }


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["coverage", "sectors", "measures", "growth", "steps"])
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(name, language):
    image = show_figure(draw(language)[name]())
    assert image.data.startswith(b"\x89PNG")
    _, metadata = image._repr_mimebundle_()
    alt = metadata["image/png"]["alt"]
    assert len(alt) > 30
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


def test_the_coverage_matrix_has_a_cell_for_each_shared_indicator_and_place():
    ax = draw("en")["coverage"]()
    covered = coverage(load_targets())
    shared = shared_indicators(covered)
    assert len(ax.get_yticklabels()) == len(shared)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Changzhi", "Wuhai", "Heze", "Wansheng", "Lanzhou"]
    pairs = covered["indicator_code"].isin(shared["indicator_code"]).sum()
    stated = [text for text in ax.texts if text.get_text() != "none stated"]
    assert len(stated) == pairs


def test_the_counts_by_sector_are_the_numbers_in_the_cells():
    ax = draw("en")["sectors"]()
    counts = count_targets(load_targets(), "sector")
    numbers = [int(text.get_text()) for text in ax.texts]
    assert sum(numbers) == 2 * counts.to_numpy().sum(), "each target once in its cell and once in its row's sum"


def test_the_parts_of_a_bar_add_up_to_the_whole():
    ax = draw("en")["measures"]()
    widths = {}
    for bar in ax.containers:
        for patch in bar:
            widths.setdefault(round(patch.get_y(), 3), []).append(patch.get_width())
    assert all(abs(sum(parts) - 100) < 1e-9 for parts in widths.values())


def test_a_figure_is_drawn_on_axes_that_are_given():
    _, ax = plt.subplots()
    assert draw_measures(load_targets(), language="en", ax=ax) is ax


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("服务业增加值", 8, ["服务业增", "加值"]),
        ("增加值，占比", 8, ["增加值，", "占比"]),
        ("", 8, [""]),
        ("增加值（+1）", 8, ["增加值", "（+1）"]),
    ],
)
def test_lines_break_at_spaces_or_between_characters_and_never_before_a_stop(text, width, lines):
    assert wrap_text(text, width) == lines


def test_a_chinese_character_is_two_columns_wide():
    assert columns("a服") == 3


@pytest.mark.parametrize("places", [1, 5, 30])
def test_no_text_of_the_growth_figure_lies_on_another(places):
    targets = many_places(places)
    ax = draw_growth(targets, growth_table(targets, load_actuals()), "en", minimum=1)
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert ax.figure.get_figheight() < 28


def test_growth_that_nobody_states_is_said_in_a_sentence():
    targets = load_targets(places="万盛", indicators="retail_sales")
    rates = growth_table(targets, load_actuals())
    assert "Nothing to draw" in draw_growth(targets, rates, "en").texts[0].get_text()
    assert "Nothing to draw" in draw_steps(targets, rates, sudden_steps(rates), "en").texts[0].get_text()


def test_a_place_keeps_its_colour_and_marker_however_the_table_is_filtered():
    every = place_styles(load_targets())
    some = place_styles(load_targets(places=["兰州", "Wuhai"], sectors="finance"))
    assert some == every


def test_seventy_places_can_be_told_apart_by_colour_or_marker():
    places = pd.DataFrame({"place": [f"{number:02d}市" for number in range(70)]})
    assert len(set(place_styles(places).values())) == 70
