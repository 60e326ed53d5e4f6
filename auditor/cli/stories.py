"""The stories that a command was given, and what happens to those that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditor.cli.saying import say
from auditor.model import (
    AuditorError,
    Document,
    InputError,
    Outcome,
    Place,
    Report,
    Run,
    Score,
    Severity,
    Skipped,
    Span,
    Verdict,
)

if TYPE_CHECKING:
    from auditor.readers import LeftOut

STDIN = "-"
"""How a command line names the standard input."""

LEFT_OUT = "left-out"
"""The name by which files of a folder may be left out that are not audited: ``allow-skipped``."""


class Failures:
    """The stories that could not be audited: each is told at once, none keeps the others from it.

    ``reports`` say so of each to those who read the reports and not the standard error.
    """

    def __init__(self) -> None:
        self.exit_code = 0
        self.reports: list[Report] = []
        self.left_out: list[LeftOut] = []
        self._told: set[str] = set()

    @contextmanager
    def kept(self, story: str | None = None) -> Iterator[None]:
        """Tell an ``AuditorError`` of the block on the standard error, once; remember its exit code and ``story``."""
        try:
            yield
        except AuditorError as error:
            self.tell(error, story)

    def tell(self, error: AuditorError, story: str | None = None) -> None:
        """Tell ``error`` on the standard error, once, and remember its exit code and the ``story`` it is about."""
        if str(error) not in self._told:
            say(error)
        self._told.add(str(error))
        self.exit_code = max(self.exit_code, error.exit_code)
        if story is not None:
            self.reports.append(_not_audited(story, Skipped("audit", str(error), "Then run it again.")))

    def leave_out(self, left: LeftOut) -> None:
        """Tell, once, of a file in a folder that is not audited; a link out of the folder is an error."""
        if left.is_link:
            self.tell(InputError(left.reason))
            return
        if left.reason not in self._told:
            say(f"left out: {left.reason}")
        self._told.add(left.reason)
        self.left_out.append(left)

    def left_out_reports(self, allowed: Callable[[str], bool]) -> list[Report]:
        """Return a report on each file that was left out; ``allowed`` tells of its path whether that is no harm."""
        return [
            _not_audited(
                str(left.path), Skipped(LEFT_OUT, left.reason, f"Or let it be: --allow-skipped {LEFT_OUT}", allowed=may)
            )
            for left in self.left_out
            for may in (allowed(str(left.path)),)
        ]


def _not_audited(story: str, skipped: Skipped) -> Report:
    """Return the report of a story of which nothing is known but that it was not audited."""
    nowhere = Span(0, 0)
    return Report(
        document=Document("<stdin>" if story == STDIN else story, "", (), (), (Run(nowhere, Place(1, 1)),)),
        findings=(),
        checks=(),
        skipped=(skipped,),
        score=Score(0.0, 0, 0.0, None, tuple((severity, 0) for severity in Severity), signature=""),
        sentences=(),
        verdict=Verdict(Outcome.REVIEW, (f"not audited: {skipped.reason}",)),
        profile="",
    )


def find(paths: Iterable[str], failures: Failures) -> tuple[str, ...]:
    """Return the files that ``paths`` stand for, each once; a path that stands for none is a failure."""
    from auditor.readers import find_stories

    found: list[str] = []
    for path in paths:
        with failures.kept():
            found += (_near(str(file)) for file in find_stories([path], failures.leave_out))
    return tuple(dict.fromkeys(found))


def _near(path: str) -> str:
    """Return an absolute path inside the working directory as relative to it: CI formats need that."""
    inside = path.startswith(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118 - text, links left alone
    return os.path.relpath(path) if inside else path
