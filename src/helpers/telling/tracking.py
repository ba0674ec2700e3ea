"""The tracking list, and grade and pace side by side, as tables for readers."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.growth import say_percent
from helpers.telling.numbers import say_target, say_value
from helpers.telling.phrases import capital, indicator_name, say
from helpers.telling.progress import LISTS, say_day, say_share_of_pace, say_subject
from helpers.telling.promises import place_names


def counted_line(items: pd.DataFrame, part: str, language: str) -> str:
    """The line that opens a part of the tracking list, with its count."""
    count = int(items["state"].isin(LISTS[part]).sum())
    return say("counted", language, text=say(f"all_{part}", language), count=count)


def table_of_tracking(targets: pd.DataFrame, items: pd.DataFrame, language: str, part: str) -> pd.DataFrame:
    """One part of the tracking list, of ``LISTS``: target, due date, bodies, latest value, state."""
    names, rows = place_names(targets, language), targets.set_index("target_id")
    said = [
        (
            say_day(item["due"], language) if item["due"] else "",
            names[row["place"]],
            _bodies(row["departments"], language),
            say_subject(row, language),
            say_target(row, language),
            _latest(item, row, language),
            say_state(item, language),
            _ids(item["target_id"], item["fact_ids"]),
        )
        for item in items[items["state"].isin(LISTS[part])].to_dict("records")
        for row in [rows.loc[item["target_id"]]]
    ]
    keys = ("due", "place", "body", "indicator", "target", "reported", "state", "id")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])


def say_state(item: Mapping[str, object], language: str) -> str:
    state = say(f"state_{item['state']}", language)
    return say("state_reached", language, state=state) if item["reached"] else state


def table_of_bodies(targets: pd.DataFrame, bodies: pd.DataFrame, language: str) -> pd.DataFrame:
    """What each responsible body has overdue, due this year, later and met; ``bodies`` is what ``by_body`` gives."""
    names = place_names(targets, language)
    said = [
        (
            names[row["place"]],
            row["body"] or say("no_body", language),
            *(row[name] for name in ("overdue", "this_year", "later", "met")),
            row["target_ids"].replace(";", ", "),
        )
        for row in bodies.to_dict("records")
    ]
    keys = ("place", "body", "overdue", "this_year", "later", "met", "id")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])


def table_of_assessment(
    targets: pd.DataFrame,
    items: pd.DataFrame,
    since: pd.DataFrame,
    trend: pd.DataFrame,
    language: str,
    *,
    assessed_only: bool = True,
) -> pd.DataFrame:
    """Grade, pace since the plan began and trend of each target, side by side, or why there is none.

    ``assessed_only`` leaves out targets that have none of the three.
    """
    names, rows = place_names(targets, language), targets.set_index("target_id")
    graded, paces, trends = (
        frame.set_index("target_id").to_dict("index") for frame in (one_item_each(items), since, trend)
    )
    said = []
    for target_id, row in rows.iterrows():
        item, pace, past = graded[target_id], paces[target_id], trends[target_id]
        if assessed_only and not (item["grade"] or pace["class"] or past["class"]):
            continue
        ids = ";".join(filter(None, (item["fact_ids"], pace["fact_ids"], past["fact_ids"])))
        said.append(
            (names[row["place"]], say_subject(row, language), say_target(row, language), say_grade(item, language),
             say_pace(pace, language), say_pace(past, language), _ids(target_id, ids))
        )  # fmt: skip
    keys = ("place", "indicator", "target", "grade", "since", "trend", "id")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])


def one_item_each(items: pd.DataFrame) -> pd.DataFrame:
    """One item a target: the last that is graded, else the last whose day has passed, else the first to come."""
    passed = items["reason"] != "not_due"
    rank = (items["grade"] != "").astype(int) * 2 + passed.astype(int)
    time = pd.to_datetime(items["due"])
    # Of days to come the nearest counts, of days gone by the latest.
    days = time.map(lambda day: day.toordinal() if pd.notna(day) else 0).astype("int64")
    far = days.where(passed, -days)
    order = items.assign(_rank=rank, _far=far).sort_values(["_rank", "_far"], ascending=False, kind="stable")
    return order.drop_duplicates("target_id").drop(columns=["_rank", "_far"])


def say_grade(item: Mapping[str, object], language: str) -> str:
    """A grade with the distance from the target and the year, and what decided it; or the reason why there is none."""
    if item["reason"] == "not_due":
        return say("unable_not_due", language)
    if not item["grade"]:
        return say("unable", language, reason=say(f"unable_{item['reason']}", language))
    named = {"grade": say(f"grade_{item['grade']}", language), "year": item["due"].year}
    if pd.isna(item["margin"]):
        text = say("grade_with_year", language, **named)
    else:
        percent = say_percent(item["margin"], language)
        margin = percent if item["margin"] < 0 or percent.startswith("0") else f"+{percent}"
        text = say("grade_with_margin", language, margin=margin, **named)
    for remark in filter(None, item["remark"].split(";")):
        text = say("grade_with_remark", language, grade=text, remark=say(f"remark_{remark}", language))
    return text


def say_pace(pace: Mapping[str, object], language: str) -> str:
    """A class with its arithmetic, or the reason why there is none."""
    if not pace["class"]:
        return say("unable", language, reason=say(f"unable_{pace['reason']}", language))
    named = {"class_name": say(f"class_{pace['class']}", language)}
    named |= {"first": int(pace["base_year"]), "last": int(pace["latest_year"])}
    if pd.isna(pace["ratio"]):
        return say("class_with_years", language, **named)
    rates = {name: say_percent(pace[name], language) for name in ("observed", "required")}
    if pace["ratio"] < 0 and pace["observed"] * pace["required"] > 0:
        return say("class_past", language, observed=rates["observed"], **named)
    return say("class_with_ratio", language, ratio=say_share_of_pace(pace["ratio"], language), **rates, **named)


def table_of_reasons(items: pd.DataFrame, since: pd.DataFrame, trend: pd.DataFrame, language: str) -> pd.DataFrame:
    """How many targets cannot be graded or their pace assessed, by reason; those not yet due are no gap in the data."""
    parts = (one_item_each(items)["reason"], since["reason"], trend["reason"])
    counts = pd.DataFrame({place: part[part != ""].value_counts() for place, part in enumerate(parts)})
    counts = counts.fillna(0).astype(int)
    counts = counts.assign(_all=counts.sum(axis=1)).sort_values("_all", ascending=False, kind="stable")
    said = [(capital(say(f"unable_{row.Index}", language)), row[1], row[2], row[3]) for row in counts.itertuples()]
    keys = ("reason", "grades", "since", "trend")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])


def table_of_wanted(targets: pd.DataFrame, wanted: pd.DataFrame, language: str) -> pd.DataFrame:
    """Values that would have to be reported; ``wanted`` is what ``actuals_wanted`` gives."""
    names = place_names(targets, language)
    said = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)),
            say(f"quantity_{row['measure']}", language),
            row["year"] if pd.isna(row["start_year"]) else f"{row['start_year']}–{row['year']}",
            row["unit"],
            say(f"basis_{row['price_basis'] or 'none'}", language),
            ", ".join(say(f"use_{use}", language) for use in row["use"].split(";")),
            row["target_ids"].replace(";", ", "),
        )
        for row in wanted.to_dict("records")
    ]
    keys = ("place", "indicator", "measure", "year", "unit", "basis", "use", "needed_by")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])


def _latest(item: Mapping[str, object], row: Mapping[str, object], language: str) -> str:
    year, value = (item["due"].year, item["actual"]) if item["grade"] else (item["latest_year"], item["latest"])
    if pd.isna(value):
        return say("never_reported", language)
    return say("in_year", language, value=say_value(value, row["unit"], language, digits=4), year=int(year))


def _bodies(departments: str, language: str) -> str:
    return departments.replace(";", say("list_comma", language)) or say("no_body", language)


def _ids(target_id: str, fact_ids: str) -> str:
    return ", ".join(dict.fromkeys([target_id, *filter(None, fact_ids.split(";"))]))
