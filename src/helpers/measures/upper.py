"""How far do targets lie from those of province and nation? Differences between the layers of government."""

from collections.abc import Mapping

import pandas as pd

from helpers.measures.growth import stated_growth

Row = Mapping[str, object]
#: Measures that do not depend on a place's size, so that a city's and a province's can be set side by side.
COMPARABLE = ("growth_rate", "cagr", "share", "rate")
LAYERS = ("province", "nation")
#: The better source first; of several documents of one issuer the best source speaks.
GRADES = ("official", "mirror", "press", "compilation", "repost", "none")
GAPS = (
    "place", "indicator_code", "measure", "price_basis", "unit", "target_year", "layer", "lower", "value", "operator",
    "start_year", "issuer", "upper_value", "upper_operator", "upper_start_year", "gap", "document_title",
    "source_grade", "target_ids", "upper_ids",
)  # fmt: skip


def upper_gaps(targets: pd.DataFrame, upper: pd.DataFrame) -> pd.DataFrame:
    """Each target less the target of its province and of the nation, and the province's less the nation's.

    The steps are those of top-down amplification (Li, Liu, Weng and Zhou, "Target Setting in Tournaments", Economic
    Journal 129(623), 2019): the difference in ``gap``, in ``unit``, where per cent give percentage points. Compared
    are targets of the same indicator, measure, unit, price basis and target year; averages may begin in different
    years, which ``start_year`` and ``upper_start_year`` show. Of a range the lower end is taken. ``layer`` is
    ``province`` or ``nation`` for the place's own target, whose issuer is ``lower``, and ``province_nation`` for the
    step between the two above it. ``target_ids`` and ``upper_ids`` name all rows that a difference came from.
    """
    found, documents = [], _by_indicator(upper)
    for row in _comparable(targets).to_dict("records"):
        near = _same(_above(documents, row), row)
        above = {layer: _best([one for one in near if one["level"] == layer]) for layer in LAYERS}
        for layer, one in above.items():
            if one is not None:
                found.append(_gap(row, row, one, layer, row["place"]))
        if all(one is not None for one in above.values()):
            found.append(_gap(row, above["province"], above["nation"], "province_nation", above["province"]["issuer"]))
    return pd.DataFrame(found, columns=list(GAPS)).astype({"gap": "float64", "value": "float64"})


def without_upper(targets: pd.DataFrame, upper: pd.DataFrame) -> pd.DataFrame:
    """Targets that are compared with no target of province or nation: ``target_id``, ``reason``, ``upper_ids``.

    The reason is ``no_indicator`` (no canonical indicator), ``stated_gap`` (the target is itself a distance),
    ``depends_on_size`` (a level or a number), ``no_year``, ``no_upper`` (neither sets this indicator), or, where one
    does, ``other_measure``, ``other_basis`` (of prices or unit) or ``other_year``; ``upper_ids`` has its rows then.
    """
    documents = _by_indicator(upper)
    asked = ["target_id", "indicator_code", "measure", "target_year", "adcode", "unit", "price_basis"]
    found = [
        (row["target_id"], reason, ids)
        for row in targets[asked].to_dict("records")
        for reason, ids in [_why_not(row, documents)]
        if reason
    ]
    return pd.DataFrame(found, columns=["target_id", "reason", "upper_ids"], dtype="str")


def growth_beside(targets: pd.DataFrame, upper: pd.DataFrame) -> pd.DataFrame:
    """Growth that places state, and growth that their provinces and the nation state for the same indicators.

    One row a rate, in the columns of ``stated_growth`` with ``layer`` (``place``, ``province``, ``nation``) and
    ``upper_ids``. Only indicators and price bases of which both a place and a layer above it state growth, in whatever
    year; ``place`` of an upper rate is its issuer.
    """
    own = stated_growth(targets).assign(layer="place", upper_ids="")
    key = ["indicator_code", "price_basis"]
    near = _near(own, targets)
    named = upper.rename(columns={"issuer": "place", "upper_id": "target_id"}).assign(plan_id="")
    above = stated_growth(named[named["level"].isin(LAYERS)])
    issuers = upper.set_index("upper_id")
    above = above.assign(upper_ids=above["target_ids"], target_ids="")
    above["layer"] = [issuers.at[one, "level"] for one in above["upper_ids"]]
    asked = [
        (row.indicator_code, row.price_basis, issuers.at[row.upper_ids, "adcode"]) in near for row in above.itertuples()
    ]
    above = above[pd.Series(asked, index=above.index, dtype=bool)]
    spoken = set(above[key].itertuples(index=False, name=None))
    echoed = [pair in spoken for pair in own[key].itertuples(index=False, name=None)]
    own = own[pd.Series(echoed, index=own.index, dtype=bool)]
    both = pd.concat([part for part in (own, above) if len(part)] or [own], ignore_index=True)
    order = both["layer"].map({layer: rank for rank, layer in enumerate(("place", *LAYERS))})
    both = both.assign(_order=order).sort_values([*key, "_order", "end_year", "place"], kind="stable")
    return both.drop(columns="_order").reset_index(drop=True)


def _near(own: pd.DataFrame, targets: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Indicator, price basis and code of the layers above the places that state growth."""
    codes = dict(zip(targets["target_id"], targets["adcode"].astype("str"), strict=True))
    return {
        (row.indicator_code, row.price_basis, _layer_code(codes[row.target_ids], layer))
        for row in own.itertuples()
        for layer in LAYERS
    }


def _comparable(targets: pd.DataFrame) -> pd.DataFrame:
    rows = targets[targets["measure"].astype("str").isin(COMPARABLE) & (targets["indicator_code"] != "")]
    return rows[rows["target_year"].notna()]


def _layer_code(adcode: str, layer: str) -> str:
    """The code of GB/T 2260 of the province that a place lies in, or of the nation."""
    return "000000" if layer == "nation" else f"{adcode[:2]}0000"


def _by_indicator(upper: pd.DataFrame) -> dict[str, list[Row]]:
    """The targets of provinces and nation as plain rows: a frame is slow where it is asked once for each target."""
    found: dict[str, list[Row]] = {}
    for row in upper[upper["level"].isin(LAYERS)].to_dict("records"):
        found.setdefault(row["indicator_code"], []).append(row)
    return found


def _above(documents: Mapping[str, list[Row]], row: Row) -> list[Row]:
    """What the place's province and the nation set for the row's indicator."""
    own = str(row["adcode"])
    return [
        one
        for one in documents.get(str(row["indicator_code"]), [])
        if one["adcode"] == _layer_code(own, one["level"]) and one["adcode"] != own
    ]


def _same(above: list[Row], row: Row) -> list[Row]:
    names = ("measure", "unit", "price_basis", "target_year")
    return [one for one in above if all(one[name] == row[name] for name in names)]


def _best(above: list[Row]) -> Row | None:
    return min(above, key=lambda one: GRADES.index(one["source_grade"]), default=None)


def _gap(row: Row, lower: Row, upper: Row, layer: str, name: str) -> dict[str, object]:
    entry = {key: row[key] for key in ("place", "indicator_code", "measure", "price_basis", "unit", "target_year")}
    entry |= {key: lower[key] for key in ("value", "operator", "start_year")}
    entry |= {f"upper_{key}": upper[key] for key in ("value", "operator", "start_year")}
    entry |= {key: upper[key] for key in ("issuer", "document_title", "source_grade")}
    ids = [one["upper_id"] for one in (lower, upper) if "upper_id" in one]
    entry |= {"layer": layer, "lower": name, "gap": float(lower["value"]) - float(upper["value"])}
    return entry | {"target_ids": row["target_id"], "upper_ids": ";".join(ids)}


def _why_not(row: Row, documents: Mapping[str, list[Row]]) -> tuple[str, str]:
    plain = (
        (row["indicator_code"] == "", "no_indicator"),
        (row["measure"] == "gap", "stated_gap"),
        (row["measure"] not in COMPARABLE, "depends_on_size"),
        (pd.isna(row["target_year"]), "no_year"),
    )
    for holds, reason in plain:
        if holds:
            return reason, ""
    above = _above(documents, row)
    if not above:
        return "no_upper", ""
    if _same(above, row):
        return "", ""
    measured = [one for one in above if one["measure"] == row["measure"]]
    priced = [one for one in measured if one["price_basis"] == row["price_basis"] and one["unit"] == row["unit"]]
    for rows, reason in ((measured, "other_measure"), (priced, "other_basis")):
        if not rows:
            return reason, _ids(above)
    return "other_year", _ids(priced)


def _ids(rows: list[Row]) -> str:
    return ";".join(row["upper_id"] for row in rows)
