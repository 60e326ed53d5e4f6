"""``sentence-in-lower-case``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.typography.paragraphs import is_lone_sentence, paragraphs
from auditor.model import Category, Confidence, Severity, Span

_FIRST = re.compile(r"[\"“«'‘(\[]?(?P<word>[^\W\d_][\w'’-]*)(?P<next>\S?)")
_PARTICLES = frozenset(
    {"de", "von", "van", "der", "den", "di", "da", "del", "della", "la", "le", "el", "al", "bin", "ibn", "dos"}
)
_NAME = re.compile(r"\w*[A-Z0-9]|(?:al|el|as|ad|an|ar|ash|az|d|l|dell|e|i|o)['’-]")
_TITLE = frozenset({"mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep"})
_QUOTED_SENTENCE = re.compile(r"[\"“][^\"”]*[,?!.][\"”]\s+\w")
_CAPITAL = re.compile(r"[A-Z]")


@code_check(
    "sentence-in-lower-case",
    category=Category.CAPITALIZATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The port was closed on Monday.\n\n[[the]] harbour master blamed a storm.",
        "[[she]] left the court in Riga by a side door and did not speak to reporters.",
    ),
    passes=(
        "The port was closed on Monday.\n\nThe harbour master blamed a storm.",
        "iPhone sales fell in May.",
        '"stuck in the mud" is how the mayor of Riga sees it.',
        "al-Nour, a party of the left, won three seats.",
        "von Braun moved to Bern.",
        "The list:\n\nbread and butter",
        "e.on said that profits fell.",
    ),
)
def sentence_in_lower_case(story: Story) -> Iterator[Hit]:
    """A paragraph begins with a lower-case letter.

    The beginning was lost, or the machine took the sentence for the rest of another one.

    Names that are written so, items of a list and lines that go on after a line without a stop pass. A
    story without any capital is reported once, as a whole.
    """
    text = story.target.text
    blocks = tuple(paragraphs(story))
    if not _CAPITAL.search(text) and not is_lone_sentence(story):
        return
    before = "."
    for block in blocks:
        words = block.of(text)
        match = _FIRST.match(words)
        goes_on = before[-1:] not in set(".!?\"'”’»)")
        before = words
        if match is None or goes_on or not match["word"][0].islower() or not _opens_badly(words, match):
            continue
        start = block.start + match.start("word")
        word = match["word"]
        yield Hit(
            spans=(Span(start, start + len(word)),),
            message=f"The sentence begins with a lower-case “{word}”.",
            suggestions=(word[0].upper() + word[1:],),
        )


def _opens_badly(words: str, match: re.Match[str]) -> bool:
    """Tell whether the first word is no name in lower case and no quoted fragment."""
    word = match["word"]
    if word in _PARTICLES or _NAME.match(word) or len(words.split()) < 3:
        return False
    if match.start("word") > 0 and not _QUOTED_SENTENCE.match(words):
        return False
    return word in _TITLE or match["next"] not in {".", "/", ":", "@", ")"}
