"""Where is the emphasis? The answer in sentences."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers import vocabulary
from helpers.telling.growth import say_percent
from helpers.telling.numbers import say_number
from helpers.telling.phrases import join_sentences, say, say_list, sector_name
from helpers.telling.promises import MOST_NAMED, say_places

STANDING_OUT = ("above", "below")
LARGEST = 3


def things(count: str, language: str) -> str:
    """What is counted, in the plural: targets or aims."""
    return say(f"emphasis_things_{count}", language)


def say_share(share: float, language: str) -> str:
    """A share of 0 to 1 in percent, whole from 10 % on."""
    percent = 100 * share
    return f"{say_number(percent, language, digits=2)}%" if percent else say_percent(0, language)


def say_quotient(quotient: float, language: str) -> str:
    """A quotient with two significant figures."""
    return say_number(quotient, language, digits=2)


def say_limit(quotient: float, language: str) -> str:
    """The same for the end of an interval, with more figures where two would say 1 of what is not 1."""
    said = (say_number(quotient, language, digits=digits) for digits in (2, 3, 4))
    return next((text for text in said if text != "1"), "1")


def answer(
    quotients: pd.DataFrame, changed: pd.DataFrame, names: Mapping[str, str], language: str,
    *, totals: Mapping[str, int], count: str = "targets", asked: str = "", sectors: Sequence[str] | None = None,
    plans: pd.DataFrame | None = None,
) -> str:  # fmt: skip
    """Where the emphasis is, in a few sentences: what stands out however it is counted, and what chance would give.

    ``quotients`` is what ``location_quotients`` gives for the asked sectors, ``changed`` what ``changed_verdicts``
    gives for them, ``totals`` what ``count_totals`` gives, and ``names`` are the places that were asked for. Where a
    place stands out and the table of ``plans`` has a note on its text, such as one that is cut off, the answer says so.
    """
    if quotients.empty:
        return say("emphasis_none", language, asked=asked or say("asked_all", language))
    present = [place for place in names if place in set(quotients["place"])]
    sentences = [_opening(quotients, [names[place] for place in present], totals, language)]
    if (quotients["verdict"] == "alone").all():
        sentences.append(_alone(quotients, language))
    elif quotients["quotient"].isna().all():
        sentences.append(say("emphasis_untested", language, things=things(count, language)))
    else:
        sentences += _standing_out(changed, names, language, count)
        sentences.append(_chance(quotients, language))
        sentences += _remarked(changed, plans, names, language)
    if missing := [names[place] for place in names if place not in present]:
        sentences.append(say("emphasis_missing", language, places=say_places(missing, language)))
    known = vocabulary.sectors()
    if absent := [sector for sector in sectors or () if sector in known and sector not in set(quotients["sector"])]:
        listed = say_list([sector_name(sector, language) for sector in absent], language)
        sentences.append(say("emphasis_sector_missing", language, sectors=listed))
    return join_sentences(sentences, language)


def _opening(quotients: pd.DataFrame, places: list[str], totals: Mapping[str, int], language: str) -> str:
    found = quotients[quotients["count"] > 0]
    key = "emphasis_opening_one" if totals["plans"] == 1 else "emphasis_opening"
    sectors = found["sector"].nunique()
    whole = not set(found["sector"]) <= single_sectors()
    several = "emphasis_sectors_and_all" if whole else "emphasis_sectors"
    said = say("emphasis_one_sector" if sectors == 1 else several, language, count=sectors)
    return say(key, language, **totals, places=say_places(places, language), sectors=said)


def _alone(quotients: pd.DataFrame, language: str) -> str:
    """The largest sectors, with all that have as many targets as the last of them, or that none is large."""
    largest = quotients[quotients["count"] > 0].sort_values(["count", "sector"], ascending=[False, True])
    least = largest["count"].head(LARGEST).min()
    largest = largest[largest["count"] >= least]
    if len(largest) > MOST_NAMED:
        largest = largest[largest["count"] > least]
    if largest.empty:
        return say("emphasis_alone_even", language, most=least)
    named = [
        say("emphasis_count_of", language, name=sector_name(row["sector"], language), count=row["count"],
            total=row["of_place"])
        for row in largest.to_dict("records")
    ]  # fmt: skip
    return say("emphasis_alone", language, sectors=say_list(named, language))


def _standing_out(changed: pd.DataFrame, names: Mapping[str, str], language: str, count: str) -> list[str]:
    """What stands out whichever way it is counted, the furthest from the pool first, and how much does so only once."""
    robust = _robust(changed)
    fragile = len(changed) - len(robust)
    if robust.empty:
        said = [say("emphasis_robust_none", language)]
    else:
        near = robust[f"quotient_{count}"].clip(lower=0.01)
        order = near.where(near > 1, 1 / near).sort_values(ascending=False, kind="stable").index
        rows = robust.loc[order].to_dict("records")
        named = [_say_out(row, names, language, count) for row in rows[:MOST_NAMED]]
        listed = say_list(named, language) if len(rows) <= MOST_NAMED else say("list_comma", language).join(named)
        if len(rows) > MOST_NAMED:
            listed = say("emphasis_and_more", language, list=listed, count=len(rows) - MOST_NAMED)
        key = "emphasis_robust_one" if len(rows) == 1 else "emphasis_robust"
        said = [say(key, language, count=len(rows), list=listed)]
    if fragile:
        said.append(say("emphasis_fragile_one" if fragile == 1 else "emphasis_fragile", language, count=fragile))
    return said


def _robust(changed: pd.DataFrame) -> pd.DataFrame:
    same = changed["verdict_targets"] == changed["verdict_aims"]
    return changed[same & changed["verdict_targets"].isin(STANDING_OUT)]


def _remarked(changed: pd.DataFrame, plans: pd.DataFrame | None, names: Mapping[str, str], language: str) -> list[str]:
    if plans is None:
        return []
    noted = set(plans.loc[plans["note"] != "", "place"]) & set(_robust(changed)["place"])
    places = [names[place] for place in names if place in noted]
    return [say("emphasis_remarked", language, places=say_places(places, language))] if places else []


def _say_out(row: Mapping[str, object], names: Mapping[str, str], language: str, count: str) -> str:
    numbers = {name: say_limit(row[f"{name}_{count}"], language) for name in ("quotient", "low", "high")}
    return say(
        "emphasis_out", language, sector=sector_name(row["sector"], language), place=names[row["place"]],
        count=row[f"count_{count}"], total=row[f"of_place_{count}"], things=things(count, language), **numbers,
    )  # fmt: skip


def _chance(quotients: pd.DataFrame, language: str) -> str:
    tested = int(quotients["quotient"].notna().sum())
    chance = quotients["chance"].sum()
    # no more than chance gives is no finding, and the sentence must say so
    key = "emphasis_chance" if quotients["verdict"].isin(STANDING_OUT).sum() > chance else "emphasis_only_chance"
    return say(key, language, tested=tested, chance=say_percent(chance, language).removesuffix("%"))


def single_sectors() -> set[str]:
    """Sectors with a section of GB/T 4754-2017: all but services as a whole and what fits no sector."""
    return {code for code, row in vocabulary.sectors().items() if row["industry_code"]}
