"""What all pages share: the look, a policy that forbids them to fetch, and a font for their Chinese characters."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from helpers.reporting.fonts import embed_font

HERE = Path(__file__).parent
INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)


def render_page(template: str, **values: object) -> str:
    """One HTML file that fetches nothing: a template of this folder, the style, and the font of what it says."""
    shell = _shells().get_template(template)
    values["style"] = (HERE / "page.css").read_text(encoding="utf-8")
    values["script"] = (HERE / "page.js").read_text(encoding="utf-8")
    values["font"] = embed_font(shell.render(**values))
    return shell.render(**values, policy=policy_of(shell.render(**values)))


def policy_of(page: str) -> str:
    """A content security policy that lets nothing in but the page's own style, script, font and pictures.

    Style and script are named by their hashes, so that nothing which slipped into the text could run.
    """
    sums = {"style": [], "script": []}
    for kind, text in INLINE.findall(page):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        sums[kind].append(f"'sha256-{digest}'")
    allowed = {kind: " ".join(found) or "'none'" for kind, found in sums.items()}
    return (
        f"default-src 'none'; style-src {allowed['style']}; script-src {allowed['script']}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _shells() -> Environment:
    return Environment(loader=FileSystemLoader(HERE), autoescape=select_autoescape())
