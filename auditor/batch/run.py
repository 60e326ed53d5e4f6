"""The run of a batch: chunks go to LanguageTool, then to the processes; results come back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from auditor.batch.item import Item
from auditor.config import EngineSettings, Profile
from auditor.model import AuditorError, CheckUnavailable, InputError, Skipped

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from auditor.batch.bundle import Bundle, Chunk
    from auditor.batch.result import Result
    from auditor.batch.work import Settings
    from auditor.desk import Desk
    from auditor.engines.languagetool import Reply

_In = TypeVar("_In")
_Out = TypeVar("_Out")
Asked: TypeAlias = "tuple[Chunk, Sequence[Reply | Skipped] | Skipped]"
"""A chunk with LanguageTool's answers to its stories."""


def batch(
    items: Iterable[Item | Mapping[str, object]],
    *,
    source_language: str | None = None,
    profile: Profile | str = "wire",
    engine: EngineSettings | None = None,
    packs: Iterable[Path] = (),
    glossary: Iterable[Path] = (),
    jobs: int = 1,
    done: int = 0,
) -> Generator[Result, None, None]:
    """Audit many segments or stories and yield a result for each, in their order.

    Parameters:
        items: what to audit, as ``Item`` or as the JSON object of a line; neighbours with the same ``document``
            are audited as one story. They are read as needed, so they may be endless.
        source_language: the BCP 47 tag for items that name none; guessed from the source if neither does.
        profile, engine, packs, glossary: as for ``audit``.
        jobs: processes to work in. With more than one, call this under ``if __name__ == "__main__":``, as
            ``multiprocessing`` asks. The results do not depend on it.
        done: leave out the results of that many items from the start; the others are what they would be anyway.

    An item whose audit breaks off has a result that says so, and takes no other with it; a process that ends is
    replaced. Raises ``InputError`` for an item or a setting that cannot be used, and ``AuditorError`` where
    LanguageTool is lost on the way or no process can work.
    """
    from auditor.batch.work import Settings
    from auditor.desk import Desk

    if jobs < 1:
        raise InputError("At least one process is needed; give jobs of 1 or more.")
    files = tuple(packs)
    desk = Desk.of(profile, engine=engine, packs=files, glossary=glossary, source_language=source_language)
    settings = Settings(desk.profile, files, source_language, desk.glossary, desk.engine.reader)
    known = (item if isinstance(item, Item) else Item.of(item) for item in items)
    return results_of(known, desk, settings, jobs, done)


def results_of(
    items: Iterable[Item], desk: Desk, settings: Settings, jobs: int = 1, done: int = 0
) -> Generator[Result, None, None]:
    """Yield the results of ``items`` as ``batch`` does, without those of the first ``done``.

    ``desk`` is that of ``settings``, with the engine as it may be asked.
    """
    from auditor.batch.bundle import chunks

    waiting, known = _unfinished(chunks(items), done)
    with closing(_worked(waiting, desk, settings, jobs)) as results:
        yield from islice(results, known, None)


def _unfinished(every: Iterator[Chunk], done: int) -> tuple[Iterator[Chunk], int]:
    """Return the chunks that are not wholly among the first ``done`` items, and how much of the first one is."""
    for chunk in every:
        size = sum(map(len, chunk))
        if done < size:
            return chain((chunk,), every), done
        done -= size
    return iter(()), 0


def _worked(waiting: Iterator[Chunk], desk: Desk, settings: Settings, jobs: int) -> Generator[Result, None, None]:
    from concurrent.futures import ThreadPoolExecutor

    from auditor.batch.processes import worked
    from auditor.batch.work import audit_chunk, ready
    from auditor.engines.languagetool import start

    first = next(waiting, None)
    if first is None:
        return
    start(desk.engine)
    every = chain((first,), waiting)
    if jobs == 1:
        ready(settings)
        with ThreadPoolExecutor(jobs) as askers, closing(_ahead(askers, _asking(desk), every, jobs)) as asked:
            for chunk, answers in asked:
                yield from audit_chunk(chunk, answers, settings)
        return
    with (
        ThreadPoolExecutor(jobs) as askers,
        closing(_ahead(askers, _asking(desk), every, jobs)) as asked,
        closing(worked(asked, settings, jobs)) as audited,
    ):
        for results in audited:
            yield from results


def _ahead(
    pool: Executor, work: Callable[[_In], _Out], tasks: Iterable[_In], depth: int
) -> Generator[_Out, None, None]:
    """Yield ``work`` of each task in order, with up to ``depth`` more under way in ``pool``."""
    pending: deque[Future[_Out]] = deque()
    try:
        for task in tasks:
            pending.append(pool.submit(work, task))
            if len(pending) > depth:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        for future in pending:
            future.cancel()


def _asking(desk: Desk) -> Callable[[Chunk], Asked]:
    """Return what asks LanguageTool about a chunk; where it cannot run at all, every chunk is told why.

    A story of which it says nothing keeps no other from its answer, as long as it is still there afterwards.
    """
    from auditor.batch.work import target_of
    from auditor.checks.languagetool import ask_together
    from auditor.segmentation import document_from_text

    def there() -> None:
        ask_together([document_from_text("ready", "Ready.")], desk.profile, desk.engine)

    try:
        there()
    except CheckUnavailable as missing:
        reason = Skipped("languagetool", missing.reason, missing.hint)
        return lambda chunk: (chunk, reason)

    def ask(chunk: Chunk) -> Asked:
        try:
            return chunk, ask_together([target_of(bundle).document for bundle in chunk], desk.profile, desk.engine)
        except Exception:  # noqa: BLE001 - whatever a line may hold, LanguageTool is asked about the others
            return chunk, [alone(bundle) for bundle in chunk]

    def alone(bundle: Bundle) -> Reply | Skipped:
        try:
            return ask_together([target_of(bundle).document], desk.profile, desk.engine)[0]
        except CheckUnavailable as missing:
            reason, hint = missing.reason, missing.hint
        except Exception as error:  # noqa: BLE001
            reason, hint = (
                f"LanguageTool could not be asked ({type(error).__name__}: {error}).",
                "Please report this bug.",
            )
        try:
            there()
        except CheckUnavailable as lost:
            raise AuditorError(f"{lost.reason} Run the command again to go on from here.") from lost
        return Skipped("languagetool", reason, hint)

    return ask
