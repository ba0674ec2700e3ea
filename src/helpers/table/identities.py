"""What should hold between which indicators, as a table for the measures."""

import pandas as pd

from helpers import declarations, vocabulary

ANY = "*"
#: Kinds of identity that hold for some indicators only, and by what those are known.
STOCK, MILESTONE = "stock", "milestone"
COLUMNS = ("identity", "kind", "result", "part", "whole", "factor", "sure", "disjoint", "explanations", "better")


def identity_table() -> pd.DataFrame:
    """The declared identities, those that hold for every indicator with one row each.

    ``kind`` says how ``result`` follows from ``part`` and ``whole`` (times ``factor``), or which of the two may not
    exceed the other. Where ``sure`` is false the two sides may be of different scope, and nothing contradicts.
    ``disjoint`` names parts that may be summed, ``explanations`` what else explains a gap, as ``;``-joined codes;
    ``better`` is the direction in which an indicator should move.
    """
    rows = [
        row | {"result": code, "better": vocabulary.indicators()[code]["better"] if code else ""}
        for row in map(dict, declarations.identities())
        for code in (_indicators(row["kind"]) if row["result"] == ANY else [row["result"]])
    ]
    frame = pd.DataFrame(rows)
    frame["factor"] = pd.to_numeric(frame["factor"]).fillna(1.0)
    frame["sure"] = frame["sure"] == "yes"
    return frame[list(COLUMNS)]


def _indicators(kind: str) -> list[str]:
    known = vocabulary.indicators().items()
    if kind == STOCK:
        return [code for code, row in known if row["stock_flow"] == "stock"]
    if kind == MILESTONE:
        return [code for code, row in known if row["better"]]
    return [code for code, _ in known]
