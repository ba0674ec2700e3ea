"""The open lexicon of commitment and the list of components of ambition, as frames that measures work with."""

from pathlib import Path

import pandas as pd

from helpers import declarations, vocabulary
from helpers.names import as_list, find_codes

AXES = {"bound": "operator", "verb": "modality"}
KEY = ["axis", "code", "word"]


def load_codings(codings: object = None, *, path: Path | str | None = None) -> pd.DataFrame:
    """How firm bounds and verbs count, under one or several named codings: ``coding, axis, code, word, score``.

    A coding takes what its lines leave unsaid from the file's first coding. ``path`` is another file of the columns
    of ``commitment_scores.csv``. Raises ``UnknownNameError`` for a coding that the file does not have, and
    ``VocabularyError`` for a score outside 0 to 1 or an axis that is none.
    """
    rows = declarations.commitment_scores() if path is None else _read(Path(path))
    name = "commitment_scores.csv" if path is None else Path(path).name
    frame = pd.DataFrame(rows, columns=["coding", *KEY, "score"])
    frame["score"] = pd.to_numeric(frame["score"], errors="coerce")
    wrong = frame[~frame["score"].between(0, 1) | ~frame["axis"].isin(list(AXES))]
    if len(wrong):
        first = wrong.iloc[0]
        msg = (
            f"{name}: {first['coding']}/{first['axis']}/{first['code']}: a line needs an axis of "
            f"{', '.join(AXES)} and a score from 0 to 1"
        )
        raise vocabulary.VocabularyError(msg)
    known = list(dict.fromkeys(frame["coding"]))
    asked = known if codings is None else find_codes("coding", as_list(codings), known)
    base = frame[frame["coding"] == known[0]]
    return pd.concat([_filled(frame[frame["coding"] == one], base, one) for one in asked], ignore_index=True)


def load_components() -> pd.DataFrame:
    """The components of ambition in their order: ``component``, ``better`` (``more``, ``less``, ``none``), ``unit``."""
    rows = declarations.ambition_components().values()
    return pd.DataFrame(rows, columns=["component", "better", "unit"])


def _read(path: Path) -> tuple[vocabulary.Row, ...]:
    return vocabulary.read_vocabulary(path, ("coding", *KEY), optional=("word",))


def _filled(own: pd.DataFrame, base: pd.DataFrame, coding: str) -> pd.DataFrame:
    """A coding's own lines and, for every axis, code and word that they do not name, those of the first coding."""
    both = pd.concat([own, base], ignore_index=True).drop_duplicates(KEY)
    # a line for a whole code also replaces the first coding's lines for single words of it
    whole = set(own.loc[own["word"] == "", ["axis", "code"]].itertuples(index=False, name=None))
    said = set(own[KEY].itertuples(index=False, name=None))
    keep = [
        (row.axis, row.code) not in whole or row.word == "" or (row.axis, row.code, row.word) in said
        for row in both.itertuples()
    ]
    return both[keep].assign(coding=coding)
