"""Why a numeral is no target: an ordered list of rules, each small, each with a name."""

import re
from collections.abc import Callable

from helpers import vocabulary
from helpers.reading import lexicon, noun_patterns, reject_words
from helpers.reading.clauses import Place
from helpers.reading.counties import is_place_name
from helpers.reading.criteria import reject_criterion
from helpers.reading.describing import reject_described
from helpers.reading.describing_all import reject_project
from helpers.reading.expressions import Expression
from helpers.reading.labels import is_label
from helpers.reading.numerals import chinese_powers, range_pattern
from helpers.reading.patterns import CHINESE, has_any
from helpers.reading.ranks import is_rank, reject_rank
from helpers.reading.sayings import goes_on, is_each_by_each, is_of_made, is_saying
from helpers.reading.start_values import is_start_of_change
from helpers.reading.subsidies import reject_subsidy
from helpers.reading.thresholds import is_magnitude, reject_threshold
from helpers.reading.verbs_at_end import ends_with_delivery

#: A rule looks at a figure in its place and gives the reason's code, or nothing.
Rule = Callable[[Place], str]

FEW = 20
TITLES = 2  # the outermost headings: what a document is about, and its title
#: The parts of a sum before the last one, up to its bracket.
SUMMED_UP = re.compile(r"%\)\+[^+()]{1,20}\($")
NUMBERED = re.compile(r"[、.)]")
#: A figure that is printed as a number alone.
NUMBER = re.compile("[0-9][0-9.,]*")


def reject_bare(text: str, figure: Expression) -> str:
    """The reason for a numeral that is no amount: a date, a number, a name."""
    if figure.is_date:
        return "date"
    printed = text[figure.start : figure.end]
    if text[figure.start - 1 : figure.start] in ("〔", "〕"):  # the number of a document: 〔2026〕16号
        return "number"
    if is_label(text, figure) or text[figure.end : figure.end + 1] in lexicon.signs("grade"):
        return "name"
    line = text.rfind("\n", max(0, figure.start - FEW), figure.start) + 1
    opens_line = (line or figure.start < FEW) and not text[line : figure.start].strip(" (-")
    behind = text[figure.end : figure.end + 1]
    if opens_line or NUMBERED.match(behind) or behind in lexicon.signs("enumerated"):
        return "number"
    if len(printed) > 4 and printed[-1].isdigit():
        return "number"
    if text.startswith(reject_words.indefinites(), figure.start):
        return "indefinite"
    return "structure" if reject_words.structure().match(text, figure.end) else "name"


def reject(place: Place) -> str:
    """The reason why an amount is no target by itself; empty where no rule finds one."""
    return next((reason for rule in RULES if (reason := rule(place))), "")


def _number_or_name(place: Place) -> str:
    text, figure = place.text, place.figure
    if is_rank(place):
        return ""
    if place.paragraph.furniture or text[figure.start - 1 : figure.start] in lexicon.signs("ordinal"):
        return "number"
    behind = text[figure.end : figure.end + 4]
    if behind.startswith(lexicon.signs("meeting")) or place.before.strip() in lexicon.signs("numbered"):
        return "number"  # 表1 分年度目标
    if text[figure.start : figure.end] in lexicon.signs("round_clock") and CHINESE.match(behind):
        return "" if behind.startswith(lexicon.signs("time_bound")) else "name"  # 24小时|书房
    about = text[figure.start - 1 : figure.start] in lexicon.signs("plus_minus")  # ±800千伏
    graded = behind[:1] in lexicon.signs("grade") and not is_magnitude(place)
    if is_label(text, figure) or about or graded or is_place_name(text, figure.start):
        return "name"
    if figure.quantity.unit in lexicon.signs("rating_unit") and CHINESE.match(behind):
        return "name"  # 500千伏变电站
    if figure.quantity.unit in lexicon.signs("circle_unit") and reject_words.circle().match(text, figure.end):
        return "name"
    # 千兆城市 is a title; 千兆到乡镇 is a bandwidth.
    powers_only = not re.match("[0-9]", text[figure.start])
    titled = figure.quantity.unit in lexicon.signs("title_unit") and powers_only and CHINESE.match(behind)
    return "name" if titled and behind[:1] not in lexicon.signs("up_to") + lexicon.signs("inward") else ""


def _bare_cell(place: Place) -> str:
    """人均面积|2.1平方米|8|体育局: a number without a unit that fills a cell of a row, such as its marks."""
    text, figure = place.text, place.figure
    alone = text[figure.start - 1 : figure.start] == "\t" and text[figure.end : figure.end + 1] in ("\t", "\n", "")
    return "unit" if alone and NUMBER.fullmatch(text, figure.start, figure.end) else ""


def _indefinite(place: Place) -> str:
    """一批, 数百家, 几十人: how many is not said."""
    text, start = place.text, place.figure.start
    several = text[start] in chinese_powers() and text[start - 1 : start] in lexicon.signs("several")
    return "indefinite" if several or text.startswith(reject_words.indefinites(), start) else ""


def _start_of_change(place: Place) -> str:
    return "fact" if is_start_of_change(place) else ""


def _spelled(place: Place) -> str:
    """两个, 三家 count something that is to be made only right behind the verb that says so."""
    if place.text[place.figure.start] not in vocabulary.numerals():
        quoted = place.sentence_before.count("“") > place.sentence_before.count("”")
        return "structure" if quoted and is_each_by_each(place) else ""  # “排查1处、整改1处”
    if place.before.rstrip().endswith(lexicon.signs("promised")):
        return ""  # 至少一个
    if not place.after and place.before.endswith(lexicon.verbs_of_change()):
        return ""  # 数量达到十二个,…
    if is_saying(place):
        return "structure"
    quantity = place.figure.quantity
    if _gives_each_once(place):
        return "structure"
    if quantity.unit not in lexicon.signs("few_unit"):
        return ""
    ranged = re.search(range_pattern(), place.text[place.figure.start : place.figure.end])  # 两三家 is none
    small = quantity.value < FEW and not ranged and quantity.operator in ("", "between")
    if not small or ends_with_delivery(place.before) or is_of_made(place) or goes_on(place):
        return ""
    return "structure"


def _gives_each_once(place: Place) -> bool:
    """为9万名新生儿提供|一次|筛查: how often each of those gets it that are counted before."""
    counted = place.clause[0] < place.last_end and place.figure.quantity.unit in lexicon.signs("time_count")
    return bool(counted) and place.figure.quantity.value == 1


def _summoned(place: Place) -> str:
    """A call to a meeting states no target."""
    outermost = place.paragraph.headings[:TITLES]
    return "procedure" if any(one.endswith(lexicon.signs("summons")) for one in outermost) else ""


def _procedure_or_grading(place: Place) -> str:
    if place.figure.quantity.unit in lexicon.signs("time_count") and has_any(
        place.clause_text, reject_words.clause_words("procedure")
    ):
        return "procedure"
    few = place.figure.quantity.unit in lexicon.signs("sample_unit")
    if place.before.endswith(lexicon.signs("sampled")) or (few and has_any(place.before, lexicon.signs("samples"))):
        return "procedure"  # 随机抽取20份, 抽查日志2次
    if place.figure.quantity.kind == "percent" and _is_weight(place):
        return "grading"
    graded = has_any(place.clause_text, reject_words.clause_words("grading"))
    return "grading" if graded and not has_any(place.clause_text, lexicon.signs("no_grading")) else ""


def _is_weight(place: Place) -> bool:
    """月度调度(30%)+现场核查(70%): brackets with nothing but a part of a sum, whose parts a plus sign joins."""
    start, end = place.figure.start, place.figure.end
    if place.text[start - 1 : start] != "(" or place.text[end : end + 1] != ")":
        return False
    return place.text[end + 1 : end + 2] == "+" or bool(SUMMED_UP.search(place.sentence_before))


def _located(place: Place) -> str:
    """在37个社区中完成…: where, not what."""
    behind = place.text[place.figure.end : min(place.clause[1], place.figure.end + 16)]
    before = place.before.rstrip()
    if before.startswith(lexicon.signs("exists")) or before.endswith(lexicon.signs("exists")):
        return "fact"
    between = place.text[place.figure.end : place.next_start]
    if place.next_start < place.clause[1] and before in lexicon.signs("where") and noun_patterns.made().search(between):
        return "structure"  # 在14个乡镇建设56个示范园
    located = reject_words.where().search(before) and not before.endswith(lexicon.verbs_of_staying())
    return "fact" if located and has_any(behind, lexicon.signs("inside")) else ""


RULES: tuple[Rule, ...] = (
    _summoned,
    _start_of_change,
    reject_rank,
    _bare_cell,
    _number_or_name,
    _indefinite,
    reject_subsidy,
    _procedure_or_grading,
    _located,
    reject_project,
    reject_criterion,
    reject_described,
    _spelled,
    reject_threshold,
)
