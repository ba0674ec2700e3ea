"""A plan's text with every figure marked and its row beside it, for a person who checks it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from helpers.reporting.shell import render_page
from helpers.telling.phrases import say

SAID = (
    "measure",
    "operator",
    "value",
    "value_max",
    "unit",
    "period",
    "start_year",
    "target_year",
    "modality",
    "sector",
)


@dataclass(frozen=True)
class Part:
    """A run of a line: plain text, a target with its number, or a rejected figure with its reason."""

    text: str
    kind: str = ""
    number: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the text with the rows of its targets."""

    parts: list[Part] = field(default_factory=list)
    rows: list[dict[str, object]] = field(default_factory=list)


def review_page(
    title: str,
    text: str,
    rows: Sequence[Mapping[str, object]],
    rejections: Sequence[Mapping[str, object]],
    files: tuple[str, str],
    footer: str,
    language: str = "en",
) -> str:
    """One HTML page of a plan's text; it holds the text, so it is for the desk and not for publication.

    ``rows`` are normalized rows in the order of the text, each with ``doubts`` and the ``line`` of its file;
    ``rejections`` have ``char_start``, ``char_end`` and ``reason``; ``files`` name where to mend either.
    """
    shown = [
        {**row, "number": number, "said": _said(row), "doubted": _doubted(row["doubts"], language)}
        for number, row in enumerate(rows, start=1)
    ]
    return render_page(
        "review.html",
        language=language,
        say=lambda key: say(key, language),
        title=title,
        answer=say_review(rows, rejections, language),
        doubtful=sorted(_doubtful(shown), key=lambda row: -len(row["doubts"])),
        lines=list(_lines(text, shown, rejections)),
        statements=files[0],
        rejected=files[1],
        footer=footer,
    )


def say_review(rows: Sequence[Mapping[str, object]], rejections: Sequence[Mapping[str, object]], language: str) -> str:
    """How many rows there are, how many of them a person has not agreed to, and how many of those are doubtful."""
    counts = {"rows": len(rows), "drafts": len(_drafts(rows)), "doubtful": len(_doubtful(rows))}
    return say("answer_review", language, others=len(rejections), **counts)


def _drafts(rows: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    return [row for row in rows if row["review"] != "reviewed"]


def _doubtful(rows: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    return [row for row in _drafts(rows) if row["doubts"]]


def _doubted(doubts: Sequence[str], language: str) -> str:
    return say("doubt_join", language).join(say(f"doubt_{key}", language) for key in doubts)


def _said(row: Mapping[str, object]) -> str:
    cells = ((name, row[name]) for name in SAID)
    return ", ".join(f"{name} {cell}" for name, cell in cells if cell not in (None, ""))


def _lines(text: str, rows: Sequence[dict[str, object]], rejections: Sequence[Mapping[str, object]]) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            inside = [row for row in rows if row["char_start"] is not None and start <= row["char_start"] < end]
            refused = [entry for entry in rejections if start <= entry["char_start"] < end]
            yield Line(list(_parts(text, start, end, inside, refused)), inside)
        start = end + 1


def _parts(
    text: str,
    start: int,
    end: int,
    rows: Sequence[Mapping[str, object]],
    rejections: Sequence[Mapping[str, object]],
) -> Iterator[Part]:
    # Of rows that share a figure the first one's mark leads to all, which stand together.
    marks = {entry["char_start"]: (entry["char_end"], "rejected", 0, entry["reason"]) for entry in rejections}
    marks |= {row["char_start"]: (row["char_end"], "target", row["number"], "") for row in reversed(rows)}
    for place in sorted(marks):
        stop, kind, number, reason = marks[place]
        if place < start:
            continue  # inside a figure that is marked already
        yield Part(text[start:place])
        yield Part(text[place:stop], kind, number, reason)
        start = stop
    yield Part(text[start:end])
