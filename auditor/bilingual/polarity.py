"""Which denials of a sentence the other side does not have, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from auditor.alignment.lexicon import Lexicon, Stemmed, english_stem, lexicon, may_render, senses, stem
from auditor.analysis.vocabulary import is_english
from auditor.bilingual.antonyms import antonyms
from auditor.bilingual.derived import tells_complement
from auditor.bilingual.lengths import is_close
from auditor.bilingual.negations import Doubt, negations, patterns
from auditor.bilingual.opposites import one_side
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import cognate

if TYPE_CHECKING:
    from auditor.analysis import Token

_BOUNDS = r"[.,;:!?()«»\"“”„–—…。，；：！？、「」،؛]|(?<=\s)-(?=\s)"
_LITERAL = 0.65
"""Share of the source's words that the target renders from which it follows them: a freer one tells a denial by its
opposite ("stay the same" for "not change")."""

_CLAUSE = 2
_NEARLY = 0.9
"""How many known words and numbers a clause has at least, and the share of them that the target has, where it is
followed to the word."""

_SHORT = 6
"""Words of a sentence of which one that the lexicon lacks counts for too much to call it a free translation."""

_EXCLUSION = "open"
"""The denials that leave something open, by saying that it is not ruled out: told so in whatever words."""

_DERIVED = 4
"""Letters of the shortest stem that others are taken to be derived from."""

_HARDLY = frozenset(
    map(english_stem, ("hardly", "barely", "scarcely", "rarely", "seldom", "little", "few", "no", "go", "carry"))
)
"""What stands for a denial, or for it and the word denied ("go on" for "not stop"), though dictionaries have it for a
word that denies.
"""

_PARTS = ("ADJ", "ADV", "VERB", "NOUN")
"""The parts of speech whose words have opposites."""

_USUAL = 2
"""Senses of a word that dictionaries have first."""

_PHRASE = 40
"""Code points in which the longest rendering stands that denies."""

_PREFIXED = re.compile(r"(un|in|im|il|ir|dis|non|mis|anti)-?([a-z]{3,})")
_PRODUCTIVE = frozenset({"un", "non", "mis", "anti"})
"""Prefixes that deny whatever word they stand before; of others WordNet must know the pair, or an adjective follows."""

_PREFIX = (2, 3)
"""Letters of a prefix by which a word of another language denies."""

_SHORT_BASES = frozenset({"fit", "fed", "met", "led", "wed"})
"""The bases of short words that such a prefix denies, for “unit” and “union” are none."""

_DISLIKED = frozenset(map(english_stem, ("like", "agree", "approve", "please", "trust", "obey", "believe", "allow")))
"""Verbs too general to have opposites in the table, which “dis” denies."""

_WITHOUT = re.compile(r"([a-z]{3,})less(?:ly)?")
_ADJECTIVE = re.compile(r"(?!valuab)\w{3,}(?:[ai]ble|[ae]nt|ate|ete|al|ive|ous|ic|ar|ite|ful)(?:ly)?")
"""An English adjective, as its ending shows, or the adverb that is made of it."""

_CONTINUES = re.compile(r"(?:continu|still\b)", re.IGNORECASE)
"""English for the opposite of "no longer"."""

_ANY = re.compile(r"(?:any|ever)", re.IGNORECASE)
"""What a denial before it asks for: “no longer any doubt”."""

_LESS = re.compile(r"(?:less|fewer|few|little|low)\b", re.IGNORECASE)

_ASKS = re.compile(r"[?？؟][\s\"”»’')]*$")
_GERUND = re.compile(r"(?:without|against) (?:\w+ )?\w+ing\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_HEADS = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "acl", "csubj", "pcomp"}
_CONTENT = {"VERB", "ADJ", "NOUN", "ADV", "PROPN"}
_FINITE = {"VBD", "VBZ", "VBP"}
_DENYING = {"neg", "advmod", "nsubj", "nsubjpass", "dobj"}
_LIGHT = frozenset({"make", "go", "get", "want", "think", "know", "feel", "seem", "take", "give", "come", "work"})
"""Verbs that say too little to tell which word of the source they answer."""


class Added(NamedTuple):
    """A denial of the target, by its place in ``ours``, and the ``word`` that it denies, where one can be told."""

    denial: re.Match[str]
    word: Token | None


def added(pair: Pair) -> Iterator[Added]:
    """Yield the denials of the target of words that a clause of the source affirms.

    Nothing where the source denies as often, in whatever words, or beside it, nor where its language has no lexicon.
    A denial for what the source only restricts ("ne … que") is one whatever it denies.
    """
    elsewhere = _elsewhere(pair.theirs, pair.theirs_around, pair.ours, pair.ours_around)
    if _ASKS.search(pair.theirs.text) and _ASKS.search(pair.ours.text):
        return  # “No visa needed?” asks what “Is a visa needed?” asks
    if len(pair.ours.negations) - len(pair.theirs.negations) <= elsewhere or tells_complement(pair.ours, pair.theirs):
        return
    if _restricts_alone(pair):
        denial = pair.ours.negations[0]
        if not _is_affirmed(pair.ours, denial, pair.theirs):
            yield Added(denial, next(_denied(pair, denial), None))
        return
    words = _Words.of(pair)
    if words is None or len(pair.ours.negations) - _denials(pair.theirs, words.renders) <= elsewhere:
        return
    for denial in pair.ours.negations:
        if _affirms(pair.ours, denial) or _is_restriction(pair, denial) or _is_affirmed(pair.ours, denial, pair.theirs):
            continue
        for denied in _denied(pair, denial):
            answers = words.answered_by(denied)
            if answers:
                if not any(
                    words.is_denied(answer, answers) or words.is_denied_within(answer, denied) for answer in answers
                ):
                    yield Added(denial, denied)
                break


def is_literal(pair: Pair) -> bool:
    """Tell whether the target follows the source closely enough to deny what it denies, in as many words."""
    short = len(pair.theirs.stemmed) <= _SHORT
    return short or pair.coverage is None or pair.coverage.share >= _LITERAL


class Lost(NamedTuple):
    """A denial of the source, by its place in ``theirs``; ``sure`` where the target renders the very word denied."""

    denial: re.Match[str]
    sure: bool


def lost(pair: Pair) -> Iterator[Lost]:
    """Yield the denials of the source that the target has in no clause in which it renders what they deny.

    Nothing where the target denies as often, in whatever words, or beside it, nor where it was left untranslated in
    another script. Where no word of the clause can be followed, the whole sentences are compared, and nothing in the
    target may stand for a denial; where the language has no lexicon at all, that is as sure as can be.
    """
    elsewhere = _elsewhere(pair.ours, pair.ours_around, pair.theirs, pair.theirs_around)
    clauses = {denial: _clause_of(pair.theirs, denial) for denial in pair.theirs.negations}
    denied = len(set(clauses.values()))  # “No … nadie” denies once
    if denied - len(pair.ours.negations) <= elsewhere or not _LATIN.search(pair.ours.text):
        return
    if tells_complement(pair.ours, pair.theirs):
        return
    if _ASKS.search(pair.theirs.text) and _ASKS.search(pair.ours.text):
        return  # “Won't he come?” asks what “Will he come?” asks
    words = _Words.of(pair)
    kept = next((denial for denial in clauses if _is_kept(pair, words, denial)), None)
    if kept is not None:
        yield Lost(kept, sure=True)
        return
    literal = is_literal(pair)
    if words is None and pair.coverage is not None and not (literal or pair.coverage.is_translation):
        return  # too free to be followed
    gone = {
        denial: not _is_affirmed(pair.theirs, denial, pair.ours) and _is_lost(pair, words, denial, denied)
        for denial in clauses
    }
    for denial, is_gone in gone.items():
        # “ничего не получилось”: a clause denies once
        if is_gone and all(gone[other] for other in gone if clauses[denial].covers(Span(*other.span()))):
            exact = words is None or words.renders_denied(denial)
            close = literal or (words is not None and (words.follows(denial) or words.tells_deed(denial)))
            yield Lost(denial, (close and exact) or (words is not None and words.denies_itself(denial)))


def _clause_of(side: Side, denial: re.Match[str]) -> Span:
    """Return the clause in which a denial of a side stands."""
    return _clause(side.text, Span(*denial.span()), side.language)


def _is_affirmed(side: Side, denial: re.Match[str], other: Side) -> bool:
    """Tell whether the ``other`` text affirms what ``denial`` of a side says: "may" for "does not rule out"."""
    place, affirmed = Span(*denial.span()), patterns(other.language).affirmed
    return any(
        name in affirmed
        and affirmed[name].search(other.text)
        and any(place.overlaps(Span(*found.span())) for found in form.finditer(side.text))
        for name, form in patterns(side.language).denied.items()
    )


def _is_kept(pair: Pair, words: _Words | None, denial: re.Match[str]) -> bool:
    """Tell whether the target, which denies nothing, says what ``denial`` denies: “ruled out” for “did not rule out”.

    What denies by its first letters must render a word of that: “impossible” for “not impossible”.
    """
    if pair.ours.negations:
        return False
    place, kept = Span(*denial.span()), patterns(ENGLISH).kept
    for name, form in patterns(pair.theirs.language).denied.items():
        found = [Span(*match.span()) for match in form.finditer(pair.theirs.text)] if name in kept else []
        inside = [span for span in found if place.overlaps(span)]
        for answer in kept[name].finditer(pair.ours.text) if inside else ():
            denied = [word for word in pair.theirs.stemmed if inside[0].overlaps(word.span)]
            if name == _EXCLUSION or (words is not None and words.is_rendered_at(answer, denied)):
                return True
    return False


def _is_lost(pair: Pair, words: _Words | None, denial: re.Match[str], denied: int) -> bool:
    """Tell whether the target lacks a denial of the source, of which so many clauses are ``denied``."""
    rendered = words.rendering(denial) if words is not None else []
    if rendered is None or (words is not None and words.tells_opposite(denial)):
        return False
    if words is None or not rendered:
        alone = words is None and len(pair.sentences) == len(pair.link.other) == 1
        return pair.ours.doubt is Doubt.NONE and not pair.ours_around.negations and (is_close(pair) or alone)
    if denied <= _denials(pair.ours, partial(words.is_other, denial=denial)):
        return False
    denying = words.denying(denial)
    return not any(words.has_beside(token, denying) for token in rendered)


def _affirms(side: Side, denial: re.Match[str]) -> bool:
    """Tell whether a clause denies twice, which affirms: "I can't remember a time when I didn't dream of it"."""
    clause = _clause(side.text, Span(*denial.span()), side.language)
    return sum(clause.start <= each.start() < clause.end for each in side.negations) > 1


def _elsewhere(side: Side, around: Side, other: Side, other_around: Side) -> int:
    """Return how many denials stand beside ``side`` that nothing beside the ``other`` accounts for: moved there."""
    beside = len(around.negations) - len(side.negations)
    return max(beside - (_denials(other_around) - _denials(other)), 0)


def _restricts_alone(pair: Pair) -> bool:
    """Tell whether the source restricts ("only", "ne … que"), and the translation denies instead, in no way else."""
    theirs, ours = patterns(pair.theirs.language), patterns(ENGLISH)
    if theirs.restricting is None or pair.theirs.negations or not theirs.restricting.search(pair.theirs.text):
        return False
    rest = theirs.restricting.sub(" ", pair.theirs.text)
    others = (theirs.loose, rest), (ours.loose, pair.ours.text), (ours.restricting, pair.ours.text)
    return not any(pattern is not None and pattern.search(text) for pattern, text in others)


def is_restricted(side: Side) -> bool:
    """Tell whether a text has a word that restricts: "only", "erst", "ne … que"."""
    restricting = patterns(side.language).restricting
    return restricting is not None and restricting.search(side.text) is not None


def _is_restriction(pair: Pair, denial: re.Match[str]) -> bool:
    """Tell whether a denial of the target is part of what restricts, as the source does: “will not … for ten days”."""
    ours = patterns(ENGLISH).restricting
    if ours is None or not is_restricted(pair.theirs):
        return False
    return any(found.start() <= denial.start() < found.end() for found in ours.finditer(pair.ours.text))


def _denials(side: Side, is_other: Callable[[re.Match[str]], bool] = lambda _: False) -> int:
    """Return how many words of a side deny or may stand for a denial, without those that ``is_other`` accounts for."""
    known = patterns(side.language)
    firm = list(known.firm.finditer(side.text)) if known.firm else []
    loose = known.loose.finditer(side.text) if known.loose else ()
    return len(firm) + sum(not _within(match, firm) and not is_other(match) for match in loose)


def _within(match: re.Match[str], others: Collection[re.Match[str]]) -> bool:
    return any(other.start() <= match.start() < other.end() for other in others)


def _denied(pair: Pair, denial: re.Match[str]) -> Iterator[Token]:
    """Yield the words that a denial of the target denies, the likeliest first; none where it stands in a title."""
    for sentence in pair.sentences:
        start = pair.start_of(sentence)
        for token in sentence.tokens:
            if not start + token.idx < denial.end() <= start + token.idx + len(token):
                continue
            head = token.head
            if any(
                each.i and each.text[0].isupper() for each in (token, *sentence.tokens[max(token.i - 1, 0) : token.i])
            ):
                return
            if token.dep_ == "det" and head.pos_ == "NOUN":
                yield head
                if head.dep_ in {"dobj", "nsubj", "nsubjpass"}:
                    yield head.head
            elif token.dep_ in {"neg", "advmod"} and head.pos_ == "AUX":
                yield from (child for child in head.children if child.dep_ in {"attr", "acomp"})
            elif token.dep_ in _DENYING and head.pos_ == "VERB" and head.lemma_ not in _LIGHT:
                yield head
                yield from (child for child in head.children if child.dep_ in {"acomp", "oprd", "ccomp"})


class _Words(NamedTuple):
    """The words of a pair that the lexicon knows, by which one side is followed to the other.

    ``loose`` are the words of the target that may stand for a denial.
    """

    pair: Pair
    entries: Lexicon
    theirs: tuple[Stemmed, ...]
    ours: frozenset[str]
    denials: frozenset[str]
    loose: tuple[re.Match[str], ...]

    @classmethod
    def of(cls, pair: Pair) -> _Words | None:
        """Return them; None where the language has no lexicon, or the sentences have too little in common."""
        entries = lexicon(pair.theirs.language)
        if entries is None or pair.coverage is None or not pair.coverage.is_translation:
            return None
        tokens = (token for sentence in pair.sentences for token in sentence.tokens if token.is_alpha)
        ours = frozenset(english_stem(token.lower_) for token in tokens)
        denials = frozenset(english_stem(denial.group().lower()) for denial in pair.ours.negations)
        known = patterns(ENGLISH).loose
        loose = tuple(known.finditer(pair.ours.text)) if known else ()
        return cls(pair, entries, pair.theirs.stemmed, ours, denials, loose)

    def renders(self, match: re.Match[str]) -> bool:
        """Tell whether the word of the source at ``match`` has a rendering in the target, and no denial."""
        word = self._at(match)
        return word is not None and bool(self._renderings(word))

    def _renders_any(self, match: re.Match[str], words: Iterable[Stemmed]) -> bool:
        """Tell whether the word of the target at ``match`` is among the renderings of any of ``words``."""
        stem = self._stem_at(match)
        return any(stem in self.entries.renderings(word.stem) for word in words)

    def is_rendered_at(self, match: re.Match[str], words: Iterable[Stemmed]) -> bool:
        """Tell whether the word of the target at ``match`` renders any of ``words``, or looks like it."""
        stem, words = self._stem_at(match), tuple(words)
        return self._renders_any(match, words) or any(cognate(word.stem, stem) for word in words)

    def _stem_at(self, match: re.Match[str]) -> str:
        """Return the stem of the word of the target that begins at ``match``; nothing where none does."""
        return english_stem(self._word_at(match))

    def _word_at(self, match: re.Match[str]) -> str:
        """Return the word of the target that begins at ``match``, in lower case; nothing where none does."""
        found = _WORD.match(self.pair.ours.text, match.start())
        return found.group().lower() if found else ""

    def answered_by(self, token: Token) -> list[Stemmed]:
        """Return the words of the source that ``token`` may render."""
        stem = english_stem(token.lower_)
        return [word for word in self.theirs if cognate(word.stem, stem) or stem in self._renderings(word)]

    def is_denied(self, word: Stemmed, answers: list[Stemmed]) -> bool:
        """Tell whether anything in the clause of a word of the source denies, or may stand for a denial.

        None of the ``answers`` of a word of the target does: "did not rule it out" denies what rules it out.
        """
        known, text = patterns(self.pair.theirs.language), self.pair.theirs.text
        clause = _clause(text, word.span, self.pair.theirs.language)
        if known.firm and known.firm.search(text, clause.start, clause.end):
            return True
        loose = known.loose.finditer(text, clause.start, clause.end) if known.loose else ()
        if any(not any(answer.span.overlaps(Span(*match.span())) for answer in answers) for match in loose):
            return True
        hints = known.hints.finditer(text, clause.start, clause.end) if known.hints else ()
        return any(not self.renders(hint) for hint in hints)

    def is_denied_within(self, word: Stemmed, denied: Token) -> bool:
        """Tell whether a word of the source denies by a part of it what the rest and ``denied`` say: «нелёгкая»."""
        loose, spoken = patterns(self.pair.theirs.language).loose, self.pair.theirs.language
        text, sought = word.span.of(self.pair.theirs.text), english_stem(denied.lower_)
        rests = {text.replace(match.group(), "", 1) for match in loose.finditer(text)} if loose else set()
        rests |= {text[letters:] for letters in _PREFIX} if "" in rests else set()
        return any(sought in self.entries.renderings(stem(rest, spoken)) for rest in rests if rest)

    def rendering(self, denial: re.Match[str]) -> list[Token] | None:
        """Return the words of the target that render those beside a denial of the source; None where it denies twice.

        A denial of what denies ("no cabe duda") may be told without either, but not with the latter alone.
        """
        text, known = self.pair.theirs.text, patterns(self.pair.theirs.language)
        clause = _clause(text, Span(*denial.span()), self.pair.theirs.language)
        loose = known.loose.finditer(text, clause.start, clause.end) if known.loose else ()
        denying = [m for m in loose if not _within(m, self.pair.theirs.negations) and not self.renders(m)]
        if denying and all(self._renders_any(match, self._outside(clause)) for match in self.loose):
            return None
        inside = [word for word in self.theirs if clause.start <= word.span.start < clause.end]
        tokens = (token for sentence in self.pair.sentences for token in sentence.tokens if token.pos_ in _CONTENT)
        told = (t for t in tokens if t.lemma_ not in _LIGHT or t.pos_ == "NOUN")
        return [t for t in told if any(self._answers(word, english_stem(t.lower_)) for word in inside)]

    def renders_denied(self, denial: re.Match[str]) -> bool:
        """Tell whether the target renders what a denial of the source denies.

        A freer translation has another word for both: “felt ill” for “did not feel well”. Nobody knows where the
        lexicon lacks the word, which is taken for a yes.
        """
        known = frozenset().union(*(self.entries.renderings(word.stem) for word in self._denied_by(denial)))
        return not known or any(_related(stem, other) for stem in self.ours for other in known)

    def follows(self, denial: re.Match[str]) -> bool:
        """Tell whether the target renders nearly all that the clause of a denial of the source says."""
        place = Span(*denial.span())
        clause = _clause(self.pair.theirs.text, place, self.pair.theirs.language)
        inside = [word for word in self.theirs if clause.covers(word.span) and not word.span.overlaps(place)]
        known = [word for word in inside if self.entries.renderings(word.stem)]
        told = [word for word in known if any(self._answers(word, stem) for stem in self.ours)]
        numbers = [number.values[0] for number in self.pair.theirs.numbers if clause.covers(number.span)]
        same = set(numbers) & {number.values[0] for number in self.pair.ours.numbers}
        return len(known) + len(numbers) >= _CLAUSE and len(told) + len(same) >= _NEARLY * (len(known) + len(numbers))

    def tells_deed(self, denial: re.Match[str]) -> bool:
        """Tell whether a clause of a translation that is not all too free has for its verb the one denied.

        So has what somebody intends to do, and what there is: “intends to close”, “there is a danger”.
        """
        if self.pair.coverage is None or not self.pair.coverage.is_followed:
            return False
        denied = self._denied_by(denial)[:1]
        tokens = (token for sentence in self.pair.sentences for token in sentence.tokens)
        finite = [t for t in tokens if t.dep_ in _HEADS and t.tag_ in _FINITE]
        verbs = [t for t in finite if t.lemma_ not in _LIGHT]
        verbs += [t for verb in finite for t in verb.children if t.dep_ == "xcomp" and t.tag_ == "VB"]
        there = [verb for verb in finite if any(t.dep_ == "expl" for t in verb.children)]
        verbs += [t for verb in there for t in verb.children if t.dep_ == "attr"]
        told = [english_stem(verb.lower_) for verb in verbs if not _is_denying_word(verb.lower_)]
        return any(self._answers(word, stem) for stem in told for word in denied)

    def tells_opposite(self, denial: re.Match[str]) -> bool:
        """Tell whether the target has the opposite of what a denial of the source denies: “safe”, “not dangerous”."""
        spoken, text = self.pair.theirs.language, self.pair.theirs.text
        meant = {sense for word in self._denied_by(denial) for sense in senses(word.span.of(text), spoken)[:_USUAL]}
        return any(not self.ours.isdisjoint(antonyms(sense, part)) for sense in meant for part in _PARTS)

    def denies_itself(self, denial: re.Match[str]) -> bool:
        """Tell whether the target has, for what a denial of the source denies, a word that denies: "ruled out"."""
        return any(self._says(match, self._denied_by(denial)) for match in self.loose)

    def is_other(self, match: re.Match[str], denial: re.Match[str]) -> bool:
        """Tell whether a word of the target that may stand for a denial renders something, or is accounted for.

        “Unwilling” does not where the source has “willing”, though dictionaries have it there for both.
        """
        if self._denies_rendering(match):
            return False
        if self._is_less(match) or self._is_prefixed_there(match, denial):
            return True
        return self._renders_any(match, self._beside(denial)) or self.is_accounted_for(match, denial)

    def _is_less(self, match: re.Match[str]) -> bool:
        """Tell whether the word of the target at ``match`` is “less” or the like, as the source has it."""
        less = patterns(self.pair.theirs.language).less
        return _LESS.match(match.group()) is not None and less.search(self.pair.theirs.text) is not None

    def _is_prefixed_there(self, match: re.Match[str], denial: re.Match[str]) -> bool:
        """Tell whether a word with a prefix that denies stands for one of another clause that the lexicon lacks.

        As “impossible” does for «невыполнимым».
        """
        if _PREFIXED.fullmatch(self._word_at(match)) is None:
            return False
        known, text = patterns(self.pair.theirs.language), self.pair.theirs.text
        clause = _clause(text, Span(*denial.span()), self.pair.theirs.language)
        loose = known.loose.finditer(text) if known.loose else ()
        return any(
            not clause.overlaps(Span(*m.span())) and not _within(m, self.pair.theirs.negations) and not self.renders(m)
            for m in loose
        )

    def _outside(self, clause: Span) -> list[Stemmed]:
        """Return the words of the source outside a clause."""
        return [word for word in self.theirs if not clause.covers(word.span)]

    def _beside(self, denial: re.Match[str]) -> list[Stemmed]:
        """Return the words of the source that are no part of ``denial``, as 未能 is: “fail”, say dictionaries."""
        return [word for word in self.theirs if not word.span.overlaps(Span(*denial.span()))]

    def _denies_rendering(self, match: re.Match[str]) -> bool:
        """Tell whether the word of the target at ``match`` has a prefix that denies a rendering of a source word."""
        found = _PREFIXED.fullmatch(self._word_at(match))
        if found is None:
            return False
        base = english_stem(found[2])
        return any(base in self.entries.renderings(word.stem) for word in self.theirs)

    def is_accounted_for(self, match: re.Match[str], denial: re.Match[str]) -> bool:
        """Tell whether a word of the target that may stand for a denial is there for something else than ``denial``.

        For a word of the source, as dictionaries have it or of another clause, for a restriction, or, where it is the
        only such word, for a word denied that denies itself: the inner one of "n'exclut pas".
        """
        if _GERUND.match(self.pair.ours.text, match.start()):
            return False  # “without giving a reason”, “decided against leaving”
        if self._says(match, self._beside(denial)) or self._restricts(match):
            return True
        loose, text = patterns(self.pair.theirs.language).loose, self.pair.theirs.text
        edges = {denial.start(), denial.end()}
        denied = [word for word in self._denied_by(denial) if not edges & {word.span.start, word.span.end}]
        return (
            loose is not None
            and len(self.loose) == 1
            and self._stem_at(match) not in _HARDLY
            and any(loose.match(text, word.span.start, word.span.end) for word in denied)
        )

    def _says(self, match: re.Match[str], words: Iterable[Stemmed]) -> bool:
        """Tell whether the words of the target from ``match`` on are what dictionaries have for any of ``words``."""
        found = _WORD.findall(self.pair.ours.text, match.start(), match.start() + _PHRASE)
        said = tuple(english_stem(word.lower()) for word in found)
        if said and said[0] in _HARDLY:
            return False
        meanings = (phrase for word in words for phrase in self.entries.phrases(word.stem, counted=False))
        return any(said[: len(meaning)] == tuple(map(english_stem, meaning)) for meaning in meanings)

    def _restricts(self, match: re.Match[str]) -> bool:
        """Tell whether a word of the target only restricts, as the source does."""
        ours = patterns(ENGLISH).restricting
        return is_restricted(self.pair.theirs) and ours is not None and ours.fullmatch(match.group()) is not None

    def _denied_by(self, denial: re.Match[str]) -> list[Stemmed]:
        """Return the words that a denial of the source denies: those inside it and the next, else the last."""
        place = Span(*denial.span())
        clause = _clause(self.pair.theirs.text, place, self.pair.theirs.language)
        words = [word for word in self.theirs if clause.covers(word.span)]
        inside = [word for word in words if word.span.overlaps(place)]
        behind = [word for word in words if word.span.start >= place.end]
        compound = behind and _compounds(self.pair.theirs.language).match(self.pair.theirs.text, behind[0].span.start)
        if compound:  # “no habría obligado”
            behind = [word for word in behind if word.span.end >= compound.end()]
        before = [word for word in words if word.span.end <= place.start]
        # Signs that help another stand in front of it: 未予证实, “gave no confirmation”.
        near = 1 if language_of(self.pair.theirs.language).writing.spaced else 2
        return inside + (behind[:near] or ([] if inside else before[-1:]))

    def denying(self, denial: re.Match[str]) -> list[int]:
        """Return where the words of the target begin that may deny what ``denial`` does.

        What renders a word of another clause of the source is none, nor what renders one that is denied and denies
        itself ("did not rule out"), nor what goes on where the source says that it ended.
        """
        known, text = patterns(ENGLISH), self.pair.ours.text
        ended = one_side(self.pair.theirs, "ended")
        is_ended = ended is not None and not ended[0] and ended[1].overlaps(Span(*denial.span()))
        denied = _clause(self.pair.theirs.text, Span(*denial.span()), self.pair.theirs.language)
        outside = self._outside(denied)
        meant = self._denied_by(denial)
        others = [word for word in self.theirs if word not in meant]
        firm = known.firm.finditer(text) if known.firm else ()
        found = [m for m in firm if not self._denies_another(m, denial)]
        found += (
            m
            for m in self.loose
            if not (self._renders_any(m, outside) or self.is_accounted_for(m, denial))
            and not self._is_less(m)
            and not self._is_prefixed_there(m, denial)
        )
        found += (
            hint
            for hint in (known.hints.finditer(text) if known.hints else ())
            if not self._renders_any(hint, others if _is_denying_word(hint.group()) else self.theirs)
            and _may_deny(hint.group(), opens=not hint.start())
            and not (is_ended and _CONTINUES.match(text, hint.start()))
            and not self._is_prefixed_there(hint, denial)
            and not (_ANY.match(text, hint.start()) and known.firm and known.firm.search(text, 0, hint.start()))
        )
        return [match.start() for match in found]

    def _denies_another(self, match: re.Match[str], denial: re.Match[str]) -> bool:
        """Tell whether a denial of the target stands with the words of another denial's clause, not with this one's."""
        own = self._told_with(match, denial)
        clause = _clause_of(self.pair.theirs, denial)
        others = [each for each in self.pair.theirs.negations if not clause.overlaps(Span(*each.span()))]
        return any(self._told_with(match, other) > own for other in others)

    def _told_with(self, match: re.Match[str], denial: re.Match[str]) -> int:
        """Return how many words of the source's clause of ``denial`` the target's clause at ``match`` renders."""
        clause = _clause_of(self.pair.theirs, denial)
        inside = [word for word in self.theirs if clause.covers(word.span)]
        for sentence in self.pair.sentences:
            start = self.pair.start_of(sentence)
            at = next((t for t in sentence.tokens if start + t.idx <= match.start() < start + t.idx + len(t)), None)
            if at is not None:
                told = [t for t in sentence.tokens if t.pos_ in _CONTENT and _head(t).i == _head(at).i]
                return sum(any(self._answers(word, english_stem(t.lower_)) for word in inside) for t in told)
        return 0

    def has_beside(self, token: Token, places: Collection[int]) -> bool:
        """Tell whether any of ``places`` is in the clause of a word of the target, or in that above or below."""
        sentence = self.pair.sentence_of(token)
        start = self.pair.start_of(sentence)
        head = _head(token)
        near = {head.i, _head(head.head).i}
        clause = [t for t in sentence.tokens if _head(t).i in near or _head(_head(t).head).i == head.i]
        return any(start + t.idx <= place < start + t.idx + len(t) for t in clause for place in places)

    def _renderings(self, word: Stemmed) -> frozenset[str]:
        """Return the stems of the renderings of a word that the target has whole, without what denies."""
        return _whole(self.entries, word.stem, self.ours) - self.denials

    def _at(self, match: re.Match[str]) -> Stemmed | None:
        return next((word for word in self.theirs if word.span.start <= match.start() < word.span.end), None)

    def _answers(self, word: Stemmed, stem: str) -> bool:
        return may_render(self.entries, stem, word.stem)


def _whole(entries: Lexicon, word: str, ours: frozenset[str]) -> frozenset[str]:
    """Return the stems of the renderings of ``word`` of which all words are among ``ours``: "rule out", whole."""
    found: set[str] = set()
    for phrase in entries.phrases(word):
        stems = frozenset(map(english_stem, phrase))
        if stems <= ours and not negations(" ".join(phrase), ENGLISH):
            found |= stems
    return frozenset(found)


def _clause(text: str, span: Span, language: str) -> Span:
    """Return the stretch of ``text`` around ``span`` from one mark, or word such as “that”, to the next."""
    bounds = _bounds(language)
    start = max((mark.end() for mark in bounds.finditer(text, 0, span.start)), default=0)
    end = bounds.search(text, span.end)
    return Span(start, end.start() if end else len(text))


@cache
def _bounds(language: str) -> re.Pattern[str]:
    that = language_of(language).attribution.that
    return re.compile(rf"{_BOUNDS}|(?<=\s)(?:{that})" if that else _BOUNDS)


@cache
def _compounds(language: str) -> re.Pattern[str]:
    """Return what finds a compound form of a verb whose own word comes last."""
    return re.compile(language_of(language).rumour.perfect or r"(?!)")


def _may_deny(word: str, *, opens: bool) -> bool:
    """Tell whether an English word that begins like a denial is one ("unable"), and not "unit" or "display"."""
    if word[0].isupper() and not opens:
        return False
    found = _PREFIXED.fullmatch(word.lower())
    if found is None:
        return True
    prefix, rest = found.groups()
    if prefix in _PRODUCTIVE:
        return (len(rest) >= _DERIVED and is_english(rest)) or rest in _SHORT_BASES
    if _is_denying_word(word):
        return True
    stems = (rest, english_stem(rest))
    return any(english_stem(word.lower()) in antonyms(stem, part) for stem in stems for part in _PARTS)


def _is_denying_word(word: str) -> bool:
    """Tell whether an English word is an adjective or its adverb that denies, or denies a verb of taste or belief.

    “Insufficiently”, “priceless”, “disliked”.
    """
    without = _WITHOUT.fullmatch(word.lower())
    if without is not None:
        return is_english(without[1])
    found = _PREFIXED.fullmatch(word.lower())
    if found is not None and found[1] == "dis" and english_stem(found[2]) in _DISLIKED:
        return True
    return found is not None and _ADJECTIVE.fullmatch(found[2]) is not None and is_english(found[2])


def _related(stem: str, other: str) -> bool:
    """Tell whether one of two English stems is the other, or derived from it: "sign" and "signature"."""
    short, long = sorted((stem, other), key=len)
    return short == long or (len(short) >= _DERIVED and long.startswith(short))


def _head(token: Token) -> Token:
    """Return the verb of the clause of ``token``."""
    while token.dep_ not in _HEADS and not (token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}):
        if token.head is token:
            break
        token = token.head
    return token
