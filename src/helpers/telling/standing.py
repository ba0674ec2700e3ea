"""Where one place stands among all others: its emphasis and the components of its ambition, in words and tables."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers import declarations
from helpers.telling.ambition_tables import say_component, say_ids, say_reason, unit_of_level
from helpers.telling.ambition_words import coding_name, component_name, say_headline
from helpers.telling.emphasis import say_limit, say_share_of
from helpers.telling.growth import say_percent
from helpers.telling.phrases import capital, join_sentences, say, say_list, sector_name

MOST_NAMED = 3

Row = Mapping[str, object]


def say_emphasis(quotients: pd.DataFrame, language: str) -> str:
    """Which sectors stand out from those of all places together; ``quotients`` is what ``emphasis_of`` gives."""
    tested = int(quotients["quotient"].notna().sum())
    if not tested:
        return say("standing_no_emphasis", language)
    out = quotients[quotients["robust"]]
    told = {"tested": tested, "chance": say_percent(quotients["chance"].sum(), language).removesuffix("%")}
    if out.empty:
        return say("standing_emphasis_none", language, **told)
    named = [_say_out(row, language) for row in out.head(MOST_NAMED).to_dict("records")]
    if len(out) > len(named):
        named.append(say("standing_more", language, count=len(out) - len(named)))
    key = "standing_emphasis_one" if len(out) == 1 else "standing_emphasis"
    return say(key, language, count=len(out), list=say_list(named, language), **told)


def _say_out(row: Row, language: str) -> str:
    told = {"count": row["count"], "total": row["of_place"], "quotient": say_limit(row["quotient"], language)}
    return say("standing_out", language, sector=sector_name(row["sector"], language), **told)


def title_of_emphasis(quotients: pd.DataFrame, place: str, language: str) -> str:
    tested, out = int(quotients["quotient"].notna().sum()), int(quotients["verdict"].isin(["above", "below"]).sum())
    robust = int(quotients["robust"].sum())
    once = "_one" if robust else "_one_way"
    key = "standing_title_emphasis" + {0: "_zero", 1: once}.get(out, "")
    return say(key, language, place=place, tested=tested, out=out, robust=robust)


def table_of_emphasis(quotients: pd.DataFrame, language: str) -> pd.DataFrame:
    """The place's share in each sector, that of all places together, and what the two say of each other."""
    rows = [
        (
            capital(sector_name(row["sector"], language)),
            say_share_of(row["count"], row["of_place"], row["share"], language),
            say_share_of(row["of_sector"], row["of_all"], row["pooled_share"], language),
            "" if pd.isna(row["quotient"]) else say_limit(row["quotient"], language),
            say("standing_robust" if row["robust"] else f"emphasis_verdict_{row['verdict']}", language),
            say_ids(row["target_ids"]),
        )
        for row in quotients.to_dict("records")
    ]
    keys = ("sector", "emphasis_share", "emphasis_pooled", "emphasis_quotient", "emphasis_verdict", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def say_ambition(standing: pd.DataFrame, language: str) -> str:
    """How many components are known and where they lie; ``standing`` is what ``beside_components`` gives."""
    rows = directed(standing)
    told = {"known": int((rows["reason"] == "").sum()), "total": len(rows), "count": int((rows["side"] != "").sum())}
    key = "standing_ambition" if told["count"] else "standing_no_ambition"
    return say(key, language, **told, **count_sides(rows))


def directed(standing: pd.DataFrame) -> pd.DataFrame:
    """The components of which more is more ambitious; a far target is neither more nor less so than a near one."""
    known = declarations.ambition_components()
    return standing[[known[component]["better"] != "none" for component in standing["component"]]]


def count_sides(standing: pd.DataFrame) -> dict[str, int]:
    return {side: int((standing["side"] == side).sum()) for side in ("above", "below")}


def title_of_ambition(standing: pd.DataFrame, place: str, language: str) -> str:
    rows = directed(standing)
    compared = int((rows["side"] != "").sum())
    key = "standing_title_ambition" if compared else "standing_title_no_ambition"
    return say(key, language, place=place, count=compared, **count_sides(rows))


def subtitle_of_ambition(judged: Any, place: str, language: str) -> str:
    """What is drawn, of which growth and under which coding."""
    told = {"headline": say_headline(judged.headline, language), "coding": coding_name(judged.coding, language)}
    keys = ("standing_subtitle", "standing_subtitle_more")
    return join_sentences([say(key, language, place=place, **told) for key in keys], language)


def say_standing(row: Row, judged: Any, language: str) -> str:
    """The value of the place and the span of the others in few words."""
    own = _own(row, judged, language)
    if row["reason"] and not row["peers"]:
        return own
    return say("standing_text", language, own=own, others=_others(row, judged, language))


def name_of(row: Row, language: str) -> str:
    return capital(component_name(row["component"], language))


def _own(row: Row, judged: Any, language: str) -> str:
    if row["reason"]:
        return say_reason(row["reason"], language)
    return say_component({**row, "reason": ""}, unit_of_level(judged), language)


def _others(row: Row, judged: Any, language: str) -> str:
    if not row["peers"]:
        return say("standing_no_peer", language)
    unit = unit_of_level(judged)
    low, high = (say_component({**row, "reason": "", "value": row[end]}, unit, language) for end in ("low", "high"))
    span = low if low == high else say("position_range", language, low=low, high=high)
    return say("standing_others", language, count=row["peers"], span=span)


def table_of_ambition(standing: pd.DataFrame, judged: Any, language: str) -> pd.DataFrame:
    """Every component of the place beside that of the others, with the ids that it came from."""
    rows = [
        (
            name_of(row, language),
            _own(row, judged, language),
            _others(row, judged, language),
            say(f"standing_{row['side'] or 'nowhere'}", language),
            say("standing_of_all", language) if row["of_all"] else say_ids(*(row[f"{kind}_ids"] for kind in
                                                                         ("target", "fact", "upper"))),
        )
        for row in standing.to_dict("records")
    ]  # fmt: skip
    keys = ("ambition_component", "own_growth", "peers_growth", "standing_side", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
