"""What a setting accepts, and how values from two places join."""

from __future__ import annotations

import pytest

from auditor.config.kinds import choice, flag, joined, nearest, number, table, text, texts, whole


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (choice("a", "b"), "a", "c"),
        (number(0, 100), 80, 101),
        (number(0, 100), 0.5, True),
        (number(), 1e9, -1),
        (whole(), 0, 1.0),
        (whole(), 3, True),
        (flag(), False, "false"),
        (flag(), True, 1),
        (text(), "fr", " "),
        (texts(), ["one"], "one"),
        (texts(), [], [""]),
        (table(whole(), ("minor",)), {"minor": 3}, {"miner": 3}),
        (table(whole(), ("minor",)), {}, {"minor": "3"}),
        (table(choice("minor")), {"any-rule": "minor"}, ["minor"]),
    ],
)
def test_a_kind_tells_good_values_from_bad_ones_in_a_sentence(kind, good, bad):
    assert kind.wrong(good) is None
    assert kind.wrong(bad).endswith((".", "?"))


def test_the_nearest_known_name_is_advised_or_all_of_them():
    assert nearest("fail-onn", ["fail-on", "words"]) == "did you mean “fail-on”?"
    assert nearest("xyz", ["fail-on", "words"]) == "known are: fail-on, words."


@pytest.mark.parametrize(
    ("kind", "farther", "closer", "both"),
    [
        (text(), "a", "b", "b"),
        (texts(), ["a", "b"], ["b", "c"], ["a", "b", "c"]),
        (table(whole()), {"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
    ],
)
def test_lists_and_tables_are_joined_and_all_else_replaced(kind, farther, closer, both):
    assert joined(kind, farther, closer) == both
