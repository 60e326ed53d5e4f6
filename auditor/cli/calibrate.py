"""``auditor calibrate``: a gate that suits a desk, from its own stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.desk import desk_settings
from auditor.cli.options import House, house_options, server_option
from auditor.cli.output import write
from auditor.cli.saying import say, show_lines
from auditor.cli.sources import Sources, without_sources
from auditor.cli.stories import Failures, find
from auditor.config import EngineSettings, Settings
from auditor.config.file import OWN_NAME, PROJECT_NAME
from auditor.config.writing import with_disabled, with_setting
from auditor.model import InputError

if TYPE_CHECKING:
    from auditor.calibration import Gate, Proposal, Sample
    from auditor.desk import Desks
    from auditor.model import Report

FEW = 30
"""Stories of a kind below which a mark is a beginning and no more."""

_LISTED = 10


@click.command()
@click.argument("accepted", metavar="ACCEPTED")
@click.argument("rejected", required=False, metavar="[REJECTED]")
@click.option("--write", "writing", is_flag=True, help="Write what is proposed into the desk’s settings.")
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool.")
@server_option
def calibrate(
    accepted: str, rejected: str | None, writing: bool, house: House, offline: bool, no_languagetool: bool
) -> int:
    """Propose a mark, budgets and rules to mute from a desk’s own stories.

    ACCEPTED is a folder of stories that were fit to publish, REJECTED one of stories that were not. What each
    proposal would have done is told; --write puts them into auditor.toml. Sources that lie beside the stories are used.
    """
    from auditor.calibration import proposed

    failures = Failures()
    engine = EngineSettings(enabled=not no_languagetool, offline=offline)
    settings, stories = _audited(accepted, rejected, house, engine, failures)
    if not any(story.accepted for story in stories):
        raise InputError(f"{accepted} holds no story that could be audited; name a folder of accepted stories.")
    proposal = proposed(stories, settings.profile)
    show_lines(*_told(proposal, settings))
    if writing:
        say(f"written into {_written(proposal, settings)}")
    return failures.exit_code


def _audited(
    accepted: str, rejected: str | None, house: House, engine: EngineSettings, failures: Failures
) -> tuple[Settings, Sequence[Sample]]:
    from auditor.calibration import Sample
    from auditor.cli.progress import conversation
    from auditor.desk import Desks
    from auditor.engines.languagetool import start

    start(engine)
    desks, stories = Desks(engine), []
    first: Settings | None = None
    with conversation() as talk:
        for folder, kind in ((accepted, True), (rejected, False)):
            for file, settings in _files(folder, house, failures):
                first = first or settings
                talk.auditing(file)
                with failures.kept(file):
                    stories += [Sample(report, kind) for report in _reports(file, settings, desks)]
    if first is None:
        raise InputError(f"{accepted} holds no story; name a folder of accepted stories.")
    return first, stories


def _files(folder: str | None, house: House, failures: Failures) -> Iterator[tuple[str, Settings]]:
    if folder is None:
        return
    files = find([folder], failures)
    chosen = without_sources(files, [folder]) if Path(folder).is_dir() else files
    yield from desk_settings(chosen, house).items()


def _reports(file: str, settings: Settings, desks: Desks) -> list[Report]:
    from auditor.desk import stories_in

    holding = stories_in(file)
    source = Sources(None).of(file, settings) if len(holding.stories) == 1 else None
    desk = desks.of(settings)
    return [desk.audit(story, source=None if story.source else source) for story in holding.stories]


def _told(proposal: Proposal, settings: Settings) -> Iterator[str]:
    """Yield what is proposed, line by line, with what each of it would have done."""
    profile, now = settings.profile, proposal.now
    kinds = f"{now.accepted} accepted" + (f" and {now.rejected} rejected" if now.rejected else "")
    yield f"{kinds} stories, held against the profile {profile.name}"
    yield ""
    rows = [("as it is", now)]
    rows += [(f"disable = [{_quoted(proposal.mute)}]", proposal.muted)] if proposal.mute else []
    rows += [(f"min-score = {proposal.mark:g}", proposal.marked)]
    rows += [(f"budgets = {_table(proposal.budgets)}", proposal.budgeted)] if proposal.budgets else []
    rows += [("all of these", proposal.together)]
    for name, gate in rows:
        yield f"  {_done(gate):<46}  {name}"
    if proposal.suspects:
        yield ""
        yield "These tell facts and speak in accepted stories as often as elsewhere; look before you mute one:"
        yield from (f"  {rule}  in {number} accepted" for rule, number in proposal.suspects[:_LISTED])
    if min(now.accepted, now.rejected or now.accepted) < FEW:
        yield ""
        yield f"With fewer than {FEW} stories of a kind this is a beginning; calibrate again when there are more."


def _done(gate: Gate) -> str:
    told = f"{gate.passed} of {gate.accepted} accepted pass"
    return f"{told}, {gate.failed} of {gate.rejected} rejected fail" if gate.rejected else told


def _quoted(rules: Sequence[str]) -> str:
    return ", ".join(f'"{rule}"' for rule in rules)


def _table(budgets: Sequence[tuple[str, int]]) -> str:
    return f"{{ {', '.join(f'{name} = {most}' for name, most in budgets)} }}"


def _written(proposal: Proposal, settings: Settings) -> Path:
    """Write the proposal into the desk's settings, or into new ones in the working folder, and return their path.

    Raises ``InputError`` where they are written so that nobody but a person should change them.
    """
    place = settings.config or Path(OWN_NAME)
    project = place.name == PROJECT_NAME
    text: str | None = place.read_text(encoding="utf-8") if place.is_file() else ""
    for rule in proposal.mute:
        if text is not None and rule not in settings.profile.disabled:
            text = with_disabled(text, rule, project=project)
    if text is not None:
        text = with_setting(text, "min-score", proposal.mark, f"{proposal.mark:g}", project=project)
    if text is not None and proposal.budgets:
        text = with_setting(text, "budgets", dict(proposal.budgets), _table(proposal.budgets), project=project)
    if text is None:
        raise InputError(f"{place} is written in a way that only a person should change; put the lines in by hand.")
    write(str(place), text)
    return place
