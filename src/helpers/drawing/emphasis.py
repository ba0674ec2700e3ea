"""Figures of where plans put their emphasis."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_nothing, draw_shares
from helpers.drawing.grids import draw_grid, draw_intervals
from helpers.drawing.style import head
from helpers.table.groups import SERVES, serves_of
from helpers.telling import bodies, emphasis, emphasis_titles
from helpers.telling.phrases import capital, say, sector_name
from helpers.telling.promises import source_line

#: With more places than this, quotients stand in a grid of numbers and no longer beside their intervals.
MOST_PANELS = 6


def draw_sector_shares(
    targets: pd.DataFrame, shares: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """The share of each place's targets in each sector, and of all places together; ``shares`` from
    ``sector_shares``.
    """
    if shares.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    rows = _ordered(shares, names)
    pool = rows.drop_duplicates("sector").assign(place="", count=lambda one: one["of_sector"],
                                                 share=lambda one: one["pooled_share"])  # fmt: skip
    every = rows if rows["place"].nunique() == 1 else pd.concat([rows, pool])
    gap = "\n" if len(names) > MOST_PANELS else " "
    every = every.assign(text=[_share_cell(row, language, gap) for row in every.to_dict("records")])
    texts, values = (_grid(every, column, names, language) for column in ("text", "share"))
    ax = draw_grid(texts.fillna("0"), values.astype("float64").fillna(0) / values.max(axis=None), ax=ax)
    title = emphasis_titles.title_of_shares(shares, names, language, count)
    head(ax, title, emphasis_titles.subtitle_of_shares(shares, language, count), source_line(targets, language))
    return ax


def _share_cell(row: Mapping[str, object], language: str, gap: str) -> str:
    return f"{emphasis.say_share(row['share'], language)}{gap}({row['count']})" if row["count"] else "0"


def draw_quotients(
    targets: pd.DataFrame, quotients: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", minimum: int = 5, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Location quotients: beside their intervals for a few places, as a grid of numbers for many.

    ``quotients`` is what ``location_quotients`` gives. Sectors without any quotient are not drawn; the table has them.
    """
    told = {"things": emphasis.things(count, language), "minimum": minimum}
    given = quotients.groupby("sector")["quotient"].transform("count") > 0 if len(quotients) else []
    rows = _ordered(quotients[given], names) if len(quotients) else quotients
    if rows.empty:
        alone = len(quotients) > 0 and (quotients["verdict"] == "alone").all()
        return draw_nothing(
            say("emphasis_quotients_one" if alone else "emphasis_quotients_few", language, **told), ax=ax
        )
    draw = _draw_panels if len(names) <= MOST_PANELS else _draw_numbers
    ax = draw(rows, names, language, ax)
    key = "emphasis_subtitle_quotients" if draw is _draw_panels else "emphasis_subtitle_numbers"
    below = say(key, language, **told)
    head(ax, emphasis_titles.title_of_quotients(quotients, language), below, source_line(targets, language))
    return ax


def _draw_panels(rows: pd.DataFrame, names: Mapping[str, str], language: str, ax: Axes | None) -> Axes:
    cells = pd.DataFrame(
        {
            "row": [capital(sector_name(sector, language)) for sector in rows["sector"]],
            "panel": [names[place] for place in rows["place"]],
            "value": rows["quotient"],
            "low": rows["low"],
            "high": rows["high"],
            "verdict": rows["verdict"],
            "text": [_quotient_cell(row, language, " ") for row in rows.to_dict("records")],
        }
    )
    present = [name for place, name in names.items() if place in set(rows["place"])]
    return draw_intervals(cells, list(dict.fromkeys(cells["row"])), present, ax=ax)


def _draw_numbers(rows: pd.DataFrame, names: Mapping[str, str], language: str, ax: Axes | None) -> Axes:
    rows = rows.assign(
        text=[_quotient_cell(row, language, "\n") for row in rows.to_dict("records")],
        mark=rows["verdict"].isin(emphasis.STANDING_OUT),
        # a large quotient of one target must not look like a finding: only what stands out is shaded
        shade=rows["verdict"].isin(emphasis.STANDING_OUT).astype("float64"),
    )
    texts, shades, marks = (_grid(rows, column, names, language) for column in ("text", "shade", "mark"))
    return draw_grid(texts, shades, marks.astype(bool), ax=ax)


def _quotient_cell(row: Mapping[str, object], language: str, gap: str) -> str:
    if pd.isna(row["quotient"]):
        return f"–{gap}({row['count']})"
    return f"{emphasis.say_quotient(row['quotient'], language)}{gap}({row['count']})"


def draw_serves(
    targets: pd.DataFrame, counted: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """What part of each place's targets is in sectors for producers, for consumers, for both and for all."""
    if counted.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    counts = pd.crosstab(counted["place"].astype("str"), serves_of(counted["sector"]))
    present = [place for place in names if place in counts.index]
    counts = counts.reindex(index=present, columns=list(SERVES)).fillna(0).astype(int)
    shown = counts if counts["unmapped"].any() else counts.drop(columns="unmapped")
    keys = [say(f"emphasis_serves_{name}", language) for name in shown.columns]
    ax = draw_shares(shown, [names[place] for place in present], keys, ax=ax)
    told = {"things": emphasis.things(count, language), "both": emphasis_titles.serving_both(language)}
    below = say("emphasis_subtitle_serves" + ("" if len(present) > 1 else "_one"), language, **told)
    head(ax, emphasis_titles.title_of_serves(counts, language, count), below, source_line(targets, language))
    return ax


def draw_money(
    targets: pd.DataFrame, marked: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """How many of each sector's targets are amounts of money; ``marked`` has ``money``, from ``mark_money``."""
    if marked.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    keys = [marked["place"].astype("str").rename("place"), marked["sector"].astype("str").rename("sector")]
    cells = marked["money"].groupby(keys).agg(["sum", "size"]).reset_index()
    cells["of_sector"] = cells.groupby("sector")["size"].transform("sum")
    cells["text"] = [say("emphasis_money_cell", language, money=int(row["sum"]), count=int(row["size"]))
                     for row in cells.to_dict("records")]  # fmt: skip
    rows = _ordered(cells, names)
    texts, shades = (_grid(rows, column, names, language) for column in ("text", "sum"))
    shades = shades.astype("float64").fillna(0)
    ax = draw_grid(texts.fillna("0"), shades / max(shades.max(axis=None), 1), ax=ax)
    below = say("emphasis_subtitle_money", language, things=emphasis.things(count, language))
    head(ax, emphasis_titles.title_of_money(marked, language, count), below, source_line(targets, language))
    return ax


def draw_bodies(
    targets: pd.DataFrame, counted: pd.DataFrame, named: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """How many targets each kind of body is named for; ``named`` is what ``name_bodies`` gives for ``counted``."""
    if named.empty:
        return draw_nothing(bodies.title_of_bodies(counted, named, language, count), ax=ax)
    counts = bodies.count_bodies(counted, named).head(bodies.MOST_DRAWN)
    counts = counts[[place for place in names if place in counts.columns]]
    shades = counts / counts.max(axis=None)
    texts, labels = counts.astype("str"), [capital(bodies.body_name(body, language)) for body in counts.index]
    texts = texts.set_axis(labels).rename(columns=names)
    texts[say("all_column", language)] = counts.sum(axis=1).astype("str").to_numpy()
    shades = shades.set_axis(labels).rename(columns=names)
    shades[say("all_column", language)] = 0.0  # the sums are no cell of the comparison
    ax = draw_grid(texts, shades, ax=ax)
    below = bodies.subtitle_of_bodies(counted, named, names, language, count)
    head(ax, bodies.title_of_bodies(counted, named, language, count), below, source_line(targets, language))
    return ax


def draw_similarity(
    targets: pd.DataFrame, pairs: pd.DataFrame, names: Mapping[str, str], language: str,
    *, count: str = "targets", minimum: int = 5, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """How much the sector shares of each two places overlap; ``pairs`` is what ``similarities`` gives."""
    told = {"things": emphasis.things(count, language), "minimum": minimum}
    known = pairs[pairs["verdict"] != "too_few"]
    if known.empty:
        return draw_nothing(say("emphasis_similar_few", language, **told), ax=ax)
    few = len(names) <= MOST_PANELS
    both = pd.concat([known, known.rename(columns={"place": "other", "other": "place"})])
    both = both.assign(text=[_similar_cell(row, language, few=few) for row in both.to_dict("records")])
    present = [place for place in names if place in set(both["place"])]
    tables = [both.pivot_table(index="place", columns="other", values=name, aggfunc="first", observed=True)
              .reindex(index=present, columns=present) for name in ("text", "overlap", "verdict")]  # fmt: skip
    texts, shades, verdicts = (table.rename(index=names, columns=names) for table in tables)
    ax = draw_grid(texts.fillna("–"), shades.astype("float64").fillna(0), verdicts == "apart", turn=False, ax=ax)
    expected = say(f"emphasis_subtitle_similar_{'expected' if few else 'percent'}", language)
    chance = f"{len(known) / 20:.2g}"
    below = say("emphasis_subtitle_similar", language, expected=expected, pairs=len(known), chance=chance, **told)
    head(ax, emphasis_titles.title_of_similarity(pairs, names, language, count), below, source_line(targets, language))
    return ax


def _similar_cell(row: Mapping[str, object], language: str, *, few: bool) -> str:
    share = emphasis.say_share(row["overlap"], language)
    if few:
        expected = emphasis.say_share(row["expected"], language)
        return say("emphasis_similar_cell", language, overlap=share, expected=expected)
    return share.removesuffix("%")


def _ordered(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Sectors with most targets first, places in the order of ``names``."""
    order = {place: rank for rank, place in enumerate(names)}
    keyed = rows.assign(_most=-rows["of_sector"], _place=rows["place"].map(order))
    return keyed.sort_values(["_most", "sector", "_place"], kind="stable").drop(columns=["_most", "_place"])


def _grid(rows: pd.DataFrame, column: str, names: Mapping[str, str], language: str) -> pd.DataFrame:
    """Sectors down and places across, labelled for readers; the place without a name is all places together."""
    places = [place for place in (*names, "") if place in set(rows["place"])]
    grid = rows.pivot_table(index="sector", columns="place", values=column, aggfunc="first", sort=False)
    grid = grid.reindex(index=list(dict.fromkeys(rows["sector"])), columns=places)
    labels = [capital(sector_name(sector, language)) for sector in grid.index]
    return grid.set_axis(labels).rename(columns={**names, "": say("all_column", language)})
