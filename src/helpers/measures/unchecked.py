"""Which targets join no other number, and why: what would have to be stated or reported to check them."""

from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.measures.clauses import NATION, related

#: Kinds of identity that join an indicator to others by name; all other kinds join any indicator to itself.
NAMED = ("share", "per_head", "subtotal", "compare")
#: Why a target is not checked, in the order in which the reasons are tried.
REASONS = ("no_code", "no_year", "no_identity", "no_partner", "other_year", "other_kind")


def unchecked(
    targets: pd.DataFrame,
    findings: pd.DataFrame,
    every: pd.DataFrame,
    upper: pd.DataFrame,
    actuals: pd.DataFrame,
    identities: pd.DataFrame,
) -> pd.DataFrame:
    """Targets that no finding touches: ``target_id``, ``reason``.

    ``every``, ``upper``, ``actuals`` and ``identities`` are what the findings were made from. ``no_code``: the target
    has no canonical indicator; ``no_year``: it names no year; ``no_identity``: no identity joins its indicator to
    another, and nothing else is stated or reported of the indicator; ``no_partner``: identities join it to others, but
    neither those nor itself are stated or reported a second time; ``other_year``: such a number is there, though of
    another year; ``other_kind``: of the same year, though of another quantity, unit or span.
    """
    used = {one for ids in findings["target_ids"] for one in ids.split(";")}
    rest = targets[~targets["target_id"].isin(used)]
    partners, years = partners_of(identities), _years(every, upper, actuals)
    found = [(row["target_id"], _reason(row, partners, years)) for row in rest.to_dict("records")]
    return pd.DataFrame(found, columns=["target_id", "reason"], dtype="str")


def count_unchecked(left: pd.DataFrame) -> pd.DataFrame:
    """How many targets join no other number for each reason, the commonest first: ``reason``, ``count``."""
    counts = left["reason"].value_counts().reindex(list(REASONS)).dropna().astype(int)
    return counts.sort_values(ascending=False, kind="stable").rename_axis("reason").reset_index(name="count")


def partners_of(identities: pd.DataFrame) -> dict[str, set[str]]:
    """Indicators that identities name together, for each of them."""
    found: dict[str, set[str]] = {}
    for row in identities[identities["kind"].isin(NAMED)].to_dict("records"):
        together = {code for code in (row["result"], row["part"], row["whole"]) if code}
        for code in together:
            found.setdefault(code, set()).update(together - {code})
    return found


def _reason(
    row: Mapping[str, object], partners: Mapping[str, set[str]], years: Mapping[tuple[str, str], list[tuple]]
) -> str:
    code = str(row["indicator_code"])
    if not code:
        return "no_code"
    if pd.isna(row["target_year"]):
        return "no_year"
    others = partners.get(code, set())
    known = [one for name in {code, *others} for one in years.get((str(row["place"]), name), ())]
    if row["measure"] == "level":
        known += [one for above in _above(row) for one in years.get((above, code), ())]
    found = {year for year, one in known if one != row["target_id"]}
    if not found:
        return "no_partner" if others else "no_identity"
    return "other_kind" if int(row["target_year"]) in found else "other_year"


def _above(row: Mapping[str, object]) -> Iterable[str]:
    """Whose levels a place's may not exceed: its province's, unless that is its own, and the nation's."""
    return dict.fromkeys([str(row["province"]), NATION]).keys() - {str(row["place"])}


def _years(every: pd.DataFrame, upper: pd.DataFrame, actuals: pd.DataFrame) -> dict[tuple[str, str], list[tuple]]:
    """Years, with the ids, of the numbers that are known of each place and indicator; those of the nation under its
    code, and of documents above the places only levels.
    """
    found: dict[tuple[str, str], list[tuple]] = {}
    own = related(actuals, every)
    above = related(upper, every, "issuer")
    parts = (
        (every, "place", "target_year", "target_id"),
        (above[above["measure"] == "level"], "issuer", "target_year", "upper_id"),
        (own, "place", "year", "fact_id"),
    )
    for frame, place, year, key in parts:
        rows = frame[(frame["indicator_code"] != "") & frame[year].notna()]
        nation = rows["adcode"].astype("str") == NATION
        names = rows[place].astype("str").where(~nation, NATION)
        for name, code, when, one in zip(names, rows["indicator_code"], rows[year], rows[key], strict=True):
            found.setdefault((name, str(code)), []).append((int(when), one))
    return found
