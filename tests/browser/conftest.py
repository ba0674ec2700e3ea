"""A browser for the tests of pages; where the machine has none they are skipped, and the reason says so."""

import os
from importlib.resources import files

import pytest

from helpers.reporting.pdf import find_chromium

QUIET = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 10_000  # milliseconds until something that should be there is missed


@pytest.fixture(scope="session")
def browser():
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        opened = driver.chromium.launch(executable_path=path, args=[*QUIET, *(["--no-sandbox"] if root else [])])
        yield opened
        opened.close()


class Visit:
    """An opened page, what it asked the network for, and what it complained of."""

    def __init__(self, context, path):
        self.requests, self.complaints = [], []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.goto(path.as_uri())
        self.page.evaluate("document.fonts.ready")
        self.path = path

    def foreign_requests(self):
        own = self.path.as_uri()
        return [url for url in self.requests if url.split("#")[0] != own and not url.startswith(("data:", "blob:"))]

    def faults_of_access(self):
        """What axe-core finds, by rule and place."""
        axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
        found = self.page.evaluate(f"{axe}; axe.run({{resultTypes: ['violations']}})")
        return [(fault["id"], node["target"]) for fault in found["violations"] for node in fault["nodes"][:3]]

    def fonts_of(self, selector):
        """How many glyphs of the elements' own text each font draws: a boxed character is drawn by a local font."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        counts = {True: 0, False: 0}
        for node in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]:
            for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
                counts[font["isCustomFont"]] += font["glyphCount"]
        return counts


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page's text in a window of a given kind."""
    contexts = []

    def open_page(html, **window):
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(**window))
        return Visit(contexts[-1], path)

    yield open_page
    for context in contexts:
        context.close()
