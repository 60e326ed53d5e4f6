"""``pronoun-for-country``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import Gender, Kind, Sentence, gender_of, kind_of, persons
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Doc, Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_STATES_AND_BODIES = {Kind.COUNTRY, Kind.BODY}
_STAND_INS = {"it", "who", "which", "that"}
"""Subjects that lead on to an earlier one."""
_LOOK_BACK = 30
"""Sentences before the pronoun in which a person still counts as its possible owner: as many as most stories have."""


@code_check(
    "pronoun-for-country",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "Italy closed its ports on Monday. In June, [[she]] had also recalled its ambassador.",
        "The European Commission opened an inquiry in March. Since then [[she]] has questioned four firms.",
        "Germany sent two ships to the strait. Last month it said so; now [[she]] refuses to comment.",
        "Chile agreed to cut its catch by a third. [[She]] has also opened [[her]] ports.",
        "The deal was struck on Monday. The agency said it would publish [[his]] accounts.",
        "The minister praised herself. Chile promised to cut [[her]] emissions. [[She]] also agreed to a census.",
        "Peru put its “Condor-2” satellite in orbit on Monday. In June, [[she]] had also launched two rockets.",
        "Chad has a new law. Norway, it who left in May, promised to open [[her]] ports.",
    ),
    passes=(
        "The minister praised herself. Chile banned her book. She also lost a case in Peru.",
        "Italy closed its ports on Monday. In June, it had also recalled its ambassador.",
        "Italy's prime minister closed the ports on Monday. She had also recalled the ambassador.",
        "Anna Keller arrived in Austria on Monday. She left for Hungary the next day.",
        "The president visited Chile. She signed three agreements there.",
        "Brazil beat Japan. “She was brave,” the goalkeeper's mother said.",
        "The Commission named Maria Santos. The agency had fined her firm. She denied everything.",
        "The city appealed her findings.",
        "France buried its president. The country had loved him.",
        "The agency fined the driver and kept his licence.",
        "Ruth Osei has run the ministry since May. The country is in crisis. Debt has doubled. In April she resigned.",
    ),
)
def pronoun_for_country(story: Story) -> Iterator[Hit]:
    """“He”, “she”, “his” or “her” stands for a country or a body.

    French, Spanish and German give countries, agencies and companies a gender; English says “it”. A
    reader takes “she” for a woman and looks for her name.

    Passes wherever the story names a person that the pronoun may mean, in the same sentence before it or
    in the thirty sentences before, unless the story has shown that person to be of the other gender. Direct
    quotations pass. “He” and “his” speak only after a common noun such as “the agency”: too many names are men's.
    “Her” and “his” count only before a noun that the country or body has or does; before what only countries
    have (“her ports”) they count after its name even where a person stands further up, and so does a “she” that
    follows them. The first sentence passes: whoever it means may be named in the headline.
    """
    sentences = story.analysis.sentences
    known: set[Token] = set()
    for index, sentence in enumerate(sentences[1:], start=1):
        for pronoun in sentence.tokens:
            if not (_is_subject(pronoun) or _is_possessive(pronoun)):
                continue
            span = sentence.span_of(pronoun)
            owner = _owner(pronoun, sentences[index - 1], known)
            if owner is None or _speaks(pronoun) or story.analysis.in_quotation(span):
                continue
            if not _has_what_states_have(pronoun) and _has_person(pronoun, index, sentences, known):
                continue
            known.add(pronoun)
            right = "its" if _is_possessive(pronoun) else "it"
            yield Hit(
                spans=(span,),
                message=f"“{pronoun.text}” seems to stand for “{owner}”; in English a country or a body is “it”.",
                suggestions=(right.capitalize() if pronoun.text[0].isupper() else right,),
            )


def _is_subject(token: Token) -> bool:
    return token.lower_ in {"he", "she"} and token.dep_ in _SUBJECTS


def _is_possessive(token: Token) -> bool:
    """Tell whether ``token`` is "her" or "his" before something that the subject of its own clause has or does."""
    if token.lower_ not in {"his", "her"} or token.dep_ != "poss" or token.head.pos_ != "NOUN":
        return False
    return token.head.dep_ in {"dobj", "pobj"} and token.nbor().pos_ in {"NOUN", "ADJ"}


def _has_what_states_have(pronoun: Token) -> bool:
    """Tell whether "her" stands before a country's ports or the like, with the country as subject of the sentence."""
    if not _is_possessive(pronoun) or pronoun.head.lemma_.lower() not in _possessions():
        return False
    subjects = [t for t in _subjects(pronoun.doc, pronoun.i) if t.lower_ not in _STAND_INS]
    named = bool(subjects) and all(t.pos_ == "PROPN" and t.text in _places() for t in subjects)
    return named and not persons(pronoun.doc)


@cache
def _possessions() -> frozenset[str]:
    return frozenset(word_list("people.state_possessions"))


def _owner(pronoun: Token, previous: Sentence, known: set[Token]) -> str | None:
    """Return the country or body that was the last subject before the pronoun.

    ``known`` are pronouns found to stand for one: they lead on to it, as "it" does.
    """
    here = _subjects(pronoun.doc, pronoun.i)
    subjects = here if _is_possessive(pronoun) and here and here[0] not in known else [*_topics(previous), *here]
    for subject in reversed(subjects):
        if _is_state_or_body(subject, strictly=pronoun.lower_ in {"he", "his"}):
            return " ".join(t.text for t in (*subject.lefts, subject) if t == subject or _in_its_name(t))
        if subject.lower_ not in _STAND_INS and subject not in known:
            return None
    return None


def _in_its_name(token: Token) -> bool:
    return token.dep_ == "compound" and token.pos_ == "PROPN"


def _subjects(doc: Doc, end: int) -> list[Token]:
    """Return the subjects before the place ``end``; of pronouns alone, the country at the start leads."""
    found = [t for t in doc[:end] if t.dep_ in _SUBJECTS]
    if found and doc[0].text in _places() and all(t.lower_ in _STAND_INS for t in found):
        return [doc[0], *found]
    return found


def _topics(sentence: Sentence) -> list[Token]:
    """Return the subjects of a sentence; its first country or body where the parser finds none."""
    return (
        _subjects(sentence.doc, len(sentence.doc))
        or [t for t in sentence.tokens if kind_of(t) in _STATES_AND_BODIES][:1]
    )


def _is_state_or_body(noun: Token, *, strictly: bool) -> bool:
    """Tell whether ``noun`` is one country or body; ``strictly``: by its own word, not by a name."""
    if noun.tag_ not in {"NN", "NNP", "NNPS"} or noun.lower_ == "body" or kind_of(noun) not in _STATES_AND_BODIES:
        return False
    return noun.pos_ == "NOUN" or (not strictly and _is_surely_named(noun))


def _may_be_a_name(token: Token) -> bool:
    """Tell whether ``token`` ends a name that may be a person's, whatever the model takes it for."""
    ends = token.pos_ == "PROPN" and token.dep_ != "compound" and token.ent_type_ in {"", "PERSON", "ORG", "GPE"}
    return ends and not _is_surely_named(token)


def _is_surely_named(name: Token) -> bool:
    """Tell whether the name is a known place, an acronym, a numbered thing, or has the article of a body.

    The model errs on persons.
    """
    known = name.text in _places() or (name.text.isupper() and name.text.isalpha()) or name.text[-1].isdigit()
    return known or any(t.lower_ == "the" for t in name.lefts)


@cache
def _places() -> frozenset[str]:
    return frozenset((*word_list("places.countries"), *word_list("places.capitals"), "Europe", "America", "Britain"))


def _speaks(pronoun: Token) -> bool:
    """Tell whether the pronoun is the speaker of a quotation: a person, named further up."""
    return pronoun.head.lemma_ in {"say", "add", "tell"} and any(t.text == '"' for t in pronoun.doc)


def _has_person(pronoun: Token, index: int, sentences: tuple[Sentence, ...], known: set[Token]) -> bool:
    """Tell whether somebody the pronoun may mean is mentioned shortly before it; ``known`` pronouns mean nobody."""
    wanted = Gender.FEMALE if pronoun.lower_ in {"she", "her"} else Gender.MALE
    near = range(max(index - _LOOK_BACK, 0), index)
    first = max((i for i in near if any(t in known for t in sentences[i].tokens)), default=near.start)
    docs = [sentences[i].doc for i in range(first, index)]
    before = [t for t in (*(t for doc in docs for t in doc), *pronoun.doc[: pronoun.i]) if t not in known]
    people = {t for doc in (*docs, pronoun.doc) for t in persons(doc) if t.tag_ != "NNS"}
    people |= {t for t in before if _may_be_a_name(t)}
    if any(t.i > pronoun.i and t.ent_type_ == "PERSON" for t in persons(pronoun.doc)):
        return True  # "she" may point ahead, to a name further on
    if any(t.dep_ == "poss" and t.pos_ == "PROPN" and not _is_surely_named(t) for t in pronoun.doc[: pronoun.i]):
        return True  # "Keller's rise": whoever that is may be meant
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
