"""The commit that a release is made from."""

from __future__ import annotations

import subprocess

from release.locked import ROOT


def commit() -> str:
    """Return the full id of the commit that is checked out."""
    return _git("rev-parse", "HEAD")


def commit_time() -> int:
    """Return when that commit was made, in seconds since 1970: the one time that stands in what is made from it."""
    return int(_git("show", "--no-patch", "--format=%ct", "HEAD"))


def changed() -> str:
    """Return the files that differ from that commit, one on a line; nothing where none does."""
    return _git("status", "--porcelain")


def _git(*arguments: str) -> str:
    ended = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=True)
    return ended.stdout.strip()
