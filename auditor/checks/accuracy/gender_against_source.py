"""``gender-against-source``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import Gender, gender_of, persons
from auditor.bilingual.carried import wrongly_taken_up
from auditor.bilingual.meant import shown_of_names, wrongly_meant
from auditor.bilingual.owners import wrong_owners, wrong_possessives
from auditor.bilingual.pairs import Pair
from auditor.bilingual.persons import (
    GenderMark,
    Shown,
    has_possessive,
    is_known,
    may_be_a_woman,
    names_anybody,
    titled,
    word_for,
)
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
_THINGS = frozenset({"it", "its", "itself", "they", "them", "their", "themselves"})
"""Pronouns that may stand for what a pronoun of the source stands for."""

_SPEAKERS = frozenset({"i", "we", "you"})
_SUBJECTS = {"nsubj", "nsubjpass"}
_PREDICATES = {"attr", "appos", "oprd"}
_NEAR = 0.25
"""How far from each other, as shares of their sentences, two words may stand that answer each other."""

_LOOK_BACK = 2
"""Sentences before one in which those stand whom its pronouns may take up."""

_ANYBODY = frozenset({"woman", "man", "girl", "boy", "female", "male", "lady", "gentleman", "lord"})
"""Nouns that may name a person for whom the source has another word."""

_SPOUSES = frozenset({"wife", "husband", "widow", "widower", "girlfriend", "boyfriend", "bride", "groom"})
"""Nouns for one of two persons that the source may name by the other."""

_RELATIVES = (
    *("mother", "father", "daughter", "son", "sister", "brother", "wife", "husband", "widow", "widower", "aunt"),
    *("uncle", "niece", "nephew", "grandmother", "grandfather", "girl", "boy"),
)
"""Nouns that name somebody beside the person whom a pronoun stands for."""

_SWAPPED = {("he", ""): "she", ("him", ""): "her", ("his", "PRP$"): "her", ("himself", ""): "herself"} | {
    ("she", ""): "he",
    ("her", "PRP$"): "his",
    ("her", "PRP"): "him",
    ("herself", ""): "himself",
}


@code_check(
    "gender-against-source",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("“We will win,” [[he]] said.", "« Nous gagnerons », a-t-elle dit.", "fr"),
        Example("Ferrand lost [[his]] case.", "Mme Ferrand a perdu son procès.", "fr"),
        Example("[[He]] will sell the house.", "La directora venderá la casa.", "es"),
        Example("In May [[she]] was elected to the board.", "En mayo fue elegido miembro de la junta.", "es"),
        Example("The surgeon said [[he]] was tired.", "La cirujana dijo que no había dormido.", "es"),
        Example("Pohl sold [[his]] shares.", "Frau Pohl verkaufte ihre Aktien.", "de"),
        Example("[[He]] died in the spring.", "Умерла весной.", "ru"),
        Example("Minister Bungert kept [[his]] promise.", "Ministerin Bungert hielt ihre Zusage ein.", "de"),
        Example("The [[father]] of the boy called the police.", "La madre del ragazzo ha chiamato la polizia.", "it"),
        Example("The bank sold [[her]] flat.", "O banco vendeu o apartamento dele.", "pt"),
    ),
    passes=(
        Example("Her departure weakens Blanc a little more.", "Son départ affaiblit un peu plus M. Blanc.", "fr"),
        Example(
            "Marina Gurova, whose husband is an engineer, tells a different story.",
            "Жена одного из механиков, Марина Гурова, говорит обратное.",
            "ru",
        ),
        Example("“We will win,” she said.", "« Nous gagnerons », a-t-elle dit.", "fr"),
        Example("Ms Ferrand lost her case.", "Mme Ferrand a perdu son procès.", "fr"),
        Example("The firm, he said, sold it.", "La société, dit-il, l'a vendue : elle n'en voulait plus.", "fr"),
        Example("Mrs Ferrand thanked Paul Roche for his help.", "Mme Ferrand a remercié Paul Roche de son aide.", "fr"),
        Example("The minister thanked Roche for his help.", "La ministre a remercié Roche de son aide.", "fr"),
        Example("He will sell the house.", "El dueño venderá la casa.", "es"),
        Example("The house was sold after his death.", "La casa fue vendida tras su muerte.", "es"),
        Example("The surgeon said she was tired.", "La cirujana dijo que no había dormido.", "es"),
        Example("The builder said he was late.", "La constructora dijo que se había retrasado.", "es"),
        Example("The bank sold his flat.", "O banco vendeu o apartamento dele.", "pt"),
        Example("Pohl sold her shares.", "Frau Pohl verkaufte ihre Aktien.", "de"),
        Example("Founded by Roche, it bears his name.", "Elle a été créée par Roche, dont elle porte le nom.", "fr"),
        Example("The company said that he would stay.", "Компания сообщила, что он останется.", "ru"),
    ),
)
def gender_against_source(story: Story) -> Iterator[Hit]:
    """A woman of the source is a man in the translation, or a man a woman.

    French “son” and Spanish “su” do not show the gender, and many languages have verbs without a subject, so that an
    engine guesses; where the source shows it, by a pronoun, a title, a noun or the ending of a verb or a participle,
    the guess can be proved wrong. A person whom the story names once with a title keeps the gender.

    Speaks only where the source shows one gender and the English the other, and nobody else can be meant: the pronoun
    opens both sentences, or neither names a second person and no “it” or “they” may stand for the one who is meant.
    What is owned belongs to the subject of its clause where the source says nothing else, and behind a possessive that
    tells the owner to whom it tells. A woman who alone was named in the sentences before stays one, and where all who
    may be meant are women, by what the source calls them anywhere or by their given names, no "he" means one of them.
    Masculine nouns for an office name women too: they prove nothing.
    """
    if not is_known(story.spoken):
        return
    known = _titled(story.source_pairs)
    carried = {
        pair: _Fault(word, shown, proof, _right(word))
        for pair, word, shown, proof in (
            *wrongly_meant(story.source_pairs, shown_of_names(story.source_pairs)),
            *wrongly_taken_up(story.source_pairs),
        )
    }
    for index, pair in enumerate(story.source_pairs):
        before = story.source_pairs[max(index - _LOOK_BACK, 0) : index]
        for fault in _faults(pair, before, known) or [carried[each] for each in (pair,) if each in carried]:
            pronoun = fault.shown is Gender.FEMALE and fault.word.tag_ == "PRP"
            if pronoun and names_anybody(pair.theirs_around.text, story.spoken):
                continue  # « La victime … Elle » may be a man
            shown = "woman" if fault.shown is Gender.FEMALE else "man"
            yield Hit(
                spans=(pair.span_of(fault.word),),
                message=f"The source shows a {shown} (“{fault.proof}”), not “{fault.word}”.",
                suggestions=(fault.right.capitalize() if fault.word.text[0].isupper() else fault.right,)
                if fault.right
                else (),
                evidence=(Evidence("source", fault.proof),),
            )


def _faults(pair: Pair, before: Sequence[Pair], known: Mapping[str, tuple[Gender, str]]) -> list[_Fault]:
    """Return what of a pair is of the other gender, each word once."""
    told = (*wrong_owners(pair, before), *wrong_possessives(pair))
    owners = (_Fault(word, shown, proof, _right(word)) for word, shown, proof in told)
    faults = (*_nouns(pair), *_pronouns(pair, known), *owners)
    return list({fault.word.idx: fault for fault in reversed(faults)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Fault:
    """An English word, the gender that the source shows with what proves it, and the word to write."""

    word: Token
    shown: Gender
    proof: str
    right: str


def _gender(token: Token) -> Gender | None:
    """Return the gender that a pronoun shows; one with a capital inside a sentence belongs to a title."""
    inside = token.i > 1 and token.text[0].isupper() and token.nbor(-1).is_alpha
    return None if inside else _PRONOUNS.get(token.lower_)


@cache
def _couples() -> tuple[tuple[str, str, bool], ...]:
    """Return the nouns for a woman and for a man that differ in gender alone, and whether the second is for both."""
    couples = (couple.split() for couple in word_list("people.couples"))
    return tuple((woman, man.lstrip("+"), man.startswith("+")) for woman, man in couples)


def _nouns(pair: Pair) -> Iterator[_Fault]:
    """Yield the nouns for a woman where the source has the one for a man, and the other way round."""
    theirs, language = pair.theirs.text, pair.theirs.language
    nouns: dict[str, Token] = {}
    genders = set()
    for token in (token for sentence in pair.sentences for token in sentence.tokens):
        if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            nouns.setdefault(token.lemma_.lower().rstrip("."), token)
            genders.add(gender_of(token))
        else:
            genders.add(_gender(token))
    for woman, man, man_is_either in _couples():
        for ours, other, shown in ((woman, man, Gender.MALE), (man, woman, Gender.FEMALE)):
            if ours not in nouns or other in nouns or (man_is_either and ours == man):
                continue
            word = nouns[ours]
            if ours in _ANYBODY and (shown in genders or word.pos_ == "PROPN"):
                continue
            if ours in _SPOUSES and (_is_of_whom(word) or any(m.gender is not shown for m in pair.theirs.persons)):
                continue  # “her husband” and “his wife” are the same two
            proof = word_for(other, theirs, language)
            if proof and not word_for(ours, theirs, language):
                yield _Fault(word, shown, proof, other if word.lower_ == ours else "")


def _is_of_whom(noun: Token) -> bool:
    """Tell whether ``noun`` is that of somebody named before it: “whose husband”."""
    return any(child.lower_ == "whose" for child in noun.children)


def _titled(pairs: Sequence[Pair]) -> Mapping[str, tuple[Gender, str]]:
    """Return the surnames that the source writes with a title, with the gender that it shows and both as they stand."""
    found: dict[str, tuple[Gender, str]] = {}
    both: set[str] = set()
    for pair in pairs:
        for name, gender, words in titled(pair.theirs.text, pair.theirs.language):
            if found.setdefault(name, (gender, words))[0] is not gender:
                both.add(name)
    return {name: shown for name, shown in found.items() if name not in both}


def _pronouns(pair: Pair, known: Mapping[str, tuple[Gender, str]]) -> Iterator[_Fault]:
    """Yield the first pronoun for a man where the source can mean a woman alone, and the other way round."""
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    pronouns = [token for token in tokens if _gender(token)]
    genders = {_gender(token) for token in pronouns}
    if len(genders) != 1:
        return
    [ours] = genders
    if all(map(_owns, pronouns)) and not has_possessive(pair.theirs.text, pair.theirs.language):
        return
    shown = Gender.MALE if ours is Gender.FEMALE else Gender.FEMALE
    if any(mark.gender is ours for mark in pair.theirs.persons):
        return
    if shown is Gender.FEMALE and may_be_a_woman(pair.theirs.text, pair.theirs.language):
        return
    proof = _opening(pair, pronouns, shown) or _alone(pair, tokens, pronouns, shown) or _by_name(pair, shown, known)
    if proof:
        word = pronouns[0]
        if _owns(word) and not language_of(pair.theirs.language).gender.possessives:
            # « son » shows no gender, and may be somebody else's: “His colleague said he …” for « s'est dite »
            word = next((token for token in pronouns if token.lower_ in {"he", "she"}), word)
        yield _Fault(word, shown, proof, _right(word))


def _right(pronoun: Token) -> str:
    """Return the pronoun of the other gender, nothing where that depends on more than its tag."""
    return _SWAPPED.get((pronoun.lower_, ""), _SWAPPED.get((pronoun.lower_, pronoun.tag_), ""))


def _opening(pair: Pair, pronouns: Sequence[Token], shown: Gender) -> str:
    """Return what shows ``shown`` of the first subject of the source, where a pronoun is that of the English."""
    first = next((token for token in pronouns if token.lower_ in {"he", "she"}), None)
    mark = next((m for m in pair.theirs.persons if m.gender is shown and m.part in {Shown.SUBJECT, Shown.FORM}), None)
    if first is None or mark is None or any(person.i < first.i for person in persons(first.doc)):
        return ""
    return mark.words if _is_near(pair, first, mark) else ""


def _is_near(pair: Pair, word: Token, mark: GenderMark) -> bool:
    return abs(word.i / len(word.doc) - mark.start / len(pair.theirs.text)) < _NEAR


def _alone(pair: Pair, tokens: Sequence[Token], pronouns: Sequence[Token], shown: Gender) -> str:
    """Return what shows ``shown`` in the source, where nobody but one person can be meant."""
    lowered = {token.lower_ for token in tokens}
    subjects = [token for token in pronouns if token.lower_ in {"he", "she"}]
    if (not subjects and lowered & _SPEAKERS) or len(_others(pair)) > 1:
        return ""
    names = [name for sentence in pair.sentences for name in sentence.doc.ents if name.label_ == "PERSON"]
    if len(names) > 1 or (pronouns[0].i == 0 and all(map(_owns, pronouns)) and _is_named_behind(pair, shown)):
        return ""
    facts = language_of(pair.theirs.language).gender
    found = [mark for mark in pair.theirs.persons if mark.gender is shown]
    objects = [
        token
        for token in pronouns
        if facts.possessives or token.dep_ == "nsubjpass" or (token not in subjects and not _owns(token))
    ]
    owners = any(map(_owns, pronouns))
    told = [
        mark
        for mark in found
        if mark.part is not Shown.NOUN and (objects if mark.part is Shown.OTHER else subjects or owners)
    ]
    if any(token.pos_ in {"NOUN", "PROPN"} and gender_of(token) is shown for token in tokens):
        # That noun may be meant by all but a possessive: “sein Bruder” for “her brother”.
        told, found = [mark for mark in told if mark.part is Shown.OTHER and facts.possessives and owners], []
    if told:
        of_things = _THINGS if facts.things else {"it", "its"} if told[0].part is Shown.OTHER else frozenset()
        named = bool(names) and names[0].root.dep_ in _SUBJECTS and _is_near(pair, names[0][0], told[0])
        if not lowered & of_things and (subjects or named or any(mark.part is not Shown.FORM for mark in told)):
            return told[0].words
    nouns = [mark for mark in found if mark.part is Shown.NOUN and not _is_relative(mark, pair.theirs.language)]
    return nouns[0].words if nouns and _names(tokens) <= 1 else ""


def _is_named_behind(pair: Pair, shown: Gender) -> bool:
    """Tell whether only titles and nouns behind its beginning show ``shown`` in the source: “Son départ … M. Blanc”."""
    marks = [mark for mark in pair.theirs.persons if mark.gender is shown]
    return all(mark.start and mark.part not in {Shown.SUBJECT, Shown.FORM} for mark in marks)


def _owns(pronoun: Token) -> bool:
    """Tell whether a pronoun is a possessive; before a comma “her” is none, whatever the tagger takes it for."""
    follows = pronoun.i + 1 < len(pronoun.doc) and not pronoun.nbor().is_punct
    return pronoun.tag_ == "PRP$" and (follows or pronoun.lower_ != "her")


def _others(pair: Pair) -> list[Token]:
    """Return the persons named in the English sentence, without what only says what one of them is."""
    return [
        person
        for sentence in pair.sentences
        for person in persons(sentence.doc)
        if person.dep_ not in _PREDICATES
        and not (person.dep_ == "pobj" and person.head.lower_ in {"as", "of"} and person.ent_type_ != "PERSON")
    ]


def _is_relative(mark: GenderMark, language: str) -> bool:
    return any(word_for(noun, mark.words, language) for noun in _RELATIVES)


def _names(tokens: Sequence[Token]) -> int:
    """Return how many names there are that may be a person's."""
    return sum(
        token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON"} and not (token.i and token.nbor(-1).pos_ == "PROPN")
        for token in tokens
    )


def _by_name(pair: Pair, shown: Gender, known: Mapping[str, tuple[Gender, str]]) -> str:
    """Return how the source writes elsewhere the only person of this sentence, where that shows ``shown``."""
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    named = [token.text for token in tokens if token.text in known]
    if len(set(named)) != 1 or _names(tokens) > len(named) or len(_others(pair)) > len(named) or pair.theirs.persons:
        return ""
    gender, words = known[named[0]]
    return words if gender is shown and named[0] in pair.theirs.text else ""
