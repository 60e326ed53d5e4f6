"""Bring LanguageTool's pinned jars into the user's cache: fetched, verified, placed whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.engines.languagetool.lock import Jar, lock
from auditor.engines.languagetool.pathing import pathing_jar
from auditor.engines.languagetool.places import installation
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.config.engine import EngineSettings, Progress

SERVER_JAR = "languagetool-server.jar"
MAIN_CLASS = "org.languagetool.server.HTTPServer"

_PARALLEL = 8
_ATTEMPTS = 2
_CONNECT_SECONDS = 10
_WAIT_FOR_OTHER_SECONDS = 1800
_CHUNK_BYTES = 1 << 20
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH

_OFFLINE = "LanguageTool is not installed here, and downloading is switched off."
_SET_UP = "Run “auditor setup” while the network is there, or “auditor setup --from FOLDER” with its jars."


class _StopError(Exception):
    """Another download failed or the user gave up: leave this one."""


def library(jar: Jar) -> Path:
    """Return where ``jar`` lies, or will lie, in the cache."""
    return installation() / "libs" / jar.name


def missing() -> tuple[Jar, ...]:
    """Return the pinned jars that are absent or cut short; looks at names and sizes alone."""
    return tuple(jar for jar in lock().jars if not _whole(library(jar), jar))


def damaged() -> tuple[Jar, ...]:
    """Return the pinned jars that are absent or differ from the lock; reads every byte."""
    return tuple(jar for jar in lock().jars if not _same(library(jar), jar))


def installed() -> bool:
    """Return whether LanguageTool can be started from the cache."""
    path = installation() / SERVER_JAR
    return path.is_file() and path.read_bytes() == _server_jar() and not missing()


def provision(settings: EngineSettings, *, verify: bool = True) -> Path:
    """Make LanguageTool's jars ready and return the class path's one jar.

    What is there already is kept, so a broken run goes on where it stopped. ``verify`` reads the jars
    that are there and replaces wrong ones; without it sizes are trusted, where no other user can write.
    Two processes may do this at once: the second waits for the first. ``settings.mirror`` (or
    ``AUDITOR_MIRROR``) is where the jars come from, Maven's central repository by default. Raises
    ``CheckUnavailable``.
    """
    try:
        trusted = not verify and _is_ours_alone()
        if trusted and installed():
            return installation() / SERVER_JAR
        with _alone():
            _make_ours_alone()
            wanted = missing() if trusted else damaged()
            if wanted:
                _obtain(wanted, settings)
            return _place_server_jar()
    except OSError as error:
        raise CheckUnavailable(
            f"LanguageTool's files cannot be kept in {installation()}: {error.strerror or error}.",
            "Free some space or set AUDITOR_CACHE_DIR to a folder that can be written.",
        ) from error


def fetch(jar: Jar, settings: EngineSettings, work: Path) -> Path:
    """Return a pinned jar that is no part of LanguageTool, fetched into ``work``; raises ``CheckUnavailable``."""
    return _fetch_checked(jar, _mirror(settings), work, _Meter(jar.size, 0, settings.progress))


def _mirror(settings: EngineSettings) -> str | None:
    return settings.mirror or os.environ.get("AUDITOR_MIRROR") or None


def _folders() -> tuple[Path, Path]:
    """Return the folders that hold what Java runs; whoever can write there can run what he likes as us."""
    return installation(), installation() / "libs"


def _is_ours_alone() -> bool:
    """Tell whether nobody else could write among the jars; raises ``CheckUnavailable`` where they belong to another."""
    return not any(_open_to_others(folder) for folder in _folders())


def _open_to_others(folder: Path) -> bool:
    try:
        status = folder.stat()
    except FileNotFoundError:
        return False
    if status.st_uid not in (os.getuid(), 0):
        raise CheckUnavailable(
            f"LanguageTool's files in {folder} belong to another user, who could change what is run.",
            "Set AUDITOR_CACHE_DIR to a folder of your own.",
        )
    return bool(status.st_mode & _WRITABLE_BY_OTHERS)


def _make_ours_alone() -> None:
    """Close the folders to other users, and throw out what somebody may have laid there before."""
    for folder in _folders():
        if _open_to_others(folder):
            folder.chmod(folder.stat().st_mode & ~_WRITABLE_BY_OTHERS)
    pinned = {library(jar) for jar in lock().jars}
    for stray in set(_folders()[1].iterdir()) - pinned:
        shutil.rmtree(stray) if stray.is_dir() and not stray.is_symlink() else stray.unlink()


def _whole(path: Path, jar: Jar) -> bool:
    try:
        return path.stat().st_size == jar.size
    except OSError:
        return False


def _same(path: Path, jar: Jar) -> bool:
    return _whole(path, jar) and _sha256(path) == jar.sha256


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the installation's lock; the system frees it even if we are killed."""
    import portalocker

    folder = installation()
    (folder / "libs").mkdir(parents=True, exist_ok=True)
    try:
        with portalocker.Lock(folder / ".lock", timeout=_WAIT_FOR_OTHER_SECONDS, check_interval=0.2):
            yield
    except portalocker.LockException as error:
        raise CheckUnavailable(
            "Another auditor has been installing LanguageTool for half an hour.",
            "Stop it, then run “auditor setup”.",
        ) from error


def _place_server_jar() -> Path:
    """Write the pathing jar last: it is there only when all that it names is."""
    path = installation() / SERVER_JAR
    content = _server_jar()
    if not path.is_file() or path.read_bytes() != content:
        fresh = path.with_suffix(".part")
        fresh.write_bytes(content)
        fresh.replace(path)
    return path


def _server_jar() -> bytes:
    return pathing_jar((f"libs/{jar.name}" for jar in lock().jars), MAIN_CLASS)


def _obtain(wanted: tuple[Jar, ...], settings: EngineSettings) -> None:
    mirror = _mirror(settings)
    folder = Path(mirror) if mirror and "://" not in mirror else None
    if settings.offline and folder is None:
        raise CheckUnavailable(_OFFLINE, _SET_UP)
    meter = _Meter(lock().size, lock().size - sum(jar.size for jar in wanted), settings.progress)
    with tempfile.TemporaryDirectory(prefix=".fetch-", dir=installation()) as work:
        if folder:
            _take_from_folder(folder, wanted, Path(work), meter)
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


def _take_from_folder(folder: Path, wanted: tuple[Jar, ...], work: Path, meter: _Meter) -> None:
    """Copy the jars from ``folder``, in whatever layout below it."""
    found: dict[str, list[Path]] = {}
    for path in folder.rglob("*.jar"):
        found.setdefault(path.name, []).append(path)
    for jar in wanted:
        original = next((path for path in found.get(jar.name, ()) if _same(path, jar)), None)
        if original is None:
            problem = "is damaged" if jar.name in found else "is missing"
            raise CheckUnavailable(
                f"{jar.name} {problem} in {folder}.",
                "Copy the folder “libs” of an installation that “auditor doctor” calls complete.",
            )
        copy = work / jar.name
        shutil.copyfile(original, copy)
        copy.replace(library(jar))
        meter.add(jar.size)


def _download(wanted: tuple[Jar, ...], mirror: str | None, work: Path, meter: _Meter) -> None:
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
    _fetch_checked(jar, mirror, work, meter).replace(library(jar))


def _fetch_checked(jar: Jar, mirror: str | None, work: Path, meter: _Meter) -> Path:
    """Fetch one jar through jgo and check it; a second try if it came wrong."""
    for _ in range(_ATTEMPTS):
        path = _fetch_once(jar, mirror, work, meter)
        if _same(path, jar):
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
