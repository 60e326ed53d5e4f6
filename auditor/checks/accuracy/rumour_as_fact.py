"""``rumour-as-fact``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import renders
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

if TYPE_CHECKING:
    pass

_ATTRIBUTED = re.compile(
    r"\b(?:reported(?:ly)?|reports?|alleged(?:ly)?|allegations?|according|apparently|believed|suspect(?:ed|s)?|"
    r"suspicions?|rumou?r\w*|claim\w*|purported\w*|unconfirmed|sources?)\b",
    re.IGNORECASE,
)
"""English that attributes what follows in the next sentence as well."""

_HEDGED = re.compile(
    r"\b(?:would|could|might|may|should|must|can|if|whether|reported(?:ly)?|reports?|alleged(?:ly)?|allegations?|"
    r"according|apparent(?:ly)?|believe[sd]?|thought|suspect(?:ed|s)?|suspicions?|suppos\w+|rumou?r\w*|claim\w*|appear\w*|"
    r"look(?:s|ed)? (?:like|as)|"
    r"seem\w*|likely|possibl[ey]|perhaps|maybe|presum\w+|probabl[ey]|understood|estimat\w+|accus\w+|purported\w*|"
    r"said|say|says|saying|told|tells|had|have been going to|to have|was to|were to|wanted|expected|ought|unconfirmed|"
    r"potential\w*|hear\w*|sources?|states?|stated|opinion)\b|'d\b|\?",
    re.IGNORECASE,
)
"""English that leaves it open, or attributes it."""


_WISHES = frozenset({"want", "like", "wish", "prefer", "need", "hope", "love", "have", "do"})
"""Verbs that English says in the present where others say them in the conditional, to be polite."""

_PRESENT = frozenset({"VBZ", "VBP"})
_MAIN = frozenset({"ROOT", "conj"})


@code_check(
    "rumour-as-fact",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The broker paid two officials.]]", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("[[The gunman fled to the hills.]]", "El pistolero habría huido a las colinas.", "es"),
        Example("[[The broker paid two officials.]]", "Der Makler soll zwei Beamte bezahlt haben.", "de"),
        Example("[[He suffers from a broken leg.]]", "Il souffrirait d'une jambe cassée.", "fr"),
        Example("[[The club is negotiating with him.]]", "El club estaría negociando con él.", "es"),
        Example(
            "[[The fire started in the cellar.]]", "L'incendio sarebbe scoppiato in cantina, dove c'era olio.", "it"
        ),
    ),
    passes=(
        Example("The broker reportedly paid two officials.", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("The broker is said to have paid two officials.", "Le courtier aurait payé deux fonctionnaires.", "fr"),
        Example("According to the police, the gunman fled.", "Según la policía, el pistolero habría huido.", "es"),
        Example("He is thought to suffer from a broken leg.", "Il souffrirait d'une jambe cassée.", "fr"),
        Example("The mayor wants to pay.", "Le maire voudrait payer.", "fr"),
        Example("The story ends with a dance.", "A história termina com uma dança.", "pt"),
        Example("He said they had paid.", "Il a dit qu'ils auraient payé.", "fr"),
        Example("The mayor wanted to pay.", "Le maire aurait voulu payer.", "fr"),
        Example("The bridge will be rebuilt by May.", "Die Brücke soll bis Mai wieder aufgebaut sein.", "de"),
        Example("Had he paid, he had left.", "S'il avait payé, il serait parti.", "fr"),
    ),
)
def rumour_as_fact(story: Story) -> Iterator[Hit]:
    """What the source only reports is told as a fact.

    The French conditional of rumour (“il aurait fui”), like its Spanish, Italian and Portuguese kin and German “soll
    geflohen sein”, says that the newsroom does not vouch for it, as do some words. Without “reportedly”, “is said to”
    or “allegedly” the translation does.

    Speaks only where such words («по слухам», 据传), such a perfect, or a conditional that the translation states in
    the present, stands in a main clause without a condition, nothing in the English sentence leaves it open, and
    nothing in it or before it names a source for it. Wishes (“aurait voulu”) pass.
    """
    for pair in story.source_pairs:
        found = _reported(pair)
        if found is None or _HEDGED.search(pair.ours.text) or _ATTRIBUTED.search(_so_far(pair)):
            continue
        yield Hit(
            spans=(pair.span,),
            message=f"The source reports this without vouching for it (“{found.group()}”); write “reportedly” or "
            "“is said to”.",
            evidence=(Evidence("source", found.group()),),
        )


def _so_far(pair: Pair) -> str:
    """Return the translation of ``pair`` with what stands before it."""
    before, own, _ = pair.ours_around.text.partition(pair.ours.text)
    return before + own


def _reported(pair: Pair) -> re.Match[str] | None:
    """Return the words or the verb by which the source of ``pair`` only reports; no verb behind a condition."""
    told = language_of(pair.theirs.language).rumour
    if told.words and (found := re.search(told.words, pair.theirs.text, re.IGNORECASE)):
        return found
    found = _by_mood(pair)
    is_open = found is not None and re.search(told.unless, pair.theirs.text[: found.start()], re.IGNORECASE)
    return None if is_open else found


def _by_mood(pair: Pair) -> re.Match[str] | None:
    """Return the verb whose mood only reports: a perfect, or another that English states."""
    perfect, conditional = _forms(pair.theirs.language)
    if perfect is None:
        return None
    if found := perfect.search(pair.theirs.text):
        return found
    stated = list(_stated(pair)) if conditional else []
    told = conditional.finditer(pair.theirs.text) if conditional else ()
    return next((found for found in told if any(reach.overlaps(Span(*found.span())) for reach in stated)), None)


def _stated(pair: Pair) -> Iterator[Span]:
    """Yield where the source has a verb that English states in the present, with what helps one under way.

    “Suffers”, “is negotiating”.
    """
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            if verb.dep_ not in _MAIN or verb.lemma_ in _WISHES:
                continue
            is_under_way = verb.tag_ == "VBG" and any(t.dep_ == "aux" and t.tag_ in _PRESENT for t in verb.children)
            if is_under_way or verb.tag_ in _PRESENT:
                yield from (Span(max(span.start - 2 * is_under_way, 0), span.end) for span in renders(verb, pair))


@cache
def _forms(spoken: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    told = language_of(spoken).rumour
    wish = rf"(?!\w+ (?:{told.wishes})\b)" if told.wishes else ""
    perfect = re.compile(rf"\b{wish}(?:{told.perfect})\b") if told.perfect else None
    return perfect, re.compile(rf"\b(?:{told.conditional})\b") if told.conditional else None
