"""What Chinese city plans promise for their service industries: the names a notebook may use."""

from helpers.load import load_actuals, load_plans, load_targets, load_upper_targets
from helpers.names import UnknownNameError
from helpers.table.faults import TableError

__all__ = [
    "TableError",
    "UnknownNameError",
    "load_actuals",
    "load_plans",
    "load_targets",
    "load_upper_targets",
]
