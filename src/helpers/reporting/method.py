"""Changes of method: what a reader of older pages should know, as the README lists it."""

import re

CHANGES = re.compile(r"^## Changes of method\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r"^[-*] (.*?)(?=^[-*] |^$|\Z)", re.MULTILINE | re.DOTALL)


def changes_of_method(readme: str) -> tuple[str, ...]:
    """The dated lines under *Changes of method*, as they stand there."""
    section = CHANGES.search(readme)
    if not section:
        return ()
    return tuple(" ".join(entry.split()) for entry in ENTRY.findall(section[1]))
