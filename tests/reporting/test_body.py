"""The inside of a page: nothing in it runs or fetches, its headings are listed, its tables can be sorted."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from helpers.reporting.body import SAFE_PICTURE, finish_body

TABLE = (
    '<div class="scroll" tabindex="0"><table class="dataframe rows"><thead><tr><th>Indicator</th><th>Target</th>'
    "<th>Id</th></tr></thead><tbody>{rows}</tbody></table></div>"
)
ROW = "<tr><td>{name}</td><td>{target}</td><td>{ids}</td></tr>"


def finish(text, known=()):
    return finish_body(text, "en", "page", set(known))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<p onclick='alert(1)'>a</p>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href='java\nscript:alert(1)'>a</a>",
        "<a href=' javascript:alert(1)'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<img src='https://a.example/x.png'>",
        "<img src='data:image/svg+xml;base64,AAAA'>",
        "<svg onload='alert(1)'><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<link rel='stylesheet' href='https://a.example/x.css'>",
        "<style>@import 'https://a.example/x.css'</style>",
        "<p style='background: url(https://a.example)'>a</p>",
        "<form action='https://a.example'><input name='a'></form>",
        "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<meta http-equiv='refresh' content='0;url=https://a.example'>",
    ],
)
def test_nothing_that_runs_or_fetches_stays(text):
    inside = html.fragment_fromstring(finish(f"<p>before</p>{text}<p>after</p>").html)
    for element in inside.iter():
        assert element.tag not in ("script", "style", "iframe", "link", "meta", "form", "svg")
        assert not any(key.startswith("on") or key == "style" for key in element.attrib)
        assert not element.get("href", "#").lower().strip().startswith(("java", "data:", "\n"))
        assert SAFE_PICTURE.match(element.get("src", "data:image/png;base64,"))
    assert "before" in inside.text_content()
    assert "after" in inside.text_content()


def test_pictures_and_links_of_the_notebook_stay():
    inside = finish('<img src="data:image/png;base64,AAAA" alt="a"><a href="https://a.example/">b</a>').html
    assert 'src="data:image/png;base64,AAAA"' in inside
    assert 'href="https://a.example/"' in inside


def test_headings_of_the_second_rank_make_the_contents_list():
    body = finish("<h1>One</h1><h2>Two &amp;\n<em>more</em></h2><p>a</p><h2>三</h2><h3>Four</h3>")
    assert [(heading.anchor, heading.text) for heading in body.headings] == [
        ("part-1", "Two & more"),
        ("part-2", "三"),
    ]
    assert '<h2 id="part-2">' in body.html


def test_known_ids_become_links_and_are_counted_once():
    rows = ROW.format(name="a-b-c", target="≥ 5%", ids="linxi-2026-11aa; linxi-2026-22bb") * 2
    body = finish(TABLE.format(rows=rows), ["linxi-2026-11aa", "linxi-2026-22bb", "linxi-2026-33cc"])
    assert body.ids == ["linxi-2026-11aa", "linxi-2026-22bb"]
    cell = html.fragment_fromstring(body.html).findall(".//td")[2]
    assert cell.text_content() == "linxi-2026-11aa; linxi-2026-22bb"
    assert [link.get("href") for link in cell] == ["#linxi-2026-11aa", "#linxi-2026-22bb"]


@given(st.text("ab-12; &<", max_size=30))
def test_linking_ids_changes_no_letter(text):
    rows = ROW.format(name="a", target="b", ids=text.replace("&", "&amp;").replace("<", "&lt;"))
    plain = finish(TABLE.format(rows=rows))
    linked = finish(TABLE.format(rows=rows), ["a-b", "a-1", "b-2", "a-a-1"])
    texts = [html.fragment_fromstring(body.html).text_content() for body in (plain, linked)]
    assert texts[0] == texts[1]


def test_a_table_says_what_its_columns_sort_by():
    rows = ROW.format(name="物流", target="2.5 billion yuan", ids="") + ROW.format(name="金融", target="7%", ids="")
    table = html.fragment_fromstring(finish(TABLE.format(rows=rows)).html).find(".//table")
    assert [head.get("data-kind") for head in table.iter("th")] == [None, "number", None]
    assert [cell.get("data-key") for cell in table.iter("td")][1::3] == ["2500000000", "7"]
    assert all(head.get("scope") == "col" for head in table.iter("th"))


def test_a_scrolling_table_is_named_by_its_part_and_a_long_one_keeps_its_head_in_sight():
    rows = ROW.format(name="a", target="b", ids="c") * 30
    frame = html.fragment_fromstring(finish(f"<h2>Every target</h2>{TABLE.format(rows=rows)}").html).find("./div")
    assert frame.get("aria-label") == "Table 1: Every target"
    assert frame.get("class") == "scroll long"


def test_a_table_that_is_no_rectangle_is_left_alone():
    finish("<table><tbody><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></tbody></table><table></table>")


def test_a_long_word_is_looked_through_once():
    """Else a table of long words without a hyphen would take minutes."""
    begun = time.process_time()
    finish(TABLE.format(rows=ROW.format(name="a" * 40_000, target="1", ids="x-1")), {"x-1"})
    assert time.process_time() - begun < 2
