"""How a pack's rule finds its words in a sentence, and how it fills its message and suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from auditor.analysis import (
    DependencyPatterns,
    Sentence,
    TokenMatch,
    TokenPattern,
    TokenPatterns,
)
from auditor.checks.entry import PackRule
from auditor.checks.rows import Row
from auditor.config import word_list
from auditor.model import Span

_SPLICE = re.compile(r"<<(\w+\.\w+)>>")
_PLACEHOLDER = re.compile(r"\{(\w[\w-]*)(?:\.(lemma|swap))?\}")
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<times>\d+)(?:,\d*)?\}|.", re.DOTALL)
_MARK = re.compile(r"x\d*")


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a match: its words and, for a token pattern, their dictionary forms."""

    text: str
    lemma: str


@dataclass(frozen=True, slots=True)
class PatternMatch:
    """Where a rule matched in a sentence's own code points: the ``marked`` words within the ``whole``.

    ``write``: templates of what a row puts in their place.
    """

    whole: Span
    marked: Span
    parts: Mapping[str, Part]
    write: tuple[str, ...] = ()


SEARCH_SECONDS = 1.0
"""How long an expression of a desk's own pack may search one sentence; ours take less than a thousandth of that."""


_LARGEST = 100_000
"""Parts of a foreign expression, its counted repetitions written out: each takes memory before anything is sought."""


class Expression(Protocol):
    """A regular expression, ready to search."""

    @property
    def groupindex(self) -> Mapping[str, int]:
        """The numbers of its named groups."""

    @property
    def groups(self) -> int:
        """How many groups it has."""

    def search(self, string: str, /) -> re.Match[str] | None:
        """Return the first match."""

    def finditer(self, string: str, /) -> Iterator[re.Match[str]]:
        """Yield every match."""


@cache
def compiled(pattern: str, *, foreign: bool = False) -> Expression:
    """Return ``pattern`` ready to search, upper and lower case alike, its ``<<lists>>`` spliced in.

    A ``foreign`` one, of a desk's own pack, raises ``TimeoutError`` after ``SEARCH_SECONDS``. Raises ``re.error`` for
    a bad expression, ``KeyError`` or ``FileNotFoundError`` for an unknown list.
    """
    spliced = _spliced(pattern)
    try:
        ours = re.compile(spliced, re.IGNORECASE)
    except (RecursionError, OverflowError) as error:
        raise re.error("it is nested too deeply or counts too far") from error
    if not foreign:
        return ours
    if _parts(spliced) > _LARGEST:
        raise re.error("its repetitions multiply to too many")
    return _Foreign.of(spliced)


def _parts(expression: str) -> int:
    """Return about how many parts an expression has once its counted repetitions are written out."""
    sizes, last = [0], 0
    for found in _PIECE.finditer(expression):
        if found[0] == "(":
            sizes.append(1)
            continue
        if found[0] == ")" and len(sizes) > 1:
            last = sizes.pop()
        elif found["times"]:
            last *= max(int(found["times"]), 1) - 1
        else:
            last = 1
        sizes[-1] += last
    return sum(sizes)


@dataclass(frozen=True, slots=True)
class _Foreign:
    """An expression that gives up: Python's own engine may take for ever on ``(a+)+$``.

    It is Python's language, read by the engine of ``regex``, which can be given a time; ``google-re2`` always ends but
    knows neither what stands around a match nor back references, which packs use.
    """

    pattern: Any

    @classmethod
    def of(cls, expression: str) -> _Foreign:
        import regex

        try:
            return cls(regex.compile(expression, regex.IGNORECASE | regex.VERSION0))
        except (regex.error, RecursionError, MemoryError) as error:
            raise re.error(str(error)) from error

    @property
    def groupindex(self) -> Mapping[str, int]:
        found: Mapping[str, int] = self.pattern.groupindex
        return found

    @property
    def groups(self) -> int:
        return int(self.pattern.groups)

    def search(self, string: str, /) -> re.Match[str] | None:
        found: re.Match[str] | None = self.pattern.search(string, timeout=SEARCH_SECONDS)
        return found

    def finditer(self, string: str, /) -> Iterator[re.Match[str]]:
        yield from self.pattern.finditer(string, timeout=SEARCH_SECONDS)


def _spliced(pattern: str) -> str:
    return _SPLICE.sub(lambda match: _alternation(match[1]), pattern)


def _alternation(reference: str) -> str:
    words = sorted(word_list(reference), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, words)) + ")"


class Patterns:
    """The expressions and the parsed patterns of a pack's rules, ready to search a sentence."""

    def __init__(self, entries: Iterable[PackRule]) -> None:
        given = tuple(entries)
        self._expressions = tuple((entry, regex) for entry in given for regex in entry.regex)
        tokens = [(entry, expanded(pattern)) for entry in given for pattern in entry.tokens]
        arcs = [(entry, expanded(entry.dependency)) for entry in given if entry.dependency]
        self._parsed = [
            (make({str(n): pattern for n, (_, pattern) in enumerate(patterns)}), [entry for entry, _ in patterns])
            for make, patterns in ((TokenPatterns, tokens), (DependencyPatterns, arcs))
            if patterns
        ]

    def matches(self, sentence: Sentence) -> Iterator[tuple[PackRule, PatternMatch]]:
        """Yield what matches in ``sentence``; raises ``SlowPatternError`` where an expression takes too long."""
        for entry, regex in self._expressions:
            try:
                for match in regex_matches(compiled(regex, foreign=entry.foreign), sentence.plain):
                    yield entry, match
            except TimeoutError:
                raise SlowPatternError(entry) from None
        for patterns, entries in self._parsed:
            for found in patterns.matches(sentence):
                entry = entries[int(found.key)]
                yield entry, _token_match(found, entry.mark, sentence.text)


class SlowPatternError(Exception):
    """An expression of ``entry`` takes too long."""

    def __init__(self, entry: PackRule) -> None:
        super().__init__(entry.rule.id)
        self.entry = entry


def regex_matches(pattern: Expression, text: str) -> Iterator[PatternMatch]:
    """Yield the matches of ``pattern`` in a sentence's plain ``text``.

    Its group ``x`` marks the words; in alternatives they are ``x``, ``x2``, ``x3`` and so on.
    """
    for found in pattern.finditer(text):
        whole = Span(*found.span())
        marks = (name for name in pattern.groupindex if _MARK.fullmatch(name) and found.start(name) >= 0)
        marked = next((Span(*found.span(name)) for name in marks), whole)
        if not len(marked):
            continue
        parts = {str(n): _part(value) for n, value in enumerate(found.groups(), start=1)}
        parts |= {name: _part(value) for name, value in found.groupdict().items()}
        yield PatternMatch(whole, marked, parts)


def row_matches(row: Row, text: str) -> Iterator[PatternMatch]:
    """Yield the matches of ``row`` in a sentence's plain ``text``; its slots are the parts, by name."""
    for found, marked, write in row.matches(text):
        parts = {name.removeprefix("_"): _part(value) for name, value in found.groupdict().items()}
        yield PatternMatch(Span(*found.span()), marked, parts, write)


def _part(text: str | None) -> Part:
    return Part(text or "", text or "")


def _token_match(found: TokenMatch, mark: tuple[str, ...], text: str) -> PatternMatch:
    chosen = [token for name in _between(mark) for token in found.parts.get(name, ())] or found.tokens
    return PatternMatch(
        whole=_stretch(found.tokens),
        marked=_stretch(chosen),
        parts={
            name: Part(_stretch(tokens).of(text), " ".join(token.lemma_ for token in tokens))
            for name, tokens in found.parts.items()
        },
    )


def _between(mark: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts that ``mark`` spans: for pattern indexes, those between the two as well."""
    if all(part.isdigit() for part in mark) and mark:
        return tuple(str(index) for index in range(int(mark[0]), int(mark[-1]) + 1))
    return mark


def _stretch(tokens: Iterable[Any]) -> Span:
    ordered = sorted(tokens, key=lambda token: token.idx)
    return Span(ordered[0].idx, ordered[-1].idx + len(ordered[-1]))


def expanded(pattern: TokenPattern) -> TokenPattern:
    """Return the token pattern with each ``@list.key`` replaced by that list's single words."""
    return [_expand(token, "") for token in pattern]


def _expand(value: Any, attribute: str) -> Any:
    if isinstance(value, dict):
        return {key: _expand(inner, attribute if key in {"IN", "NOT_IN"} else key) for key, inner in value.items()}
    if isinstance(value, list):
        return [word for item in value for word in _words(item, attribute)]
    return value


def _words(item: Any, attribute: str) -> tuple[Any, ...]:
    if not (isinstance(item, str) and item.startswith("@")):
        return (item,)
    words = tuple(word for word in word_list(item[1:]) if " " not in word)
    return tuple(word.lower() for word in words) if attribute == "LOWER" else words


class Exceptions:
    """What excuses a rule's match: expressions and token patterns that overlap it in the same sentence."""

    def __init__(self, entry: PackRule) -> None:
        given = entry.exceptions
        self._regexes = tuple(compiled(each, foreign=entry.foreign) for each in given if isinstance(each, str))
        self._phrases = tuple(row.expression for row in entry.unless)
        tokens = {str(n): expanded(pattern) for n, pattern in enumerate(given) if not isinstance(pattern, str)}
        self._tokens = TokenPatterns(tokens) if tokens else None

    def excuse(self, match: PatternMatch, sentence: Sentence) -> bool:
        """Tell whether an exception overlaps ``match``."""
        found_words = (found for regex in (*self._regexes, *self._phrases) for found in regex.finditer(sentence.plain))
        if any(match.whole.overlaps(Span(*found.span())) for found in found_words):
            return True
        found_tokens = self._tokens.matches(sentence) if self._tokens else ()
        return any(match.whole.overlaps(_stretch(found.tokens)) for found in found_tokens)


def placeholders(template: str) -> tuple[str, ...]:
    """Return the names of the parts that ``template`` asks for."""
    return tuple(found[1] for found in _PLACEHOLDER.finditer(template))


def fill(template: str, match: PatternMatch, words: str, swap: Mapping[str, str]) -> str | None:
    """Return ``template`` with its placeholders filled, or None where a word has no replacement.

    ``{match}`` is the marked ``words``; ``{name}`` or ``{1}`` a part of the match, ``{1.lemma}`` its
    dictionary form and ``{1.swap}`` what ``swap`` gives for it. A part that did not match is empty.
    """
    parts = {"match": Part(words, words), **match.parts}
    missing = False

    def value(found: re.Match[str]) -> str:
        nonlocal missing
        part = parts.get(found[1], Part("", ""))
        if found[2] == "swap":
            missing |= part.text.lower() not in swap
            return swap.get(part.text.lower(), "")
        return part.lemma if found[2] == "lemma" else part.text

    text = _PLACEHOLDER.sub(value, template)
    return None if missing else text


def recased(replacement: str, words: str) -> str:
    """Return ``replacement`` with a capital where ``words``, which it replaces, begin with one."""
    if words[:1].isupper() and replacement[:1].islower():
        return replacement[:1].upper() + replacement[1:]
    return replacement
