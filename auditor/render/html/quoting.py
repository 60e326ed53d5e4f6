"""The words of the source that bear a finding out, found again in the sentences beside the translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.model import Span
from auditor.render.html.marks import NoteMark
from auditor.render.html.notes import Note

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
"""Checks quote a source with straight quotation marks, one for one."""


def quotations(text: str, notes: Iterable[Note]) -> Iterator[NoteMark]:
    """Yield a mark for each place in ``text``, sentences of the source, that the evidence of ``notes`` quotes."""
    straight = text.translate(_STRAIGHT)
    for note in notes:
        for words in note.from_source:
            for start, end in _places(words.translate(_STRAIGHT).split(), straight):
                yield NoteMark(Span(start, end), note.index)


def _places(words: list[str], text: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand by themselves; where they nowhere do, as in Chinese, wherever they stand."""
    sought = r"\s+".join(map(re.escape, words))
    if not sought:
        return []
    alone = [match.span() for match in re.finditer(rf"(?<!\w){sought}(?!\w)", text)]
    return alone or [match.span() for match in re.finditer(sought, text)]
