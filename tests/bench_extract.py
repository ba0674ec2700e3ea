"""How fast plans are read, as ratios to Recognizers-Text and to lower bounds in the same run. Run by ``make bench``.

Recognizers-Text links nothing. It is asked for percentages, currencies and dimensions (the amounts), for dates too, and
for bare numbers and ordinals too: the extractor accounts for every numeral of a text, so the last is the like-for-like
one. It judges nothing.
"""

import re
import resource
import time
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from invented import DOCUMENTS, text_of

from helpers import paths, vocabulary
from helpers.extraction import texts_at_hand
from helpers.reading.characters import to_plain
from helpers.reading.extract import extract
from helpers.reading.numerals import ARABIC
from helpers.reading.patterns import any_of
from helpers.reading.structure import read_paragraphs

ROUNDS = 5
FIRST_YEAR = 2024
LINE_LENGTHS = (100_000, 1_000_000, 10_000_000)


def best_time(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least of several times: what the machine can do when nothing else disturbs it."""
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def lower_bounds() -> dict[str, Callable[[str], object]]:
    digits, amount = re.compile("[0-9]+"), re.compile(f"(?:{ARABIC})[万亿]*(?:{any_of(vocabulary.units())})")
    return {
        "UTF-8 decode": lambda text: text.encode().decode(),
        "re, [0-9]+": digits.findall,
        "re, number and unit": amount.findall,
    }


def peers() -> dict[str, Callable[[str], object]]:
    """Recognizers-Text for amounts alone, for amounts and dates, and for every numeral."""
    warnings.simplefilter("ignore")
    from recognizers_date_time import recognize_datetime  # noqa: PLC0415
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage  # noqa: PLC0415
    from recognizers_number_with_unit import recognize_currency, recognize_dimension  # noqa: PLC0415

    amounts = (recognize_percentage, recognize_currency, recognize_dimension)

    def ask(recognizers: tuple[Callable, ...]) -> Callable[[str], object]:
        return lambda text: [recognize(text, "zh-cn") for recognize in recognizers]

    return {
        "Recognizers-Text, amounts": ask(amounts),
        "Recognizers-Text, amounts and dates": ask((*amounts, recognize_datetime)),
        "Recognizers-Text, every numeral": ask((*amounts, recognize_datetime, recognize_number, recognize_ordinal)),
    }


def report(name: str, signs: int, seconds: float, ours: float) -> None:
    print(f"{name:<44}{signs / seconds / 1e6:10.3f} M signs/s   extract is {seconds / ours:8.2f} x as fast")  # noqa: T201


def prose(text: str) -> str:
    """The paragraphs of a document in one line, without the records of its page, headings and bodies."""
    paragraphs = (one for one in read_paragraphs(to_plain(text)) if not one.furniture and not one.departments)
    lines = (text[one.start : one.end] for one in paragraphs)
    return "".join(line for line in lines if line.endswith("。"))


def main() -> None:
    texts = [text_of(name) for name in DOCUMENTS]
    texts += texts_at_hand(paths.documents()).values()
    signs = sum(map(len, texts))
    ours = best_time(lambda: [extract(text, FIRST_YEAR) for text in texts])
    report(f"extract, {len(texts)} documents, {signs:,} signs", signs, ours, ours)
    for name, call in peers().items():
        report(name, signs, best_time(lambda call=call: [call(text) for text in texts], rounds=1), ours)
    for name, call in lower_bounds().items():
        report(name, signs, best_time(lambda call=call: [call(text) for text in texts]), ours)
    line = "".join(map(prose, texts))
    for length in LINE_LENGTHS:
        # A process of its own for each: the most memory that one has had is never given back.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, found, most = pool.submit(read_line, line, length).result()
        name = f"extract, one line of {length:,} signs"
        speed = f"{length / seconds / 1e6:10.3f} M signs/s   {seconds:.1f} s, {found:,} statements"
        print(f"{name:<44}{speed}, at most {most / 2**20:,.0f} MiB of memory")  # noqa: T201


def read_line(line: str, length: int) -> tuple[float, int, int]:
    """Seconds, statements, and the most bytes of memory that reading one line so long has taken."""
    text = (line * (length // len(line) + 1))[:length]
    start = time.perf_counter()
    found = len(extract(text, FIRST_YEAR).statements)
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.perf_counter() - start, found, kibibytes * 1024


if __name__ == "__main__":
    main()
