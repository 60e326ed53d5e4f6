"""``auditor batch``: many segments or stories in JSON lines, their findings out in JSON lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from auditor.cli.desk import desk_settings
from auditor.cli.options import House, house_options, server_option
from auditor.cli.output import STDOUT, Output, ready
from auditor.cli.saying import say
from auditor.config import EngineSettings
from auditor.exits import NOT_AUDITED
from auditor.files import LINES, lines_of, opened
from auditor.model import InputError

if TYPE_CHECKING:
    from auditor.batch import Kept
    from auditor.config import Profile
    from auditor.model import Skipped

BROKEN_LINES = 2

_ALLOWED = {"languagetool": "--no-languagetool"}
"""How a check is left out that has an option for it."""


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
    already, the run goes on from there; only one run writes to it at a time. What the desk has set for IN.jsonl
    holds: “auditor config show IN.jsonl”.

    A line that cannot be used has a result that says why, with its number, and the exit code is 2. It is 3 where a
    story, or a check that may not be missing, could not be audited.
    """
    from auditor.batch import batch as audit_all
    from auditor.batch import following, read_items
    from auditor.cli.progress import conversation

    ready([Output("jsonl", output)])
    total = _lines(lines, output)
    settings = desk_settings([lines], house)[lines]
    troubles = _Troubles(settings.profile, frozenset({"languagetool"} if no_languagetool else ()))
    with conversation() as talk, _input(lines) as given, _output(output, restart=restart) as (out, kept):
        items = read_items(lines_of(given), troubles.broken)
        results = audit_all(
            following(items, kept, troubles.missing) if kept else items,
            source_language=settings.source_language,
            profile=settings.profile,
            engine=EngineSettings(
                enabled=not no_languagetool, offline=offline, reader=settings.reader, progress=talk.fetching
            ),
            packs=settings.packs,
            glossary=settings.glossary,
            jobs=jobs or os.cpu_count() or 1,
            done=kept.lines if kept else 0,
        )
        for number, result in enumerate(results, start=1 + (kept.lines if kept else 0)):
            out(result.line().encode("utf-8"))
            if result.id is not None:  # or the line is at fault, and told of already
                troubles.missing(result.id, result.skipped)
            talk.counting(number, total)
    return troubles.exit_code


class _Troubles:
    """What kept lines, stories or checks from being audited, told on the standard error as it comes."""

    def __init__(self, profile: Profile, switched_off: frozenset[str]) -> None:
        self.exit_code = 0
        self._allowed = switched_off | profile.allow_skipped
        self._enforced = profile.enforced
        self._told: set[str] = set()

    def broken(self, fault: str) -> None:
        """Tell of a line that cannot be used."""
        self.exit_code = max(self.exit_code, BROKEN_LINES)
        say(fault)

    def missing(self, item: object, skipped: Iterable[Skipped]) -> None:
        """Tell of a story that was not audited, and once of each check that did not run and may not be missing."""
        from auditor.batch.work import NOTHING

        for each in skipped:
            if each.check == "all" and each != NOTHING:
                self._tell(f"{item!r} was not audited: {each.reason} {each.hint}")
            elif each.check != "all" and self._enforced and each.check not in self._allowed:
                allow = _ALLOWED.get(each.check, f"allow-skipped = [“{each.check}”] in auditor.toml")
                self._tell(f"{each.check} did not run: {each.reason} {each.hint} Or let it be missing: {allow}")

    def _tell(self, sentence: str) -> None:
        self.exit_code = NOT_AUDITED
        if sentence not in self._told:
            self._told.add(sentence)
            say(sentence)


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
def _output(target: str, *, restart: bool) -> Iterator[tuple[Callable[[bytes], None], Kept | None]]:
    """Open the output, as its only writer, behind what is kept of it; a last line cut short is cut off.

    Yields what writes a line at once, and what is kept, None on a stream.
    """
    if target == STDOUT:
        yield partial(_written, sys.stdout.buffer), None
        return
    path = Path(target)
    new = not path.exists()
    with _telling(target):
        out = path.open("ab")
    try:
        kept = _kept(path, out, restart=restart)

        def write(line: bytes) -> None:
            with _telling(target):
                _written(out, line)

        yield write, kept
    except BaseException:
        if new and path.is_file() and not path.stat().st_size:
            path.unlink()
        raise
    finally:
        with suppress(OSError):  # what could not be written was told when it was
            out.close()


def _kept(path: Path, out: BinaryIO, *, restart: bool) -> Kept | None:
    """Return what is kept of the file behind ``out``, now locked; None where it is no file, such as a named pipe."""
    from portalocker import LOCK_EX, LOCK_NB, LockException, lock

    from auditor.batch import Kept, kept_lines

    if not path.is_file():
        return None
    try:
        lock(out, LOCK_EX | LOCK_NB)
    except LockException:
        raise InputError(f"Another batch is writing to {path}; wait for its end, or name another file.") from None
    kept = Kept(path, 0, 0) if restart else kept_lines(path)
    with _telling(str(path)):
        out.truncate(kept.size)
    return kept


def _written(out: BinaryIO, line: bytes) -> None:
    out.write(line)
    out.flush()


@contextmanager
def _telling(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            f"The results {target} could not be written: {error.strerror}; free some space or choose another file."
        ) from None
