"""Direct quotations: which stretches of a story are somebody's words."""

from __future__ import annotations

import re

from auditor.model import Document, Role, Span

_MARKS = re.compile(r"[“”„\"«»]")
_OPENING = "“„«"
_CLOSING = "”»"


def quotations(document: Document) -> tuple[Span, ...]:
    """Return the quoted stretches of the body, marks included, in the order of the text.

    Quotations are sought paragraph by paragraph. One left open runs to the paragraph's end, as in
    copy that opens every paragraph of a long quotation and closes the last.
    """
    found: list[Span] = []
    for block in document.blocks:
        if block.role is Role.BODY:
            found.extend(_in_block(document.text, block.span))
    return tuple(found)


def _in_block(text: str, block: Span) -> list[Span]:
    spans: list[Span] = []
    start: int | None = None
    for match in _MARKS.finditer(text, block.start, block.end):
        mark = match.group()
        opens = mark in _OPENING or (mark == '"' and start is None)
        if opens and start is None:
            start = match.start()
        elif start is not None and (mark in _CLOSING or mark == '"'):
            spans.append(Span(start, match.end()))
            start = None
    if start is not None:
        spans.append(Span(start, block.end))
    return spans
