"""``auditor compare``: several translations of the same story or set, held against each other."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import click

from auditor.cli.desk import desk_settings
from auditor.cli.options import House, color_option, house_options, server_option, signature_option
from auditor.cli.output import STDOUT, Output, ready, write
from auditor.cli.reporting import coloured
from auditor.config import EngineSettings, Settings
from auditor.model import Contest, Mark, Revision


@click.command()
@click.argument("translations", nargs=-1, required=True, metavar="TRANSLATION...")
@click.option("--reference", metavar="FILE", help="A trusted English translation, or a folder of them.")
@click.option("--source", metavar="FILE", help="The story that was translated, or a folder of them.")
@house_options
@click.option("--html", metavar="FILE", help="Write the comparison as a page as well.")
@signature_option
@click.option("--json", "json_file", metavar="FILE", help="Write it as JSON as well; “-”: instead of the text.")
@color_option
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool; the comparison says so.")
@server_option
def compare(
    translations: tuple[str, ...],
    reference: str | None,
    source: str | None,
    house: House,
    html: str | None,
    signature: bool,
    json_file: str | None,
    color: str,
    offline: bool,
    no_languagetool: bool,
) -> int:
    """Compare translations of the same story: engines, or a version before and after editing.

    A TRANSLATION is a file, or a folder of stories with the same names in each folder; the first one is the
    baseline. The comparison is held on the sentences of the reference, else of the source, else of the baseline.
    What the desk has set for the first story holds for all.
    """
    from auditor.cli.progress import conversation
    from auditor.compare import compare as compare_all

    outputs = [Output("html", html)] if html else []
    outputs += [Output("json", json_file)] if json_file else []
    if all(output.target != STDOUT for output in outputs):
        outputs.insert(0, Output("terminal", STDOUT))
    ready(outputs)
    settings = _settings(translations[0], house)
    with conversation() as talk:
        contest = compare_all(
            translations,
            source=source,
            reference=reference,
            source_language=settings.source_language,
            profile=settings.profile,
            packs=settings.packs,
            glossary=settings.glossary,
            engine=EngineSettings(
                enabled=not no_languagetool, offline=offline, reader=settings.reader, progress=talk.fetching
            ),
            progress=talk.comparing,
        )
    for output in outputs:
        write(output.target, _shown(output, contest, color, signature=signature))
    return 0


def _settings(translation: str, house: House) -> Settings:
    from auditor.readers import find_stories

    story = str(find_stories([translation])[0])
    return desk_settings([story], house)[story]


def _seen_from(folder: str, contest: Contest) -> Contest:
    """Return ``contest`` with the files of its marks named as seen from ``folder``, where a page will lie."""

    def seen(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(replace(mark, file=os.path.relpath(mark.file, folder)) if mark.file else mark for mark in marks)

    disputed = tuple(
        replace(unit, answers=tuple(replace(answer, marks=seen(answer.marks)) for answer in unit.answers))
        for unit in contest.disputed
    )
    changed = contest.revision
    revision = changed and Revision(seen(changed.fixed), seen(changed.remaining), seen(changed.new))
    return replace(contest, disputed=disputed, revision=revision)


def _shown(output: Output, contest: Contest, color: str, *, signature: bool) -> str:
    if output.format == "html":
        from auditor.render.html import render_contest

        folder = "" if output.target == STDOUT else os.path.dirname(output.target)  # noqa: PTH120 - text
        return render_contest(_seen_from(folder or os.curdir, contest))
    if output.format == "json":
        from auditor.render.contest import render

        return render(contest)
    from auditor.render.terminal.contest import render as render_terminal

    width = shutil.get_terminal_size().columns
    return render_terminal(contest, width=width, colour=coloured(color), signature=signature)
