"""What stands around the pages: the list of all reports, and what changed since the run before."""

import csv
import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from helpers.files import replace_file
from helpers.reporting.changes import Changes, Snapshot, changes_page, compare, read_snapshot, write_snapshot
from helpers.reporting.manifest import FAILED, Entry
from helpers.reporting.shell import render_page
from helpers.telling.asked import say_parameters
from helpers.telling.phrases import say, say_beside

INDEX, CHANGES, LAST = "index.html", "changes.html", "last-run.json"
HEAD = 60_000  # bytes at the beginning of a page that hold its answer and its picture
ABOUT = re.compile(r'<meta name="(description|thumbnail)" content="([^"]*)">')
HTML_LANGUAGES = {"en": "en", "zh": "zh-CN"}


@dataclass(frozen=True)
class About:
    """What a page says of itself."""

    description: str = ""
    thumbnail: str = ""


@dataclass
class Card:
    """One report in the list: its pages, one a language, with the answer and the picture of the first."""

    pages: list[dict[str, object]] = field(default_factory=list)
    said: str = ""
    said_lang: str = ""
    thumbnail: str = ""


def publish_overview(folder: Path, entries: Mapping[str, Entry], table: Path, now: dt.datetime) -> None:
    """Write the list of reports and the page of changes into the folder of pages; ``table`` is the target table.

    What the last run left is kept until a run leaves something else, so a page of changes stands until the next one.
    """
    made = f"{now:%Y-%m-%d %H:%M}"
    about = {name: _about(folder / entry.page.file) for name, entry in entries.items() if entry.page}
    rows = _rows(table)
    if rows is not None:
        _tell_changes(folder, Snapshot(made, rows, _answers(entries, about)))
    replace_file(folder / INDEX, index_page(cards_of(entries, about), made, changed=CHANGES).encode())


def _tell_changes(folder: Path, after: Snapshot) -> None:
    before = _last(folder / LAST)
    if before is None or not before.says_the_same(after):
        changes = compare(before, after) if before else Changes()
        replace_file(folder / CHANGES, changes_page(changes, before, after).encode())
        replace_file(folder / LAST, write_snapshot(after))


def index_page(cards: list[Card], made: str, *, changed: str = "") -> str:
    """The list of reports in both languages; ``changed`` is the file of the page of changes."""
    return render_page(
        "index.html",
        language="en",
        say=say_beside,
        title=say_beside("index_title"),
        cards=cards,
        pages=sum(bool(page["file"]) for card in cards for page in card.pages),
        made=made,
        changed=changed,
    )


def cards_of(entries: Mapping[str, Entry], about: Mapping[str, About]) -> list[Card]:
    """A card a report, its languages together: those of the list first, then pages of other parameters."""
    cards: dict[tuple[str, ...], Card] = {}
    for name, entry in sorted(entries.items(), key=lambda pair: (not pair[1].listed, _in_order(pair[0]))):
        others = {key: value for key, value in entry.parameters.items() if key != "language"}
        card = cards.setdefault((entry.notebook, json.dumps(others, sort_keys=True, default=str)), Card())
        card.pages.append(_page(entry))
        found = about.get(name, About())
        if found.description and not card.said:
            card.said, card.said_lang = found.description, HTML_LANGUAGES.get(entry.language, entry.language)
        card.thumbnail = card.thumbnail or found.thumbnail
    return list(cards.values())


def _page(entry: Entry) -> dict[str, object]:
    language = entry.language
    others = set(entry.parameters) - {"language"}
    asked = say_parameters(entry.parameters, language)
    title = entry.title if entry.listed or not others else say("index_asked", language, title=entry.title, asked=asked)
    return {
        "file": entry.page.file if entry.page else "",
        "title": title,
        "lang": HTML_LANGUAGES.get(language, language),
        "failed": entry.outcome == FAILED,
        "failure": entry.failure or "",
        "state": _state(entry, language),
    }


def _state(entry: Entry, language: str) -> str:
    if entry.outcome != FAILED:
        return say("index_made", language, made=_minute(entry.started), seconds=f"{entry.seconds:.1f}")
    kept = say("index_kept", language, made=_minute(entry.page.made)) if entry.page else say("index_none", language)
    reason = say("index_interrupted" if entry.reason == "interrupted" else f"failure_{entry.reason}", language)
    return say("index_failed", language, started=_minute(entry.started), reason=reason, kept=kept)


def _minute(time: str) -> str:
    return f"{dt.datetime.fromisoformat(time):%Y-%m-%d %H:%M}" if time else ""


def _in_order(name: str) -> list[tuple[int, str]]:
    """Numbers in names by their size: 10 stands behind 9."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]


def _about(path: Path) -> About:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD).decode("utf-8", errors="ignore")
    except OSError:
        return About()
    return About(**{key: unescape(value) for key, value in ABOUT.findall(head)})


def _answers(entries: Mapping[str, Entry], about: Mapping[str, About]) -> dict[str, dict[str, str]]:
    return {
        name: {"title": entries[name].title, "answer": found.description}
        for name, found in about.items()
        if entries[name].listed
    }


def _rows(table: Path) -> dict[str, dict[str, str]] | None:
    """The table's rows by id; ``None`` where it is corrupt: nothing can be compared with it, and the reports say so."""
    if not table.exists():
        return {}
    try:
        with table.open(encoding="utf-8", newline="") as file:
            return {row["target_id"]: row for row in csv.DictReader(file, strict=True)}
    except (OSError, UnicodeDecodeError, csv.Error, KeyError):
        return None


def _last(path: Path) -> Snapshot | None:
    return read_snapshot(path.read_bytes()) if path.exists() else None
