"""Sentence, title and table of one place against others."""

import pytest
from sentences import count_sentences

from helpers import against, count_once, load_targets, promises, shares_against

NAMES = promises.place_names(load_targets(), "en")


@pytest.fixture(scope="module")
def everyone():
    """All places, each against all others; compared once."""
    return compared()


def compared(places=None, others=None, minimum=5, **asked):
    mine, theirs = (count_once(load_targets(places=named, **asked)) for named in (places, others))
    return shares_against(mine, theirs, minimum)


def test_one_place_is_set_against_all_others_by_name_with_counts_and_chance():
    text = against.answer(compared("乌海"), NAMES, "en")
    assert text == (
        "Against Changzhi, Heze, Wansheng and Lanzhou, 1 of 16 shares of targets stands out, where chance alone would "
        "give about 0.4: real estate (5 of 70 against 3 of 228)."
    )
    assert count_sentences(text) == 1


def test_the_same_in_chinese():
    names = promises.place_names(load_targets(), "zh")
    assert against.answer(compared("乌海"), names, "zh") == (
        "与长治市、菏泽市、重庆市万盛经开区和兰州市相比，16个目标占比中有1个明显不同（单凭偶然约有0.4个）："
        "房地产（70项中的5项，对比228项中的3项）。"
    )


def test_several_places_are_answered_against_others_only_where_these_are_named(everyone):
    assert against.answer(everyone, NAMES, "en") == ""
    text = against.answer(compared(["兰州", "菏泽"], "长治"), NAMES, "en", named="长治")
    assert text.startswith("Against Changzhi, ")
    assert "in Heze (" in text


def test_places_that_are_set_against_different_others_have_no_names_but_a_word_for_them(everyone):
    assert against.say_others(everyone, NAMES, "en") == "the other places together"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"places": "乌海", "others": "兰州", "minimum": 500}, "There are too few targets to compare with Lanzhou."),
        ({"places": "乌海", "others": "乌海"}, ""),
        ({"places": "菏泽", "years": 2030}, ""),
    ],
)
def test_too_few_targets_or_no_other_place_are_said_or_left_unsaid(asked, said):
    assert against.answer(compared(**asked), NAMES, "en", named="兰州") == said


def test_a_difference_is_said_to_one_decimal_with_its_sign():
    assert [against.say_points(value) for value in (8.25, -0.04, -3.0, 23.41)] == ["+8.3", "0", "-3", "+23.4"]


def test_none_that_stands_out_is_said():
    rows = compared("乌海").assign(verdict="as_others")
    assert "none of 21 shares of targets stands out" in against.answer(rows, NAMES, "en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_leaves_out_no_row_and_shows_no_missing_value(language, everyone):
    names = promises.place_names(load_targets(), language)
    for rows in (everyone, compared("乌海", "乌海"), compared("乌海", ["Heze", "620100"])):
        table = against.table_of_against(rows, names, language)
        assert len(table) == len(rows)
        assert not table.astype(str).apply(lambda column: column.str.contains(r"\bnan\b|None|<NA>")).to_numpy().any()


def test_the_title_names_both_sides_and_what_chance_would_give(everyone):
    assert against.title_of_against(compared("乌海", "兰州"), NAMES, "en").startswith("Wuhai against Lanzhou: ")
    assert "by chance alone about" in against.title_of_against(everyone, NAMES, "en")


def test_many_ids_of_others_are_counted_only_where_all_of_them_stand_in_rows_of_their_own(everyone):
    many = ";".join(f"t-{number}" for number in range(100))
    column = "Ids of the others"
    all_shown = against.table_of_against(everyone.assign(other_ids=many), NAMES, "en")
    assert set(all_shown[column]) == {"100, each in the row of its own place and sector"}
    one = everyone[everyone["place"] == everyone["place"].iloc[0]].assign(other_ids=many)
    assert all("t-99" in ids for ids in against.table_of_against(one, NAMES, "en")[column])
