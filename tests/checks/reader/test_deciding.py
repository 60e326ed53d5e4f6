"""What the checks make of a reader's numbers; the reader here prefers what the test tells it to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.checks.base import Check, Finding
from auditor.checks.reader.negation_reversed import negation_reversed
from auditor.checks.reader.parties import exchanged
from auditor.checks.reader.roles_reversed import roles_reversed
from auditor.checks.reader.wrong_pronoun import wrong_pronoun
from auditor.checks.reader.wrong_sense import wrong_sense
from auditor.checks.registry import WEIGHED
from auditor.config import EngineSettings
from auditor.desk.examining import examined
from auditor.model import CheckUnavailable, Confidence, Severity
from tests.checks.reader.test_weighing import Told, story


def found(check: Check, text: str, source: str | None, wish: str, *, alone: float, beside: float) -> list[Finding]:
    """Return the findings where the reader likes texts with ``wish`` better, by so many nats."""
    reader = Told(lambda prompt, version: (beside if prompt.startswith("French") else alone) * (wish in version))
    return list(check.run(story(reader, text, source)))


ROAD = ("The road is closed. She opens in May.", "La route est fermée. Elle ouvre en mai.")


def test_a_pronoun_that_fits_far_better_is_told_with_what_the_reader_says():
    (told,) = found(wrong_pronoun, *ROAD, "It opens", alone=4.5, beside=5.0)
    assert (told.primary.text, told.suggestions, told.confidence) == ("She", ("It",), Confidence.HIGH)
    assert [each.detail for each in told.evidence] == ["“It”: +4.5 nats in English alone, +5.0 beside the source"]


@pytest.mark.parametrize(("alone", "beside"), [(2.5, 3.0), (6.0, 1.0), (-6.0, 12.0)])
def test_a_pronoun_that_fits_little_better_is_left_alone(alone: float, beside: float):
    assert found(wrong_pronoun, *ROAD, "It opens", alone=alone, beside=beside) == []


def test_a_gender_that_the_source_shows_is_never_turned_round():
    assert not found(wrong_pronoun, "She said so.", "Elle l'a dit.", "He said", alone=9.0, beside=9.0)


def test_a_gender_that_the_source_shows_to_be_the_other_needs_little_more():
    (told,) = found(wrong_pronoun, "He said so.", "Elle l'a dit.", "She said", alone=-1.0, beside=1.0)
    assert (told.primary.text, told.suggestions) == ("He", ("She",))


def test_no_gender_is_told_where_it_is_not_known_how_the_source_shows_one():
    text = "She sold the house."
    reader = Told(lambda _, version: 9.0 * ("He sold" in version))
    (polish, hindi) = (replace(story(reader, text, "x"), source_language=language) for language in ("pl", "hi"))
    assert [each.primary.text for each in wrong_pronoun.run(polish)] == ["She"]
    assert not list(wrong_pronoun.run(hindi))


def test_a_gender_that_the_source_leaves_open_needs_more():
    text, source = "The nurse sold his house.", "Le soir, l'équipe a vendu sa maison."
    assert found(wrong_pronoun, text, source, "her house", alone=4.0, beside=4.0)
    assert not found(wrong_pronoun, text, source, "her house", alone=4.0, beside=3.9)


def test_all_words_for_a_woman_are_told_as_one_defect():
    text, source = "The queen sold her coat.", "Le roi a vendu son manteau."
    (told,) = found(wrong_pronoun, text, source, "king sold his", alone=1.0, beside=4.0)
    assert (told.primary.text, told.suggestions) == ("queen", ())


def test_a_denial_is_weighed_only_where_the_source_has_more_or_fewer():
    text, wish = "The mayor signed it.", "did not sign"
    assert found(negation_reversed, text, "Le maire ne l'a pas signé.", wish, alone=3.0, beside=3.0)
    assert not found(negation_reversed, text, "Le maire l'a signé.", wish, alone=9.0, beside=9.0)


def test_a_denial_of_a_free_translation_is_left_alone():
    source = "Le maire a signé le bail."
    assert found(negation_reversed, "The mayor did not sign the lease.", source, "signed", alone=3.0, beside=3.0)
    free = "The town's first citizen did not, in the end, wait to put a name to the rental contract."
    assert not found(negation_reversed, free, source, "waited", alone=9.0, beside=9.0)


def test_a_denial_goes_only_from_behind_a_verb():
    text, source = "The mayor came, not unexpectedly, on Monday.", "Le maire est venu lundi, comme prévu."
    assert not found(negation_reversed, text, source, "came, unexpectedly", alone=9.0, beside=9.0)


def test_what_is_impossible_is_denied():
    text, source = "It is impossible to sign.", "Il n'est pas possible de signer."
    assert not found(negation_reversed, text, source, "is not", alone=9.0, beside=9.0)


def test_not_before_denies_nothing():
    text, source = "The club will not vote before Friday.", "Le club votera vendredi au plus tôt."
    assert not found(negation_reversed, text, source, "will vote", alone=9.0, beside=9.0)


def test_without_a_source_the_checks_are_silent():
    for check in (wrong_pronoun, negation_reversed, roles_reversed):
        assert not found(check, "He said that prices fell.", None, "She", alone=9.0, beside=9.0)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The union warned the minister.", "The minister warned the union."),
        ("The minister was warned by the union.", "The union was warned by the minister."),
        ("He has told the coach.", "The coach has told him."),
        ("I made my dad eat breakfast.", "My dad made me eat breakfast."),
        ("The boats ram the whale.", "The whale rams the boats."),
        ("Aebischer visits its old rival.", "Its old rival visits Aebischer."),
        ("It closed over threats by inspectors.", "It closed over threats against inspectors."),
    ],
)
def test_who_does_it_and_to_whom_change_places(text: str, turned: str):
    version = next(iter(exchanged(story(None, text, "x"))))
    for span, words in reversed(version.edits):
        text = text[: span.start] + words + text[span.end :]
    assert text == turned


@pytest.mark.parametrize(
    "text",
    [
        *("It rained.", "She hurt herself.", "It costs nothing.", "He saw him.", "The man who came left."),
        "The union beat the minister.",  # to which the minister may have lost
    ],
)
def test_nothing_changes_places_where_nobody_else_is_meant(text: str):
    assert list(exchanged(story(None, text, "x"))) == []


ROLES = ("The union warned the minister.", "Le ministre a averti le syndicat.")


def test_roles_that_fit_far_better_turned_round_are_told_with_what_the_reader_says():
    (told,) = found(roles_reversed, *ROLES, "minister warned", alone=-3.0, beside=8.5)
    assert (told.primary.text, told.confidence) == ("The union warned the minister", Confidence.HIGH)
    assert [each.detail for each in told.evidence] == [
        "“The minister … the union”: -3.0 nats in English alone, +8.5 beside the source"
    ]


@pytest.mark.parametrize(("alone", "beside"), [(5.0, 2.0), (-4.5, 12.0)])
def test_roles_that_fit_little_better_turned_round_are_left_alone(alone: float, beside: float):
    assert found(roles_reversed, *ROLES, "minister warned", alone=alone, beside=beside) == []


def test_the_checks_run_only_where_a_reader_takes_part():
    def ran(reader: Told | None) -> set[str]:
        (made,) = examined([story(reader)], EngineSettings(enabled=False), (), None, None, False)
        return {run.check for run in made.runs} & {check.id for check in WEIGHED}

    assert ran(None) == set()
    assert ran(Told(lambda *_: 0.0)) == {check.id for check in WEIGHED}


def test_a_reader_that_cannot_read_is_told_as_what_did_not_run():
    def fails(*_: str) -> float:
        raise CheckUnavailable("It broke.", "Mend it.")

    (made,) = examined([story(Told(fails))], EngineSettings(enabled=False), (), None, None, False)
    assert {skip.check for skip in made.skipped} >= {"wrong-pronoun"}


SENSE = ("They want to reform the retreats.", "Ils veulent réformer les retraites.")


@pytest.mark.parametrize(("beside", "severity"), [(6.0, Severity.MINOR), (8.0, Severity.MAJOR)])
def test_another_sense_of_the_source_s_word_that_fits_far_better_is_told(beside: float, severity: Severity):
    (told,) = found(wrong_sense, *SENSE, "pensions", alone=5.0, beside=beside)
    assert (told.primary.text, told.suggestions, told.severity) == ("retreats", ("pensions",), severity)


@pytest.mark.parametrize(("alone", "beside"), [(2.9, 9.0), (9.0, 2.9), (4.9, 5.0)])
def test_another_sense_that_fits_little_better_is_left_alone(alone: float, beside: float):
    assert not found(wrong_sense, *SENSE, "pensions", alone=alone, beside=beside)


def test_a_word_that_says_nearly_the_same_must_fit_much_better_yet():
    text, source = "The boss left the company.", "Le patron a quitté l'entreprise."
    assert not found(wrong_sense, text, source, "firm", alone=8.0, beside=8.9)


def test_no_sense_is_sought_for_a_word_that_renders_nothing_of_the_source():
    assert not found(wrong_sense, "They want to reform the gardens.", SENSE[1], "pensions", alone=9.0, beside=9.0)
