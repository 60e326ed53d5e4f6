"""A desk's file is changed by a program as a person would, or not at all."""

from __future__ import annotations

import pytest

from auditor.config.writing import with_disabled, with_setting

DISABLED = [
    ("", 'disable = ["r"]\n', "there were none"),
    ('profile = "wire"\n', 'disable = ["r"]\nprofile = "wire"\n', "none was disabled"),
    ('disable = ["a"]\n', 'disable = ["r", "a"]\n', "one was"),
    ("disable = []\n", 'disable = ["r"]\n', "the list was empty"),
    ('disable = [\n  "a", # why\n]\n', 'disable = ["r", \n  "a", # why\n]\n', "comments stay"),
    (
        '[[files]]\nmatch = ["x"]\ndisable = ["a"]\n',
        'disable = ["r"]\n[[files]]\nmatch = ["x"]\ndisable = ["a"]\n',
        "files",
    ),
]


@pytest.mark.parametrize(("before", "after", "reason"), DISABLED, ids=[reason for *_, reason in DISABLED])
def test_a_rule_is_disabled_and_the_rest_stays(before: str, after: str, reason: str) -> None:
    assert with_disabled(before, "r", project=False) == after


def test_in_a_project_the_section_of_the_desk_is_changed() -> None:
    before = '[project]\nname = "x"\n\n[tool.auditor]\nprofile = "wire"\n'
    assert with_disabled(before, "r", project=True) == (
        '[project]\nname = "x"\n\n[tool.auditor]\ndisable = ["r"]\nprofile = "wire"\n'
    )


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ('disable = ["r"]\n', "it is disabled already"),
        ("disable = [\n", "the settings are broken"),
        ('disable = "r"\n', "the list is none"),
        ('note = """\ndisable = [\n"""\n', "the list is part of a text"),
    ],
)
def test_settings_that_nobody_should_change_blindly_are_left_alone(settings: str, reason: str) -> None:
    assert with_disabled(settings, "r", project=False) is None, reason


SET = [
    ("", "min-score = 84.5\n", "it was not set"),
    ("min-score = 70 # why\n[[files]]\nmatch = []\n", "min-score = 84.5\n[[files]]\nmatch = []\n", "it was set"),
    ('profile = "x"\n', 'min-score = 84.5\nprofile = "x"\n', "another key was"),
]


@pytest.mark.parametrize(("before", "after", "reason"), SET, ids=[reason for *_, reason in SET])
def test_a_setting_is_made_and_the_rest_stays(before: str, after: str, reason: str) -> None:
    assert with_setting(before, "min-score", 84.5, "84.5", project=False) == after


@pytest.mark.parametrize("settings", ["[budgets]\nmajor = 1\n", "budgets = {\n", 'note = """\nbudgets = 1\n"""\n'])
def test_a_setting_that_nobody_should_change_blindly_is_left_alone(settings: str) -> None:
    assert with_setting(settings, "budgets", {"major": 2}, "{ major = 2 }", project=False) is None
