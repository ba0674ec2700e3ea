"""Parameters, checked before a kernel starts.

Papermill only logs a parameter that the notebook does not have and runs with the default, so a slip of the pen would
give another city's page.
"""

import ast
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from helpers import vocabulary
from helpers.names import as_list, find_among, find_codes, find_date, find_years, nearest
from helpers.reporting.places import Known
from helpers.reporting.reports import ReportError
from helpers.telling.phrases import LANGUAGES

CHOICE = re.compile(r'"([^"]*)"')
NUMBER = (int, float)


def read_parameters(pairs: tuple[str, ...]) -> dict[str, Any]:
    """``key=value`` pairs of the command line.

    A value is YAML, so ``2025`` is a number and ``[a, b]`` a list; so is ``a,b``, with commas of either width. A date
    stays the text that it is, since a notebook's parameters are plain values.
    """
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key and equals):
            msg = f"{pair!r} is not key=value"
            raise ReportError(msg)
        try:
            read = yaml.safe_load(unicodedata.normalize("NFKC", value))
        except yaml.YAMLError as error:
            msg = f"the value of {key} cannot be read: {value!r}"
            raise ReportError(msg) from error
        found[key] = [part.strip() for part in read.split(",")] if isinstance(read, str) and "," in read else read
    return plain(found)


def plain(value: Any) -> Any:
    """The same with each date as its text."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def check_parameters(notebook: Path, parameters: Mapping[str, Any], known: Known = Known()) -> None:  # noqa: B008
    """Refuse what the notebook has no use for.

    Raises ``ReportError`` for a parameter that the notebook does not have, and for a value of another type than its
    default or, where the default's comment lists the choices, of none of them; and ``UnknownNameError`` for a place,
    sector or indicator that no table has and a year that no target is for. Both name the nearest that there is.
    """
    # A run needs papermill anyway; whoever only has a slip to be told of waits for it too.
    import papermill

    declared = papermill.inspect_notebook(str(notebook))
    for name, value in parameters.items():
        if name not in declared:
            near = nearest(name, declared)
            hint = f"did you mean {', '.join(near)}?" if near else f"it has {', '.join(declared) or 'none'}"
            msg = f"{notebook.name} has no parameter {name!r}; {hint}"
            raise ReportError(msg)
        _check_type(name, value, declared[name])
        if name in CHECKS and value is not None:
            CHECKS[name](value, known)


def _check_type(name: str, value: Any, declared: Mapping[str, Any]) -> None:
    try:
        default = ast.literal_eval(declared["default"])
    except (ValueError, SyntaxError):
        return
    choices = CHOICE.findall(declared.get("help") or "")
    if isinstance(default, str) and default in choices and len(choices) > 1:
        if value not in choices:
            near = nearest(str(value), choices)
            msg = f"{name} is one of {', '.join(choices)}, not {value!r}" + (
                f"; did you mean {near[0]}?" if near else ""
            )
            raise ReportError(msg)
    elif not _fits(value, default):
        msg = f"{name} is {_kind(default)} such as {default!r}, not {value!r}"
        raise ReportError(msg)


def _fits(value: Any, default: Any) -> bool:
    """Whether a value can stand where the default stands; ``None`` may become anything that is no table of its own."""
    if default is None:
        return not isinstance(value, dict) and all(not isinstance(part, (dict, list)) for part in as_list(value))
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, (list, tuple)):
        return not isinstance(value, dict)
    if isinstance(default, float):
        return isinstance(value, NUMBER)
    return isinstance(value, type(default)) or (isinstance(default, str) and _is_words(value))


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _kind(default: Any) -> str:
    kinds = {bool: "true or false", int: "a whole number", float: "a number", str: "a text", dict: "a table"}
    return kinds.get(type(default), "a list")


def _check_places(value: Any, known: Known) -> None:
    find_among(
        as_list(value),
        [(place.name, place.name_en, place.adcode, place.province) for place in known.places],
        listed=True,
    )


def _check_years(value: Any, known: Known) -> None:
    for year in find_years(value):
        if known.years and year not in known.years:
            near = sorted(known.years, key=lambda other: (abs(other - year), other))[:3]
            msg = f"no target is for {year}; the nearest years are {', '.join(map(str, near))}"
            raise ReportError(msg)


def _check_codes(kind: str, codes: Callable[[], Iterable[str]]) -> Callable[[Any, Known], None]:
    return lambda value, _known: find_codes(kind, value, list(codes())) and None


def _check_language(value: Any, _known: Known) -> None:
    if value not in LANGUAGES:
        msg = f"unknown language {value!r}; there are {' and '.join(LANGUAGES)}"
        raise ReportError(msg)


def _check_day(value: Any, _known: Known) -> None:
    find_date(value)


#: What a parameter of that name must hold, in whichever notebook.
CHECKS: dict[str, Callable[[Any, Known], None]] = {
    "against": _check_places,
    "as_of": _check_day,
    "place": _check_places,
    "places": _check_places,
    "years": _check_years,
    "sector": _check_codes("sector", vocabulary.sectors),
    "sectors": _check_codes("sector", vocabulary.sectors),
    "indicator": _check_codes("indicator", vocabulary.indicators),
    "indicators": _check_codes("indicator", vocabulary.indicators),
    "language": _check_language,
}
