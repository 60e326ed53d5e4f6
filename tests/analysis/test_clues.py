"""A clue never hides a match, whatever the expression is made of, and hides most of the rest."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.analysis import Analysis, ClueIndex, Clues, Sentence, TokenPattern, TokenPatterns, regex_clues, token_clues
from auditor.analysis.clues import grams
from auditor.segmentation import document_from_text

EXPRESSIONS = {
    "a word": r"\bforesee",
    "endings": r"\bforesee(?:s|n|ing)?\b",
    "alternatives": r"\b(?:on|from) (?:his|her) sides?,",
    "alternatives of unlike kinds": r"(?:\bmilliards?|\d{4}|\w+-la)\b",
    "an alternative that is empty": r"grand(?:|child)ren",
    "a class": r"organi[sz]e[ds]",
    "a range": r"\b19[0-4]5\b",
    "a wide range": r"\b[a-z]{3}que\b",
    "a class that excludes": r"the [^aeiou]otel",
    "digits": r"\d{1,2} h \d\d",
    "spaces": r"in\sthe\s+television",
    "any character": r"of.the",
    "repetition": r"(?:very ){2,3}late",
    "lazy repetition": r"said .{0,9}?yes",
    "possessive repetition": r"(?:ha)++h",
    "an atomic group": r"(?>more|most) better",
    "a repetition of none": r"(?:not )*late",
    "a look ahead": r"pretend(?=s? to)",
    "a look behind": r"(?<=the )actual",
    "what must not follow": r"actual(?!ly) state",
    "a group referred to": r"\b(the|an) \1\b",
    "a group that decides": r"(\()?sic(?(1)\)|!)",
    "a group that heeds case": r"(?-i:[Mm]aster) K",
    "marks beyond ASCII": r"[«»„] ?x|café|万|\d ?°",
    "more wordings than are spelt out": r"[abcdefgh][abcdefgh][abcdefgh]x[abcdefgh]",
}

TOKENS: dict[str, tuple[TokenPattern, str]] = {
    "a word": ([{"LOWER": "foresee"}], "They Foresee rain."),
    "one of several words": ([{"LOWER": {"IN": ["in", "on"]}}, {"LOWER": "effect"}], "It is in effect now."),
    "a form as written": ([{"TEXT": "Master"}, {"POS": "PROPN"}], "The lawyer, Master Dupont, left."),
    "a dictionary form": ([{"LEMMA": {"IN": ["go", "come"]}}, {"LOWER": "away"}], "They went away."),
    "an expression": ([{"LOWER": {"REGEX": "^foresee(?:s|n)$"}}], "He foresees rain."),
    "a word that may be missing": ([{"LOWER": "very", "OP": "?"}, {"LOWER": "late"}], "He was late."),
    "a word that may be repeated": ([{"LOWER": "very", "OP": "+"}, {"LOWER": "late"}], "He was very very late."),
    "a word that is excluded": ([{"LOWER": {"NOT_IN": ["very"]}}, {"LOWER": "late"}], "He was late."),
    "a word beyond ASCII": ([{"LOWER": {"IN": ["café", "bar"]}}], "The Café shut."),
    "a kind of word": ([{"POS": "DET"}, {"IS_ALPHA": True}], "The bar shut."),
}

EVERY_CHARACTER = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))


def may_match(clues: Clues, present: frozenset[str]) -> bool:
    return ClueIndex([clues]).possible(present) == [0]


def sentence(text: str) -> Sentence:
    (only,) = Analysis(document_from_text("story", text)).sentences
    return only


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_no_clue_hides_a_match_of(expression: str) -> None:
    clues = regex_clues(expression)

    @settings(max_examples=60, deadline=None, database=None)
    @given(st.from_regex(re.compile(expression, re.IGNORECASE)))
    def holds(text: str) -> None:
        assert may_match(clues, grams(text))

    holds()


@pytest.mark.parametrize(("pattern", "text"), TOKENS.values(), ids=TOKENS)
def test_no_clue_hides_a_match_of_tokens_by(pattern: TokenPattern, text: str) -> None:
    read = sentence(text)
    assert list(TokenPatterns({"rule": pattern}).matches(read.doc)), "the example matches"
    assert may_match(token_clues(pattern), read.grams)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\bforesee(?:s|n|ing)?\b", "The council met in the town hall."),
        (r"\b(?:on|from) (?:his|her) sides?,", "On his return, he met the council."),
        (r"\d{1,2} h \d\d", "The council met at noon."),
        (r"[«»]", "The council “met” at noon."),
        (r"pretend(?=s? to)", "He claims to know."),
        (r"said .{0,9}?yes", "He said that it was no use."),
    ],
)
def test_a_text_without_the_clues_is_passed_over(expression: str, text: str) -> None:
    assert re.search(expression, text, re.IGNORECASE) is None
    assert not may_match(regex_clues(expression), grams(text))


def test_a_sentence_without_the_words_of_a_token_pattern_is_passed_over() -> None:
    pattern = [{"LEMMA": {"IN": ["celebrate", "mark"]}}, {"POS": "DET", "OP": "?"}, {"LOWER": "birthday"}]
    assert not may_match(token_clues(pattern), sentence("The council celebrated its prize.").grams)


def test_a_pattern_that_names_no_words_has_no_clues() -> None:
    assert token_clues([{"POS": "NOUN"}, {"LOWER": {"NOT_IN": ["state"]}}]) == ()
    assert regex_clues(r"\w+-[^\W\d]+|.x?") == ()


@pytest.mark.parametrize(
    ("kind", "expected"), [("[a-z]", "abcdefghijklmnopqrstuvwxyz"), (r"\d", "0123456789"), (r"\s", " ")]
)
def test_what_an_expression_takes_for_the_same_is_looked_up_as_the_same(kind: str, expected: str) -> None:
    same = re.findall(kind, EVERY_CHARACTER, re.IGNORECASE)
    assert len(same) > len(expected), "there are odd ones among them"
    assert {gram for character in same for gram in grams(character)} == set(expected)


def test_many_patterns_are_told_apart_in_their_order() -> None:
    index = ClueIndex(map(regex_clues, (r"\w+", "noon", "night", r"\bat\b")))
    assert index.possible(grams("The council met at noon.")) == [0, 1, 3]
    assert index.possible(grams("No one")) == [0]
