"""Names in another script: what sounds alike is one name, however it is spelled."""

from __future__ import annotations

import pytest

from tests.checks.accuracy.conftest import Told

RULES = ("name-missing", "name-altered")


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Вчера в студии пела Ньютон.", "Newton sang in the studio yesterday."),
        ("ru", "Больницу построили по проекту Гринвея.", "The hospital was built to a design by Greenway."),
        ("ru", "С мая клубом руководит Трю.", "Trew has led the club since May."),
        ("ru", "Этот город называется Уэллс.", "This town is called Wells."),
        ("uk", "Учора в студії співала Лоус.", "Lowes sang in the studio yesterday."),
    ],
)
def test_a_name_that_sounds_the_same_is_neither_lost_nor_new(
    told: Told, language: str, source: str, target: str
) -> None:
    assert not [finding for rule in RULES for finding in told(rule, target, source, language)]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Вчера в студии пела Хартли.", "A choir sang in the studio yesterday."),
        ("ru", "Больницу построили по проекту Гринвея.", "The hospital was built to a design by Morrison."),
    ],
)
def test_a_name_that_is_nowhere_or_another_is_told(told: Told, language: str, source: str, target: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, target, source, language)]
