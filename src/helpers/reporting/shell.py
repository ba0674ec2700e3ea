"""What all pages share: the look, and a font of their own for their Chinese characters."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from helpers.reporting.fonts import embed_font

HERE = Path(__file__).parent


def render_page(template: str, **values: object) -> str:
    """One HTML file that fetches nothing: a template of this folder, the style, and the font of what it says."""
    shell = Environment(loader=FileSystemLoader(HERE), autoescape=select_autoescape()).get_template(template)
    values["style"] = (HERE / "page.css").read_text(encoding="utf-8")
    return shell.render(**values, font=embed_font(shell.render(**values, font="")))
