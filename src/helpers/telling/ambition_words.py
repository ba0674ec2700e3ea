"""Words and numbers of ambition, as sentences, figures and tables share them."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from helpers import declarations, vocabulary
from helpers.telling.growth import say_percent
from helpers.telling.numbers import SIGNS, say_value
from helpers.telling.phrases import capital, indicator_name, name_of, say, say_list, say_span

#: Measures that say growth.
GROWTH = ("growth_rate", "cagr")


def place_name(place: str, language: str, names: Mapping[str, str] | None = None) -> str:
    """The name to show of a place of the table, or of a province or the nation."""
    if names and place in names:
        return names[place]
    known = {row["place"]: row["place_en"] for row in vocabulary.places()}
    return known.get(place, place) if language == "en" else place


def component_name(component: str, language: str) -> str:
    return name_of(declarations.ambition_components()[component], language)


def coding_name(coding: str, language: str) -> str:
    """The name of a coding; one that somebody has added without a name is called as it is."""
    row = declarations.commitment_codings().get(coding)
    return name_of(row, language) if row else coding


def percent() -> str:
    return vocabulary.percent()


def say_tenth(value: float) -> str:
    """A number to one decimal, rounded half up, without a zero behind the point."""
    # twelve digits first: 5.15 computed in binary may be 5.1499999999
    number = Decimal(f"{value:.9f}").quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    text = f"{number:f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def say_points(difference: float, language: str) -> str:
    """A difference of rates with its sign: ``+0.5 points``."""
    text = say_tenth(difference)
    key = "ambition_points_one" if text in ("1", "-1") else "ambition_points"
    return say(key, language, value=text if text.startswith("-") or text == "0" else f"+{text}")


def say_difference(difference: float, language: str) -> str:
    """The same in words: ``0.5 points above``."""
    text = say_tenth(abs(difference))
    if text == "0":
        return say("ambition_level_with", language)
    key = "ambition_above" if difference > 0 else "ambition_below"
    return say(f"{key}_one" if text == "1" else key, language, value=text)


def say_years(years: float, language: str) -> str:
    text = say_tenth(years)
    return say("ambition_one_year" if text == "1" else "ambition_years", language, value=text)


def say_gap(gap: float, unit: str, language: str) -> str:
    """A step between layers: in percentage points, or in the indicator's unit."""
    if unit == vocabulary.percent():
        return say_points(gap, language)
    return ("+" if gap > 0 else "") + say_value(gap, unit, language, digits=2)


def say_group(row: Mapping[str, object], language: str) -> str:
    """Indicator, price basis, and whether the rates are stated or computed."""
    said = {
        "indicator": capital(indicator_name(row["indicator_code"], language)),
        "basis": say(f"basis_{row['price_basis'] or 'none'}", language),
        "series": say(f"ambition_{row['series']}", language),
    }
    return say("ambition_group", language, **said)


def say_headline(headline: object | None, language: str) -> str:
    if headline is None:
        return say("ambition_no_headline", language)
    return say_group(vars(headline), language)


def say_pair(row: Mapping[str, object], reference: str, language: str) -> str:
    """A rate, its reference and their difference, as a figure writes them beside the marker."""
    rate = SIGNS[row["operator"]] if row["series"] == "stated" else ""
    said = {"value": rate + say_percent(row["rate"], language), "reference": say_percent(row[reference], language)}
    return say("ambition_pair", language, difference=say_points(row["difference"], language), **said)


def say_gap_pair(row: Mapping[str, object], language: str) -> str:
    """The same for a step between layers."""
    value, reference = (
        SIGNS[row[f"{side}operator"]] + say_value(row[f"{side}value"], row["unit"], language) for side in ("", "upper_")
    )
    difference = say_gap(row["gap"], row["unit"], language)
    return say("ambition_pair", language, value=value, reference=reference, difference=difference)


def say_layers(row: Mapping[str, object], names: Mapping[str, str], language: str) -> str:
    lower, upper = (place_name(row[name], language, names) for name in ("lower", "issuer"))
    return say("ambition_upper_label", language, lower=lower, upper=upper)


def say_layer_group(row: Mapping[str, object], language: str) -> str:
    """Indicator and kind of target, as the heading of steps between layers."""
    indicator = capital(indicator_name(row["indicator_code"], language))
    return say(f"ambition_layers_{row['measure']}", language, indicator=indicator)


def say_step(row: Mapping[str, object], names: Mapping[str, str], language: str) -> str:
    """A step in words, as a sentence or a title without its stop."""
    percent = row["unit"] == vocabulary.percent()
    said = say_difference(row["gap"], language) if percent else say_gap(row["gap"], row["unit"], language)
    indicator = indicator_name(row["indicator_code"], language)
    place, issuer = (place_name(row[name], language, names) for name in ("lower", "issuer"))
    key = "ambition_answer_growth_gap" if row["measure"] in GROWTH else "ambition_answer_gap"
    year = int(row["target_year"])
    return say(key, language, place=place, indicator=indicator, difference=said, issuer=issuer, year=year)


def say_own_past(row: Mapping[str, object], language: str) -> str:
    """The growth reported before, with its years and how it was reported."""
    if row["reason"]:
        return ""
    said = {"value": say_percent(row["past"], language), "years": say_past_years(row, language)}
    return say(f"ambition_past_{row['past_kind']}", language, **said)


def say_past_years(row: Mapping[str, object], language: str) -> str:
    """The years of a growth reported before: a span, or the single years of which there are rates."""
    years = str(row["past_years"]).split(";")
    return say_list(years, language) if row["past_kind"] == "yearly" else say_span(years[0], years[-1], language)
