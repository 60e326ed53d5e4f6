"""``reports/stale.md`` is what ``auditor stale`` says today, and every changed fact is pointed at."""

from __future__ import annotations

import pytest

from benchmarks.gold import ReferenceStory, read, stories
from benchmarks.stale import PAGE, page, updates


def test_the_table_is_that_of_today() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run python -m benchmarks.stale and read what changed"


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_every_story_has_three_updates_that_can_be_made(story: ReferenceStory) -> None:
    found = updates(story)
    assert len(found) == 3
    for update in found:
        text = read(story.source)
        for edit in update:
            text = edit.applied(text)
        assert {edit.kind for edit in update} >= {"reworded"} or "added" in {edit.kind for edit in update}


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_the_words_that_an_update_makes_stale_stand_once_in_the_translations(story: ReferenceStory) -> None:
    for edit in (edit for update in updates(story) for edit in update):
        for words, path in ((edit.told, story.target), (edit.human, story.human)):
            assert not words or read(path).count(words) == 1, words
