"""Fetch LanguageTool's pinned jars, from a repository or a folder, check every byte and place them."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.engines.languagetool.lock import Jar, lock
from auditor.engines.languagetool.manifest import without_class_path
from auditor.engines.languagetool.places import installation, library
from auditor.model import CheckUnavailable
from auditor.whole import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from auditor.config.engine import EngineSettings, Progress

_PARALLEL = 8
_ATTEMPTS = 2
_CONNECT_SECONDS = 10
_MODE = 0o644
"""Of a jar in its place: others may read it, whatever the umask says."""


_OFFLINE = "LanguageTool is not installed here, and downloading is switched off."
_SET_UP = "Run “auditor setup” while the network is there, or “auditor setup --from FOLDER” with its jars."


class _StopError(Exception):
    """Another download failed or the user gave up: leave this one."""


def fetch(jar: Jar, settings: EngineSettings, work: Path) -> Path:
    """Return a pinned jar that is no part of LanguageTool, fetched into ``work``; raises ``CheckUnavailable``."""
    return _fetch_checked(jar, _mirror(settings), work, _Meter(jar.published.size, 0, settings.progress))


def _mirror(settings: EngineSettings) -> str | None:
    return settings.mirror or os.environ.get("AUDITOR_MIRROR") or None


def obtain(wanted: Sequence[Jar], settings: EngineSettings) -> None:
    """Bring the jars ``wanted`` to their place, each checked before it gets there; raises ``CheckUnavailable``."""
    if not wanted:
        return
    mirror = _mirror(settings)
    folder = Path(mirror) if mirror and "://" not in mirror else None
    if settings.offline and folder is None:
        raise CheckUnavailable(_OFFLINE, _SET_UP)
    originals = _originals(folder, wanted) if folder else {}
    meter = _Meter(lock().size, lock().size - sum(jar.published.size for jar in wanted), settings.progress)
    with tempfile.TemporaryDirectory(prefix=".fetch-", dir=installation()) as work:
        if folder:
            _copy(originals, Path(work), meter)
        else:
            _download(wanted, mirror, Path(work), meter)


class _Meter:
    """Adds up bytes from several threads for one listener, and carries the word to stop."""

    def __init__(self, total: int, here: int, listener: Progress | None) -> None:
        self.total = total
        self.here = here
        self.listener = listener
        self.stopped = threading.Event()
        self._lock = threading.Lock()
        self.add(0)

    def add(self, count: int) -> None:
        if self.stopped.is_set():
            raise _StopError
        with self._lock:
            self.here += count
            if self.listener:
                self.listener(self.here, self.total)


def _originals(folder: Path, wanted: Sequence[Jar]) -> dict[Jar, Path]:
    """Return where the jars lie in ``folder``, in whatever layout below it."""
    found: dict[str, list[Path]] = {}
    for path in folder.rglob("*.jar"):
        found.setdefault(path.name, []).append(path)
    originals: dict[Jar, Path] = {}
    for jar in wanted:
        original = next((path for path in found.get(jar.name, ()) if jar.is_in(path)), None)
        if original is None:
            problem = "is damaged" if jar.name in found else "is missing"
            raise CheckUnavailable(
                f"{jar.name} {problem} in {folder}.",
                "Copy the folder “libs” of an installation that “auditor doctor” calls complete.",
            )
        originals[jar] = original
    return originals


def _copy(originals: Mapping[Jar, Path], work: Path, meter: _Meter) -> None:
    """Copy jars from where they lie to their place."""
    for jar, original in originals.items():
        copy = work / jar.name
        shutil.copyfile(original, copy)
        place(copy, jar)
        meter.add(jar.published.size)


def _download(wanted: Sequence[Jar], mirror: str | None, work: Path, meter: _Meter) -> None:
    """Fetch the jars side by side; the first failure ends all."""
    pool = ThreadPoolExecutor(max_workers=_PARALLEL)
    try:
        jobs = [pool.submit(_fetch, jar, mirror, work, meter) for jar in wanted]
        for job in as_completed(jobs):
            job.result()
    except BaseException:
        meter.stopped.set()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _fetch(jar: Jar, mirror: str | None, work: Path, meter: _Meter) -> None:
    """Fetch one jar and move it into place."""
    place(_fetch_checked(jar, mirror, work, meter), jar)


def place(path: Path, jar: Jar) -> None:
    """Move the file at ``path``, which is ``jar`` as it was published or as it is kept, into place as it is kept.

    Raises ``CheckUnavailable``.
    """
    if not jar.kept.is_in(path):
        replace_file(path, without_class_path(path.read_bytes()))
    if not jar.kept.is_in(path):
        raise CheckUnavailable(
            f"{jar.name} could not be made ready: what was written differs from what is pinned.",
            "Run “auditor setup” again; if that repeats, the disk alters files.",
        )
    path.chmod(_MODE)
    path.replace(library(jar))


def _fetch_checked(jar: Jar, mirror: str | None, work: Path, meter: _Meter) -> Path:
    """Fetch one jar through jgo and check it; a second try if it came wrong."""
    for _ in range(_ATTEMPTS):
        path = _fetch_once(jar, mirror, work, meter)
        if jar.published.is_in(path):
            return path
        arrived = path.stat().st_size
        path.unlink()
        meter.add(-arrived)
    raise CheckUnavailable(
        f"{jar.name} did not arrive as it was published (its checksum differs).",
        "Run “auditor setup” again; if that repeats, something between here and the repository alters files.",
    )


def _fetch_once(jar: Jar, mirror: str | None, work: Path, meter: _Meter) -> Path:
    import requests
    from jgo.maven import MavenContext, PythonResolver

    resolver = PythonResolver(progress_callback=_listener(meter))
    remote = {"mirror": mirror.rstrip("/")} if mirror else None
    maven = MavenContext(resolver, repo_cache=work, remote_repos=remote, timeout=_CONNECT_SECONDS)
    group, artifact, version = jar.coordinate.split(":")
    wanted = maven.project(group, artifact).at_version(version).artifact()
    try:
        path = resolver.download(wanted)
    except requests.RequestException as error:
        raise CheckUnavailable(
            f"LanguageTool could not be downloaded: {_cause(error)}.",
            "Check the network, or run “auditor setup --from FOLDER_OR_MIRROR”.",
        ) from error
    except RuntimeError as error:
        raise CheckUnavailable(
            f"{mirror or 'The Maven repository'} does not have {jar.name}.",
            "Check the mirror, or run “auditor setup --from FOLDER” with the jars.",
        ) from error
    assert path is not None
    return path


def _cause(error: Exception) -> str:
    """Return the root of a network error in a few words."""
    import requests

    if isinstance(error, requests.Timeout):
        return "the repository did not answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "the repository's certificate was not accepted"
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy refused the connection"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "the transfer broke off; run the command again to go on"
    return "the repository cannot be reached"


def _listener(meter: _Meter) -> Callable[[str, int], AbstractContextManager[Callable[[int], None]]]:
    """Return jgo's kind of progress callback over ``meter``."""

    @contextmanager
    def listen(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield meter.add

    return listen
