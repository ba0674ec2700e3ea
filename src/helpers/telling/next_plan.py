"""What should the next plan promise? What each figure would mean, in sentences and tables."""

from collections.abc import Mapping

import pandas as pd

from helpers import vocabulary
from helpers.table.reported import breaks_between
from helpers.telling.growth import say_percent
from helpers.telling.numbers import say_number, say_target, say_value
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_list
from helpers.telling.promises import place_names, source_line

DIGITS = 3  # a computed figure is no more certain than that


def name_of_place(place: str, targets: pd.DataFrame, language: str) -> str:
    """Of a place of the table, or of any other."""
    known = {row["place"]: row["place_en" if language == "en" else "place"] for row in vocabulary.places()}
    return {**known, **place_names(targets, language)}.get(place, place)


def source(targets: pd.DataFrame, language: str) -> str:
    keys = ("source_actuals", "source_upper")
    return join_sentences([source_line(targets, language), *(say(key, language) for key in keys)], language)


def say_figure(start: Mapping[str, object], figure: float, language: str) -> str:
    return say_value(figure, start["unit"], language, digits=DIGITS)


def say_pace(start: Mapping[str, object], pace: float, language: str) -> str:
    """Growth in percent of a level; points, or units, of a share or a rate."""
    if start["measure"] == "level":
        return say_percent(pace, language)
    value = say_number(round(pace, 2), language)
    if start["unit"] == "%":
        return say("points", language, value=value)
    return say_value(round(pace, 2), start["unit"], language)


def answer(
    targets: pd.DataFrame,
    start: Mapping[str, object],
    known: pd.DataFrame,
    options: pd.DataFrame,
    wording: pd.DataFrame,
    target_year: int,
    language: str,
    *,
    fewest: int,
    own: pd.DataFrame | None = None,
    agreement: str = "",
) -> str:
    """What the place starts from, what peers' paces and its own would lead to, how peers word it; and no advice.

    ``own`` is what ``against_own_targets`` gives; ``agreement`` is the sentence of ``next_plan_agreement`` on the
    place's other targets.
    """
    place = name_of_place(start["place"], targets, language)
    indicator = indicator_name(start["indicator_code"], language)
    if start["value"] is None:
        return capital(say("next_no_base", language, indicator=indicator, place=place))
    if target_year <= start["year"]:
        return say("next_year_past", language, year=target_year, base=start["year"])
    value = say_value(start["value"], start["unit"], language, digits=4)
    given = "" if start["fact_ids"] else say("next_given", language)
    sentences = [
        say("next_base", language, place=place, value=value, indicator=indicator, year=start["year"], given=given),
        *_rebased(start, target_year, language),
        *_of_peers(start, known, target_year, language, fewest),
        *_of_past(start, known, options, language),
        *_of_wording(wording, language),
        *_of_own(own, options, language),
        *filter(None, [agreement]),
        say("next_not_right", language),
    ]
    return join_sentences(sentences, language)


def _rebased(start: Mapping[str, object], target_year: int, language: str) -> list[str]:
    crossed = breaks_between(start["indicator_code"], start["year"], target_year)
    return [say("next_rebased", language, base=start["year"], year=target_year)] if crossed else []


def _of_peers(
    start: Mapping[str, object], known: pd.DataFrame, target_year: int, language: str, fewest: int
) -> list[str]:
    peers = known.loc[known["kind"] == "peer", "pace"]
    if peers.empty:
        return [say("next_no_peers", language)]
    ends = {"low": peers.min(), "high": peers.max()}
    years = target_year - start["year"]
    said = {name: say_pace(start, pace, language) for name, pace in ends.items()}
    said |= {f"{name}_figure": say_figure(start, _figure(start, pace, years), language) for name, pace in ends.items()}
    key = "next_peer" if len(peers) == 1 else "next_peers"
    found = [say(key, language, count=len(peers), year=target_year, **said)]
    if len(peers) < fewest:
        found.append(say("next_few", language, fewest=fewest))
    return found


def _figure(start: Mapping[str, object], pace: float, years: int) -> float:
    return start["value"] * (1 + pace / 100) ** years if start["measure"] == "level" else start["value"] + pace * years


def _of_past(start: Mapping[str, object], known: pd.DataFrame, options: pd.DataFrame, language: str) -> list[str]:
    past, figures = known[known["kind"] == "own_past"], options[options["source"] == "own_past"]
    if past.empty or figures.empty:
        return []
    row = past.iloc[0]
    figure = say_figure(start, figures["figure"].iloc[0], language)
    pace = say_pace(start, row["pace"], language)
    return [say("next_past", language, first=int(row["first"]), last=int(row["last"]), pace=pace, figure=figure)]


def _of_wording(wording: pd.DataFrame, language: str) -> list[str]:
    if wording.empty:
        return []
    total, row = int(wording["targets"].sum()), wording.iloc[0]
    if len(wording) > 1 and wording["targets"].iloc[1] == row["targets"]:
        return [say("next_wording_mixed", language, total=total, kinds=len(wording))]
    key = "next_wording_all" if len(wording) == 1 else "next_wording"
    words = {"bound": say(f"worded_{row['operator']}", language), "commitment": say(row["modality"], language)}
    return [say(key, language, total=total, count=int(row["targets"]), **words)]


def _of_own(own: pd.DataFrame | None, options: pd.DataFrame, language: str) -> list[str]:
    """How many figures miss what the place has promised for the same quantity."""
    if own is None or not own["verdict"].isin(["keeps", "misses"]).any():
        return []
    missing = own.loc[own["verdict"] == "misses", "figure"].nunique()
    key = "next_own_misses" if missing else "next_own_keeps"
    return [say(key, language, missing=missing, count=options["figure"].nunique())]


def title_of_paces(targets: pd.DataFrame, start: Mapping[str, object], known: pd.DataFrame, language: str) -> str:
    peers = known.loc[known["kind"] == "peer", "pace"]
    key = "title_paces_none" if peers.empty else "title_paces_one" if len(peers) == 1 else "title_paces"
    ends = {} if peers.empty else {"low": say_pace(start, peers.min(), language)}
    if len(peers) > 1:
        ends["high"] = say_pace(start, peers.max(), language)
    place = name_of_place(start["place"], targets, language)
    return say(key, language, place=place, indicator=indicator_name(start["indicator_code"], language), **ends)


def title_of_candidates(
    targets: pd.DataFrame, start: Mapping[str, object], options: pd.DataFrame, target_year: int, language: str
) -> str:
    ends = {
        name: say_figure(start, figure, language)
        for name, figure in (("low", options["figure"].min()), ("high", options["figure"].max()))
    }
    key = "title_candidates" if len(options) > 1 else "title_candidates_one"
    place = name_of_place(start["place"], targets, language)
    return say(key, language, place=place, count=len(options), year=target_year, **ends)


def say_candidate(start: Mapping[str, object], row: Mapping[str, object], language: str) -> str:
    figure, pace = say_figure(start, row["figure"], language), say_pace(start, row["pace"], language)
    return say("candidate_text", language, figure=figure, pace=pace)


def table_of_candidates(
    targets: pd.DataFrame,
    start: Mapping[str, object],
    known: pd.DataFrame,
    options: pd.DataFrame,
    own: pd.DataFrame,
    language: str,
) -> pd.DataFrame:
    """What each figure would mean: pace, place among peers, beside the past, upper levels and the place's targets.

    ``own`` is what ``against_own_targets`` gives.
    """
    rows = [
        (
            say_figure(start, row["figure"], language),
            _source(start, row, language),
            say_pace(start, row["pace"], language),
            _position(row, language),
            _beside_past(start, row, known, language),
            _beside_upper(targets, row, known, language),
            _beside_own(targets, own[own["figure"] == row["figure"]], language),
        )
        for row in options.to_dict("records")
    ]
    keys = ("candidate", "source", "pace", "position", "past", "upper", "own")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _source(start: Mapping[str, object], row: Mapping[str, object], language: str) -> str:
    text = say(f"source_{row['source']}", language)
    beyond = start["measure"] in ("share", "rate") and start["unit"] == "%" and row["figure"] > 100
    return say("beyond_whole", language, source=text) if beyond else text


def _position(row: Mapping[str, object], language: str) -> str:
    if not row["peers"]:
        return say("no_peer_position", language)
    key = "above_peers" if pd.isna(row["percentile"]) else "above_percentile"
    rank = "" if pd.isna(row["percentile"]) else f"{row['percentile']:.0f}"
    return say(key, language, above=int(row["above"]), peers=int(row["peers"]), rank=rank)


def _beside_past(start: Mapping[str, object], row: Mapping[str, object], known: pd.DataFrame, language: str) -> str:
    past = known.loc[known["kind"] == "own_past", "pace"]
    if past.empty:
        return say("never_reported", language)
    if start["measure"] == "level" and past.iloc[0] > 0 and row["pace"] > 0:
        return say("times_past", language, times=f"{row['pace'] / past.iloc[0]:.1f}")
    return say("points_past", language, points=_signed(row["pace"] - past.iloc[0], language))


def _beside_upper(targets: pd.DataFrame, row: Mapping[str, object], known: pd.DataFrame, language: str) -> str:
    uppers = known[known["kind"] == "upper"].to_dict("records")
    said = [
        say(
            "distance_upper",
            language,
            points=_signed(row["pace"] - upper["pace"], language),
            issuer=name_of_place(upper["place"], targets, language),
        )
        for upper in uppers
    ]
    return say_list(said, language) or say("no_upper", language)


def _signed(points: float, language: str) -> str:
    rounded = round(points, 1) or 0.0  # never −0
    return ("+" if rounded > 0 else "") + say_number(rounded, language)


def _beside_own(targets: pd.DataFrame, own: pd.DataFrame, language: str) -> str:
    rows = targets.set_index("target_id")
    said = []
    for check in own.to_dict("records"):
        target = say_target(rows.loc[check["target_id"]], language)
        value = check["passing"]
        passing = "" if pd.isna(value) else say_value(value, check["unit"], language, digits=DIGITS)
        said.append(say(f"verdict_{check['verdict']}", language, target=target, passing=passing))
    return say("next_join", language).join(said) or say("no_own_targets", language)
