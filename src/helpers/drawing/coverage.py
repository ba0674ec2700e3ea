"""Figures of what plans quantify and what they do not."""

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing, draw_shares
from helpers.drawing.grids import draw_grid
from helpers.drawing.style import head
from helpers.telling import promise_tables, promises
from helpers.telling.numbers import say_target
from helpers.telling.phrases import capital, indicator_name, say, sector_name

#: With more places than this a cell holds a number only, and the figures stand in the table.
MOST_WORDY = 8
#: So many indicators are drawn for many places, the most widespread ones.
MOST_INDICATORS = 45
MODALITIES = ("binding", "plain", "aspirational")


def draw_coverage(
    targets: pd.DataFrame, covered: pd.DataFrame, shared: pd.DataFrame, language: str, *, ax: Axes | None = None
) -> Axes:
    """Which places quantify the same indicator, and with which figure; for many places, with how many targets.

    ``covered`` is what ``coverage`` gives for ``targets``; ``shared`` lists all its indicators with the number of
    places. Only indicators of two places or more are drawn: of the others there is nothing to compare.
    """
    names = promises.place_names(targets, language)
    codes = list(shared.loc[shared["places"] > 1, "indicator_code"])
    if not codes:
        return draw_nothing(say("nothing_to_draw" if len(names) != 1 else "nothing_to_draw_one", language), ax=ax)
    counts = covered.pivot_table(
        index="indicator_code", columns="place", values="targets", aggfunc="sum", observed=True
    )
    counts = counts.reindex(index=codes, columns=list(names)).fillna(0).astype(int)
    title, source = promises.title_of_coverage(shared, len(names), language), promises.source_line(targets, language)
    if len(names) > MOST_WORDY:
        ax = _draw_counts(counts.head(MOST_INDICATORS), names, language, ax)
        drawn = {"drawn": min(len(codes), MOST_INDICATORS), "shared": len(codes)}
        head(ax, title, say("promises_subtitle_coverage_counts", language, **drawn), source)
        return ax
    texts = pd.DataFrame(say("states_none", language), index=codes, columns=list(names))
    rows = targets.set_index("target_id")
    for pair in covered[covered["indicator_code"].isin(codes)].itertuples():
        leads = pair.lead_ids.split(";")
        text = "\n".join(say_target(rows.loc[lead], language) for lead in leads)
        more = pair.targets - len(leads)
        texts.at[pair.indicator_code, pair.place] = say("further", language, value=text, count=more) if more else text
    labels = [capital(indicator_name(code, language)) for code in codes]
    ax = draw_heat_table(counts, texts, labels, list(names.values()), ax=ax)
    head(ax, title, say("subtitle_coverage", language), source)
    return ax


def _draw_counts(counts: pd.DataFrame, names: dict[str, str], language: str, ax: Axes | None) -> Axes:
    """A number in each cell: the targets that a place states for an indicator."""
    labels = [capital(indicator_name(code, language)) for code in counts.index]
    shown = counts.set_axis(labels).rename(columns=names)
    return draw_grid(shown.astype("str"), shown / shown.max(axis=None), ax=ax)


def draw_sectors(targets: pd.DataFrame, counts: pd.DataFrame, language: str, *, ax: Axes | None = None) -> Axes:
    """How many targets each place states in each sector; ``counts`` is what ``count_targets`` gives for ``sector``."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names = promises.place_names(targets, language)
    table = counts.reindex(columns=list(names)).fillna(0).astype(int)
    if len(names) == 1:
        return _draw_sectors_of_one(targets, table, names, language, ax)
    table[""] = table.sum(axis=1)
    labels = [capital(sector_name(code, language)) for code in table.index]
    title, source = promises.title_of_sectors(counts, language), promises.source_line(targets, language)
    if len(names) > MOST_WORDY:
        shown = table.set_axis(labels).rename(columns={**names, "": say("all_column", language)})
        shades = shown / table[list(names)].max(axis=None)
        ax = draw_grid(shown.astype("str"), shades.assign(**{say("all_column", language): 0.0}), ax=ax)
        head(ax, title, say("subtitle_sectors", language), source)
        return ax
    shades = table.assign(**{"": 0})  # the sums are no cell of the comparison
    ax = draw_heat_table(shades, table.astype("str"), labels, [*names.values(), say("all_column", language)], ax=ax)
    head(ax, title, say("subtitle_sectors", language), source)
    return ax


def _draw_sectors_of_one(
    targets: pd.DataFrame, counts: pd.DataFrame, names: dict[str, str], language: str, ax: Axes | None
) -> Axes:
    """The same for one place, whose counts are the sums."""
    labels = [capital(sector_name(code, language)) for code in counts.index]
    shown = counts.set_axis(labels).rename(columns=names)
    ax = draw_grid(shown.astype("str"), shown / shown.max(axis=None), turn=False, ax=ax)
    title, source = promises.title_of_sectors(counts, language), promises.source_line(targets, language)
    head(ax, title, say("subtitle_sectors_one", language), source)
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
    one = "" if len(names) > 1 else "_one"
    head(ax, title, say(f"subtitle_measures{one}", language), promises.source_line(targets, language))
    return ax


def draw_commitment(targets: pd.DataFrame, *, language: str, ax: Axes | None = None) -> Axes:
    """How firmly each place's targets are worded: guaranteed, stated, striven for."""
    if targets.empty:
        return draw_nothing(say("nothing_stated", language), ax=ax)
    names = promises.place_names(targets, language)
    counts = pd.crosstab(targets["place"].astype("str"), targets["modality"].astype("str"))
    counts = counts.reindex(index=list(names), columns=list(MODALITIES)).fillna(0).astype(int)
    ax = draw_shares(counts, list(names.values()), [say(name, language) for name in MODALITIES], ax=ax)
    title = promise_tables.title_of_commitment(targets, language)
    one = "" if len(names) > 1 else "_one"
    head(ax, title, say(f"promises_subtitle_commitment{one}", language), promises.source_line(targets, language))
    return ax
