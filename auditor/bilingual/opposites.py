"""Words that turn a sentence round: which of two opposites each of two texts has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import KINDS, Lexicon, Stemmed, english_stem, english_words, lexicon, may_render, senses
from auditor.analysis import Firmness, Number
from auditor.analysis.vocabulary import is_english
from auditor.bilingual.antonyms import antonyms
from auditor.bilingual.converse import is_told_of_another
from auditor.bilingual.negations import patterns
from auditor.bilingual.pairs import Pair
from auditor.bilingual.places import governing, mentions, told
from auditor.bilingual.routes import routes_turned
from auditor.bilingual.side import Side, clause_around
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_WORD = re.compile(r"\w+")

_GOVERNED = {True: 3, False: 2}
"""Words beside a preposition among which the one that it governs is, in English and in other languages."""

_ORDER = "before"
"""The opposites that order what happened: the words before them say as much as those behind."""

_COMPARISON = "more"
"""The opposites of which only the very word that they compare counts: another is what it is compared with."""

_GOVERNS = re.compile(r"\b(?:at|in|on|by|for|from|to|with|over|under|near|outside)\b", re.IGNORECASE)
"""English prepositions that govern a word of their own behind another one."""

_OWN_SENSE = 0.25
"""Share of a word's renderings from which the opposite is of its usual sense, not of one among many."""

_FIRST = 2
"""Senses that dictionaries have first, any of which may be the usual one."""

_FEW = 3
"""Renderings of a word that has one sense: its opposite is one wherever it stands."""

_LIGHT = frozenset({"go", "come", "do", "make", "get", "take", "put", "give"})
"""Stems of verbs that say too little: a word that they render alone has its sense from those beside it."""

_DENYING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")

_VAGUE = frozenset({"large", "great", "old", "new", "long", "early", "late", "good", "bad"})
_RELATIVE = frozenset({"local", "national", "domestic", "foreign", "close", "standing", "open", "public", "private"})
"""Adjectives whose opposites often stand for the same, seen from elsewhere, or that are as often something else."""

_COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
"""Adjectives that say too little but where they are compared: "the largest", "older"."""

_RIGHT_BEFORE = 16
"""Code points before a word in which another one that denies it stands."""

_AGAINST = re.compile(r"\b(?:against|oppos(?:e|es|ed|ing|ition to))\s(?:\w+\s)?$", re.IGNORECASE)
"""What denies an English verbal noun behind it: "voted against releasing him"."""

_UNDONE = re.compile(r"\bun[a-z]{4,}ed\b", re.IGNORECASE)
"""English participles that deny what the verb says."""

_NO_DENIALS = ("immigra", "inflamm", "inhabit", "invaluabl", "indebt", "unravel")
"""Words that begin with a prefix that denies, and deny nothing."""

_SHORTEST = 3
"""Letters of a word that may have an opposite."""

_ONWARDS = re.compile(r"(?<=\w|%) (?:to|until|till) (?=\W?\d)")
"""What goes on, behind what is governed, to a figure that is not."""

_BESIDE = 8
"""Code points between a number and a word that stands right beside it."""

_RESULT = re.compile(r"\d (?:votes )?to $")

_MOVED = 0.35
"""How far apart two words may stand in their sentences, as a share of these, and still answer each other."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A word of the source, and the word of the translation that says the opposite; spans lie in their sides."""

    theirs: Span
    ours: Span


def reversals(pair: Pair) -> Iterator[Reversal]:
    """Yield the words of a pair's translation that turn round what its source says.

    Told where each text has one side of the two alone, the source's word has no rendering in the translation, the
    translation's renders no other word of the source, and as much is denied in either clause. A word that governs
    others must govern the same, and a converse verb must have the same subject.
    """
    facts = language_of(pair.theirs.language).opposites
    seen: set[Span] = set()
    for found in (
        *(each for name in facts.words for each in _words_turned(pair, name)),
        *(each for name in facts.words for each in _turned_beside_a_number(pair, name)),
        *_antonyms_turned(pair),
    ):
        if _AGAINST.search(pair.ours.text, max(found.ours.start - _RIGHT_BEFORE, 0), found.ours.start):
            continue
        if found.ours not in seen and _denials(pair.theirs, found.theirs) == _denials(pair.ours, found.ours):
            seen.add(found.ours)
            if not is_told_of_another(pair, found.theirs, found.ours) and not _is_told_by_seat(pair, found.theirs):
                yield found
    for theirs, ours in routes_turned(pair):
        yield Reversal(theirs, ours)
    for name in {**facts.before, **facts.behind}:
        for found in _governing_turned(pair, name):
            if not any(map(found.ours.overlaps, seen)) and not _is_denied_alone(pair, found):
                seen.add(found.ours)
                yield found


def _is_told_by_seat(pair: Pair, span: Span) -> bool:
    """Tell whether the country in whose name a word of the source stands is told by its capital: “Pyongyang”."""
    countries = [each for each in mentions(pair.theirs.text, pair.theirs.language) if each.span.overlaps(span)]
    seats = (seat for each in countries for place in each.places for seat in governing(place))
    return any(told(seat, pair.ours.words) for seat in seats)


def _words_turned(pair: Pair, name: str) -> Iterator[Reversal]:
    """Yield the one word where either text has words of one side alone, and not of the same."""
    theirs, ours = one_side(pair.theirs, name), one_side(pair.ours, name)
    if theirs is None or ours is None or theirs[0] == ours[0]:
        return
    found = Reversal(theirs[1], ours[1])
    text = _without_renderings(pair.ours.text, pair, found.theirs)
    if not _hinted(text, name, theirs[0]) and _has_no_other_answer(pair, found) and not _is_rendered(pair, found):
        yield found


def _is_rendered(pair: Pair, found: Reversal) -> bool:
    """Tell whether the translation has, beside the word turned round, what dictionaries first have for the source's."""
    words = [word for word in pair.theirs.stemmed if word.span.overlaps(found.theirs)]
    if len(words) != 1:
        return False
    first = senses(words[0].span.of(pair.theirs.text), pair.theirs.language)[:_FIRST]
    sought = set(map(english_stem, first))
    return any(word.stem in sought and not word.span.overlaps(found.ours) for word in pair.ours.stemmed)


def _turned_beside_a_number(pair: Pair, name: str) -> Iterator[Reversal]:
    """Yield words that stand in the clause of a number in whose clause the source has words of the other side alone."""
    ours, theirs = _by_number(pair.ours, name), _by_number(pair.theirs, name)
    for value in theirs.keys() & ours.keys():
        there, here = theirs[value], ours[value]
        if len({side for side, _ in there}) > 1 or len({side for side, _ in here}) > 1 or there[0][0] == here[0][0]:
            continue
        if not _hinted(clause_around(pair.ours.text, here[0][1]).of(pair.ours.text), name, there[0][0]):
            yield Reversal(there[0][1], here[0][1])


def _by_number(side: Side, name: str) -> dict[Fraction, list[tuple[int, Span]]]:
    """Return the words of either side by the value of the nearest number in their clause, if it stands there once."""
    found: dict[Fraction, list[tuple[int, int, Span]]] = defaultdict(list)
    values = Counter(number.values[0] for number in side.numbers)
    firm = [n for n in side.numbers if n.firmness is not Firmness.LOOSE and not _ends_result(side, n)]
    for which, span in _located(side.text, _sides(side.language, name)):
        clause = clause_around(side.text, span)
        if inside := [(span.gap(number.span), number) for number in firm if clause.covers(number.span)]:
            gap, number = min(inside, key=itemgetter(0))
            found[number.values[0]].append((gap, which, span))
    return {value: _nearest(words) for value, words in found.items() if values[value] == 1}


def _nearest(words: list[tuple[int, int, Span]]) -> list[tuple[int, Span]]:
    """Return words by their sides; without those twice as far from their number as another right beside it."""
    nearest = min(gap for gap, *_ in words)
    kept = [each for each in words if nearest > _BESIDE or each[0] <= max(2 * nearest, _BESIDE)]
    return [(which, span) for _, which, span in kept]


def _ends_result(side: Side, number: Number) -> bool:
    """Tell whether a number is the second of a result, which has its word behind both: “289 to 198 in favour”."""
    return _RESULT.search(side.text, 0, number.span.start) is not None


def one_side(side: Side, name: str) -> tuple[int, Span] | None:
    """Return the side of which a text has words, and the first of them; None where it has both or neither."""
    found = list(_located(side.text, _sides(side.language, name)))
    return found[0] if len({number for number, _ in found}) == 1 else None


def _hinted(text: str, name: str, side: int) -> bool:
    """Tell whether other words of the English ``text`` may tell ``side``."""
    hints = _hints(name)
    return bool(hints) and hints[side].search(text) is not None


def _without_renderings(text: str, pair: Pair, span: Span) -> str:
    """Return English ``text`` without what renders words of the source but the one at ``span``: that hints at nothing.

    "Without the votes it would have failed" has a word of its own for what failed.
    """
    entries = lexicon(pair.theirs.language)
    if entries is None:
        return text
    others = [entries.renderings(word.stem) for word in pair.theirs.stemmed if not word.span.overlaps(span)]
    told = frozenset().union(*others)
    return _WORD.sub(lambda word: " " if english_stem(word[0].lower()) in told else word[0], text)


def _has_no_other_answer(pair: Pair, found: Reversal) -> bool:
    """Tell whether no word of the source but the one turned round is rendered by the translation's."""
    entries = lexicon(pair.theirs.language)
    if entries is None:
        return True
    sought = {word.stem for word in english_words(found.ours.of(pair.ours.text))}
    others = (word for word in pair.theirs.stemmed if not word.span.overlaps(found.theirs))
    return not any(sought & entries.renderings(word.stem) for word in others)


@dataclass(frozen=True, slots=True)
class _Governing:
    """A word of one side of two, and what it governs: the value of a number, a day or month, the stems beside it."""

    side: int
    span: Span
    numbers: frozenset[object]
    days: frozenset[object]
    stems: tuple[str, ...]

    def governs_as(self, other: _Governing, entries: Lexicon | None) -> bool:
        """Tell whether the two, of the source and of the translation, govern the same."""
        if self.numbers and other.numbers:
            return bool(self.numbers & other.numbers)
        if self.days & other.days:
            return True
        return any(may_render(entries, ours, theirs) for theirs in self.stems for ours in other.stems)


def _governing_turned(pair: Pair, name: str) -> Iterator[Reversal]:
    """Yield the words that govern in the translation what their opposites govern in the source."""
    entries = lexicon(pair.theirs.language)
    ours, theirs = _governing(pair.ours, name), _governing(pair.theirs, name)
    if name == _ORDER and (alone := _alone(pair, name)):
        yield from _prepositions_turned(pair, *alone, entries)
        yield from _openings_turned(pair, alone[0][1], alone[1][1], entries)
    for one in theirs:
        same = [each for each in ours if one.governs_as(each, entries)]
        if not same or any(each.side == one.side for each in same):
            continue
        others = [each for each in theirs if each.side != one.side]
        if any(other.governs_as(each, entries) for each in same for other in others):
            continue
        answering = [each for each in ours if each.side == one.side]
        if any(not any(other.governs_as(each, entries) for other in theirs) for each in answering):
            continue  # it may be the one, and govern what it governs in other words
        span, text = same[0].span, pair.ours.text
        clause = clause_around(text, span)
        rest = f"{text[clause.start : span.start]} {text[span.end : clause.end]}"
        if not _hinted(_without_renderings(rest, pair, one.span), name, one.side):
            yield Reversal(one.span, span)


def _alone(pair: Pair, name: str) -> tuple[tuple[int, Span], tuple[int, Span]] | None:
    """Return the only prepositions of the source and of its translation by side and place, where they are opposites."""
    found = [
        list(_located(side.text, _compiled(side.language, language_of(side.language).opposites.before.get(name, ()))))
        for side in (pair.theirs, pair.ours)
    ]
    if any(len(each) != 1 for each in found):
        return None
    [theirs], [ours] = found
    return None if theirs[0] == ours[0] else (theirs, ours)


def _prepositions_turned(
    pair: Pair, theirs: tuple[int, Span], ours: tuple[int, Span], entries: Lexicon | None
) -> Iterator[Reversal]:
    """Yield the only prepositions of a pair, opposites, where the same words stand before: “called his sister after”.

    What it governs is unknown, and no number or day: “ruled after they had met” governs what the source has elsewhere.
    """
    there, here = _governs(pair.theirs, *theirs, behind=False), _governs(pair.ours, *ours, behind=False)
    governed = _governs(pair.ours, *ours, behind=True)
    known = governed.numbers or governed.days or pair.theirs.rendered.intersection(governed.stems)
    if there.stems and there.governs_as(here, entries) and not known:
        yield Reversal(there.span, here.span)


def _openings_turned(pair: Pair, theirs: Span, ours: Span, entries: Lexicon | None) -> Iterator[Reversal]:
    """Yield the preposition with which a translation opens where the source opens with its opposite: “After moving”.

    Neither has another one, and what it governs is nothing that the source has behind its first clause: either may be
    told first (“after heading the branch, he moved” for “before he moved, he headed it”).
    """
    clauses = clause_around(pair.theirs.text, theirs), clause_around(pair.ours.text, ours)
    ends = len(pair.theirs.text), len(pair.ours.text)
    if entries is None or theirs.start or ours.start or any(c.end >= end for c, end in zip(clauses, ends, strict=True)):
        return
    behind = [word for word in pair.theirs.stemmed if word.span.start >= clauses[0].end]
    told = frozenset().union(*(entries.renderings(word.stem) for word in behind))
    stems = [{w.stem for w in pair.ours.stemmed if clauses[1].covers(w.span) is inside} for inside in (True, False)]
    if not stems[0] & told and stems[1] & told:
        yield Reversal(theirs, ours)


def _governing(side: Side, name: str) -> list[_Governing]:
    """Return the words that govern others, without those inside a longer one ("not before" is no "before")."""
    told = language_of(side.language).opposites
    found = [
        _governs(side, number, span, behind=behind, closest=name == _COMPARISON)
        for forms, behind in ((told.before, True), (told.behind, False))
        for number, span in _located(side.text, _compiled(side.language, forms.get(name, ())))
    ]
    spans = {each.span for each in found}
    return [each for each in found if not any(span != each.span and span.covers(each.span) for span in spans)]


def _governs(side: Side, number: int, span: Span, *, behind: bool, closest: bool = False) -> _Governing:
    """Return a word with the number, the day or month and the first words that stand behind it, or before it."""
    around = clause_around(side.text, span)
    clause = Span(span.end, around.end) if behind else Span(around.start, span.start)
    onwards = _ONWARDS.search(side.text, span.end, clause.end) if behind and side.language == ENGLISH else None
    if onwards:  # “from 11.3% in May to 11.8% in June”: from May
        clause = Span(span.end, onwards.start())
    near = [word for word in side.stemmed if clause.covers(word.span)]
    count = 1 if closest else _GOVERNED[side.language == ENGLISH]
    near = near[:count] if behind else near[-count:]
    if behind and side.language == ENGLISH:  # “since Tuesday at the court”: not the court
        near = near[:1] + [w for w in near[1:] if not _GOVERNS.search(side.text, near[0].span.end, w.span.start)]
    reach = clause
    if near:  # a number is that of the nearest word: before it, and a numeral may be a word itself
        reach = Span(clause.start, near[0].span.end) if behind else Span(near[0].span.start, clause.end)
    return _Governing(
        number,
        span,
        numbers=frozenset(
            each.values[0] for each in side.numbers if each.firmness is not Firmness.LOOSE and reach.covers(each.span)
        ),
        days=frozenset((word.kind, word.number) for word in side.calendar if reach.covers(word.span)),
        stems=tuple(word.stem for word in near),
    )


def _antonyms_turned(pair: Pair) -> Iterator[Reversal]:
    """Yield words of the translation whose opposite renders a word of the source that nothing else renders."""
    entries = lexicon(pair.theirs.language)
    covered = pair.coverage
    if entries is None or covered is None or not covered.is_followed:
        return
    tokens = [(sentence, token) for sentence in pair.sentences for token in sentence.tokens if token.is_alpha]
    ours = {stem for _, token in tokens for stem in _stems(token.lower_, token.lemma_.lower())}
    writing = language_of(pair.theirs.language).writing
    shortest = _SHORTEST if writing.spaced else 2
    names = writing.capitals is Capitals.NAMES
    words = [
        word
        for word in pair.theirs.stemmed
        if len(word.stem) >= shortest
        and not (names and word.span.start and pair.theirs.text[word.span.start].isupper())
        and (renderings := entries.renderings(word.stem))
        and not ours.intersection(renderings)
        and not _LIGHT.intersection(entries.alone(word.stem))
    ]
    for sentence, token in tokens:
        stems = _stems(token.lower_, token.lemma_.lower())
        opposed = _opposed(token) | _denied_forms(token)
        if not opposed or stems & pair.theirs.rendered or opposed & ours or (token.i and token.text[0].isupper()):
            continue
        if any(t.dep_ == "prt" for t in token.children):
            continue  # “broke out” is no “broke”
        if token.lemma_.lower() in _VAGUE and token.tag_ not in _COMPARED:
            continue
        alike = {word.stem for word in pair.theirs.stemmed if any(may_render(None, stem, word.stem) for stem in stems)}
        start = pair.start_of(sentence) + token.idx
        span = Span(start, start + len(token))
        for word in words:
            if not _is_own_sense(word, token, opposed, pair):
                continue
            if len(entries.renderings(word.stem)) > _FEW and not _in_place(pair, word.span, span):
                continue
            if alike - {word.stem}:
                continue
            found = Reversal(word.span, span)
            hedged = pair.theirs.is_hedged(word.span, _RIGHT_BEFORE) or pair.ours.is_hedged(span, _RIGHT_BEFORE)
            denied = _is_denied_right_before(pair.ours, span) is not _is_denied_right_before(pair.theirs, word.span)
            if hedged or denied or _are_listed_alike(pair, found) or not _is_of_kind(word, token, opposed, pair):
                continue
            yield found
            break


def _is_own_sense(word: Stemmed, token: Token, opposed: frozenset[str], pair: Pair) -> bool:
    """Tell whether opposites of ``token`` are a good share of a source word's senses, or an adjective's first."""
    entries, spoken = lexicon(pair.theirs.language), pair.theirs.language
    assert entries
    renderings = entries.renderings(word.stem)
    if len(renderings & opposed) >= _OWN_SENSE * len(renderings):
        return True
    if token.pos_ != "ADJ" or token.lower_ in _RELATIVE:
        return False
    first = senses(word.span.of(pair.theirs.text), spoken, KINDS[token.pos_])[:_FIRST]
    return any(english_stem(sense) in opposed for sense in first)


def _is_denied_right_before(side: Side, span: Span) -> bool:
    """Tell whether a word right before the one at ``span`` denies it: “had not been drinking” for “was sober”."""
    firm = patterns(side.language).firm
    return firm is not None and firm.search(side.text, max(span.start - _RIGHT_BEFORE, 0), span.start) is not None


def _is_of_kind(word: Stemmed, token: Token, opposed: frozenset[str], pair: Pair) -> bool:
    """Tell whether dictionaries have an opposite of ``token`` for a source word of its kind: a gap is no “open” one."""
    kind = KINDS.get(token.pos_, "")
    its, spoken = word.span.of(pair.theirs.text), pair.theirs.language
    known = senses(its, spoken, kind)
    if not known:
        return not senses(its, spoken)
    return any(english_stem(sense.rpartition(" ")[2].lower()) in opposed for sense in known)


def _are_listed_alike(pair: Pair, found: Reversal) -> bool:
    """Tell whether the language's own opposites have both words on the same side, whatever dictionaries say."""
    for name in language_of(pair.theirs.language).opposites.words:
        sides = zip(_sides(pair.theirs.language, name), _sides(ENGLISH, name), strict=False)
        if any(
            theirs.match(pair.theirs.text, found.theirs.start) and ours.match(pair.ours.text, found.ours.start)
            for theirs, ours in sides
        ):
            return True
    return False


def _opposed(token: Token) -> frozenset[str]:
    """Return the stems of its opposites; a participle before a noun is an adjective ("limited scope")."""
    if token.dep_ == "amod" and token.pos_ == "VERB":
        return antonyms(token.lower_, "ADJ")
    return antonyms(token.lemma_.lower(), token.pos_)


@cache
def _prefixed(word: str) -> frozenset[str]:
    forms = (f"{prefix}{word}" for prefix in _DENYING_PREFIXES)
    return frozenset(english_stem(form) for form in forms if is_english(form) and not form.startswith(_NO_DENIALS))


def _denied_forms(token: Token) -> frozenset[str]:
    """Return the stems of what denies an adjective or a participle by a prefix: "uninhabited" of "inhabited"."""
    return _prefixed(token.lower_) if token.pos_ in {"ADJ", "ADV"} or token.tag_ == "VBN" else frozenset()


def _stems(*words: str) -> frozenset[str]:
    return frozenset(map(english_stem, words))


def _in_place(pair: Pair, theirs: Span, ours: Span) -> bool:
    """Tell whether two words stand at about the same place."""
    there, here = theirs.start / len(pair.theirs.text), ours.start / len(pair.ours.text)
    return abs(there - here) <= _MOVED


def _denials(side: Side, span: Span) -> tuple[int, int]:
    """Return how many other words deny in the clause of the one at ``span``, and how many look as if they did.

    “No reabrirá hasta” is “will stay closed until”, though it only restricts.
    """
    firm, clause = patterns(side.language).firm, clause_around(side.text, span)
    alike = firm.finditer(side.text, clause.start, clause.end) if firm else ()
    return (
        sum(not span.covers(denial) for denial in side.denials_around(span)),
        sum(not span.covers(Span(*match.span())) for match in alike),
    )


def _is_denied_alone(pair: Pair, found: Reversal) -> bool:
    """Tell whether one preposition is denied and the other not: "before" stands for "not before" behind any denial."""
    theirs, ours = _is_denied(pair.theirs, found.theirs), _is_denied(pair.ours, found.ours)
    clause = clause_around(pair.ours.text, found.ours)
    if pair.theirs.denials_around(found.theirs) and _UNDONE.search(pair.ours.text, clause.start, clause.end):
        return True  # all remained unresolved, none was resolved
    if found.ours.of(pair.ours.text).lower() == "without" and _denials(pair.theirs, found.theirs)[1]:
        return True  # “no podrá contar hasta agosto con”
    return theirs != ours or (_holds_denial(pair.theirs, found.theirs) and bool(pair.ours.denials_around(found.ours)))


def _is_denied(side: Side, span: Span) -> bool:
    """Tell whether a word before the preposition at ``span``, in its clause, denies it ("not open before May")."""
    return any(denial.end <= span.start for denial in side.denials_around(span))


def _holds_denial(side: Side, span: Span) -> bool:
    return any(span.overlaps(denial) for denial in side.denials_around(span))


def _located(text: str, forms: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, Span]]:
    """Yield where ``text`` has words of each side, whose number is the place of its form."""
    for number, form in enumerate(forms):
        yield from ((number, Span(*match.span())) for match in form.finditer(text))


def _sides(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return _compiled(language, language_of(language).opposites.words.get(name, ()))


@cache
def _compiled(language: str, forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    spaced = language_of(language).writing.spaced
    edges = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
    return tuple(re.compile(f"{edges[0]}(?:{form}){edges[1]}", re.IGNORECASE) for form in forms)


@cache
def _hints(name: str) -> tuple[re.Pattern[str], ...]:
    hints = language_of(ENGLISH).opposites.hints.get(name, ())
    return tuple(re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for form in hints)
