"""The lexicon of commitment and the list of components."""

import pytest

from helpers import UnknownNameError, declarations, load_codings, load_components
from helpers.table.codes import MODALITIES, OPERATORS
from helpers.vocabulary import VocabularyError

HEAD = "coding,axis,code,word,score,note\n"
FULL = "".join(f"mine,bound,{code},,0.5,x\n" for code in OPERATORS) + "".join(
    f"mine,verb,{code},,0.5,x\n" for code in MODALITIES
)


def write(tmp_path, text):
    path = tmp_path / "scores.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_every_coding_scores_every_bound_and_every_verb():
    for coding, lines in load_codings().groupby("coding"):
        plain = lines[lines["word"] == ""]
        assert set(plain.loc[plain["axis"] == "bound", "code"]) == set(OPERATORS), coding
        assert set(plain.loc[plain["axis"] == "verb", "code"]) == set(MODALITIES), coding


def test_every_coding_of_the_lexicon_has_a_name_and_the_other_way_round():
    assert set(load_codings()["coding"]) == set(declarations.commitment_codings())


def test_codings_differ_from_each_other():
    scores = {coding: tuple(map(tuple, lines[["axis", "code", "word", "score"]].sort_values(["axis", "code", "word"])
                                .to_numpy())) for coding, lines in load_codings().groupby("coding")}  # fmt: skip
    assert len(set(scores.values())) == len(scores)


def test_a_coding_takes_from_the_first_what_it_leaves_unsaid():
    graded, other = load_codings("graded"), load_codings("floor_plain")
    merged = graded.merge(other, on=["axis", "code", "word"], suffixes=("", "_other"))
    changed = merged[merged["score"] != merged["score_other"]]
    assert list(changed[["axis", "code"]].itertuples(index=False, name=None)) == [("bound", "ge")]


def test_a_line_for_a_whole_code_replaces_the_first_coding_s_lines_for_its_words(tmp_path):
    path = write(tmp_path, FULL + "mine,verb,aspirational,奋力,0.9,x\nother,verb,aspirational,,0.1,x\n")
    other = load_codings("other", path=path)
    lines = other[(other["axis"] == "verb") & (other["code"] == "aspirational")]
    assert list(lines[["word", "score"]].itertuples(index=False, name=None)) == [("", 0.1)]
    assert "奋力" in set(load_codings("mine", path=path)["word"])


@pytest.mark.parametrize("line", ["mine,bound,ge,,1.5,x\n", "mine,bound,ge,,high,x\n", "mine,tone,ge,,1,x\n"])
def test_a_score_or_an_axis_that_is_none_is_refused_with_its_line(tmp_path, line):
    with pytest.raises(VocabularyError, match=r"scores\.csv: mine/.*/ge: a line needs an axis"):
        load_codings(path=write(tmp_path, line))


def test_an_unknown_coding_is_met_with_the_nearest():
    with pytest.raises(UnknownNameError, match="unknown coding 'grade'; did you mean graded"):
        load_codings("grade")


def test_components_have_a_direction_or_none():
    found = load_components()
    assert set(found["better"]) <= {"more", "less", "none"}
    assert found["component"].is_unique
    assert "horizon" in set(found.loc[found["better"] == "none", "component"])
