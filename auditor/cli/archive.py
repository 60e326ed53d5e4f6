"""``auditor archive``: rows and stories by the million, audited on as many machines as there are."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.batch import BROKEN_LINES
from auditor.cli.desk import desk_settings
from auditor.cli.options import TERMINAL, House, color_option, house_options
from auditor.cli.output import STDOUT, Output, ready, write
from auditor.cli.reporting import coloured
from auditor.cli.saying import say, show_lines
from auditor.cli.sources import Sources, without_sources
from auditor.cli.stories import Failures, find
from auditor.config import EngineSettings, Settings
from auditor.exits import NOT_AUDITED
from auditor.model import InputError

if TYPE_CHECKING:
    from auditor.archive import Done
    from auditor.archive.plan import Given
    from auditor.cli.progress import Conversation
    from auditor.model import Sheet

_TOLD = 10
"""Reasons that the standard error tells; the tables have all of them."""


class _Archive(click.Group):
    """What is no command of this group is the input of ``run``: ``auditor archive INPUT``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``args``, with ``run`` before them where they name no command."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Archive)
def archive() -> None:
    """Audit archives of millions of stories into tables, on as many machines as there are.

    “auditor archive INPUT --output FOLDER” is short for “auditor archive run INPUT --output FOLDER”.
    """


@archive.command()
@click.argument("given", metavar="INPUT")
@click.option("--output", required=True, metavar="FOLDER", help="Where the tables go; an earlier run goes on there.")
@click.option("--restart", is_flag=True, help="Begin anew, even where FOLDER holds what an earlier run has done.")
@click.option("--address", metavar="HOST:PORT", help="The Ray cluster to work on; by default this machine alone.")
@click.option("--workers", type=click.IntRange(1), help="How many work at a time; by default one for each core.")
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool; the tables say so.")
def run(
    given: str,
    output: str,
    restart: bool,
    address: str | None,
    workers: int | None,
    house: House,
    offline: bool,
    no_languagetool: bool,
) -> int:
    """Audit all rows of INPUT: Parquet, JSON lines, or a folder of these or of stories in any format that is read.

    A row is {"id", "target", "source"?, "source_lang"?, "reference"?, "document"?, "date"?, "desk"?, "engine"?}.
    FOLDER gets the tables stories, findings and sentences as Parquet, in folders by day and desk, and summary.json.
    Given again, the command goes on from where an earlier run was stopped.

    A row that cannot be audited is in the tables with its reason. The exit code is 2 where a row cannot be used, 3
    where one, or a check that may not be missing, could not be audited.
    """
    _installed()
    from auditor.archive import archive as audit_all
    from auditor.batch.work import Settings as Work
    from auditor.cli.progress import conversation
    from auditor.desk import Desk

    failures = Failures()
    settings = desk_settings([given], house)[given]
    files, root = _files(given, settings, failures)
    packs = tuple(path.absolute() for path in settings.packs)
    with conversation() as talk:
        engine = EngineSettings(enabled=not no_languagetool, offline=offline, reader=settings.reader)
        _fetch(engine, talk)
        desk = Desk.of(settings.profile, packs=packs, glossary=settings.glossary)
        summary = audit_all(
            files,
            root,
            Path(output).absolute(),
            Work(desk.profile, packs, settings.source_language, desk.glossary, settings.reader),
            engine,
            workers=workers,
            address=address,
            restart=restart,
            told=_Progress(talk),
        )
    return max(failures.exit_code, _troubles(summary, settings, no_languagetool=no_languagetool))


@archive.command()
@click.argument("folder", metavar="FOLDER")
@click.option("--worst", type=click.IntRange(0), default=10, show_default=True, help="Stories and sentences to show.")
@click.option("--mute", "muted", multiple=True, metavar="RULE", help="Say what would be without this rule; repeatable.")
@click.option("--risk", type=click.FloatRange(0, 1), help="Say what would be clear at this risk of a major error.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice((TERMINAL, "csv", "html")),
    default=TERMINAL,
    show_default=True,
    help="The report on the standard output.",
)
@click.option("--html", metavar="FILE", help="Write the report as a page with plots as well.")
@color_option
def report(
    folder: str, worst: int, muted: tuple[str, ...], risk: float | None, format_name: str, html: str | None, color: str
) -> int:
    """Say what the archive in FOLDER tells: worst stories, errors by kind and origin, engines over time.

    Figures have intervals that hold the truth 95 times in 100. The last tables say what another threshold, or a rule
    that is silent, would have done.
    """
    _installed()
    from auditor.archive.questions import Asked, answers

    outputs = [Output(format_name, STDOUT), *([Output("html", html)] if html else [])]
    ready(outputs)
    sheets = list(answers(Path(folder), Asked(worst, muted, risk)))
    for output in outputs:
        write(output.target, _shown(output.format, Path(folder).absolute().name, sheets, color))
    return 0


@archive.command()
@click.argument("folder", metavar="FOLDER")
@click.option("--stories", type=click.IntRange(1), metavar="N", help="How many stories people can read.")
@click.option(
    "--interval",
    type=click.FloatRange(0, 100, min_open=True),
    metavar="W",
    help="What the estimate may be wrong by on either side, in percentage points: as many are drawn as that asks for.",
)
@click.option("--output", default=STDOUT, metavar="FILE.csv", help="Where the table goes that reviewers fill in.")
def sample(folder: str, stories: int | None, interval: float | None, output: str) -> int:
    """Draw stories of the archive in FOLDER that people are to read, so that they stand for all of it.

    The quality that they estimate is the share of sentences with a major error. Fewer need be read than of stories
    drawn blindly: the sentences' probabilities say where there is most to learn, and make up for the luck of the draw.
    """
    _installed()
    from auditor.archive.review import sample as draw

    if (stories is None) == (interval is None):
        raise InputError("Say either how many stories people can read, --stories 200, or how sure to be, --interval 2.")
    ready([Output("csv", output)])
    table, many, every, half = draw(Path(folder), read=stories, half=None if interval is None else interval / 100)
    write(output, table)
    say(
        f"{many:,} of {every:,} stories must be read; the share of sentences with a major error will then be known to "
        f"about {100 * half:.1f} percentage points on either side. Fill in the last column, then: "
        f"auditor archive estimate {folder} {'FILE.csv' if output == STDOUT else output}"
    )
    return 0


@archive.command()
@click.argument("folder", metavar="FOLDER")
@click.argument("review", metavar="FILE.csv")
def estimate(folder: str, review: str) -> int:
    """Say what the archive in FOLDER is like by the stories that were read: those of FILE.csv, which is filled in."""
    _installed()
    from auditor.archive.review import reviewed

    told, many = reviewed(Path(folder), Path(review))
    assert told.low is not None
    assert told.high is not None
    show_lines(
        f"{100 * told.value:.1f}% of the sentences hold a major error: {100 * told.low:.1f} to {100 * told.high:.1f}%, "
        f"95 times in 100, by {many:,} stories that were read."
    )
    return 0


def _shown(format_name: str, name: str, sheets: list[Sheet], color: str) -> str:
    if format_name == "html":
        from auditor.render.html import render_archive

        return render_archive(name, sheets)
    if format_name == "csv":
        from auditor.render.sheets import render_csv

        return render_csv(sheets)
    from auditor.render.terminal.sheets import render as render_terminal

    return render_terminal(sheets, width=shutil.get_terminal_size().columns, colour=coloured(color))


def _installed() -> None:
    """Raise ``InputError`` where what archives need is not installed."""
    for name in ("ray", "pyarrow", "duckdb"):
        if find_spec(name) is None:
            raise InputError(f"Archives need {name}, which is not installed; install translation-auditor[archive].")


def _files(given: str, settings: Settings, failures: Failures) -> tuple[list[Given], Path]:
    """Return the files that ``given`` stands for, and the folder below which they are named."""
    from auditor.archive.plan import Given

    place = Path(given).absolute()
    if not place.is_dir():
        source = Sources(None).of(str(place), settings)
        one = Given(place, Path(source).absolute() if source else None)
        if not place.exists():
            raise InputError(f"{given} does not exist; name a file of rows or a folder.")
        return [Given(place) if one.has_rows else one], place.parent
    every = [
        Given(file)
        for file in sorted(place.rglob("*"))
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(place).parts)
    ]
    of_rows = [each for each in every if each.has_rows and each.path.resolve().is_relative_to(place.resolve())]
    if of_rows and len(of_rows) == len(every):
        return of_rows, place
    stories = [name for name in find([str(place)], failures) if not Given(Path(name)).has_rows]
    of_stories = []
    for name in without_sources(stories, [given]):
        source = Sources(None).of(name, settings)
        of_stories.append(Given(Path(name).absolute(), Path(source).absolute() if source else None))
    if not of_rows and not of_stories:
        raise InputError(f"{given} holds neither rows nor stories; name another folder.")
    return [*of_rows, *of_stories], place


def _fetch(engine: EngineSettings, talk: Conversation) -> None:
    """Have LanguageTool here before the workers ask for it all at once; where it cannot be had, the tables say so."""
    from contextlib import suppress
    from dataclasses import replace

    from auditor.engines.languagetool import close, connect
    from auditor.engines.languagetool.provisioning import installed
    from auditor.model import CheckUnavailable

    if engine.enabled and not installed():
        with suppress(CheckUnavailable):
            connect(replace(engine, progress=talk.fetching))
            close()


class _Progress:
    """Tells how far a run is, how fast it goes and how long it will take."""

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self._begun = time.monotonic()

    def __call__(self, done: Done) -> None:
        """Say how far the run is."""
        seconds = max(time.monotonic() - self._begun, 1e-3)
        here = done.known + done.characters
        left = (done.total - here) * seconds / max(done.characters, 1)
        self._talk.archiving(here, done.total, done.rows, done.words / seconds, left)


def _troubles(summary: Mapping[str, Any], settings: Settings, *, no_languagetool: bool) -> int:
    """Tell what could not be audited, and return the exit code."""
    from auditor.batch.work import NOTHING

    profile = settings.profile
    allowed = profile.allow_skipped | ({"languagetool"} if no_languagetool else frozenset())
    code, sentences = 0, []
    for each in summary["missing"]:
        if each["reason"] == NOTHING.reason:
            continue
        if each["check"] == "all":
            code = max(code, BROKEN_LINES if each["left_out"] else NOT_AUDITED)
            sentences.append(f"{each['first']}{_others(each['rows'])}: {each['reason']} {each['hint']}")
        elif profile.enforced and each["check"] not in allowed:
            code = NOT_AUDITED
            sentences.append(f"{each['check']} did not run on {each['rows']:,} rows: {each['reason']} {each['hint']}")
    _say_some(sentences)
    return code


def _others(rows: int) -> str:
    return f" and {rows - 1:,} more" if rows > 1 else ""


def _say_some(sentences: Iterable[str]) -> None:
    every = list(sentences)
    for sentence in every[:_TOLD]:
        say(sentence)
    if len(every) > _TOLD:
        say(f"… and {len(every) - _TOLD:,} more; the column not_audited of the table stories has them all")
