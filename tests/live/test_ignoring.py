"""A rule is kept silent from an editor by what a person would write."""

from __future__ import annotations

import pytest

from auditor.live.ignoring import directive, disabled
from auditor.model import Span
from auditor.segmentation import document_from_text
from auditor.silencing import directives

TEXT = "A headline of some words\n\nValmont (IWN) - One sentence here.\n\nAnother paragraph\nin two lines.\n"


@pytest.mark.parametrize(("words", "line"), [("One", 3), ("lines", 5)])
def test_a_directive_stands_before_the_paragraph_and_holds_for_it(words: str, line: int) -> None:
    document = document_from_text("a.txt", TEXT)
    place = directive(document, Span(TEXT.index(words), TEXT.index(words) + len(words)), "some-rule")
    assert place == (line, "[auditor: ignore some-rule]\n")

    lines = TEXT.splitlines(keepends=True)
    changed = document_from_text("a.txt", "".join((*lines[: line - 1], place[1], *lines[line - 1 :])))
    (order,) = directives(changed)
    assert words in order.scope.of(changed.text)


def test_a_page_has_no_line_of_its_own() -> None:
    assert directive(document_from_text("a.html", TEXT), Span(30, 33), "some-rule") is None


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
    assert disabled(before, "r", project=False) == after


def test_in_a_project_the_section_of_the_desk_is_changed() -> None:
    before = '[project]\nname = "x"\n\n[tool.auditor]\nprofile = "wire"\n'
    assert disabled(before, "r", project=True) == (
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
    assert disabled(settings, "r", project=False) is None, reason
