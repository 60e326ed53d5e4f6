"""Which formats a story can be annotated in, and the one door to it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.annotating.markup import annotated_html, annotated_ninjs
from auditor.annotating.word import annotated_word
from auditor.annotating.xliff import annotated_xliff
from auditor.model import InputError, Report
from auditor.readers.formats import format_of

ANNOTATED = ("xliff", "docx", "html", "ninjs")
"""The formats that have a place for what was found."""


def annotated(
    name: str, data: bytes, reports: Sequence[Report], threshold: float, input_format: str | None = None
) -> bytes | None:
    """Return the file in ``data`` with the findings of ``reports``, which are on its stories; None for no such format.

    ``threshold`` is the quality that a story must reach. Raises ``InputError`` where the file is not as it was audited,
    or in an encoding that cannot hold the comments.
    """
    known = format_of(name, data, input_format)
    if known.id not in ANNOTATED:
        return None
    now = {story.document.label: story.document.text for story in known.read(name, data, None).stories}
    if any(now.get(report.document.label) != report.document.text for report in reports):
        raise InputError(f"{name} was changed just now, so it was not annotated; run it again.")
    if known.id == "docx":
        return annotated_word(name, data, reports[0])
    written = known.decode(name, data)
    if known.id == "xliff":
        text = annotated_xliff(name, written.text, reports, threshold)
    elif known.id == "html":
        text = annotated_html(written.text, reports)
    else:
        text = annotated_ninjs(written.text, reports)
    try:
        return written.encoded(text)
    except UnicodeEncodeError:
        raise InputError(f"{name} is in an encoding without all letters of the comments; save it as UTF-8.") from None
