"""What a person should look at first in a row that the program read."""

from collections.abc import Sequence
from decimal import Decimal

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.table.normalize import Row

SHORTEST, LONGEST = 2, 18
ALL = Decimal(100)


def find_doubts(row: Row, rows: Sequence[Row], text: str, *, one_year: bool = False) -> list[str]:
    """Reasons to doubt a row of one plan, each a key of ``phrases/review.csv`` behind ``doubt_``.

    ``text`` is the plan's own.
    A plan of ``one_year`` needs no year beside its figures.
    """
    found = {
        **_doubts_of_noun(str(row["indicator"]), text),
        **_doubts_of_share(row),
        "year": row["year_source"] == "plan" and not one_year,
        "sector": row["sector"] == "other",
        "contradicted": any(_contradict(row, other) for other in rows),
    }
    return [key for key, holds in found.items() if holds]


def _doubts_of_noun(noun: str, text: str) -> dict[str, bool]:
    return {
        "length": not SHORTEST <= len(noun) <= LONGEST,
        "pieces": noun not in text,
        "numeral": any(sign.isdigit() for sign in noun),
        "verb": any(verb in noun for verb in lexicon.verbs_of_change()),
    }


def _doubts_of_share(row: Row) -> dict[str, bool]:
    part = row["measure"] in ("share", "rate") and row["unit"] == vocabulary.percent()
    named = str(row["indicator"]).endswith(lexicon.signs("share_end"))
    return {
        "above_all": part and row["value"] > ALL,
        "percentage": part and row["measure"] == "rate" and not named,
    }


def _contradict(row: Row, other: Row) -> bool:
    same = ("indicator", "measure", "unit", "target_year", "period", "section")
    return other is not row and all(row[name] == other[name] for name in same) and row["value"] != other["value"]
