"""Invented cities with plans, reported values and upper targets of their own, for figures and pages of many places."""

from functools import cache

import pandas as pd

from helpers import (
    judge_ambition,
    load_actuals,
    load_codings,
    load_components,
    load_plans,
    load_targets,
    load_upper_targets,
    rank_ambition,
)

DRAWS = 100
NUMBERED = ["place", "place_en", "adcode", "plan_id"]


@cache
def judged_cities(count):
    """Targets of as many invented cities, judged and ranked; once for all tests, which leave them as they are."""
    targets, plans, actuals = many_cities(count)
    judged = judge_ambition(targets, targets, (plans, actuals, load_upper_targets()), load_codings())
    return targets, judged, rank_ambition(judged, load_components(), draws=DRAWS)


@cache
def many_cities(count):
    """Targets, plans and actuals of as many invented cities, made from the shipped rows of one plan; once for all."""
    one, facts, plans = load_targets(places="乌海"), load_actuals(places="乌海"), load_plans()
    plan = plans[plans["plan_id"] == one["plan_id"].iloc[0]]
    targets, actuals, registry = [], [], []
    for number in range(count):
        name, mine = f"第{number + 1}市", f"city-{number}"
        copy = one.astype(dict.fromkeys(NUMBERED, "str"))
        copy = copy.assign(place=name, place_en=f"City {number + 1}", adcode=f"37{number:02d}00", plan_id=mine)
        growth = copy["measure"].isin(["cagr", "growth_rate"])
        value = (copy["value"] * (1 + number / 50)).where(~growth, copy["value"] + (number * 7 % 11) / 4)
        operator = ["ge" if row * number % 3 else old for row, old in enumerate(copy["operator"].astype("str"))]
        targets.append(copy.assign(target_id=copy["target_id"] + f"-{number}", value=value, operator=operator))
        grown = facts["value"] * (1 + number % 7 / 60)
        actuals.append(facts.assign(place=name, fact_id=facts["fact_id"] + f"-{number}", value=grown))
        registry.append(plan.assign(plan_id=mine, issued=f"2025-{1 + number % 12:02d}-15"))
    frame = pd.concat(targets, ignore_index=True).astype(dict.fromkeys([*NUMBERED, "operator"], "category"))
    return frame, pd.concat(registry, ignore_index=True), pd.concat(actuals, ignore_index=True)
