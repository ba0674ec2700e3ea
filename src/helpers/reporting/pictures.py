"""A page's first picture, small enough to stand in a list of pages."""

import base64
import io
import re

from PIL import Image

PICTURE = re.compile(r'src="data:image/png;base64,([A-Za-z0-9+/=\s]+)"')
SIZE = (380, 228)  # twice what a list shows, for sharp screens
QUALITY = 60


def thumbnail_of(html: str) -> str:
    """The upper left of the first picture as a data address; empty where there is none."""
    found = PICTURE.search(html)
    if not found:
        return ""
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as picture:
        shown = picture.convert("RGB")
    height = min(shown.height, round(shown.width * SIZE[1] / SIZE[0]))
    small = shown.crop((0, 0, shown.width, height)).resize((SIZE[0], round(SIZE[0] * height / shown.width)))
    out = io.BytesIO()
    small.save(out, format="webp", quality=QUALITY)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode()
