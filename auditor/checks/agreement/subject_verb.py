"""``subject-verb-agreement``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import Kind, finite_of, inflected, kind_of, names_unit, units_of
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_SINGULAR = {"is", "was", "has", "does"}
_PLURAL = {"are", "were", "have", "do"}
_OTHER = {"is": "are", "was": "were", "has": "have", "does": "do"}
_ONE = {"a", "an", "this", "that", "each", "every", "another", "one"}
_MANY = {"these", "those", "many", "several", "few", "both", "numerous", "various"}
_CLOSING = {"VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "PRON", "SYM"}
_FRACTIONS = {"thirds", "quarters", "fifths", "tenths", "halves", "percent", "points", "times"}
_MASS = {"information", "news", "advice", "evidence", "equipment", "luggage", "research", "progress", "furniture"}
"""Nouns that are singular in English, and plural in the languages around it."""

_DIMENSIONS = ("time", "money", "length", "mass", "area", "volume", "share")
_SHORT = 4
"""Words among which a subject stands that surely opens its sentence."""

_PARTS = {"each", "one"}
"""Words that are singular whatever they are part of."""

_OPENERS = {
    ",",
    ";",
    ":",
    "that",
    "but",
    "because",
    "while",
    "when",
    "where",
    "although",
    "though",
    "said",
    "says",
    "“",
}


@code_check(
    "subject-verb-agreement",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The talks, which began in Geneva on Monday, [[has]] been suspended.",
        "The vaccine, developed in Graz, [[have]] been tested on 240 volunteers.",
        "No deal was reached, but the two sides [[has]] decided to resume talks.",
        "The foreign ministers attending the meeting [[has]] agreed to set up a task force.",
        "The number of foreign tourists visiting the islands [[have]] risen by 6% this year.",
        "The information provided by the airline [[are]] still incomplete.",
        "Each of the three injured people [[were]] flown to a different hospital.",
        "The costs of the tunnel under the bay [[has]] doubled.",
        "A report on the floods [[were]] published in May.",
        "These results of the vote [[is]] final.",
        "The price of the tickets [[have]] risen.",
        "Each of the villages [[have]] lost power.",
        "One of the ships [[are]] Greek.",
        "The list of victims [[were]] published.",
        "Neither the pumps nor the dam [[have]] failed.",
        "Neither the dam nor its pumps [[has]] failed.",
        "The number of houses without power [[have]] fallen.",
        "Police [[was]] searching the harbour.",
        "The list of goods covered by the new duties [[have]] been published.",
        "The discovery of these bones, which are 7,000 years old, [[are]] puzzling experts.",
        "The causes of the blackout that hit the city [[is]] still unclear.",
        "The daughter of the singer [[were]] able to leave the country.",
        "Each of the three candidates [[promise]] to build a bridge.",
    ),
    passes=(
        "The talks, which began in Geneva on Monday, have been suspended.",
        "The bank, the insurer and the broker, all based in Graz, have merged.",
        "The vaccine, developed in Graz, has been tested on 240 volunteers.",
        "No deal was reached, but the two sides have decided to resume talks.",
        "The information provided by the airline is still incomplete.",
        "The evidence and the files seized at the airport are with the court.",
        "Two thirds of the water is lost.",
        "The side, who have won four games in a row, are third.",
        "The two years has passed quickly, she said.",
        "The number of foreign tourists visiting the islands has risen by 6% this year.",
        "The ministers attending the meeting have agreed to set up a task force.",
        "The costs of the tunnel under the bay have doubled.",
        "A number of reports on the floods were published in May.",
        "The team are in Rome, and the police were told.",
        "The price of the tickets and of the hotel have risen.",
        "If the price of the tickets were lower, more would come.",
        "Ten years is a long time.",
        "One of the ships that have sunk is Greek.",
        "Each of the villages has lost power.",
        "Neither the pumps nor the dam has failed, and neither the dam nor the pumps have failed.",
        "Neither the mayor nor the council have spoken.",
        "A growing number of houses have no power, and the number of those that have is falling.",
        "Police were searching the harbour, and the county police was founded in 1829.",
        "One in ten workers is off sick.",
        "The list of goods covered by the new duties has been published.",
        "Each of the three candidates promises to build a bridge.",
        "The crew of the ships that have sunk were saved.",
    ),
)
def subject_verb_agreement(story: Story) -> Iterator[Hit]:
    """The verb agrees with a noun in between, not with its subject.

    Engines lose the number of a subject that a phrase parts from its verb (“the costs of the tunnel has”).
    Forms of “be”, “have” and “do” are checked.

    After “neither … nor” it agrees with the noun beside it. Speaks where the subject shows its number twice: by its
    form and by its article, or by a noun of the other number that stands between. The subject opens the sentence or
    its clause. “The number of” is one, and “police” without an article are many. Groups, amounts, “a number of” and
    joined subjects pass.
    """
    for sentence in story.analysis.sentences:
        for noun in sentence.tokens:
            verb = _at_odds(noun)
            if verb is None or story.analysis.in_quotation(span := sentence.span_of(verb)):
                continue
            right = _other_number(verb)
            noun = _behind_nor(noun) or noun
            number = "plural" if noun.tag_ == "NNS" or _is_police(noun) else "singular"
            yield Hit(
                spans=(span,),
                message=f"The subject is “{noun.text}”, a {number}: “{right}”, not “{verb.text}”.",
                suggestions=(right,),
                evidence=(Evidence("sentence", f"“{noun.text}” is the subject of “{verb.head.text}”"),),
            )


def _other_number(verb: Token) -> str:
    """Return the form of a finite verb for the other number."""
    plural = next((one for one, many in _OTHER.items() if many == verb.lower_), None)
    return _OTHER.get(verb.lower_) or plural or inflected(verb.lemma_, "VBZ")


def _at_odds(noun: Token) -> Token | None:
    """Return the finite verb that does not agree with the subject ``noun``, None where it does or may."""
    if noun.dep_ not in _SUBJECTS or _is_in_name(finite_of(noun.head)):
        return None
    if noun.lower_ in _PARTS:
        return _at_odds_with_one(noun)
    if _is_the_number(noun) or _is_police(noun):
        return _at_odds_at_once(noun, finite_of(noun.head))
    if noun.tag_ not in {"NN", "NNS"} or takes_either(noun):
        return None
    if (last := _behind_nor(noun)) is not None:
        return _at_odds_with_the_last(last, finite_of(noun.head))
    verb = finite_of(noun.head)
    wrong = _SINGULAR if noun.tag_ == "NNS" else _PLURAL
    parted = noun.i < verb.i and _parts_by_commas(noun, verb)
    if verb.lower_ not in wrong or verb.i < noun.i or (not parted and _is_loose(noun, verb)):
        return None
    plural = noun.tag_ == "NNS"
    if plural != (noun.lower_.endswith("s") and noun.lemma_.lower() != noun.lower_):
        return None
    articles = {t.lower_ for t in noun.children if t.dep_ in {"det", "nummod"}}
    if (
        (parted and "the" in articles)
        or noun.lower_ in _MASS
        or (plural and any(t.dep_ == "nummod" for t in noun.children))
    ):
        return verb
    between = [t for t in noun.doc[noun.i + 1 : verb.i] if t.pos_ in {"NOUN", "PROPN"}]
    shown = articles & (_MANY if plural else _ONE)
    misled = "the" in articles and any((t.tag_ == "NN") == plural for t in between[-1:] if t.tag_ in {"NN", "NNS"})
    return verb if shown or misled or (not plural and "the" in articles and kind_of(noun) is Kind.PERSON) else None


def _is_in_name(verb: Token) -> bool:
    """Tell whether “do” stands inside a name: “Tarsila do Amaral”."""
    around = verb.doc[max(verb.i - 1, 0)], verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    return verb.text == "do" and all(token.text[0].isupper() for token in around)


def _is_the_number(noun: Token) -> bool:
    """Tell whether ``noun`` is “the number”, which is one, where “a number” is many."""
    return noun.lower_ in {"number", "proportion"} and any(t.lower_ == "the" and t.i < noun.i for t in noun.children)


def _is_police(noun: Token) -> bool:
    """Tell whether ``noun`` is “police” by itself, which is many; with its article it may be the institution."""
    return noun.lower_ == "police" and not any(t.dep_ in {"det", "compound", "poss"} for t in noun.children)


def _at_odds_at_once(noun: Token, verb: Token) -> Token | None:
    """Return the verb of the other number in the clause of ``noun``, where nothing is joined to it."""
    between = noun.doc[noun.i + 1 : verb.i]
    plain = all(t.pos_ not in _CLOSING - {"VERB"} and (t.tag_ != "VBG" or t.dep_ == "acl") for t in between)
    opens = noun.left_edge.i == 0 or noun.doc[noun.left_edge.i - 1].lower_ in _OPENERS
    wrong = _SINGULAR if _is_police(noun) else _PLURAL
    return verb if plain and opens and verb.i > noun.i and verb.lower_ in wrong else None


def _behind_nor(noun: Token) -> Token | None:
    """Return the last of the nouns that "neither … nor" joins to the subject ``noun``."""
    if not any(t.lower_ == "nor" for t in noun.children) or noun.doc[noun.left_edge.i].lower_ != "neither":
        return None
    return next((t for t in noun.children if t.dep_ == "conj"), None)


def _at_odds_with_the_last(last: Token, verb: Token) -> Token | None:
    """Return the verb that does not agree with the noun behind "nor", with which it goes."""
    determined = any(t.lower_ in {"the", "a", "an"} or t.tag_ == "PRP$" for t in last.children)
    plain = last.tag_ in {"NN", "NNS"} and determined
    if not plain or takes_either(last) or kind_of(last) in {Kind.GROUP, Kind.BODY, Kind.COUNTRY} or verb.i < last.i:
        return None
    if any(t.dep_ in {"conj", "cc"} for t in last.children):
        return None
    return verb if verb.lower_ in (_SINGULAR if last.tag_ == "NNS" else _PLURAL) else None


_PLAIN = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
"""What may stand between “each” or “one” and its verb."""


def _at_odds_with_one(one: Token) -> Token | None:
    """Return the plural verb of "each of the villages have" or "one of the ships are", None where it is singular."""
    verb = finite_of(one.head)
    of = next((t for t in one.children if t.lower_ == "of" and t.i == one.i + 1), None)
    between = one.doc[one.i + 1 : verb.i]
    plain = of is not None and verb.i > one.i and all(t.pos_ in _PLAIN or t.tag_ == "VBN" for t in between)
    opens = one.i == 0 or one.doc[one.i - 1].lower_ in _OPENERS
    asked = verb.lower_ == "were" and {t.lower_ for t in one.doc[: one.i]} & {"if", "as", "though"}
    lexical = one.lower_ == "each" and verb.tag_ == "VBP" and verb.pos_ == "VERB" and verb.lower_ == verb.lemma_
    return verb if plain and opens and (verb.lower_ in _PLURAL or lexical) and not asked else None


def _is_loose(noun: Token, verb: Token) -> bool:
    """Tell whether anything makes the number or the parse uncertain."""
    doc = noun.doc
    between = _without_clauses(noun, verb)
    joining = {"conj", "cc", "appos", "relcl"} | ({"nummod"} if _is_unit(noun) else set())
    acl = {"VBG", "VBN"} if noun.lower_ in _MASS else {"VBG"}
    joined = any(t.dep_ in joining or (t.dep_ == "acl" and t.tag_ not in acl) for t in noun.children)
    bodies = {Kind.COUNTRY} if noun.tag_ == "NNS" else {Kind.GROUP, Kind.BODY, Kind.COUNTRY}
    if joined or kind_of(noun) in bodies or noun.head.dep_ in {"csubj", "acl"}:
        return True
    if any(
        (t.pos_ in _CLOSING and not (t.dep_ == "acl" and t.tag_ in acl)) or t.text in {"'s", "and", "or"}
        for t in between
    ):
        return True
    before = {t.lower_ for t in doc[: noun.i]}
    if verb.lower_ == "were" and before & {"if", "as", "wish", "though", "unless", "that", "than"}:
        return True
    edge = noun.left_edge.i
    return edge > 0 and doc[edge - 1].lower_ not in _OPENERS


def _without_clauses(noun: Token, verb: Token) -> list[Token]:
    """Return the words between a subject and its verb but for clauses that say more of a noun among them.

    “The list of goods [covered by the new duties] have”, “the discovery of bones[, which are old,] are”. A clause that
    is not over where the verb stands is kept: the verb may be its own.
    """
    between = list(noun.doc[noun.i + 1 : verb.i])
    inner = [t for t in between if t.dep_ in {"pobj", "compound", "amod", "conj"} and noun in t.ancestors]
    for root in (t for other in inner for t in other.children if _is_clause(t)):
        first, last = root.left_edge.i, root.right_edge.i
        if noun.i < first and last < verb.i:
            first -= noun.doc[first - 1].text == ","
            last += noun.doc[last + 1].text == ","
            between = [t for t in between if not first <= t.i <= last]
    return between


def _is_clause(token: Token) -> bool:
    """Tell whether a verb opens a clause behind its noun, whole: a participle, or one with its subject before it."""
    if token.dep_ == "acl":
        return token.tag_ in {"VBN", "VBG"}
    return token.dep_ == "relcl" and any(t.dep_ in _SUBJECTS and t.i < token.i for t in token.children)


def _is_unit(noun: Token) -> bool:
    """Tell whether ``noun`` measures: “two thirds has”, “ten years is”."""
    return noun.lower_ in _FRACTIONS or any(names_unit(noun.text, ENGLISH, units_of(each)) for each in _DIMENSIONS)


def _parts_by_commas(noun: Token, verb: Token) -> bool:
    """Tell whether nothing but words between two commas parts a subject that opens its sentence from its verb.

    “The talks, which began on Monday, has been suspended”; no other noun is joined to it.
    """
    doc = noun.doc
    inside = doc[noun.i + 2 : verb.i - 1]
    opens = noun.left_edge.i == 0 and noun.i <= _SHORT and doc[noun.i + 1].text == doc[verb.i - 1].text == ","
    joined = any(t.dep_ in {"conj", "cc"} for t in noun.children) or any(t.text in {",", "(", "–", "—"} for t in inside)
    return opens and len(inside) > 1 and not joined and kind_of(noun) not in {Kind.GROUP, Kind.BODY, Kind.COUNTRY}


def takes_either(noun: Token) -> bool:
    """Tell whether a singular and a plural verb are both right with ``noun``."""
    return not _either().isdisjoint({noun.lemma_.lower(), noun.lower_}) or _is_share(noun)


def _is_share(noun: Token) -> bool:
    """Tell whether ``noun`` is counted as in “one in four households uses”, where “use” is as good."""
    before = noun.doc[noun.left_edge.i : noun.i]
    return any(t.lower_ == "one" and t.i + 1 < noun.i and t.nbor(1).lower_ in {"in", "out"} for t in before)


@cache
def _either() -> frozenset[str]:
    return frozenset(word_list("agreement.either"))
