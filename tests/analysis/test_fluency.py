from __future__ import annotations

import pytest

from auditor.analysis import language_model, parse
from tests.pace import pace


def fluency(text: str) -> float | None:
    (doc,) = parse([text])
    return language_model().fluency(doc)


SOUND = "The minister said on Tuesday that the talks would resume in the spring."


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        ("The minister said on Tuesday that talks the would resume in the spring.", "two words swapped"),
        ("The minister said on Tuesday that the talks would resume to the spring.", "the wrong preposition"),
        ("The minister said on Tuesday that the talks would resumption in the spring.", "the wrong part of speech"),
        ("Him said on Tuesday that the talks would resume in the spring.", "the wrong case"),
        ("The minister said on Tuesday that the talks would resume in the spring", "no stop at the end"),
        ("The said on Tuesday that the talks would resume in the spring.", "no subject"),
        ("The minister said on Tuesday that the, talks would resume in the spring.", "a stray comma"),
    ],
)
def test_a_spoilt_sentence_is_less_fluent_than_the_sound_one(spoilt: str, reason: str) -> None:
    ours, theirs = fluency(SOUND), fluency(spoilt)
    assert ours is not None
    assert theirs is not None
    assert theirs < ours, reason


@pytest.mark.parametrize("text", ["", "…", "12,400 (–3.1%)"])
def test_what_has_no_word_has_no_fluency(text: str) -> None:
    assert fluency(text) is None


def test_average_news_is_near_zero() -> None:
    value = fluency("The company said it would close the plant by the end of the year.")
    assert value is not None
    assert -1 < value < 3


def test_the_table_loads_at_once() -> None:
    from auditor.analysis.fluency.model import shipped

    shipped.cache_clear()
    assert pace(shipped) < 100


def test_a_join_says_how_often_it_was_seen_and_how_often_chance_would_have_it() -> None:
    (doc,) = parse(["The plan has be agreed by both sides."])
    (join,) = language_model().joins(doc)
    assert join.units == ("has", "be")
    assert join.seen == 0
    assert join.expected > 10


def test_the_probabilities_after_any_two_words_add_up() -> None:
    import numpy as np

    grams = language_model().mixed
    every = np.arange(len(grams.units))
    for context in (("of", "the"), ("<s0>", "<s>"), ("NN", "of"), ("never", "seen")):
        first, second = grams.ids(context)
        total = 0.0
        for third in every:
            gain = grams.gains(np.array([first, second, third]))[0]
            total += 2.0**gain * grams._anywhere[third]
        assert total == pytest.approx(1.0, abs=0.01)
