"""Responsible bodies as plans print them → bodies that can be compared between places."""

from functools import cache

import pandas as pd

from helpers import declarations
from helpers.reading.characters import to_plain

#: What stands for a body that ``body_names.csv`` does not know.
UNKNOWN = "unknown"
COLUMNS = ("place", "plan_id", "sector", "target_id", "target_ids", "printed", "body")


def name_bodies(counted: pd.DataFrame) -> pd.DataFrame:
    """The bodies named for each target or aim, one row each: ``printed`` as it stands, ``body`` its code.

    A row with several bodies stands once for each of them, and an office with two tasks for each of its tasks, so the
    rows add up to more than the targets. A body that is printed under two names for one target stands once. ``body`` is
    ``unknown`` where no name in ``body_names.csv`` fits. Rows that name no body are left out.
    """
    rows = [
        {**{name: row[name] for name in COLUMNS[:5]}, "printed": printed, "body": body}
        for row in counted.to_dict("records")
        for printed in str(row["departments"]).split(";")
        if printed
        for body in find_bodies(printed)
    ]
    named = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    known = named["body"] != UNKNOWN
    return named[~(named.duplicated(["target_id", "body"]) & known)].reset_index(drop=True)


@cache
def find_bodies(printed: str) -> tuple[str, ...]:
    """The codes of a printed name: the longest known name that it is, ends with or holds; an aside ends none.

    >>> find_bodies("市商务局"), find_bodies("县文化体育和旅游局")
    (('commerce',), ('culture_tourism', 'sports'))
    """
    plain = to_plain(printed).strip()
    bare = plain.partition("(")[0] if plain.endswith(")") else plain  # 市商务局(市口岸办)
    fits = {"whole": bare.__eq__, "end": bare.endswith, "within": plain.__contains__}
    for row in declarations.body_names():
        if fits[row["place"]](row["word"]):
            return tuple(row["bodies"].split(";"))
    return (UNKNOWN,)
