"""Where does one place put its emphasis, compared with other places that the reader names?"""

import pandas as pd

from helpers.measures.chance import LEVEL, chance_of_standing_out, stands_out

AGAINST = (
    "place", "others", "sector", "count", "of_place", "share", "other_count", "of_others", "other_share", "difference",
    "verdict", "chance", "target_ids", "other_ids",
)  # fmt: skip
#: Above or below the others, not to be told from them, too few targets, no other place.
VERDICTS = ("above", "below", "as_others", "too_few", "alone")


def shares_against(counted: pd.DataFrame, others: pd.DataFrame, minimum: int = 5, level: float = LEVEL) -> pd.DataFrame:
    """The share of each place's targets in each sector, beside the share of the other places' targets put together.

    Both frames are what ``count_once`` gives: ``counted`` of the places looked at, ``others`` of those they are set
    against, of which a place itself is left out. Returns one row for each place and each sector that it or they have:
    ``count`` of ``of_place`` and ``share`` (0 to 1), ``other_count`` of ``of_others`` and ``other_share``, their
    ``difference`` in percentage points, the names of the ``others`` and the ids of both sides, joined by ``;``.

    ``verdict`` is ``above`` or ``below`` where the two shares differ by more than chance would make them, in Fisher's
    exact test of the place's targets among those of all (``stands_out``), else ``as_others``; ``too_few`` where the
    sector, the place or the others have fewer than ``minimum`` targets, and ``alone`` where there is no other place.
    ``chance`` is the probability that a tested share stands out though targets fall to places without regard to
    sectors.
    """
    rows = []
    for place in dict.fromkeys(counted["place"].astype("str")):
        own = counted[counted["place"].astype("str") == place]
        rest = others[others["place"].astype("str") != place]
        sectors = dict.fromkeys([*own["sector"].astype("str"), *rest["sector"].astype("str")])
        rows += [_beside(place, sector, own, rest, minimum, level) for sector in sectors]
    frame = pd.DataFrame(rows, columns=list(AGAINST))
    return frame.astype(dict.fromkeys(("share", "other_share", "difference", "chance"), "float64"))


def _beside(
    place: str, sector: str, own: pd.DataFrame, rest: pd.DataFrame, minimum: int, level: float
) -> dict[str, object]:
    mine, theirs = (side[side["sector"].astype("str") == sector] for side in (own, rest))
    share, other_share = len(mine) / len(own), len(theirs) / len(rest) if len(rest) else None
    row = {
        "place": place, "others": ";".join(dict.fromkeys(rest["place"].astype("str"))), "sector": sector,
        "count": len(mine), "of_place": len(own), "share": share,
        "other_count": len(theirs), "of_others": len(rest), "other_share": other_share,
        "difference": None if other_share is None else 100 * (share - other_share),
        "target_ids": ";".join(mine["target_ids"]), "other_ids": ";".join(theirs["target_ids"]),
    }  # fmt: skip
    return row | _verdict(row, minimum, level)


def _verdict(row: dict, minimum: int, level: float) -> dict[str, object]:
    if not row["of_others"]:
        return {"verdict": "alone", "chance": 0.0}
    of_sector, of_all = row["count"] + row["other_count"], row["of_place"] + row["of_others"]
    if min(of_sector, row["of_place"], row["of_others"]) < minimum:
        return {"verdict": "too_few", "chance": 0.0}
    totals = (row["of_place"], of_sector, of_all)
    verdict = "as_others"
    if stands_out(row["count"], *totals, level):
        verdict = "above" if row["difference"] > 0 else "below"
    return {"verdict": verdict, "chance": chance_of_standing_out(*totals, level)}
