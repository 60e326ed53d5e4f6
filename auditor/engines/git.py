"""Git, as far as the auditor asks it: an earlier version of a file."""

from __future__ import annotations

import subprocess
from pathlib import Path

from auditor.model import AuditorError, InputError

_SECONDS = 60


def earlier(path: Path, revision: str) -> bytes | None:
    """Return the bytes of the file at ``path`` in ``revision``; None where it was not there yet.

    Raises ``InputError`` where the file is in no repository or there is no such revision, and ``AuditorError``
    where git cannot be run.
    """
    folder = path.absolute().parent
    if _git(folder, "rev-parse", "--git-dir").returncode:
        raise InputError(f"{path} is in no git repository, so --diff cannot tell what changed; leave it out.")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise InputError(
            f"There is no git revision “{revision}” here; fetch it (in CI: the whole history) or name another."
        )
    name = f"{commit.stdout.decode().strip()}:./{path.name}"
    if _git(folder, "cat-file", "-e", name).returncode:
        return None
    return _git(folder, "cat-file", "blob", name).stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise AuditorError("Git is not installed, so --diff cannot tell what changed; install git.") from None
    except subprocess.TimeoutExpired:
        raise AuditorError("Git did not answer within a minute; try again, or leave --diff out.") from None
