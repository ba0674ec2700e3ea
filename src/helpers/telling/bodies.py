"""Which bodies are responsible? Titles and tables."""

from collections.abc import Mapping

import pandas as pd

from helpers import declarations
from helpers.table.bodies import UNKNOWN
from helpers.telling.emphasis import things
from helpers.telling.phrases import capital, name_of, say, say_list
from helpers.telling.promises import MOST_NAMED

#: So many bodies are drawn; the others stand in the table.
MOST_DRAWN = 20


def body_name(body: str, language: str) -> str:
    """What a body is for, as readers call it."""
    if body == UNKNOWN:
        return say("bodies_unknown_body", language)
    return name_of(declarations.bodies()[body], language)


def count_bodies(counted: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Targets by body and place, the body with most first; ``named`` is what ``name_bodies`` gives for ``counted``.

    Every place of ``counted`` has a column, also one whose plan names no body.
    """
    once = named.drop_duplicates(["target_id", "body"])
    counts = pd.crosstab(once["body"].astype("str"), once["place"].astype("str"))
    counts = counts.reindex(columns=sorted(set(counted["place"].astype("str")))).fillna(0).astype(int)
    order = counts.sum(axis=1).sort_index().sort_values(ascending=False, kind="stable").index
    return counts.loc[order]


def title_of_bodies(counted: pd.DataFrame, named: pd.DataFrame, language: str, count: str) -> str:
    """The body that most targets name, of those that name any."""
    counts = count_bodies(counted, named)
    if counts.empty:
        return say("bodies_title_bodies_none", language)
    totals = counts.sum(axis=1)
    return say(
        "bodies_title_bodies", language, body=body_name(str(totals.index[0]), language), count=int(totals.iloc[0]),
        named=named["target_id"].nunique(), things=things(count, language),
    )  # fmt: skip


def subtitle_of_bodies(
    counted: pd.DataFrame, named: pd.DataFrame, names: Mapping[str, str], language: str, count: str
) -> str:
    """What is counted, what names no body, and what is left out of the figure."""
    without = counted[counted["departments"] == ""]
    silent = sorted(set(counted["place"]) - set(named["place"]), key=list(names).index)
    nobody = ""
    if silent and len(silent) <= MOST_NAMED:
        nobody = say("bodies_nobody", language, places=say_list([names[place] for place in silent], language))
    if len(silent) > MOST_NAMED:
        nobody = say("bodies_nobody_many", language, count=len(silent))
    rest = named["body"].nunique() - MOST_DRAWN
    one = say(f"bodies_thing_{count}", language)
    unknown = named.loc[named["body"] == UNKNOWN, "printed"].nunique()
    return say(
        "bodies_subtitle_bodies", language, things=things(count, language), thing=one,
        without=len(without), total=len(counted), nobody=nobody,
        unknown=say("bodies_unknown", language, count=unknown) if unknown else "",
        more=say("bodies_more", language, count=rest) if rest > 0 else "",
    )  # fmt: skip


def table_of_bodies(named: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Every body with the names it is printed under, the places and the ids of its targets."""
    rows = []
    for body, group in named.groupby("body", sort=False):
        places = [names[place] for place in names if place in set(group["place"])]
        rows.append(
            (
                capital(body_name(str(body), language)),
                group["target_id"].nunique(),
                say_list(places, language),
                say("list_comma", language).join(dict.fromkeys(group["printed"])),
                ", ".join(dict.fromkeys(one for ids in group["target_ids"] for one in ids.split(";"))),
            )
        )
    rows.sort(key=lambda row: -row[1])
    keys = ("bodies_body", "count", "emphasis_places", "bodies_printed", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
