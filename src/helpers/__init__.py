"""What Chinese city plans promise for their service industries: the names a notebook may use."""

from helpers.drawing.coverage import draw_coverage, draw_measures, draw_sectors
from helpers.drawing.growth import draw_growth, draw_steps
from helpers.drawing.show import show_figure
from helpers.drawing.style import use_style
from helpers.load import load_actuals, load_plans, load_targets, load_upper_targets
from helpers.measures.coverage import count_targets, coverage, shared_indicators, unmapped, unquantified
from helpers.measures.growth import growth_table, implied_bases, incomparable, sudden_steps
from helpers.names import UnknownNameError
from helpers.reviewing import ReviewError, open_review
from helpers.table.faults import TableError
from helpers.telling import growth, promises
from helpers.telling.phrases import say
from helpers.telling.show import show_answer, show_page, show_table

__all__ = [
    "ReviewError",
    "TableError",
    "UnknownNameError",
    "count_targets",
    "coverage",
    "draw_coverage",
    "draw_growth",
    "draw_measures",
    "draw_sectors",
    "draw_steps",
    "growth",
    "growth_table",
    "implied_bases",
    "incomparable",
    "load_actuals",
    "load_plans",
    "load_targets",
    "load_upper_targets",
    "open_review",
    "promises",
    "say",
    "shared_indicators",
    "show_answer",
    "show_figure",
    "show_page",
    "show_table",
    "sudden_steps",
    "unmapped",
    "unquantified",
    "use_style",
]
