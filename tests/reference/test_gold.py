"""The reference set is whole: every mark stands in its text, every alignment covers its sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest

from auditor.model import Severity
from auditor.readers import read as read_document
from benchmarks.gold import Family, Needs, ReferenceStory, controls, find, read, stories

STORIES = stories()
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@each_story
def test_every_mark_stands_on_its_exact_words(story: ReferenceStory) -> None:
    text = read(story.target)
    assert [mark.span.of(text) for mark in story.marks] == [mark.words for mark in story.marks]


@each_story
def test_marks_are_in_the_order_of_the_text(story: ReferenceStory) -> None:
    starts = [mark.span.start for mark in story.marks]
    assert starts == sorted(starts)


@each_story
def test_no_two_marks_share_words(story: ReferenceStory) -> None:
    assert not [(a.words, b.words) for a, b in pairwise(story.marks) if a.span.overlaps(b.span)]


@each_story
def test_every_mark_says_why_and_what_would_be_right(story: ReferenceStory) -> None:
    assert all(mark.note and mark.correct and mark.correct != mark.words for mark in story.marks)


@each_story
def test_no_mark_is_neutral(story: ReferenceStory) -> None:
    assert Severity.NEUTRAL not in {mark.severity for mark in story.marks}


@each_story
def test_an_error_of_meaning_can_be_seen_with_the_source_only(story: ReferenceStory) -> None:
    assert all(mark.needs is Needs.SOURCE for mark in story.marks if mark.family is Family.MEANING)


@each_story
def test_the_words_of_a_mark_do_not_stand_in_the_human_translation(story: ReferenceStory) -> None:
    human = read(story.human)
    long_enough = [mark.words for mark in story.marks if mark.needs is Needs.TARGET and " " in mark.words]
    assert not [words for words in long_enough if words in human]


@each_story
def test_no_sentence_is_aligned_twice_and_none_is_forgotten(story: ReferenceStory) -> None:
    for pairs in (story.source_pairs, story.human_pairs):
        for side in (0, 1):
            numbers = [number for pair in pairs for number in pair[side]]
            assert numbers == list(range(1, len(numbers) + 1))


@each_story
def test_a_story_has_the_length_of_a_short_wire_item(story: ReferenceStory) -> None:
    for path in (story.source, story.target, story.human):
        assert 250 <= len(read(path).split()) <= 450, path.name


def test_the_controls_have_the_length_of_a_wire_item() -> None:
    assert all(250 <= len(read(path).split()) <= 600 for path in controls())


def test_every_family_and_every_severity_is_there() -> None:
    marks = [mark for story in STORIES for mark in story.marks]
    assert {mark.family for mark in marks} == set(Family)
    assert {mark.severity for mark in marks} == set(Severity) - {Severity.NEUTRAL}


@each_story
def test_the_alignment_counts_the_sentences_that_the_auditor_counts(story: ReferenceStory) -> None:
    targets = max(number for target, _ in story.source_pairs for number in target)
    sources = max(number for _, source in story.source_pairs for number in source)
    humans = max(number for _, human in story.human_pairs for number in human)
    counted = [len(read_document(path).segments) for path in (story.target, story.source, story.human)]
    assert counted == [targets, sources, humans]


@each_story
def test_every_mark_stands_in_the_body(story: ReferenceStory) -> None:
    document = read_document(story.target)
    assert not [mark.words for mark in story.marks if document.segment_at(mark.span.start) is None]


@pytest.mark.parametrize(
    ("words", "occurrence", "said"),
    [
        ("storm", None, "stands 0 times in the target; correct the mark"),
        ("wind", None, "stands 2 times in the target; add its occurrence"),
        ("wind", 3, "stands 2 times in the target; correct the mark"),
    ],
)
def test_a_mark_that_misses_its_words_is_told(words: str, occurrence: int | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        find(words, occurrence, "wind and rain and wind", "a-story/gold.toml")


def test_the_occurrence_tells_equal_words_apart() -> None:
    assert find("wind", 2, "wind and rain and wind", "a-story/gold.toml").start == 18
