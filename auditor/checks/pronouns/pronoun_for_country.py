"""``pronoun-for-country``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Gender, Kind, Sentence, gender_of, kind_of, persons
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_STATES_AND_BODIES = {Kind.COUNTRY, Kind.BODY}
_LOOK_BACK = 3
"""Sentences before the pronoun in which a person still counts as its possible owner."""


@code_check(
    "pronoun-for-country",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "Italy closed its ports on Monday. In June, [[she]] had also recalled its ambassador.",
        "The European Commission opened an inquiry in March. Since then [[she]] has questioned four firms.",
        "Germany sent two ships to the strait. Last month it said so; now [[she]] refuses to comment.",
    ),
    passes=(
        "Italy closed its ports on Monday. In June, it had also recalled its ambassador.",
        "Italy's prime minister closed the ports on Monday. She had also recalled the ambassador.",
        "Anna Keller arrived in Austria on Monday. She left for Hungary the next day.",
        "The president visited Chile. She signed three agreements there.",
        "Brazil beat Japan. “She was brave,” the goalkeeper's mother said.",
        "The Commission named Maria Santos. The agency had fined her firm. She denied everything.",
        "Ruth Osei has run the ministry since May. The country is in crisis. Debt has doubled. In April she resigned.",
    ),
)
def pronoun_for_country(story: Story) -> Iterator[Hit]:
    """“He” or “she” stands for a country or a body.

    French, Spanish and German give countries, agencies and companies a gender; English says “it”. A
    reader takes “she” for a woman and looks for her name.

    Passes wherever the story names a person that the pronoun may mean, in the same sentence before it or
    in the three sentences before, unless the story has shown that person to be of the other gender. Direct
    quotations pass. “He” speaks only after a common noun such as “the agency”: too many names are men's.
    """
    sentences = story.analysis.sentences
    for index, sentence in enumerate(sentences):
        for pronoun in sentence.doc:
            if pronoun.lower_ not in {"he", "she"} or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            span = sentence.span_of(pronoun)
            owner = _owner(pronoun, sentences[index - 1] if index else None)
            if owner is None or _speaks(pronoun) or story.analysis.in_quotation(span):
                continue
            if _has_person(pronoun, index, sentences):
                continue
            yield Hit(
                spans=(span,),
                message=f"“{pronoun.text}” seems to stand for “{owner}”; in English a country or a body is “it”.",
                suggestions=("It" if pronoun.text[0].isupper() else "it",),
            )


def _owner(pronoun: Token, previous: Sentence | None) -> str | None:
    """Return the country or body that was the last subject before the pronoun."""
    here = [t for t in pronoun.doc[: pronoun.i] if t.dep_ in _SUBJECTS]
    for subject in reversed([*_topics(previous), *here]):
        if _is_state_or_body(subject, strictly=pronoun.lower_ == "he"):
            return " ".join(t.text for t in (*subject.lefts, subject) if t == subject or _in_its_name(t))
        if subject.lower_ != "it":
            return None
    return None


def _in_its_name(token: Token) -> bool:
    return token.dep_ == "compound" and token.pos_ == "PROPN"


def _topics(sentence: Sentence | None) -> list[Token]:
    """Return the subjects of a sentence; its first country or body where the parser finds none."""
    if sentence is None:
        return []
    subjects = [t for t in sentence.doc if t.dep_ in _SUBJECTS]
    return subjects or [t for t in sentence.doc if kind_of(t) in _STATES_AND_BODIES][:1]


def _is_state_or_body(noun: Token, *, strictly: bool) -> bool:
    """Tell whether ``noun`` is a country or a body; ``strictly``: by its own word, not by a guess on a name."""
    return kind_of(noun) in _STATES_AND_BODIES and not (strictly and noun.pos_ == "PROPN")


def _speaks(pronoun: Token) -> bool:
    """Tell whether the pronoun is the speaker of a quotation: a person, named further up."""
    return pronoun.head.lemma_ in {"say", "add", "tell"} and any(t.text == '"' for t in pronoun.doc)


def _has_person(pronoun: Token, index: int, sentences: tuple[Sentence, ...]) -> bool:
    """Tell whether somebody the pronoun may mean is mentioned shortly before it."""
    wanted = Gender.FEMALE if pronoun.lower_ == "she" else Gender.MALE
    docs = [sentences[i].doc for i in range(max(index - _LOOK_BACK, 0), index)]
    before = [t for doc in docs for t in doc] + list(pronoun.doc[: pronoun.i])
    people = {t for doc in (*docs, pronoun.doc) for t in persons(doc)}
    undecided = False
    for token in before:
        gender = gender_of(token) if token.pos_ in {"PRON", "NOUN", "PROPN"} else None
        if gender is wanted or (token in people and gender is None and undecided):
            return True
        if gender is not None:
            undecided = False  # the story has called that person "he" where we look for "she", or the reverse
        elif token in people:
            undecided = True
    return undecided
