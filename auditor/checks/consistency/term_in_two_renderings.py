"""``term-in-two-renderings``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.bilingual.terms import (
    Phrase,
    Rendering,
    SourceTerm,
    TermTelling,
    both_name,
    english_stems,
    same,
)
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@dataclass(frozen=True, slots=True)
class _Use:
    """A term where it stands, with the phrases that render it word by word."""

    telling: TermTelling
    term: SourceTerm
    literal: tuple[Phrase, ...]


@code_check(
    "term-in-two-renderings",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The [[security council]] met.\n\nThe [[safety board]] met again.",
            "Le Conseil de sécurité s'est réuni.\n\nLe Conseil de sécurité s'est de nouveau réuni.",
            "fr",
        ),
        Example(
            "The [[Court of Auditors]] published a report.\n\nThe [[Court of Accounts]] asks for a reform.",
            "La Cour des comptes a publié un rapport.\n\nLa Cour des comptes demande une réforme.",
            "fr",
        ),
        Example(
            "The [[Supreme Court]] agreed.\n\nThe [[High Court]] had refused.",
            "La Corte Suprema aceptó.\n\nLa Corte Suprema se había negado.",
            "es",
        ),
    ),
    passes=(
        Example(
            "The interior minister left.\n\nThe Minister of the Interior is ill.",
            "Le ministre de l'Intérieur est parti.\n\nLe ministre de l'Intérieur est malade.",
            "fr",
        ),
        Example(
            "The security council met.\n\nThe council met again.",
            "Le Conseil de sécurité s'est réuni.\n\nLe Conseil de sécurité s'est de nouveau réuni.",
            "fr",
        ),
        Example(
            "The oil price rose.\n\nThe cost of petroleum fell.",
            "Le prix du pétrole a monté.\n\nLe prix du pétrole a baissé.",
            "fr",
        ),
        Example(
            "The Supreme Court agreed.\n\nThe High Court had refused.",
            "La Corte Suprema aceptó.\n\nEl Tribunal Superior se había negado.",
            "es",
        ),
        Example("The Supreme Court met the High Court.", "La Corte Suprema se reunió.", "es"),
    ),
)
def term_in_two_renderings(story: Story) -> Iterator[Hit]:
    """One office or body of the source has two English names.

    Each sentence was translated by itself, so that one court became two. The reader cannot know that they are one.

    Told are names in capitals, and offices and bodies (“minister”, “council”), where the source has the same two words
    and the English two phrases that render them. A second mention that is shorter passes, and so do other shapes of the
    same words (“finance minister”, “minister of finance”) and all that is no name: good writers vary their words. For
    French, Spanish, German, Italian, Portuguese and Russian.
    """
    known = story.rendering
    if known is None:
        return
    for uses in _uses(story, known):
        usual = _usual(uses)
        if usual is None:
            continue
        others = [phrase for use in uses if (phrase := _other(use, usual, known))]
        if others:
            plain = [phrase for use in uses for phrase in use.literal if same(phrase, usual)]
            rare, common = sorted((others, plain), key=len)
            term = uses[0].term.text
            yield Hit(
                spans=tuple(phrase.span for phrase in (*rare, *common)),
                message=f"“{term}” of the source is “{rare[0].text}” here, “{common[0].text}” elsewhere.",
                suggestions=(common[0].text,),
                evidence=(Evidence("source", term),),
            )


def _uses(story: Story, known: Rendering) -> Iterator[list[_Use]]:
    """Yield the uses of each term that has several."""
    found: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for telling in story.tellings:
        for term in telling.terms:
            literal = tuple(phrase for phrase in telling.phrases if known.literal(phrase, term))
            found[term.stems].append(_Use(telling, term, literal))
    return (uses for uses in found.values() if len(uses) > 1)


def _usual(uses: Sequence[_Use]) -> Phrase | None:
    """Return the phrase that renders the term word by word most often, the first of those."""
    counts = Counter(stems for use in uses for stems in {phrase.stems for phrase in use.literal})
    literal = [phrase for use in uses for phrase in use.literal]
    return max(literal, key=lambda phrase: counts[phrase.stems], default=None)


def _other(use: _Use, usual: Phrase, known: Rendering) -> Phrase | None:
    """Return the phrase that renders the term in another way in this place, if one does."""
    if usual.stems <= english_stems(use.telling.pair.ours.text):
        return None
    if any(same(phrase, usual) for phrase in use.literal):
        return None
    candidates = use.literal or tuple(_half(use, usual, known))
    return next((phrase for phrase in candidates if both_name(phrase, usual)), None)


def _half(use: _Use, usual: Phrase, known: Rendering) -> Iterator[Phrase]:
    """Yield phrases with the same noun whose attribute renders nothing else of the source sentence."""
    theirs = known.source_stems(use.telling.pair.theirs.text)
    for phrase in use.telling.phrases:
        if phrase.head == usual.head and not same(phrase, usual):
            own = phrase.stems - {phrase.head}
            if not any(known.answers(attribute, word) for attribute in own for word in theirs):
                yield phrase
