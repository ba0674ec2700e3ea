"""What a page was asked for: its parameters in a reader's words."""

from collections.abc import Callable, Iterable, Mapping

from helpers import vocabulary
from helpers.names import PlaceRow, UnknownNameError, as_list, find_among
from helpers.telling.phrases import indicator_name, say, sector_name

NameOf = Callable[[object, str, list[PlaceRow]], str]


def say_parameters(parameters: Mapping[str, object], language: str, places: Iterable[PlaceRow] = ()) -> str:
    """The given parameters in one line, ``city = Lanzhou; target years = 2025, 2026``, or that they are the defaults.

    ``places`` are those of the table, which may have places that no list of places has. The language is nothing that
    a reader asks for, and ``None`` says no more than leaving a parameter out. A value that names nothing known stays
    as it was typed, and a parameter without a phrase keeps its name.
    """
    known = list(places)
    said = [
        say(
            "asked_for",
            language,
            name=_phrase(f"asked_{name}", language, name),
            value=_value(name, value, language, known),
        )
        for name, value in parameters.items()
        if name != "language" and value is not None
    ]
    return say("asked_and", language).join(said) or say("default_parameters", language)


def _phrase(key: str, language: str, otherwise: str) -> str:
    return say(key, language) if key in vocabulary.phrases() else otherwise


def _value(name: str, value: object, language: str, places: list[PlaceRow]) -> str:
    if isinstance(value, bool):
        return say("asked_value_yes" if value else "asked_value_no", language)
    name_of = NAMES.get(name, _as_typed)
    return say("list_comma", language).join(name_of(part, language, places) for part in as_list(value))


def _place(asked: object, language: str, places: list[PlaceRow]) -> str:
    try:
        found = find_among(asked, places, listed=True)[0]
    except UnknownNameError:
        return str(asked)
    listed = [(row["place"], row["place_en"]) for row in vocabulary.places()]
    english = dict([*listed, *(row[:2] for row in places)])
    return english[found] if language == "en" else found


def _sector(asked: object, language: str, _places: list[PlaceRow]) -> str:
    return sector_name(str(asked), language) if asked in vocabulary.sectors() else str(asked)


def _indicator(asked: object, language: str, _places: list[PlaceRow]) -> str:
    return indicator_name(str(asked), language) if asked in vocabulary.indicators() else str(asked)


def _as_typed(asked: object, language: str, _places: list[PlaceRow]) -> str:
    return _phrase(f"asked_value_{asked}", language, str(asked))


#: How the values of a parameter of that name are called; others stay as they were typed.
NAMES: Mapping[str, NameOf] = {
    **dict.fromkeys(("place", "places", "against"), _place),
    **dict.fromkeys(("sector", "sectors"), _sector),
    **dict.fromkeys(("indicator", "indicators"), _indicator),
}
