"""The processes that share the work of a batch: what one of them leaves when it ends, another one does."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from auditor.batch.work import Settings, audit_chunk, not_audited, parted, ready
from auditor.memory import spare
from auditor.model import AuditorError, Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.batch.bundle import Chunk
    from auditor.batch.result import Result
    from auditor.engines.languagetool import Reply

    Asked: TypeAlias = tuple[Chunk, Sequence[Reply | Skipped] | Skipped]

_AHEAD = 2
"""Chunks under way for each process, so that none waits for work."""

_TRIES = 2
"""How often a chunk, and then a story of it, may take the process that audits it along before it is left out."""


def worked(asked: Iterable[Asked], settings: Settings, jobs: int) -> Generator[list[Result], None, None]:
    """Yield the results of each chunk of ``asked``, in order, worked out by ``jobs`` processes.

    Where a process ends by itself, whatever was under way is done again in a process of its own, one chunk after the
    other: that of the chunk, or of the story in it, that ends this one too. Raises ``AuditorError`` where no process
    gets so far as to begin.
    """
    workers = _Workers(settings, jobs)
    pending: deque[tuple[Asked, Future[list[Result]]]] = deque()
    try:
        for task in asked:
            pending.append((task, workers.begun(task)))
            if len(pending) > _AHEAD * jobs:
                yield workers.done(*pending.popleft())
        while pending:
            yield workers.done(*pending.popleft())
    finally:
        for _, future in pending:
            future.cancel()
        workers.end()


class _Workers:
    """A pool of processes, made anew when it breaks, and one with a single process for what was under way then."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._jobs = jobs
        self._pool = self._started(jobs)
        self._broken = False
        self._single: ProcessPoolExecutor | None = None

    def begun(self, task: Asked) -> Future[list[Result]]:
        """Hand ``task`` over to the pool; a new one takes the place of one that broke."""
        if self._broken:
            self._pool.shutdown()
            self._pool, self._broken = self._started(self._jobs), False
        try:
            return self._pool.submit(audit_chunk, *task, self._settings)
        except BrokenProcessPool as error:
            self._broken = True
            none: Future[list[Result]] = Future()
            none.set_exception(error)
            return none

    def done(self, task: Asked, future: Future[list[Result]]) -> list[Result]:
        """Return the results of ``task``, once they are there, from the pool or a process of its own."""
        try:
            results = future.result()
        except BrokenProcessPool:
            return self._alone(task)
        self._end_single()
        return results

    def end(self) -> None:
        """End all processes, once what they do is done."""
        self._end_single()
        self._pool.shutdown()

    def _alone(self, task: Asked) -> list[Result]:
        for _ in range(_TRIES):
            self._single = self._single or self._one()
            try:
                return self._single.submit(audit_chunk, *task, self._settings).result()
            except BrokenProcessPool:
                self._end_single()
        chunk, heard = task
        if len(chunk) > 1:
            return [result for story in parted(chunk, heard) for result in self._alone(story)]
        return not_audited(
            chunk,
            "The process that audited this story ended by itself, each time, perhaps for want of memory.",
            "Split the story, or begin anew with fewer --jobs and --restart.",
        )

    def _one(self) -> ProcessPoolExecutor:
        """Return a single process that is ready for work."""
        for _ in range(_TRIES):
            pool = self._started(0)
            try:
                pool.submit(ready, self._settings).result()
            except BrokenProcessPool:
                pool.shutdown()
            else:
                return pool
        raise AuditorError(
            "The processes of the batch end by themselves, perhaps for want of memory; run the command again to go "
            "on, with fewer --jobs."
        )

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(jobs or 1, get_context("spawn"), _subordinate)
        with suppress(BrokenProcessPool):  # which the first task will tell
            for _ in range(jobs):  # they load what they need while LanguageTool starts
                pool.submit(ready, self._settings)
        return pool

    def _end_single(self) -> None:
        if self._single:
            self._single.shutdown()
            self._single = None


def _subordinate() -> None:
    """Leave Ctrl-C to the parent, which ends its processes in order, and end with a parent that is killed."""
    spare()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """Wait for the parent's end: its queue stays open while any of its processes has it, so that none would notice."""
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
