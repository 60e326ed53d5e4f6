"""``space-before-punctuation``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span

_STRAY = re.compile(
    r"""
    \b(?P<a>\w[\w'%]*["')\]]?) \s+ (?: (?P<mark>[;:!?,]|\.(?!\s?\.)) (?=\s|$|["']) (?!\s\.) )
    | \b(?P<b>\w+) \s+ (?P<clitic>'(?:s|re|ve|ll|d|m)|n't)\b
    | (?P<open>[(\[]) \s+ (?P<c>"?\w[\w.'%-]*)
    | (?P<d>\b\w[\w.'%-]{0,30}"?) \s+ (?P<close>[)\]])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FINE = re.compile(r"\d\s+:\s+\d|\.\s\.|[:;=8-]\s*[(\[]\s|\b\w\s+\)")
_TOGETHER = 4
"""From this many places on, the story is one case and gets one finding."""


@code_check(
    "space-before-punctuation",
    category=Category.WHITESPACE,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The minister was [[clear :]] no talks before May.",
        "Who will pay for the [[bridge ?]]",
        "The talks [[failed ;]] the strike goes on.",
        "The vote was [[held ,]] at last, on Sunday.",
        "The envoy [[did n't]] stay, and [[Norland 's]] offer stands.",
        "The fund [[( based]] in [[Lyon )]] closed in May.",
        "The [[port ,]] the [[pier ,]] the [[docks ;]] all [[closed .]]",
    ),
    passes=(
        "The minister was clear: no talks before May.",
        "Who will pay for the bridge?",
        "She smiled :) and left.",
        "The table gives 3 : 2 as the ratio.",
        "He paused . . . and went on.",
        "The form leaves ( ) for a cross.",
        "He spoke of 'simple' things.",
        "The smile :( in the message was no joke.",
    ),
)
def space_before_punctuation(story: Story) -> Iterator[Hit]:
    """A space stands before a mark, or inside a bracket.

    French sets a space before ; : ! and ?, and text that a machine took apart holds one before every mark,
    before ’s and n’t and inside brackets. English sets none.

    Smileys, figures that a table sets apart, points of suspension and empty brackets pass. A story where
    it happens often is reported once.
    """
    places = [
        (sentence.span_at(match.start(), match.end()), match)
        for sentence in story.analysis.sentences
        for match in _STRAY.finditer(sentence.plain)
        if not _FINE.search(sentence.plain, max(match.start() - 2, 0), match.end() + 2)
    ]
    if len(places) >= _TOGETHER:
        yield _together([span for span, _ in places])
        return
    for span, match in places:
        yield Hit(
            spans=(span,),
            message=f"There is a stray space in “{match.group()}”; English sets none.",
            suggestions=("".join(match.group().split()),),
            fix_is_safe=match["clitic"] is None and "\n" not in match.group(),
        )


def _together(spans: list[Span]) -> Hit:
    return Hit(
        spans=tuple(spans),
        message=f"The text is spaced as a machine takes it apart: {len(spans)} stray spaces beside marks.",
    )
