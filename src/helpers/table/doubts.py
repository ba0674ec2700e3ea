"""What a person should look at first in a row that the program read."""

from collections.abc import Sequence
from decimal import Decimal

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.table.normalize import Row

SHORTEST, LONGEST = 2, 18
ALL = Decimal(100)


def find_doubts(row: Row, rows: Sequence[Row], text: str, *, one_year: bool = False) -> list[str]:
    """Reasons to doubt a row of one plan, each as a short phrase; ``text`` is the plan's own.

    A plan of ``one_year`` needs no year beside its figures.
    """
    found = {
        **_doubts_of_noun(str(row["indicator"]), text),
        **_doubts_of_share(row),
        "no year is printed near it; the plan's last year is taken": row["year_source"] == "plan" and not one_year,
        "the sector is not known": row["sector"] == "other",
        "another row states another value for the same": any(_contradict(row, other) for other in rows),
    }
    return [phrase for phrase, holds in found.items() if holds]


def _doubts_of_noun(noun: str, text: str) -> dict[str, bool]:
    return {
        "the indicator is unusually short or long": not SHORTEST <= len(noun) <= LONGEST,
        "the indicator is not printed in one piece": noun not in text,
        "the indicator holds a numeral": any(sign.isdigit() for sign in noun),
        "the indicator holds a verb": any(verb in noun for verb in lexicon.verbs_of_change()),
    }


def _doubts_of_share(row: Row) -> dict[str, bool]:
    part = row["measure"] in ("share", "rate") and row["unit"] == vocabulary.percent()
    named = str(row["indicator"]).endswith(lexicon.signs("share_end"))
    return {
        "a share or rate above 100 %": part and row["value"] > ALL,
        "a percentage that may be growth or a share": part and row["measure"] == "rate" and not named,
    }


def _contradict(row: Row, other: Row) -> bool:
    same = ("indicator", "measure", "unit", "target_year", "period", "section")
    return other is not row and all(row[name] == other[name] for name in same) and row["value"] != other["value"]
