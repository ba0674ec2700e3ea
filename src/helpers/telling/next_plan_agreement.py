"""Would the figures of a next plan agree with the place's other targets? A sentence and a table."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.arithmetic import say_calculation
from helpers.telling.consistency import names_of, say_contradiction, say_explanations, say_held
from helpers.telling.next_plan import say_figure
from helpers.telling.phrases import capital, indicator_name, say

CANDIDATE = "candidate-"
CELLS = ("candidate", "agree_outcome", "agree_check", "indicator", "agree_arithmetic", "agree_stated",
         "agree_explanation", "id")  # fmt: skip
#: What of it is enough to read.
READ = tuple(cell for cell in CELLS if cell not in ("agree_check", "id"))


def say_agreement(targets: pd.DataFrame, options: pd.DataFrame, found: pd.DataFrame, language: str) -> str:
    """How many candidates contradict another target, and the first of them with its arithmetic; ``found`` is what
    ``agreement_of_candidates`` gives. Empty without candidates.
    """
    if options.empty:
        return ""
    if found.empty:
        return say("next_agreement_nothing", language)
    wrong = found[found["outcome"] == "contradicts"]
    told = {"count": options["figure"].nunique(), "checks": len(found), "wrong": wrong["figure"].nunique()}
    if wrong.empty:
        return say("next_agreement_none", language, **told)
    item = say_contradiction(wrong.iloc[0].to_dict(), names_of(targets, language), language)
    key = "next_agreement_all" if told["wrong"] == told["count"] else "next_agreement"
    return say(key, language, item=item, **told)


def table_of_agreement(start: Mapping[str, object], found: pd.DataFrame, language: str, *outcomes: str) -> pd.DataFrame:
    """Each candidate beside the numbers that identities join to it: those of the given outcomes as a table to read, or
    all of them with ids.
    """
    rows = found[found["outcome"].isin(outcomes)] if outcomes else found
    said = [_tell(row, start, language) for row in rows.to_dict("records")]
    table = pd.DataFrame(said, columns=list(CELLS))[list(READ if outcomes else CELLS)]
    return table.rename(columns={key: say(f"{key}_column", language) for key in table})


def _tell(row: Mapping[str, object], start: Mapping[str, object], language: str) -> tuple[str, ...]:
    name = capital(indicator_name(row["indicator_code"], language))
    ids = [one for kind in ("target", "upper", "fact") for one in row[f"{kind}_ids"].split(";") if one]
    return (
        say_figure(start, row["figure"], language),
        say(f"outcome_{row['outcome']}", language),
        say(f"kind_{row['kind']}", language),
        say("in_year", language, value=name, year=row["year"]),
        say_calculation(row["clauses"][0], language),
        say_held(row, language),
        say_explanations(row["explanations"], language),
        ", ".join(one for one in ids if not one.startswith(CANDIDATE)),
    )
