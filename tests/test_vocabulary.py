"""The vocabularies are data: each is checked for what a slip would do to the table."""

from decimal import Decimal
from string import Formatter

import pytest

from helpers import declarations, vocabulary
from helpers.reading import lexicon
from helpers.table import codes
from helpers.vocabulary import FOLDER, VocabularyError, read_vocabulary

LOADERS = [
    declarations.bodies,
    declarations.body_names,
    declarations.ambition_components,
    vocabulary.bounds,
    vocabulary.commitment,
    declarations.commitment_codings,
    declarations.commitment_scores,
    vocabulary.counties,
    vocabulary.denominators,
    vocabulary.eras,
    declarations.identities,
    declarations.remarks,
    vocabulary.indicator_names,
    vocabulary.indicators,
    vocabulary.measure_words,
    vocabulary.not_numerals,
    vocabulary.numerals,
    vocabulary.periods,
    vocabulary.phrases,
    vocabulary.place_endings,
    vocabulary.places,
    vocabulary.rejection_reasons,
    vocabulary.scales,
    vocabulary.sector_words,
    declarations.series_breaks,
    vocabulary.sectors,
    vocabulary.units,
    lambda: lexicon.adjuncts("adverb"),
    lexicon.dependents,
    lexicon.furniture_words,
    lexicon.head_nouns,
    lexicon.past_words,
    lexicon.quarters,
    lexicon.reject_words,
    lexicon.relative_years,
    lambda: lexicon.responsibility("lead"),
    lambda: lexicon.signs("range"),
    lexicon.structure_words,
    lambda: lexicon.table_words("goal"),
    lexicon.traditional,
    lexicon.unit_nouns,
    lexicon.verb_nouns,
    lambda: lexicon.verbs("delivery"),
    vocabulary.wordings,
]


def write(tmp_path, text):
    path = tmp_path / "words.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("word,note\na,x\na,y\n", "line 3: a stands in line 2 already"),
        ("word,note\na\n", "line 2: 1 cells where the header has 2"),
        ("word,note\na,x,y\n", "line 2: 3 cells where the header has 2"),
        ("word,note\na,\n", "line 2: note is empty"),
        ("word,note\n,x\n", "line 2: word is empty"),
        ("word,note\na ,x\n", "line 2: word has space around 'a '"),
        ("word\na\n", "no column 'note'"),
        ("", "no column 'word'"),
    ],
)
def test_a_slip_in_a_vocabulary_is_refused_with_file_and_line(tmp_path, text, fault):
    with pytest.raises(VocabularyError, match=r"words\.csv") as error:
        read_vocabulary(write(tmp_path, text), ("word",))
    assert fault in str(error.value)


def test_a_vocabulary_in_another_encoding_is_named_with_what_to_do(tmp_path):
    path = tmp_path / "words.csv"
    path.write_bytes("word,note\n亿元,一\n".encode("gb18030"))
    with pytest.raises(VocabularyError, match=r"words\.csv is not in UTF-8; `city-targets repair"):
        read_vocabulary(path, ("word",))


def test_rows_cannot_be_changed(tmp_path):
    row = read_vocabulary(write(tmp_path, "word,note\na,x\n"), ("word",))[0]
    with pytest.raises(TypeError):
        row["word"] = "b"


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_every_vocabulary_can_be_loaded(loader):
    assert loader()


def test_every_vocabulary_is_loaded_by_something():
    folders = [entry for entry in FOLDER.iterdir() if entry.is_dir()]
    assert len(list(FOLDER.glob("*.csv"))) + len(folders) == len(LOADERS)


def test_a_phrase_that_stands_in_two_files_is_refused(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / "phrases").mkdir(exist_ok=True)
        (tmp_path / "phrases" / f"{name}.csv").write_text("key,en,zh,note\nsame,x,y,z\n", encoding="utf-8")
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    with pytest.raises(VocabularyError, match=r"b\.csv: same stands in another file"):
        vocabulary.phrases.__wrapped__()


def test_there_are_at_least_sixty_canonical_indicators_fully_described():
    assert len(vocabulary.indicators()) >= 60
    for code, row in vocabulary.indicators().items():
        assert row["stock_flow"] in {"stock", "flow"}, code
        assert row["better"] in {"more", "less", ""}, code
        assert row["price_basis"] in {"", *codes.PRICE_BASES}, code
        assert row["growth_price_basis"] in {"", *codes.PRICE_BASES}, code
        assert row["sector"] in {"", *vocabulary.sectors()}, code
        assert row["unit"].split("/")[0] in {"元", *vocabulary.units()}, code


def test_money_is_nominal_in_levels_and_nothing_but_money_has_prices():
    for code, row in vocabulary.indicators().items():
        if row["unit"].startswith("元"):
            assert row["price_basis"] == "nominal", code
        elif row["unit"] not in ("%", "个百分点"):
            assert not row["price_basis"], code


def test_growth_of_value_added_is_real():
    for code, row in vocabulary.indicators().items():
        if code.endswith("value_added"):
            assert row["growth_price_basis"] == "real", code


def test_every_name_leads_to_a_known_indicator_and_each_indicator_has_its_own_name():
    assert set(vocabulary.indicator_names().values()) == set(vocabulary.indicators())
    for code, row in vocabulary.indicators().items():
        assert vocabulary.indicator_names()[row["name_zh"]] == code


def test_names_differ_between_indicators():
    for column in ("name_zh", "name_en"):
        names = [row[column] for row in vocabulary.indicators().values()]
        assert len(names) == len(set(names))


def test_sector_words_lead_to_known_sectors():
    assert {row["sector"] for row in vocabulary.sector_words() if row["place"] != "hides"} <= set(vocabulary.sectors())


def test_sectors_name_their_source_or_say_that_they_map_to_nothing():
    for code, row in vocabulary.sectors().items():
        assert row["serves"] in {"producers", "consumers", "both", "all", "unmapped"}
        assert (row["industry_code"] == "") == (code in {"overall", "other"})
        assert ("统计分类" in row["source"]) == bool(row["industry_code"])


def test_units_have_exact_factors_and_a_base_that_is_a_unit():
    for unit, row in vocabulary.units().items():
        assert Decimal(row["factor"]) > 0, unit
        assert row["base_unit"] in {"", *vocabulary.units()}, unit


def test_wordings_have_units_and_measures_that_exist():
    for row in vocabulary.wordings().values():
        for side in ("series", "year"):
            assert row[f"unit_{side}"] in vocabulary.units()
            assert row[f"measure_{side}"] in codes.MEASURES


def test_word_tables_use_codes_of_the_contract():
    assert {row["operator"] for row in vocabulary.bounds()} <= set(codes.OPERATORS)
    assert set(vocabulary.commitment().values()) <= set(codes.MODALITIES)
    assert {row["period"] for row in vocabulary.periods()} <= set(codes.PERIODS)
    assert {row["measure"] for row in vocabulary.measure_words()} <= set(codes.MEASURES)


def test_a_word_that_contains_another_stands_before_it():
    """不低于 contains 低于 and means its opposite, so the order of the lines matters."""
    before = [row["word"] for row in vocabulary.bounds() if row["position"] == "before"]
    for place, word in enumerate(before):
        assert not any(word != other and word in other for other in before[place + 1 :]), word


def test_codes_of_places_are_unique_and_well_formed():
    seen = [row["adcode"] for row in vocabulary.places()]
    assert len(seen) == len(set(seen))
    assert all(len(adcode) == 6 and adcode.isdigit() for adcode in seen)


def test_phrases_have_the_same_gaps_in_both_languages():
    for key, row in vocabulary.phrases().items():
        gaps = [{name for _, name, _, _ in Formatter().parse(row[language]) if name} for language in ("en", "zh")]
        assert gaps[0] == gaps[1], key


def test_series_break_in_known_indicators_and_in_years():
    for row in declarations.series_breaks():
        assert row["indicator_code"] in vocabulary.indicators()
        assert row["year"].isdigit()
        assert row["grade"] in {"documented", "single_note"}


def test_identities_join_indicators_that_there_are_and_explain_themselves():
    kinds = {
        "share",
        "per_head",
        "growth",
        "stock",
        "yearly",
        "milestone",
        "repeated",
        "upper",
        "pace",
        "compare",
        "subtotal",
    }
    for row in declarations.identities():
        assert row["kind"] in kinds
        assert row["sure"] in {"yes", "no"}
        assert f"kind_{row['kind']}" in vocabulary.phrases()
        for name in ("result", "part", "whole"):
            assert row[name] in {"", "*", *vocabulary.indicators()}, row["identity"]
        for reason in filter(None, row["explanations"].split(";")):
            assert f"explains_{reason}" in vocabulary.phrases(), row["identity"]


def test_the_two_sides_of_an_identity_are_of_units_that_can_be_joined():
    unit = {code: row["unit"] for code, row in vocabulary.indicators().items()}
    for row in declarations.identities():
        if row["kind"] in {"subtotal", "compare"}:
            assert unit[row["part"]] == unit[row["whole"]], row["identity"]
        if row["kind"] == "share":
            assert unit[row["part"]] == unit[row["whole"]], row["identity"]
            assert (unit[row["result"]], row["factor"]) == ("%", "100"), row["identity"]
