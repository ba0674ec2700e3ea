"""How firmly does a place commit itself? A score on each of two axes, bound and verb, from an open lexicon."""

import pandas as pd

#: Axis of commitment → the target table's column that its codes come from.
AXES = {"bound": "operator", "verb": "modality"}
#: Where an axis's words stand in the table beside ``verb``.
WORDS = {"bound": ("figure",), "verb": ()}


def score_commitment(targets: pd.DataFrame, scores: pd.DataFrame) -> pd.DataFrame:
    """The score of each target's bound and verb under each coding.

    ``scores`` is the lexicon: ``coding``, ``axis``, ``code``, ``word`` (may be empty) and ``score`` from 0, soft, to 1,
    hard. A line with a word speaks for rows of its code that have the word, and goes before the line without one.
    Returns ``coding``, ``axis``, ``target_id``, ``place``, ``score``. Raises ``ValueError`` for a code that a coding
    gives no score.

    Which words are hard is disputed in the literature on growth targets, so no coding is the right one: results are
    to be shown under several.
    """
    parts = []
    for (coding, axis), lines in scores.groupby(["coding", "axis"], sort=False):
        codes = targets[AXES[axis]].astype("str")
        plain = lines[lines["word"] == ""]
        found = codes.map(dict(zip(plain["code"], plain["score"], strict=True))).astype("float64")
        printed = targets["verb"].astype("str")
        for name in WORDS[axis]:
            printed = printed + ";" + targets[name].astype("str")
        for line in lines[lines["word"] != ""].itertuples():
            found = found.mask((codes == line.code) & printed.str.contains(line.word, regex=False), line.score)
        if found.isna().any():
            unknown = ", ".join(sorted(set(codes[found.isna()])))
            msg = f"the coding {coding!r} gives no score on the axis {axis!r} to {unknown}; add a line for it"
            raise ValueError(msg)
        part = targets[["target_id", "place"]].astype("str").assign(coding=coding, axis=axis, score=found)
        parts.append(part[["coding", "axis", "target_id", "place", "score"]])
    return pd.concat(parts, ignore_index=True)


def commitment_by_place(scored: pd.DataFrame) -> pd.DataFrame:
    """The mean score of a place's targets by coding and axis: ``score``, ``targets`` counted, ``target_ids``."""
    groups = scored.groupby(["coding", "axis", "place"], observed=True, sort=False)
    return groups.agg(
        score=("score", "mean"), targets=("target_id", "size"), target_ids=("target_id", ";".join)
    ).reset_index()


def commitment_counts(targets: pd.DataFrame) -> pd.DataFrame:
    """Targets by place, bound and verb: ``place``, ``operator``, ``modality``, ``targets``, ``target_ids``."""
    groups = targets.astype({"place": "str", "operator": "str", "modality": "str"}).groupby(
        ["place", "operator", "modality"], sort=True
    )
    return groups.agg(targets=("target_id", "size"), target_ids=("target_id", ";".join)).reset_index()
