"""Decisions are read as the review page wrote them, kept, and told apart from stale ones."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import InputError, Silenced, SilencedBy, Skipped
from auditor.silencing import Baseline, BaselineEntry, Decision, load_baseline
from tests.render.samples import CLEAN, FINDINGS, REPORT

NAME = REPORT.document.name
WHOLE = replace(REPORT, skipped=())
LIVE = BaselineEntry(FINDINGS[0].fingerprint, "stray-relative", Decision.DISMISS, story=NAME)
GONE = BaselineEntry("ffff", "words-repeated", Decision.ACCEPT, "the the", "house style", NAME)

entries = st.builds(
    BaselineEntry, st.text(min_size=1), st.text(), st.sampled_from(Decision), st.text(), st.text(), story=st.text()
)


@given(st.lists(entries, unique_by=lambda entry: entry.fingerprint))
def test_any_baseline_comes_back_as_it_went(tmp_path_factory, made):
    path = tmp_path_factory.mktemp("baseline") / "baseline.json"
    path.write_text(Baseline(tuple(made)).dump(), encoding="utf-8", errors="surrogatepass")
    assert set(load_baseline(path).entries) == set(made)


def test_an_export_without_stories_is_read(tmp_path):
    path = tmp_path / "baseline.json"
    entry = {"fingerprint": "ab", "rule": "who-its", "decision": "dismiss", "text": "its", "note": ""}
    path.write_text(json.dumps({"schema": "auditor-baseline-1", "entries": [entry]}))
    assert load_baseline(path).entries == (BaselineEntry("ab", "who-its", Decision.DISMISS, "its"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no baseline"),
        ("[]", "is no baseline"),
        ('{"schema": "auditor-baseline-2", "entries": []}', "export it anew"),
        ('{"schema": "auditor-baseline-1", "entries": [{}]}', "is no baseline"),
        ('{"schema": "auditor-baseline-1", "entries": [{"fingerprint": "a", "decision": "no"}]}', "is no baseline"),
        ('{"schema": "auditor-baseline-1", "entries": [{"fingerprint": 3, "decision": "later"}]}', "is no baseline"),
        ('{"schema": "auditor-baseline-1", "entries": 3}', "is no baseline"),
    ],
)
def test_what_is_no_baseline_is_refused_in_one_sentence(tmp_path, text, words):
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(InputError, match=words):
        load_baseline(path)


def test_a_missing_baseline_is_told(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        load_baseline(tmp_path / "none.json")


def test_accepted_and_dismissed_findings_are_silent_and_later_ones_are_not():
    later = replace(LIVE, fingerprint="0", decision=Decision.LATER)
    assert Baseline((LIVE, GONE, later)).silencing() == {LIVE.fingerprint: LIVE, "ffff": GONE}


def test_a_decision_that_matches_nothing_is_stale():
    assert Baseline((LIVE, GONE)).stale([WHOLE]) == (GONE,)
    assert Baseline((LIVE, GONE)).without((GONE,)).entries == (LIVE,)


def test_a_silenced_finding_is_a_match():
    silent = replace(WHOLE, findings=(), silenced=(Silenced(FINDINGS[0], SilencedBy.BASELINE, "dismissed"),))
    assert not Baseline((LIVE,)).stale([silent])


@pytest.mark.parametrize(
    ("entry", "reports", "reason"),
    [
        (GONE, [CLEAN], "its story was not audited"),
        (GONE, [replace(WHOLE, skipped=(Skipped("languagetool", "", ""),))], "a check did not run"),
        (replace(GONE, story=""), [replace(WHOLE, skipped=(Skipped("languagetool", "", ""),))], "a check did not run"),
        (GONE, [], "nothing was audited"),
    ],
)
def test_what_cannot_be_known_to_be_stale_is_kept(entry, reports, reason):
    assert not Baseline((entry,)).stale(reports), reason


def test_accepting_keeps_what_was_decided_before():
    made = Baseline((LIVE, GONE)).accepting([REPORT])
    assert {entry.fingerprint for entry in made.entries} == {"ffff", *(f.fingerprint for f in FINDINGS)}
    decided = {entry.fingerprint: entry for entry in made.entries}
    assert decided[LIVE.fingerprint] == LIVE
    assert decided[FINDINGS[1].fingerprint] == BaselineEntry(
        FINDINGS[1].fingerprint, "term-variant", Decision.ACCEPT, "Court of Appeal", "", NAME
    )


def test_the_same_decisions_give_the_same_bytes():
    assert Baseline((LIVE, GONE)).dump() == Baseline((GONE, LIVE)).dump()
