"""Checks that hold the words of a story against each other do so in time that grows with the story alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.base import Check, Story
from auditor.checks.consistency.names import StoryName
from auditor.checks.consistency.term_variants import _likely, _one_difference, term_in_two_forms
from auditor.checks.names.foreign_word import foreign_word_left_in
from auditor.checks.names.split_name import name_split_in_two
from auditor.checks.pronouns.pronoun_for_country import pronoun_for_country
from auditor.checks.typography.final_stop import final_stop_missing
from auditor.checks.typography.unpaired_quotation import unpaired_quotation
from auditor.desk import Desk
from auditor.model import Span
from auditor.segmentation import document_from_text
from auditor.segmentation.layout import is_finished
from tests.pace import pace


def paces(check: Check, story: Story) -> float:
    _ = story.analysis.sentences, story.analysis.quotations
    return pace(lambda: list(check.run(story)))


def numbered(form: str) -> Callable[[int], str]:
    return lambda many: "".join(form.format(n=chr(97 + n // 26 % 26) + chr(97 + n % 26)) for n in range(many))


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (pronoun_for_country, numbered("France said {n} would go. She said it was her port. ")),
        (term_in_two_forms, numbered("The Natio{n} Grain Council met.\n\n")),
        (name_split_in_two, numbered("She left Astro{n}Link today. ")),
        (foreign_word_left_in, numbered("He read “the journ{n} quotidien” there. ")),
        (final_stop_missing, lambda many: "(" * many * 20),
        (unpaired_quotation, lambda many: "“a " * many * 5),
    ],
)
def test_ten_times_the_text_takes_about_ten_times_as_long(check: Check, text: Callable[[int], str]) -> None:
    desk = Desk.of("wire")
    few, many = (desk.told(document_from_text("story", text(size)), None, None, None) for size in (60, 600))
    paces(check, few)
    assert paces(check, many) < 30 * max(paces(check, few), 6)


NAMES = st.lists(
    st.lists(
        st.sampled_from(["Scientist", "Sciences", "Scientific", "Grain", "Marine", "National"]), min_size=3, max_size=4
    ),
    max_size=12,
)


@given(NAMES)
def test_names_that_are_looked_at_are_those_that_differ_in_a_word(given_names: list[list[str]]) -> None:
    found = [StoryName(tuple(words), Span(0, 0), (), False, False) for words in given_names]
    every = {
        (first, second): pair
        for first, second in combinations(range(len(found)), 2)
        if (pair := _one_difference(found[first].words, found[second].words))
    }
    likely = {pair: every[pair] for pair in sorted(_likely(found)) if pair in every}

    def first_told(pairs: dict[tuple[int, int], tuple[str, str]]) -> dict[frozenset[str], tuple[int, int]]:
        told: dict[frozenset[str], tuple[int, int]] = {}
        for place, words in sorted(pairs.items()):
            told.setdefault(frozenset(words), place)
        return told

    assert first_told(likely) == first_told(every)


def test_the_end_of_a_text_of_dots_is_found_at_once() -> None:
    assert is_finished("a" + "." * 100_000)
    assert not is_finished("." * 100_000 + "a")
    assert pace(lambda: is_finished("a" + "." * 100_000) or is_finished("." * 100_000 + "a")) < 50


def test_a_line_of_figures_is_read_at_once() -> None:
    line = "9" * 30_000 + "”" + "9" * 30_000
    assert pace(lambda: document_from_text("story", line)) < 50
