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


def say_share_of(count: int, total: int, share: float, language: str) -> str:
    """A share with the counts that it comes from."""
    return say("emphasis_of_total_share", language, count=count, total=total, share=say_share(share, language))


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
    plans: pd.DataFrame | None = None, beside: str = "",
) -> str:  # fmt: skip
    """Where the emphasis is, in at most three sentences: what stands out however it is counted, and what chance gives.

    ``quotients`` is what ``location_quotients`` gives for the asked sectors, ``changed`` what ``changed_verdicts``
    gives for them, ``totals`` what ``count_totals`` gives, and ``names`` are the places that were asked for. Where a
    place stands out and the table of ``plans`` has a note on its text, such as one that is cut off, the answer says so.
    ``beside`` is the sentence of ``against.answer``, which takes the place of the comparison with the pool.
    """
    if quotients.empty:
        return say("emphasis_none", language, asked=asked or say("asked_all", language))
    sentences = [_opening(quotients, names, totals, sectors, language)]
    if (quotients["verdict"] == "alone").all():
        sentences += [_largest(quotients, language, "emphasis_largest" if beside else "emphasis_alone")]
    if beside:
        sentences.append(beside)
    elif quotients["quotient"].notna().any():
        sentences += [
            _standing_out(changed, names, language, count),
            _chance(quotients, changed, plans, names, language),
        ]
    elif (quotients["verdict"] != "alone").any():
        sentences.append(say("emphasis_untested", language, things=things(count, language)))
    return join_sentences(sentences, language)


def _opening(
    quotients: pd.DataFrame, names: Mapping[str, str], totals: Mapping[str, int], asked: Sequence[str] | None,
    language: str,
) -> str:  # fmt: skip
    found = quotients[quotients["count"] > 0]
    key = "emphasis_opening_one" if totals["plans"] == 1 else "emphasis_opening"
    sectors = found["sector"].nunique()
    whole = not set(found["sector"]) <= single_sectors()
    several = "emphasis_sectors_and_all" if whole else "emphasis_sectors"
    said = say("emphasis_one_sector" if sectors == 1 else several, language, count=sectors)
    present = [names[place] for place in names if place in set(quotients["place"])]
    missing = _missing(quotients, names, asked, language)
    counted = {
        name: say(f"emphasis_counted_{name}{'_one' if totals[name] == 1 else ''}", language, count=totals[name])
        for name in ("targets", "aims")
    }
    told = {"plans": totals["plans"], "places": say_places(present, language), **counted}
    return say(key, language, sectors=said, missing=missing, **told)


def _missing(quotients: pd.DataFrame, names: Mapping[str, str], asked: Sequence[str] | None, language: str) -> str:
    """The asked places that state nothing, and the asked sectors that no plan has a target in."""
    said = ""
    if missing := [names[place] for place in names if place not in set(quotients["place"])]:
        said += say("emphasis_missing", language, places=say_places(missing, language))
    known = vocabulary.sectors()
    if absent := [sector for sector in asked or () if sector in known and sector not in set(quotients["sector"])]:
        listed = say_list([sector_name(sector, language) for sector in absent], language)
        said += say("emphasis_sector_missing", language, sectors=listed)
    return said


def _largest(quotients: pd.DataFrame, language: str, key: str) -> str:
    """The largest sectors, with all that have as many targets as the last of them, or that none is large."""
    largest = quotients[quotients["count"] > 0].sort_values(["count", "sector"], ascending=[False, True])
    least = largest["count"].head(LARGEST).min()
    largest = largest[largest["count"] >= least]
    if len(largest) > MOST_NAMED:
        largest = largest[largest["count"] > least]
    if largest.empty:
        return say(f"{key}_even", language, most=least)
    named = [
        say("emphasis_count_of", language, name=sector_name(row["sector"], language), count=row["count"],
            total=row["of_place"])
        for row in largest.to_dict("records")
    ]  # fmt: skip
    one = len(named) == 1 and key == "emphasis_largest"
    return say(f"{key}_one" if one else key, language, sectors=say_list(named, language))


def _standing_out(changed: pd.DataFrame, names: Mapping[str, str], language: str, count: str) -> str:
    """What stands out whichever way it is counted, the furthest from the pool first."""
    robust = robust_verdicts(changed, count)
    if robust.empty:
        return say("emphasis_robust_none", language)
    named = [_say_out(row, "emphasis_out", names, language, count) for row in robust.to_dict("records")]
    key = "emphasis_robust_one" if len(named) == 1 else "emphasis_robust"
    return say(key, language, count=len(named), list=say_first(named, language))


def say_first(named: Sequence[str], language: str) -> str:
    """A list, or of a long one the first few and how many more there are."""
    if len(named) <= MOST_NAMED:
        return say_list(named, language)
    first = say("list_comma", language).join(named[:LARGEST])
    return say("emphasis_and_more", language, list=first, count=len(named) - LARGEST)


def say_intervals(changed: pd.DataFrame, names: Mapping[str, str], language: str, count: str = "targets") -> str:
    """The quotients that stand out by both ways of counting with their intervals, and how many do so by one only."""
    robust = robust_verdicts(changed, count)
    fragile = len(changed) - len(robust)
    said = []
    if len(robust):
        named = [_say_out(row, "emphasis_out_interval", names, language, count) for row in robust.to_dict("records")]
        listed = say("semicolon", language).join(named)
        said.append(say("emphasis_robust_intervals", language, list=listed))
    if fragile:
        said.append(say("emphasis_fragile_one" if fragile == 1 else "emphasis_fragile", language, count=fragile))
    return join_sentences(said, language)


def robust_verdicts(changed: pd.DataFrame, count: str = "targets") -> pd.DataFrame:
    """The rows of ``changed_verdicts`` that stand out alike by both ways of counting, furthest from the pool first."""
    same = changed["verdict_targets"] == changed["verdict_aims"]
    robust = changed[same & changed["verdict_targets"].isin(STANDING_OUT)]
    near = robust[f"quotient_{count}"].clip(lower=0.01)
    return robust.loc[near.where(near > 1, 1 / near).sort_values(ascending=False, kind="stable").index]


def _remarked(changed: pd.DataFrame, plans: pd.DataFrame | None, names: Mapping[str, str], language: str) -> str:
    if plans is None:
        return ""
    noted = set(plans.loc[plans["note"] != "", "place"]) & set(robust_verdicts(changed)["place"])
    places = [names[place] for place in names if place in noted]
    return say("emphasis_remarked", language, places=say_places(places, language)) if places else ""


def _say_out(row: Mapping[str, object], key: str, names: Mapping[str, str], language: str, count: str) -> str:
    numbers = {name: say_limit(row[f"{name}_{count}"], language) for name in ("quotient", "low", "high")}
    return say(
        key, language, sector=sector_name(row["sector"], language), place=names[row["place"]],
        count=row[f"count_{count}"], total=row[f"of_place_{count}"], things=things(count, language), **numbers,
    )  # fmt: skip


def _chance(
    quotients: pd.DataFrame, changed: pd.DataFrame, plans: pd.DataFrame | None, names: Mapping[str, str], language: str
) -> str:
    tested = int(quotients["quotient"].notna().sum())
    chance = quotients["chance"].sum()
    # no more than chance gives is no finding, and the sentence must say so
    key = "emphasis_chance" if quotients["verdict"].isin(STANDING_OUT).sum() > chance else "emphasis_only_chance"
    remarks = _remarked(changed, plans, names, language)
    return say(key, language, tested=tested, chance=say_chance(chance, language), remarks=remarks)


def say_chance(expected: float, language: str) -> str:
    """How many would stand out by chance, to one decimal."""
    return say_percent(expected, language).removesuffix("%")


def single_sectors() -> set[str]:
    """Sectors with a section of GB/T 4754-2017: all but services as a whole and what fits no sector."""
    return {code for code, row in vocabulary.sectors().items() if row["industry_code"]}
