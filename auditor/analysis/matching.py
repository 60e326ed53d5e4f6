"""Patterns over parsed text: the one door to spaCy's Matcher and DependencyMatcher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.analysis.language import language

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc, Token

TokenPattern = Sequence[Mapping[str, Any]]
"""A spaCy token pattern (spacy.io/usage/rule-based-matching) or dependency pattern, as plain data."""


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
    """Many token patterns, each under its key, run in one pass over a parse."""

    def __init__(self, patterns: Mapping[str, TokenPattern]) -> None:
        from spacy.matcher import Matcher

        self._matcher: Matcher = Matcher(language().vocab, validate=False)
        for key, pattern in patterns.items():
            self._matcher.add(key, [[dict(token) for token in pattern]], greedy="LONGEST")
        self._keys = {language().vocab.strings[key]: key for key in patterns}

    def matches(self, doc: Doc) -> Iterator[TokenMatch]:
        """Yield the longest matches of each pattern in ``doc``."""
        found: list[Any] = self._matcher(doc, with_alignments=True)
        for match_id, start, end, alignment in found:
            tokens = tuple(doc[start:end])
            parts: dict[str, tuple[Token, ...]] = {}
            for token, index in zip(tokens, alignment, strict=True):
                parts[str(index)] = (*parts.get(str(index), ()), token)
            yield TokenMatch(self._keys[match_id], tokens, parts)


class DependencyPatterns:
    """Many dependency patterns, each under its key."""

    def __init__(self, patterns: Mapping[str, TokenPattern]) -> None:
        from spacy.matcher import DependencyMatcher

        self._matcher: DependencyMatcher = DependencyMatcher(language().vocab, validate=False)
        self._names: dict[int, tuple[str, tuple[str, ...]]] = {}
        for key, pattern in patterns.items():
            self._matcher.add(key, [[dict(node) for node in pattern]])
            self._names[language().vocab.strings[key]] = (
                key,
                tuple(str(node["RIGHT_ID"]) for node in pattern),
            )

    def matches(self, doc: Doc) -> Iterator[TokenMatch]:
        """Yield the matches of each pattern in ``doc``."""
        for match_id, indexes in self._matcher(doc):
            key, names = self._names[match_id]
            parts = {name: (doc[index],) for name, index in zip(names, indexes, strict=True)}
            yield TokenMatch(key, tuple(doc[index] for index in sorted(set(indexes))), parts)


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
