"""``doubled-subject``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.analysis import Kind, kind_of, subject_of
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_NO_ARTICLES = {"all", "both", "no", "every", "each", "some", "any", "half"}
_PERSONAL = {"he", "she", "it", "they"}
_RELATIVES = {"who", "which", "whose", "whom"}


@code_check(
    "doubled-subject",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The governor of the province, [[he]] will speak at noon.",
        "The union, [[it]] calls for a strike.",
        "The governor of the province, who has been ill since May, [[he]] resigned on Monday.",
    ),
    passes=(
        "The union calls for a strike.",
        "The next day, he left for Rome.",
        "The governor, he said, will speak at noon.",
        "If the union, it is said, calls a strike, the port will close.",
        "The mayor spoke and, she added, nobody answered.",
        "Like the governor, he will speak at noon.",
        "The governor, who has been ill since May, resigned on Monday.",
        "The governor, who has been ill, he said, since May, resigned on Monday.",
        "For the governor, who has been ill since May, he brought flowers.",
    ),
)
def doubled_subject(story: Story) -> Iterator[Hit]:
    """A noun is taken up at once, or behind its relative clause, by a pronoun that is the subject again.

    In English the noun alone is the subject. “For its part” or “meanwhile” keep the contrast. “Le président, il…” is
    spoken French, and Chinese sets its topic first.

    Expressions of time (“the next day, he”), inserted clauses (“the mayor, he said, will”) and quotations pass.
    """
    for sentence in story.analysis.sentences:
        for pronoun in sentence.tokens:
            if pronoun.lower_ not in _PERSONAL or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
                continue
            noun = _taken_up(pronoun)
            if noun is None:
                continue
            span = sentence.span_of(pronoun)
            if not story.analysis.in_quotation(span):
                yield Hit(
                    spans=(span,),
                    message=f"“{noun.text}” is the subject already; “{pronoun.text}” doubles it.",
                )


def _taken_up(pronoun: Token) -> Token | None:
    """Return the noun at the head of the sentence that ``pronoun`` repeats, None where it does not."""
    doc = pronoun.doc
    opening = list(doc[: _clause_start(pronoun)])
    if pronoun.i + 2 >= len(doc) or any(t.text in {'"', "(", ":", ";", ","} for t in opening):
        return None
    noun = _head(opening) if opening else None
    if (
        noun is None
        or noun.lemma_.lower() in word_list("agreement.openers")
        or noun.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL"}
    ):
        return None
    if not _stands_for(pronoun, noun):
        return None
    if doc[0].lower_ in {"a", "an"} or (pronoun.lower_ == "it" and pronoun.nbor().lower_ in {"is", "was"}):
        return None  # an apposition set before its pronoun ("A quiet man, he said little"), or "it is … that"
    verb = pronoun.head
    finite = pronoun.nbor().tag_ in {"VBZ", "VBP", "VBD", "MD"}
    inserted = any(t.text == "," and t.i > pronoun.i for t in doc[: verb.i + 4])
    return noun if finite and subject_of(verb) is not None and verb.dep_ == "ROOT" and not inserted else None


def _clause_start(pronoun: Token) -> int:
    """Return where the comma before ``pronoun`` stands, or the one before the relative clause that ends there."""
    doc, comma = pronoun.doc, pronoun.i - 1
    first = next((t.i for t in doc[:comma] if t.text == ","), None)
    if first is None or doc[first + 1].lower_ not in _RELATIVES:
        return comma
    marks = {'"', "(", ":", ";", ","}
    return comma if any(t.text in marks for t in doc[first + 1 : comma]) else first


def _head(words: Sequence[Token]) -> Token | None:
    """Return the head of a sentence opening that is one plain noun phrase with an article or a name."""
    if any(t.pos_ in {"VERB", "AUX", "SCONJ", "ADV", "CCONJ", "PRON", "NUM"} or t.dep_ == "mark" for t in words):
        return None
    if words[0].pos_ not in {"DET", "PROPN"} or words[0].lower_ in _NO_ARTICLES:
        return None
    cut = next((n for n, t in enumerate(words) if t.pos_ == "ADP"), len(words))
    head = words[cut - 1] if cut else None
    return head if head is not None and head.pos_ in {"NOUN", "PROPN"} else None


def _stands_for(pronoun: Token, noun: Token) -> bool:
    kind = kind_of(noun)
    if pronoun.lower_ in {"he", "she"}:
        return kind is Kind.PERSON
    if pronoun.lower_ == "it":
        return kind in {Kind.COUNTRY, Kind.BODY, Kind.GROUP, Kind.THING} and noun.tag_ in {"NN", "NNP"}
    return noun.tag_ in {"NNS", "NNPS"}
