"""A redacted report holds no word of the copy, in any format, and still says where and how bad."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Report
from auditor.render import FORMATS, render, terminal
from auditor.render.redaction import masked, redacted
from tests.render.html.samples import harbour
from tests.render.samples import REPORT, SILENCED

COPY = {
    "birthday": "the story",
    "vigilants": "the source",
    "residents": "the reference",
    "anniversary": "a suggestion and a message",
    "contente": "the evidence",
}


def test_the_words_that_are_looked_for_are_in_the_report() -> None:
    whole = render("json", [harbour()])
    assert not [word for word in COPY if word not in whole]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_a_word_of_the_copy(name: str) -> None:
    shown = render(name, [redacted(harbour())])
    assert not {word: where for word, where in COPY.items() if word in shown}
    assert "lawyer" not in render(name, [redacted(SILENCED)]), "an editor's reason may quote the copy"


def test_a_doubt_shows_no_word_of_the_copy_either() -> None:
    (doubt,) = redacted(replace(REPORT, doubts=REPORT.findings[:1])).doubts
    assert doubt.primary.text == "xx xxxxx"
    assert "he which" not in doubt.message


def test_neither_does_the_terminal() -> None:
    shown = terminal.render([redacted(harbour())], width=100)
    assert not {word: where for word, where in COPY.items() if word in shown}


@pytest.mark.parametrize("name", ["sarif", "gitlab", "checkstyle", "rdjson", "github"])
def test_places_and_severities_stay(name: str) -> None:
    place, gravity = r"(?:line|col|begin|end)\w*\"?[:=] ?\"?\d+", r"::(?:error|warning|notice)|severity\"?[:=] ?\"\w+"
    said = re.compile(f"{place}|{gravity}", re.IGNORECASE)
    before, after = (said.findall(render(name, [report])) for report in (_unsuggested(REPORT), redacted(REPORT)))
    assert before
    assert after == before


def _unsuggested(report: Report) -> Report:
    """The report without suggestions, which have places of their own."""
    return replace(report, findings=tuple(replace(each, suggestions=()) for each in report.findings))


def test_a_decision_on_the_one_holds_for_the_other() -> None:
    assert [each.fingerprint for each in redacted(REPORT).findings] == [each.fingerprint for each in REPORT.findings]
    assert redacted(REPORT).verdict == REPORT.verdict


@given(st.text(max_size=40))
def test_a_mask_is_as_long_as_what_it_hides(text: str) -> None:
    hidden = masked(text)
    assert (len(hidden), len(hidden.encode())) == (len(text), len(text.encode()))
    assert masked(hidden) == hidden
