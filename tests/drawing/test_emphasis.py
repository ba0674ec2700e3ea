"""Figures of the emphasis say what the data say, in both languages, for one, five and thirty places."""

from functools import cache

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from overlaps import labels_overlap, texts_overlap

from helpers import (
    count_once,
    draw_bodies,
    draw_money,
    draw_quotients,
    draw_sector_shares,
    draw_serves,
    draw_similarity,
    load_targets,
    location_quotients,
    mark_money,
    name_bodies,
    of_sectors,
    promises,
    sector_shares,
    show_figure,
    similarities,
)

FIGURES = ["shares", "quotients", "serves", "money", "bodies", "similarity"]


def draw(name, targets, language, *, count="targets", sectors=None):
    names = promises.place_names(targets, language)
    counted = mark_money(count_once(targets, count))
    shares, shown = sector_shares(counted), of_sectors(counted, sectors)
    return {
        "shares": lambda: draw_sector_shares(targets, of_sectors(shares, sectors), names, language, count=count),
        "quotients": lambda: draw_quotients(
            targets, of_sectors(location_quotients(shares), sectors), names, language, count=count
        ),
        "serves": lambda: draw_serves(targets, counted, names, language, count=count),
        "money": lambda: draw_money(targets, shown, names, language, count=count),
        "bodies": lambda: draw_bodies(targets, shown, name_bodies(shown), names, language, count=count),
        "similarity": lambda: draw_similarity(targets, similarities(shares), names, language, count=count),
    }[name]()


@cache
def many_places(count):
    """Invented places, each with some of the shipped targets; made once for all tests."""
    table, copies = load_targets(), []
    for number in range(count):
        some = table.sample(4 + 2 * number, random_state=number)
        place = {"place": f"第{number + 1}市", "place_en": f"Invented City {number + 1}"}
        some = some.assign(**place, adcode=f"99{number:02d}00", plan_id=f"city-{number}")
        copies.append(some.assign(target_id=some["target_id"] + f"-{number}"))
    return pd.concat(copies, ignore_index=True)


@pytest.mark.parametrize(("count", "language"), [("targets", "en"), ("aims", "zh")])
@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.filterwarnings("error:Glyph")
def test_a_figure_is_drawn_and_described_without_a_missing_glyph(name, count, language):
    image = show_figure(draw(name, load_targets(), language, count=count))
    alt = image._repr_mimebundle_()[1]["image/png"]["alt"]
    assert len(alt) > 30
    assert any("\u4e00" <= sign <= "\u9fff" for sign in alt) == (language == "zh")


@pytest.mark.parametrize(("places", "language"), [(1, "en"), (5, "zh"), (7, "en")])
@pytest.mark.parametrize("name", FIGURES)
def test_no_text_lies_on_another(name, places, language):
    ax = draw(name, many_places(places), language)
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)


@pytest.mark.parametrize("name", ["shares", "quotients", "bodies", "similarity"])
def test_thirty_places_can_be_read(name):
    ax = draw(name, many_places(30), "en")
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)
    assert ax.figure.get_figheight() < 24
    renderer = ax.figure.canvas.get_renderer()
    wide = ax.transData.transform((1, 0))[0] - ax.transData.transform((0, 0))[0]
    assert all(text.get_window_extent(renderer).width <= wide for text in ax.texts), "a cell holds its text"


def test_the_counts_in_the_cells_of_shares_add_up_twice_to_all_targets():
    ax = draw("shares", load_targets(), "en")
    numbers = [int(text.get_text().split("(")[1].rstrip(")")) for text in ax.texts if "(" in text.get_text()]
    assert sum(numbers) == 2 * 298, "each target once in its place and once among all"


def test_only_quotients_that_stand_out_carry_a_sign():
    ax = draw("quotients", load_targets(), "en")
    signed = [text.get_text() for text in ax.texts if text.get_text()[:1] in "▲▼"]
    assert sorted(signed) == ["▲ 1.6 (21)", "▲ 1.9 (9)", "▲ 2.7 (5)", "▲ 4.2 (7)", "▲ 4.9 (5)"]


def test_many_places_stand_below_each_other_and_what_stands_out_is_framed():
    targets = many_places(24).query("sector in ('overall', 'trade', 'finance', 'ict', 'logistics')")
    ax = draw("quotients", targets, "en")
    assert len(ax.get_yticklabels()) == 24
    frames = [patch for patch in ax.patches if patch.get_fill() is False or patch.get_facecolor()[3] == 0]
    quotients = location_quotients(sector_shares(count_once(targets)))
    assert len(frames) == quotients["verdict"].isin(["above", "below"]).sum()


def test_the_similarity_of_five_places_has_twenty_cells_and_an_empty_diagonal():
    texts = [text.get_text() for text in draw("similarity", load_targets(), "en").texts]
    assert texts.count("–") == 5
    assert len(texts) == 25


def test_the_parts_of_a_bar_are_the_targets_of_each_class():
    numbers = [int(text.get_text()) for text in draw("serves", load_targets(), "en").texts if text.get_text().isdigit()]
    assert sum(numbers) == 298


@pytest.mark.parametrize(("name", "said"), [("quotients", "one place alone"), ("similarity", "no second place")])
def test_one_place_alone_is_told_that_nothing_can_be_compared(name, said):
    assert said in draw(name, load_targets(places="乌海"), "en").texts[0].get_text()


def test_a_plan_that_names_no_body_is_told_so():
    text = draw("bodies", load_targets(places="乌海"), "en").texts[0].get_text()
    assert text == "No responsible body is named for what was asked."


@pytest.mark.parametrize("name", FIGURES)
def test_nothing_asked_for_is_a_sentence_and_no_error(name):
    ax = draw(name, load_targets(places="Heze", years=2030), "en")
    assert len(ax.texts) == 1
    assert len(ax.texts[0].get_text()) > 20


@pytest.mark.parametrize("name", ["shares", "quotients", "money", "bodies"])
def test_some_sectors_alone_are_drawn(name):
    ax = draw(name, load_targets(), "en", sectors=["finance", "health"])
    assert len(ax.get_yticklabels()) >= 2


def test_a_figure_is_drawn_on_axes_that_are_given():
    targets = load_targets()
    _, ax = plt.subplots()
    names = promises.place_names(targets, "en")
    assert draw_serves(targets, count_once(targets), names, "en", ax=ax) is ax
