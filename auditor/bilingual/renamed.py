"""Names of a source for which a translation puts others: places, and people by each of their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice, pairwise, product

from auditor.alignment.lexicon import english_stem, lexicon, stem
from auditor.analysis.vocabulary import english_words, is_coined, is_english
from auditor.bilingual.brands import translated_brands
from auditor.bilingual.chinese import lost_surnames, other_given_names
from auditor.bilingual.institutions import exchanged
from auditor.bilingual.names import DIFFERENT, english_forms, held, may_be, peoples_of, renderings, sounds
from auditor.bilingual.names import words as words_of
from auditor.bilingual.places import (
    Mention,
    NamedPlace,
    governing,
    mentions,
    names_seat,
    peoples,
    stems,
    tells_capital,
    told,
)
from auditor.bilingual.side import Side
from auditor.bilingual.spelling import misspelled, same_in_writing, spelled_out
from auditor.config import word_list
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import cognate, fold, likeness, skeleton

_WORD = re.compile(r"[^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
_OPENING = re.compile(r"(?:^|[.!?:…•]|(?<!\S)[\"“«„(\[–—-]|[“«„(\[–—-])\s*[\"'‘“«„(\[–—-]*\s*$")
"""What a sentence begins behind; a straight mark only where it opens a quotation."""
_BETWEEN = re.compile(r"\s(?:(?:de|del|della|di|da|do|dos|la|le|el|al|van|von|der|den|ter|ten|bin|ibn|y|e)\s){0,2}")
"""What may stand between two words of one person's name."""

_ARTICLE = re.compile(
    r"\b(?:les?|la|l[’']|un[ae]?|ein[a-z]{0,2}|d(?:er|ie|as|em|es)|los?|las|il|gli|i|os?|as)\s?$", re.IGNORECASE
)
"""An article before a capitalised word: persons have none."""

_WITHOUT_ARTICLE = re.compile(r"\b(?:in|aus|bei|nahe) $", re.IGNORECASE)
"""Prepositions behind which a German noun for a place has an article."""

_ENGLISH_ARTICLE = re.compile(r"(?:\b(?:the|an?)|\w['’]s)\s$", re.IGNORECASE)
"""What stands before a word alone that names nobody: "the Eve", "New Year's Eve"."""

_AGED = re.compile(r", (?:an? |aged )?\d{1,3}(?:-year-old\b|,|$)")
"""What stands behind somebody's name alone: "Ann Reed, 67", "Ann Reed, a 67-year-old hunter"."""

_BESIDE = 24
"""Code points behind a given name in which what is said for the surname stands."""

_SHORTEST_NAME = 3
_SHORTEST_TITLE = 5
"""Letters of the shortest noun that says what somebody is; “Bad” and “Neu” begin the names of towns."""

_LONG = 4
"""Letters of a word that two places of different kinds may have in common: “Cape Verde” and “Cape Town”."""

_VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class Renaming:
    """At ``span`` of a translation stands ``ours`` where the source has ``theirs``, part of the name at ``source``.

    ``instead`` is what English copy writes for ``theirs``, where that is known; ``sure``: nothing else may explain it.
    """

    span: Span
    ours: str
    theirs: str
    source: Span
    instead: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span
    opens: bool


def renamings(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[Renaming]:
    """Yield what of the names in ``theirs`` is another in ``ours``; the sides around excuse what was moved."""
    places = list(_places(ours, theirs, ours_around, theirs_around))
    yield from places
    if not places:
        yield from _peoples(ours, theirs, ours_around, theirs_around)
    yield from _as_common_words(ours, theirs, ours_around)
    yield from _institutions(ours, theirs, ours_around, theirs_around)
    if language_of(theirs.language).writing.capitals is not Capitals.UNKNOWN:
        yield from _people(ours, theirs, ours_around, theirs_around)
    elif language_of(theirs.language).names.pinyin:
        for name in (
            *other_given_names(ours.text, theirs.text),
            *lost_surnames(ours.text, theirs.text, theirs.language),
        ):
            given, whole = name.span.of(ours.text), name.source.of(theirs.text)
            yield Renaming(name.span, given, whole, name.source, instead=None, sure=True)


def _institutions(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[Renaming]:
    texts = (ours.text, theirs.text, ours_around.text, theirs_around.text)
    for each in (*exchanged(*texts, theirs.language), *translated_brands(ours, theirs, ours_around)):
        here, there = each.span.of(ours.text), each.source.of(theirs.text)
        yield Renaming(each.span, here, there, each.source, instead=None, sure=True)


def _places(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[Renaming]:
    here, there = mentions(ours.text, ENGLISH), mentions(theirs.text, theirs.language)
    known = {place for each in mentions(theirs_around.text, theirs.language) for place in each.places}
    new = [
        each
        for each in here
        if known.isdisjoint(each.places)
        and not any(place.akin(other) for place in each.places for other in known)
        and not _in_longer_name(ours.text, each.span)
        and not any(held(word, _no_places(theirs_around)) for word in each.span.of(ours.text).split())
        and not _abbreviated(each, theirs_around)
        and not _for_its_country(each, ours, theirs_around)
    ]
    if not new:
        return
    lost = [
        each
        for each in there
        if each.sure
        and not any(told(place, ours_around.words) for place in each.places)
        and not _told_by_country(each, ours_around, theirs)
        and not (names_seat(each) and tells_capital(ours_around.text))  # “the capital”
        and not _in_longer_name(theirs.text, each.span)
        and not any(
            likeness(skeleton(word), skeleton(other)) >= DIFFERENT
            for word in each.span.of(theirs.text).split()
            for other in _no_places(ours_around)
        )
    ]
    for mine in new:
        for other in lost:
            if _of_a_kind(mine, other):
                yield Renaming(
                    span=mine.span,
                    ours=mine.span.of(ours.text),
                    theirs=other.span.of(theirs.text),
                    source=other.span,
                    instead=next(iter(sorted({place.english[-1] for place in other.places}))),
                    sure=len(new) == len(lost) == 1,
                )
                lost.remove(other)
                break


def _peoples(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[Renaming]:
    """Yield the country or people of the source for which the translation has another people, or its country.

    One of either, which the lexicon renders by one people only, and one country that the source does not name. For a
    people its name must be like that of the other: machines mistake these.
    """
    mentioned = mentions(theirs.text, theirs.language)
    named = [each.span for each in mentioned]
    lost = [
        (each.span, land)
        for each in mentioned
        for land in each.places
        if len(each.places) == 1 and each.sure and land.is_country and not _in_longer_name(theirs.text, each.span)
    ]
    for word in _WORD.finditer(theirs.text):
        if any(span.overlaps(Span(*word.span())) for span in named):
            continue
        lands = _lands_of(word.group(), theirs.language)
        lost += [(Span(*word.span()), land) for land in lands if len(lands) == 1]
    lost = [
        (span, land) for span, land in lost if not any(told(one, ours_around.words) for one in (land, *governing(land)))
    ]
    known = {place for each in mentions(theirs_around.text, theirs.language) for place in each.places}
    known.update(land for word in theirs_around.words for land in _lands_of(word, theirs.language))
    new = []
    for word in _WORD.finditer(ours.text):
        name = re.sub(r"['’]s$", "", word.group())
        lands = peoples().get(name.lower(), frozenset()) if name.istitle() else frozenset()
        lands = lands or frozenset(place for each in mentions(name, ENGLISH) for place in each.places if each.sure)
        if len(lands) == 1 and not _in_longer_name(ours.text, Span(*word.span())):
            [land] = lands
            akin = land in known or any(land.akin(place) for place in known)
            if land.is_country and not akin:
                new.append((word, name, land))
    if len({land for _, land in lost}) == len({land for *_, land in new}) == 1:
        (other, land), (word, name, instead) = lost[0], new[0]
        if not _are_like(land, instead) and other not in named:
            return
        span = Span(word.start(), word.start() + len(name))
        yield Renaming(span, name, other.of(theirs.text), other, land.english[-1], sure=True)


def _are_like(one: NamedPlace, other: NamedPlace) -> bool:
    return any(likeness(*map(fold, names)) >= DIFFERENT for names in product(one.english, other.english))


def _lands_of(word: str, spoken: str) -> frozenset[NamedPlace]:
    """Return the countries whose people ``word`` is, and spelled like in English.

    One that is the English word too is what that says: “nigérien”.
    """
    plain = fold(word)
    listed = peoples_of(word, spoken)
    english = [each for each in (*renderings(word, spoken), *listed) if each in peoples()]
    if english and plain in peoples():
        return peoples()[plain]
    if len({peoples()[each] for each in english}) == 1:
        return peoples()[english[0]]
    akin = [each for each in english if each in listed or cognate(plain, each)]
    return frozenset(land for each in akin for land in peoples()[each])


def _for_its_country(mention: Mention, ours: Side, theirs: Side) -> bool:
    """Tell whether a capital stands for its country, which the source says and the translation does not otherwise."""
    elsewhere = words_of(f"{ours.text[: mention.span.start]} {ours.text[mention.span.end :]}")
    lands = [land for place in mention.places for land in governing(place) if land.is_country]
    return any(stems(land) & theirs.rendered and not told(land, elsewhere) for land in lands)


def _told_by_country(mention: Mention, ours: Side, theirs: Side) -> bool:
    """Tell whether a capital of the source stands for its country, which it does not otherwise say, and ours does."""
    lands = [land for place in mention.places for land in governing(place) if land.is_country]
    others = {place for each in mentions(theirs.text, theirs.language) if each != mention for place in each.places}
    return any(land not in others and not stems(land) & theirs.rendered and told(land, ours.words) for land in lands)


def _as_common_words(ours: Side, theirs: Side, ours_around: Side) -> Iterator[Renaming]:
    """Yield the places of a source that stand in the translation as what they mean when written small.

    Only where capitals tell names from words, inside sentences, or where a noun would need the article that it lacks.
    Case forms are left out, for they are like those of other words.
    """
    spoken = theirs.language
    facts = language_of(spoken)
    if lexicon(spoken) is None or facts.writing.capitals is Capitals.UNKNOWN or facts.names.declined:
        return
    nouns = facts.writing.capitals is Capitals.NOUNS
    capitals = _capitals(ours_around)
    for each in mentions(theirs.text, spoken):
        name = each.span.of(theirs.text)
        if (
            not (each.sure and name.istitle())
            or _OPENING.search(theirs.text, 0, each.span.start)
            or _in_longer_name(theirs.text, each.span)
            or _ARTICLE.search(theirs.text, 0, each.span.start)
            or (nouns and not _WITHOUT_ARTICLE.search(theirs.text, 0, each.span.start))
            or any(told(place, capitals) for place in each.places)
        ):
            continue
        for word in _WORD.finditer(ours.text):
            if word.group().islower() and _means(english_stem(word.group()), renderings(name, spoken)):
                place = min(each.places, key=lambda place: place.english)
                yield Renaming(Span(*word.span()), word.group(), name, each.span, place.english[-1], sure=False)
                break


def _means(word: str, meanings: Collection[str]) -> bool:
    """Tell whether the English stem ``word`` is one of ``meanings``, or one of them is derived from it."""
    return len(word) > _SHORTEST_NAME and any(meaning.startswith(word) for meaning in meanings)


def _no_places(side: Side) -> tuple[str, ...]:
    """Return the words of a text that are surely of no place: those may be a name in another spelling."""
    return tuple(word for word in side.words if not any(each.sure for each in mentions(word, side.language)))


def _of_a_kind(one: Mention, other: Mention) -> bool:
    """Tell whether one may be told for the other: places of one kind, or with a word of their names in common."""
    kinds = ({place.kind for place in each.places} for each in (one, other))
    words = [
        {word for place in each.places for name in place.english for word in name.split()} for each in (one, other)
    ]
    alike = next(kinds) == next(kinds) or any(len(word) >= _LONG for word in words[0] & words[1])
    return alike and not any(a.akin(b) for a in one.places for b in other.places)


def _abbreviated(mention: Mention, theirs: Side) -> bool:
    """Tell whether a text without spaces may name the place by the first sign of its name, as Chinese copy does."""
    if language_of(theirs.language).writing.spaced:
        return False
    whole = theirs.text
    for each in mentions(whole, theirs.language):
        whole = whole.replace(each.span.of(theirs.text), " ")
    return any(name[0] in whole for place in mention.places for name in place.others if name[0] > "\u3400")


def _in_longer_name(text: str, span: Span) -> bool:
    before = re.search(r"([^\W\d_]\w*)[ -]$", text[: span.start])
    after = re.match(r"[ -]([^\W\d_]\w*)", text[span.end :])
    return bool(
        (before and before[1][0].isupper() and not _OPENING.search(text, 0, before.start()))
        or (after and after[1][0].isupper())
    )


def _people(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[Renaming]:
    spoken = theirs.language
    english = frozenset(english_stem(part.lower()) for word in ours_around.words for part in (word, *word.split("-")))
    mine, others = _runs(ours.text, ENGLISH), _runs(theirs.text, theirs.language)
    new = {
        word
        for run in mine
        for word in run
        if _is_no_word(word, spoken) and not _answered(word.text, ours_around, theirs, theirs_around)
    }
    lost = {
        word
        for run in others
        for word in run
        if _is_simple(word.text)
        and _is_untold(word.text, spoken, english)
        and not _answered(word.text, theirs_around, ours, ours_around)
    }
    towns = [each.span for each in mentions(ours.text, ENGLISH) if " " in each.span.of(ours.text)]
    new = {word for word in new if not any(word.span.overlaps(span) for span in towns)}
    told_already: set[_Word] = set()
    for run, theirs_run in product(mine, others):
        for word, other in _beside_a_kept_name(run, theirs_run):
            if not told_already.isdisjoint({word, other}):
                continue
            renamed = (word in new and other in lost) or _is_translated(word, other, spoken)
            if (
                renamed
                or _misspelled(word, run, other, theirs_run, spoken)
                or _is_translated_surname(word, run, other, theirs_run, ours_around, spoken)
                or _is_another_surname(word, run, other, theirs_run, ours_around, theirs_around)
                or _is_of_the_other_gender(word, run, other, theirs_run, theirs)
            ):
                told_already |= {word, other}
                yield _renaming(ours, theirs, (word,), (other,), whole=theirs_run, sure=True)
        surname = _told_in_two_words(run, theirs_run, ours_around, theirs_around)
        if surname and told_already.isdisjoint(surname):
            told_already |= {*surname, theirs_run[-1]}
            yield _renaming(ours, theirs, surname, theirs_run[-1:], whole=theirs_run, sure=True)
    for run in others:
        for part, place in _told_by_meaning(run, ours, theirs, ours_around):
            if part not in told_already:
                told_already.add(part)
                yield Renaming(place, place.of(ours.text), part.text, _stretch(run), part.text, sure=True)
    new = {word for word in new - told_already if _is_name(word.text, spoken)}
    lost = {word for word in lost - told_already if not mentions(word.text, spoken)}
    left = [part for run in mine for part in _parts(ours, run, new)]
    gone = [part for run in others for part in _parts(theirs, run, lost)]
    if not left and not gone:
        left, gone = _openings(mine, new, spoken), _openings(others, lost, spoken)
    if len(left) == len(gone) == 1 and len(left[0]) == len(gone[0]) and not _are_words(left[0], gone[0], spoken):
        yield _renaming(ours, theirs, left[0], gone[0], whole=gone[0], sure=len(left[0]) > 1)


def _capitals(side: Side) -> list[str]:
    """Return the words of a text that have a capital, which alone may be a name."""
    return [word for word in side.words if word[0].isupper()]


def _told_by_meaning(run: Sequence[_Word], ours: Side, theirs: Side, ours_around: Side) -> Iterator[tuple[_Word, Span]]:
    """Yield the surname behind a given name that is kept, and the English word beside that for what it means."""
    spoken = theirs.language
    for given, surname in pairwise(run):
        if given.text not in _given_names() or _ARTICLE.search(theirs.text, given.span.end, surname.span.start):
            continue
        kept = [word for word in _WORD.finditer(ours.text) if held(word.group(), (given.text,))]
        meant = renderings(surname.text, spoken)
        if len(kept) != 1 or not meant or any(may_be(word, surname.text) for word in _capitals(ours_around)):
            continue
        beside = ours.text[kept[0].end() : kept[0].end() + _BESIDE]
        others = [
            renderings(w.span.of(theirs.text), spoken) for w in theirs.stemmed if not w.span.overlaps(surname.span)
        ]
        for word in islice(_WORD.finditer(beside), 2):
            stem_ = english_stem(word.group().lower())
            if stem_ in meant and not any(stem_ in other for other in others):
                yield surname, Span(*word.span()).shift(kept[0].end())


def _renaming(
    ours: Side, theirs: Side, words: Sequence[_Word], others: Sequence[_Word], *, whole: Sequence[_Word], sure: bool
) -> Renaming:
    here, there = _stretch(words), _stretch(others).of(theirs.text)
    latin = language_of(theirs.language).writing.capitals is not Capitals.UNKNOWN and there[0] < "\u0250"
    return Renaming(here, here.of(ours.text), there, _stretch(whole), there if latin else None, sure)


def _stretch(words: Sequence[_Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)


def _parts(side: Side, run: Sequence[_Word], wanted: Collection[_Word]) -> Iterator[tuple[_Word, ...]]:
    """Yield the neighbouring words of a name that are ``wanted``; what goes before may be a title.

    A word alone that opens a sentence, or stands behind an article, may be no name.
    """
    article = _ENGLISH_ARTICLE if side.language == ENGLISH else _ARTICLE
    for is_wanted, words in groupby(run, wanted.__contains__):
        part = tuple(words)
        articled = len(part) == 1 and article.search(side.text, 0, part[0].span.start)
        if is_wanted and part[-1] is run[-1] and not articled and (len(part) > 1 or not part[0].opens):
            yield part


def _openings(runs: Iterable[Sequence[_Word]], wanted: Collection[_Word], spoken: str) -> list[tuple[_Word, ...]]:
    """Return the first words of sentences that are ``wanted``, alone, and no words that the lexicon knows."""
    alone = ((run[0],) for run in runs if len(run) == 1 and run[0].opens and run[0] in wanted)
    return [words for words in alone if not renderings(words[0].text, spoken)]


def _answered(name: str, around: Side, other: Side, other_around: Side) -> bool:
    """Tell whether ``other`` has ``name``, or its neighbours have it as often as those of ``name``, in ``around``."""
    here, there = (_times(name, side) for side in (around, other_around))
    return bool(_times(name, other)) or there >= here


def _times(name: str, side: Side) -> int:
    """Return how often a text may have ``name``."""
    pair = (lambda word: (name, word)) if side.language != ENGLISH else (lambda word: (word, name))
    return sum(may_be(*pair(word)) for word in side.words)


def _is_translated(word: _Word, other: _Word, spoken: str) -> bool:
    """Tell whether ``word`` says in English what the given name ``other``, a word too, means."""
    plain = word.text.lower()
    if stem(other.text.lower(), spoken) not in _given_words(spoken) or plain not in english_words():
        return False
    return plain != fold(other.text) and english_stem(plain) in renderings(other.text, spoken)


@cache
def _given_words(spoken: str) -> frozenset[str]:
    return frozenset(stem(name, spoken) for name in language_of(spoken).names.given)


def _misspelled(word: _Word, run: Sequence[_Word], other: _Word, theirs: Sequence[_Word], spoken: str) -> bool:
    """Tell whether the surname ``word`` of ``run`` is that of the source but for letters nothing explains."""
    if not (word is run[-1] and other is theirs[-1]) or not _is_name(word.text, spoken):
        return False
    if word.text in english_forms(other.text) or mentions(" ".join(each.text for each in run), ENGLISH):
        return False
    kept = not {fold(each.text) for each in run[:-1]}.isdisjoint(fold(each.text) for each in theirs[:-1])
    return misspelled(word.text, other.text, spoken, beside_kept=kept)


def _is_translated_surname(
    word: _Word, run: Sequence[_Word], other: _Word, theirs: Sequence[_Word], ours_around: Side, spoken: str
) -> bool:
    """Tell whether somebody's surname, of a language that declines names, is told as the word that it also is."""
    if not language_of(spoken).names.declined or min(len(run), len(theirs)) < 2:
        return False
    if not (word is run[-1] and other is theirs[-1]) or word.text.lower() not in english_words():
        return False
    meant = english_stem(word.text.lower()) in renderings(other.text, spoken)
    heard = may_be(word.text, other.text) or sounds(word.text).endswith(sounds(other.text))  # White is Уайт
    return meant and not heard and _is_person(run[-2].text, run, ours_around)


def _is_another_surname(
    word: _Word,
    run: Sequence[_Word],
    other: _Word,
    theirs: Sequence[_Word],
    ours_around: Side,
    theirs_around: Side,
) -> bool:
    """Tell whether the name before the surname is kept to the letter, and the surname is none of the source's.

    Asked between Latin alphabets that do not decline names. Where titles or second names stand before, the surname must
    be what that of the source means, or begin like it. A noun of German may be rendered by another, unless the English
    says of whom it speaks.
    """
    spoken = theirs_around.language
    facts = language_of(spoken)
    if facts.names.declined or min(len(run), len(theirs)) < 2 or not (word is run[-1] and other is theirs[-1]):
        return False
    kept = run[-2].text
    one, two = fold(word.text), fold(other.text)
    meant = english_stem(one) in renderings(other.text, spoken)
    person = meant and kept.lower() not in english_words() and _is_person(kept, run, ours_around)
    alike = fold(kept) == fold(theirs[-2].text) or (person and may_be(kept, theirs[-2].text))
    if not alike or other.text[0] > "\u0250" or one == spelled_out(other.text):
        return False
    unlike = likeness(one, two) < DIFFERENT or one in two or two in one
    if kept.lower() in english_words() and (unlike or run[-2].opens or is_english(one) or is_english(two)):
        return False  # “Bad” begins the names of towns, and sentences
    known = kept.lower() not in english_words() and is_english(kept.lower())
    if known and not _is_person(kept, run, ours_around):  # Nobel and the like are in the news, too
        return False
    if min(len(one), len(two)) < _SHORTEST_NAME or word.text in english_forms(other.text):
        return False
    if same_in_writing(one, two) and not _became_a_word(one, two):
        return False
    alone = len(run) == len(theirs) == 2
    if not (alone or meant or one[0] == two[0]):
        return False
    if (meant or not alone) and facts.writing.capitals is Capitals.NOUNS and not _is_person(kept, run, ours_around):
        return False
    here, there = ({fold(each) for each in side.words} for side in (ours_around, theirs_around))
    named = mentions(" ".join(each.text for each in theirs), spoken) or mentions(other.text, spoken)
    return (not named or kept.lower() in english_words()) and two not in here and one not in there


def _told_in_two_words(
    run: Sequence[_Word], theirs: Sequence[_Word], ours_around: Side, theirs_around: Side
) -> tuple[_Word, ...]:
    """Return the two English words that stand for a surname of one: “Tullio Holy Cross” for Tullio Santacroce."""
    facts = language_of(theirs_around.language)
    if facts.names.declined or facts.writing.capitals is Capitals.NOUNS or min(len(run), len(theirs) + 1) < 3:
        return ()
    given, surname, told = run[-3].text, theirs[-1].text, run[-2:]
    if fold(given) != fold(theirs[-2].text) or given.lower() in english_words() or surname.lower() in english_words():
        return ()
    if any(word.text.lower() not in english_words() or word.text in _given_names() for word in told):
        return ()
    kept = any(held(surname, (word,)) for word in ours_around.words) or bool(mentions(surname, theirs_around.language))
    small = {word.text.lower() for word in told}
    kept = kept or not _is_person(given, run, ours_around)
    return () if kept or not small.isdisjoint(_bodies()) or renderings(given, theirs_around.language) else tuple(told)


def _became_a_word(ours: str, theirs: str) -> bool:
    """Tell whether a folded surname has become an English word that sounds like it, which no transcription does."""
    return (
        ours in english_words()
        and theirs not in english_words()
        and ours not in {f"{theirs}s", theirs.removesuffix("s")}
    )


def _is_person(kept: str, run: Sequence[_Word], ours: Side) -> bool:
    """Tell whether English copy shows that ``run``, which ends in ``kept`` and a surname, is somebody's name."""
    if kept in _given_names():
        return True
    whole = " ".join(word.text for word in run[[word.text for word in run].index(kept) :])
    around = re.search(rf"((?:\w+\W+){{0,4}}){re.escape(whole)}((?:\W+\w+){{0,4}})", ours.text)
    if around is None or run[-1].text.lower() in _bodies():
        return False
    if _AGED.match(around[2]):
        return True
    return not {word.lower() for word in _WORD.findall(f"{around[1]} {around[2]}")}.isdisjoint(_person_nouns())


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset((*word_list("people.persons"), *word_list("people.offices"))) - _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset((*word_list("people.bodies"), *word_list("people.groups")))


def _is_of_the_other_gender(
    word: _Word, run: Sequence[_Word], other: _Word, theirs_run: Sequence[_Word], theirs: Side
) -> bool:
    """Tell whether a man of the source has a woman's surname, or a woman a man's, where surnames show the gender.

    A case form of a man's surname looks like a woman's; the given name, whose ending the translation took off, does
    not. A woman's has endings that no man's has. Where the source has the surname twice, it may be of both.
    """
    facts = language_of(theirs.language).names
    if not facts.womans or not (word is run[-1] and other is theirs_run[-1]) or min(len(run), len(theirs_run)) < 2:
        return False
    if not may_be(word.text, other.text) or _times(word.text, theirs) > 1:
        return False
    name, given = other.text.lower(), run[-2].text
    if re.search(rf"(?:{facts.womans})$", word.text):
        if re.search(rf"(?:{facts.theirs_mans})$", name):
            return True
        declined = fold(given)[-1] not in _VOWELS and fold(theirs_run[-2].text)[-1] in _VOWELS and given not in _women()
        return declined and re.search(rf"(?:{facts.theirs_either})$", name) is not None
    named = re.search(rf"(?:{facts.mans})$", word.text) and re.search(rf"(?:{facts.theirs_womans})$", name)
    return bool(named) and given.endswith("a")


@cache
def _women() -> frozenset[str]:
    return frozenset(word_list("people.female_names"))


def _beside_a_kept_name(run: Sequence[_Word], theirs: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """Yield the words of two names of people that stand on the same side of a word that both have."""
    for (index, word), (place, other) in product(enumerate(run), enumerate(theirs)):
        if word.text.istitle() and held(word.text, (other.text,)):
            for step in (-1, 1):
                if 0 <= index + step < len(run) and 0 <= place + step < len(theirs):
                    yield run[index + step], theirs[place + step]


def _runs(text: str, language: str) -> list[tuple[_Word, ...]]:
    """Return the neighbouring capitalised words of ``text``, one that opens a sentence only before another.

    Titles are no part of a name: « Mme », « Frau ».
    """
    runs: list[list[re.Match[str]]] = []
    for found in _WORD.finditer(text):
        if not found.group()[0].isupper() or len(found.group()) < 2 or found.group().lower() in _titles(language):
            continue
        if runs and _BETWEEN.fullmatch(text, runs[-1][-1].end(), found.start()):
            runs[-1].append(found)
        else:
            runs.append([found])
    nouns = language_of(language).writing.capitals is Capitals.NOUNS
    return [
        tuple(_Word(each.group(), Span(*each.span()), bool(_OPENING.search(text, 0, each.start()))) for each in run)
        for run in ((_without_title(run, language) if nouns else run) for run in runs)
    ]


def _without_title(run: list[re.Match[str]], language: str) -> list[re.Match[str]]:
    """Return the words of a name without the noun before it that says what somebody is: “Staatschef Macron”."""
    first = run[0].group()
    entries = lexicon(language)
    if entries is None or len(run) == 1 or len(first) < _SHORTEST_TITLE or first in _given_names():
        return run
    return run[1:] if entries.tokens(stem(first.lower(), language)) else run


@cache
def _titles(language: str) -> frozenset[str]:
    """Return the abbreviated titles of a language, and those before any name, in lower case."""
    return frozenset(map(str.lower, language_of(language).stops.titles))


def _is_simple(text: str) -> bool:
    """Tell whether a capitalised word is neither an acronym nor joined of several, nor too short for a name."""
    return text.isalpha() and len(text) >= _SHORTEST_NAME and not any(map(str.isupper, text[1:]))


def _is_no_word(word: _Word, spoken: str) -> bool:
    """Tell whether a capitalised word of the translation is no English word, or a rare one such as “weber”."""
    text = word.text
    if not _is_simple(text):
        return False
    if text in _given_names() or not (text.lower() in english_words() or is_coined(text.lower())):
        return True
    return not word.opens and lexicon(spoken) is not None and not _renders(text, spoken)


def _renders(text: str, spoken: str) -> bool:
    """Tell whether an English word is known to render some word of the language ``spoken``."""
    entries = lexicon(spoken)
    return entries is not None and english_stem(text.lower()) in entries.english


def _is_name(text: str, spoken: str) -> bool:
    """Tell whether a word of the translation is surely somebody's name, or something's: no place, no people."""
    if not _is_simple(text) or mentions(text, ENGLISH):
        return False
    if text in _given_names():
        return True
    plain = text.lower()
    if lexicon(spoken) is None:  # nothing else tells names from peoples, months and what an English list of words lacks
        return not is_english(plain)
    kept = english_stem(plain) in renderings(plain, spoken)  # “Caen” is “Caen”
    return plain not in english_words() and (kept or not _renders(text, spoken))


@cache
def _given_names() -> frozenset[str]:
    return frozenset((*word_list("people.female_names"), *word_list("people.male_names")))


def _are_words(ours: Sequence[_Word], theirs: Sequence[_Word], spoken: str) -> bool:
    """Tell whether two words alone are words of their languages with a capital, as titles have them, and no names.

    A noun of German is one as a rule, whatever stands for it.
    """
    [word, *more], other = ours, theirs[0].text
    nouns = language_of(spoken).writing.capitals is Capitals.NOUNS and len(theirs) == 1
    if not nouns and (more or word.text.lower() not in english_words() or other in _given_names()):
        return False
    english = renderings(other, spoken)
    return bool(english) and english_stem(fold(other)) not in english


def _is_untold(word: str, spoken: str, english: Collection[str]) -> bool:
    """Tell whether a capitalised word of the source is nothing that the stems ``english`` render."""
    if word in _given_names():
        return True
    return renderings(word, spoken).isdisjoint(english) and word.lower() not in language_of(spoken).function_words
