"""A plan's text with what was read from it, as the command and the notebook show it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers import paths
from helpers.names import UnknownNameError
from helpers.telling.phrases import say


class ReviewError(LookupError):
    """A plan cannot be shown; the message says why and what to do."""


@dataclass(frozen=True)
class Review:
    """A plan to be checked: an ``answer`` in one sentence, and its text with all figures marked as one HTML ``page``.

    ``page`` is empty where the text is not at hand; then ``answer`` says what to do.
    """

    answer: str
    page: str = ""


def open_review(
    plan: str | None,
    *,
    drafts: str | Path | None = None,
    documents: Iterable[Path] = (),
    language: str = "en",
) -> Review:
    """The rows and the rejected figures of one plan beside its text.

    ``plan`` is a key of ``plans.csv``, ``None`` the first whose text is at hand; ``drafts`` is the folder that an
    extraction wrote, ``None`` for ``data/raw/``; ``documents`` are folders of the plans' own texts, beside those of
    ``paths.documents``. Raises ``UnknownNameError`` for an unknown plan and ``ReviewError`` where a named plan's text
    is not at hand.
    """
    # Reading documents takes libraries that no other notebook waits for.
    from helpers import extraction  # noqa: PLC0415
    from helpers.reporting.review import review_page, say_review  # noqa: PLC0415

    raw = Path(drafts) if drafts else paths.raw()
    known = extraction.known_plans(raw)
    if plan is not None and plan not in known:
        msg = f"{plan!r} is no plan of {raw / 'plans.csv'}; there are {', '.join(known) or 'none'}"
        raise UnknownNameError(msg)
    texts = extraction.texts_at_hand([*documents, *paths.documents()])
    plan = plan or next((key for key, row in known.items() if row["sha256"] in texts), None)
    if plan is None:
        return Review(say("no_text_at_hand", language))
    row = known[plan]
    text = texts.get(row["sha256"])
    if not text:
        msg = f"the text of {plan} is not at hand; name its folder with --documents or in CITY_TARGETS_DOCUMENTS"
        raise ReviewError(msg)
    rows, rejections = extraction.rows_to_review(row, text, raw)
    files = tuple(str(raw / kind / f"{plan}.csv") for kind in ("statements", "rejected"))
    title = ": ".join(part for part in (row["place"].strip("?"), row["title"] or plan) if part)
    footer = say("review_footer", language, made=dt.date.today())
    page = review_page(title, text, rows, rejections, files, footer, language)
    return Review(f"{title}. {say_review(rows, rejections, language)}", page)
