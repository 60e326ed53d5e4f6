"""The planted errors stand where they are said to, and nothing else tells the wrong translation from the right one."""

from __future__ import annotations

import pytest

from benchmarks.gold import read
from benchmarks.planted import FOLDER, PlantedStory, planted_stories

READ = planted_stories()
STORIES = (*READ, *planted_stories(FOLDER.with_name("planted-unread")))


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_the_wrong_translation_is_the_right_one_with_eight_errors(story: PlantedStory) -> None:
    mended, end = "", 0
    wrong = read(story.wrong)
    assert len(story.errors) == 8
    for error in story.errors:
        assert error.span.start >= end, "in the order of the text, and none within another"
        mended += wrong[end : error.span.start] + error.correct
        end = error.span.end
    assert mended + wrong[end:] == read(story.right)


def test_every_full_language_has_four_stories_at_least() -> None:
    languages = [story.language for story in READ]
    assert all(languages.count(language) >= 4 for language in ("de", "es", "fr", "ru", "zh"))
