"""What the analyses are told in ``vocab/*.csv``: codings, components, identities, breaks in series, bodies."""

from functools import cache

from helpers.vocabulary import Row, read_named


@cache
def commitment_scores() -> tuple[Row, ...]:
    """How firm a bound or a modality is under each named coding, from 0 to 1."""
    return read_named("commitment_scores", "coding", "axis", "code", "word", optional=("word",))


@cache
def commitment_codings() -> dict[str, Row]:
    """Names of the codings of commitment; the first fills what the others leave unsaid."""
    return {row["coding"]: row for row in read_named("commitment_codings", "coding")}


@cache
def ambition_components() -> dict[str, Row]:
    """Components of ambition, their direction and unit."""
    return {row["component"]: row for row in read_named("ambition_components", "component")}


@cache
def series_breaks() -> tuple[Row, ...]:
    """Years from which an indicator's reported levels are on a new basis and not comparable with those before.

    ``grade`` is ``documented`` where sources of reported values say so, ``single_note`` where one remark is all there
    is; either keeps values apart, since a comparison left out is better than a wrong one.
    """
    return read_named("series_breaks", "indicator_code", "year")


@cache
def identities() -> tuple[Row, ...]:
    """What should hold between which indicators, and what else explains where it does not."""
    optional = ("result", "part", "whole", "factor", "disjoint", "explanations")
    return read_named("identities", "identity", optional=optional)


@cache
def remarks() -> dict[str, str]:
    """Remarks that stand in English in the tables → the same in Chinese; both may have numbered gaps, ``{0}``."""
    return {row["remark"]: row["zh"] for row in read_named("remarks", "remark")}


@cache
def bodies() -> dict[str, Row]:
    """Responsible bodies by code, with their names."""
    return {row["body"]: row for row in read_named("bodies", "body")}


@cache
def body_names() -> tuple[Row, ...]:
    """Names of bodies as printed, whole or by how they end, with the bodies they stand for, the longer ones first."""
    return tuple(sorted(read_named("body_names", "word", "place"), key=lambda row: -len(row["word"])))
