"""One place on one page: the answer in sentences, and the table of its targets."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.growth import say_group, say_percent
from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, join_sentences, say, say_list, sector_name
from helpers.telling.promises import place_names
from helpers.telling.standing import say_ambition, say_emphasis

NO_YEAR = 0
OUTCOMES = ("contradicts", "tight", "implies", "agrees")

Row = Mapping[str, object]


def answer(
    targets: pd.DataFrame,
    parts: Mapping[str, pd.DataFrame],
    language: str,
    asked: str,
) -> str:
    """What the place promises, where it stands among others, whether its numbers agree, what it leaves out.

    ``parts`` has ``position`` (of ``beside_peers``), ``emphasis`` (``emphasis_of``), ``ambition``
    (``beside_components``), ``checks`` (``check_identities``) and ``gaps`` (``unquantified``).
    """
    if targets.empty:
        return say("profile_none", language, place=asked)
    sentences = [
        _counts(targets, language),
        _commitment(targets, language),
        _position(parts["position"], language),
        say_emphasis(parts["emphasis"], language),
        say_ambition(parts["ambition"], language),
        *_checks(parts["checks"], str(targets["place"].iloc[0]), language),
        say("profile_gaps", language, count=len(parts["gaps"])),
    ]
    return join_sentences(sentences, language)


def name_of_place(targets: pd.DataFrame, language: str) -> str:
    """The name of the one place of the targets; empty without any."""
    return next(iter(place_names(targets, language).values()), "")


def _counts(targets: pd.DataFrame, language: str) -> str:
    years = targets["target_year"].astype("Int64").fillna(NO_YEAR).value_counts().sort_index()
    due = [say("profile_due", language, count=count, year=year) for year, count in years.items() if year != NO_YEAR]
    if NO_YEAR in years.index:
        due.append(say("profile_undated", language, count=int(years[NO_YEAR])))
    plans = targets["plan_id"].nunique()
    return say(
        "profile_counts" if plans == 1 else "profile_counts_plans",
        language,
        place=name_of_place(targets, language),
        plans=plans,
        targets=len(targets),
        indicators=targets.loc[targets["indicator_code"] != "", "indicator_code"].nunique(),
        sectors=targets["sector"].nunique(),
        due=say_list(due, language),
    )


def _commitment(targets: pd.DataFrame, language: str) -> str:
    counts = targets["modality"].astype("str").value_counts()
    told = [
        say(f"profile_committed_{name}", language, count=int(counts[name]))
        for name in ("binding", "aspirational", "plain")
        if counts.get(name, 0)
    ]
    return say("profile_commitment", language, counts=say_list(told, language))


def _position(position: pd.DataFrame, language: str) -> str:
    if position.empty:
        return say("profile_no_position", language)
    return say("profile_position", language, count=len(position), **_sides(position, language))


def _sides(position: pd.DataFrame, language: str) -> dict[str, object]:
    """How many rates lie above and below those of all peers, and how many peers there are."""
    fewest, most = int(position["peers"].min()), int(position["peers"].max())
    peers = str(most) if fewest == most else say("position_range", language, low=fewest, high=most)
    return {side: int((position["side"] == side).sum()) for side in ("above", "below")} | {"peers": peers}


def _checks(checks: pd.DataFrame, place: str, language: str) -> list[str]:
    """The checks of the place's own numbers; contradictions of upper documents are not its own and told apart."""
    own = checks[checks["place"] == place]
    upper = int(((checks["place"] != place) & (checks["outcome"] == "contradicts")).sum())
    counts = own["outcome"].value_counts()
    told = {name: int(counts.get(name, 0)) for name in OUTCOMES}
    first = say("profile_checks", language, checks=len(own), **told) if len(own) else say("profile_no_checks", language)
    return [first, say("profile_upper", language, count=upper)] if upper else [first]


def title_of_due(counts: pd.DataFrame, language: str) -> str:
    """``counts`` has sectors down and years across, the sector with most targets first."""
    total, most = int(counts.to_numpy().sum()), int(counts.iloc[0].sum())
    told = {"total": total, "sector": sector_name(str(counts.index[0]), language), "most": most}
    years = counts.drop(columns=NO_YEAR, errors="ignore").sum()
    if years.empty:
        return capital(say("title_due_undated", language, **told))
    tied = int((counts.sum(axis=1) == most).sum()) > 1
    key = "title_due_tied" if tied else "title_due"
    return capital(say(key, language, year=int(years.idxmax()), count=int(years.max()), **told))


def title_of_position(position: pd.DataFrame, place: str, language: str) -> str:
    return say("title_position", language, place=place, count=len(position), **_sides(position, language))


def say_position(row: Row, language: str) -> str:
    """The rates of the place and those of its peers in few words."""
    sides = {side: _side(row, side, language) for side in ("own", "peers")}
    return say("position_text", language, count=row["peers"], **sides)


def _side(row: Row, side: str, language: str) -> str:
    span = _span(row[f"{side}_low"], row[f"{side}_high"], language)
    return say(f"position_{row[f'{side}_kind']}", language, value=span)


def table_of_position(position: pd.DataFrame, language: str) -> pd.DataFrame:
    """Growth of the place beside that of its peers, with the ids of all targets and facts it comes from."""
    rows = [
        (
            say_group(row, language),
            _side(row, "own", language),
            _side(row, "peers", language),
            ", ".join(";".join(filter(None, (row["target_ids"], row["fact_ids"]))).split(";")),
        )
        for row in position.to_dict("records")
    ]
    keys = ("indicator", "own_growth", "peers_growth", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _span(low: float, high: float, language: str) -> str:
    ends = say_percent(low, language), say_percent(high, language)
    return ends[0] if ends[0] == ends[1] else say("position_range", language, low=ends[0], high=ends[1])


def table_of_profile(targets: pd.DataFrame, language: str) -> pd.DataFrame:
    """Every target by sector and year, with its figure as printed and where it stands in the plan."""
    counts = targets["sector"].astype("str").value_counts()
    rows = targets.assign(_most=-targets["sector"].astype("str").map(counts), _sector=targets["sector"].astype("str"))
    rows = rows.sort_values(["_most", "_sector", "target_year", "char_start"], kind="stable")
    said = [
        (
            capital(sector_name(row["sector"], language)),
            capital(indicator_name(row["indicator_code"], language)) if row["indicator_code"] else row["indicator"],
            say_target(row, language),
            row["figure"],
            say(row["modality"], language),
            row["section"],
            row["target_id"],
        )
        for _, row in rows.iterrows()
    ]
    keys = ("sector", "indicator", "target", "figure", "commitment", "section", "id")
    return pd.DataFrame(said, columns=[say(f"{key}_column", language) for key in keys])
