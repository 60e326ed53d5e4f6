"""What of a translation is stale, on a terminal: what is to be worked on, in the order of the story."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.model import Passage, Severity, Staleness, Standing
from auditor.render.stale import in_words, summary
from auditor.render.terminal.page import MAX_WIDTH, page
from auditor.render.terminal.style import GONE, GOOD, INDENT, QUIET, SEVERITY, TITLE, hanging

_LABELS = {Standing.STALE: "stale", Standing.ADD: "to add", Standing.REMOVE: "to go"}
_STYLES = {Standing.STALE: SEVERITY[Severity.MAJOR], Standing.ADD: GOOD, Standing.REMOVE: GONE}
_INDENT = 10


def render(told: Staleness, *, width: int = 80, colour: bool = False) -> str:
    """Return ``told`` as text at most ``width`` cells wide, with ANSI colours where ``colour`` is set.

    Without colour the text holds no control character but the line feed.
    """
    lines = list(_lines(told, min(width, MAX_WIDTH)))
    for line in lines:
        line.rstrip()
    return page(lines, width=width, colour=colour)


def _lines(told: Staleness, width: int) -> Iterator[Text]:
    yield Text(told.target.label, TITLE)
    yield Text(summary(told))
    for passage in told.due:
        yield Text()
        yield from _passage(passage, told, width)


def _passage(passage: Passage, told: Staleness, width: int) -> Iterator[Text]:
    label = Text(_LABELS[passage.standing], _STYLES[passage.standing])
    text = passage.new if passage.standing is Standing.ADD else passage.ours
    head = Text(f"{_where(passage, told)}  ", QUIET)
    head.append(" ".join(text.split()), "")
    yield from hanging(label, head, width, _INDENT)
    for change in passage.changes:
        place = Text(" " * INDENT)
        words = Text(in_words(change))
        if change.told is not None:
            there = told.target.place(change.told.start)
            words.append(f"  (line {there.line}: “{change.told.of(told.target.text)}”)", QUIET)
        yield from hanging(place, words, width, _INDENT)


def _where(passage: Passage, told: Staleness) -> str:
    if passage.headline:
        return "headline"
    if passage.target:
        return f"S{passage.target[0]}"
    before = [each.target[-1] for each in told.passages[: told.passages.index(passage)] if each.target]
    return f"behind S{before[-1]}" if before else "at the beginning"
