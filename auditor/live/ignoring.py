"""How a rule is kept silent from within a story: by a line above the paragraph."""

from __future__ import annotations

from pathlib import PurePath

from auditor.model import Document, Role, Span

_PLAIN = (".txt", "")
"""Suffixes of files in which a line of its own is a paragraph, and so may be a directive."""


def directive(document: Document, span: Span, rule: str) -> tuple[int, str] | None:
    """Return the line (1-based) before which a directive for the paragraph of ``span`` is to stand, and its text.

    None where the format of the file has no such line.
    """
    if document.metadata is not None or PurePath(document.name).suffix.lower() not in _PLAIN:
        return None
    blocks = [block for block in document.blocks if block.role is Role.BODY and block.span.covers(span)]
    if not blocks:
        return None
    line = document.place(blocks[0].span.start).line
    starts = [block for block in document.blocks if document.place(block.span.start).line == line]
    if starts[0] is not blocks[0]:  # a dateline stands before it on its line
        line = document.place(starts[0].span.start).line
    return line, f"[auditor: ignore {rule}]\n"
