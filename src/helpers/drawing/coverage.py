"""Figures of what plans quantify and what they do not."""

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing, draw_shares
from helpers.drawing.style import head
from helpers.telling import promises
from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, say, sector_name


def draw_coverage(
    targets: pd.DataFrame, covered: pd.DataFrame, shared: pd.DataFrame, language: str, *, ax: Axes | None = None
) -> Axes:
    """Which places quantify the same indicator, and with which figure.

    ``covered`` is what ``coverage`` gives for ``targets``; ``shared`` lists all its indicators with the number of
    places. Only indicators of two places or more are drawn: of the others there is nothing to compare.
    """
    names = promises.place_names(targets, language)
    codes = list(shared.loc[shared["places"] > 1, "indicator_code"])
    if not codes:
        return draw_nothing(say("nothing_to_draw", language), ax=ax)
    counts = covered.pivot_table(
        index="indicator_code", columns="place", values="targets", aggfunc="sum", observed=True
    )
    counts = counts.reindex(index=codes, columns=list(names)).fillna(0).astype(int)
    texts = pd.DataFrame(say("states_none", language), index=codes, columns=list(names))
    rows = targets.set_index("target_id")
    for pair in covered[covered["indicator_code"].isin(codes)].itertuples():
        leads = pair.lead_ids.split(";")
        text = "\n".join(say_target(rows.loc[lead], language) for lead in leads)
        more = pair.targets - len(leads)
        texts.at[pair.indicator_code, pair.place] = say("further", language, value=text, count=more) if more else text
    labels = [capital(indicator_name(code, language)) for code in codes]
    ax = draw_heat_table(counts, texts, labels, list(names.values()), ax=ax)
    title = promises.title_of_coverage(shared, len(names), language)
    head(ax, title, say("subtitle_coverage", language), promises.source_line(targets, language))
    return ax


def draw_sectors(targets: pd.DataFrame, counts: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """How many targets each place states in each sector; ``counts`` is what ``count_targets`` gives for ``sector``."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names = promises.place_names(targets, language)
    table = counts.reindex(columns=list(names)).fillna(0).astype(int)
    table[""] = table.sum(axis=1)
    labels = [capital(sector_name(code, language)) for code in table.index]
    shades = table.assign(**{"": 0})  # the sums are no cell of the comparison
    ax = draw_heat_table(shades, table.astype("str"), labels, [*names.values(), say("all_column", language)], ax=ax)
    title = promises.title_of_sectors(counts, language)
    head(ax, title, say("subtitle_sectors", language), promises.source_line(targets, language))
    return ax


def draw_measures(targets: pd.DataFrame, *, language: str, ax: Axes | None = None) -> Axes:
    """What each place's targets measure: levels, additions, shares and rates, growth."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names = promises.place_names(targets, language)
    counts = pd.crosstab(targets["place"].astype("str"), promises.group_measures(targets))
    counts = counts.reindex(index=list(names), columns=list(promises.GROUPS)).fillna(0).astype(int)
    ax = draw_shares(counts, list(names.values()), [say(group, language) for group in promises.GROUPS], ax=ax)
    title = promises.title_of_measures(counts, language)
    head(ax, title, say("subtitle_measures", language), promises.source_line(targets, language))
    return ax
