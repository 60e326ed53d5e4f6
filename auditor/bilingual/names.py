"""Names in two languages: which words are names, and whether one text holds the name of the other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from auditor.alignment.lexicon import english_stem, lexicon, stem
from auditor.analysis.vocabulary import is_english
from auditor.config import gazetteer, word_list
from auditor.languages import Capitals, everywhere
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import fold, likeness, skeleton

_NAME_WORD = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word as names have it: initials are one, and an apostrophe parts the article from the name (“l’Italie”)."""
_OPENING = re.compile(r"(?:^|[.!?:…]|[\"“«„(\[–—-])\s*[\"“«„(\[–—-]*\s*$")
_INNER = re.compile(
    r"\s(?:(?:de|du|des|del|della|di|da|do|dos|la|le|el|al|van|von|der|bin|ibn|y|e|et|und|of|the|and)\s){0,2}"
)
_AND = re.compile(r"\b(?:y|e|et|und|and)\b")
_LISTED = re.compile(r"[^\W\d_],\s$")
"""What stands before the last two names of a list."""

_SHORTEST = 3
_LONG = 5
_LATIN = "\u024f"
"""The last Latin letter of its blocks in Unicode; names beyond are transcribed."""

_SMALL = ("of", "the", "and", "for", "on", "in")
"""Words that no acronym has a letter for."""

_ENDING = 3
"""Letters of the longest ending of an adjective."""

_LIKE = 0.7
"""Likeness of two names' skeletons from which they are taken for one name."""

DIFFERENT = 0.65
"""Likeness of two spellings below which they are of two names."""

_SAME_SOUND = 0.75
"""The same of what they sound like, from which they may be of one."""

_SOUNDS = (
    (r"(?<=.)j", ""),
    (r"ou(?=[aei])", "w"),
    (r"ph", "f"),
    (r"[pb]", "p"),
    (r"[fvw]", "f"),
    (r"x", "ks"),
    (r"tsch|tch|sch|shch|sh|zh|ch|dzh|dj|ts|cz|cs|gy|[szcj]", "s"),
    (r"[td]", "t"),
    (r"[kgq]", "k"),
    (r"[aeiouyh'’-]", ""),
    (r"(.)\1+", r"\1"),
)
"""Sounds that transcriptions of one name do not keep apart, to one letter each; vowels go."""


@dataclass(frozen=True, slots=True)
class Name:
    """Neighbouring capitalised words; ``span`` lies in the text that they were sought in."""

    words: tuple[str, ...]
    span: Span


def names(text: str) -> Iterator[Name]:
    """Yield the runs of capitalised words that no sentence opens with, small words inside them passed over."""
    run: list[re.Match[str]] = []
    for word in _NAME_WORD.finditer(text):
        capital = word.group()[0].isupper()
        if run and (not capital or not _INNER.fullmatch(text, run[-1].end(), word.start())):
            if not capital and _INNER.match(text, run[-1].end()) and len(word.group()) <= 5 and word.group().islower():
                continue
            yield _name(run)
            run = []
        if capital and len(word.group()) >= _SHORTEST and not _OPENING.search(text, 0, word.start()):
            run.append(word)
    if run:
        yield _name(run)


def items(name: Name, text: str) -> Iterator[Name]:
    """Yield the items of a list that ``name`` in ``text`` is the end of: “Kai und Uwe” in “Jan, Kai und Uwe”."""
    run = list(_NAME_WORD.finditer(text, name.span.start, name.span.end))
    run = [word for word in run if word.group() in name.words]
    ends = [index for index in range(1, len(run)) if _AND.search(text, run[index - 1].end(), run[index].start())]
    if not ends or not _LISTED.search(text, 0, name.span.start):
        yield name
        return
    for start, end in pairwise((0, *ends, len(run))):
        yield _name(run[start:end])


def runs(text: str, known: Collection[str]) -> Iterator[Name]:
    """Yield the runs of words in ``text`` that are among the ``known`` names, small words inside them passed over."""
    run: list[re.Match[str]] = []
    for word in _NAME_WORD.finditer(text):
        if word.group() not in known:
            continue
        if run and not _INNER.fullmatch(text, run[-1].end(), word.start()):
            yield _name(run)
            run = []
        run.append(word)
    if run:
        yield _name(run)


def known_names(sentences: Sequence[str], spoken: str) -> frozenset[str]:
    """Return the words of a story in the language ``spoken`` that are names, as far as capitals show them.

    Of those that open a sentence, and of all where nouns have capitals, only words count that the lexicon does not
    have and that the story never writes small.
    """
    by_capitals = language_of(spoken).writing.capitals is not Capitals.NOUNS
    small = {word for text in sentences for word in words(text) if word[0].islower()}
    found: set[str] = set()
    for text in sentences:
        after = -1
        for word in _NAME_WORD.finditer(text):
            name = word.group()
            if not name[0].isupper() or len(name) < _SHORTEST:
                continue
            opens = _OPENING.search(text, 0, word.start()) is not None
            behind = not by_capitals and word.start() == after  # a surname that is a noun too: Holger Brandt
            if (by_capitals and not opens) or behind or (name.lower() not in small and _is_unknown(name, spoken)):
                found.add(name)
                after = word.end() + 1
    return frozenset(found)


def _is_unknown(word: str, spoken: str) -> bool:
    return word.lower() not in language_of(spoken).function_words and not renderings(word, spoken)


def _name(run: list[re.Match[str]]) -> Name:
    return Name(tuple(word.group() for word in run), Span(run[0].start(), run[-1].end()))


def words(text: str) -> tuple[str, ...]:
    """Return all words of ``text``."""
    return tuple(_NAME_WORD.findall(text))


def held(name: str, others: Iterable[str]) -> bool:
    """Tell whether any of the words ``others`` is ``name`` in another spelling, another form or another alphabet."""
    parts = [part for part in name.split("-") if len(part) > _SHORTEST] if "-" in name else []
    forms = (name, *_english_of(fold(name)), *parts)
    return any(_alike(form, other) for other in others for form in forms)


@lru_cache(maxsize=100_000)
def may_be(ours: str, theirs: str) -> bool:
    """Tell whether ``ours`` may be ``theirs`` in English copy, in whatever transcription or form."""
    if held(ours, (theirs,)) or held(theirs, (ours,)):
        return True
    one, other = sounds(ours), sounds(theirs)
    if one and one == other and theirs[0] > _LATIN:  # “Joe” and “Джо” share no more
        return True
    return likeness(skeleton(ours), skeleton(theirs)) >= DIFFERENT or (
        min(len(one), len(other)) > 1 and likeness(one, other) >= _SAME_SOUND
    )


@lru_cache(maxsize=100_000)
def sounds(word: str) -> str:
    """Return what transcriptions of ``word`` have in common: its consonants, those alike as one letter."""
    plain = fold(word)
    for pattern, form in _SOUNDS:
        plain = re.sub(pattern, form, plain)
    return plain


@lru_cache(maxsize=50_000)
def _english_of(plain: str) -> tuple[str, ...]:
    """Return the English words for a foreign name given folded: places, their people, bodies."""
    stems = (plain, plain.removesuffix("s"), plain.removesuffix("e"), plain[:-2])
    english = next((_exonyms()[stem] for stem in stems if stem in _exonyms()), plain.title())
    people = gazetteer("foreign")["people"].get(english, ())
    return (*english.split(), *people) if people or english != plain.title() else ()


def rendered(name: Name, others: Sequence[str], spoken: str) -> bool:
    """Tell whether the words ``others`` of an English text hold what the language ``spoken`` calls ``name``.

    That is the English name of a place of several words, what the lexicon gives for any of the words, or the full
    English name of a body of which the words are acronyms.
    """
    known = set(others)
    english = _phrases().get(fold(" ".join(name.words)))
    if english and not known.isdisjoint((*english.split(), *gazetteer("foreign")["people"].get(english, ()))):
        return True
    if any(
        form in known or written_out(form, others) for word in name.words for form in english_acronyms(word, spoken)
    ):
        return True
    stems = {english_stem(other.lower()) for other in known}
    return any(renderings(part, spoken) & stems for word in name.words for part in (word, *word.split("-")))


def english_acronyms(word: str, spoken: str) -> tuple[str, ...]:
    """Return the acronyms of English copy for ``word`` of the language ``spoken``; an acronym may be its own."""
    listed = (_acronyms(spoken).get(word.upper()), _exonyms().get(fold(word)))
    return tuple(form for form in (*listed, word) if form and form.isupper() and form[0] <= _LATIN)


@cache
def _acronyms(spoken: str) -> dict[str, str]:
    return {name.upper(): english for name, english in language_of(spoken).acronyms.items()}


def written_out(acronym: str, others: Sequence[str]) -> bool:
    """Tell whether neighbouring words among ``others`` begin with the letters of ``acronym``, small words passed over.

    Two letters are too few to say so, unless the words have capitals.
    """
    parts = [part for word in others for part in re.split(r"[-.]", word) if part and part not in _SMALL]
    for start in range(len(parts)):
        near = parts[start : start + len(acronym)]
        if _begin(acronym, near) and (len(acronym) >= _SHORTEST or all(part[0].isupper() for part in near)):
            return True
    return False


def _begin(acronym: str, parts: Sequence[str]) -> bool:
    """Tell whether the first of ``parts`` begin with the letters of ``acronym``, one or two of them each."""
    if not acronym or not parts:
        return not acronym
    return any(parts[0][:count].upper() == acronym[:count] and _begin(acronym[count:], parts[1:]) for count in (1, 2))


def renderings(word: str, spoken: str) -> frozenset[str]:
    """Return the English stems with which the lexicon of ``spoken`` renders ``word``, if it knows any."""
    entries = lexicon(spoken)
    return frozenset() if entries is None else entries.renderings(stem(word.lower(), spoken))


@lru_cache(maxsize=50_000)
def peoples_of(word: str, spoken: str) -> frozenset[str]:
    """Return the English stems for ``word`` of the language ``spoken``, in any form, that its table of peoples has."""
    known = _demonyms(spoken)
    parts = [fold(part) for part in (word, *word.split("-"))] if known else ()
    found = (known.get(part[: len(part) - cut]) for part in parts for cut in range(_ENDING + 1))
    return frozenset(english_stem(english.lower()) for english in found if english)


@cache
def _demonyms(spoken: str) -> dict[str, str]:
    return {fold(name): english for name, english in language_of(spoken).demonyms.items()}


def english_forms(word: str) -> frozenset[str]:
    """Return the English names for ``word``, a foreign name or adjective of a place: the place and its people."""
    forms = _english_of(fold(word))
    return frozenset((*forms, *(place for place, people in _peoples().items() if not people.isdisjoint(forms))))


@cache
def _peoples() -> dict[str, frozenset[str]]:
    return {place: frozenset(people) for place, people in gazetteer("foreign")["people"].items()}


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    first, second = _bare(one), _bare(other)
    if not first or not second:
        return False
    if first == second or (min(len(first), len(second)) >= 4 and (first[:4] == second[:4])):
        return True
    if first[0] != second[0] and min(len(first), len(second)) < 6:
        return False
    return likeness(first, second) >= _LIKE or _differ_in_vowels(first, second)


def _differ_in_vowels(one: str, other: str) -> bool:
    """Tell whether two long names have the same consonants but for an English plural: Moghul, Mughals."""
    first, second = sounds(one.removesuffix("s")), sounds(other.removesuffix("s"))
    return min(len(one), len(other)) > _LONG and len(first) >= _SHORTEST and first == second


@lru_cache(maxsize=100_000)
def _bare(word: str) -> str:
    return skeleton(word)


@cache
def _exonyms() -> dict[str, str]:
    """Return foreign names, folded, with what English copy writes."""
    return {name: english for name, english in _foreign().items() if " " not in name}


@cache
def _phrases() -> dict[str, str]:
    """Return foreign names of several words, folded, with the English ones, which have no article here."""
    return {name: english.removeprefix("the ") for name, english in _foreign().items() if " " in name}


@cache
def _foreign() -> dict[str, str]:
    facets = ("exonyms", "acronyms", "persons", "demonyms", "regions")
    named = (each for facet in facets for each in everywhere(facet).items())
    return {fold(name): english for name, english in named if name[0] <= _LATIN}


@cache
def _places() -> frozenset[str]:
    listed = ("countries", "capitals", "cities", "us_states")
    return frozenset(place for key in listed for place in word_list(f"places.{key}") if " " not in place)


def is_place(word: str) -> bool:
    """Tell whether ``word`` is a country or a great city, in English or in another language."""
    return word in _places() or fold(word) in _exonyms()


def is_telling(word: str) -> bool:
    """Tell whether ``word`` is surely a name: a place, or no English word at all."""
    return word in _places() or (len(word) >= _SHORTEST and not is_english(word.lower()))


def new_names(found: Iterable[Name], source: Sequence[str]) -> Iterator[Name]:
    """Yield those names of a translation of which no word is among those of the source."""
    for name in found:
        telling = any(map(is_telling, name.words))
        if telling and not any(
            held(word, source) or _from(word, source) or _sounded(word, source) for word in name.words
        ):
            yield name


def _sounded(english: str, source: Iterable[str]) -> bool:
    """Tell whether a capitalised word of the source, in another script, sounds like ``english``."""
    return any(word[0] > _LATIN and word[0].isupper() and may_be(english, word) for word in source)


def _from(english: str, source: Sequence[str]) -> bool:
    """Tell whether a word of the source has ``english`` as its English name."""
    return any(held(word, (english,)) if word[0].isupper() else english in english_forms(word) for word in source)


def lost_names(found: Iterable[Name], ours: Sequence[str], spoken: str) -> Iterator[Name]:
    """Yield those names of a source of which no word is among those of the translation, in any form or rendering."""
    by_capitals = language_of(spoken).writing.capitals is Capitals.NAMES
    for name in found:
        if not by_capitals and not any(map(is_place, name.words)):
            continue
        if any(held(word, ours) or _transcribed(word, ours) for word in name.words):
            continue
        if not rendered(name, ours, spoken):
            yield name


def _transcribed(word: str, ours: Iterable[str]) -> bool:
    """Tell whether a name in another script sounds like a capitalised word of ``ours``."""
    return word[0] > _LATIN and any(may_be(other, word) for other in ours if other[0].isupper())
