"""What the source tells of the future and the translation of the past, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.analysis import Tense, auxiliaries_of, finite_of, speaking_verbs, tense_of
from auditor.bilingual.pairs import Pair
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WEAK = frozenset(
    (
        *("be", "have", "do", "make", "get", "take", "go", "say", "give", "come", "put", "set", "let"),
        *("keep", "become", "seem", "need", "want", "can", "hold", "see", "tell", "call"),
    )
)
"""Verbs that render so much that no word of the source is theirs."""

_CONDITIONS = frozenset(
    (
        *("if", "when", "once", "until", "till", "after", "before", "unless", "whenever", "while", "as"),
        *("though",),
    )
)
"""What opens a clause whose tense is not that of its deed."""

_LOOKING_BACK = frozenset(
    (
        *("later", "afterwards", "afterward", "eventually", "ultimately", "following", "subsequently"),
        *("next", "then"),
    )
)
"""Adverbs with which a story of the past goes on; French and Spanish tell it in the future."""

_BEGINNING = frozenset(["start", "begin", "enter", "launch"])
"""Verbs that name a deed, or the beginning of another one: “started production”."""

_EXPECTING = frozenset(
    (
        *("expect", "plan", "due", "set", "likely", "intend", "aim", "schedule", "prepare", "about", "forecast"),
        *("predict", "ready", "ahead", "future"),
    )
)
"""Words that look ahead beside a past tense, as does an infinitive."""

_PAST_AUXILIARIES = {"was", "were", "had", "did", "has", "have"}

_ENDS = re.compile(r"[.!?][\"”’']?\s*$")
"""How a sentence ends that is no headline, in which what has happened stands in the present."""

_RESULTS = {"ccomp", "oprd", "acomp", "xcomp"}
"""What a verb may make of its object: “keep it closed”."""

_AHEAD = frozenset(["will", "shall", "would", "'ll", "’ll", "wo"])
"""Auxiliaries that look ahead."""


@dataclass(frozen=True, slots=True)
class Turned:
    """An English verb and the source's words for it; ``future``: they tell what is yet to happen."""

    verb: Token
    source: Span
    future: bool

    @property
    def words(self) -> tuple[Token, ...]:
        """The verb with its auxiliaries."""
        return (*auxiliaries_of(self.verb), self.verb)


def turned(pair: Pair) -> Iterator[Turned]:
    """Yield the verbs of a translation that are past where those of the source are future, and the reverse.

    Told where the lexicon links the two verbs and no other, and the translation has fewer verbs in the future than the
    source, or the source none. A future beside a year may be that of history.
    """
    times = language_of(pair.theirs.language).times
    if pair.coverage is None or not pair.coverage.is_translation:
        return
    future = _verbs(times.future, pair)
    ahead = sum(token.lower_ in _AHEAD for sentence in pair.sentences for token in sentence.tokens)
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    told = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.tag_ == "VBD" and t.dep_ not in {"aux", "auxpass"}]
    told += [t for t in tokens if t.dep_ in {"aux", "auxpass"} and t.lower_ in _PAST_AUXILIARIES]
    past = _verbs(times.past, pair)
    accounted = len(told) <= len(past)  # each tells what the source tells of the past
    if not _YEAR.search(pair.theirs.text) and not accounted:
        found = list(_linked(pair, [*future, *(may_be := _verbs(times.may_be_future, pair))], future=True))
        if len(future) + len(may_be) > ahead:
            yield from found or _left_over(pair, future)
        else:  # nothing ahead is told as what had happened before
            yield from (each for each in found if tense_of(each.verb) is Tense.PLUPERFECT)
    if not _compiled(times.future or r"(?!)").search(pair.theirs.text):
        yield from _linked(pair, past, future=False)
    lasted = times.lasted or times.imperfect
    if _ENDS.search(pair.ours.text) and lasted:
        over = [Span(*match.span()) for match in _compiled(lasted).finditer(pair.theirs.text)]
        yield from _linked(pair, over, future=False, present=True)


def _verbs(expression: str, pair: Pair) -> list[Span]:
    """Return where the source has such verbs."""
    if not expression:
        return []
    text = pair.theirs.text
    found = [Span(*m.span(m.lastgroup)) for m in _compiled(expression).finditer(text) if m.lastgroup]
    return [span for span in found if not (span.start and text[span.start].isupper())]  # names may end like verbs


def _linked(pair: Pair, spans: list[Span], *, future: bool, present: bool = False) -> Iterator[Turned]:
    """Yield the verbs that answer one of ``spans`` alone and are turned: to the ``present``, or past and ``future``."""
    entries = lexicon(pair.theirs.language)
    if entries is None:
        return
    inside = [word for word in pair.theirs.stemmed if any(span.covers(word.span) for span in spans)]
    stems = [english_stem(token.lemma_.lower()) for sentence in pair.sentences for token in sentence.tokens]
    outside: set[str] = set()
    for word in pair.theirs.stemmed:
        answers = entries.renderings(word.stem).intersection(stems)
        if word not in inside and len(answers) == 1:  # one of several answers is not needed for this word
            outside |= answers
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            if not (_is_present(verb) if present else _is_turned(verb, future=future)):
                continue
            sought = {
                stem for stem in map(english_stem, _deeds(verb)) if stems.count(stem) == 1 and stem not in outside
            }
            places = {word.span for word in inside if sought & entries.renderings(word.stem)}
            if len(places) == 1:
                yield Turned(verb, places.pop(), future)


def _left_over(pair: Pair, future: Sequence[Span]) -> Iterator[Turned]:
    """Yield the verb of a translation that alone, or first, can answer the only future of the source, in any words.

    One sentence answers one, with as many finite verbs; beside that verb it has none but one that says who tells.
    """
    if len(pair.sentences) != 1 or len(pair.link.other) != 1 or len(future) != 1:
        return
    [sentence] = pair.sentences
    tokens = sentence.tokens
    if any(token.lemma_.lower() in _EXPECTING or _is_infinitive(token) or _opens_condition(token) for token in tokens):
        return
    finite = [
        token
        for token in tokens
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and tense_of(token) is not None
    ]
    told = [verb for verb in finite if verb.lemma_ not in speaking_verbs()]
    past = _verbs(language_of(pair.theirs.language).times.past, pair)
    main = told if len(told) == 1 else [verb for verb in told if verb.dep_ == "ROOT"]
    if len(main) != 1 or len(finite) - len(told) < len(past):
        return
    if any(tense_of(verb) in {Tense.PRESENT, Tense.MODAL} for verb in told):
        return  # “and now goes to the president”, “promised that it would”
    [verb] = main
    passive = any(token.dep_ in {"auxpass", "nsubjpass"} for token in verb.children)  # German’s present looks like it
    if _is_turned(verb, future=True) and tense_of(verb) is not Tense.PERFECT and not passive:
        yield Turned(verb, future[0], future=True)


def _deeds(verb: Token) -> Iterator[str]:
    """Yield the words that may name the deed: the verb, or the noun behind one that says little (“went on display”)."""
    if verb.lemma_ not in _WEAK:
        yield verb.lemma_.lower()
    if verb.lemma_ in _WEAK | _BEGINNING:
        for child in verb.children:
            if child.dep_ == "dobj":
                yield child.lemma_.lower()
            elif child.dep_ == "prep":
                yield from (noun.lemma_.lower() for noun in child.children if noun.dep_ == "pobj")


def _is_turned(verb: Token, *, future: bool) -> bool:
    """Tell whether a verb is surely past where the source is ``future``, or surely future where it is past."""
    if verb.pos_ != "VERB" or _is_conditional(verb):
        return False
    tense = tense_of(verb)
    if not future:
        return tense is Tense.MODAL and finite_of(verb).lower_ in {"will", "'ll", "’ll", "shall"}
    if tense not in {Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT} or verb.tag_ == "VBG":
        return False
    if tense is not Tense.PAST and verb.dep_ == "relcl":
        return False  # “those who have paid in for 20 years will get it”
    if tense is Tense.PERFECT and any(t.lower_ in {"for", "since"} for t in verb.children):
        return False  # what goes on is told so: “has headed it for 14 years”
    if verb.dep_ in _RESULTS and tense_of(verb.head) is Tense.MODAL:
        return False  # “would keep the crossings closed”
    return not any(token.lower_ in _LOOKING_BACK and token.dep_ != "amod" for token in verb.subtree)


def _is_present(verb: Token) -> bool:
    """Tell whether a verb tells what is, in a sentence that tells nothing else."""
    main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ in speaking_verbs()
        or not main
        or tense_of(verb) is not Tense.PRESENT
        or not (finite_of(verb) == verb or verb.tag_ == "VBG")
    ):
        return False
    others = (t for t in verb.doc if t.pos_ in {"VERB", "AUX"} and t.dep_ in {"ROOT", "conj", "ccomp", "aux"})
    return not any(t.tag_ in {"VBD", "MD"} for t in others) and not _is_conditional(verb)


def _is_conditional(verb: Token) -> bool:
    """Tell whether the verb stands in a clause of time or condition, or beside one."""
    return any(map(_opens_condition, verb.subtree))


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "TO" and token.head.tag_ == "VB" and not (token.i and token.nbor(-1).lower_ == "up")


def _opens_condition(token: Token) -> bool:
    return token.lower_ in _CONDITIONS and token.dep_ in {"mark", "advmod"}


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
