"""A figure brings the table that it was drawn from."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from lxml import html
from PIL import Image

from helpers import count_targets, draw_growth, draw_measures, draw_sectors, growth_table, load_actuals, load_targets
from helpers.drawing.drawn import keep_table, tables_of
from helpers.drawing.forms import draw_nothing
from helpers.drawing.show import show_figure
from helpers.drawing.style import PALETTE
from helpers.telling.phrases import language_of


def cells_of(shown):
    table = html.fragment_fromstring(shown.html()).find(".//table")
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def test_the_counts_in_a_figure_are_the_counts_in_its_table():
    targets = load_targets()
    counts = count_targets(targets, "sector")
    head, *rows = cells_of(show_figure(draw_sectors(targets, counts, "en")))
    assert head[0] == "Shown"
    assert [int(row[-1]) for row in rows] == list(counts.sum(axis=1))


def test_each_point_of_a_figure_is_a_row_of_its_table():
    targets = load_targets()
    ax = draw_growth(targets, growth_table(targets, load_actuals()), "zh")
    drawn = [text.get_text() for text in ax.texts]
    _, *rows = cells_of(show_figure(ax))
    assert len(rows) == len(ax.get_yticklabels())
    assert all(row[3] in drawn for row in rows)


def test_heads_of_a_figure_s_table_are_in_the_figure_s_language():
    targets = load_targets()
    heads = {
        language: cells_of(show_figure(draw_measures(targets, language=language)))[0][0] for language in ("en", "zh")
    }
    assert heads == {"en": "Shown", "zh": "项目"}


def test_a_table_that_is_given_takes_the_place_of_the_figure_s_own():
    shown = show_figure(draw_measures(load_targets(), language="en"), pd.DataFrame({"own": [1]}))
    assert cells_of(shown) == [["own"], ["1"]]


def test_a_figure_without_a_table_is_a_picture_with_its_description():
    shown = show_figure(draw_nothing("Nothing to draw: <b> & 'all'."))
    picture = html.fragment_fromstring(shown.html()).find(".//img")
    assert picture.get("alt") == "Nothing to draw: <b> & 'all'."
    assert "<table" not in shown.html()


def test_all_axes_of_a_figure_give_their_tables_in_order():
    figure, (left, right) = plt.subplots(1, 2)
    keep_table(right, pd.DataFrame({"b": [1]}))
    keep_table(left, pd.DataFrame({"a": [1]}))
    assert [table.columns[0] for table in tables_of(figure)] == ["a", "b"]


def test_programs_without_html_get_the_picture():
    data, metadata = show_figure(draw_measures(load_targets(), language="en"))._repr_mimebundle_()
    assert set(data) >= {"image/png", "text/html"}
    assert metadata["image/png"]["alt"]


def test_fewer_colours_leave_white_white_and_the_palette_recognizable():
    _, ax = plt.subplots()
    for place, colour in enumerate(PALETTE):
        ax.barh(place, 1, color=colour)
    with Image.open(io.BytesIO(show_figure(ax).data)) as image:
        seen = {colour for _, colour in image.convert("RGB").getcolors(1_000_000)}
    assert (255, 255, 255) in seen
    for colour in PALETTE:
        wanted = tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))
        assert min(max(abs(a - b) for a, b in zip(wanted, one, strict=True)) for one in seen) <= 2


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        (("3%", "\u22127.5%"), [("Linxi", "3%"), ("Bailu new area", "\u22127.5%")]),
        (("", ""), [("Linxi", "3"), ("Bailu new area", "-7.5")]),
    ],
)
def test_a_figure_that_keeps_no_table_is_read_row_by_row_what_is_written_before_what_is_marked(written, rows):
    _, ax = plt.subplots()
    for down, (value, text) in enumerate(zip((3.0, -7.5), written, strict=True)):
        ax.plot([0, value], [down, down])
        ax.plot(value, down, "o")
        ax.text(value + 1, down, text)
    ax.set_yticks([0, 1], ["Linxi", "Bailu\nnew area"])
    (table,) = tables_of(ax.figure)
    assert list(table.itertuples(index=False, name=None)) == rows


def test_cells_of_a_figure_that_keeps_no_table_are_read_under_their_heads():
    _, ax = plt.subplots()
    for across in range(2):
        ax.text(across + 0.5, 0.5, f"cell {across}")
    ax.set_xticks([0.5, 1.5], ["left", "right"])
    ax.set_yticks([0.5], ["row"])
    (table,) = tables_of(ax.figure)
    assert table.to_dict("records") == [{"drawn_row": "row", "left": "cell 0", "right": "cell 1"}]


def test_panels_of_lines_make_one_table_of_points():
    _, ax = plt.subplots()
    ax.set(xticks=[], yticks=[])
    for number, name in enumerate(("first", "second")):
        inset = ax.inset_axes((number / 2, 0, 0.4, 1))
        inset.plot([2024, 2026], [1.5, 3e10])
        inset.axhline(2)
        inset.set_title(name, loc="left")
    (table,) = tables_of(ax.figure)
    assert list(table.itertuples(index=False, name=None)) == [
        ("first", "2024", "1.5"),
        ("first", "2026", "30000000000"),
        ("second", "2024", "1.5"),
        ("second", "2026", "30000000000"),
    ]


def test_broken_lines_are_joined_with_a_space_only_where_words_have_one():
    _, ax = plt.subplots()
    ax.text(0.5, 0.5, "达到\n目标")
    ax.set_xticks([0.5], ["per\nresident"])
    ax.set_yticks([0.5], ["服务业\n增加值"])
    (table,) = tables_of(ax.figure)
    assert table.to_dict("records") == [{"drawn_row": "服务业增加值", "per resident": "达到目标"}]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Firmness of verbs: 力争 counts less than 确保.", "en"),
        ("3个地区的CAGR为6%至7%", "zh"),
        ("Growth of 6%", "en"),
    ],
)
def test_a_figure_s_language_is_that_of_most_of_its_letters(text, language):
    assert language_of(text) == language
