"""Texts that cannot be what they are given as: one clear sentence, and nothing is scored as if it were right."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from auditor import audit
from auditor.config import EngineSettings
from auditor.model import InputError, Outcome
from auditor.readers import read
from auditor.segmentation import document_from_text
from benchmarks.gold import stories

COURT, OTHER = stories()[:2]


def refusal(target: Path, **given: object) -> str:
    with pytest.raises(InputError) as refused:
        audit(target, checks=(), **given)  # type: ignore[arg-type]
    assert refused.value.exit_code == 2
    return str(refused.value)


def test_a_story_in_another_language_is_refused() -> None:
    message = refusal(COURT.source)
    assert "seems to be in French; give one in English." in message


def test_a_swapped_source_and_translation_are_recognised() -> None:
    assert "swapped?" in refusal(COURT.source, source=COURT.target)


def test_an_english_source_is_refused() -> None:
    assert "seems to be in English; give the original." in refusal(COURT.target, source=COURT.human)


def test_a_source_in_another_language_than_stated_is_refused() -> None:
    message = refusal(COURT.target, source=COURT.source, source_language="es")
    assert "seems to be in French, not in Spanish" in message


def test_a_reference_in_another_language_is_refused() -> None:
    assert "give one in English" in refusal(COURT.target, reference=COURT.source)


def test_the_source_of_another_story_is_refused() -> None:
    assert "another story" in refusal(COURT.target, source=OTHER.source)


def test_the_reference_of_another_story_is_refused() -> None:
    assert "another story" in refusal(COURT.target, reference=OTHER.human)


def test_the_same_file_twice_is_refused() -> None:
    assert "same text" in refusal(COURT.target, reference=COURT.target)


def test_a_reference_ten_times_as_long_is_refused() -> None:
    long = document_from_text("long.en.txt", "\n\n".join(read(COURT.human).text for _ in range(10)))
    assert "times as long as the translation" in refusal(COURT.target, reference=long)


def test_a_reference_in_another_order_is_left_out_and_the_story_is_for_review() -> None:
    human = read(COURT.human)
    sentences = [segment.span.of(human.text) for segment in human.segments]
    random.Random(4).shuffle(sentences)
    report = audit(COURT.target, reference=document_from_text("human.en.txt", "\n\n".join(sentences)), checks=())
    assert report.comparison is None
    assert [skip.check for skip in report.skipped] == ["reference-comparison"]
    assert report.verdict.outcome is Outcome.REVIEW
    assert "another order" in report.verdict.reasons[0]


def test_the_language_of_the_source_is_guessed_and_its_sentences_are_linked() -> None:
    report = audit(COURT.target, source=COURT.source, checks=())
    assert report.source_language == "fr"
    assert {(link.target, link.other) for link in report.source_links} == set(COURT.source_pairs)


def test_checks_that_need_a_source_are_named_where_there_is_none_and_leave_no_doubt() -> None:
    offline = EngineSettings(enabled=False)
    alone, beside = audit(COURT.human, engine=offline), audit(COURT.human, source=COURT.source, engine=offline)
    assert "number-altered" in alone.unsourced
    assert not {run.check for run in alone.checks} & set(alone.unsourced)
    assert [skip.check for skip in alone.skipped] == ["languagetool"]
    assert beside.unsourced == ()
    assert {run.check for run in alone.checks} | set(alone.unsourced) == {run.check for run in beside.checks}


def test_a_reference_is_compared_sentence_by_sentence() -> None:
    report = audit(COURT.target, reference=COURT.human, checks=())
    assert report.comparison is not None
    assert [metric.name for metric in report.comparison.metrics] == ["BLEU", "chrF2++", "TER"]
    assert len(report.comparison.pairs) == len(COURT.human_pairs)
