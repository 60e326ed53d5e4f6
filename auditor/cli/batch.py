"""``auditor batch``: many segments or stories in JSON lines, their findings out in JSON lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from auditor.cli.desk import desk_settings
from auditor.cli.options import House, house_options, server_option
from auditor.cli.output import STDOUT, Output, ready
from auditor.cli.saying import say
from auditor.config import EngineSettings
from auditor.files import LINES, lines_of, opened
from auditor.model import InputError

if TYPE_CHECKING:
    from auditor.batch import Kept

BROKEN_LINES = 2


@click.command()
@click.argument("lines", metavar="IN.jsonl")
@click.option(
    "--output", default=STDOUT, metavar="OUT.jsonl", help="Where the results go; by default the standard output."
)
@click.option("--restart", is_flag=True, help="Begin anew, even where OUT.jsonl holds results of an earlier run.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to work in; by default one for each core.")
@house_options
@click.option("--offline", is_flag=True, help="Never download anything.")
@click.option("--no-languagetool", is_flag=True, help="Do without LanguageTool; the results say so.")
@server_option
def batch(
    lines: str,
    output: str,
    restart: bool,
    jobs: int | None,
    house: House,
    offline: bool,
    no_languagetool: bool,
) -> int:
    """Audit many segments or stories: JSON lines in, a line of findings out for each.

    A line is {"id", "target", "source"?, "source_lang"?, "reference"?, "document"?}; neighbours with the same
    document are audited as one story. IN.jsonl of “-” is the standard input. If OUT.jsonl holds the first results
    already, the run goes on from there. A line that cannot be used is told with its number and left out; the exit
    code is then 2. What the desk has set for IN.jsonl holds: “auditor config show IN.jsonl”.
    """
    from auditor.batch import batch as audit_all
    from auditor.batch import following, kept_lines, read_items
    from auditor.cli.progress import conversation

    ready([Output("jsonl", output)])
    total = _lines(lines, output)
    settings = desk_settings([lines], house)[lines]
    kept = kept_lines(Path(output)) if output != STDOUT and not restart else None
    broken = _Broken()
    with conversation() as talk, _input(lines) as given:
        items = read_items(lines_of(given), broken.told)
        results = audit_all(
            following(items, kept) if kept else items,
            source_language=settings.source_language,
            profile=settings.profile,
            engine=EngineSettings(enabled=not no_languagetool, offline=offline, progress=talk.fetching),
            packs=settings.packs,
            glossary=settings.glossary,
            jobs=jobs or os.cpu_count() or 1,
            done=kept.lines if kept else 0,
        )
        with _output(output, kept) as out:
            for number, result in enumerate(results, start=1 + (kept.lines if kept else 0)):
                out.write(result.line().encode("utf-8"))
                out.flush()
                talk.counting(number, total)
    return BROKEN_LINES if broken.any else 0


class _Broken:
    """The lines that could not be used, each told at once on the standard error."""

    def __init__(self) -> None:
        self.any = False

    def told(self, fault: str) -> None:
        self.any = True
        say(fault)


def _lines(given: str, output: str) -> int | None:
    """Return how many lines the input has, None where it is a stream; raises ``InputError`` where it cannot be read."""
    if given == STDOUT:
        return None
    path = Path(given)
    try:
        if output != STDOUT and Path(output).exists() and path.samefile(output):
            raise InputError(f"{given} cannot be input and output at once; name another file for the results.")
        with opened(path, LINES) as file:
            if not file.seekable():
                return None
            return sum(bool(line.strip()) for line in lines_of(file))
    except OSError as error:
        raise InputError(f"{given} cannot be read: {error.strerror}; name a file of JSON lines.") from None


def _input(given: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if given == STDOUT else opened(Path(given), LINES)


@contextmanager
def _output(target: str, kept: Kept | None) -> Iterator[BinaryIO]:
    """Open the output behind what is kept of it; a last line cut short is cut off."""
    if target == STDOUT:
        yield sys.stdout.buffer
        return
    try:
        with Path(target).open("ab") as out:
            if out.seekable():
                out.truncate(kept.size if kept else 0)
            yield out
    except OSError as error:
        raise InputError(f"The results {target} could not be written: {error.strerror}; choose another file.") from None
