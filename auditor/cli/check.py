"""``auditor check``: audit stories, print what is wrong, and end with the gate's exit code."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from auditor.cli.desk import desk_settings
from auditor.cli.gate import Judged, exit_code
from auditor.cli.options import (
    Fixing,
    Policy,
    Reporting,
    Running,
    Silence,
    fixing_options,
    policy_options,
    reporting_options,
    running_options,
    silence_options,
)
from auditor.cli.reporting import prepared
from auditor.cli.silence import Silencer, silencer
from auditor.cli.stories import Failures, find
from auditor.config import EngineSettings, Settings
from auditor.model import InputError, Report


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every story of a run: the texts beside them, the policy, the way of working."""

    source: str | None
    reference: str | None
    policy: Policy
    silencer: Silencer
    fixing: Fixing
    running: Running


@click.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option("--reference", metavar="FILE", help="A trusted English translation to compare with.")
@click.option("--source", metavar="FILE", help="The story that was translated.")
@policy_options
@silence_options
@fixing_options
@reporting_options
@running_options
def check(
    stories: tuple[str, ...],
    reference: str | None,
    source: str | None,
    policy: Policy,
    silence: Silence,
    fixing: Fixing,
    reporting: Reporting,
    running: Running,
) -> int:
    """Audit translated stories and report what is wrong in them.

    A STORY is a file, a folder of stories, or “-” for the standard input. The report goes to the
    standard output, everything else to the standard error; a FILE of “-” is the standard output too.
    """
    desk = prepared(reporting, silent=fixing.diff_fixes)
    run = Run(source, reference, policy, silencer(silence), fixing, running)
    failures = Failures()
    judged = _audit(find(stories, failures), run, failures)
    reports = [each.report for each in judged]
    desk.write(reports)
    run.silencer.settle(reports, [each.settings for each in judged])
    if silence.write_baseline:
        return failures.exit_code
    switched_off = frozenset({"languagetool"} if running.no_languagetool else ())
    return max(failures.exit_code, exit_code(judged, strict=policy.strict, switched_off=switched_off))


def _audit(files: tuple[str, ...], run: Run, failures: Failures) -> list[Judged]:
    from auditor.cli.fixing import mended
    from auditor.cli.progress import conversation

    if len(files) > 1 and (run.reference or run.source):
        raise InputError(
            f"--reference and --source belong to one story, but {len(files)} were given; audit them one by one."
        )
    settings = desk_settings(files, run.policy)
    judged = []
    with conversation() as talk:
        engine = replace(run.running.engine(), progress=talk.fetching)
        for file in files:
            talk.auditing(file)
            with failures.kept():
                report = _audited(file, run, settings[file], engine)
                if mended(file, report, run.fixing, talk.say):
                    report = _audited(file, run, settings[file], engine)
                judged.append(Judged(report, settings[file]))
    return judged


def _audited(file: str, run: Run, settings: Settings, engine: EngineSettings) -> Report:
    from auditor import audit

    return audit(
        file,
        source=run.source,
        source_language=settings.source_language,
        reference=run.reference,
        profile=settings.profile,
        engine=engine,
        packs=settings.packs,
        profile_checks=run.running.profile_checks,
        baseline=run.silencer.baseline(settings),
        changed=run.silencer.changed(file),
    )
