"""``auditor check``: audit stories, print what is wrong, and end with the gate's exit code."""

from __future__ import annotations

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
from auditor.cli.stories import Failures, find
from auditor.cli.watch import watch


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
    run = Run(
        source=source,
        reference=reference,
        policy=policy,
        silence=silence,
        fixing=fixing,
        running=running,
        outputs=prepared(reporting, silent=fixing.diff_fixes),
    )
    if running.watch:
        return watch(stories, run.once)
    failures = Failures()
    return run.once(find(stories, failures), failures)
