"""The loader: names as people type them, types, and what happens to a table that was touched."""

import shutil

import pandas as pd
import pytest
from samples import copy_raw

from helpers import TableError, UnknownNameError, load_actuals, load_plans, load_targets, load_upper_targets, paths


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of its own, with copies of the tables to touch."""
    shutil.copytree(paths.processed(), tmp_path / "data" / "processed")
    copy_raw(tmp_path / "data" / "raw")
    monkeypatch.setenv("CITY_TARGETS_ROOT", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("spelling", ["兰州市", "兰州", "Lanzhou", "lanzhou", " LANZHOU ", "620100", 620100])
def test_a_place_is_found_by_each_of_its_spellings(spelling):
    assert set(load_targets(places=spelling)["place"]) == {"兰州市"}


@pytest.mark.parametrize("spelling", ["重庆市万盛经开区", "万盛经开区", "万盛", "Wansheng", "500110"])
def test_a_development_zone_is_found_without_its_municipality(spelling):
    assert set(load_targets(places=spelling)["place"]) == {"重庆市万盛经开区"}


def test_several_places_may_be_asked_for():
    assert set(load_targets(places=["乌海", "Heze"])["place"]) == {"乌海市", "菏泽市"}


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"places": "Lanzhuo"}, r"unknown place 'Lanzhuo'; did you mean 兰州市 / Lanzhou"),
        ({"places": "兰洲市"}, r"兰州市 / Lanzhou"),
        ({"sectors": "logistic"}, r"unknown sector 'logistic'; did you mean logistics\?"),
        ({"indicators": "retail_sale"}, r"unknown indicator 'retail_sale'; did you mean retail_sales"),
        ({"years": "20225"}, r"'20225' is no year from 1949 to 2100"),
        ({"years": [2024, "x"]}, r"'x' is no year"),
    ],
)
def test_an_unknown_name_raises_with_the_nearest_ones(asked, hint):
    with pytest.raises(UnknownNameError, match=hint):
        load_targets(**asked)


def test_filters_narrow_and_together_they_narrow_further():
    rows = load_targets(places="兰州", sectors=["finance", "trade"], years=range(2025, 2027))
    assert set(rows["sector"]) == {"finance", "trade"}
    assert set(rows["target_year"]) == {2025, 2026}
    assert len(rows) < len(load_targets(places="兰州"))
    assert load_targets(indicators="retail_sales")["indicator_code"].unique().tolist() == ["retail_sales"]


def test_a_year_may_be_typed_as_text():
    assert len(load_targets(years="2025")) == len(load_targets(years=2025)) > 0


def test_what_no_plan_states_gives_an_empty_frame_of_the_same_shape():
    rows = load_targets(places="兰州", years=2099)
    assert rows.empty
    assert list(rows.columns) == list(load_targets().columns)


def test_reviewed_only_leaves_drafts_out(tmp_path):
    text = (paths.processed() / "targets.csv").read_text(encoding="utf-8").replace(",reviewed,", ",draft,", 10)
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    assert len(load_targets(path=path)) - len(load_targets(path=path, reviewed_only=True)) == 10


def test_types_are_those_that_analysts_expect():
    types = load_targets().dtypes.astype(str).to_dict()
    assert types["value"] == "float64"
    assert types["target_year"] == types["char_start"] == "Int64"
    assert {types[name] for name in ("place", "sector", "measure", "indicator_code", "unit")} == {"category"}
    assert {types[name] for name in ("indicator", "figure", "note")} == {"str"}


def test_csv_and_parquet_hold_the_same_rows():
    folder = paths.processed()
    one, other = load_targets(path=folder / "targets.csv"), load_targets(path=folder / "targets.parquet")
    pd.testing.assert_frame_equal(one, other, check_categorical=False)


def test_an_edited_csv_is_read_and_checked_again(project):
    path = project / "data" / "processed" / "targets.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("34400000000", "34500000000"), encoding="utf-8")
    with pytest.warns(UserWarning, match="is not the file that `make data` made"):
        assert 34_500_000_000 in set(load_targets()["value"])
    path.write_text(text.replace(",level,", ",levels,"), encoding="utf-8")
    with pytest.warns(UserWarning, match="make data"), pytest.raises(TableError, match="column measure: 'levels'"):
        load_targets()


def test_a_table_that_is_not_there_is_named_with_what_makes_it(project):
    (project / "data" / "processed" / "targets.csv").unlink()
    with pytest.raises(FileNotFoundError, match="`make data` computes it"):
        load_targets()


def test_an_edited_parquet_is_not_taken_for_the_checked_one(project):
    path = project / "data" / "processed" / "targets.parquet"
    frame = pd.read_parquet(path)
    frame.assign(value=-1.0).to_parquet(path)
    with pytest.warns(UserWarning, match="read as it stands"):
        assert (load_targets()["value"] >= 0).all()


def test_a_parquet_of_one_s_own_is_checked(tmp_path):
    path = tmp_path / "mine.parquet"
    frame = pd.read_parquet(paths.processed() / "targets.parquet")
    frame.to_parquet(path)
    assert len(load_targets(path=path)) == len(frame)
    frame.assign(measure="levels").to_parquet(path)
    with pytest.raises(TableError, match="column measure: 'levels'"):
        load_targets(path=path)


def test_a_table_with_places_of_its_own_is_filtered_by_their_names(tmp_path):
    text = (paths.processed() / "targets.csv").read_text(encoding="utf-8")
    path = tmp_path / "mine.csv"
    path.write_text(text.replace("乌海市,Wuhai,150300", "临溪市,Linxi,999900"), encoding="utf-8")
    assert set(load_targets(places="linxi", path=path)["place"]) == {"临溪市"}


def test_the_plans_are_those_of_the_table():
    assert set(load_plans()["plan_id"]) == set(load_targets()["plan_id"].astype("str"))


def test_facts_come_without_the_doubtful_ones_unless_asked_for():
    assert set(load_actuals()["status"]) == {"preferred"}
    assert set(load_actuals(all_statuses=True)["status"]) == {"preferred", "alternative", "doubtful"}
    assert set(load_upper_targets()["status"]) == {"usable"}
    assert len(load_upper_targets(all_statuses=True)) > len(load_upper_targets())


def test_facts_are_filtered_by_place_indicator_and_year():
    row = load_actuals(places="乌海", indicators="services_value_added", years=2023).query("measure == 'level'").iloc[0]
    assert (row["value"], row["unit"]) == (24_989_000_000, "元")
    assert set(load_upper_targets(places="山东")["issuer"]) == {"山东省"}


def test_facts_are_read_again_where_their_file_has_changed(project):
    before, file = load_actuals(all_statuses=True), project / "data" / "raw" / "actuals.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), encoding="utf-8")
    assert len(load_actuals(all_statuses=True)) == len(before) - 1


def test_what_a_notebook_does_to_its_facts_changes_nobody_elses():
    mine = load_actuals(all_statuses=True)
    mine["value"] = 0.0
    assert (load_actuals(all_statuses=True)["value"] != 0).any()
