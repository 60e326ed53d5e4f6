"""Profiles are read whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.config import SHIPPED, load_profile
from auditor.model import Category, InputError, Severity

WIRE = load_profile("wire")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_profile_loads_and_knows_every_severity(name: str) -> None:
    assert [severity for severity, _ in load_profile(name).weights] == list(Severity)


def test_an_unknown_profile_is_refused_with_the_names_that_exist() -> None:
    with pytest.raises(InputError, match="wire"):
        load_profile("tabloid")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"pass_mark": 101.0}, "pass-mark"),
        ({"pass_mark": -1.0}, "pass-mark"),
        ({"acceptable_points": 0.0}, "acceptable-points"),
        ({"weights": ((Severity.MINOR, -1.0),)}, "weights"),
    ],
)
def test_settings_that_no_score_can_be_made_with_are_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        replace(WIRE, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fail_on", "forbidden"),
    [
        (Severity.CRITICAL, [Severity.CRITICAL]),
        (Severity.MINOR, [Severity.MINOR, Severity.MAJOR, Severity.CRITICAL]),
    ],
)
def test_fail_on_forbids_its_severity_and_all_graver_ones(fail_on: Severity, forbidden: list[Severity]) -> None:
    profile = replace(WIRE, fail_on=fail_on)
    assert [severity for severity in Severity if profile.forbids(severity)] == forbidden


@pytest.mark.parametrize(
    ("rule", "category", "expected"),
    [
        ("words-repeated", Category.DUPLICATION, Severity.MAJOR),  # its own line goes before its category's
        ("sentence-repeated", Category.DUPLICATION, Severity.MINOR),  # its category's before its dimension's
        ("who-its", Category.GRAMMAR, Severity.NEUTRAL),
        ("number-altered", Category.NUMBER, None),  # nothing is said of it
    ],
)
def test_a_severity_is_given_to_a_rule_or_else_its_category_or_else_its_dimension(
    rule: str, category: Category, expected: Severity | None
) -> None:
    given = (
        ("fluency", Severity.NEUTRAL),
        ("fluency/duplication", Severity.MINOR),
        ("words-repeated", Severity.MAJOR),
    )
    assert replace(load_profile("wire"), severities=given).severity(rule, category) is expected
