"""No page is larger than can be sent by mail: what is too much is stored more tightly, and nothing of it is lost."""

import base64
import io
import random
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from helpers.reporting import fitting
from helpers.reporting.body import finish_body
from helpers.reporting.fitting import LARGEST, fit_page
from helpers.telling.show import table_html


def table(rows, folded="All rows"):
    import pandas as pd  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311 - nothing secret
    frame = pd.DataFrame({"id": range(rows), "text": [f"指标{chance.random():.12f}" for _ in range(rows)]})
    return finish_body(table_html(frame, folded=folded), "en", "page", ()).html


def picture():
    out = io.BytesIO()
    image = Image.effect_noise((900, 700), 64).convert("RGB").quantize(64)
    image.save(out, "png")
    return f'<img src="data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}">'


def pixels(page):
    (found,) = re.findall(r"data:image/(?:png|webp);base64,([^\"]+)", page)
    with Image.open(io.BytesIO(base64.b64decode(found))) as image:
        return image.convert("RGB").tobytes()


def unpacked(page):
    """The page as its script shows it."""
    return re.sub(
        r'<tbody data-packed="([^"]*)">.*?</tbody>',
        lambda found: f"<tbody>{zlib.decompress(base64.b64decode(found[1])).decode()}</tbody>",
        page,
    )


def test_a_page_that_is_small_enough_stays_as_it_is():
    page = table(2000) + picture()
    assert len(page.encode()) < LARGEST
    assert fit_page(page, "en") == page


def test_folded_tables_are_packed_until_the_page_is_small_enough_the_largest_first():
    page = table(40_000) + table(500) + table(300, folded="")
    fitted = fit_page(page, "en")
    assert len(page.encode()) > LARGEST >= len(fitted.encode())
    assert fitted.count("data-packed") == 1, "one was enough"
    assert "40000 rows, packed" in fitted
    assert unpacked(fitted) == page


def test_a_table_that_stands_open_is_never_packed():
    page = table(40_000, folded="")
    assert fit_page(page, "en") == page


@pytest.mark.parametrize("language", ["en", "zh"])
def test_pictures_keep_every_pixel(monkeypatch, language):
    monkeypatch.setattr(fitting, "LARGEST", 1000)
    page = picture()
    fitted = fit_page(page, language)
    assert len(fitted) < len(page)
    assert pixels(fitted) == pixels(page)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30), min_size=1, max_size=9))
def test_whatever_the_rows_say_they_are_the_same_unpacked(cells):
    import pandas as pd  # noqa: PLC0415

    page = finish_body(table_html(pd.DataFrame({"a": cells, "b": "b"}), folded="All"), "en", "page", ()).html
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitting, "LARGEST", 10)
        patch.setattr(fitting, "WORTH_IT", 0)
        fitted = fit_page(page, "en")
    assert "data-packed" in fitted
    assert unpacked(fitted) == page
