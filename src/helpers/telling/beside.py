"""Growth that places state beside that of province and nation: heading, labels and table."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.ambition_words import place_name
from helpers.telling.growth import say_percent, say_rate
from helpers.telling.phrases import capital, indicator_name, say
from helpers.telling.promises import place_names


def say_beside_label(row: Mapping[str, object], names: Mapping[str, str], language: str) -> str:
    return place_name(str(row["place"]), language, names)


def title_of_beside(rates: pd.DataFrame, language: str) -> str:
    """What places and what the layers above them state for the first indicator."""
    key = ["indicator_code", "price_basis"]
    group = rates[(rates[key] == rates[key].iloc[0]).all(axis=1)]
    own = group["layer"] == "place"
    said = {side: _span(group.loc[rows, "rate"], language) for side, rows in (("own", own), ("upper", ~own))}
    first = group.iloc[0]
    indicator = capital(indicator_name(first["indicator_code"], language))
    basis = say(f"basis_{first['price_basis'] or 'none'}", language)
    return say("ambition_beside_title", language, indicator=indicator, basis=basis, **said)


def table_of_beside(targets: pd.DataFrame, rates: pd.DataFrame, upper: pd.DataFrame, language: str) -> pd.DataFrame:
    """Every rate with its layer, document and the grade of its source."""
    names, documents = place_names(targets, language), upper.set_index("upper_id")
    rows = []
    for row in rates.to_dict("records"):
        one = row["upper_ids"]
        rows.append(
            (
                say_beside_label(row, names, language),
                say(f"ambition_layer_{row['layer']}", language),
                capital(indicator_name(row["indicator_code"], language)),
                say_rate(row, language),
                say(f"basis_{row['price_basis'] or 'none'}", language),
                documents.at[one, "document_title"] if one else "",
                say(f"ambition_grade_{documents.at[one, 'source_grade']}", language) if one else "",
                row["target_ids"] or one,
            )
        )
    keys = ("place", "ambition_layer", "indicator", "growth", "basis", "ambition_document", "ambition_grade", "id")
    return pd.DataFrame(rows, columns=[say(f"{key}_column", language) for key in keys])


def _span(rates: pd.Series, language: str) -> str:
    ends = dict.fromkeys(say_percent(rate, language) for rate in (rates.min(), rates.max()))
    return say("ambition_to", language).join(ends)
