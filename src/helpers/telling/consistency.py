"""Do the numbers agree? The answer in sentences, and the tables behind it."""

from collections.abc import Mapping

import pandas as pd

from helpers import vocabulary
from helpers.telling.arithmetic import (
    Number,
    say_calculation,
    say_computed,
    say_gap,
    say_interval,
    say_needed,
    say_size,
    say_stated,
    yearly,
)
from helpers.telling.growth import say_percent
from helpers.telling.phrases import capital, indicator_name, join_sentences, say
from helpers.telling.promises import place_names, source_line
from helpers.telling.unchecked_tables import say_left

OUTCOMES = ("contradicts", "tight", "implies", "agrees")
MOST_TOLD = 3
#: What is told of a finding, and what of it is enough to read.
CELLS = ("place", "agree_outcome", "agree_check", "indicator", "agree_arithmetic", "agree_stated", "agree_gap",
         "agree_allowed", "agree_explanation", "agree_clauses", "id")  # fmt: skip
READ = ("place", "agree_outcome", "indicator", "agree_arithmetic", "agree_stated", "agree_gap", "agree_explanation")

Row = Mapping[str, object]


def names_of(targets: pd.DataFrame, language: str) -> dict[str, str]:
    """Places of the targets first, in the order of their codes, then all others that are known."""
    column = "place_en" if language == "en" else "place"
    here = set(targets["place"])
    others = {row["place"]: row[column] for row in vocabulary.places() if row["place"] not in here}
    return place_names(targets, language) | others


def source(targets: pd.DataFrame, language: str) -> str:
    told = [source_line(targets, language), say("source_actuals", language), say("source_identities", language)]
    return join_sentences(told, language)


def answer(targets: pd.DataFrame, findings: pd.DataFrame, left: pd.DataFrame, language: str, asked: str = "") -> str:
    """How often numbers could be held against each other and with what outcome, the contradictions with their
    arithmetic, and how many targets join no other number.
    """
    if findings.empty:
        return say("consistency_none", language, asked=asked or say("asked_all", language))
    counts = findings["outcome"].value_counts()
    told = {name: say(f"count_{name}", language, count=int(counts.get(name, 0))) for name in OUTCOMES}
    sentences = [
        say("consistency_counted", language, checks=len(findings), **told),
        _contradictions(findings[findings["outcome"] == "contradicts"], names_of(targets, language), language),
        say_left(targets, left, language),
    ]
    return join_sentences(sentences, language)


def _contradictions(found: pd.DataFrame, names: Mapping[str, str], language: str) -> str:
    if found.empty:
        return say("no_contradiction", language)
    rows = found.head(MOST_TOLD).to_dict("records")
    items = say("agree_semicolon", language).join(say_contradiction(row, names, language) for row in rows)
    if len(found) > len(rows):
        items = say("contradictions_more", language, items=items, count=len(found) - len(rows))
    key = "contradiction_is" if len(found) == 1 else "contradictions_are"
    caution = say("consistency_caution", language)
    return join_sentences([say(key, language, items=items), caution], language)


def say_contradiction(row: Row, names: Mapping[str, str], language: str) -> str:
    """One finding in a sentence: place, indicator, year, arithmetic and what is stated."""
    computed, stated, _ = row["clauses"]
    doubtful = "doubtful" in row["explanations"].split(";")
    return say(
        "contradiction_item",
        language,
        place=names[row["place"]],
        indicator=indicator_name(row["indicator_code"], language),
        year=row["year"],
        arithmetic=say_calculation(computed, language),
        stated=say("but_stated" if stated.stated else "but_reported", language, value=say_stated(stated, language)),
        remark=say("remark_doubtful", language) if doubtful else "",
    )


def say_held(row: Row, language: str) -> str:
    """What the computed number is held against: stated, following from other clauses, or reported."""
    computed, stated, beside = row["clauses"]
    if stated is None:
        return _beside(computed, beside, language) if beside is not None else say("beside_none", language)
    if stated.operands:
        return say("stated_whole", language, value=say_calculation(stated, language))
    told = say("stated_as" if stated.stated else "reported_as", language, value=say_stated(stated, language))
    needed = say_needed(computed, stated, language) if row["outcome"] != "agrees" else ""
    return say("needs_rate", language, stated=told, rate=needed) if needed else told


def _beside(computed: Number, beside: Number, language: str) -> str:
    """The latest reported value of what is implied, and how far the implied number lies from it."""
    reported, implied = beside.figure.value, computed.figure.value
    told = {"value": say_stated(beside, language), "year": beside.year}
    if reported == implied:
        return say("beside_same", language, **told)
    percent = say_percent(float(abs(implied / reported - 1) * 100), language)
    rate = say_percent(abs(yearly(beside, computed)), language)
    several = say("beside_yearly", language, percent=rate) if computed.year - beside.year > 1 else ""
    key = "beside_above" if implied > reported else "beside_below"
    return say(key, language, percent=percent, yearly=several, **told)


def table_of_findings(targets: pd.DataFrame, findings: pd.DataFrame, language: str, *outcomes: str) -> pd.DataFrame:
    """Findings with their arithmetic: those of the given outcomes as a table to read, or all of them with all there is
    to know, down to clauses and ids.
    """
    names, rows = names_of(targets, language), findings
    if outcomes:
        rows = findings[findings["outcome"].isin(outcomes)]
    printed = targets.set_index("target_id")
    said = [_tell(row, names, printed, language) for row in rows.to_dict("records")]
    keys = [key for key in CELLS if not outcomes or key in READ]
    if len(outcomes) == 1:
        keys = [key for key in keys if key not in ("agree_outcome", "agree_gap")]
    table = pd.DataFrame(said, columns=list(CELLS))[keys]
    return table.rename(columns={key: say(f"{key}_column", language) for key in keys})


def _tell(row: Row, names: Mapping[str, str], printed: pd.DataFrame, language: str) -> dict[str, str]:
    computed, stated, _ = row["clauses"]
    name = capital(indicator_name(row["indicator_code"], language))
    ids = [row[column] for column in ("target_ids", "upper_ids", "fact_ids")]
    return {
        "place": names[row["place"]],
        "agree_outcome": say(f"outcome_{row['outcome']}", language),
        "agree_check": say(f"kind_{row['kind']}", language),
        "indicator": say("in_year", language, value=name, year=row["year"]),
        "agree_arithmetic": say_calculation(computed, language),
        "agree_stated": say_held(row, language),
        "agree_gap": "" if stated is None else say_gap(row["gap"], stated, language),
        "agree_allowed": _allowed(computed, stated, language),
        "agree_explanation": say_explanations(row["explanations"], language),
        "agree_clauses": say("agree_semicolon", language).join(_clauses(row, printed, language)),
        "id": ", ".join(filter(None, ids)).replace(";", ", "),
    }


def say_explanations(codes: str, language: str) -> str:
    return ("; " if language == "en" else "；").join(
        say(f"explains_{code}", language) for code in codes.split(";") if code
    )


def _allowed(computed: Number, stated: Number | None, language: str) -> str:
    if computed.formula == "pace":
        return ""
    one = say_interval(computed, language)
    if stated is None:
        return say("allowed_one", language, computed=one)
    return say("allowed_both", language, computed=one, stated=say_interval(stated, language))


def _clauses(row: Row, printed: pd.DataFrame, language: str) -> list[str]:
    """Each clause as it is printed, with its section, its document or its year."""
    told = []
    for one in _origins(row["clauses"]):
        if one.id in printed.index:
            target = printed.loc[one.id]
            told.append(say("clause_of_plan", language, section=target["section"], figure=target["figure"]))
        elif one.stated:
            told.append(say("clause_of_document", language, title=one.document, figure=say_stated(one, language)))
        else:
            told.append(say("clause_reported", language, year=one.year, figure=say_stated(one, language)))
    return told


def _origins(clauses: tuple) -> list[Number]:
    found: dict[str, Number] = {}
    for clause in filter(None, clauses):
        for one in _origins(clause.operands) if clause.operands else [clause]:
            found.setdefault(one.id, one)
    return list(found.values())


def table_of_abouts(varied: pd.DataFrame, language: str) -> pd.DataFrame:
    """What ``vary_about`` gives, for readers."""
    table = varied.rename(columns={name: capital(say(f"outcome_{name}", language)) for name in OUTCOMES})
    table.index = [say("about_digits", language, count=f"{about:g}") for about in varied.index]
    return table.rename_axis(say("about_column", language)).reset_index()


def table_of_identities(findings: pd.DataFrame, language: str) -> pd.DataFrame:
    """How often each kind of identity could be tried, with which outcome."""
    counts = pd.crosstab(findings["kind"].astype("str"), findings["outcome"].astype("str"))
    counts = counts.reindex(columns=list(OUTCOMES), fill_value=0)
    counts.index = [say(f"kind_{kind}", language) for kind in counts.index]
    counts.columns = [capital(say(f"outcome_{name}", language)) for name in OUTCOMES]
    return counts.rename_axis(say("agree_identity_column", language)).reset_index()


def title_of_gaps(shown: pd.DataFrame, language: str) -> str:
    count = int((shown["outcome"] == "contradicts").sum())
    key = {0: "title_gaps_none", 1: "title_gaps_one"}.get(count, "title_gaps")
    return say(key, language, count=count, total=len(shown))


def title_of_outcomes(findings: pd.DataFrame, language: str) -> str:
    counts = findings["outcome"].value_counts()
    numbers = {name: int(counts.get(name, 0)) for name in ("agrees", "contradicts")}
    return say("title_outcomes", language, total=len(findings), **numbers)


def say_row(row: Row, names: Mapping[str, str], language: str) -> str:
    """Place, indicator and year of a finding, as the label of a row."""
    name = indicator_name(row["indicator_code"], language)
    return f"{names[row['place']]} · {say('in_year', language, value=name, year=row['year'])}"


def say_both(row: Row, language: str) -> str:
    """Computed and stated number in few words."""
    computed, stated, _ = row["clauses"]
    value = say_stated(stated, language) if not stated.operands else say_size(stated.figure.value, stated, language)
    return say("gap_text", language, computed=say_computed(computed, language), stated=value)
