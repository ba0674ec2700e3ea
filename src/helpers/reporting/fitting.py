"""A page that grew too large → the same page, smaller: pictures stored more tightly, then folded tables packed.

Nothing is lost: pictures keep each pixel, and the page's script unpacks a table where somebody unfolds it or asks for
one of its rows. A page that is small enough stays as it is, readable without scripts.
"""

import base64
import io
import re
import zlib

from PIL import Image

from helpers.reporting.pictures import PICTURE
from helpers.telling.phrases import say

LARGEST = 1_500_000  # bytes of a page that can be sent by mail and opened on a phone
WORTH_IT = 20_000  # characters of rows, below which packing gains little
#: A folded table as `table_html` and `finish_table` write it: up to its rows, and the rows.
FOLDED = re.compile(
    r"(<details[^>]*><summary[^>]*>[^<]*</summary><div [^>]*><table[^>]*><thead>(?:(?!</thead>).)*</thead>)"
    r"<tbody>((?:(?!</tbody>).)*)</tbody>",
    re.DOTALL,
)


def fit_page(page: str, language: str) -> str:
    """The page within ``LARGEST`` bytes, as far as that can be reached."""
    if not is_too_large(page):
        return page
    page = PICTURE.sub(_tighten, page)
    return _pack_tables(page, language) if is_too_large(page) else page


def is_too_large(page: str) -> bool:
    return len(page.encode()) > LARGEST


def _tighten(found: re.Match[str]) -> str:
    """The same picture, pixel by pixel, as lossless WebP: about half of the bytes."""
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as picture:
        out = io.BytesIO()
        picture.convert("RGB").save(out, format="webp", lossless=True)
    tight = base64.b64encode(out.getvalue()).decode()
    return f'src="data:image/webp;base64,{tight}"' if len(tight) < len(found[1]) else found[0]


def _pack_tables(page: str, language: str) -> str:
    """The largest folded tables packed, as many as it takes."""
    tables = [found for found in FOLDED.finditer(page) if len(found[2]) > WORTH_IT]
    left, pieces = len(page.encode()) - LARGEST, {}
    for found in sorted(tables, key=lambda found: len(found[2]), reverse=True):
        if left <= 0:
            break
        pieces[found.start()] = piece = found[1] + _packed(found[2], language)
        left -= len(found[0].encode()) - len(piece.encode())
    return FOLDED.sub(lambda found: pieces.get(found.start(), found[0]), page)


def _packed(rows: str, language: str) -> str:
    data = base64.b64encode(zlib.compress(rows.encode(), 9)).decode()
    first = rows[: rows.index("</tr>")]
    text = say("page_packed", language, count=rows.count("</tr>"))
    return f'<tbody data-packed="{data}"><tr><td colspan="{first.count("</td>")}">{text}</td></tr></tbody>'
