"""Where is the emphasis? Titles and subtitles of figures."""

from collections.abc import Mapping

import pandas as pd

from helpers import vocabulary
from helpers.telling.emphasis import LARGEST, STANDING_OUT, say_share, single_sectors, things
from helpers.telling.growth import say_percent
from helpers.telling.phrases import capital, join_sentences, say, say_list, sector_name

#: Of so many places each has its largest sector in a title.
FEW = 3


def title_of_shares(shares: pd.DataFrame, names: Mapping[str, str], language: str, count: str) -> str:
    """The largest single sector of each place, or how often the most frequent of them is the largest."""
    if left_out(shares):
        return _title_of_asked(shares, names, language, count)
    leads = largest_sectors(shares)
    if leads.empty:
        return say("emphasis_title_shares_none", language, things=things(count, language))
    if leads["place"].nunique() == 1:
        sectors = say_list([sector_name(sector, language) for sector in leads["sector"]], language)
        told = {"place": names[leads["place"].iloc[0]], "share": say_share(leads["share"].iloc[0], language)}
        key = "emphasis_title_shares_one" if len(leads) == 1 else "emphasis_title_shares_one_tied"
        return capital(say(key, language, sector=sectors, things=things(count, language), **told))
    if len(names) <= FEW:
        said = [_say_lead(leads[leads["place"] == place], names[place], language) for place in names
                if place in set(leads["place"])]  # fmt: skip
        listed = say("semicolon", language).join(said)
        return say("emphasis_title_shares_few", language, list=listed, things=things(count, language))
    often = leads.groupby("sector")["place"].nunique().sort_values(ascending=False, kind="stable")
    return capital(
        say("emphasis_title_shares_many", language, sector=sector_name(often.index[0], language), count=often.iloc[0],
            places=len(names), things=things(count, language))
    )  # fmt: skip


def left_out(shares: pd.DataFrame) -> int:
    """How many targets are in sectors that were not asked for."""
    return int(shares["of_all"].iloc[0] - shares["count"].sum())


def _title_of_asked(shares: pd.DataFrame, names: Mapping[str, str], language: str, count: str) -> str:
    """What part of each place's targets the asked sectors take, from the place with least to that with most."""
    taken = shares.groupby("place", sort=False)["share"].sum().sort_values(kind="stable")
    told = {"least": names[taken.index[0]], "most": names[taken.index[-1]], "things": things(count, language)}
    sectors = [sector_name(sector, language) for sector in dict.fromkeys(shares["sector"])]
    one, several = ("emphasis_title_asked_one", "emphasis_title_asked")
    key = one if taken.nunique() == 1 else several
    named = say_list(sectors, language) if len(sectors) <= LARGEST else say("emphasis_sectors_asked", language)
    low, high = (say_share(taken.iloc[end], language) for end in (0, -1))
    return capital(say(key, language, sectors=named, low=low, high=high, **told))


def subtitle_of_shares(shares: pd.DataFrame, language: str, count: str) -> str:
    """What is drawn, and what fits no single sector or is in sectors that were not asked for."""
    of_sector = shares.drop_duplicates("sector").set_index("sector")["of_sector"]
    told = {"total": int(shares["of_all"].iloc[0]), "things": things(count, language)}
    key = "emphasis_subtitle_shares" if shares["place"].nunique() > 1 else "emphasis_subtitle_shares_one"
    if rest := left_out(shares):
        last = say("emphasis_subtitle_shares_asked", language, rest=rest, **told)
    else:
        general = {name: int(of_sector.get(name, 0)) for name in ("overall", "other")}
        ends = {"overall": "emphasis_subtitle_shares_general", "other": "emphasis_subtitle_shares_other"}
        last = join_sentences(
            [say(ends[name], language, **general, **told) for name in ends if general[name]], language
        )
    return join_sentences([say(key, language, **told), last] if last else [say(key, language, **told)], language)


def _say_lead(leads: pd.DataFrame, place: str, language: str) -> str:
    sectors = say("list_comma", language).join(sector_name(sector, language) for sector in leads["sector"])
    return say("emphasis_lead_of", language, place=place, sector=sectors,
               share=say_share(leads["share"].iloc[0], language))  # fmt: skip


def largest_sectors(shares: pd.DataFrame) -> pd.DataFrame:
    """The single sector of each place with most targets; all of them where several have as many.

    Services as a whole and what fits no sector are no single sector.
    """
    rows = shares[shares["sector"].isin(single_sectors()) & (shares["count"] > 0)]
    return rows[rows["count"] == rows.groupby("place")["count"].transform("max")]


def title_of_quotients(quotients: pd.DataFrame, language: str) -> str:
    out, tested = int(quotients["verdict"].isin(STANDING_OUT).sum()), int(quotients["quotient"].notna().sum())
    chance = say_percent(quotients["chance"].sum(), language).removesuffix("%")
    key = "emphasis_title_quotients_one" if out == 1 else "emphasis_title_quotients"
    return say(key, language, out=out, tested=tested, chance=chance)


def title_of_serves(counts: pd.DataFrame, language: str, count: str) -> str:
    """``counts`` has one column for each class of whom sectors serve."""
    whole = counts.to_numpy().sum()
    shares = {name: say_share(counts[name].sum() / whole, language) for name in ("producers", "consumers")}
    return say("emphasis_title_serves", language, things=things(count, language), **shares)


def title_of_money(marked: pd.DataFrame, language: str, count: str) -> str:
    """``marked`` has ``money`` for what is counted."""
    money = marked[marked["money"]]
    told = {"things": things(count, language), "total": len(marked)}
    if money.empty:
        return say("emphasis_title_money_none", language, **told)
    often = money["sector"].astype("str").value_counts().sort_index().sort_values(ascending=False, kind="stable")
    sector = sector_name(often.index[0], language)
    key = "emphasis_title_money_one" if len(money) == 1 else "emphasis_title_money"
    return say(key, language, **told, money=len(money), sector=sector, count=int(often.iloc[0]))


def serving_both(language: str) -> str:
    """The sectors that serve producers and consumers, as a list that opens a sentence."""
    both = [sector_name(code, language) for code, row in vocabulary.sectors().items() if row["serves"] == "both"]
    return capital(say_list(both, language))


def title_of_similarity(pairs: pd.DataFrame, names: Mapping[str, str], language: str, count: str) -> str:
    """``pairs`` is what ``similarities`` gives."""
    known = pairs[pairs["verdict"] != "too_few"]
    low, high = (say_share(share, language) for share in (known["overlap"].min(), known["overlap"].max()))
    if len(known) == 1:
        told = {"place": names[known["place"].iloc[0]], "other": names[known["other"].iloc[0]]}
        return say("emphasis_title_similar_one", language, share=high, things=things(count, language), **told)
    apart = int((known["verdict"] == "apart").sum())
    key = {
        0: "emphasis_title_similar_none",
        1: "emphasis_title_similar_single",
        len(known): "emphasis_title_similar_all",
    }
    return say(key.get(apart, "emphasis_title_similar"), language, apart=apart, pairs=len(known), low=low, high=high)
