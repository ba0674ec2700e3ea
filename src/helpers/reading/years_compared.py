"""Years that a figure is held against, or that its change starts from."""

import re
from functools import cache

from helpers import vocabulary
from helpers.reading import lexicon
from helpers.reading.patterns import any_of
from helpers.reading.periods import YEAR, year_sign


@cache
def compared_pattern() -> str:
    """A year that a figure is held against or starts from: 较2020年, 从2020年的(52%提高到66%), 从“十三五”末的."""
    year, later = year_sign(), any_of((*lexicon.signs("since"), *lexicon.signs("range")))
    start = f"(?:{any_of(lexicon.signs('from'))}){YEAR}{year}(?!{later}|[0-9]{{1,2}}{lexicon.signs('month')[0]})"
    compared, eras = compared_words(), any_of(vocabulary.eras())
    led, ends = f"{any_of(lexicon.signs('from'))}|{compared}", any_of(lexicon.signs("era_end"))
    times, more = any_of(lexicon.signs("times")), f"[1-9][0-9]{{2}}(?:\\.[0-9]{{1,2}})?{vocabulary.percent()}"
    of_year = f"{YEAR}{year}{lexicon.adjuncts('particle')[0]}(?=[0-9][0-9.]{{0,4}}(?:{times})|{more})"  # 2026年的|2倍
    spans = any_of(lexicon.signs("era_span"))
    era = f'(?:{led})[“"]?(?:{eras})[”"]?(?:{ends})|(?:{compared})[“"]?(?:{eras})[”"]?(?:{spans})?'  # 较“十四五”
    return f"{of_year}|(?:{compared}){YEAR}{year}|{start}|{era}"


@cache
def compared_words() -> str:
    """What leads in what is compared with: 较, 比; but not the end of a share's name: 占比|2029年达到85%."""
    others = "".join(f"(?<!{word})" for word in lexicon.signs("no_compared"))
    return f"{others}(?:{any_of(lexicon.signs('compared'))})"


@cache
def multiplied_year() -> re.Pattern[str]:
    """The year whose value a figure in times or of more than all multiplies: 达到2026年的|2倍, |110%."""
    return re.compile(f"{YEAR}{year_sign()}{lexicon.adjuncts('particle')[0]}$")


@cache
def beside_pattern() -> str:
    """A year that a whole sentence is compared with: 与2025年相比, 以2025年为基数."""
    beside, ends = any_of(lexicon.signs("beside")), any_of(lexicon.signs("compared"))
    taken, base = any_of(lexicon.signs("taken_as")), any_of(lexicon.signs("as_base"))
    return (
        f"(?:{beside}){YEAR}{year_sign()}[^,;。0-9]{{0,2}}(?:{ends})"
        f"|(?:{taken}){YEAR}{year_sign()}[^,;。]{{0,20}}?(?:{base})"
    )


def basis_pattern() -> str:
    """The year from which a change starts, with its value: (在)2025年(320亿元的)基础上."""
    inside = f"[^,;。0-9{''.join(lexicon.signs('where')[:1])}]"
    value = f"(?:{inside}{{0,8}}[0-9][0-9.]*{inside}{{0,8}}?|[^,;。]{{0,4}}?)"
    return f"{YEAR}{year_sign()}{value}(?:{any_of(lexicon.signs('on_basis'))})"
