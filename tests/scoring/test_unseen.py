from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import audit, batch
from auditor.batch import Item
from auditor.checks.examples import example_document
from auditor.config import EngineSettings
from auditor.model import SentenceScore
from auditor.scoring import Signs, distance, unseen_points

values = st.floats(-30, 30, allow_nan=False)


@given(st.lists(values | st.none()), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_an_estimate_is_never_less_than_nothing(
    fluency: list[float | None], strange: int, lost: int, unfounded: int
) -> None:
    signs = Signs(tuple(fluency), strange=strange, lost=lost, unfounded=unfounded)
    assert unseen_points(signs) >= 0


@given(values, values)
def test_a_less_fluent_sentence_never_costs_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert unseen_points(Signs((low,))) >= unseen_points(Signs((high,)))


@given(st.lists(values), values)
def test_one_more_sentence_never_costs_less(fluency: list[float], more: float) -> None:
    assert unseen_points(Signs((*fluency, more))) >= unseen_points(Signs(tuple(fluency)))


@pytest.mark.parametrize("sign", ["strange", "names", "lost", "unfounded", "apart", "inaccuracies", "denials"])
def test_each_sign_costs_something(sign: str) -> None:
    assert unseen_points(replace(Signs((0.0,)), **{sign: 1})) > unseen_points(Signs((0.0,)))


def test_a_text_that_answers_its_source_costs_nothing_for_it_and_one_that_strays_the_more_the_less_it_does() -> None:
    costs = [unseen_points(Signs(answered=share)) for share in (1.0, 0.3, 0.2, 0.0)]
    assert costs[0] == costs[1] == 0 < costs[2] < costs[3]


def test_a_text_is_the_farther_from_its_reference_the_more_of_it_is_missing() -> None:
    reference = "The council will vote on the plan in May."
    near = "The council will vote on the plans in May."
    far = "In May the plan is put to the vote."
    assert distance(reference, reference) == 0
    assert 0 < distance(near, reference) < distance(far, reference) <= len(reference.split())


@pytest.mark.parametrize(
    ("source", "language", "right", "wrong"),
    [
        (
            "Die Brücke wird im Mai gesperrt.",
            "de",
            "The bridge will close in May.",
            "The bridge will not close in May.",
        ),
        ("Most nebude v květnu otevřen.", "cs", "The bridge will not open in May.", "The bridge will open in May."),
        ("पुल मई में नहीं खुलेगा।", "hi", "The bridge will not open in May.", "The bridge will open in May."),
    ],
)
def test_a_denial_too_many_or_too_few_is_expected_to_cost(source: str, language: str, right: str, wrong: str) -> None:
    items = [Item(text, text, source=source, source_language=language) for text in (right, wrong)]
    sound, turned = batch(items, engine=EngineSettings(enabled=False))
    assert sound.expected < turned.expected


def test_nothing_measured_costs_nothing() -> None:
    assert unseen_points(Signs((None,))) == 0


def test_the_report_tells_how_natural_each_sentence_reads() -> None:
    text = "The council will vote on the plan in May. The council vote will the on plan in May."
    report = audit(example_document(text), checks=())
    sound, spoilt = (sentence.fluency for sentence in report.sentences)
    assert sound is not None
    assert spoilt is not None
    assert spoilt < sound
    assert report.score.points == 0


def test_of_two_sentences_as_bad_the_less_fluent_comes_first() -> None:
    document = example_document("One ran. Two ran. Three ran.")
    report = replace(
        audit(document, checks=()),
        sentences=(SentenceScore(1, 5.0, 2, 0.4), SentenceScore(2, 5.0, 2, -1.2), SentenceScore(3, 25.0, 2, 2.0)),
    )
    assert [sentence.number for sentence in report.worst()] == [3, 2, 1]
