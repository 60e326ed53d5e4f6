"""Which lines belong to one paragraph.

Blank lines part paragraphs. Lines that follow each other directly are one hard-wrapped paragraph or
several short ones; the text itself says which:

- an indented line in a text that also has flush lines opens a paragraph (the agencies' three spaces);
- a line that begins in lower case goes on with an unfinished one before it;
- a text is hard-wrapped if no line is longer than a page is wide, most lines stop in mid-sentence and
  many of these go on without a capital; then a line that was full when it broke is followed by its
  continuation, a short one by a new paragraph;
- elsewhere each line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.segmentation.lines import Line

_PAGE_WIDTH = 120
"""The longest line, in code points, of copy that may be hard-wrapped; wires use 60 to 80."""

_RAGGED = 0.6
"""An unfinished line this part of the width long was wrapped; a shorter one is a heading or a list item."""

_CONTINUED = 1 / 3
"""The share of unfinished lines that a letter other than a capital must follow: tables and headings have none."""

_FINISHED = re.compile("[.!?…:;。！？؟।۔]")
_BULLET = re.compile(r"(?:[-–—*•·▪◦‣]|\d{1,2}[.)])\s")


def is_finished(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence does; quotes, brackets and emoji may follow the stop."""
    return bool(_FINISHED.search(text, end_of_words(text)))


def end_of_words(text: str) -> int:
    """Return where the last letter, digit or underscore of ``text`` ends, 0 where there is none."""
    backwards = range(len(text), 0, -1)
    return next((end for end in backwards if text[end - 1].isalnum() or text[end - 1] == "_"), 0)


def is_list_item(text: str) -> bool:
    """Tell whether ``text`` opens with a bullet or an item number."""
    return bool(_BULLET.match(text))


def _is_no_capital(character: str) -> bool:
    return character.isalpha() and not character.isupper()


@dataclass(frozen=True, slots=True)
class Layout:
    """What the whole text says about its paragraphs: see the module."""

    text: str
    width: int | None
    indents: bool

    @classmethod
    def of(cls, text: str, lines: Sequence[Line]) -> Layout:
        """Read the evidence in all ``lines`` of ``text``."""
        pairs = [(before, after) for before, after in pairwise(lines) if not after.gap]
        width = max((len(before.span) for before, _ in pairs), default=0)
        unfinished = [after for before, after in pairs if not is_finished(before.span.of(text))]
        continued = sum(_is_no_capital(text[after.span.start]) for after in unfinished)
        wrapped = (
            width <= _PAGE_WIDTH and len(unfinished) * 2 > len(pairs) and continued >= len(unfinished) * _CONTINUED
        )
        indents = {line.indent > 0 for line in lines}
        return cls(text, width if wrapped else None, len(indents) > 1)

    def joins(self, before: Line, after: Line) -> bool:
        """Tell whether ``after`` goes on with the paragraph of ``before``."""
        if after.gap:
            return False
        first, second = before.span.of(self.text), after.span.of(self.text)
        if is_list_item(second):
            return False
        if self.indents and after.indent > 0:
            return before.indent < after.indent and is_list_item(first)
        finished = is_finished(first)
        if not finished and second[0].islower():
            return True
        return self.width is not None and self._was_full(first, second, finished)

    def _was_full(self, first: str, second: str, finished: bool) -> bool:
        assert self.width is not None
        if not finished:
            return len(first) >= self.width * _RAGGED
        next_word = second.split(maxsplit=1)[0]
        return len(first) + 1 + len(next_word) > self.width
