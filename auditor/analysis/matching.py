"""Patterns over parsed text: the one door to spaCy's Matcher and DependencyMatcher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.analysis.language import language

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Token

    from auditor.analysis.story import Sentence

TokenPattern = Sequence[Mapping[str, Any]]
"""A spaCy token pattern (spacy.io/usage/rule-based-matching) or dependency pattern, as plain data."""

_WORDS = ("LOWER", "TEXT", "ORTH", "LEMMA")
"""Attributes of a token in which a pattern says its words."""

_NEEDED = ("1", "+")
"""Operators under which a sentence needs such a token."""


_RUN = 12
"""Tokens that an operator without an end ("+", "*") takes at most: the work grows with the cube of their number."""

_BOUNDED = {"+": f"{{1,{_RUN}}}", "*": f"{{0,{_RUN}}}"}


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """Where the pattern called ``key`` matched: its tokens in text order, by name in ``parts``.

    Parts of a token pattern are named for the pattern's index ("0", "1"), those of a dependency pattern
    for their ``RIGHT_ID``.
    """

    key: str
    tokens: tuple[Token, ...]
    parts: Mapping[str, tuple[Token, ...]]


class TokenPatterns:
    """Many token patterns, each under its key, in the order in which their matches come."""

    def __init__(self, patterns: Mapping[str, TokenPattern]) -> None:
        from spacy.matcher import Matcher

        self._each: list[tuple[str, _Words, Matcher]] = []
        for key, pattern in patterns.items():
            matcher = Matcher(language().vocab, validate=False)
            matcher.add(key, [[_bounded(token) for token in pattern]], greedy="LONGEST")
            self._each.append((key, _Words(pattern), matcher))

    def matches(self, sentence: Sentence) -> Iterator[TokenMatch]:
        """Yield the longest matches of each pattern in ``sentence``."""
        doc = sentence.doc
        for key, words, matcher in self._each:
            if not words.may_be_in(sentence):
                continue
            found: list[Any] = matcher(doc, with_alignments=True)
            for _, start, end, alignment in found:
                tokens = tuple(doc[start:end])
                parts: dict[str, tuple[Token, ...]] = {}
                for token, index in zip(tokens, alignment, strict=True):
                    parts[str(index)] = (*parts.get(str(index), ()), token)
                yield TokenMatch(key, tokens, parts)


def _bounded(token: Mapping[str, Any]) -> dict[str, Any]:
    given = dict(token)
    return given | {"OP": _BOUNDED[given["OP"]]} if given.get("OP") in _BOUNDED else given


class DependencyPatterns:
    """Many dependency patterns, each under its key, in the order in which their matches come."""

    def __init__(self, patterns: Mapping[str, TokenPattern]) -> None:
        from spacy.matcher import DependencyMatcher

        self._each: list[tuple[str, tuple[str, ...], _Words, DependencyMatcher]] = []
        for key, pattern in patterns.items():
            matcher = DependencyMatcher(language().vocab, validate=False)
            matcher.add(key, [[dict(node) for node in pattern]])
            names = tuple(str(node["RIGHT_ID"]) for node in pattern)
            self._each.append((key, names, _Words(node["RIGHT_ATTRS"] for node in pattern), matcher))

    def matches(self, sentence: Sentence) -> Iterator[TokenMatch]:
        """Yield the matches of each pattern in ``sentence``."""
        doc = sentence.doc
        for key, names, words, matcher in self._each:
            for _, indexes in matcher(doc) if words.may_be_in(sentence) else ():
                parts = {name: (doc[index],) for name, index in zip(names, indexes, strict=True)}
                yield TokenMatch(key, tuple(doc[index] for index in sorted(set(indexes))), parts)


class _Words:
    """The words that a sentence needs before a pattern of these ``tokens`` is worth trying on it.

    A matcher goes through the states of its patterns at every token; of the house's few dozen patterns hardly one has
    its words in a given sentence, so that asking for these first saves most of the work.
    """

    def __init__(self, tokens: Iterable[Mapping[str, Any]]) -> None:
        self._kinds = [words for token in tokens for words in _needed(token)]

    def may_be_in(self, sentence: Sentence) -> bool:
        """Tell whether ``sentence`` has a word of each kind."""
        return not any(words.isdisjoint(sentence.forms) for words in self._kinds)


def _needed(token: Mapping[str, Any]) -> Iterator[frozenset[str]]:
    """Yield the words of which a ``token`` of a pattern must be one, for each of its attributes that lists them."""
    if token.get("OP", "1") not in _NEEDED:
        return
    for attribute in _WORDS:
        match token.get(attribute):
            case str(word):
                yield frozenset({word})
            case {"IN": words}:
                yield frozenset(words)


def pattern_fault(pattern: TokenPattern, *, dependency: bool = False) -> str | None:
    """Return what spaCy finds wrong with ``pattern``, in one line, or None where it is sound."""
    from spacy.errors import MatchPatternError
    from spacy.matcher import DependencyMatcher, Matcher

    matcher = (DependencyMatcher if dependency else Matcher)(language().vocab, validate=True)
    try:
        matcher.add("probe", [[dict(token) for token in pattern]])
    except (MatchPatternError, ValueError, KeyError, TypeError) as error:
        return " ".join(str(error).split())
    return None
