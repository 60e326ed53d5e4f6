"""Direct quotations: which stretches of a story are somebody's words."""

from __future__ import annotations

import re

from auditor.languages import language
from auditor.model import Document, Role, Span

_MARKS = re.compile(r"[“”„\"«»「」『』]")
_CLOSED_BY = {"“": "”»", "„": "“”", "«": "»”", "»": "«", '"': "”»", "「": "」", "『": "』"}
"""What may close a quotation besides the straight mark, which closes any: ”, “ and « depend on how it was opened."""

_OPENS_OUTWARDS = re.compile(r"(?:^|(?<=[\s(]))»(?=\w)")
"""A guillemet that opens, as in German and Danish: »so«."""


def quotations(document: Document) -> tuple[Span, ...]:
    """Return the quoted stretches of the body, marks included, in the order of the text.

    Quotations are sought paragraph by paragraph. One left open runs to the paragraph's end, as in
    copy that opens every paragraph of a long quotation and closes the last. A mark that both opens and closes in the
    document's language, as ” does in Swedish, opens where none is open.
    """
    own = "".join(pair[0] for pair in language(document.language).writing.quotation if pair[0] == pair[1])
    found: list[Span] = []
    for block in document.blocks:
        if block.role is Role.BODY:
            found.extend(_in_block(document.text, block.span, own))
    return tuple(found)


def _in_block(text: str, block: Span, own: str) -> list[Span]:
    """Return the quotations of a paragraph; ``own`` are the marks that open as well as close."""
    spans: list[Span] = []
    start: int | None = None
    for match in _MARKS.finditer(text, block.start, block.end):
        mark = match.group()
        if start is None:
            if mark in '“„«"「『' or mark in own or _OPENS_OUTWARDS.match(text, match.start(), block.end):
                start = match.start()
        elif mark == '"' or mark in _CLOSED_BY.get(text[start], own):
            spans.append(Span(start, match.end()))
            start = None
    if start is not None:
        spans.append(Span(start, block.end))
    return spans
