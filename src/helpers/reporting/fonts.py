"""The Chinese characters of a page as a small font of its own, for machines that have none."""

import base64
import io
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CHINESE = re.compile(r"[\u2e80-\uffff\U00020000-\U0003ffff]")
#: Marks that Chinese shares with other scripts and sets wider; a page in Chinese takes them from the same font.
SHARED = "\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2248\u2264\u2265"
#: Rules for vertical text, marks and old forms, which no page needs; to read them takes longer than all the rest.
UNUSED = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx"]


def embed_font(html: str) -> str:
    """A data address of a font with just the Chinese characters in ``html``; empty where there are none.

    Noto Sans SC is under the SIL Open Font License, which allows parts of it in documents.
    """
    signs = set(CHINESE.findall(html))
    if not signs:
        return ""
    prepared = usual_font.cache_info().currsize and signs <= _usual_signs()
    font = _cut(usual_font() if prepared else _font().read_bytes(), {*signs, *SHARED}, "woff")
    return "data:font/woff;base64," + base64.b64encode(font).decode()


def _cut(font: bytes, signs: set[str], flavor: str | None) -> bytes:
    """The part of a font that draws ``signs``."""
    options = subset.Options(
        flavor=flavor, layout_features=[], name_IDs=[], notdef_outline=True, hinting=False, drop_tables=UNUSED
    )
    whole = TTFont(io.BytesIO(font), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    # Names by number, since to make them up from the characters takes longer than the cutting.
    whole.setGlyphOrder([".notdef", *(f"glyph{number}" for number in range(1, whole["maxp"].numGlyphs))])
    for table in UNUSED:
        if table in whole:
            del whole[table]
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(signs)))
    cutter.subset(whole)
    out = io.BytesIO()
    subset.save_font(whole, out, options)
    return out.getvalue()


@cache
def usual_font() -> bytes:
    """The font of the usual characters, from which a page's own are cut much faster than from the whole.

    To make it takes as long as to cut one page's from the whole: it is for a process that will make, or fork, several.
    """
    return _cut(_font().read_bytes(), {*_usual_signs(), *SHARED}, None)


@cache
def _usual_signs() -> frozenset[str]:
    """The characters of GB 2312, and the marks that stand among them."""
    pairs = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    signs = (pair.decode("gb2312", errors="ignore") for pair in pairs)
    return frozenset(sign for sign in signs if sign)


def _font() -> Path:
    return next(iter(sorted((Path(str(files("zhplot"))) / "fonts").glob("*.[ot]tf"))))
