"""``verb-form-after-auxiliary``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "EX", "RB", "CD"}
_DO = {"did", "does", "do", "didn't", "doesn't", "don't"}
_HAVE = {"has", "have", "had"}
_BE = {"is", "are", "was", "were", "been", "being"}
_IDIOMS = {"better", "rather", "let", "make", "help", "hit", "be", "do", "come", "go", "say", "to", "need"}
"""What follows “had” or “was” in its plain form and is English: “had better”, “all he did was go”."""

_ELLIPSIS = {"all", "everything", "what", "whatever", "best", "nothing", "anything", "thing", "things", "much", "way"}
"""What makes an infinitive after a modal right: “he did all he could to help”."""

_REACH = 8
"""Words before a verb in which one of these may stand."""


@code_check(
    "verb-form-after-auxiliary",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The ministry [[did not gave]] a reason.",
        "The union [[will holds]] a vote in May.",
        "Both firms [[have obtain]] a permit.",
        "The letter [[was find]] in a drawer.",
        "The miners [[had never went]] so deep.",
        "The port [[could to reopen]] on Friday.",
        "Four sailors [[were died]] in the storm.",
    ),
    passes=(
        "She insisted she had not read it, and that nobody has put it before her.",
        "The ministry did not give a reason.",
        "The miners had never gone so deep.",
        "The letter was found, and the port was close.",
        "All the mayor did was open a door.",
        "He had better leave, and he did all he could to help.",
        "The will names two heirs, and a can holds a litre.",
        "They had people come to the port, and let it be.",
        "Four sailors have died, and the port was closed.",
    ),
)
def verb_form_after_auxiliary(story: Story) -> Iterator[Hit]:
    """The verb after “did”, “will”, “has” or “was” has a form that cannot stand there.

    “Did not gave”, “will holds”, “have obtain”, “were died”: an engine has inflected both words, or neither. The reader
    cannot tell whether a thing was done or is to be done.

    Speaks where both words stand together, or with “not” and the like between. Nouns (“the will names”), “all he did
    was open a door” and quotations pass.
    """
    for sentence in story.analysis.sentences:
        for token in sentence.tokens:
            verb = _wrong_form(token)
            if verb is None or story.analysis.in_quotation(span := sentence.span_of(token, verb)):
                continue
            yield Hit(spans=(span,), message=f"“{span.of(story.target.text)}” is no form of the verb “{verb.lemma_}”.")


def _wrong_form(auxiliary: Token) -> Token | None:
    """Return the verb whose form cannot follow ``auxiliary``, None where all is well or in doubt."""
    if (
        auxiliary.i == 0
        or auxiliary.lower_ == "ought"
        or auxiliary.nbor(-1).tag_ not in _SUBJECTS
        or not auxiliary.is_alpha
    ):
        return None
    doc, index = auxiliary.doc, auxiliary.i + 1
    while index < len(doc) and doc[index].tag_ == "RB" and doc[index].lower_ not in _IDIOMS:
        index += 1
    if index >= len(doc) or not doc[index].is_lower:
        return None
    verb = doc[index]
    if index + 1 < len(doc) and (doc[index + 1].tag_ in {"VBN", "HYPH"} or doc[index + 1].text == "-"):
        return None  # "sleep deprived"
    word = auxiliary.lower_
    before = {t.lower_ for t in doc[max(auxiliary.i - _REACH, 0) : auxiliary.i]}
    if auxiliary.tag_ == "MD" or (word in _DO and doc[index - 1].lower_ in {"not", "n't", "never"}):
        if verb.lower_ == "to" and auxiliary.tag_ == "MD" and index + 1 < len(doc):
            return doc[index + 1] if doc[index + 1].tag_ == "VB" and before.isdisjoint(_ELLIPSIS) else None
        if before & {"what", "how", "why", "where", "when"}:
            return None
        return verb if verb.tag_ == "VBZ" or (verb.tag_ in {"VBD", "VBN"} and verb.lower_ in _pasts()) else None
    if before & (_ELLIPSIS | _DO):
        return None
    if word in _HAVE:
        plain = verb.tag_ == "VB" and verb.lower_ not in _IDIOMS | _unchanged() and verb.lemma_ == verb.lower_
        return verb if plain or verb.lower_ in _pasts() else None
    if word in _BE:
        plain = verb.tag_ == "VB" and verb.lower_ not in _IDIOMS and verb.dep_ != "acomp"
        return verb if plain or (verb.lower_ in _intransitive() and verb.tag_ in {"VBN", "VBD"}) else None
    return None


@cache
def _pasts() -> frozenset[str]:
    return frozenset(word_list("verbs.pasts"))


@cache
def _unchanged() -> frozenset[str]:
    """Return the verbs whose participle is the plain form, which the parser may take for it: “had not read”."""
    return frozenset(word_list("verbs.unchanged"))


@cache
def _intransitive() -> frozenset[str]:
    return frozenset(word_list("verbs.intransitive"))
