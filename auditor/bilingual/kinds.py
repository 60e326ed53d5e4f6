"""English words for things of one kind, as WordNet has them: a lynx is an animal, and no wolf."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import Stemmed, english_stem, lexicon, senses
from auditor.bilingual.lengths import is_close
from auditor.bilingual.pairs import Pair
from auditor.languages import Capitals
from auditor.languages import language as language_of

if TYPE_CHECKING:
    from auditor.analysis import Token

_PARTS = {"noun": "NOUN", "verb": "VERB"}
"""The universal part of speech by the first word of a root."""

_MOVING = "verb.travel"
"""The root of ways to move, whose kinds are told apart by their manner alone: walk, swim, fly."""

_USUAL = 2
"""Senses of a word that dictionaries have first, one of which it usually has."""

_SHARE = 0.2
"""Share of a word's renderings that name kinds of a root, where it is a word for one."""

_FEW = 8
"""Renderings of a word whose senses are in no order, of which one may be the usual one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A ``word`` for one kind of a ``root``, by its own sense and those above it."""

    word: str
    root: str
    own: str
    above: frozenset[str]

    def may_be(self, other: Kind) -> bool:
        """Tell whether one of two is the other, or a kind of it; of ways to move, whether they are of one manner."""
        if self.root == other.root == _MOVING:
            return bool(self.above & other.above)
        return self.own in {other.own, *other.above} or other.own in self.above


@dataclass(frozen=True, slots=True)
class Stranger:
    """An English word, the word of the source in whose place it stands, and what that means."""

    ours: Token
    theirs: Stemmed
    meant: str


def strangers(pair: Pair) -> Iterator[Stranger]:
    """Yield the only word of a kind that renders nothing of the source, where the only other of that kind is lost."""
    covered = pair.coverage
    if covered is None or not covered.is_translation or not is_close(pair):
        return
    unfounded = {word.stem for word in covered.unfounded}
    tokens = [token for sentence in pair.sentences for token in sentence.tokens if token.text.islower()]
    free = (token for token in tokens if unfounded & {english_stem(token.lower_), english_stem(token.lemma_.lower())})
    ours = [(token, kinds) for token in free if (kinds := _kinds(token))]
    lost = [(word, *usual) for word in covered.lost if (usual := _meant(word, pair))] if ours else []
    for word, sense, meant in lost:
        roots = {kind.root for kind in meant}
        same = [(token, kinds) for token, kinds in ours if _roots(kinds) & roots]
        rivals = [other for other, _, them in lost if _roots(them) & roots]
        if len(rivals) != 1 or len({token.lemma_ for token, _ in same}) != 1:
            continue
        token, kinds = same[0]
        if not any(mine.may_be(other) for mine in kinds for other in meant):
            yield Stranger(token, word, sense)


def _roots(kinds: Sequence[Kind]) -> set[str]:
    return {kind.root for kind in kinds}


def _kinds(token: Token) -> tuple[Kind, ...]:
    """Return the kinds that an English word names as the part of speech that it is."""
    found = _table().get(english_stem(token.lemma_.lower()), ())
    kinds = tuple(kind for kind in found if token.pos_ == _PARTS[kind.root.partition(".")[0]])
    return () if kinds and _is_named_otherwise(token) else kinds


def _is_named_otherwise(token: Token) -> bool:
    """Tell whether a word and one beside it name something else: “white elephant”, “snail's pace”."""
    here, names = token.lemma_.lower(), _names()
    before, behind = (token.doc[max(token.i - 1, 0) : token.i], token.doc[token.i + 1 : token.i + 3])
    return (
        any(f"{t.lemma_.lower()} {here}" in names for t in before)
        or any(f"{here} {t.lemma_.lower()}" in names for t in behind[:1])
        or (behind.text.startswith("'s ") and f"{here}'s {behind[-1].lemma_.lower()}" in names)
    )


def _meant(word: Stemmed, pair: Pair) -> tuple[str, tuple[Kind, ...]] | None:
    """Return what a word of the source usually means, and the kinds that it may; None where it usually names none."""
    spoken = pair.theirs.language
    text, entries = word.span.of(pair.theirs.text), lexicon(spoken)
    if entries is None or (text[0].isupper() and word.span.start and _names_have_capitals(spoken)):
        return None
    around = pair.theirs.text[max(word.span.start - 1, 0)], pair.theirs.text[word.span.end : word.span.end + 1]
    if "-" in around:
        return None  # “chauve-souris” is no mouse
    stems = entries.renderings(word.stem)
    usual = {sense: english_stem(sense) for sense in senses(text, spoken)[:_USUAL]}
    if not entries.spelt and len(stems) <= _FEW:
        usual = {_table()[stem][0].word: stem for stem in sorted(stems) if stem in _table()}
    sense = next((sense for sense, stem in usual.items() if stem in _table()), None)
    if sense is None:
        return None
    roots = _roots(_table()[usual[sense]])
    if len(text) == 1:
        roots &= {_MOVING}  # 鸡 may be any bird in an idiom
    if sum(bool(_roots(_table().get(stem, ())) & roots) for stem in stems) < _SHARE * len(stems):
        return None
    return sense, tuple(kind for stem in stems for kind in _table().get(stem, ()) if kind.root in roots)


def _names_have_capitals(spoken: str) -> bool:
    return language_of(spoken).writing.capitals is Capitals.NAMES


@cache
def _lines() -> tuple[str, ...]:
    packed = (resources.files("auditor.bilingual") / "kinds.txt.xz").read_bytes()
    return tuple(lzma.decompress(packed).decode("ascii").splitlines())


@cache
def _names() -> frozenset[str]:
    """Return the pairs of words that name something else than the one of them that is a kind."""
    return frozenset(line[2:] for line in _lines() if line.startswith("- "))


@cache
def _table() -> Mapping[str, tuple[Kind, ...]]:
    found: dict[str, tuple[Kind, ...]] = {}
    for line in _lines():
        if line.startswith("- "):
            continue
        root, word, own, *above = line.split(" ")
        stem = english_stem(word)
        found[stem] = (*found.get(stem, ()), Kind(word, root, own, frozenset(above)))
    return found
