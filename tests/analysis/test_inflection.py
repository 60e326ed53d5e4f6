"""English words take the form that another has."""

from __future__ import annotations

import pytest

from auditor.analysis import every_form, inflected, kind_of_word


@pytest.mark.parametrize(
    ("word", "tag", "form"),
    [
        ("announce", "VBD", "announced"),
        ("announce", "VBG", "announcing"),
        ("carry", "VBZ", "carries"),
        ("play", "VBD", "played"),
        ("stop", "VBD", "stopped"),
        ("visit", "VBD", "visited"),
        ("occur", "VBG", "occurring"),
        ("panic", "VBD", "panicked"),
        ("agree", "VBG", "agreeing"),
        ("die", "VBG", "dying"),
        ("go", "VBN", "gone"),
        ("show", "VBD", "showed"),
        ("become", "VBN", "become"),
        ("cut", "VBD", "cut"),
        ("city", "NNS", "cities"),
        ("church", "NNS", "churches"),
        ("stomach", "NNS", "stomachs"),
        ("hero", "NNS", "heroes"),
        ("photo", "NNS", "photos"),
        ("woman", "NNS", "women"),
        ("big", "JJR", "bigger"),
        ("happy", "JJS", "happiest"),
        ("good", "JJS", "best"),
        ("important", "JJR", "more important"),
    ],
)
def test_a_word_takes_the_form_of_the_tag(word: str, tag: str, form: str) -> None:
    assert inflected(word, tag) == form


def test_of_several_words_the_first_of_a_verb_and_the_last_of_a_noun_changes() -> None:
    assert inflected("take part in", "VBD") == "took part in"
    assert inflected("prime minister", "NNS") == "prime ministers"


@pytest.mark.parametrize("tag", ["NN", "VB", "VBP", "JJ", "RB", "IN", ""])
def test_a_tag_of_a_base_form_or_an_unknown_one_changes_nothing(tag: str) -> None:
    assert inflected("stop", tag) == "stop"


def test_tags_tell_the_kind_of_word() -> None:
    assert [kind_of_word(tag) for tag in ("NNS", "VBD", "JJ", "RB", "IN", "")] == ["n", "v", "a", "r", "", ""]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("honour", "honored"),
        ("honor", "honoured"),
        ("endeavour", "endeavors"),
        ("labor", "labouring"),
        ("realise", "realized"),
    ],
)
def test_both_spellings_of_a_word_are_given(word: str, form: str) -> None:
    assert form in every_form(word).values()


@pytest.mark.parametrize(
    ("word", "form"), [("four", "for"), ("author", "authour"), ("hour", "hor"), ("motor", "motour")]
)
def test_what_only_looks_like_another_spelling_is_not(word: str, form: str) -> None:
    assert form not in every_form(word).values()
