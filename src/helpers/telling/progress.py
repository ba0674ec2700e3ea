"""Are the targets being met? The answer in sentences, and the titles of its figures."""

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from helpers.telling.growth import say_percent
from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_list
from helpers.telling.promises import place_names, source_line

#: States that readers take together, in the order in which a bar shows them.
GROUPS = {
    "met": ("met",),
    "missed": ("missed",),
    "unreported": ("unreported",),
    "this_year": ("due_month", "due_quarter", "due_year"),
    "later": ("later", "undated"),
}
#: The same as parts of the tracking list.
LISTS = {
    "overdue": GROUPS["missed"] + GROUPS["unreported"],
    "this_year": GROUPS["this_year"],
    "later": GROUPS["later"],
    "met": GROUPS["met"],
}
GRADES = ("excellent", "good", "below")
THRESHOLDS = (0, 60, 95)
CLASSES = ("achieved", "on_track", "acceleration", "limited", "deterioration")


def source(targets: pd.DataFrame, language: str) -> str:
    """Plans and reported values that a figure was made from."""
    return join_sentences([source_line(targets, language), say("source_actuals", language)], language)


def say_day(day: dt.date, language: str) -> str:
    return say("day", language, date=day)


def say_subject(row: Mapping[str, object], language: str) -> str:
    """What a target is about: the canonical indicator's name, or the plan's own words."""
    name = indicator_name(row["indicator_code"], language) if row["indicator_code"] else row["indicator"]
    return capital(name)


def group_states(items: pd.DataFrame) -> pd.Series:
    """The group of ``GROUPS`` that each item's state belongs to."""
    group_of = {state: group for group, states in GROUPS.items() for state in states}
    return items["state"].map(group_of)


def answer(
    items: pd.DataFrame,
    since: pd.DataFrame,
    trend: pd.DataFrame,
    as_of: dt.date,
    language: str,
    *,
    years: int,
    asked: str = "",
) -> str:
    """Whether targets are met, in a few sentences: dates, grades, pace, and why most cannot be assessed.

    ``items`` is what ``tracking_list`` gives; ``since`` and ``trend`` are the two ways to measure the pace, the second
    over ``years`` years.
    """
    if items.empty:
        return say("no_targets", language, asked=asked or say("asked_all", language))
    groups = group_states(items).value_counts()
    undated = int((items["state"] == "undated").sum())
    due = items[items["due"].notna() & (items["reason"] != "not_due")]
    counts = {
        "targets": items["target_id"].nunique(),
        "items": len(items) - undated,
        "due": len(due),
        "year": int(groups.get("this_year", 0)),
        "month": int((items["state"] == "due_month").sum()),
        "quarter": int(items["state"].isin(["due_month", "due_quarter"]).sum()),
        "later": int(groups.get("later", 0)) - undated,
    }
    sentences = [say("progress_dates", language, day=say_day(as_of, language), **counts)]
    if undated:
        sentences.append(say("progress_undated", language, count=undated))
    sentences.append(_graded(due, language))
    sentences.append(_assessed(since, "progress_since", "progress_none_since", language))
    sentences.append(_assessed(trend, "progress_trend", "progress_none_trend", language, years=years))
    return join_sentences(sentences, language)


def _graded(due: pd.DataFrame, language: str) -> str:
    graded = due["grade"][due["grade"] != ""]
    if due.empty:
        return say("progress_nothing_due", language)
    if graded.empty:
        reasons = due["reason"].value_counts()
        reason = say(f"unable_{reasons.index[0]}", language)
        return say("progress_none_graded", language, reason=reason, count=int(reasons.iloc[0]), due=len(due))
    said = _counts(graded, GRADES, "grade", language)
    return say("progress_graded", language, graded=len(graded), grades=said, rest=len(due) - len(graded))


def _assessed(pace: pd.DataFrame, key: str, none: str, language: str, **more: object) -> str:
    classes = pace["class"][pace["class"] != ""]
    if classes.empty:
        return say(none, language, **more)
    said = _counts(classes, CLASSES, "class", language)
    return say(key, language, assessed=len(classes), classes=said, **more)


def _counts(found: pd.Series, order: tuple[str, ...], kind: str, language: str) -> str:
    counts = found.value_counts()
    said = [
        say("count_of", language, count=int(counts[name]), name=say(f"{kind}_{name}", language))
        for name in order
        if name in counts
    ]
    return say_list(said, language)


def title_of_states(items: pd.DataFrame, language: str) -> str:
    dated = items[items["due"].notna()]
    groups = group_states(dated).value_counts()
    open_, met, missed = (int(groups.get(name, 0)) for name in ("unreported", "met", "missed"))
    if not open_ + met + missed:
        return say("title_states_none_due", language, total=len(dated))
    if met or missed:
        return say("title_states_met", language, met=met, due=open_ + met + missed, open=open_)
    return say("title_states", language, count=open_, total=len(dated))


def title_of_pace(shown: pd.DataFrame, language: str) -> str:
    fast = int(shown["class"].isin(["achieved", "on_track"]).sum())
    return say("title_pace", language, count=fast, total=len(shown))


def title_of_paths(panels: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    """How many of the indicators that have a value since their plan began lie below their path."""
    if len(panels) == 1:
        row = panels.iloc[0]
        name = indicator_name(row["indicator_code"], language)
        place = names[row["place"]]
        return say("title_paths_one", language, place=place, indicator=name, year=int(row["latest_year"]))
    known = panels[panels["since"]]
    if known.empty:
        return say("title_paths_before", language, total=len(panels))
    return say("title_paths", language, count=int(known["behind"].sum()), total=len(known))


def say_share_of_pace(ratio: float, language: str) -> str:
    """A ratio as a whole percentage, with a decimal where rounding would carry it over the threshold of a class."""
    whole = round(ratio)
    crossed = any((ratio >= least) != (whole >= least) for least in THRESHOLDS)
    return say_percent(ratio if crossed else whole, language)


def say_ratio(row: Mapping[str, object], language: str) -> str:
    """A ratio as a percentage with the years that it was measured over."""
    ratio = say_share_of_pace(row["ratio"], language)
    return say("pace_point", language, ratio=ratio, first=int(row["base_year"]), last=int(row["latest_year"]))


def say_pace_row(row: Mapping[str, object], names: Mapping[str, str], language: str) -> str:
    """A target in two lines: what it is about, and its figure."""
    return f"{names[row['place']]} · {say_subject(row, language)}\n{say_target(row, language)}"


def names_of(targets: pd.DataFrame, language: str) -> dict[str, str]:
    return place_names(targets, language)
