"""A page that looks from today is made anew each day, and a day is checked before anything runs."""

import pytest

from helpers import paths
from helpers.names import UnknownNameError
from helpers.reporting import inputs
from helpers.reporting.parameters import check_parameters
from helpers.reporting.reports import Report

NOTEBOOK = paths.notebooks() / "6-are-the-targets-being-met.ipynb"
OTHER = paths.notebooks() / "1-what-is-promised.ipynb"


def day_of(notebook, **parameters):
    return inputs._day(Report("some", notebook, "Some", parameters))


def test_a_page_of_today_depends_on_the_day_and_no_other_does():
    assert len(day_of(NOTEBOOK)) == len("2026-11-25")
    assert day_of(NOTEBOOK, as_of="2026-06-30") == ""
    assert day_of(OTHER) == ""
    assert day_of(paths.notebooks() / "none.ipynb") == ""


def test_a_day_that_is_none_is_refused_before_a_kernel_starts():
    check_parameters(NOTEBOOK, {"as_of": "2026-06-30"})
    with pytest.raises(UnknownNameError, match="write it as 2026-06-30"):
        check_parameters(NOTEBOOK, {"as_of": "summer"})
