"""Patterns over parsed text: what asks for words first finds what spaCy's own matchers find."""

from __future__ import annotations

import pytest
from spacy.matcher import DependencyMatcher, Matcher

from auditor.analysis import Analysis, DependencyPatterns, Sentence, TokenPattern, TokenPatterns
from auditor.analysis.language import language
from auditor.segmentation import document_from_text

TEXT = """The firms discussed about the plan. They DISCUSSED on it, and the plan was given to nobody.

Many worker stayed. He was discussing nothing of it; she gave the mayor two books.
"""

TOKENS: dict[str, TokenPattern] = {
    "a lemma and a list": [{"LEMMA": "discuss"}, {"LOWER": {"IN": ["about", "of", "on"]}}],
    "a word as it stands": [{"TEXT": "DISCUSSED"}],
    "a word that may be absent": [{"LOWER": "many"}, {"LOWER": "absent", "OP": "?"}, {"TAG": "NN"}],
    "a word that may be absent, or many": [{"LEMMA": "give"}, {"LOWER": "nowhere", "OP": "{0,2}"}, {"LOWER": "to"}],
    "a word that must not be there": [{"LOWER": "nowhere", "OP": "!"}, {"LOWER": "plan"}],
    "one or more": [{"LOWER": {"IN": ["the", "firms"]}, "OP": "+"}, {"LEMMA": "discuss"}],
    "a word in no sentence": [{"LOWER": "nowhere"}, {"LOWER": "to"}],
    "no word at all": [{"POS": "DET"}, {"POS": "NOUN"}],
    "words that are not meant": [{"LOWER": {"NOT_IN": ["the"]}}, {"POS": "NOUN"}],
    "an expression": [{"LOWER": {"REGEX": "^work"}}],
}

ARCS: dict[str, TokenPattern] = {
    "object": [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "give"}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "thing", "RIGHT_ATTRS": {"DEP": {"IN": ["dobj", "obj"]}}},
    ],
    "no such verb": [{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "vanish"}}],
}


@pytest.fixture(scope="module")
def sentences() -> tuple[Sentence, ...]:
    return Analysis(document_from_text("story", TEXT)).sentences


@pytest.mark.parametrize("name", TOKENS)
def test_token_patterns_find_what_their_matcher_finds(name: str, sentences: tuple[Sentence, ...]) -> None:
    matcher = Matcher(language().vocab)
    matcher.add(name, [[dict(token) for token in TOKENS[name]]], greedy="LONGEST")
    patterns = TokenPatterns({name: TOKENS[name]})
    for sentence in sentences:
        found = [tuple(token.i for token in match.tokens) for match in patterns.matches(sentence)]
        assert found == [tuple(range(start, end)) for _, start, end in matcher(sentence.doc)]


@pytest.mark.parametrize("name", ARCS)
def test_dependency_patterns_find_what_their_matcher_finds(name: str, sentences: tuple[Sentence, ...]) -> None:
    matcher = DependencyMatcher(language().vocab)
    matcher.add(name, [[dict(node) for node in ARCS[name]]])
    patterns = DependencyPatterns({name: ARCS[name]})
    for sentence in sentences:
        found = [
            tuple(sorted(t.i for each in match.parts.values() for t in each)) for match in patterns.matches(sentence)
        ]
        assert found == [tuple(sorted(indexes)) for _, indexes in matcher(sentence.doc)]


def test_the_examples_hold_matches(sentences: tuple[Sentence, ...]) -> None:
    silent = {"a word in no sentence"}
    for name, pattern in TOKENS.items():
        found = [m for sentence in sentences for m in TokenPatterns({name: pattern}).matches(sentence)]
        assert bool(found) == (name not in silent), name
    assert [m.key for sentence in sentences for m in DependencyPatterns(ARCS).matches(sentence)] == ["object"]


def test_matches_come_in_the_order_of_the_patterns(sentences: tuple[Sentence, ...]) -> None:
    names = ("no word at all", "a lemma and a list")
    patterns = TokenPatterns({name: TOKENS[name] for name in names})
    assert [match.key for match in patterns.matches(sentences[0])] == [names[0], names[0], names[1]]
