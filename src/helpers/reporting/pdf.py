"""A page on A4, printed by a Chromium that the machine has."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from helpers.files import replace_file

#: What Chromium and its kin are called, where they are looked for first, and by which name one can be given.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge")
ELSEWHERE = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
GIVEN = "CITY_TARGETS_CHROMIUM"
QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
)
LONGEST = 120  # seconds


HINT = f"install Chromium, or name a browser like it in {GIVEN}"


class PdfError(RuntimeError):
    """A page could not be printed; the message says why and what to do."""


def find_chromium() -> str | None:
    """The browser to print with: the one that ``CITY_TARGETS_CHROMIUM`` names, else one that the machine has."""
    given = os.environ.get(GIVEN)
    names = (given,) if given else (*NAMES, *ELSEWHERE)
    return next(filter(None, map(shutil.which, names)), None)


def print_pdf(page: Path) -> Path:
    """The page as a PDF of A4 sheets beside it, under the same name; an old one is replaced only by a whole one.

    Raises ``PdfError`` where there is no browser or it prints nothing.
    """
    browser = find_chromium()
    if browser is None:
        msg = f"no Chromium found to print {page.name} with; {HINT}"
        raise PdfError(msg)
    with tempfile.TemporaryDirectory(prefix="city-targets-") as folder:
        printed = Path(folder) / "page.pdf"
        command = [browser, *QUIET, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium refuses its sandbox to root, as in a container
        _run([*command, page.resolve().as_uri()], page)
        if not printed.exists() or not printed.read_bytes().startswith(b"%PDF"):
            msg = f"{browser} printed nothing of {page.name}"
            raise PdfError(msg)
        target = page.with_suffix(".pdf")
        replace_file(target, printed.read_bytes())
    return target


def print_pages(pages: Iterable[Path]) -> list[str]:
    """Print the pages that are there and have no PDF of their own; what went wrong, one line a page.

    A PDF has the time of the page that it was printed from, to the nanosecond: which of two times is the later says
    nothing where a clock was set.
    """
    faults = []
    for page in pages:
        printed = page.with_suffix(".pdf")
        if not page.exists() or (printed.exists() and printed.stat().st_mtime_ns == page.stat().st_mtime_ns):
            continue
        try:
            print_pdf(page)
            os.utime(printed, ns=(page.stat().st_mtime_ns,) * 2)
        except (PdfError, OSError) as error:
            faults.append(f"{page.stem}: not printed: {error}")
    return faults


def _run(command: list[str], page: Path) -> None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired as error:
        msg = f"{command[0]} did not print {page.name} within {LONGEST} seconds"
        raise PdfError(msg) from error
    except OSError as error:
        msg = f"{command[0]} cannot be started: {error.strerror}"
        raise PdfError(msg) from error
    if done.returncode:
        last = (done.stderr.decode(errors="replace").strip().splitlines() or ["no message"])[-1]
        msg = f"{command[0]} failed on {page.name} with status {done.returncode}: {last}"
        raise PdfError(msg)
