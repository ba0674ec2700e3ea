"""For all tests of figures: the project's style, and nothing left open."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest

from helpers import use_style

mpl.use("Agg")


@pytest.fixture(autouse=True)
def styled():
    use_style()
    yield
    plt.close("all")
