"""How items become stories, and how findings find back to their items."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.batch.bundle import CHUNK_CHARACTERS, Joined, bundles, chunks, is_whole, links
from auditor.batch.item import Item
from auditor.model import Anchor, Category, Confidence, Finding, Severity, Span

TEXTS = st.lists(st.text(st.sampled_from("ab .“”\n\r\u2028😀e\u0301東"), max_size=40), min_size=1, max_size=6)


def finding(start: int, end: int, text: str) -> Finding:
    return Finding(
        "check",
        "rule",
        "message",
        Category.GRAMMAR,
        Severity.MINOR,
        Confidence.LOW,
        (Anchor(Span(start, end), text[start:end]),),
    )


@given(TEXTS)
def test_every_sentence_lies_in_the_item_whose_words_it_has(texts: list[str]) -> None:
    joined = Joined.of(texts)
    for text, start, segments in zip(joined.texts, joined.starts, joined.segments(), strict=True):
        for segment in segments:
            inside = segment.span.shift(-start)
            assert inside.of(text) == segment.span.of(joined.document.text)
    assert sum(map(len, joined.segments())) == len(joined.document.segments)


@given(TEXTS, st.data())
def test_a_finding_comes_back_with_the_same_words(texts: list[str], data: st.DataObject) -> None:
    joined = Joined.of(texts)
    index = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[index])))
    end = data.draw(st.integers(start, len(texts[index])))
    base = joined.starts[index]
    shares = joined.findings([finding(base + start, base + end, joined.document.text)])
    assert [len(share) for share in shares] == [int(i == index) for i in range(len(texts))]
    assert shares[index][0].primary == Anchor(Span(start, end), texts[index][start:end])


def test_a_finding_that_runs_into_the_next_item_ends_with_its_own() -> None:
    joined = Joined.of(["One two", "three."])
    shares = joined.findings([finding(4, 14, joined.document.text)])
    assert [[f.primary.text for f in share] for share in shares] == [["two"], []]


def test_neighbours_of_one_document_are_one_story() -> None:
    items = [Item(1, "A."), Item(2, "B."), Item(3, "C.", document="d"), Item(4, "D.", document="d"), Item(5, "E.")]
    assert [[item.id for item in bundle] for bundle in bundles(items)] == [[1], [2], [3, 4], [5]]


def test_a_document_that_comes_back_later_is_another_story() -> None:
    items = [Item(1, "A.", document="d"), Item(2, "B.", document="e"), Item(3, "C.", document="d")]
    assert [[item.id for item in bundle] for bundle in bundles(items)] == [[1], [2], [3]]


def test_one_story_has_one_source_language() -> None:
    items = [Item(1, "A.", document="d", source_language="fr"), Item(2, "B.", document="d", source_language="es")]
    assert len(list(bundles(items))) == 2


def test_chunks_hold_whole_stories_and_lose_nothing() -> None:
    long = "x" * (CHUNK_CHARACTERS // 3)
    items = [Item(number, long, document=number // 4) for number in range(10)]
    cut = list(chunks(items))
    assert [[item.id for bundle in chunk for item in bundle] for chunk in cut] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]


def test_sentences_answer_only_sentences_of_their_own_item() -> None:
    target = Joined.of(["The mayor left. He was tired.", "", "Rain fell."])
    source = Joined.of(["Le maire est parti. Il était fatigué.", "Il était seul.", "La pluie est tombée."])
    pairs = [[(link.target, link.other) for link in here] for here in links(target, source)]
    assert pairs == [[((1,), (1,)), ((2,), (2,))], [((), (3,))], [((3,), (4,))]]


def test_other_anchors_are_left_out() -> None:
    joined = Joined.of(["One two.", "Three."])
    first = finding(0, 3, joined.document.text)
    both = replace(first, anchors=(*first.anchors, Anchor(Span(10, 15), "Three")))
    assert joined.findings([both])[0][0].anchors == first.anchors


@pytest.mark.parametrize(
    ("items", "whole", "reason"),
    [
        ([Item(1, "Rain fell.\n\nThe mayor left.")], True, "several paragraphs"),
        ([Item(1, "\n\nRain fell. The mayor left.\n\n")], False, "one paragraph"),
        ([Item(1, "Rain fell.\n\nThe mayor left.", document="d")], False, "a part of a document"),
    ],
)
def test_an_item_of_several_paragraphs_is_a_story_by_itself(items: list[Item], whole: bool, reason: str) -> None:
    assert is_whole(tuple(items)) is whole, reason
