"""``auditor check``: audit stories, print what is wrong, and end with the gate's exit code."""

from __future__ import annotations

from pathlib import Path

import click

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
from auditor.cli.run import Run
from auditor.cli.sources import Sources, without_sources
from auditor.cli.stories import Failures, find
from auditor.cli.watch import watch


@click.command()
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option("--reference", metavar="FILE", help="A trusted English translation to compare with.")
@click.option(
    "--source", metavar="FILE", help="The story that was translated, or a folder of them with the same names."
)
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

    A STORY is a file, a folder of stories, or “-” for the standard input. A source that lies beside
    it is used: story.fr.txt beside story.en.txt, fr/story.txt beside en/story.txt. The report goes to the
    standard output, everything else to the standard error; a FILE of “-” is the standard output too.
    """
    folders = tuple(path for path in stories if Path(path).is_dir())
    run = Run(
        sources=Sources(source, folders),
        reference=reference,
        policy=policy,
        silence=silence,
        fixing=fixing,
        running=running,
        outputs=prepared(reporting, silent=fixing.diff_fixes, watched=running.watch),
    )
    if running.watch:
        return watch(stories, run.once)
    failures = Failures()
    files = find(stories, failures)
    return run.once(without_sources(files, folders) if folders and not source else files, failures)
