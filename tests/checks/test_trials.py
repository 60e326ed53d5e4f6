"""Examples become stories: the marks come out, and every sentence keeps its number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.examples import example_document, stories, unmarked
from auditor.model import Example, Span

PLAIN = st.text(st.characters(exclude_characters="[]", codec="utf-8"), max_size=12)


@given(st.lists(st.tuples(PLAIN, PLAIN.filter(bool)), max_size=4), PLAIN)
def test_marks_come_out_and_their_words_stay(pairs: list[tuple[str, str]], tail: str) -> None:
    text, spans = unmarked("".join(f"{before}[[{words}]]" for before, words in pairs) + tail)
    assert text == "".join(before + words for before, words in pairs) + tail
    assert [span.of(text) for span in spans] == [words for _, words in pairs]


def test_a_blank_line_parts_paragraphs_and_numbers_run_on() -> None:
    document = example_document("One came. Two went.\n\nThree stayed.")
    assert [(segment.number, segment.paragraph) for segment in document.segments] == [(1, 1), (2, 1), (3, 2)]
    assert [block.span for block in document.blocks] == [Span(0, 19), Span(21, 34)]


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("Un vint. Deux partirent.", [((1,), (1,)), ((2,), (2,))]),
        ("Un vint et deux partirent.", [((1, 2), (1,))]),
    ],
    ids=["as many sentences", "fewer"],
)
def test_a_source_answers_sentence_by_sentence_or_as_a_whole(source: str, links: list[object]) -> None:
    text = "One came. Two went."
    (story,) = stories([(text, Example(text, source, "fr"))])
    assert [(link.target, link.other) for link in story.source_links] == links
