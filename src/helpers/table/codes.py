"""The codes of the contract and what each means."""

from helpers import declarations, vocabulary

MEASURES = {
    "level": "a stock or a yearly flow reaches a value",
    "increment": "newly added, built, renovated, trained or removed: count or amount, or a change in points",
    "growth_rate": "growth year on year, %",
    "cagr": "average growth per year over several years, %",
    "share": "part of a whole, %",
    "rate": "coverage, satisfaction, compliance, a fee rate, or a figure per head",
    "multiple": "times the baseline; doubling is 2",
    "gap": "difference from another series, in points",
}
OPERATORS = {
    "ge": "at least: 以上, 不低于, 超过, 突破",
    "le": "at most: 以内, 以下, 低于, 不超过",
    "approx": "about: 左右, 约",
    "between": "a range from value to value_max",
    "eq": "a bare figure",
}
PERIODS = {
    "by": "in or by target_year",
    "annual": "each year from start_year to target_year",
    "cumulative": "a sum over several years up to target_year",
}
YEAR_SOURCES = {
    "clause": "printed in the figure's own clause",
    "sentence": "printed elsewhere in its sentence, which ends at 。",
    "paragraph": "printed elsewhere in its paragraph",
    "plan": "not printed near it: the plan's own years",
}
MODALITIES = {
    "binding": "guaranteed: 确保, 必须, 保持在",
    "plain": "stated: 达到, 实现, 完成, or bare",
    "aspirational": "striven for: 力争, 争取, 努力",
}
PRICE_BASES = {
    "real": "in constant prices",
    "nominal": "in current prices",
    "unstated": "the plan does not say, and no convention settles it",
}
REVIEWS = {"draft": "read by the program", "reviewed": "a person agreed or corrected"}
SOURCE_GRADES = {
    "official": "a government site",
    "mirror": "a communiqué on a mirror",
    "press": "a newspaper or agency",
    "compilation": "a yearbook panel gathered by others",
    "repost": "a copy on a doubtful host",
    "none": "no address is known",
}
FACT_STATUSES = {
    "preferred": "the best row for its place, indicator, measure, year and price basis",
    "alternative": "another source for the same quantity",
    "doubtful": "supported only by a doubtful copy, a forecast, or failing a plausibility check",
}
UPPER_STATUSES = {
    "usable": "supported well enough to be compared with",
    "doubtful": "supported only by a doubtful copy, or uncertain in bound or horizon",
}
LEVELS = {
    "nation": "the nation",
    "province": "a province, autonomous region or municipality",
    "city": "a prefecture-level city",
    "district": "a district, county or development zone",
}


def sector_codes() -> dict[str, str]:
    return {name: row["name_en"] for name, row in vocabulary.sectors().items()}


def indicator_codes() -> dict[str, str]:
    return {name: row["name_en"] for name, row in vocabulary.indicators().items()}


def rejection_codes() -> dict[str, str]:
    return dict(vocabulary.rejection_reasons())


def indicators_better() -> dict[str, str]:
    """Canonical indicator → ``more`` or ``less``, whichever is better; empty where neither is."""
    return {name: row["better"] for name, row in vocabulary.indicators().items()}


def series_breaks() -> dict[str, list[int]]:
    """Canonical indicator → years from which its reported levels are on a new basis, in order."""
    breaks: dict[str, list[int]] = {}
    for row in declarations.series_breaks():
        breaks.setdefault(row["indicator_code"], []).append(int(row["year"]))
    return {code: sorted(years) for code, years in breaks.items()}
