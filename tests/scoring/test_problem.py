from __future__ import annotations

from dataclasses import fields, replace

import pytest

from auditor import audit, batch
from auditor.batch import Item
from auditor.checks.examples import example_document
from auditor.config import EngineSettings, load_profile
from auditor.model import InputError, Report
from auditor.scoring import Signs
from auditor.scoring.problem import evidence, probability, table, tables

ENGINE = EngineSettings(enabled=False, reader=False)

SOURCE = "Die Brücke wird im Mai gesperrt. Niemand wurde verletzt."
RIGHT = "The bridge will be closed in May. Nobody was hurt."
WRONG = "The bridge will be closed in May. The mayor was hurt."
SILENT = Signs(words=20, fluency=(0.5,), answered=0.9, excess=0.0, far=0.0, apart=2.0, alike=0.9)


def told(target: str, **profile: float) -> Report:
    desk = replace(load_profile("wire"), **profile)
    return audit(
        example_document(target),
        source=example_document(SOURCE, "de"),
        source_language="de",
        engine=ENGINE,
        profile=desk,
    )


def test_a_wrong_sentence_is_likelier_to_hold_a_major_error_than_the_right_one_beside_it():
    first, second = told(WRONG).sentences
    assert first.problem_probability is not None
    assert second.problem_probability is not None
    assert second.problem_probability > first.problem_probability


def test_the_other_sentence_of_a_story_changes_nothing():
    assert told(WRONG).sentences[0].problem_probability == told(RIGHT).sentences[0].problem_probability


def test_a_sentence_has_the_same_probability_in_a_batch():
    (of_batch,) = batch([Item(1, "Nobody was hurt.", "Niemand wurde verletzt.", "de")], engine=ENGINE)
    source = example_document("Niemand wurde verletzt.", "de")
    alone = audit(example_document("Nobody was hurt."), source=source, source_language="de", engine=ENGINE)
    assert of_batch.problem_probability == alone.sentences[0].problem_probability


def test_an_empty_translation_is_a_problem_and_nothing_at_all_is_none():
    empty, nothing = batch([Item(1, "", "Niemand wurde verletzt.", "de"), Item(2, "")], engine=ENGINE)
    assert (empty.problem_probability, empty.clear) == (1.0, False)
    assert (nothing.problem_probability, nothing.clear) == (None, None)


def test_a_sentence_is_clear_up_to_the_risk_that_the_desk_accepts():
    report = told(RIGHT, risk=1.0)
    assert [sentence.clear for sentence in report.sentences] == [True, True]
    assert not any(sentence.clear for sentence in told(RIGHT, risk=0.0).sentences)


def test_no_sentence_is_clear_in_which_a_major_error_is_told():
    figure = audit(
        example_document("The bridge cost 800 euros."),
        source=example_document("Die Brücke kostete 300 Euro.", "de"),
        source_language="de",
        engine=ENGINE,
        profile=replace(load_profile("wire"), risk=1.0),
    )
    assert figure.findings
    assert figure.sentences[0].clear is False


def test_what_people_found_moves_the_probabilities():
    as_learned, fewer, as_told = told(RIGHT), told(RIGHT, told=0.3, found=0.1), told(RIGHT, told=0.3, found=0.3)
    for plain, less, same in zip(as_learned.sentences, fewer.sentences, as_told.sentences, strict=True):
        assert plain.problem_probability is not None
        assert less.problem_probability is not None
        assert less.problem_probability < plain.problem_probability == same.problem_probability


@pytest.mark.parametrize("wrong", [{"told": 0.3}, {"found": 0.3}, {"told": 0.0, "found": 0.3}])
def test_what_was_told_and_found_are_given_together_and_are_no_certainty(wrong: dict[str, float]):
    with pytest.raises(InputError):
        told(RIGHT, **wrong)


def test_it_changes_no_points_no_quality_and_no_verdict():
    one, other = told(WRONG), told(WRONG, risk=1.0)
    assert (one.score.points, one.verdict) == (other.score.points, other.verdict)


@pytest.mark.parametrize("beside", ["alone", "source", "reference", "source+reference"])
def test_no_more_of_any_sign_makes_a_sentence_safer(beside: str):
    least = probability(evidence(SILENT, ()), beside)
    for sign in ("strange", "names", "unlikely", "lost", "unfounded", "lost_names", "new_names", "denials"):
        assert probability(evidence(replace(SILENT, **{sign: 3}), ()), beside) >= least
    assert probability(evidence(replace(SILENT, far=0.4), ()), beside) >= least
    assert probability(evidence(replace(SILENT, answered=0.1), ()), beside) >= least


def test_there_are_at_most_forty_signs_and_all_weighed_ones_are_counted():
    counted = evidence(SILENT, ()).keys()
    assert len(counted) <= 40
    assert all(weights.weights.keys() <= counted for weights in tables().values())


def test_where_nobody_knows_what_is_usual_stands():
    unknown = replace(SILENT, **{field.name: None for field in fields(Signs) if field.default is None})
    assert 0 < probability(evidence(unknown, ()), "source+reference") < 1


@pytest.mark.parametrize(
    ("source", "reference", "name"),
    [(False, False, "alone"), (True, False, "source"), (False, True, "reference"), (True, True, "source+reference")],
)
def test_what_is_given_beside_a_translation_chooses_the_weights(source: bool, reference: bool, name: str):
    assert table(source=source, reference=reference) == name
    assert name in tables()
