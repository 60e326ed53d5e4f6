"""What a page must know of the file and of the gate, so that the story can be corrected on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Document, Severity
from auditor.segmentation.lines import plain_runs
from auditor.text.utf16 import Units


@dataclass(frozen=True, slots=True)
class Gate:
    """What closes a desk's gate: a finding of ``fail_on`` or worse, a quality under ``mark``, a budget overspent."""

    fail_on: Severity
    mark: float
    budgets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Editing:
    """The file of a story, and the gate it stands before.

    ``text`` is the file's, None where a page cannot write such a file: its download is plain text then. ``refused`` and
    ``entities`` say how words are written there (``readers.wording``). ``mark``: it begins with a byte order mark.
    ``digest`` is the SHA-256 of its bytes in hexadecimal. ``served``: the page is that of ``auditor review``.
    """

    text: str | None
    format: str
    digest: str
    gate: Gate
    refused: str = ""
    entities: bool = False
    mark: bool = False
    served: bool = False


def stretches(document: Document, file: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the words of ``document`` stand in ``file`` just so: start, end, and start there; in UTF-16 units."""
    lines = [run.span.start for run in plain_runs(file)]
    here, there = Units(document.text), Units(file)
    held: tuple[int, int, int] | None = None
    for run in document.runs:
        if run.end is not None or not run.span:
            continue
        start, end = here.of(run.span.start), here.of(run.span.end)
        begins = there.of(lines[run.place.line - 1] + run.place.column - 1)
        if held and held[1] == start and held[2] + held[1] - held[0] == begins:
            held = (held[0], end, held[2])
            continue
        if held:
            yield held
        held = (start, end, begins)
    if held:
        yield held
