"""Where one place stands among all others in sector emphasis and in the components of ambition."""

from collections.abc import Mapping

import pandas as pd

from helpers.measures.emphasis import COUNTS, STANDING_OUT, count_once, location_quotients, sector_shares

STANDING = (
    "component", "value", "reason", "peers", "low", "median", "high", "side", "of_all", "target_ids", "fact_ids",
    "upper_ids",
)  # fmt: skip


def emphasis_of(every: pd.DataFrame, place: str, minimum: int = 5) -> pd.DataFrame:
    """The location quotients of one place among all, as ``location_quotients`` gives them for targets, its largest
    sectors first.

    ``robust`` says whether a quotient stands out on the same side also where each aim counts once: a plan with
    milestones states an aim several times.
    """
    found = {}
    for count in COUNTS:
        shares = sector_shares(count_once(every, count))
        found[count] = location_quotients(shares[shares["place"] == place], minimum)
    own, aims = found["targets"], found["aims"].set_index("sector")["verdict"]
    robust = own["verdict"].isin(STANDING_OUT) & (own["sector"].map(aims) == own["verdict"])
    order = own.assign(robust=robust, _most=-own["count"])
    return order.sort_values(["_most", "sector"], kind="stable").drop(columns="_most").reset_index(drop=True)


def beside_components(components: pd.DataFrame, place: str) -> pd.DataFrame:
    """The components of ambition of one place beside those of all others, in the columns ``STANDING``.

    ``components`` is what ``judge_ambition`` gives for all places. ``peers`` counts the others of which the component
    is known, with their lowest, median and highest value; ``side`` is ``above`` or ``below`` all of them, ``among``
    them, or empty where there is nothing to compare. ``of_all`` says that a value is of all targets of the place, whose
    ids are not repeated.
    """
    rows = []
    for component, group in components.groupby("component", sort=False):
        own = group[group["place"] == place]
        if len(own):
            peers = group.loc[(group["place"] != place) & (group["reason"] == ""), "value"].dropna()
            rows.append(_stand(str(component), own.iloc[0].to_dict(), peers))
    return pd.DataFrame(rows, columns=list(STANDING))


def _stand(component: str, own: Mapping[str, object], peers: pd.Series) -> dict[str, object]:
    of_all = component in ("bound", "verb", "horizon")
    row = {"component": component, "value": own["value"], "reason": own["reason"], "peers": len(peers), "side": ""}
    row |= {name: own[name] for name in ("target_ids", "fact_ids", "upper_ids")} | {"of_all": of_all}
    if of_all:
        row["target_ids"] = ""
    ends = (peers.min(), peers.median(), peers.max()) if len(peers) else (None,) * 3
    row |= dict(zip(("low", "median", "high"), ends, strict=True))
    if len(peers) and not own["reason"]:
        row["side"] = "above" if own["value"] > ends[2] else "below" if own["value"] < ends[0] else "among"
    return row
