"""Numbers in words are read as their values, in every form that running text has.

The words come from grammars that know nothing of our tables: see ``spelling/``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.analysis.numbers import Firmness, numbers
from auditor.analysis.numbers.lexicon import lexicon as lexicon_of
from auditor.languages import language as language_of
from auditor.languages import languages
from tests.analysis.spelling.declension import CASES, CZECH, GENDERS, UKRAINIAN, Grammar, czech_inverted
from tests.analysis.spelling.rules import speller

COUNT = 1_000

Source = Callable[[random.Random, int], str]


def by_rules(language: str, kind: str = "cardinal") -> Source:
    """Return what spells by one of CLDR's rule sets: a case, a gender."""
    rules = speller(language)
    names = [name for name in rules.names(kind) if "plural" not in name]
    return lambda chance, value: rules.spell(value, chance.choice(names))


def by_grammar(grammar: Grammar) -> Source:
    """Return what spells in any case and gender."""
    return lambda chance, value: grammar.spell(value, chance.choice(CASES), chance.choice(GENDERS))


CARDINALS = {
    **{code: by_rules(code) for code in ("ru", "pl", "de", "fr", "es", "it", "pt", "nl", "sv", "tr")},
    "uk": by_grammar(UKRAINIAN),
    "cs": by_grammar(CZECH),
}
ORDINALS = {code: by_rules(code, "ordinal") for code in ("ru", "de", "fr", "it", "nl", "sv")}


def a_value(chance: random.Random) -> int:
    """Return a number as news has them: small ones, years, round sums, now and then one of twelve digits."""
    kind = chance.random()
    if kind < 0.2:
        return chance.randint(2, 99)
    if kind < 0.35:
        return chance.randint(1000, 2100)
    if kind < 0.65:
        return chance.randint(1, 999) * 10 ** chance.randint(0, 9)
    return int(10 ** chance.uniform(2, 12))


def as_printed(chance: random.Random, words: str) -> str:
    """Return ``words`` as they may stand in copy: soft hyphens kept or not, other spaces and hyphens, a capital."""
    words = words if chance.random() < 0.3 else words.replace("\u00ad", "")
    words = words.replace(" ", chance.choice([" ", " ", " ", "\u00a0", "\n"]))
    words = words.replace("-", chance.choice(["-", "-", "-", "\u2011", "\u2010"]))
    return words.capitalize() if chance.random() < 0.2 else words


def spelled(language: str, source: Source, most: int = 10**12) -> Iterator[tuple[int, str]]:
    chance = random.Random(language)
    for _ in range(COUNT):
        value = a_value(chance) % most or 2
        yield value, as_printed(chance, source(chance, value))


def read(words: str, language: str) -> list[tuple[str, Fraction]]:
    return [(number.text, number.values[0]) for number in numbers(f"({words}).", language)]


def firmness(words: str, language: str) -> Firmness:
    return numbers(words, language)[0].firmness


@pytest.mark.parametrize("language", CARDINALS)
def test_a_number_in_words_is_read_as_its_value_in_every_case_and_gender(language: str) -> None:
    wrong = [
        (value, words, found)
        for value, words in spelled(language, CARDINALS[language])
        if (found := read(words, language)) != [(words, value)]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", CARDINALS)
def test_a_number_of_several_words_is_as_firm_as_figures(language: str) -> None:
    loose = [
        words
        for value, words in spelled(language, CARDINALS[language])
        if value > 12 and len(re.split(r"[\s\xad‐‑-]", words)) > 1 and firmness(words, language) < Firmness.FIGURES
    ]
    assert loose == []


@pytest.mark.parametrize("language", ORDINALS)
def test_an_ordinal_of_several_words_is_read_as_its_value(language: str) -> None:
    wrong = [
        (value, words, found)
        for value, words in spelled(language, ORDINALS[language], most=1_000)
        if value % 100 > 10 and (found := read(words, language)) != [(words, value)]
    ]
    assert wrong == []


@pytest.mark.parametrize("language", [each.code for each in languages() if each.numerals.cardinals])
def test_every_number_word_of_a_table_is_read_and_has_one_value(language: str) -> None:
    numerals = language_of(language).numerals
    words: dict[str, Fraction] = {}
    for value, forms in (*numerals.cardinals.items(), *numerals.scales.items()):
        for word in forms.split():
            assert words.setdefault(word, Fraction(value)) == Fraction(value), f"{word} stands twice"
    spoken = {word.replace("-", " "): value for word, value in words.items()}
    assert [word for word, value in spoken.items() if read(word, language) != [(word, value)]] == []


@settings(deadline=None)  # the first call reads the tables
@given(st.data(), st.sampled_from([each.code for each in languages() if each.numerals.cardinals]))
def test_numbers_in_words_never_overlap_and_stand_where_they_say(data: st.DataObject, language: str) -> None:
    lexicon = lexicon_of(language)
    words = st.lists(st.sampled_from(sorted({*lexicon.words, *lexicon.loose, "1990", "12", "½", "uhr"})), max_size=8)
    text = "".join(word + data.draw(st.sampled_from([" ", "-", "", ". ", ", ", "\u00ad"])) for word in data.draw(words))
    found = numbers(text, language)
    assert all(number.text == number.span.of(text) for number in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_czech_units_may_stand_before_the_tens() -> None:
    values = [value for value in range(21, 100) if value % 10]
    wrong = [
        (value, case)
        for value in values
        for case in CASES
        if read(czech_inverted(value, case), "cs") != [(czech_inverted(value, case), value)]
    ]
    assert wrong == []
