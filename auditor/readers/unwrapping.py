"""Paragraphs out of lines that were wrapped by hand or by a machine."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.readers.pieces import Layered, Part, joined
from auditor.segmentation.document import passages_of


def unwrapped(layered: Layered) -> Iterator[Part]:
    """Yield the paragraphs of a plain text, each on one line, told apart as those of a plain text file are."""
    for span in passages_of(layered.text):
        if found := joined(layered.slice(span.start, span.end)):
            yield Part(None, found)
