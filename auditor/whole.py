"""Files that are written whole or not at all: those that are new, and stories, which are somebody's."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """The file is not what it was when it was read."""


def replace_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` in one step: the file is whole at any time and keeps its permissions."""
    if path.exists() and not path.is_file():  # a device or a named pipe, such as /dev/stderr
        path.write_bytes(data)
        return
    draft = _draft(path, data)
    try:
        draft.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        _put(draft, path)
    except BaseException:
        _remove(draft)
        raise


def amend_file(path: Path, before: bytes, after: bytes) -> None:
    """Write ``after`` to the file ``path``, which holds ``before``, and change nothing else of it.

    Owner, group, permissions, extended attributes and links stay, symbolic and hard ones. It is done in one step, or,
    where a new file could not be all that, in the old one, for which room is made first.

    Raises ``ChangedMeanwhileError`` where it holds anything else by now, and ``OSError``.
    """
    path = path.resolve()
    with path.open("r+b") as file:
        there = os.fstat(file.fileno())
        if file.read() != before:
            raise ChangedMeanwhileError
        draft = _twin(path, there, after)
        try:
            _refuse_change(path, there)
            if draft is None:
                _overwrite(file.fileno(), before, after)
            else:
                _put(draft, path)
        except BaseException:
            if draft is not None:
                _remove(draft)
            raise


def _refuse_change(path: Path, there: os.stat_result) -> None:
    """Raise ``ChangedMeanwhileError`` unless ``path`` is the file whose state is ``there``, untouched since."""
    if stamp(path.stat()) != stamp(there):
        raise ChangedMeanwhileError


def stamp(state: os.stat_result) -> tuple[int, ...]:
    """Return by what a file shows that it is the same and was not touched: its place, its size and its times."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _twin(path: Path, there: os.stat_result, data: bytes) -> Path | None:
    """Return a draft that is like ``path``, whose state is ``there``, but for its ``data``; None where none can be."""
    if there.st_nlink > 1:
        return None
    draft = None
    try:
        draft = _draft(path, data)
        os.chown(draft, there.st_uid, there.st_gid)
        shutil.copystat(path, draft)  # permissions and extended attributes, among them access lists
        os.utime(draft)
        if _kept(draft) == _kept(path):
            return draft
    except PermissionError:  # the folder is not ours to write to, or the owner not ours to give
        pass
    except BaseException:
        if draft:
            _remove(draft)
        raise
    if draft:
        _remove(draft)
    return None


def _kept(path: Path) -> tuple[int, int, int, dict[str, bytes]]:
    """Return owner, group, mode and, where the system has them, the extended attributes of ``path``."""
    state = path.stat()
    attributes = {}
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # not every file system has them
            attributes = {name: os.getxattr(path, name) for name in os.listxattr(path)}
    return state.st_uid, state.st_gid, state.st_mode, attributes


def _overwrite(descriptor: int, before: bytes, after: bytes) -> None:
    """Write ``after`` over ``before`` in an open file; what fails halfway is undone."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, max(len(before), len(after)))  # a full disk is met before the first byte
    try:
        _write(descriptor, after)
    except BaseException:
        with suppress(OSError):
            _write(descriptor, before)
        raise


def _write(descriptor: int, data: bytes) -> None:
    at = 0
    while at < len(data):
        at += os.pwrite(descriptor, data[at:], at)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _draft(path: Path, data: bytes) -> Path:
    """Return a new file with ``data`` beside ``path``, on the disk, for the owner alone."""
    handle, name = tempfile.mkstemp(prefix=".auditor.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _remove(Path(name))
        raise
    return Path(name)


def _put(draft: Path, path: Path) -> None:
    """Let ``draft`` take the place of ``path``, for good."""
    draft.replace(path)
    with suppress(OSError):  # not every file system lets a folder be synchronised
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
