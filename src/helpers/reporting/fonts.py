"""The Chinese characters of a page as a small font of its own, for machines that have none."""

import base64
import io
import re
from importlib.resources import files
from pathlib import Path

from fontTools import subset

CHINESE = re.compile(r"[\u2e80-\uffff]")


def embed_font(html: str) -> str:
    """A data address of a font with just the Chinese characters in ``html``; empty where there are none.

    Noto Sans SC is under the SIL Open Font License, which allows parts of it in documents.
    """
    signs = "".join(sorted(set(CHINESE.findall(html))))
    if not signs:
        return ""
    options = subset.Options(flavor="woff", layout_features=[], name_IDs=[], notdef_outline=True, hinting=False)
    font = subset.load_font(str(_font()), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=signs)
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return "data:font/woff;base64," + base64.b64encode(out.getvalue()).decode()


def _font() -> Path:
    return next(iter(sorted((Path(str(files("zhplot"))) / "fonts").glob("*.[ot]tf"))))
