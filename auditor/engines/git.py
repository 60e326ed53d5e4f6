"""Git, as far as the auditor asks it: an earlier version of a file.

A repository may come from a stranger, and its configuration with it. So git is asked for what it can look up among its
objects alone, and told to run nothing on the way: no hook, no monitor of the file system, no fetching of what is not
there. What its other commands would run (filters, text conversion, diffs, editors) these here never do.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from auditor.model import AuditorError, InputError

_SECONDS = 60

_SETTINGS = (
    "core.fsmonitor=false",  # a program that is run wherever the index is read
    "core.hooksPath=/dev/null",
    "safe.bareRepository=explicit",  # a folder of a clone may look like a repository, with settings of its own
)
"""What overrides the repository's own configuration; see git-config(1)."""

_SURROUNDINGS = {
    "GIT_NO_LAZY_FETCH": "1",  # heard since git 2.39.4 and 2.45
    "GIT_ALLOW_PROTOCOL": "",  # none, whatever protocol.<name>.allow says: older versions cannot fetch either
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""Variables that git obeys before any configuration; see git(1)."""


def earlier(path: Path, revision: str) -> bytes | None:
    """Return the bytes of the file at ``path`` in ``revision``; None where it was not there yet.

    Nothing that the repository configures is run. Raises ``InputError`` where the file is in no repository that git
    reads, there is no such revision or the file's version is not here, and ``AuditorError`` where git cannot be run.
    """
    folder = path.absolute().parent
    here = _git(folder, "rev-parse", "--git-dir")
    if here.returncode:
        raise InputError(_no_repository(path, here.stderr))
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise InputError(
            f"There is no git revision “{revision}” here; fetch it (in CI: the whole history) or name another."
        )
    entry = _git(folder, "ls-tree", "-z", commit.stdout.decode().strip(), "--", path.name)
    if entry.returncode:
        raise InputError(_not_here(path, revision))
    match entry.stdout.split()[:3]:
        case [_, b"blob", blob]:
            kept = _git(folder, "cat-file", "blob", blob.decode())
            if kept.returncode:
                raise InputError(_not_here(path, revision))
            return kept.stdout
        case _:  # nothing, a folder or another repository
            return None


def _not_here(path: Path, revision: str) -> str:
    return (
        f"This clone has not got {path} as it was in “{revision}”; fetch it (in CI: without a filter), "
        "or name another revision."
    )


def _no_repository(path: Path, said: bytes) -> str:
    if b"dubious ownership" in said:
        return (
            f"The git repository of {path} belongs to another user; if you trust it, name the folder that holds its "
            ".git: git config --global --add safe.directory FOLDER"
        )
    if b"bare repository" in said:
        return f"{path} lies inside a git repository's own files, which are not read as one; leave --diff out."
    return f"{path} is in no git repository, so --diff cannot tell what changed; leave it out."


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    settings = (word for setting in _SETTINGS for word in ("-c", setting))
    command = ["git", "--no-pager", "--literal-pathspecs", *settings, "-C", str(folder), *arguments]
    try:
        return subprocess.run(  # noqa: S603 - no shell
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, **_SURROUNDINGS},
        )
    except FileNotFoundError:
        raise AuditorError("Git is not installed, so --diff cannot tell what changed; install git.") from None
    except subprocess.TimeoutExpired:
        raise AuditorError("Git did not answer within a minute; try again, or leave --diff out.") from None
