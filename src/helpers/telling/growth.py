"""How fast must it grow? The answer in sentences, and the tables behind it."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from helpers.telling.left_out import table_of_left_out
from helpers.telling.numbers import SIGNS, say_value
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_span
from helpers.telling.promises import MOST_NAMED, place_names, source_line

#: Groups of a figure in the order in which it shows them: constant prices, current prices, no prices.
BASES = ("real", "nominal", "unstated", "")
STATED = ("stated_year", "stated_average")
#: The levels that one plan sets for one indicator in successive years.
SERIES = ["plan_id", "indicator_code"]


def names_of(targets: pd.DataFrame, language: str) -> dict[str, str]:
    return place_names(targets, language)


def source(targets: pd.DataFrame, language: str) -> str:
    """Plans and reported values that a figure was made from."""
    return join_sentences([source_line(targets, language), say("source_actuals", language)], language)


def say_percent(rate: float, language: str) -> str:
    """A rate to one decimal, as readers quote it; a whole one without."""
    rounded = Decimal(str(rate)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{rounded:f}".rstrip("0").rstrip(".")
    return say("percent", language, value="0" if text == "-0" else text)


def say_rate(row: Mapping[str, object], language: str, *, in_words: bool = False) -> str:
    """A growth rate with its bound, as a sign or ``in_words``, its years and where it comes from."""
    stated = row["kind"].startswith("stated")
    percent = say_percent(row["rate"], language)
    bound = say(f"bound_{row['operator']}", language, value=percent) if in_words else SIGNS[row["operator"]] + percent
    value = bound if stated else percent
    first, last = int(row["start_year"]), int(row["end_year"])
    years = str(last) if row["kind"] == "stated_year" else say_span(first + 1 if stated else first, last, language)
    key = "rate_required_in_words" if in_words and row["kind"] == "required" else f"rate_{row['kind']}"
    return say(key, language, value=value, years=years)


def say_group(row: Mapping[str, object], language: str) -> str:
    basis = say(f"basis_{row['price_basis'] or 'none'}", language)
    return say(
        "growth_group", language, indicator=capital(indicator_name(row["indicator_code"], language)), basis=basis
    )


def compared(growth: pd.DataFrame, minimum: int = 2) -> pd.DataFrame:
    """Growth that can be set side by side: of an indicator on one price basis in at least ``minimum`` places.

    Real, nominal and unstated growth never share a group. Required growth is that of each plan's last milestone.
    """
    rates = growth[growth["kind"] != "between_milestones"]
    last = rates.groupby(["plan_id", "indicator_code", "kind"], observed=True)["end_year"].transform("max")
    rates = rates[(rates["kind"] != "required") | (rates["end_year"] == last)]
    groups = rates.groupby(["indicator_code", "price_basis"], observed=True)["place"]
    rates = rates[groups.transform("nunique") >= minimum]
    order = rates["price_basis"].map({basis: rank for rank, basis in enumerate(BASES)})
    of_indicator = rates.groupby("indicator_code", observed=True)["place"]
    keys = rates.assign(_basis=order, _spread=-of_indicator.transform("nunique"), _size=-of_indicator.transform("size"))
    keys = keys.sort_values(
        ["_spread", "_size", "indicator_code", "_basis", "rate"], ascending=[True, True, True, True, False]
    )
    return keys.drop(columns=["_basis", "_spread", "_size"]).reset_index(drop=True)


def steps_of(growth: pd.DataFrame) -> pd.DataFrame:
    """Steps between milestones of plans and indicators with two steps or more."""
    steps = growth[growth["kind"] == "between_milestones"]
    counted = steps.groupby(SERIES, observed=True)["rate"].transform("size")
    return steps[counted > 1].sort_values(["place", "indicator_code", "end_year"]).reset_index(drop=True)


def most_changing(steps: pd.DataFrame, most: int) -> pd.DataFrame:
    """The steps of the ``most`` series whose growth changes most from one step to the next, in their old order."""
    change = steps.groupby(SERIES, observed=True)["rate"].agg(lambda rates: rates.diff().abs().max())
    kept = change.sort_values(ascending=False, kind="stable").head(most).index
    return steps[pd.MultiIndex.from_frame(steps[SERIES]).isin(kept)].reset_index(drop=True)


def say_step_row(row: Mapping[str, object], names: Mapping[str, str], language: str, *, several: bool) -> str:
    name = capital(indicator_name(row["indicator_code"], language))
    return f"{names[row['place']]} · {name}" if several else name


def title_of_growth(shown: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    """The first group's span of rates."""
    groups = shown.groupby(["indicator_code", "price_basis"], observed=True, sort=False)
    code, basis = next(iter(groups.groups))
    group = groups.get_group((code, basis))
    low, high = (say_percent(rate, language) for rate in (group["rate"].min(), group["rate"].max()))
    places = list(dict.fromkeys(group["place"]))
    key = ("title_growth_of_one" if len(places) == 1 else "title_growth") + ("" if low != high else "_same")
    if len(group) == 1 and group["kind"].iloc[0] in STATED:
        low = say(f"bound_{group['operator'].iloc[0]}", language, value=low)
    named = {"indicator": indicator_name(code, language), "basis": say(f"basis_{basis or 'none'}", language)}
    return capital(say(key, language, low=low, high=high, places=len(places), place=names[places[0]], **named))


def title_of_steps(growth: pd.DataFrame, sudden: pd.DataFrame, language: str, points: float) -> str:
    """``sudden`` are the steps of ``growth`` that differ from the one before by ``points`` or more."""
    series = steps_of(growth)[SERIES].drop_duplicates()
    told = {"sudden": len(sudden[SERIES].drop_duplicates()), "total": len(series), "points": f"{points:g}"}
    if not told["sudden"]:
        return say("title_steps_none", language, **told)
    if len(series) == 1:
        name = capital(indicator_name(series["indicator_code"].iloc[0], language))
        return say("title_steps_one", language, indicator=name, **told)
    return say("title_steps_single" if told["sudden"] == 1 else "title_steps", language, **told)


def answer(targets: pd.DataFrame, growth: pd.DataFrame, language: str, asked: str = "") -> str:
    """How fast it must grow, in a few sentences: the indicator that most places speak of, then the rest counted."""
    if growth.empty:
        return say("no_growth", language, asked=asked or say("asked_all", language))
    names = names_of(targets, language)
    told = growth[growth["kind"] != "between_milestones"]
    spread = (told if len(told) else growth).groupby("indicator_code", observed=True)["place"].agg(["nunique", "size"])
    code = str(spread.sort_values(["nunique", "size"], ascending=False, kind="stable").index[0])
    sentences = [
        sentence
        for kinds, key in ((STATED, "growth_stated"), (("required",), "growth_required"))
        if (sentence := _of_kind(growth[(growth["indicator_code"] == code)], kinds, key, names, language))
    ]
    counted = growth["indicator_code"].nunique()
    key = "growth_counted_one" if len(growth) == 1 else "growth_counted_one_indicator"
    key = "growth_counted" if counted > 1 else key
    sentences.append(say(key, language, rates=len(growth), indicators=counted))
    return capital(join_sentences(sentences, language))


def _of_kind(growth: pd.DataFrame, kinds: tuple[str, ...], key: str, names: Mapping[str, str], language: str) -> str:
    rows = growth[growth["kind"].isin(kinds)]
    last = rows.groupby("plan_id", observed=True)["end_year"].transform("max")
    rows = rows[rows["end_year"] == last]
    if rows.empty:
        return ""
    # growth on another price basis is in the figure: one sentence must not mix the two
    spread = rows.groupby("price_basis", observed=True)["place"].nunique()
    basis = min(spread[spread == spread.max()].index, key=BASES.index)
    rows = rows[rows["price_basis"] == basis].sort_values("rate", ascending=False)
    name = indicator_name(rows["indicator_code"].iloc[0], language)
    told = {"indicator": name, "basis": say(f"basis_{basis or 'none'}", language)}
    if rows["place"].nunique() > MOST_NAMED:
        low, high = (say_percent(rate, language) for rate in (rows["rate"].min(), rows["rate"].max()))
        return say(f"{key}_many", language, low=low, high=high, places=rows["place"].nunique(), **told)
    said = [
        say("growth_of_place", language, place=names[row["place"]], rate=say_rate(row, language, in_words=True))
        for row in rows.to_dict("records")
    ]
    return say(key, language, places=say("semicolon", language).join(said), **told)


def table_of_growth(targets: pd.DataFrame, growth: pd.DataFrame, language: str) -> pd.DataFrame:
    """All rates for readers, each with what it was computed from and the ids of its targets and facts."""
    names = names_of(targets, language)
    rows = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)),
            say_rate(row, language),
            say(f"basis_{row['price_basis'] or 'none'}", language),
            _levels(row, language),
            ", ".join(filter(None, (row["target_ids"].replace(";", ", "), row["fact_ids"]))),
        )
        for row in growth.to_dict("records")
    ]
    keys = ("place", "indicator", "growth", "basis", "levels", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_bases(targets: pd.DataFrame, bases: pd.DataFrame, language: str) -> pd.DataFrame:
    """What levels and average growth imply for the year before the plan's first."""
    names = names_of(targets, language)
    rows = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)),
            say_value(row["level"], row["unit"], language),
            say_percent(row["rate"], language),
            int(row["year"]),
            say_value(row["value"], row["unit"], language, digits=4),
            _reported(row, language),
            ", ".join(filter(None, (row["target_ids"].replace(";", ", "), row["fact_ids"]))),
        )
        for row in bases.to_dict("records")
    ]
    keys = ("place", "indicator", "level", "average", "base_year", "implied", "reported", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_sudden(targets: pd.DataFrame, sudden: pd.DataFrame, language: str) -> pd.DataFrame:
    """Steps that are suddenly faster or slower than the one before."""
    names = names_of(targets, language)
    rows = [
        (
            names[row["place"]],
            capital(indicator_name(row["indicator_code"], language)),
            say_rate(row | {"rate": row["rate"] - row["change"], "start_year": row["start_year"] - 1,
                            "end_year": row["start_year"]}, language),
            say_rate(row, language),
            row["target_ids"].replace(";", ", "),
        )
        for row in sudden.to_dict("records")
    ]  # fmt: skip
    keys = ("place", "indicator", "step_before", "step", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def table_of_incomparable(targets: pd.DataFrame, left: pd.DataFrame, language: str) -> pd.DataFrame:
    """Targets from which no growth follows, with the reason."""
    return table_of_left_out(targets, left, language, "no_growth")


def _levels(row: Mapping[str, object], language: str) -> str:
    if pd.isna(row["start_value"]):
        return ""
    start, end = (say_value(row[name], row["unit"], language) for name in ("start_value", "end_value"))
    return say("from_to", language, start=start, first=int(row["start_year"]), end=end, last=int(row["end_year"]))


def _reported(row: Mapping[str, object], language: str) -> str:
    if not row["fact_ids"]:
        return ""
    value = say_value(row["reported"], row["unit"], language)
    return say("in_year", language, value=value, year=int(row["reported_year"]))
