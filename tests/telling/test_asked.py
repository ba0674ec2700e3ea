"""What a page was asked for, in a reader's words."""

import papermill
import pytest

from helpers import paths, vocabulary
from helpers.telling.asked import say_parameters
from helpers.telling.phrases import LANGUAGES

#: The table's own places: no list has them.
PLACES = [("临溪市", "Linxi City", "999901", "某省")]

ASKED = [
    ({}, "the defaults", "默认"),
    ({"language": "zh"}, "the defaults", "默认"),
    ({"places": None, "years": None}, "the defaults", "默认"),
    ({"place": "临溪"}, "city = Linxi City", "城市＝临溪市"),
    ({"places": ["620100", "Linxi City"]}, "cities = Lanzhou, Linxi City", "城市＝兰州市、临溪市"),
    ({"years": [2025, 2027]}, "target years = 2025, 2027", "目标年份＝2025、2027"),
    ({"sectors": "finance"}, "sectors = finance", "行业＝金融"),
    ({"indicator": "retail_sales"}, "indicator = retail sales of consumer goods", "指标＝社会消费品零售总额"),
    ({"doubtful": False}, "figures that only doubtful copies support = no", "存疑来源的数字＝否"),
    ({"count": "aims"}, "counted = aims", "计数单位＝指标（里程碑只计一次）"),
    (
        {"as_of": "2026-06-30", "about": 0.5},
        "as of = 2026-06-30; width of an about = 0.5",
        "观察日＝2026-06-30；“左右”的宽度＝0.5",
    ),
]


@pytest.mark.parametrize(("parameters", "english", "chinese"), ASKED)
def test_parameters_are_said_in_words(parameters, english, chinese):
    assert [say_parameters(parameters, language, PLACES) for language in LANGUAGES] == [english, chinese]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"places": "无名市"}, "cities = 无名市"),
        ({"sectors": "nothing"}, "sectors = nothing"),
        ({"own": "nothing"}, "own = nothing"),
    ],
)
def test_what_nothing_knows_stays_as_it_was_typed(parameters, said):
    assert say_parameters(parameters, "en", PLACES) == said


def test_every_parameter_of_the_notebooks_has_its_words():
    notebooks = sorted((paths.root() / "notebooks").glob("*.ipynb"))
    names = {name for notebook in notebooks for name in papermill.inspect_notebook(str(notebook))} - {"language"}
    assert len(names) > 20
    assert {f"asked_{name}" for name in names} <= set(vocabulary.phrases())
