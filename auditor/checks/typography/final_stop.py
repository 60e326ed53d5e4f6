"""``final-stop-missing``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.typography.paragraphs import paragraphs
from auditor.model import Category, Confidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Sentence

_ENDS = frozenset(".!?…:;—–-‽。！？।؟۔")
_CLOSING = "\"'”’»)]*_ "
_FEWEST = 5
"""Words that a paragraph needs to be held for a sentence and not for a heading or an item."""

_LONG = 25
"""Words from which a single sentence between other paragraphs is no heading and no caption."""

_SMALL = frozenset({"the", "a", "an", "was", "were", "had", "been", "be"})
"""Words that headlines do without."""

_ADDRESS = re.compile(r"https?:|www\.|@|(?<=\S)\.(?:com|org|net|gov|edu|co|eu|fr|uk|de)(?:/\S*)?\Z", re.IGNORECASE)
"""What makes a stretch without spaces an address."""

_ITEM = re.compile(r"[-–—•*·]|\(?(?:\d{1,2}|[a-z])[.)]\s", re.IGNORECASE)


@code_check(
    "final-stop-missing",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The storm goes on. The port of Varna was closed on Monday because of [[it]]\n\nIt opens again today.",
        'Nobody signed. The minister said that the talks had been "long and [[difficult]]"\n\nThey go on.',
        "The rebels released the nurse and two drivers on the same [[day]]",
    ),
    passes=(
        "The port of Varna was closed on Monday because of the storm.\n\nIt opens again today.",
        "Three things were agreed by the ministers at the end of the night:\n\n- a new pier",
        "Ministers agree on port budget after night of talks in Varna",
        "Closed: the old port of Varna, which was hit by the storm\n\nShips turn back.",
        'The minister said that the talks had been "long and difficult."',
        "She asked who would pay for the pier (and by what year)?",
        "The form can be found on the site of the port at www.port.example.org",
        Example("The pier is not the business of the ministry", "Le quai n'est pas l'affaire du ministère", "fr"),
    ),
)
def final_stop_missing(story: Story) -> Iterator[Hit]:
    """A paragraph ends without a full stop.

    Either the stop was lost or the end of the sentence with it; check that nothing is missing.

    Items of a list, lines without a verb or in the style of a headline, lines that end with a colon or an
    address pass, and so do single sentences of less than 25 words between other paragraphs: copy has
    captions and headings there. In a paragraph of several sentences, and in a text of one paragraph, the
    stop is expected, unless the source has none either.
    """
    text = story.target.text
    last_of = {sentence.segment.span.end: sentence for sentence in story.analysis.sentences}
    blocks = tuple(paragraphs(story))
    alone = len(blocks) == 1
    unstopped = {number for pair in story.source_pairs if _is_open(pair.theirs.text) for number in pair.link.target}
    for block in blocks:
        sentence = last_of.get(block.end)
        if sentence is None or _ITEM.match(block.of(text)):
            continue
        words = block.of(text).rstrip(_CLOSING)
        end = block.start + len(words)
        if not _is_open(words) or _ADDRESS.search(words.rsplit(maxsplit=1)[-1]) or not _is_full(sentence):
            continue
        if sentence.segment.number in unstopped:
            continue
        if not alone and sentence.segment.span.start == block.start and len(sentence.text.split()) < _LONG:
            continue
        start = max(text.rfind(gap, block.start, end) for gap in " \n\u00a0") + 1
        yield Hit(
            spans=(Span(max(start, block.start), end),),
            message=f"The sentence ends without a full stop after “{text[max(start, block.start) : end]}”.",
        )


def _is_open(words: str) -> bool:
    """Tell whether there are words and no mark ends them."""
    return words.rstrip(_CLOSING)[-1:] not in {"", *_ENDS}


def _is_full(sentence: Sentence) -> bool:
    """Tell whether the words are a sentence: headlines have no articles and no finite auxiliaries."""
    words = [token for token in sentence.tokens if token.is_alpha]
    if len(words) < _FEWEST:
        return False
    finite = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in words)
    small = any(token.lower_ in _SMALL or token.tag_ in {"PRP", "PRP$"} for token in words)
    return finite and small
