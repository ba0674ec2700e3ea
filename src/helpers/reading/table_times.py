"""The words of time in the headers of tables."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, year_sign


def time_in(text: str) -> str:
    """The last words of time in some text, a year printed without its sign with it; empty where there are none."""
    found = [match.group() for match in when_pattern().finditer(text)]
    return found[-1] + (lexicon.signs("year")[0] if found[-1].isdigit() else "") if found else ""


def year_of(words: str) -> int | None:
    """The last year that words of time name; of an era its last."""
    years = re.findall(YEAR, words)
    eras = [vocabulary.eras()[name][1] for name in vocabulary.eras() if name in words]
    return max([*map(int, years), *eras], default=None)


@cache
def when_pattern() -> re.Pattern[str]:
    """A span of years, a year (in a narrow header without 年), or an era."""
    year, eras = year_sign(), any_of(vocabulary.eras())
    ranged = "".join(lexicon.signs("range"))
    return re.compile(f'{YEAR}(?:{year})?[{ranged}]{{1,2}}{YEAR}(?:{year})?|{YEAR}{year}|^{YEAR}$|[“"]?(?:{eras})[”"]?')
