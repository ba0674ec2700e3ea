"""What Chinese city plans promise for their service industries: the names a notebook may use.

A name is imported when it is first used: `city-targets report` decides by hashes what has to run, and need not wait
two seconds for tables and figures to say that nothing has.
"""

import importlib

#: Module → the names that it offers; one that the module does not define is a module inside it.
OFFERED = {
    "helpers.drawing.ambition": (
        "draw_commitment",
        "draw_components",
        "draw_horizons",
        "draw_levels",
        "draw_past",
        "draw_peers",
        "draw_upper",
    ),
    "helpers.drawing.beside": ("draw_beside",),
    "helpers.drawing.coverage": ("draw_coverage", "draw_measures", "draw_sectors"),
    "helpers.drawing.growth": ("draw_growth", "draw_steps"),
    "helpers.drawing.ranks": ("draw_ranks",),
    "helpers.drawing.show": ("show_figure",),
    "helpers.drawing.style": ("use_style",),
    "helpers.load": ("load_actuals", "load_plans", "load_targets", "load_upper_targets"),
    "helpers.measures.ambition": ("horizon_by_place",),
    "helpers.measures.coverage": ("count_targets", "coverage", "shared_indicators", "unmapped", "unquantified"),
    "helpers.measures.growth": ("growth_table", "implied_bases", "incomparable", "sudden_steps"),
    "helpers.measures.judging": ("judge_ambition", "rank_ambition"),
    "helpers.measures.upper": ("growth_beside", "upper_gaps", "without_upper"),
    "helpers.names": ("UnknownNameError",),
    "helpers.reviewing": ("ReviewError", "open_review"),
    "helpers.table.faults": ("TableError",),
    "helpers.table.lexicon": ("load_codings", "load_components"),
    "helpers.telling": ("ambition", "ambition_tables", "beside", "growth", "promises", "rank_tables"),
    "helpers.telling.phrases": ("say",),
    "helpers.telling.show": ("show_answer", "show_page", "show_table"),
}
_HOMES = {name: module for module, names in OFFERED.items() for name in names}
__all__ = sorted(_HOMES)  # noqa: PLE0605 - computed, so that a name stands once


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    home = importlib.import_module(_HOMES[name])
    # Kept, so that the next use finds it without coming here.
    globals()[name] = getattr(home, name, None) or importlib.import_module(f"{_HOMES[name]}.{name}")
    return globals()[name]


def __dir__() -> list[str]:
    return __all__
