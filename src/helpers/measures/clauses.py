"""What is stated or was reported, in one form: the clauses that identities join."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from helpers.measures.tolerance import ABOUT, Figure, read_printed

#: Measures that say how large something is in a year.
SIZES = ("level", "share", "rate")
NATION = "000000"
#: Where a clause comes from, the firmer ground first: a plan, another document, a reported value, a doubtful one.
TARGET, UPPER, FACT, DOUBTFUL, DERIVED = "target", "upper", "fact", "doubtful", "derived"


@dataclass(frozen=True)
class Clause:
    """One number of a plan, of another document or of the reported values, or one that follows from others.

    ``formula`` and ``operands`` say what a derived one follows from.
    """

    id: str
    source: str
    document: str
    place: str
    code: str
    measure: str
    unit: str
    year: int
    start: int | None
    period: str
    price_basis: str
    operator: str
    noun: str
    figure: Figure
    formula: str = ""
    operands: tuple["Clause", ...] = ()

    @property
    def stated(self) -> bool:
        return self.source in (TARGET, UPPER)


def clauses_of_targets(targets: pd.DataFrame, about: float = ABOUT) -> list[Clause]:
    """Targets of canonical indicators that have a year."""
    rows = targets[(targets["indicator_code"] != "") & targets["target_year"].notna()].to_dict("records")
    return [_clause(row, "target_id", TARGET, str(row["plan_id"]), row["target_year"], about) for row in rows]


def clauses_of_upper_targets(upper: pd.DataFrame, about: float = ABOUT) -> list[Clause]:
    """Targets of nation, provinces and the places' other documents, each document by its title."""
    rows = upper[upper["target_year"].notna()].to_dict("records")
    return [
        _clause(row | {"place": row["issuer"]}, "upper_id", UPPER, row["document_title"], row["target_year"], about)
        for row in rows
    ]


def clauses_of_actuals(actuals: pd.DataFrame, about: float = ABOUT) -> list[Clause]:
    """Reported values; an estimate is taken as an about, and what is not preferred as doubtful."""
    found = []
    for row in actuals.to_dict("records"):
        source = FACT if row["status"] == "preferred" else DOUBTFUL
        more = {"operator": "approx" if row["estimate"] == "true" else "eq", "period": "by", "value_max": None}
        found.append(_clause(row | more, "fact_id", source, row["source_title"], row["year"], about))
    return found


def related(frame: pd.DataFrame, targets: pd.DataFrame, column: str = "place") -> pd.DataFrame:
    """The rows of facts or upper targets that concern the places of ``targets``, their provinces or the nation."""
    known = set(targets["place"].astype("str")) | set(targets["province"].astype("str"))
    return frame[frame[column].isin(known) | (frame["adcode"] == NATION)].reset_index(drop=True)


class Pool:
    """Clauses by what they are about, and which of several to take."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        self._sizes: dict[tuple[str, str, int], list[Clause]] = {}
        self._by_code: dict[tuple[str, str], list[Clause]] = {}
        self.clauses: list[Clause] = []
        for clause in clauses:
            self.add(clause)

    def add(self, clause: Clause) -> None:
        self.clauses.append(clause)
        self._by_code.setdefault((clause.place, clause.code), []).append(clause)
        if _group(clause) == "size":
            self._sizes.setdefault((clause.place, clause.code, clause.year), []).append(clause)

    def about(self, place: str, code: str) -> list[Clause]:
        """All clauses about one indicator of one place."""
        return [*self._by_code.get((place, code), [])]

    def size(self, like: Clause, code: str, year: int) -> Clause | None:
        """How large the indicator is in that place and year: from the same document, else from the firmest ground."""
        return self._best(like, self._sizes.get((like.place, code, year), []))

    def stated_size(self, like: Clause, code: str, year: int) -> Clause | None:
        """The same, of plans and other documents only."""
        found = self._sizes.get((like.place, code, year), [])
        return self._best(like, [clause for clause in found if clause.stated])

    def stated(self, *groups: str) -> list[Clause]:
        """Clauses of plans and other documents, by group of measure, in the order in which they came."""
        return [clause for clause in self.clauses if clause.stated and _group(clause) in groups]

    def latest(self, place: str, code: str, year: int) -> Clause | None:
        """The latest reported value up to a year; a doubtful one only where there is no other."""
        known = [
            clause
            for clause in self.about(place, code)
            if clause.source in (FACT, DOUBTFUL) and _group(clause) == "size"
            if clause.year <= year and clause.figure.value > 0
        ]
        return max(known, key=lambda clause: (clause.source == FACT, clause.year), default=None)

    @staticmethod
    def _best(like: Clause, found: list[Clause]) -> Clause | None:
        order = {TARGET: 1, FACT: 2, UPPER: 3, DOUBTFUL: 4, DERIVED: 5}
        return min(
            found,
            key=lambda clause: 0 if clause.stated and clause.document == like.document else order[clause.source],
            default=None,
        )


def derive(like: Clause, code: str, measure: str, unit: str, year: int, figure: Figure, formula: str,
           operands: tuple[Clause, ...]) -> Clause:  # fmt: skip
    """A number that follows from others."""
    names = ";".join(clause.id for clause in operands)
    return Clause(f"{formula}({names})", DERIVED, like.document, like.place, code, measure, unit, year, None, "by", "",
                  "eq", "", figure, formula, operands)  # fmt: skip


def origins(clauses: Iterable[Clause]) -> list[Clause]:
    """The stated and reported clauses that the given ones are or follow from, each once."""
    found: dict[str, Clause] = {}
    for clause in clauses:
        for one in origins(clause.operands) if clause.operands else [clause]:
            found.setdefault(one.id, one)
    return list(found.values())


def _group(clause: Clause) -> str:
    if clause.measure in SIZES:
        return "sum" if clause.period == "cumulative" else "size"  # a sum over years is no size of any one of them
    return clause.measure


def _clause(row: Mapping[str, object], key: str, source: str, document: str, year: int, about: float) -> Clause:
    start = row.get("start_year")
    text = {name: str(row[name]) for name in ("place", "measure", "unit", "period", "price_basis", "operator")}
    figure = read_printed(row["value"], text["operator"], text["measure"], text=str(row.get("figure", "")),
                          largest=row["value_max"], about=about)  # fmt: skip
    return Clause(
        id=str(row[key]), source=source, document=document, code=str(row["indicator_code"]), year=int(year),
        start=None if pd.isna(start) else int(start), noun=str(row["indicator"]), figure=figure, **text,
    )  # fmt: skip
