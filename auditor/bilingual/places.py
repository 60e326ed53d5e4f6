"""Countries and large cities, by what they are called in any language."""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import TypeVar

from auditor.alignment.lexicon import english_stem
from auditor.config import gazetteer
from auditor.languages import everywhere
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import fold

Key = TypeVar("Key", bound=Hashable)

_WORD = re.compile(r"[^\W\d_]+(?:[-ʼ][^\W\d_]+)*")
_BETWEEN = re.compile(r"[,،、，]\s?(?:\w{1,3}\s)?|\s?\w{1,3}\s?")
"""What stands between two items of a list."""

_LIST = 3
"""Items from which neighbouring names are a list."""

_LONGEST = 4
"""Words of the longest name sought."""

_LONGEST_UNSPACED = 9
"""Characters of the longest name sought in a text without spaces."""

_LEAST_STEM = 4
_SHORTEST_STEM = 3
_CASE = 3
"""Letters by which a case form may differ from the name at its end."""

_CASE_HANGUL = 7
"""The same where each sign of a syllable counts, and particles follow the name."""

_SMALL = ("of", "the", "and")
"""Words in the names of places that are in every text."""

_LONG = 7
"""Letters from which a spelling of a single place is no common word."""

_LANDS = ("istan", "land", "ia", "a")
"""Endings of countries that the names of their people lack (“Afghan”, “Thai”)."""


@dataclass(frozen=True, eq=False, slots=True)
class NamedPlace:
    """A country, or a city in the country ``code`` (ISO 3166), by what it is called in English and in other languages.

    ``spellings`` are further ones, some of which are words of one language or another.
    """

    code: str
    english: tuple[str, ...]
    is_country: bool
    others: tuple[str, ...]
    spellings: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What it is: places without a country are parts of one, or larger."""
        return "country" if self.is_country else "city" if self.code else "region"

    def akin(self, other: NamedPlace) -> bool:
        """Tell whether one may stand for the other: a city for its country."""
        return self.code == other.code and (self.is_country or other.is_country)


@dataclass(frozen=True, slots=True)
class Mention:
    """What a text may name at ``span``, several where they share a name; ``sure``: it can be nothing else."""

    places: frozenset[NamedPlace]
    span: Span
    sure: bool


@lru_cache(maxsize=1_000)
def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """Return the places that ``text`` names, in order, the longest name at each point.

    Only names with a capital count where the language has any; case forms are found by the name that they begin with.
    """
    if not language_of(language).writing.spaced:
        return tuple(_unspaced(text))
    return tuple(_spaced(text, language))


_KATAKANA = re.compile("[ァ-ヺー]{2}")
_CAPITAL = re.compile(r"\bcapital\b(?! (?:city )?of\b)", re.IGNORECASE)


def is_capital(text: str, language: str) -> bool:
    """Tell whether ``text`` is the name of a country's capital."""
    return any(map(names_seat, mentions(text, language)))


def names_seat(mention: Mention) -> bool:
    """Tell whether what is mentioned is the capital of a country."""
    return any(land.is_country for place in mention.places for land in governing(place))


def tells_capital(text: str) -> bool:
    """Tell whether an English text speaks of “the capital”, without its name."""
    return _CAPITAL.search(text) is not None


def _unspaced(text: str) -> Iterator[Mention]:
    known, folded = _by_name(), fold(text)
    if len(folded) != len(text):  # accents that are characters of their own: places would shift
        return
    start = 0
    while start < len(folded):
        ends = range(min(start + _LONGEST_UNSPACED, len(folded)), start + 1, -1)
        end = next((end for end in ends if folded[start:end] in known), None)
        if end is not None and not _is_cut(folded, start, end):
            yield _mention(folded[start:end], known[folded[start:end]], Span(start, end))
        start = end or start + 1


def _is_cut(text: str, start: int, end: int) -> bool:
    """Tell whether what begins or ends in katakana there is part of a longer word of them: リーズ in シリーズ."""
    return any(_KATAKANA.fullmatch(text[max(place - 1, 0) : place + 1]) for place in (start, end))


def _spaced(text: str, language: str) -> Iterator[Mention]:
    known = _english() if language == ENGLISH else _by_name()
    cased = text != text.lower()
    declined = language_of(language).names.declined
    words = list(_WORD.finditer(text))
    skip = 0
    for index, word in enumerate(words):
        if index < skip or (cased and not word.group()[0].isupper()):
            continue
        for count in range(min(_LONGEST, len(words) - index), 0, -1):
            some = words[index : index + count]
            folded = tuple(fold(each.group()) for each in some)
            found = known.get(" ".join(folded)) or (_case_form(folded) if declined else None)
            if found:
                yield _mention(" ".join(folded), found, Span(some[0].start(), some[-1].end()))
                skip = index + count
                break


def _mention(name: str, places: frozenset[NamedPlace], span: Span) -> Mention:
    """Return the mention of ``places`` by ``name``, folded; further spellings are of doubtful meaning.

    Where a place has the name itself, those that are only spelled so as well do not count.
    """
    called = frozenset(place for place in places if name not in place.spellings or name in place.others)
    if called:
        return Mention(called, span, sure=True)
    return Mention(places, span, sure=len(places) == 1 and len(name) >= _LONG)


@lru_cache(maxsize=50_000)
def _case_form(words: Sequence[str]) -> frozenset[NamedPlace]:
    """Return the places whose name ``words``, folded, may be a case form of."""
    last = words[-1]
    most = _CASE_HANGUL if last[0] > "\u1100" else _CASE
    found: set[NamedPlace] = set()
    for cut in range(min(most, len(last) - _LEAST_STEM) + 1):
        stem = last[: len(last) - cut]
        found |= _by_stem().get((len(words), words[0][:_LEAST_STEM], stem), frozenset())
    return frozenset(found)


def _stem(name: str) -> str:
    return name.rstrip("aeiouy") if len(name.rstrip("aeiouy")) >= _LEAST_STEM else name


@cache
def _by_stem() -> Mapping[tuple[int, str, str], frozenset[NamedPlace]]:
    """Return the places by the number of words in a name, how it begins, and its last word without its ending."""

    def keys(place: NamedPlace) -> Iterator[tuple[int, str, str]]:
        for name in (*map(fold, place.english), *place.others):
            words = name.split()
            yield len(words), words[0][:_LEAST_STEM], _stem(words[-1])

    return _index(keys)


def told(place: NamedPlace, words: Collection[str]) -> bool:
    """Tell whether any of the English ``words`` is of ``place``: any name of it, a part of one, its people."""
    lowered = {word.lower() for word in words if place in peoples().get(english_stem(word.lower()), (place,))}
    if any(place in _by_name().get(fold(word), ()) for word in words):
        return True
    return any(_tells(form, word) for form in _forms(place) for word in lowered)


def named(name: str, text: str, language: str) -> bool:
    """Tell whether ``text``, in ``language``, names a place that the English ``name`` does, or its country."""
    theirs = {place for each in mentions(text, language) for place in each.places}
    ours = {place for each in mentions(name, ENGLISH) for place in each.places}
    return any(place in theirs or any(place.akin(other) for other in theirs) for place in ours)


def rendered_place(name: str, language: str, words: Collection[str]) -> bool:
    """Tell whether ``name``, in ``language``, is of a place of which some of the English ``words`` is, or its seat."""
    places = {place for each in mentions(name, language) for place in each.places}
    return any(told(one, words) for place in places for one in (place, *governing(place)))


def left_out(text: str, language: str, words: Collection[str]) -> Iterator[Mention]:
    """Yield the places in a list of three or more of which no English word is, where the others are told."""
    for row in _lists(text, mentions(text, language)):
        missed = [each for each in row if not rendered_place(each.span.of(text), language, words)]
        if len(row) >= _LIST and len(missed) == 1 and missed[0].sure:
            yield missed[0]


def _lists(text: str, found: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions between which nothing but a comma or a short word stands."""
    row: list[Mention] = []
    for each in found:
        if row and not _BETWEEN.fullmatch(text, row[-1].span.end, each.span.start):
            yield row
            row = []
        row.append(each)
    yield row


@cache
def governing(place: NamedPlace) -> tuple[NamedPlace, ...]:
    """Return what stands for the same government as ``place``: the country of a capital, the capitals of a country."""
    country = next((each for each in _places() if each.is_country and each.code == place.code), None)
    if country is None:
        return ()
    seats = {fold(name) for name, land in gazetteer("countries")["capitals"].items() if land in country.english}
    if place.is_country:
        return tuple(each for each in _cities(place.code) if not seats.isdisjoint(map(fold, each.english)))
    return (country,) if not seats.isdisjoint(map(fold, place.english)) else ()


@cache
def _cities(code: str) -> tuple[NamedPlace, ...]:
    return tuple(place for place in _places() if place.code == code and not place.is_country)


def _tells(form: str, word: str) -> bool:
    if word == form:
        return True
    stem = next((form.removesuffix(each) for each in _LANDS if form.endswith(each)), form)
    least = max(len(stem) - 2, _SHORTEST_STEM)
    return (
        len(stem) >= _SHORTEST_STEM
        and word[:least] == stem[:least]
        and fold(word) not in _english()
        and len(word) <= len(stem) + 5
    )


@cache
def peoples() -> Mapping[str, frozenset[NamedPlace]]:
    """Return the countries by what English copy calls their people in one word, in small letters and by its stem."""
    return _index(lambda place: (form for each in _demonyms(place) for form in (each, english_stem(each))))


def stems(place: NamedPlace) -> frozenset[str]:
    """Return the stems of what English copy calls ``place`` and its people, in one word."""
    names = (*map(str.lower, place.english), *_demonyms(place), *map(str.lower, _people(place)))
    return frozenset(english_stem(each) for each in names if " " not in each)


def _demonyms(place: NamedPlace) -> Iterator[str]:
    known = gazetteer("countries")["demonyms"] if place.is_country else {}
    yield from (each.lower() for name in place.english for each in known.get(name, ()) if " " not in each)


def _people(place: NamedPlace) -> Iterator[str]:
    known = gazetteer("foreign")["people"]
    yield from (each for name in place.english for each in known.get(name, ()))


@lru_cache(maxsize=5_000)
def _forms(place: NamedPlace) -> tuple[str, ...]:
    names = {*place.english, *_people(place), *_demonyms(place)}
    parts = {part.lower() for name in names for part in (name, *name.split()) if len(part) > 1}
    return tuple(parts.difference(_SMALL))


@cache
def _places() -> tuple[NamedPlace, ...]:
    packed = (resources.files("auditor.bilingual") / "places.txt.xz").read_bytes()
    rows = (line.split("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    seen: set[str] = set()
    places = []
    for code, *named in rows:
        english, others, spellings = (tuple(filter(None, names.split("|"))) for names in named)
        places.append(NamedPlace(code, english, code not in seen, others, spellings))
        seen.add(code)
    return _with_exonyms(tuple(places))


def _with_exonyms(places: tuple[NamedPlace, ...]) -> tuple[NamedPlace, ...]:
    """Return ``places`` with what the languages' own tables add: names in English copy, and places of their own."""
    exonyms: dict[str, set[str]] = defaultdict(set)
    for facet in ("exonyms", "regions"):
        for name, english in everywhere(facet).items():
            exonyms[english.removeprefix("the ")].add(fold(name))
    sought = {fold(english) for english in exonyms}.union(*exonyms.values())
    called: dict[str, int] = {}
    for number, place in enumerate(places):
        for name in sought.intersection(_names(place)):
            called.setdefault(name, number)
    whole = list(places)
    for english, names in exonyms.items():
        index = next((called[name] for name in (fold(english), *sorted(names)) if name in called), None)
        if index is None:
            whole.append(NamedPlace("", (english,), is_country=False, others=tuple(sorted(names))))
            continue
        first = whole[index]  # the country, or the largest city of that name
        known = first.english if english in first.english else (*first.english, english)
        whole[index] = replace(first, english=known, others=tuple(sorted({*first.others, *names})))
    return tuple(whole)


@cache
def _english() -> Mapping[str, frozenset[NamedPlace]]:
    """Return the places by what English copy calls them, folded."""
    return _index(lambda place: map(fold, place.english))


@cache
def _by_name() -> Mapping[str, frozenset[NamedPlace]]:
    """Return the places by all that they are called, folded."""
    return _index(_names)


def _names(place: NamedPlace) -> Iterator[str]:
    yield from map(fold, place.english)
    yield from place.others
    yield from place.spellings


def _index(keys: Callable[[NamedPlace], Iterable[Key]]) -> Mapping[Key, frozenset[NamedPlace]]:
    """Return the places by ``keys``; the many that have one to themselves share a set."""
    found: dict[Key, frozenset[NamedPlace]] = {}
    for place in _places():
        alone = frozenset((place,))
        for key in keys(place):
            found[key] = found[key] | alone if key in found else alone
    return found
