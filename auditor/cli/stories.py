"""The stories that a command was given, and what happens to those that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from auditor.model import AuditorError

STDIN = "-"
"""How a command line names the standard input."""


class Failures:
    """The stories that could not be audited: each is told at once, none keeps the others from it."""

    def __init__(self) -> None:
        self.exit_code = 0
        self._told: set[str] = set()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Tell an ``AuditorError`` of the block on the standard error, once, and remember its exit code."""
        try:
            yield
        except AuditorError as error:
            self.tell(error)

    def tell(self, error: AuditorError) -> None:
        """Tell ``error`` on the standard error, once, and remember its exit code."""
        if str(error) not in self._told:
            click.echo(f"auditor: {error}", err=True)
        self._told.add(str(error))
        self.exit_code = max(self.exit_code, error.exit_code)


def find(paths: Iterable[str], failures: Failures) -> tuple[str, ...]:
    """Return the files that ``paths`` stand for, each once; a path that stands for none is a failure."""
    from auditor.readers import find_stories

    found: list[str] = []
    for path in paths:
        with failures.kept():
            found += (_near(str(file)) for file in find_stories([path], failures.tell))
    return tuple(dict.fromkeys(found))


def _near(path: str) -> str:
    """Return an absolute path inside the working directory as relative to it: CI formats need that."""
    inside = path.startswith(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118 - text, links left alone
    return os.path.relpath(path) if inside else path
