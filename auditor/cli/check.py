"""``auditor check``: audit stories, print what is wrong, and end with the gate's exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from auditor.cli.output import STDOUT, Output, append_job_summary, parse_output, ready, write
from auditor.cli.pages import earlier_scores, pages
from auditor.cli.stories import Failures, find
from auditor.config import SHIPPED, EngineSettings, Profile, load_profile
from auditor.model import InputError, Outcome, Report, Score, Severity
from auditor.render import FORMATS, render

TERMINAL = "terminal"
FAIL_ON = ("critical", "major", "minor", "never")
LEVELS = ("critical", "major", "minor", "all")
GATE_FAILED = 1
NOT_AUDITED = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """What is given beside the stories: texts to compare with, and settings."""

    source: str | None
    source_language: str | None
    reference: str | None
    profile: Profile
    engine: EngineSettings
    packs: tuple[Path, ...]
    profile_checks: bool


@click.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option("--reference", metavar="FILE", help="A trusted English translation to compare with.")
@click.option("--source", metavar="FILE", help="The story that was translated.")
@click.option("--source-lang", metavar="CODE", help="Its language, such as fr; guessed if not given.")
@click.option(
    "--profile", "profile_name", default=SHIPPED[0], show_default=True, metavar="NAME", help="The desk’s settings."
)
@click.option("--pack", "packs", multiple=True, metavar="FILE", help="A rule pack of the desk’s own; may be repeated.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Fail a story for any finding this bad; never: exit 0 whatever the verdict.",
)
@click.option("--strict", is_flag=True, help="Exit 3 when a check could not run.")
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default="major",
    show_default=True,
    help="The mildest findings that the terminal report shows.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice((TERMINAL, *FORMATS)),
    default=TERMINAL,
    show_default=True,
    metavar="NAME",
    help=f"The report on the standard output: {TERMINAL}, {', '.join(FORMATS)}.",
)
@click.option(
    "--output", "outputs", multiple=True, metavar="FORMAT=FILE", help="Write a report as well; may be repeated."
)
@click.option("--html", metavar="FILE", help="The same as --output html=FILE; many stories: an index and a folder.")
@click.option("--earlier", metavar="FILE", help="An earlier JSON report: the HTML report shows how each score moved.")
@click.option("--json", metavar="FILE", help="The same as --output json=FILE.")
@click.option("--sarif", metavar="FILE", help="The same as --output sarif=FILE.")
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool; the report says so.")
@click.option("--profile-checks", is_flag=True, help="Measure the seconds that each check takes.")
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colours; auto: on a terminal, unless NO_COLOR is set.",
)
def check(
    stories: tuple[str, ...],
    reference: str | None,
    source: str | None,
    source_lang: str | None,
    profile_name: str,
    packs: tuple[str, ...],
    fail_on: str | None,
    strict: bool,
    level: str,
    format_name: str,
    outputs: tuple[str, ...],
    html: str | None,
    earlier: str | None,
    json: str | None,
    sarif: str | None,
    offline: bool,
    no_languagetool: bool,
    profile_checks: bool,
    color: str,
) -> int:
    """Audit translated stories and report what is wrong in them.

    A STORY is a file, a folder of stories, or “-” for the standard input. The report goes to the
    standard output, everything else to the standard error; a FILE of “-” is the standard output too.
    """
    wanted = [parse_output(value, FORMATS) for value in outputs]
    shortcuts = {"html": html, "json": json, "sarif": sarif}
    wanted += [Output(name, target) for name, target in shortcuts.items() if target]
    if format_name != TERMINAL or all(output.target != STDOUT for output in wanted):
        wanted.insert(0, Output(format_name, STDOUT))
    ready(wanted)
    past = earlier_scores(earlier)
    beside = Beside(
        source=source,
        source_language=source_lang,
        reference=reference,
        profile=_profile(profile_name, fail_on),
        engine=EngineSettings(enabled=not no_languagetool, offline=offline),
        packs=tuple(map(Path, packs)),
        profile_checks=profile_checks,
    )
    failures = Failures()
    reports = _audit(find(stories, failures), beside, failures)
    if reports:
        for output in wanted:
            for target, text in _files_of(output, reports, past, color, level):
                write(target, text)
        if any(output.format == "github" for output in wanted):
            append_job_summary(render("markdown", reports))
    return max(failures.exit_code, _skipped(reports, strict), _gate(reports, fail_on))


def _profile(name: str, fail_on: str | None) -> Profile:
    profile = load_profile(name)
    if fail_on is None or fail_on == "never":  # “never” is about the exit code; the verdict stays honest
        return profile
    return replace(profile, fail_on=Severity(fail_on))


def _audit(files: tuple[str, ...], beside: Beside, failures: Failures) -> list[Report]:
    from auditor import audit
    from auditor.cli.progress import conversation

    if len(files) > 1 and (beside.reference or beside.source):
        raise InputError(
            f"--reference and --source belong to one story, but {len(files)} were given; audit them one by one."
        )
    reports = []
    with conversation() as talk:
        engine = replace(beside.engine, progress=talk.fetching)
        for file in files:
            talk.auditing(file)
            with failures.kept():
                report = audit(
                    file,
                    source=beside.source,
                    source_language=beside.source_language,
                    reference=beside.reference,
                    profile=beside.profile,
                    engine=engine,
                    packs=beside.packs,
                    profile_checks=beside.profile_checks,
                )
                reports.append(report)
    return reports


def _files_of(
    output: Output, reports: list[Report], past: dict[str, Score], color: str, level: str
) -> Iterable[tuple[str, str]]:
    if output.format == "html" and output.target != STDOUT:
        return pages(reports, output.target, past)
    return ((output.target, _shown(output, reports, color, level)),)


def _shown(output: Output, reports: list[Report], color: str, level: str) -> str:
    if output.format != TERMINAL:
        return render(output.format, reports)
    from auditor.render.terminal import render as render_terminal

    return render_terminal(
        reports,
        width=shutil.get_terminal_size().columns,
        colour=_coloured(color),
        level=Severity.NEUTRAL if level == "all" else Severity(level),
    )


def _coloured(color: str) -> bool:
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):  # https://no-color.org: set and not empty
        return False
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _skipped(reports: list[Report], strict: bool) -> int:
    return NOT_AUDITED if strict and any(report.skipped for report in reports) else 0


def _gate(reports: list[Report], fail_on: str | None) -> int:
    failed = any(report.verdict.outcome is Outcome.FAIL for report in reports)
    return GATE_FAILED if failed and fail_on != "never" else 0
