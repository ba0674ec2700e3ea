"""What is promised, drawn for one, five and thirty places."""

from functools import cache

import pandas as pd
import pytest
from overlaps import labels_overlap, texts_overlap

from helpers import (
    count_targets,
    coverage,
    draw_commitment,
    draw_coverage,
    draw_sectors,
    load_targets,
    shared_indicators,
)


@cache
def thirty_places():
    """Thirty invented places, made once for all tests."""
    table = load_targets()
    copies = [
        table.iloc[number::6].assign(place=f"第{number}市", place_en=f"Invented City {number}",
                                     adcode=f"99{number:02d}00", plan_id=f"city-{number}")
        for number in range(30)
    ]  # fmt: skip
    every = pd.concat(copies, ignore_index=True)
    return every.assign(target_id=every["target_id"] + "-" + every.index.astype(str))


def draw(name, targets, language):
    covered = coverage(targets)
    return {
        "coverage": lambda: draw_coverage(targets, covered, shared_indicators(covered, 1), language),
        "sectors": lambda: draw_sectors(targets, count_targets(targets, "sector"), language),
        "commitment": lambda: draw_commitment(targets, language=language),
    }[name]()


@pytest.mark.parametrize("name", ["coverage", "sectors", "commitment"])
@pytest.mark.parametrize("places", ["乌海", None, 30])
def test_no_text_lies_on_another(name, places):
    targets = thirty_places() if places == 30 else load_targets(places=places)
    ax = draw(name, targets, "en")
    ax.figure.canvas.draw()
    assert not texts_overlap(ax)
    assert not labels_overlap(ax)
    assert ax.figure.get_figheight() < 24


def test_many_places_are_drawn_with_a_number_in_each_cell():
    targets = thirty_places()
    ax = draw("coverage", targets, "zh")
    numbers = [int(text.get_text()) for text in ax.texts]
    assert len(numbers) == 30 * len(ax.get_yticklabels())
    assert len(ax.get_yticklabels()) == 45
    said = " ".join(text.get_text().replace("\n", "") for text in ax.figure.texts)
    assert "列出覆盖最广的45个" in said


def test_the_parts_of_commitment_are_all_targets():
    numbers = [int(text.get_text()) for text in draw("commitment", load_targets(), "en").texts
               if text.get_text().isdigit()]  # fmt: skip
    assert sum(numbers) == 298


def test_commitment_of_nothing_is_a_sentence():
    assert "Nothing to draw" in draw("commitment", load_targets(places="Heze", years=2030), "en").texts[0].get_text()
