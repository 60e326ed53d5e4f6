"""The run of an archive on Ray Data: a pool of workers takes blocks, keeps what they find, and the tables follow."""

from __future__ import annotations

import hashlib
import logging
import os
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portalocker import LOCK_EX, LOCK_NB, LockException, lock

from auditor.archive.kept import Kept
from auditor.archive.plan import BLOCK_CHARACTERS, Block, Given, planned
from auditor.archive.publish import publish
from auditor.archive.worker import Order, Worker
from auditor.batch.work import Settings
from auditor.config import EngineSettings
from auditor.model import AuditorError, InputError, tool_version

_STORE = 128 * 2**20
"""Bytes of Ray's store of objects on this machine: nothing but the names of blocks goes through it."""

_STARTS = 3
"""How often Ray is started until it is given up."""

_AHEAD = 2
"""Blocks that a worker is handed at a time, so that it need not wait."""


@dataclass(frozen=True, slots=True)
class Done:
    """How far a run is: blocks, their characters, and the rows and words audited in this run.

    ``known`` are the characters that an earlier run had done, ``total`` those of the whole input.
    """

    rows: int
    words: int
    characters: int
    known: int
    total: int


def archive(
    given: Iterable[Given],
    root: Path,
    folder: Path,
    settings: Settings,
    engine: EngineSettings,
    *,
    workers: int | None = None,
    address: str | None = None,
    restart: bool = False,
    told: Callable[[Done], None] = lambda _: None,
    block_characters: int = BLOCK_CHARACTERS,
) -> dict[str, Any]:
    """Audit the rows and stories of ``given``, files below ``root``, into tables in ``folder``; return their summary.

    Parameters:
        settings, engine: what each worker makes its desk of.
        workers: how many work at a time, by default one for each core.
        address: of the Ray cluster on whose machines they work, by default this machine alone. All of them see the
            input and ``folder`` under the same paths.
        restart: forget what an earlier run has done.
        told: hears how far the run is, after each block.
        block_characters: see ``planned``.

    What an earlier run has done with the same settings stays done. Raises ``InputError`` for input that cannot be read
    or a folder that cannot be used, ``AuditorError`` where LanguageTool is lost or Ray cannot work.
    """
    kept = Kept(folder)
    with _alone(folder):
        kept.folder.mkdir(exist_ok=True)
        if restart:
            kept.sweep(())
        blocks = list(planned(given, root, _key(settings, engine), block_characters))
        already = kept.names()
        waiting = [block for block in blocks if block.name not in already]
        total = sum(block.characters for block in blocks)
        known = total - sum(block.characters for block in waiting)
        if waiting:
            order = Order(root, folder, settings, engine, tool_version())
            rows = words = done = 0
            with _ray(kept.folder, address, workers) as cores:
                for each in _worked(waiting, order, min(workers or cores, len(waiting))):
                    if each["fault"]:
                        raise AuditorError(f"{each['fault']} Run the command again to go on from here.")
                    rows, words, done = rows + each["rows"], words + each["words"], done + each["characters"]
                    told(Done(rows, words, done, known, total))
        names = {block.name for block in blocks}
        summary = publish(kept, names, folder, settings.profile.risk)
        kept.sweep(names)
        return summary


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold ``folder`` for this run alone; raises ``InputError`` where another has it or it is no archive's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".lock").exists() and any(folder.iterdir()):
            raise InputError(f"{folder} holds other files; name a new folder for the archive.")
        with (folder / ".lock").open("ab") as mark:
            lock(mark, LOCK_EX | LOCK_NB)
            yield
    except LockException:
        raise InputError(f"Another run is writing to {folder}; wait for its end, or name another folder.") from None


def _key(settings: Settings, engine: EngineSettings) -> str:
    """Return what stands for all that a result depends on beside its row."""
    from auditor.analysis import model_signature
    from auditor.engines.languagetool import version
    from auditor.scoring.signature import packs_hash, profile_hash

    parts: list[object] = [
        tool_version(),
        packs_hash(),
        model_signature(),
        settings.profile.name,
        profile_hash(settings.profile),
        settings.source_language,
        settings.reader,
        version() if engine.enabled else None,
        *(hashlib.sha256(pack.read_bytes()).hexdigest() for pack in settings.packs),
        *settings.glossary,
    ]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


@contextmanager
def _ray(place: Path, address: str | None, workers: int | None) -> Iterator[int]:
    """Have Ray ready, of this machine alone without an ``address``; yield how many cores it has.

    Nothing is reported to Ray's makers and no dashboard is served; whoever would speak to Ray's ports needs a secret
    that lives as long as the run. Its workers look for modules in the folder ``place``, which holds none, where they
    would in the working folder, which may be a stranger's.
    """
    if "ray" not in sys.modules and address is None:  # which looks for these as it is imported
        os.environ["RAY_AUTH_MODE"] = "token"
        os.environ["RAY_AUTH_TOKEN"] = secrets.token_hex(32)
    with _silent():
        import ray
    if ray.is_initialized():  # by whoever called us
        yield _cores()
        return
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address is None:
        here = workers or os.cpu_count() or 1
        options |= {"num_cpus": here, "object_store_memory": _STORE, "include_dashboard": False}
    with chdir(place), _silent():
        _start(address, options)
    try:
        yield _cores()
    finally:
        ray.shutdown()


def _start(address: str | None, options: dict[str, Any]) -> None:
    """Start Ray here, or join it at ``address``; raises ``AuditorError`` where it cannot be had.

    A machine that has much else to do may start Ray more slowly than Ray waits for itself: it is tried again.
    """
    import ray

    for left in reversed(range(_STARTS if address is None else 1)):
        try:
            ray.init(address or "local", **options)
        except Exception as error:  # it raises exceptions of no kind of its own
            ray.shutdown()
            if not left:
                reason = str(error).partition("\n")[0].rstrip(". ")
                where = f"at {address} " if address else ""
                raise AuditorError(
                    f"Ray cannot be used {where}({reason}); see to it and run the command again."
                ) from error
        else:
            return


def _cores() -> int:
    import ray

    nodes: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    return max(1, int(sum(node["Resources"].get("CPU", 0) for node in nodes if node["Alive"])))


@contextmanager
def _silent() -> Iterator[None]:
    """Let the libraries of Ray say nothing on the standard error: they write of their own matters as they start."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    sys.stderr.flush()
    stderr = os.dup(2)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)


def _worked(waiting: list[Block], order: Order, workers: int) -> Iterator[dict[str, Any]]:
    """Yield what each block comes to, as it is done; a worker that dies is replaced, and its block done again."""
    import ray.data
    from ray.data.exceptions import RayDataUserCodeException
    from ray.exceptions import RayError

    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    blocks = ray.data.from_items([block.plain() for block in waiting], override_num_blocks=len(waiting))
    done = blocks.map_batches(
        Worker,
        fn_constructor_args=(order,),
        batch_size=None,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=_AHEAD),
        num_cpus=1,
    )
    try:
        yield from done.iter_rows()
    except (RayError, RayDataUserCodeException) as error:
        reason = str(error).strip().rpartition("\n")[2].rstrip(".")
        raise AuditorError(f"The workers cannot go on ({reason}); run the command again to go on from here.") from error
