"""What Chinese city plans promise for their service industries: the names a notebook may use."""

from helpers.drawing.coverage import draw_coverage, draw_measures, draw_sectors
from helpers.drawing.show import show_figure
from helpers.drawing.style import use_style
from helpers.load import load_actuals, load_plans, load_targets, load_upper_targets
from helpers.measures.coverage import count_targets, coverage, shared_indicators, unmapped, unquantified
from helpers.names import UnknownNameError
from helpers.reviewing import ReviewError, open_review
from helpers.table.faults import TableError
from helpers.telling import promises
from helpers.telling.phrases import say
from helpers.telling.show import show_answer, show_page, show_table

__all__ = [
    "ReviewError",
    "TableError",
    "UnknownNameError",
    "count_targets",
    "coverage",
    "draw_coverage",
    "draw_measures",
    "draw_sectors",
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
    "unmapped",
    "unquantified",
    "use_style",
]
