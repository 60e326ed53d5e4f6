"""``quotation-unpaired``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.typography.pairs import Lonely, PairedMark, Shape, lonely, marks
from auditor.checks.typography.paragraphs import is_lone_sentence, paragraphs
from auditor.model import Category, Confidence, Severity, Span

_STRAIGHT = {'"': Shape.EITHER}
_CURLY = {"“": Shape.OPENS, "”": Shape.CLOSES}
_ANGLED = {"«": Shape.OPENS, "»": Shape.CLOSES}
_NEAR = 200
"""Code points before and after a mark in which the words that are quoted stand."""

_ATTRIBUTION = re.compile(
    r"\s*(?:he|she|they|it|we|the|an?|said|says|added|told|wrote|explained|according|[A-Z][\w'-]*)\b"
)


@code_check(
    "quotation-unpaired",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        'The mayor called the plan [["]]a gift to drivers and left the room.\n\nNobody followed him.',
        'The mayor called the plan a gift to drivers[["]] and left the room.\n\nNobody followed him.',
        "The union spoke of [[“]]a cold shower.\n\nTalks resume in May.",
        'She said: [["]]We will wait no longer.\n\nThe port "must open", others say.',
        Example("[[“]]We will not wait, the union said.", "« Nous n'attendrons pas », a dit le syndicat.", "fr"),
    ),
    passes=(
        'The mayor called the plan "a gift to drivers" and left the room.',
        '"We have waited for a year," she said. "We will wait no longer.\n\n"The port must open," she added.',
        'She said: "We have waited for a year. We will wait no longer.\n\nThe port must open."\n\nTalks go on.',
        "The workers' union and the drivers' union signed; the others didn't.",
        'The pipe is 12" wide and 6" deep.',
        "“He told us ‘wait’, and we waited,” she said.",
        '"We have waited for a year.',
        Example("“We have waited for a year.", "« Nous avons attendu un an.", "fr"),
    ),
)
def unpaired_quotation(story: Story) -> Iterator[Hit]:
    """A quotation is opened and not closed, or closed and not opened.

    The reader cannot tell where somebody's words end and the agency's begin.

    Quotations over several paragraphs pass, whether each paragraph opens anew or only the last closes;
    apostrophes, single marks and inches are never counted. In a lone sentence, a mark at its very start or
    end passes: its partner may stand in the next one. Where whole sentences are quoted it is only information:
    native copy often leaves the marks of long quotations unpaired. Beside a source whose sentence closes what it quotes
    neither is an excuse.
    """
    text = story.target.text
    blocks = tuple(paragraphs(story))
    for forms in (_STRAIGHT, _CURLY, _ANGLED):
        found = tuple(_without_inches(text, marks(text, block, forms)) for block in blocks)
        resumed = tuple(
            bool(group) and group[0].start == block.start for group, block in zip(found, blocks, strict=True)
        )
        for stray in lonely(found, resumed=resumed):
            surely = story.source_closes(stray.start)
            if surely or not (is_lone_sentence(story) and _at_an_end(text, stray)):
                yield _hit(text, stray, surely=surely)


def _without_inches(text: str, found: tuple[PairedMark, ...]) -> tuple[PairedMark, ...]:
    """Return the marks without those that stand for inches after a figure, where leaving them makes pairs."""
    others = tuple(mark for mark in found if not (mark.shape is Shape.CLOSES and text[mark.start - 1].isdigit()))
    return others if len(found) % 2 or len(others) == 0 else found


def _at_an_end(text: str, stray: Lonely) -> bool:
    before, after = text[: stray.start], text[stray.start + 1 :]
    return not before.strip() or not after.strip(" .,;\n)")


def _near(text: str, stray: Lonely) -> tuple[str, str]:
    """Return what stands before and after the mark, as far as it may be quoted: of many marks, the rest is long."""
    return text[max(stray.start - _NEAR, 0) : stray.start], text[stray.start + 1 : stray.start + 1 + _NEAR]


def _hit(text: str, stray: Lonely, *, surely: bool) -> Hit:
    span = Span(stray.start, stray.start + 1)
    before, after = _near(text, stray)
    words = " ".join(after.split()[:3] if stray.opening else before.split()[-3:])
    message = (
        f"The quotation that opens before “{words}” is never closed."
        if stray.opening
        else f"The quotation that closes after “{words}” was never opened."
    )
    severity = Severity.NEUTRAL if _at_a_sentence_end(text, stray) and not surely else None
    return Hit(spans=(span,), message=message, severity=severity)


def _at_a_sentence_end(text: str, stray: Lonely) -> bool:
    """Tell whether the mark opens a whole sentence or closes one: the partner may be meant elsewhere."""
    before = _near(text, stray)[0].rstrip()[-1:]
    if before == "," and not stray.opening:
        return bool(_ATTRIBUTION.match(text, stray.start + 1))
    return before in {"", *(".!?:,;…" if stray.opening else ".!?…")}
