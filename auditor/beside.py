"""Work done beside other work, in threads of its own; unlike a pool's, they do not hold up the end on Ctrl-C."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Future[Result]:
    """Start ``work`` in a thread of its own and return its result to come."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return future


def each_beside(work: Callable[[Given], Result], items: Sequence[Given], most: int) -> list[Result]:
    """Return what ``work`` makes of each of ``items``, in their order, done ``most`` at a time.

    What goes wrong first is raised, and nothing more is begun.
    """
    waiting = iter(enumerate(items))
    done: dict[int, Result] = {}
    lock = threading.Lock()
    failed = threading.Event()

    def drain() -> None:
        while not failed.is_set():
            with lock:
                index, item = next(waiting, (-1, None))
            if item is None:
                return
            try:
                done[index] = work(item)
            except BaseException:
                failed.set()
                raise

    others = [beside(drain) for _ in range(min(most, len(items)) - 1)]
    drain()
    for other in others:
        other.result()
    return [done[index] for index in range(len(items))]
