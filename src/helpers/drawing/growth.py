"""Figures of how fast something is to grow."""

import pandas as pd
from matplotlib.axes import Axes

from helpers.drawing.forms import draw_heat_table, draw_nothing, draw_points
from helpers.drawing.style import head
from helpers.telling import growth as telling
from helpers.telling.phrases import join_sentences, say, say_span

#: One colour for what a plan states, one for what follows from its levels.
STATED, COMPUTED = 0, 1
MOST_ROWS = 70
#: So many series of yearly levels can be read in one figure.
MOST_SERIES = 40


def draw_growth(
    targets: pd.DataFrame, growth: pd.DataFrame, language: str, *, minimum: int = 2, ax: Axes | None = None
) -> Axes:
    """Growth of the indicators that at least ``minimum`` places speak of (all of them, where there are fewer), real and
    nominal growth apart.

    ``growth`` is what ``growth_table`` gives. Of several milestones of a plan only the growth required for the last
    one is drawn, and its steps are left to their own figure.
    """
    names = telling.names_of(targets, language)
    every = telling.compared(growth, min(minimum, max(len(names), 1)))
    if every.empty:
        return draw_nothing(say("growth_nothing" if len(names) > 1 else "growth_nothing_one", language), ax=ax)
    shown = _first_groups(every)
    points = pd.DataFrame(
        {
            "group": [telling.say_group(row, language) for row in shown.to_dict("records")],
            "label": [names[row["place"]] for row in shown.to_dict("records")],
            "value": shown["rate"],
            "text": [telling.say_rate(row, language) for row in shown.to_dict("records")],
            "colour": [STATED if kind.startswith("stated") else COMPUTED for kind in shown["kind"]],
        }
    )
    ax = draw_points(points, (say("growth_key_stated", language), say("growth_key_computed", language)), ax=ax)
    title = telling.title_of_growth(shown, names, language)
    more = [say("growth_more", language, count=len(every) - len(shown))] if len(shown) < len(every) else []
    below = join_sentences([say("subtitle_growth", language), *more], language)
    head(ax, title, below, telling.source(targets, language))
    return ax


def _first_groups(rates: pd.DataFrame) -> pd.DataFrame:
    """The first groups with no more rows than a page can hold, and at least one."""
    group = rates.groupby(["indicator_code", "price_basis"], observed=True, sort=False)
    last = group["rate"].transform("size").groupby(group.ngroup()).first().cumsum()
    fitting = set(last[last <= MOST_ROWS].index) | {0}
    return rates[group.ngroup().isin(fitting)]


def draw_steps(
    targets: pd.DataFrame,
    growth: pd.DataFrame,
    sudden: pd.DataFrame,
    language: str,
    *,
    points: float = 10,
    ax: Axes | None = None,
) -> Axes:
    """Yearly growth between the milestones of each plan that states two steps or more; ``sudden`` are those that differ
    from the step before by ``points`` or more.
    """
    steps = telling.steps_of(growth)
    if steps.empty:
        return draw_nothing(say("growth_no_steps", language), ax=ax)
    names = telling.names_of(targets, language)
    shown = telling.most_changing(steps, MOST_SERIES)
    order = shown["place"].map({place: rank for rank, place in enumerate(names)})
    rates = _step_grid(shown.loc[order.sort_values(kind="stable").index], names, language)
    texts = rates.map(lambda rate: telling.say_percent(rate, language), na_action="ignore")
    texts = texts.astype("object").fillna(say("states_none", language))
    shades = rates.fillna(0).clip(lower=0)
    ax = draw_heat_table(shades, texts, list(rates.index), list(rates.columns), ax=ax)
    title = telling.title_of_steps(growth, sudden, language, points)
    left = len(steps[telling.SERIES].drop_duplicates()) - len(rates)
    more = [say("growth_more_steps", language, drawn=len(rates), count=left)] if left else []
    below = join_sentences([say("subtitle_steps", language), *more], language)
    head(ax, title, below, telling.source(targets, language))
    return ax


def _step_grid(steps: pd.DataFrame, names: dict[str, str], language: str) -> pd.DataFrame:
    """Rates with a row for each series, in the order of ``steps``, and a column for each span of years."""
    several = steps["place"].nunique() > 1
    rows = steps.to_dict("records")
    labels = [telling.say_step_row(row, names, language, several=several) for row in rows]
    spans = [say_span(row["start_year"], row["end_year"], language) for row in rows]
    grid = steps.assign(label=labels, span=spans)
    return grid.pivot_table(index="label", columns="span", values="rate", sort=False).sort_index(axis=1)
