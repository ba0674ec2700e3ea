"""The command line: reads and writes files, and leaves the work to the other modules."""

import sys
from pathlib import Path

import click

from helpers import paths
from helpers.files import free_name, repair_text, replace_file
from helpers.names import UnknownNameError
from helpers.vocabulary import VocabularyError

FAILED, MISUSED = 1, 2
MANY = 3  # files from which on a progress bar helps


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """What Chinese city plans promise for their service industries."""


@main.command()
def data() -> None:
    """Compute data/processed/ from data/raw/."""
    from helpers.table.build import build, read_rows, unmapped_names
    from helpers.table.corrections import CorrectionError
    from helpers.table.faults import TableError
    from helpers.table.normalize import NormalizationError

    try:
        changed = build(paths.raw(), paths.processed())
        unmapped = unmapped_names(read_rows(paths.raw()))
    except (TableError, NormalizationError, CorrectionError, VocabularyError, OSError) as error:
        _stop(str(error), FAILED)
    for name, is_new in changed.items():
        click.echo(f"{'wrote ' if is_new else 'as before'}  {paths.processed() / name}")
    if unmapped:
        click.echo(
            f"{len(unmapped)} indicators have no line in indicator_names.csv and can be compared with nothing:",
            err=True,
        )
        click.echo("\n".join(f"  {name}" for name in unmapped), err=True)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def repair(files: tuple[Path, ...]) -> None:
    """Rewrite CSV FILES in UTF-8, without a byte-order mark and with plain line ends.

    UTF-16 and GB18030 are read too. Each file as it was stays beside it with the ending .bak.
    """
    for path in files:
        before = path.read_bytes()
        try:
            after = repair_text(before)
        except UnicodeDecodeError:
            _stop(f"{path}: no text in UTF-8, UTF-16 or GB18030; nothing was changed", FAILED)
        if after != before:
            replace_file(free_name(path, ".bak"), before)
            replace_file(path, after)
        click.echo(f"{'repaired' if after != before else 'in order'}  {path}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for everything, with targets.csv."
)
@click.option("--plan-id", default="", help="Key of the plan, of a single file; default is the file's name.")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Files to read at once.")
def extract(files: tuple[Path, ...], output: Path | None, plan_id: str, jobs: int) -> None:
    """Read targets out of documents: text, HTML, DOCX or PDF FILES, or folders of them.

    Drafts go to data/raw/, or with --output all goes there; rows that a person reviewed are kept.
    """
    from tqdm import tqdm

    from helpers import extraction
    from helpers.table.faults import TableError

    found = extraction.find_documents(files)
    if plan_id and len(found) != 1:
        _stop(f"--plan-id names one plan, but there are {len(found)} files", MISUSED)
    raw = output or paths.raw()
    outcomes = extraction.draft_files(found, plan_id, extraction.known_plans(raw), jobs)
    faults = []
    for outcome in tqdm(outcomes, total=len(found), unit="file", disable=len(found) < MANY or not sys.stderr.isatty()):
        if outcome.draft is None:
            faults.append(f"{outcome.path}: {outcome.fault}")
            continue
        try:
            differences = extraction.store(outcome.draft, raw)
        except (TableError, OSError) as error:
            faults.append(f"{outcome.path}: {error}")
            continue
        tqdm.write(_summary(outcome.draft, differences))
    if others := extraction.passed_over(files):
        counts = ", ".join(f"{count} of {end or 'no ending'}" for end, count in others.items())
        click.echo(f"passed over in folders: {counts}", err=True)
    if output:
        extraction.store_targets(output)
    if faults:
        _stop("\n".join(faults), FAILED)


def _summary(draft: object, differences: list[str]) -> str:
    plan = draft.plan
    counts = f"{len(draft.statements)} targets, {len(draft.rejections)} rejected figures"
    years = f"{plan['start_year']}–{plan['end_year']}" if plan["start_year"] else "no year named"
    line = f"{plan['plan_id']}: {plan['place']}, {years}: {counts}"
    return "\n  ".join([line, *differences])


@main.command()
@click.argument("plan")
@click.option(
    "--drafts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder that extract wrote."
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the plan's own text.",
)
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the page.")
def review(plan: str, drafts: Path | None, documents: tuple[Path, ...], output: Path | None) -> None:
    """Show the text of PLAN with all its figures marked and their rows beside them, doubtful ones first."""
    from helpers.reviewing import ReviewError, open_review

    try:
        opened = open_review(plan, drafts=drafts, documents=documents)
    except UnknownNameError as error:
        _stop(str(error), MISUSED)
    except ReviewError as error:
        _stop(str(error), FAILED)
    path = (output or paths.reports()) / f"review-{plan}.html"
    replace_file(path, opened.page.encode())
    click.echo(f"wrote  {path}")


@main.command()
@click.option("--worst", type=click.IntRange(0), default=12, help="How many faults of each plan to list.")
def evaluate(worst: int) -> None:
    """Hold the program's reading of the plans whose texts are at hand against the reviewed statements."""
    from helpers import extraction
    from helpers.table.agreement import Agreement, describe, describe_rules

    found = extraction.evaluate(paths.raw(), paths.documents())
    if not found:
        _stop("no plan's text is at hand; CITY_TARGETS_DOCUMENTS may name its folder", FAILED)
    total = Agreement()
    for name, result in found.items():
        click.echo(describe(name, result))
        click.echo("".join(f"      {fault}\n" for fault in result.faults[:worst]), nl=False)
        total.add(result)
    click.echo(describe("all plans", total))
    click.echo(describe_rules(total))


@main.command()
@click.argument("names", nargs=-1)
@click.option(
    "--places", default="", help="Only these places, in any spelling that the loader knows, with commas between."
)
@click.option(
    "-p", "--parameter", "pairs", multiple=True, metavar="KEY=VALUE", help="Set a parameter of the notebooks."
)
@click.option("--jobs", type=click.IntRange(1), help="Reports to run at once; default is one a core.")
@click.option("--force", is_flag=True, help="Run also what has not changed.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the pages.")
@click.option("--pdf", is_flag=True, help="Print each page on A4 too, with a Chromium of this machine.")
@click.option("--time-limit", type=click.FloatRange(0, min_open=True), default=600, help="Seconds for each report.")
@click.option("--cold", is_flag=True, help="Start each kernel anew instead of forking it warm.")
@click.option("--on-failure", default="", metavar="CMD", help="Command to run when something failed; reads what.")
def report(names: tuple[str, ...], pairs: tuple[str, ...], places: str, **options: object) -> None:
    """Make the pages of the reports called NAMES, or of all in notebooks/reports.yml, where anything has changed.

    Exit status: 0 all is up to date, 1 a report failed and its last good page stands, 2 asked for what is not there,
    3 another run is at work.
    """
    from helpers.reporting.command import Request, make_reports
    from helpers.reporting.parameters import read_parameters
    from helpers.reporting.reports import ReportError

    try:
        request = Request(
            names=names,
            places=tuple(part.strip() for part in places.replace("，", ",").split(",") if part.strip()),
            parameters=read_parameters(pairs),
            output=options["output"] or paths.reports(),
            jobs=options["jobs"] or 0,
            force=options["force"],
            limit=options["time_limit"],
            warm=not options["cold"],
            on_failure=options["on_failure"],
            pdf=options["pdf"],
        )
    except ReportError as error:
        _stop(str(error), MISUSED)
    answer = make_reports(request)
    if sys.stderr.isatty():
        click.echo("\n".join(answer.lines))
    if answer.status:
        _stop("\n".join(answer.faults), answer.status)


def _stop(message: str, status: int) -> None:
    click.echo(message, err=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
