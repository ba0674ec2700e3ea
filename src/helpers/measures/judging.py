"""All components of ambition of some places at once, and the ranks that follow from them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.measures import ambition, commitment, components, ranks, upper
from helpers.measures.growth import growth_table


@dataclass(frozen=True)
class Judged:
    """What is known of the ambition of some places; each frame is what the function of its module gives."""

    past: pd.DataFrame
    peers: pd.DataFrame
    gaps: pd.DataFrame
    without_upper: pd.DataFrame
    levels: pd.DataFrame
    horizons: pd.DataFrame
    commitment: pd.DataFrame
    headline: components.Headline | None
    components: pd.DataFrame
    by_coding: dict[str, pd.DataFrame]
    coding: str


@dataclass(frozen=True)
class Ranked:
    """Ranks of the places that have the same components; all frames are empty where nothing is ranked."""

    values: pd.DataFrame
    distribution: pd.DataFrame
    ranges: pd.DataFrame
    variants: pd.DataFrame
    overlaps: tuple[int, int]
    minimum_components: int
    minimum_places: int


def judge_ambition(
    targets: pd.DataFrame,
    every: pd.DataFrame,
    facts: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    codings: pd.DataFrame,
    *,
    coding: str | None = None,
    prices: str | None = None,
    window: int = 4,
    apart: int = 2,
    rates: pd.DataFrame | None = None,
) -> Judged:
    """The components of ambition of the places of ``targets``.

    ``every`` are the targets of all places, among which peers are found; ``facts`` are plans, reported values and upper
    targets; ``codings`` is the lexicon with all its codings, of which ``coding`` (the first by default) counts;
    ``prices`` asks for growth on one price basis; ``window`` and ``apart`` are those of ``own_past`` and
    ``against_peers``. ``rates`` is ``growth_table`` of ``every``, where it is at hand. Commitment, horizon and levels
    are of ``targets`` alone.
    """
    plans, actuals, upper_targets = facts
    everyone = ambition.rates_to_judge(growth_table(every, actuals) if rates is None else rates)
    places = list(dict.fromkeys(targets["place"].astype("str")))
    own = everyone[everyone["place"].isin(places)].reset_index(drop=True)
    past, peers = ambition.own_past(own, actuals, window), ambition.against_peers(own, everyone, apart)
    gaps, levels = upper.upper_gaps(targets, upper_targets), ambition.per_head(targets, actuals)
    horizons = ambition.horizons(targets, plans)
    scores = commitment.commitment_by_place(commitment.score_commitment(targets, codings))
    head = components.headline(past, peers, prices)
    parts = {"own_past": past, "peers": peers, "upper": gaps, "per_head": levels}
    horizon = ambition.horizon_by_place(horizons)
    table = components.component_table(places, head, parts, horizon)
    by_coding = {
        name: components.with_commitment(table, scores[scores["coding"] == name])
        for name in dict.fromkeys(codings["coding"])
    }
    chosen = coding if coding is not None else next(iter(by_coding))
    if chosen not in by_coding:
        msg = f"unknown coding {chosen!r}; there are {', '.join(by_coding)}"
        raise ValueError(msg)
    return Judged(
        past=past, peers=peers, gaps=gaps, without_upper=upper.without_upper(targets, upper_targets), levels=levels,
        horizons=horizons, commitment=scores, headline=head, components=by_coding[chosen], by_coding=by_coding,
        coding=chosen,
    )  # fmt: skip


def rank_ambition(
    judged: Judged,
    directions: pd.DataFrame,
    *,
    draws: int = 2000,
    seed: int = 1,
    minimum_components: int = 4,
    minimum_places: int = 3,
) -> Ranked:
    """Rank ranges of the largest block of places with the same components.

    ``directions`` has ``component`` and ``better``; a component of direction ``none`` is not ranked. ``variants`` has
    the ranges under each normalization, with each component left out, and under each coding of commitment, told apart
    by ``kind`` (``method``, ``left_out``, ``coding``) and ``name``; ``overlaps`` is what ``overlapping_pairs`` gives.
    """
    better = dict(zip(directions["component"], directions["better"], strict=True))
    named = [name for name, direction in better.items() if direction != "none"]
    least = {"minimum_components": minimum_components, "minimum_places": minimum_places}
    values = components.rankable(judged.components, named, **least)
    if values.empty:
        nothing = pd.DataFrame()
        return Ranked(values, nothing, nothing, nothing, (0, 0), **least)
    chance = {"draws": draws, "seed": seed}
    found = ranks.rank_distribution(values, _directions(values, better), **chance)
    variants = [
        ranks.rank_ranges(found[found["left_out"] == ""], ["method"]).rename(columns={"method": "name"}),
        ranks.rank_ranges(found[found["left_out"] != ""], ["left_out"]).rename(columns={"left_out": "name"}),
    ]
    kinds = [part.assign(kind=kind) for part, kind in zip(variants, ("method", "left_out"), strict=True)]
    for coding, table in judged.by_coding.items():
        # the same places and components, so that nothing but the coding differs
        wide = table.pivot_table(index="place", columns="component", values="value", sort=False)
        block = wide.loc[values.index, values.columns]
        one = ranks.rank_distribution(block, _directions(block, better), **chance)
        kinds.append(ranks.rank_ranges(one).assign(kind="coding", name=coding))
    ranges = ranks.rank_ranges(found)
    return Ranked(values, found, ranges, pd.concat(kinds, ignore_index=True), ranks.overlapping_pairs(ranges), **least)


def _directions(values: pd.DataFrame, better: dict[str, str]) -> Sequence[str]:
    return [better[name] for name in values.columns]
