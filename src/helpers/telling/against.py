"""Where is the emphasis, against other places that are named? Sentence, title and table."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.ambition_words import say_tenth
from helpers.telling.emphasis import STANDING_OUT, say_chance, say_first, say_share_of, things
from helpers.telling.phrases import capital, say, sector_name
from helpers.telling.promises import say_places

#: What is too small or has nothing beside it is not tested.
UNTESTED = ("too_few", "alone")
#: So many ids are named for each place; more would be the same for all of them.
MANY_IDS = 60


def answer(
    compared: pd.DataFrame, names: Mapping[str, str], language: str, *, count: str = "targets", named: object = None
) -> str:
    """What stands out against the others, as one sentence of the answer; empty where several places were asked for and
    none to set them against was ``named``.

    ``compared`` is what ``shares_against`` gives for the asked sectors, and ``names`` has all its places and others.
    """
    if compared.empty or (compared["verdict"] == "alone").all():
        return ""
    if named is None and compared["place"].nunique() > 1:
        return ""
    others = say_others(compared, names, language)
    told = {"others": others, "things": things(count, language), **_counted(compared, language)}
    out = compared[compared["verdict"].isin(STANDING_OUT)]
    if not told["tested"]:
        return say("against_untested", language, **told)
    if out.empty:
        return say("against_none", language, **told)
    order = out["difference"].abs().sort_values(ascending=False, kind="stable").index
    several = compared["place"].nunique() > 1
    listed = say_first([_say_out(row, names, language, several=several) for row in
                        out.loc[order].to_dict("records")], language)  # fmt: skip
    return say("against_one" if len(out) == 1 else "against_some", language, list=listed, **told)


def say_others(compared: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    """The places set against, by name where all places have the same few."""
    lists = compared["others"].drop_duplicates()
    if len(lists) > 1:
        return say("against_the_others", language)
    found = set(lists.iloc[0].split(";"))
    return say_places([name for place, name in names.items() if place in found], language)


def title_of_against(compared: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    told = {"others": say_others(compared, names, language), **_counted(compared, language)}
    if compared["place"].nunique() > 1:
        return say("against_title_several", language, **told)
    return say("against_title", language, place=names[compared["place"].iloc[0]], **told)


def _counted(compared: pd.DataFrame, language: str) -> dict[str, object]:
    tested = int((~compared["verdict"].isin(UNTESTED)).sum())
    out = int(compared["verdict"].isin(STANDING_OUT).sum())
    return {"tested": tested, "out": out, "chance": say_chance(compared["chance"].sum(), language)}


def _say_out(row: Mapping[str, object], names: Mapping[str, str], language: str, *, several: bool) -> str:
    counts = {name: row[name] for name in ("count", "of_place", "other_count", "of_others")}
    told = {"sector": sector_name(row["sector"], language), "place": names[row["place"]], **counts}
    return say("against_out_of" if several else "against_out", language, **told)


def say_points(difference: float) -> str:
    """A difference of shares in points, with its sign, to one decimal."""
    text = say_tenth(difference)
    return text if text.startswith("-") or text == "0" else f"+{text}"


def table_of_against(compared: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Every share with that of the others, what tells them apart, and the ids of both sides.

    Many ids of others that all have rows of their own here are counted, or each of many places would repeat them.
    """
    shown = set(compared["place"].astype("str"))
    rows = [
        (
            names[row["place"]],
            capital(sector_name(row["sector"], language)),
            _share(row, "count", "of_place", "share", language),
            _share(row, "other_count", "of_others", "other_share", language),
            "" if pd.isna(row["difference"]) else say_points(row["difference"]),
            say(f"against_verdict_{row['verdict']}", language),
            row["target_ids"].replace(";", ", "),
            _other_ids(row, shown, language),
        )
        for row in compared.to_dict("records")
    ]
    keys = ("place", "sector", "emphasis_share", "against_others", "against_points", "emphasis_verdict", "id",
            "against_ids")  # fmt: skip
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _other_ids(row: Mapping[str, object], shown: set[str], language: str) -> str:
    ids = row["other_ids"].split(";")
    if len(ids) > MANY_IDS and shown.issuperset(row["others"].split(";")):
        return say("against_ids_elsewhere", language, count=len(ids))
    return ", ".join(ids)


def _share(row: Mapping[str, object], count: str, total: str, share: str, language: str) -> str:
    if pd.isna(row[share]):
        return ""
    return say_share_of(row[count], row[total], row[share], language)
