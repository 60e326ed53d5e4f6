"""``modal-without-verb``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "EX"}
_FOLLOWING = {"DT", "IN", "JJ", "JJR", "NN", "NNS", "PRP$", "CD", "TO"}
_DO = {"do", "does", "did"}
_NOT = {"not", "n't"}
_ELLIPSIS = {
    "what",
    "as",
    "than",
    "like",
    "if",
    "when",
    "wherever",
    "whatever",
    "however",
    "whenever",
    "how",
    "all",
    "best",
}
_NOT_A_GAP = {"than", "as", "if", "that", "because", "while", "like", "though", "kind", "sort", "one", "under"}
_ADVERBIAL = {
    "by": {"then", "now", "law"},
    "in": {"future", "turn", "time", "theory", "practice", "fact", "effect", "part", "principle", "total"},
    "at": {"last", "least", "most", "times"},
    "of": {"course"},
    "for": {"example", "instance", "now"},
}
"""Prepositions that are an adverb with the word behind them."""

_REACH = 6
"""Tokens after the modal in which its verb may stand."""

_RATHER = 5
"""Tokens before the modal in which a comparison may have named the verb already."""


@code_check(
    "modal-without-verb",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The minister [[will]] the bridge on Monday.",
        "Heavy rain [[could]] floods in the valley.",
        "The country [[would also]] over the port, officials said.",
        "The unions [[do not]] a strike before May.",
    ),
    passes=(
        "The minister will open the bridge on Monday.",
        "He gives what he can for the poor.",
        "She wrote it as well as she could in a day.",
        "If they can, the miners will walk.",
        "The law can in some cases be changed.",
        "Who will? The council will, the mayor said.",
        "The miners do not always work more hours.",
        "The mayor, who will by then have served two terms, is barred from running again.",
    ),
)
def modal_without_verb(story: Story) -> Iterator[Hit]:
    """A modal such as “will” or “could”, or “do not”, has no verb after it.

    The verb was lost, or a noun took its place; the reader must guess what will be done.

    Ellipsis (“he does what he can”) and verbs further on (“can in some cases be”) pass, as do quotations.
    """
    for sentence in story.analysis.sentences:
        for modal in sentence.tokens:
            last = _gap(modal)
            if last is None or story.analysis.in_quotation(span := sentence.span_of(modal, last)):
                continue
            yield Hit(spans=(span,), message=f"“{modal.text}” has no verb: what is missing after it?")


def _is_adverbial(word: Token) -> bool:
    """Tell whether a word and the next stand as an adverb does: “will by then have served”, “will in future face”."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in _ADVERBIAL.get(word.lower_, ())


def _gap(modal: Token) -> Token | None:
    """Return the last word before the missing verb, None where there is a verb or there may be."""
    doc = modal.doc
    denies = modal.lower_ in _DO and modal.i + 1 < len(doc) and modal.nbor().lower_ in _NOT
    if not (modal.tag_ == "MD" or denies) or not modal.is_alpha or modal.i == 0 or modal.nbor(-1).tag_ not in _SUBJECTS:
        return None
    if any(t.lower_ in _ELLIPSIS for t in doc[max(modal.i - _RATHER, 0) : modal.i]):
        return None
    index = modal.i + 1
    while index < len(doc) and (doc[index].tag_ == "RB" or _is_adverbial(doc[index])):
        index += 2 if _is_adverbial(doc[index]) else 1
    if index < len(doc) and index > 1 and _is_adverbial(doc[index - 2]) and doc[index].tag_ == "NN":
        return None  # “will in future face a fine”
    if index >= len(doc) or doc[index].tag_ not in _FOLLOWING or doc[index].lower_ in _NOT_A_GAP:
        return None
    if denies and doc[index].tag_ in {"IN", "TO", "JJR"}:  # "they did not in May", "does not lower the price"
        return None
    reach = doc[index : index + _REACH]
    if any(t.tag_ in {"VB", "VBP"} or t.text in {",", '"'} for t in reach[:2]) or any(t.tag_ == "VB" for t in reach):
        return None
    return doc[index - 1]
