"""What Chinese city plans promise for their service industries: the names a notebook may use.

A name is imported when it is first used: `city-targets report` decides by hashes what has to run, and need not wait
two seconds for tables and figures to say that nothing has.
"""

import importlib

#: Module → the names that it offers; one that the module does not define is a module inside it.
OFFERED = {
    "helpers.drawing.ambition": (
        "draw_firmness",
        "draw_components",
        "draw_horizons",
        "draw_levels",
        "draw_past",
        "draw_peers",
        "draw_upper",
    ),
    "helpers.drawing.against": ("draw_against",),
    "helpers.drawing.beside": ("draw_beside",),
    "helpers.drawing.consistency": ("draw_gaps", "draw_outcomes"),
    "helpers.drawing.coverage": ("draw_commitment", "draw_coverage", "draw_measures", "draw_sectors"),
    "helpers.drawing.emphasis": (
        "draw_bodies",
        "draw_money",
        "draw_quotients",
        "draw_sector_shares",
        "draw_serves",
        "draw_similarity",
    ),
    "helpers.drawing.growth": ("draw_growth", "draw_steps"),
    "helpers.drawing.next_plan": ("draw_candidates", "draw_paces"),
    "helpers.drawing.profile": ("draw_due", "draw_position"),
    "helpers.drawing.progress": ("draw_pace", "draw_paths", "draw_states"),
    "helpers.drawing.ranks": ("draw_ranks",),
    "helpers.drawing.show": ("show_figure",),
    "helpers.drawing.standing": ("draw_emphasis", "draw_standing"),
    "helpers.drawing.style": ("use_style",),
    "helpers.load": (
        "find_sectors",
        "load_actuals",
        "load_identities",
        "load_plans",
        "load_rejections",
        "load_targets",
        "load_upper_targets",
    ),
    "helpers.measures.ambition": ("horizon_by_place",),
    "helpers.measures.against": ("shares_against",),
    "helpers.measures.candidates": ("agreement_of_candidates",),
    "helpers.measures.consistency": ("check_identities", "touching", "vary_about"),
    "helpers.measures.coverage": ("count_targets", "coverage", "shared_indicators", "unmapped", "unquantified"),
    "helpers.measures.due": ("by_body", "tracking_list"),
    "helpers.measures.emphasis": (
        "changed_verdicts",
        "count_once",
        "count_totals",
        "location_quotients",
        "of_sectors",
        "sector_shares",
    ),
    "helpers.measures.growth": ("growth_table", "implied_bases", "incomparable", "sudden_steps"),
    "helpers.measures.judging": ("judge_ambition", "rank_ambition"),
    "helpers.measures.money": ("money_sums",),
    "helpers.measures.next_plan": ("candidate_figures", "paces", "starting_point"),
    "helpers.measures.numerals": ("figure_outcomes", "without_list"),
    "helpers.measures.paths": ("target_paths",),
    "helpers.measures.profile": ("beside_peers", "due_by_sector"),
    "helpers.measures.progress": ("progress_of_trend", "progress_since_plan"),
    "helpers.measures.similarity": ("similarities",),
    "helpers.measures.standing": ("beside_components", "emphasis_of"),
    "helpers.measures.unchecked": ("count_unchecked", "unchecked"),
    "helpers.measures.upper": ("growth_beside", "upper_gaps", "without_upper"),
    "helpers.measures.wording": ("against_own_targets", "wording_of_peers"),
    "helpers.names": ("UnknownNameError", "find_date", "find_place"),
    "helpers.reviewing": ("ReviewError", "open_review"),
    "helpers.table.bodies": ("name_bodies",),
    "helpers.table.faults": ("TableError",),
    "helpers.table.groups": ("mark_money",),
    "helpers.table.lexicon": ("load_codings", "load_components"),
    "helpers.table.wanted": ("actuals_wanted",),
    "helpers.telling": (
        "against",
        "ambition",
        "ambition_tables",
        "beside",
        "bodies",
        "consistency",
        "emphasis",
        "emphasis_tables",
        "growth",
        "next_plan",
        "next_plan_agreement",
        "next_plan_tables",
        "numerals",
        "profile",
        "progress",
        "promise_tables",
        "promises",
        "rank_tables",
        "standing",
        "tracking",
        "unchecked_tables",
    ),
    "helpers.telling.phrases": ("say",),
    "helpers.telling.show": ("show_answer", "show_line", "show_page", "show_table"),
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
