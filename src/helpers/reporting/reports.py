"""The list of reports: a report is a notebook, its parameters and a language.

Nothing here waits for pandas or papermill, so that a run with nothing to do ends at once.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from helpers.names import as_list, nearest
from helpers.reporting.places import Place, choose_places

KEYS = ("name", "notebook", "title", "languages", "parameters", "for_each")
DEFAULT_LANGUAGE = "en"
ALL = "all"


class ReportError(ValueError):
    """A report cannot be run as asked; the message says what is wrong and what there is."""


@dataclass(frozen=True)
class Report:
    """One page to be made.

    ``title`` is in the page's language and ``titles`` in all that ``reports.yml`` gives; ``entry`` is the name there,
    ``place`` the Chinese name of the place that a page is about, where its entry makes one page a place.
    """

    name: str
    notebook: Path
    title: str
    parameters: dict[str, Any] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    entry: str = ""
    place: str = ""

    def with_parameters(self, asked: Mapping[str, Any]) -> "Report":
        """The same report with some parameters set anew, under a name that says so: its page replaces no other."""
        changed = {name: value for name, value in asked.items() if self.parameters.get(name) != value}
        if not changed:
            return self
        words = ["-".join([name, *map(str, as_list(value))]) for name, value in sorted(changed.items())]
        name = re.sub(r"[^\w.-]+", "-", ".".join([self.name, *words])).strip("-")
        parameters = {**self.parameters, **asked}
        title = self.titles.get(str(parameters.get("language", DEFAULT_LANGUAGE)), self.title)
        return replace(self, name=name, title=title, parameters=parameters)

    @property
    def language(self) -> str:
        return str(self.parameters.get("language", DEFAULT_LANGUAGE))


def read_reports(path: Path, places: Iterable[Place] = ()) -> list[Report]:
    """All reports of ``reports.yml``, in its order; notebooks are looked for beside it.

    An entry has ``name``, ``notebook`` and ``title``, and may have ``parameters``; a title in both languages gives a
    page in each (``languages`` may name fewer), the English one under the entry's name and the Chinese one with
    ``.zh`` behind it. ``for_each: {places: all}``, or a list of places instead of ``all``, gives a page for each of
    ``places``, named behind the entry, with the Chinese name as that parameter; ``{place}`` and ``{place_en}`` in
    titles and parameters stand for its names.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read: {error}"
        raise ReportError(msg) from error
    if not isinstance(entries, list):
        msg = f"{path.name} is not a list of reports"
        raise ReportError(msg)
    known = list(places)
    reports = [report for entry in entries for report in _pages_of(_checked(entry, path), path, known)]
    names = [report.name for report in reports]
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        msg = f"{path.name}: two reports are called {', '.join(sorted(repeated))}"
        raise ReportError(msg)
    return reports


def choose_reports(
    reports: list[Report], names: tuple[str, ...], places: Sequence[str] = (), known: Iterable[Place] = ()
) -> list[Report]:
    """The reports that were asked for, each once.

    A name is that of a page; or of an entry that has no page of that name, and means all its pages; or a pattern with
    ``*``. Without names it is all of them. ``places`` keeps, of entries with a page a place, the pages of these
    places, and sets the parameter ``places`` of all others.
    """
    chosen = [report for name in names for report in _named(reports, name)] if names else reports
    if places:
        asked = [place.name for place in choose_places(places, known)]
        chosen = [_of_places(report, asked) for report in chosen if not report.place or report.place in asked]
    return list({report.name: report for report in chosen}.values())


def _named(reports: list[Report], name: str) -> list[Report]:
    found = [report for report in reports if report.name == name]
    found = found or [report for report in reports if report.entry == name or fnmatchcase(report.name, name)]
    if not found:
        known = [report.name for report in reports]
        near = nearest(name, known)
        hint = f"did you mean {', '.join(near)}?" if near else f"there are {', '.join(known)}"
        msg = f"no report is called {name}; {hint}"
        raise ReportError(msg)
    return found


def _of_places(report: Report, places: list[str]) -> Report:
    return report if report.place else report.with_parameters({"places": places})


def _checked(entry: object, path: Path) -> dict[str, Any]:
    if not isinstance(entry, dict):
        msg = f"{path.name}: {entry!r} is no report; one has {', '.join(KEYS)}"
        raise ReportError(msg)
    missing = [key for key in ("name", "notebook", "title") if not entry.get(key)]
    unknown = [str(key) for key in entry if key not in KEYS]
    if missing or unknown:
        fault = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(unknown)}, which no report has"
        msg = f"{path.name}: the report {entry.get('name') or entry!r} {fault}; a report has {', '.join(KEYS)}"
        raise ReportError(msg)
    return entry


def _pages_of(entry: dict[str, Any], path: Path, places: list[Place]) -> Iterable[Report]:
    if not entry.get("for_each"):
        return _languages_of(entry, path, entry["name"], None)
    ((parameter, asked),) = entry["for_each"].items()
    chosen = places if asked == ALL else choose_places(as_list(asked), places)
    return [
        page
        for place in chosen
        for page in _languages_of(
            {**entry, "parameters": {parameter: place.name, **(entry.get("parameters") or {})}},
            path,
            f"{entry['name']}.{place.slug}",
            place,
        )
    ]


def _languages_of(entry: dict[str, Any], path: Path, name: str, place: Place | None) -> Iterable[Report]:
    given = dict(_filled(entry.get("parameters") or {}, place))
    titles = (
        entry["title"]
        if isinstance(entry["title"], dict)
        else {given.get("language", DEFAULT_LANGUAGE): entry["title"]}
    )
    titles = {language: str(_filled(title, place)) for language, title in titles.items()}
    languages = as_list(entry.get("languages") or list(titles))
    for language in languages:
        if language not in titles:
            msg = f"{path.name}: the report {entry['name']} has no title for language {language}"
            raise ReportError(msg)
        # One language alone keeps the entry's name, as does the default one of several.
        ending = "" if language == DEFAULT_LANGUAGE or len(languages) == 1 else f".{language}"
        parameters = given if language == DEFAULT_LANGUAGE else {**given, "language": language}
        yield Report(
            name + ending,
            path.parent / entry["notebook"],
            titles[language],
            parameters,
            titles,
            entry["name"],
            place.name if place else "",
        )


def _filled(value: Any, place: Place | None) -> Any:
    """The value with a place's names in its gaps."""
    if place is None:
        return value
    if isinstance(value, dict):
        return {key: _filled(part, place) for key, part in value.items()}
    if isinstance(value, list):
        return [_filled(part, place) for part in value]
    if isinstance(value, str):
        return value.replace("{place_en}", place.name_en).replace("{place}", place.name)
    return value
