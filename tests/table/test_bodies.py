"""Printed names of responsible bodies lead to bodies that can be compared."""

import pandas as pd
import pytest
from invented import DOCUMENTS, expected_rows

from helpers import declarations, load_targets, vocabulary
from helpers.measures.emphasis import count_once
from helpers.table.bodies import UNKNOWN, find_bodies, name_bodies
from helpers.table.groups import SERVES, mark_money, serves_of


@pytest.mark.parametrize(
    ("printed", "bodies"),
    [
        ("市商务局", ("commerce",)),
        ("临溪市商务局", ("commerce",)),
        ("商务委员会", ("commerce",)),
        ("市商務局", ("commerce",)),
        ("市发改委", ("development_reform",)),
        ("市发展和改革委员会", ("development_reform",)),
        ("县文化体育和旅游局", ("culture_tourism", "sports")),
        ("市文化和旅游局", ("culture_tourism",)),
        ("市委金融办", ("financial_affairs",)),
        ("人民银行临溪市分行", ("central_bank",)),
        ("市行政审批服务管理局", ("approval",)),
        ("市市场监管局", ("market_regulation",)),
        ("市政府", ("city_government",)),
        ("东山区政府", ("local_governments",)),
        ("各县区人民政府", ("local_governments",)),
        ("各县（市、区）", ("local_governments",)),
        ("临溪经济技术开发区管委会", ("development_zones",)),
        ("市文化和旅游局（市文物局）", ("culture_tourism",)),
        ("市竹编协会", (UNKNOWN,)),
        ("", (UNKNOWN,)),
    ],
)
def test_a_printed_name_leads_to_its_body(printed, bodies):
    assert find_bodies(printed) == bodies


def test_names_lead_to_bodies_that_exist_and_each_body_has_a_name():
    named = {body for row in declarations.body_names() for body in row["bodies"].split(";")}
    assert named == set(declarations.bodies())
    assert {row["place"] for row in declarations.body_names()} <= {"whole", "end", "within"}


def test_every_body_of_the_shipped_table_and_of_the_invented_documents_is_known():
    printed = {name for names in load_targets()["departments"] for name in names.split(";") if name}
    printed |= {name for document in DOCUMENTS for row in expected_rows(document)
                for name in row["departments"].split(";") if name}  # fmt: skip
    assert len(printed) > 60
    assert [name for name in sorted(printed) if find_bodies(name) == (UNKNOWN,)] == []


def table(*departments):
    rows = [(f"t{n}", "A", "a-1", "trade", names) for n, names in enumerate(departments)]
    frame = pd.DataFrame(rows, columns=["target_id", "place", "plan_id", "sector", "departments"])
    return frame.assign(target_ids=frame["target_id"])


def test_a_target_with_several_bodies_stands_once_for_each():
    named = name_bodies(table("市商务局;市科技局", "", "市教体局", "市商务局;市商务委"))
    assert named[["target_id", "body"]].to_numpy().tolist() == [
        ["t0", "commerce"],
        ["t0", "science"],
        ["t2", "education"],
        ["t2", "sports"],
        ["t3", "commerce"],
    ]


def test_names_that_are_not_known_stay_visible_each_by_itself():
    named = name_bodies(table("市竹编协会;市茶艺馆"))
    assert named["printed"].tolist() == ["市竹编协会", "市茶艺馆"]
    assert set(named["body"]) == {UNKNOWN}


def test_no_target_that_names_a_body_is_lost():
    counted = count_once(load_targets())
    named = name_bodies(counted)
    assert set(named["target_id"]) == set(counted.loc[counted["departments"] != "", "target_id"])
    assert name_bodies(counted.head(0)).empty


def test_every_sector_serves_somebody_or_is_said_to_be_unmapped():
    sectors = pd.Series(list(vocabulary.sectors()))
    assert set(serves_of(sectors)) == set(SERVES)
    assert serves_of(pd.Series(["overall", "other", "trade"])).tolist() == ["all", "unmapped", "both"]


def test_money_is_an_amount_and_nothing_per_head():
    units = pd.DataFrame({"unit": ["元", "元/人", "%", "家", "美元"]})
    assert mark_money(units)["money"].tolist() == [True, False, False, False, True]
