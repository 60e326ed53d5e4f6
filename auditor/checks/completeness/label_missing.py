"""The check ``label-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, CheckUnavailable, Confidence, Metadata, Severity

_FORMATS = ("NewsML-G2", "ninjs")
"""Formats that have a place for IPTC's digital source type."""

_ASKED = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")


def _labelled(label: str | None, kind: str = "NewsML-G2") -> Metadata:
    return Metadata(kind, digital_source_type=label)


@code_check(
    "label-missing",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("[[The port was closed on Monday.]] He left.", labels=_ASKED, metadata=_labelled(None)),
        Example("[[The port was closed.]]", labels=_ASKED, metadata=_labelled("humanEdits", "ninjs 3.1")),
    ),
    passes=(
        Example("The port was closed on Monday.", labels=_ASKED, metadata=_labelled("trainedAlgorithmicMedia")),
        Example("The port was closed on Monday.", labels=_ASKED[1:], metadata=_labelled(_ASKED[1], "ninjs")),
        Example("The port was closed on Monday.", metadata=_labelled(None)),
    ),
)
def label_missing(story: Story) -> Iterator[Hit]:
    """The story is not labelled as machine translation, as the desk asks.

    Readers, and laws in some countries, want to know what a machine wrote, and whoever takes the story over knows it
    from its digital source type (https://cv.iptc.org/newscodes/digitalsourcetype) alone.

    Speaks where the desk names labels (`labels` in the settings), of which one must stand in the file. It cannot run
    on formats that have no place for one: only NewsML-G2 and ninjs do.
    """
    asked, about = story.profile.labels, story.target.metadata
    if not asked or not story.target.segments:
        return
    if about is None or not about.format.startswith(_FORMATS):
        kind = about.format if about else "this format"
        raise CheckUnavailable(
            f"The desk asks for a label, and {kind} has no place for one.",
            "Audit NewsML-G2 or ninjs, or allow label-missing to be missing for such files.",
        )
    if about.digital_source_type in asked:
        return
    label = about.digital_source_type
    has = f"its digital source type is “{label}”" if label else "it has no digital source type"
    wanted = " or ".join(f"“{each}”" for each in sorted(asked))
    yield Hit(
        (story.target.segments[0].span,), f"The story is not labelled as machine translation: {has}, not {wanted}."
    )
