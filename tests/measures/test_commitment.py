"""Scores of bounds and verbs from the open lexicon."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import load_codings, load_targets
from helpers.measures.commitment import commitment_by_place, commitment_counts, score_commitment

#: Many people share the machines that run this, so an example may take its time.
QUICK = settings(deadline=None, max_examples=15)

OPERATORS = ["ge", "le", "eq", "between", "approx"]
MODALITIES = ["binding", "plain", "aspirational"]
CODINGS = load_codings()
ROWS = st.lists(st.tuples(st.sampled_from(OPERATORS), st.sampled_from(MODALITIES)), min_size=1, max_size=20)


def table(rows, verb="力争", figure="6%"):
    records = [(f"t{n}", "临溪市", *row, verb, figure) for n, row in enumerate(rows)]
    return pd.DataFrame(records, columns=["target_id", "place", "operator", "modality", "verb", "figure"])


def mean(scored, coding, axis):
    found = commitment_by_place(scored)
    [score] = found.loc[(found["coding"] == coding) & (found["axis"] == axis), "score"]
    return score


@QUICK
@given(ROWS)
def test_every_target_has_a_score_from_0_to_1_on_each_axis_under_each_coding(rows):
    scored = score_commitment(table(rows), CODINGS)
    assert len(scored) == len(rows) * 2 * CODINGS["coding"].nunique()
    assert scored["score"].between(0, 1).all()


def test_a_floor_is_firmer_than_a_bare_figure_and_that_firmer_than_about():
    scores = [mean(score_commitment(table([(one, "plain")]), load_codings("graded")), "graded", "bound")
              for one in ("ge", "eq", "between", "approx")]  # fmt: skip
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


@pytest.mark.parametrize(
    ("coding", "axis", "row", "verb", "graded", "other"),
    [
        ("striving_hard", "verb", ("eq", "aspirational"), "力争", 0, 1),
        ("striving_hard", "verb", ("eq", "aspirational"), "争取", 0, 0),
        ("striving_plain", "verb", ("eq", "aspirational"), "力争", 0, 0.5),
        ("floor_plain", "bound", ("ge", "plain"), "达到", 1, 0.67),
        ("about_plain", "bound", ("approx", "plain"), "达到", 0, 0.67),
        ("two_way", "bound", ("between", "plain"), "达到", 0.33, 0),
    ],
)
def test_another_coding_moves_what_it_says_it_moves(coding, axis, row, verb, graded, other):
    scored = score_commitment(table([row], verb), load_codings(["graded", coding]))
    assert mean(scored, "graded", axis) == graded
    assert mean(scored, coding, axis) == other


def test_a_line_with_a_word_speaks_for_rows_with_that_word_only():
    lexicon = pd.DataFrame(
        [("own", "verb", "aspirational", "", 0.2), ("own", "verb", "aspirational", "奋力", 0.9)],
        columns=["coding", "axis", "code", "word", "score"],
    )
    rows = pd.concat([table([("eq", "aspirational")], verb) for verb in ("奋力;达到", "力争")])
    assert list(score_commitment(rows, lexicon)["score"]) == [0.9, 0.2]


def test_a_code_that_a_coding_does_not_score_is_named():
    lexicon = load_codings("graded")
    lexicon = lexicon[lexicon["code"] != "le"]
    with pytest.raises(ValueError, match="'graded' gives no score on the axis 'bound' to le"):
        score_commitment(table([("le", "plain")]), lexicon)


def test_the_counts_add_up_to_the_targets():
    targets = load_targets()
    counts = commitment_counts(targets)
    assert counts["targets"].sum() == len(targets)
    assert {one for ids in counts["target_ids"] for one in ids.split(";")} == set(targets["target_id"])


def test_no_targets_have_no_scores():
    assert score_commitment(load_targets().iloc[:0], load_codings()).empty
