"""``article-missing``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_ROLES = {"dobj", "pobj", "nsubj", "nsubjpass"}
_PREPOSITIONS = {
    "in", "on", "at", "to", "with", "from", "of", "about", "against", "into", "near", "inside", "through", "after",
    "before", "during", "since", "across", "around", "towards", "toward", "because",
}  # fmt: skip
"""Prepositions after which a count noun needs its article; “by ship” and “without incident” do not."""

_KINDS = {
    *("kind", "type", "sort", "form", "change", "lack", "matter", "style", "class", "word", "way", "piece", "sign"),
    *("stretch", "section", "strip", "body", "length", "bit", "choice", "use", "amount", "degree", "state", "sense"),
}
"""Nouns after whose “of” a bare noun is English: “a change of coach”, “a stretch of river”."""

_SET = {("on", "loan"), ("on", "lease"), ("in", "court"), ("at", "sea")}
"""Prepositions with nouns that need no article behind them, whatever follows: “on loan from Lens”."""

_STANDING = {("hold", "firm"), ("stand", "firm"), ("win", "prize"), ("take", "prize"), ("take", "place")}
"""Verbs with what looks like a bare noun behind them, perhaps with an ordinal: “held firm”, “took first prize”."""

_BEFORE = {
    "DT",
    "PRP$",
    "CD",
    "POS",
    "WDT",
    "WP$",
    "PDT",
    "JJ",
    "JJR",
    "JJS",
    "RBR",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "VBG",
    "HYPH",
    "FW",
}
"""What stands before a noun that is no phrase of its own, or may hold its article."""

_JOINING = {
    "as",
    "and",
    "or",
    "than",
    "like",
    "per",
    "no",
    "such",
    "what",
    "via",
    "both",
    "neither",
    "nor",
    "-",
    "/",
    "(",
    '"',
    "'",
}
_PAIR = 2
"""Words between the two of a pair such as “village after village”, and one."""

_AFTER = {"NOUN", "PROPN", "NUM", "PART"}


@code_check(
    "article-missing",
    category=Category.FUNCTION_WORDS,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The governor spoke of it at [[meeting]] in Varna.",
        "Two men were hurt when they entered [[old factory]] on Friday.",
        "Two days later, [[ministry]] published the figures.",
        "Inspectors visited [[village]] near the border.",
    ),
    passes=(
        "Growth slowed in the north but held firm in the south.",
        "The jury loved the soprano, who took first prize.",
        "The governor spoke of it at a meeting in Varna.",
        "Ministry officials published the figures.",
        "They came by ship, and the parade passed without incident.",
        "The change of coach was planned, from village to village.",
        "He was elected governor, and she works as doctor and teacher.",
        "Storm closes bridge in Varna",
    ),
)
def article_missing(story: Story) -> Iterator[Hit]:
    """A noun that can be counted stands alone in the singular: “at meeting in Varna”.

    Russian, Polish and Chinese have no articles, and engines drop some from any language. The text reads like a
    headline, and the reader cannot tell whether the thing was named before.

    Speaks of nouns that native news never leaves bare (``gazetteers/count_nouns.toml``), as subject, object or after
    a preposition. Headlines, lists, set phrases (“by ship”), compounds and quotations pass.
    """
    for sentence in story.analysis.sentences:
        doc = sentence.doc
        if len(doc) < 5 or doc[-1].text not in {".", "!", "?", '"', ";"}:
            continue
        for noun in doc:
            first = _bare(noun)
            if first is None or story.analysis.in_quotation(span := sentence.span_of(first, noun)):
                continue
            yield Hit(spans=(span,), message=f"“{span.of(story.target.text)}” lacks an article: “a”, “the” or “its”.")


def _bare(noun: Token) -> Token | None:
    """Return the first word of the phrase of ``noun`` where that lacks an article, None where it does not."""
    if noun.tag_ != "NN" or noun.text not in _count_nouns() or noun.dep_ not in _ROLES:
        return None
    if any(t.lower_ == noun.text for t in noun.doc[max(noun.i - _PAIR, 0) : noun.i + _PAIR + 1] if t.i != noun.i):
        return None  # "from village to village"
    if (noun.head.lemma_, noun.text) in _STANDING:
        return None
    adjectives = list(noun.lefts)
    if any(t.pos_ != "ADJ" or t.dep_ != "amod" for t in adjectives) or any(
        t.dep_ in {"conj", "cc", "appos"} for t in noun.children
    ):
        return None
    first = min([noun, *adjectives], key=lambda t: t.i)
    if first.i and (first.nbor(-1).tag_ in _BEFORE or first.nbor(-1).lower_ in _JOINING):
        return None
    if noun.i + 1 < len(noun.doc) and (noun.nbor().pos_ in _AFTER or noun.nbor().lower_ in _JOINING):
        return None
    if noun.dep_ == "pobj" and not _needs_article(noun.head):
        return None
    return first


def _needs_article(preposition: Token) -> bool:
    """Tell whether a count noun cannot stand bare after ``preposition``."""
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in _KINDS:
        return False
    if any((preposition.lower_, noun.lower_) in _SET for noun in preposition.children):
        return False
    return preposition.lower_ in _PREPOSITIONS and not any(t.lower_ == "to" for t in preposition.head.children)


@cache
def _count_nouns() -> frozenset[str]:
    return frozenset(word_list("count_nouns.nouns"))
