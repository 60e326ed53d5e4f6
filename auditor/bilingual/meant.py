"""Pronouns of a translation that can mean nobody of their gender whom the story named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.analysis import Gender, Kind, gender_of, given_gender, kind_of
from auditor.bilingual.names import Name, is_place, may_be, renderings
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import is_quoted
from auditor.bilingual.persons import GenderMark, Shown, has_noun_in_front, has_possessive, titled
from auditor.bilingual.places import mentions
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import ENGLISH
from auditor.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from auditor.analysis import Token

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
_FOR_ANOTHER = frozenset(
    (
        *("mother", "father", "daughter", "son", "sister", "brother", "wife", "husband", "widow", "widower", "aunt"),
        *("uncle", "niece", "nephew", "grandmother", "grandfather", "cousin", "girlfriend", "boyfriend", "fiancee"),
        *("lawyer", "attorney", "counsel", "barrister", "spokesman", "spokeswoman", "spokesperson", "agent", "doctor"),
        *("biographer", "victim", "friend", "partner", "colleague", "mum", "mom", "dad", "physician", "nurse"),
    )
)
"""Nouns for those who are or act for somebody, of whom a story may speak without a name."""

_SINGULAR = {"NN", "NNP"}
_SAME = {"appos", "compound", "nmod", "flat"}
"""How a word hangs on one that names the same person."""

_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "dative"}
_SAYS_WHAT = {"attr", "oprd", "acomp"}
_LOOK_BACK = 2
"""Sentences before a paragraph in which those must have been named whom its first pronoun takes up."""

_IS_THING = re.compile(
    r"(?:ment|cree|gree|percent|event|accident|incident|number|member|paper|computer|order|power|error|sector|water"
    r"|winter|summer|quarter|offer|matter|letter|centre|center|river|border|weather|dinner|budget|restaurant|factor"
    r"|plant|grant|extent|content|patent|tent|rent|cent|talent|current|corner|chapter|tower|chamber|career|fee|coffee"
    r"|labor|harbor|fever|cover|transfer|counter|shoulder|disaster|newspaper|layer|laser|finger|paper|timber)$"
)
"""Nouns that end like those for persons and name things."""

_VERBAL = re.compile(r"(?:[óòa]|ou|eu|iu|i?t)$")
"""How verbs end that may stand between a noun and a name: “la ministre critiqua Roche”."""

_NEXT_TO = re.compile(
    r"\s?,?\s|(?P<quality>\s[^\W\d_]{3,})(?P<comma>,)?\s|\s(?:de|del|du|des|di|della|do|da)\b[^,.;:]{2,40},\s"
)
"""What may stand between a noun and the name of whom it names."""

_EXPLAINS = re.compile(r",\s(?:[^\W\d_]{1,3}['’]?\s?)?$")
_NOT_YET_NAMED = re.compile(r"[^,.;:]*[,.;:]")


@dataclass(frozen=True, slots=True)
class Known:
    """The gender that the source shows of a name, and its words that do."""

    gender: Gender
    proof: str


def shown_of_names(pairs: Sequence[Pair]) -> Mapping[str, Known]:
    """Return the surnames of the source, folded, whose gender it shows: by a title or a noun beside the name."""
    found: dict[str, Known] = {}
    both: set[str] = set()
    for pair in pairs:
        for surname, gender, words in _beside_names(pair):
            if found.setdefault(fold(surname), Known(gender, words)).gender is not gender:
                both.add(fold(surname))
    return {name: known for name, known in found.items() if name not in both}


def _beside_names(pair: Pair) -> Iterator[tuple[str, Gender, str]]:
    text, spoken = pair.theirs.text, pair.theirs.language
    yield from titled(text, spoken)
    nouns = [mark for mark in pair.theirs.persons if mark.part is Shown.NOUN]
    for name in pair.theirs.names:
        if is_place(name.words[-1]) or len(name.words[-1]) < 3:
            continue
        for mark in nouns:
            if _is_beside(mark, name, text, spoken):
                yield name.words[-1], mark.gender, f"{mark.words} … {name.words[-1]}"


def _is_beside(mark: GenderMark, name: Name, text: str, spoken: str) -> bool:
    """Tell whether a noun stands right before the name, with an adjective or an office at most, or explains it."""
    start, end = mark.start, mark.start + len(mark.words)
    if language_of(spoken).writing.capitals is Capitals.NOUNS:  # the noun is a word of what looks like the name
        return start <= name.span.start <= end + 1 < name.span.end or name.span.start <= start < end < name.span.end
    if end <= name.span.start:
        between = text[end : name.span.start]
        found = _NEXT_TO.fullmatch(between)
        if found is None or (not between.rstrip().endswith(",") and len(name.words) < 2):
            return False
        quality = found["quality"]
        return not quality or bool(found["comma"]) or not _VERBAL.search(quality)
    if name.span.end < start and _EXPLAINS.fullmatch(text, name.span.end, start):
        rest = _NOT_YET_NAMED.match(text, end)
        return rest is not None and not any(word[0].isupper() for word in rest.group().split())
    return False


def wrongly_meant(pairs: Sequence[Pair], known: Mapping[str, Known]) -> Iterator[tuple[Pair, Token, Gender, str]]:
    """Yield each pronoun for a man where all who were named before are women, or for a woman, and what shows it.

    Who may be meant stands before the pronoun, in its sentence or its paragraph, or is the subject that its clause
    still waits for; where nobody does, in the sentences before. Every one of them must be known: by the given name, or
    by what the source says of the name anywhere. The source of the sentence shows nobody of the pronoun's gender and
    names nobody whom the translation leaves out, and the translation has pronouns of one gender alone. What somebody
    owns behind “who” is that person's, where nobody else stands between.
    """
    for index, pair in enumerate(pairs):
        for sentence in pair.sentences:
            for token in sentence.tokens:
                owner = _owner(token, known) if token.tag_ == "PRP$" and token.lower_ in _PRONOUNS else None
                if owner is not None and owner.gender is not _PRONOUNS[token.lower_]:
                    yield pair, token, owner.gender, owner.proof
        shown = {mark.gender for mark in pair.theirs.persons}
        said = {_PRONOUNS.get(token.lower_) for sentence in pair.sentences for token in sentence.tokens} - {None}
        if len(said) != 1:
            continue
        for place, sentence in enumerate(pair.sentences):
            for token in sentence.tokens:
                ours = _PRONOUNS.get(token.lower_)
                if ours is None or token.pos_ != "PRON" or ours in shown or not _is_taken_up(token, pair):
                    continue
                meant = _meant(token, place, index, pairs, known)
                others = {each.gender for each in meant if each is not None}
                if None not in meant and len(others) == 1 and ours not in others and not _leaves_out(pair):
                    proof = next(each.proof for each in meant if each is not None)
                    yield pair, token, next(iter(others)), proof
                    shown = {*shown, ours}  # one word of a sentence is told


def _owner(possessive: Token, known: Mapping[str, Known]) -> Known | None:
    """Return whose what stands behind “who” is, where nobody else is named in between: “Weber, who met her team”."""
    verb = next((each for each in possessive.ancestors if each.dep_ == "relcl"), None)
    who = next((t for t in verb.children if t.lower_ == "who" and t.dep_ in _ARGUMENTS), None) if verb else None
    if verb is None or who is None or not who.i < possessive.i or _is_either(possessive) or is_quoted(possessive):
        return None
    named = verb.head.head if verb.head.dep_ == "appos" and verb.head.pos_ != "PROPN" else verb.head
    group = [named, *(t for t in named.children if t.dep_ in {"compound", "flat"})]
    owner = _known(group, known) if named.pos_ == "PROPN" else None
    if owner is None:
        return None
    between = [token for token in possessive.doc[who.i : possessive.i] if _is_mention(token, known)]
    return owner if all(_PRONOUNS.get(token.lower_) is owner.gender for token in between) else None


def _meant(
    pronoun: Token, place: int, index: int, pairs: Sequence[Pair], known: Mapping[str, Known]
) -> list[Known | None]:
    """Return who may be meant by ``pronoun``, each with the gender or None."""
    here = pairs[index]
    docs = [sentence.doc for sentence in here.sentences[:place]]
    paragraph = here.sentences[0].segment.paragraph
    before = [each for each in pairs[:index] if each.sentences[0].segment.paragraph == paragraph]
    found = [person for each in before for s in each.sentences for person in _persons(s.doc, known)]
    found += [person for doc in docs for person in _persons(doc, known)]
    found += _persons(pronoun.doc, known, until=pronoun)
    if not found or (pronoun.tag_ != "PRP$" and not before and not docs):
        found += [
            person
            for each in pairs[max(index - _LOOK_BACK, 0) : index]
            for s in each.sentences
            for person in _persons(s.doc, known)
        ]
    return found


def _persons(doc: Doc, known: Mapping[str, Known], until: Token | None = None) -> list[Known | None]:
    """Return the persons whom ``doc`` names before the token ``until``, or whose clause that waits for."""
    awaited = _awaited(until) if until is not None else set()
    tokens = [
        token
        for token in doc
        if (until is None or token.i < until.i or token.i in awaited) and _is_mention(token, known)
    ]
    groups: list[list[Token]] = []
    for token in tokens:
        same = [group for group in groups if any(_is_one(token, other) for other in group)]
        groups = [group for group in groups if group not in same] + [[*(t for group in same for t in group), token]]
    return [_known(group, known) for group in groups]


def _is_mention(token: Token, known: Mapping[str, Known]) -> bool:
    """Tell whether a word may name one person: a pronoun, a noun or a name that is surely nothing else."""
    if token.lower_ in _PRONOUNS:
        return True
    if token.tag_ not in _SINGULAR or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if token.pos_ == "NOUN" and token.dep_ in _SAYS_WHAT:
        return False
    if fold(token.text) in known:
        return True
    if token.pos_ == "NOUN":
        kind = kind_of(token)
        return kind is Kind.PERSON or (kind is Kind.UNKNOWN and not _IS_THING.search(token.lower_))
    if token.ent_type_ == "PERSON" or _is_joined_to_owned(token):
        return True
    if token.dep_ in _ARGUMENTS and not token.is_upper and kind_of(token) is not Kind.COUNTRY and not list(token.lefts):
        return not mentions(token.text, ENGLISH)  # the parser takes Caesar for a company
    of_thing = token.dep_ == "compound" and token.head.pos_ == "NOUN" and kind_of(token.head) is not Kind.PERSON
    return (
        token.ent_type_ in {"", "GPE"} and (token.dep_ != "compound" or of_thing) and not mentions(token.text, ENGLISH)
    )


def _is_joined_to_owned(name: Token) -> bool:
    """Tell whether somebody's thing or people are named after a name, as in “Brahim and his team”."""
    return name.pos_ == "PROPN" and any(
        token.dep_ == "conj" and any(owner.lower_ in _PRONOUNS for owner in token.children) for token in name.children
    )


def _is_one(token: Token, other: Token) -> bool:
    """Tell whether two words name one person: one hangs on the other, or they stand in one name."""
    if token.ent_type_ == other.ent_type_ == "PERSON" and token.i == other.i + 1:
        return True
    return any(a.dep_ in _SAME and a.head == b for a, b in ((token, other), (other, token)))


def _known(group: Sequence[Token], known: Mapping[str, Known]) -> Known | None:
    """Return the gender of whom the words of ``group`` name, None where they do not show it or disagree.

    None too where nobody is named, or only for what he or she is to somebody else, or by somebody who is quoted.
    """
    if any(token.lower_ in _FOR_ANOTHER or is_quoted(token) for token in group):
        return None
    if not any(token.pos_ == "PROPN" or token.lower_ in _PRONOUNS for token in group):
        return None
    shown = [known[fold(token.text)] for token in group if fold(token.text) in known]
    for token in group:
        gender = gender_of(token) or given_gender(token)
        if gender is not None:
            shown.append(Known(gender, group[-1].text))
    return shown[0] if len({each.gender for each in shown}) == 1 else None


def _awaited(pronoun: Token) -> set[int]:
    """Return the words after ``pronoun`` of the subjects of its clause and those above, up to a colon."""
    found: set[int] = set()
    end = next((t.i for t in pronoun.doc[pronoun.i :] if t.text in {":", ";"}), len(pronoun.doc))
    for verb in pronoun.ancestors:
        for subject in (t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"} and pronoun.i < t.i < end):
            found |= {t.i for t in subject.subtree}
    return found


def _is_taken_up(token: Token, pair: Pair) -> bool:
    """Tell whether a pronoun may take up somebody whom the source does not name instead, as the defendant.

    A possessive has one in the source, too. An object is seldom the one who was named last.
    """
    if is_quoted(token) or _is_either(token) or _is_of_another(token):
        return False
    if token.tag_ == "PRP" and token.lower_ in {"him", "her"}:
        return False
    text, spoken = pair.theirs.text, pair.theirs.language
    return has_possessive(text, spoken) if token.tag_ == "PRP$" else not has_noun_in_front(text, spoken)


def _is_of_another(token: Token) -> bool:
    """Tell whether a possessive says whose a person is who has just been named: “Marc Duval, her former lawyer”."""
    if token.tag_ != "PRP$":
        return False
    before = token.doc[max(token.i - 2, 0) : token.i]
    return token.head.dep_ == "appos" or (len(before) > 1 and before[1].text == "," and before[0].pos_ == "PROPN")


def _is_either(token: Token) -> bool:
    """Tell whether the pronoun stands beside that of the other gender: “he or she”."""
    beside = token.doc[max(token.i - 1, 0) : token.i + 2]
    return any(other.lower_ in {"or", "/"} for other in beside)


def _leaves_out(pair: Pair) -> bool:
    """Tell whether the source names somebody whom the translation does not."""
    spoken = pair.theirs.language
    if language_of(spoken).writing.capitals is not Capitals.NAMES:
        return False
    return any(
        not any(is_place(word) or renderings(word, spoken) for word in name.words)
        and not any(may_be(ours, word) for word in name.words for ours in pair.ours_around.words)
        for name in pair.theirs.names
    )
