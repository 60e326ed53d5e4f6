"""LanguageTool's pinned jars in the user's cache: whole, ours alone, and known to be what they were when last read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.engines.cache import alone_in, close_to_others, open_to_others
from auditor.engines.languagetool import seal
from auditor.engines.languagetool.fetching import obtain, place
from auditor.engines.languagetool.lock import Jar, lock
from auditor.engines.languagetool.manifest import pathing_jar
from auditor.engines.languagetool.places import installation, library
from auditor.model import CheckUnavailable
from auditor.whole import replace_file

if TYPE_CHECKING:
    from auditor.config.engine import EngineSettings

SERVER_JAR = "languagetool-server.jar"
MAIN_CLASS = "org.languagetool.server.HTTPServer"


def damaged() -> tuple[Jar, ...]:
    """Return the pinned jars that are absent or differ from the lock; reads every byte."""
    jars = lock().jars
    with ThreadPoolExecutor() as pool:
        whole = pool.map(lambda jar: jar.kept.is_in(library(jar)), jars)
        return tuple(jar for jar, is_whole in zip(jars, whole, strict=True) if not is_whole)


def installed() -> bool:
    """Return whether LanguageTool seems to be in the cache; looks at names and sizes alone."""
    path = installation() / SERVER_JAR
    names_all = path.is_file() and path.read_bytes() == _server_jar()
    return names_all and all(jar.kept.may_be_in(library(jar)) for jar in lock().jars)


def provision(settings: EngineSettings, *, verify: bool = True) -> Path:
    """Make LanguageTool's jars ready and return the class path's one jar.

    What is there already is kept, so a broken run goes on where it stopped. ``verify`` reads the jars that are there
    and replaces wrong ones; without it they are read only if anything has happened to them since they were last read.
    Two processes may do this at once: the second waits for the first. ``settings.mirror`` (or
    ``AUDITOR_MIRROR``) is where the jars come from, Maven's central repository by default. Raises
    ``CheckUnavailable``.
    """
    try:
        seems_whole = _is_ours_alone() and installed()
        if seems_whole and not verify and seal.is_on(_sealed()):
            return installation() / SERVER_JAR
        if not seems_whole or damaged():
            with _alone():
                _make_ours_alone()
                obtain([jar for jar in damaged() if not _is_put_right(jar)], settings)
                _place_server_jar()
        seal.put_on(_sealed())
        return installation() / SERVER_JAR
    except OSError as error:
        raise CheckUnavailable(
            f"LanguageTool's files cannot be kept in {installation()}: {error.strerror or error}.",
            "Free some space or set AUDITOR_CACHE_DIR to a folder that can be written.",
        ) from error


def _sealed() -> list[Path]:
    """Return the files on which the seal is put: all that is on the class path."""
    return [installation() / SERVER_JAR, *map(library, lock().jars)]


def _is_put_right(jar: Jar) -> bool:
    """Bring a jar that lies here as it was published into the shape in which it is kept; tell whether that was all."""
    path = library(jar)
    if jar.published.is_in(path):
        place(path, jar)
        return True
    return False


def _folders() -> tuple[Path, Path]:
    """Return the folders that hold what Java runs; whoever can write there can run what he likes as us."""
    return installation(), installation() / "libs"


def _is_ours_alone() -> bool:
    """Tell whether nobody else could write to the jars; raises ``CheckUnavailable`` where they belong to another."""
    return not any(open_to_others(path) for path in (*_folders(), *_sealed()))


def _make_ours_alone() -> None:
    """Close the folders and jars to other users, and throw out what somebody may have laid there before."""
    for path in (*_folders(), *_sealed()):
        if open_to_others(path):
            close_to_others(path)
    pinned = {library(jar) for jar in lock().jars}
    for stray in set(_folders()[1].iterdir()) - pinned:
        shutil.rmtree(stray) if stray.is_dir() and not stray.is_symlink() else stray.unlink()


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the installation's lock; where nothing came of it, leave no folder behind that was not there before."""
    folder = installation()
    new = not folder.exists()
    (folder / "libs").mkdir(parents=True, exist_ok=True)
    try:
        with alone_in(folder, "installing LanguageTool", "Stop it, then run “auditor setup”."):
            yield
    except BaseException:
        with suppress(OSError):  # what was fetched before something went wrong is kept for the next time
            (folder / "libs").rmdir()
            if new:
                (folder / ".lock").unlink()
                folder.rmdir()
        raise


def _place_server_jar() -> None:
    """Write the pathing jar last: it is there only when all that it names is."""
    path = installation() / SERVER_JAR
    content = _server_jar()
    if not path.is_file() or path.read_bytes() != content:
        replace_file(path, content)


def _server_jar() -> bytes:
    return pathing_jar((f"libs/{jar.name}" for jar in lock().jars), MAIN_CLASS)
