"""What must stand in a sentence for a pattern to match it: looked up first, as hundreds of patterns rarely match.

A clue is a set of grams, short strings of which at least one stands in every match. Grams are of few sizes, so that
all those of a sentence fit into a set and a clue is missing where the two sets are disjoint.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

Clues = tuple[frozenset[str], ...]
"""Sets of grams: a text that lacks all grams of one of them has no match. None at all says nothing."""

_SIZES = (6, 3, 1)
"""Lengths of grams in code points: longer ones are rarer, shorter ones stand for short words and signs."""

_MOST = 256
"""Wordings of a stretch that are spelt out; beyond it, the stretch is cut in two."""

_KEPT = 3
"""Clues that are kept of a pattern: the most telling ones leave little to the others."""

_COMMON = frozenset(" etaoinsrhdl")
"""The characters that English news uses most: a gram with few of them tells most."""

_ATTRIBUTES = {"LOWER", "TEXT", "ORTH", "LEMMA"}
"""Token attributes whose values stand in ``grams``."""

_EMPTY = frozenset({""})

_parser: Any = import_module("re._parser")  # Python's own reading of an expression; what it adds later says nothing


class _Folds(dict[int, str]):
    """What a character is looked up as: the one for all that an expression takes for the same."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace():
            folded = " "
        elif character.isdecimal():
            folded = str(int(character))
        else:
            folded = next((c for c in string.ascii_lowercase if re.fullmatch(c, character, re.I)), character.lower())
        self[code] = folded
        return folded


_FOLDS = _Folds()


def grams(text: str) -> frozenset[str]:
    """Return the grams of ``text``, in which case, kinds of space and scripts of digits make no difference."""
    folded = text.translate(_FOLDS)
    return frozenset(folded[start : start + size] for size in _SIZES for start in range(len(folded) - size + 1))


def regex_clues(pattern: str) -> Clues:
    """Return the clues of a regular expression, the most telling first; it may ignore case."""
    return _told(_sequence(_parser.parse(pattern, re.IGNORECASE))[1])


def regex_size(pattern: str) -> int:
    """Return how many parts a regular expression has once its counted repetitions are written out."""
    return _size(_parser.parse(pattern, re.IGNORECASE))


def _size(node: Any) -> int:
    if isinstance(node, (_parser.SubPattern, list)):
        return sum(map(_size, node))
    if not isinstance(node, tuple):
        return 0
    kind, inner = node[0], node[1:]
    if str(kind).endswith("_REPEAT"):
        least, _, repeated = inner[0]
        return max(int(least), 1) * (1 + _size(repeated))
    return 1 + sum(map(_size, inner))


def token_clues(pattern: Sequence[Mapping[str, Any]]) -> Clues:
    """Return the clues of a spaCy token or dependency pattern in the words and dictionary forms of a sentence."""
    required = [token.get("RIGHT_ATTRS", token) for token in pattern if token.get("OP", "1") in {"1", "+"}]
    return _told(need for token in required for key, value in token.items() for need in _values(key, value))


class ClueIndex:
    """The clues of many patterns, numbered from 0 as given, by gram."""

    def __init__(self, clues: Iterable[Clues]) -> None:
        self._clues = tuple(clues)
        self._by_gram: dict[str, list[int]] = defaultdict(list)
        for number, given in enumerate(self._clues):
            for gram in given[0] if given else ():
                self._by_gram[gram].append(number)
        self._grams = frozenset(self._by_gram)
        self._clueless = [number for number, given in enumerate(self._clues) if not given]

    def possible(self, present: frozenset[str]) -> list[int]:
        """Return the numbers of the patterns that may match a text whose ``grams`` are ``present``, in order."""
        found = set(self._clueless).union(*(self._by_gram[gram] for gram in self._grams & present))
        return [number for number in sorted(found) if not any(map(present.isdisjoint, self._clues[number]))]


def _values(attribute: str, value: Any) -> Iterable[frozenset[str]]:
    """Yield the words of which a token must be one, if they are named; an expression counts by its own needs."""
    if attribute not in _ATTRIBUTES:
        return
    if isinstance(value, str):
        value = {"IN": [value]}
    if "IN" in value and all(word and word.isascii() for word in value["IN"]):
        yield frozenset(word.lower() for word in value["IN"])
    if "REGEX" in value:
        yield from _sequence(_parser.parse(value["REGEX"]))[1]


def _told(needs: Iterable[frozenset[str]]) -> Clues:
    telling = sorted(
        {need for need in needs if need and "" not in need}, key=lambda need: (_strength(need), sorted(need))
    )
    return tuple(frozenset(map(_gram, need)) for need in telling[: -_KEPT - 1 : -1])


@cache
def _gram(literal: str) -> str:
    size = next(size for size in _SIZES if size <= len(literal))
    choices = [literal[start : start + size] for start in range(len(literal) - size + 1)]
    return min(choices, key=lambda gram: sum(map(_COMMON.__contains__, gram))) if len(choices) > 1 else literal


def _strength(need: frozenset[str]) -> tuple[int, int]:
    """Sort needs by how much they tell: the length of the shortest gram, then how few strings there are."""
    return min(_SIZES[0], min(map(len, need), default=0)), -len(need)


_Exact = frozenset[str] | None
"""All the strings that something can match, or None where they cannot be spelt out."""

_Needs = list[frozenset[str]]
"""Sets of strings of which one must be there; a set that holds the empty string asks for nothing."""


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> tuple[_Exact, _Needs]:
    """Return all that the nodes, one after the other, can match, if that is spelt out, and what they need."""
    stretch, whole = _EMPTY, True
    needs: _Needs = []
    for operation, argument in nodes:
        exact, inner = _node(str(operation), argument)
        needs += inner
        if exact is not None and len(stretch) * len(exact) <= _MOST:
            stretch = frozenset(before + after for before in stretch for after in exact)
        else:
            needs.append(stretch)
            stretch, whole = exact or _EMPTY, False
    return stretch if whole else None, [*needs, stretch]


def _node(operation: str, argument: Any) -> tuple[_Exact, _Needs]:
    """Return the same for one node; one that is not known can match anything."""
    match operation:
        case "LITERAL":
            return _character(argument), []
        case "IN":
            return _characters(argument), []
        case "BRANCH":
            return _branch(argument[1])
        case "SUBPATTERN":
            return _sequence(argument[3])
        case "ATOMIC_GROUP":
            return _sequence(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(*argument)
        case "ASSERT":
            return _EMPTY, _sequence(argument[1])[1]
        case "ASSERT_NOT" | "AT":
            return _EMPTY, []
        case _:
            return None, []


def _branch(options: Iterable[Any]) -> tuple[_Exact, _Needs]:
    exacts, needs = zip(*map(_sequence, options), strict=True)
    best = [max(need, key=_strength) for need in needs]
    spelt = None if None in exacts else frozenset().union(*exacts)
    return spelt, [frozenset().union(*best)]


def _repeat(least: int, most: int, inner: Any) -> tuple[_Exact, _Needs]:
    exact, needs = _sequence(inner)
    once = exact if most == 1 else None
    if least == 0:
        return (None if once is None else once | _EMPTY), []
    return once, needs


@cache
def _character(code: int) -> _Exact:
    """Return a character as it is looked up, or None where an expression that ignores case may take others for it."""
    character = chr(code)
    cased = not character.lower() == character == character.upper()
    return None if cased and not character.isascii() else frozenset((character.translate(_FOLDS),))


def _characters(items: Iterable[tuple[Any, Any]]) -> _Exact:
    """Return the characters of a class, as they are looked up, or None where they are many."""
    codes: list[int] = []
    for operation, argument in items:
        match str(operation), str(argument):
            case "LITERAL", _:
                codes.append(argument)
            case "RANGE", _ if argument[1] - argument[0] < len(string.digits):
                codes += range(argument[0], argument[1] + 1)
            case "CATEGORY", "CATEGORY_DIGIT":
                codes += map(ord, string.digits)
            case "CATEGORY", "CATEGORY_SPACE":
                codes.append(ord(" "))
            case _:
                return None
    found = [character for character in map(_character, codes) if character is not None]
    return frozenset().union(*found) if len(found) == len(codes) else None
