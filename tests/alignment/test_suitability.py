"""Texts that do not belong together are told apart from those that do."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from auditor.alignment import Mismatch, align, mismatch
from auditor.model import Document
from auditor.readers import read
from auditor.segmentation import document_from_text
from benchmarks.gold import ReferenceStory, stories
from tests.alignment.briefs import BRIDGE, ENGLISH, VINEYARD

STORIES = stories()
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


def source_of(story: ReferenceStory) -> Document:
    return read(story.source, language=story.source_language)


def against(target: Document, other: Document, role: str) -> Mismatch | None:
    return mismatch(target, other, align(target, other), role=role, same_language=role == "reference")


def retold(document: Document, seed: int) -> Document:
    """Return the same sentences in another order."""
    sentences = [segment.span.of(document.text) for segment in document.segments]
    random.Random(seed).shuffle(sentences)
    return document_from_text(document.name, "\n\n".join(sentences), language=document.language)


@each_story
def test_a_story_belongs_to_its_source(story: ReferenceStory) -> None:
    assert against(read(story.target), source_of(story), "source") is None


@each_story
def test_a_story_belongs_to_its_human_translation(story: ReferenceStory) -> None:
    assert against(read(story.target), read(story.human), "reference") is None


@each_story
def test_the_source_of_any_other_story_is_refused(story: ReferenceStory) -> None:
    strangers = (other for other in STORIES if other.name != story.name)
    faults = [against(read(story.target), source_of(other), "source") for other in strangers]
    assert all(fault and fault.fatal and "another story" in fault.reason for fault in faults)


@each_story
def test_the_translation_of_any_other_story_is_refused_as_reference(story: ReferenceStory) -> None:
    strangers = (other for other in STORIES if other.name != story.name)
    faults = [against(read(story.target), read(other.human), "reference") for other in strangers]
    assert all(fault and fault.fatal and "another story" in fault.reason for fault in faults)


@each_story
def test_a_story_retold_in_another_order_is_said_to_be_so(story: ReferenceStory) -> None:
    fault = against(read(story.target), retold(source_of(story), seed=3), "source")
    assert fault is not None
    assert not fault.fatal
    assert "another order" in fault.reason


@each_story
def test_the_same_file_twice_is_noticed(story: ReferenceStory) -> None:
    fault = against(read(story.target), read(story.target), "reference")
    assert fault is not None
    assert "same text" in fault.reason


def test_a_source_ten_times_as_long_is_refused() -> None:
    target = read(STORIES[0].target)
    long = document_from_text("long.fr.txt", "\n\n".join([source_of(story).text for story in STORIES] * 2))
    fault = against(target, long, "source")
    assert fault is not None
    assert "times as long as the translation" in fault.reason


def test_a_translation_of_a_fraction_of_the_source_is_refused_the_other_way_round() -> None:
    target = document_from_text("long.en.txt", "\n\n".join(read(story.target).text for story in STORIES))
    fault = against(target, source_of(STORIES[0]), "source")
    assert fault is not None
    assert "The translation is" in fault.reason


def test_two_short_briefs_are_never_held_to_be_strangers() -> None:
    ours = document_from_text("a.en.txt", "It rained on Monday.")
    theirs = document_from_text("a.fr.txt", "La pluie est tombée.")
    assert against(ours, theirs, "source") is None


def test_stories_in_unrelated_scripts_that_share_no_number_are_strangers() -> None:
    english = " ".join(f"In {year} the port handled {year * 3} ships." for year in range(1990, 1998))
    chinese = "".join(f"{year}年，工厂生产了{year * 7}辆汽车。" for year in range(1930, 1938))
    same = "".join(f"{year}年，港口处理了{year * 3}艘船。" for year in range(1990, 1998))
    target = document_from_text("a.en.txt", english)
    assert against(target, document_from_text("a.zh.txt", same, language="zh"), "source") is None
    fault = against(target, document_from_text("b.zh.txt", chinese, language="zh"), "source")
    assert fault is not None
    assert "another story" in fault.reason


def brief(sentences: Sequence[str], language: str) -> Document:
    return document_from_text(f"brief.{language}.txt", "\n\n".join(sentences), language=language)


UKRAINIAN = (
    "Старий міст через річку закриють на ремонт наступного місяця, повідомила в понеділок міська рада.",
    "Навесні під час перевірки інженери виявили тріщини у трьох опорах.",
    "Водіям доведеться їхати автострадою, тож дорога до лікарні стане довшою.",
    "«Ми не можемо чекати, поки хтось постраждає», - сказала мер Елена Маркетті.",
    "Власники крамниць у старому місті бояться втратити покупців.",
    "Роботи коштуватимуть чотири мільйони євро і триватимуть до літа.",
)


def test_one_name_is_enough_for_a_source_without_a_lexicon_that_follows_its_story() -> None:
    assert against(brief(ENGLISH, "en"), brief(UKRAINIAN, "uk"), "source") is None


def test_figures_in_another_order_are_noticed_in_a_script_that_nothing_reads() -> None:
    english = [f"In {year} the port handled {year * 3} ships." for year in range(1990, 1998)]
    hebrew = [f"בשנת {year} טיפל הנמל ב-{year * 3} אוניות." for year in range(1990, 1998)]
    assert against(brief(english, "en"), brief(hebrew, "he"), "source") is None
    mixed = [*hebrew[3:1:-1], "הנמל שוכן בצפון הארץ.", *hebrew[1::-1], "הוא הוקם לפני שנים רבות.", "העיר גאה בו."]
    fault = against(brief(english, "en"), brief(mixed, "he"), "source")
    assert fault is not None


@pytest.mark.parametrize("language", sorted(BRIDGE))
def test_a_brief_in_another_script_is_known_by_its_meaning(language: str) -> None:
    assert against(brief(ENGLISH, "en"), brief(BRIDGE[language], language), "source") is None


@pytest.mark.parametrize("language", sorted(VINEYARD))
def test_another_story_in_another_script_is_refused_even_without_a_figure(language: str) -> None:
    fault = against(brief(ENGLISH, "en"), brief(VINEYARD[language], language), "source")
    assert fault is not None
    assert fault.fatal
    assert "another story" in fault.reason


@each_story
def test_every_message_names_the_file_and_the_next_step(story: ReferenceStory) -> None:
    fault = against(read(story.target), read(story.target), "source")
    assert fault is not None
    assert "target.en.txt" in fault.reason
    assert fault.hint.endswith(".")
