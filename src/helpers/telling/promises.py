"""What is promised? The answer in sentences, and the tables behind it."""

from collections.abc import Sequence

import pandas as pd

from helpers.names import as_list
from helpers.telling.numbers import say_number, say_target
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_list, say_span, sector_name
from helpers.telling.promise_tables import say_commitment
from helpers.telling.remarks import say_remark

#: Measures that readers take together.
GROUPS = {
    "group_level": ("level",),
    "group_increment": ("increment",),
    "group_share": ("share", "rate"),
    "group_growth": ("growth_rate", "cagr", "gap", "multiple"),
}

#: So many places or other things are named in a sentence; more are counted.
MOST_NAMED = 6
#: And so many of those that are too many.
LEAST_NAMED = 3


def place_names(targets: pd.DataFrame, language: str) -> dict[str, str]:
    """Chinese full name → name to show, in the order of the places' codes."""
    columns = ["adcode", "place", "place_en"]
    known = targets[columns].astype("str").drop_duplicates().sort_values(columns)
    return dict(zip(known["place"], known["place_en" if language == "en" else "place"], strict=True))


def say_places(places: Sequence[str], language: str) -> str:
    """The names of a few places as a list, and the number of many."""
    if len(places) > MOST_NAMED:
        return say("many_places", language, count=len(places))
    return say_list(places, language)


def group_measures(targets: pd.DataFrame) -> pd.Series:
    """The group of ``GROUPS`` that each target's measure belongs to."""
    group_of = {measure: group for group, measures in GROUPS.items() for measure in measures}
    return targets["measure"].astype("str").map(group_of)


def answer(targets: pd.DataFrame, shared: pd.DataFrame, language: str, asked: str = "") -> str:
    """What is promised, in a few sentences.

    ``shared`` has the columns ``indicator_code`` and ``places``, for all indicators, as ``shared_indicators`` gives
    with a minimum of 1.
    """
    if targets.empty:
        return say("no_targets", language, asked=asked or say("asked_all", language))
    places = list(place_names(targets, language).values())
    unmapped = int((targets["indicator_code"] == "").sum())
    plans = targets["plan_id"].nunique()
    sentences = [
        say(
            "answer_one_plan" if plans == 1 else "answer_plans",
            language,
            plans=plans,
            places=say_places(places, language),
            targets=_counted("answer_targets", len(targets), language),
            indicators=_counted("answer_indicators", len(shared), language),
            unmapped=say("answer_unmapped", language, count=unmapped) if unmapped else "",
        )
    ]
    if len(places) > 1 and len(shared):
        sentences.append(_widest(shared, len(places), language))
    sentences.append(say_commitment(targets, language))
    return join_sentences(sentences, language)


def _counted(key: str, count: int, language: str) -> str:
    return say(f"{key}_one" if count == 1 else key, language, count=count)


def _widest(shared: pd.DataFrame, places: int, language: str) -> str:
    """How many indicators can be compared, and which of them most places quantify."""
    most, several = int(shared["places"].max()), int((shared["places"] > 1).sum())
    if most == 1:
        return say("answer_nothing_shared", language)
    names = [indicator_name(code, language) for code in shared.loc[shared["places"] == most, "indicator_code"]]
    if len(shared) == 1:
        return say("answer_only_indicator", language, indicators=names[0], count=most, places=places)
    kind = "answer_common" if most == places else "answer_widest"
    key = {"answer_common": ("answer_common_one", kind), "answer_widest": (kind, "answer_widest_many")}[kind]
    told = {"count": len(names)} if most == places else {"count": most, "places": places}
    return say(key[len(names) > 1], language, shared=several, indicators=_first_names(names, language), **told)


def _first_names(names: Sequence[str], language: str) -> str:
    """The names as a list; of many the first few, and how many more there are."""
    if len(names) <= MOST_NAMED:
        return say_list(names, language)
    first = say("list_comma", language).join(names[:LEAST_NAMED])
    return say("answer_and_more", language, list=first, count=len(names) - LEAST_NAMED)


def say_asked(language: str, *asked: object) -> str:
    """What the parameters ask for, in their own words; ``None`` asks for all."""
    comma = say("list_comma", language)
    words = [comma.join(map(str, as_list(value))) for value in asked if value is not None]
    return say("semicolon", language).join(words) or say("asked_all", language)


def caveat(targets: pd.DataFrame, language: str) -> str:
    """What the number of plans allows to say."""
    plans = targets["plan_id"].nunique()
    return say("caveat" if plans != 1 else "caveat_one", language, count=plans)


def title_of_coverage(shared: pd.DataFrame, places: int, language: str) -> str:
    several = int((shared["places"] > 1).sum())
    return say("title_coverage", language, shared=several, total=len(shared), places=places)


def title_of_sectors(counts: pd.DataFrame, language: str) -> str:
    totals = counts.sum(axis=1)
    name = sector_name(str(totals.index[0]), language)
    return capital(say("title_sectors", language, sector=name, count=int(totals.iloc[0]), total=int(totals.sum())))


def title_of_measures(counts: pd.DataFrame, language: str) -> str:
    """``counts`` has one column a group."""
    totals = counts.sum()
    share = f"{say_number(100 * totals.max() / totals.sum(), language, digits=2)}%"
    return capital(say("title_measures", language, group=say(str(totals.idxmax()), language), share=share))


def source_line(targets: pd.DataFrame, language: str) -> str:
    reviewed = int((targets["review"] == "reviewed").sum())
    return say("source_plans", language, reviewed=reviewed, total=len(targets))


def table_of_gaps(gaps: pd.DataFrame, names: dict[str, str], language: str) -> pd.DataFrame:
    """``unquantified`` for readers: indicator, who quantifies it, who does not; the most widespread first."""
    rows = []
    for code, group in gaps.groupby("indicator_code", sort=False):
        peers = group["peers"].iloc[0].split(";")
        lacking = set(group["place"])
        missing = [names[place] for place in names if place in lacking]
        having = [names[place] for place in names if place in peers]
        rows.append(
            (
                len(peers),
                capital(indicator_name(code, language)),
                say_list(having, language),
                say_list(missing, language),
            )
        )
    rows.sort(key=lambda row: -row[0])
    columns = [say(key, language) for key in ("indicator_column", "peers_column", "missing_column")]
    return pd.DataFrame([row[1:] for row in rows], columns=columns)


def table_of_targets(targets: pd.DataFrame, names: dict[str, str], language: str) -> pd.DataFrame:
    """Every target with its place in the plan, as a reader wants to look it up."""
    rows = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)) if row["indicator_code"] else row["indicator"],
            say_target(row, language),
            row["figure"],
            say(row["modality"], language),
            row["section"],
            row["departments"].replace(";", say("list_comma", language)),
            row["target_id"],
        )
        for _, row in targets.iterrows()
    ]
    keys = ("place", "indicator", "target", "figure", "commitment", "section", "departments", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_plans(plans: pd.DataFrame, targets: pd.DataFrame, language: str) -> pd.DataFrame:
    """The plans that the targets were read from, with title, number, dates and address."""
    used = plans[plans["plan_id"].isin(set(targets["plan_id"].astype("str")))].sort_values("adcode")
    keys = ("place", "title", "years", "count", "remark", "number", "issued", "url")
    counts = targets["plan_id"].astype("str").value_counts()
    rows = [
        (
            row.place_en if language == "en" else row.place,
            row.title or say("untitled", language),
            say_span(row.start_year, row.end_year, language),
            int(counts[row.plan_id]),
            say_remark(row.note, language),
            row.number,
            row.issued,
            row.url,
        )
        for row in used.itertuples()
    ]
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])
