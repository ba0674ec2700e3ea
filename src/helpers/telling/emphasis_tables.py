"""Where is the emphasis? The tables behind the answer."""

from collections.abc import Mapping

import pandas as pd

from helpers.telling.emphasis import say_limit, say_quotient, say_share, say_share_of
from helpers.telling.numbers import say_target, say_value
from helpers.telling.phrases import capital, indicator_name, say, say_list, sector_name


def _head(language: str, *keys: str) -> list[str]:
    return [say(f"{key}_column", language) for key in keys]


def _ids(ids: str) -> str:
    return ids.replace(";", ", ")


def table_of_quotients(quotients: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Every share and location quotient with its counts, its interval, what it says, and the ids of its targets."""
    rows = [
        (
            names[row["place"]],
            capital(sector_name(row["sector"], language)),
            say_share_of(row["count"], row["of_place"], row["share"], language),
            say_share_of(row["of_sector"], row["of_all"], row["pooled_share"], language),
            "" if pd.isna(row["quotient"]) else say_quotient(row["quotient"], language),
            "" if pd.isna(row["quotient"]) else say("emphasis_range_of", language,
                                                    low=say_limit(row["low"], language),
                                                    high=say_limit(row["high"], language)),
            say(f"emphasis_verdict_{row['verdict']}", language),
            _ids(row["target_ids"]),
        )
        for row in quotients.to_dict("records")
    ]  # fmt: skip
    keys = ("emphasis_share", "emphasis_pooled", "emphasis_quotient", "emphasis_interval", "emphasis_verdict", "id")
    return pd.DataFrame(rows, columns=_head(language, "place", "sector", *keys))


def table_of_changed(changed: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Quotients that stand out by one way of counting, and what the other says."""
    rows = [
        (
            names[row["place"]],
            capital(sector_name(row["sector"], language)),
            *(_say_cell(row, count, language) for count in ("targets", "aims")),
            _ids(row["target_ids_targets"]),
        )
        for row in changed.to_dict("records")
    ]
    keys = ("place", "sector", "emphasis_by_targets", "emphasis_by_aims", "id")
    return pd.DataFrame(rows, columns=_head(language, *keys))


def _say_cell(row: Mapping[str, object], count: str, language: str) -> str:
    told = {
        "count": row[f"count_{count}"],
        "total": row[f"of_place_{count}"],
        "verdict": say(f"emphasis_verdict_{row[f'verdict_{count}']}", language),
    }
    if pd.isna(row[f"quotient_{count}"]):
        return say("emphasis_changed_cell_none", language, **told)
    numbers = {name: say_limit(row[f"{name}_{count}"], language) for name in ("quotient", "low", "high")}
    return say("emphasis_changed_cell", language, **told, **numbers)


def table_of_sums(sums: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Levels of money that may be added up, with the places and the sum."""
    rows = [
        (
            capital(indicator_name(row["indicator_code"], language)),
            int(row["target_year"]),
            say_list([names[place] for place in row["places"].split(";")], language),
            say_value(row["total"], row["unit"], language),
            _ids(row["target_ids"]),
        )
        for row in sums.to_dict("records")
    ]
    keys = ("indicator", "emphasis_year", "emphasis_places", "emphasis_sum", "id")
    return pd.DataFrame(rows, columns=_head(language, *keys))


def table_of_money(marked: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Each amount of money by itself, the largest first; none is added to another."""
    money = marked[marked["money"]].sort_values(["sector", "value"], ascending=[True, False], kind="stable")
    rows = [
        (
            names[row["place"]],
            capital(sector_name(row["sector"], language)),
            capital(indicator_name(row["indicator_code"], language)) if row["indicator_code"] else row["indicator"],
            say_target(row, language),
            _ids(row["target_ids"]),
        )
        for _, row in money.iterrows()
    ]
    return pd.DataFrame(rows, columns=_head(language, "place", "sector", "indicator", "target", "id"))


def table_of_similarity(pairs: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Each pair of places with its overlap, Krugman's index, and what chance would give."""
    rows = [
        (
            say_list([names[row["place"]], names[row["other"]]], language),
            say_share(row["overlap"], language),
            say_quotient(row["krugman"], language),
            say_share(row["expected"], language),
            say_share(row["low"], language),
            say(f"emphasis_verdict_{row['verdict']}", language),
        )
        for row in pairs.sort_values("overlap", ascending=False, kind="stable").to_dict("records")
    ]
    keys = ("pair", "overlap", "krugman", "expected", "low", "verdict")
    return pd.DataFrame(rows, columns=_head(language, *(f"emphasis_{key}" for key in keys)))


def table_of_no_industry(targets: pd.DataFrame, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Targets whose sector has no section of GB/T 4754-2017: those of services as a whole, and those that fit none."""
    rows = [
        (
            names[row["place"]],
            capital(sector_name(row["sector"], language)),
            capital(indicator_name(row["indicator_code"], language)) if row["indicator_code"] else row["indicator"],
            say_target(row, language),
            row["target_id"],
        )
        for _, row in targets[targets["industry_code"] == ""].iterrows()
    ]
    return pd.DataFrame(rows, columns=_head(language, "place", "sector", "indicator", "target", "id"))
