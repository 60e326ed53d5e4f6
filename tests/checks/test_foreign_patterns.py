"""A pack of somebody else's cannot hold up an audit: its patterns are given a time, and the rest goes on."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from auditor.checks.base import Check
from auditor.checks.desk_packs import load_pack
from auditor.checks.pattern import SEARCH_SECONDS, compiled
from auditor.checks.typography.unpaired_bracket import unpaired_bracket
from auditor.desk import Desk
from auditor.model import PackError, Skipped
from auditor.segmentation import document_from_text
from tests.checks.test_pack import toml

QUIET = "The mayor opened the bridge on Monday, she said.\n\nNobody saw the ferry.\n\n"
PASSES = '["The mayor left the hall.", "Nobody saw the ferry.", "The bridge is open."]'
FLAGS = '["He wrote [[xxy]] there.", "She wrote [[xxxy]] here."]'


def skips(tmp_path: Path, text: str, **fields: str) -> tuple[tuple[Skipped, ...], float]:
    """Return what a pack of one rule could not do with ``text``, and the seconds that took."""
    path = tmp_path / "theirs.toml"
    path.write_text(toml(without=("suggestions",), flags=FLAGS, passes=PASSES, **fields), encoding="utf-8")
    checks: tuple[Check, ...] = (load_pack(path), unpaired_bracket)
    desk = Desk.of("wire")
    story = desk.story(document_from_text("story.txt", text))
    started = time.process_time()
    (found,) = desk.examine([story], checks=checks)
    assert [run.check for run in found.runs][-1] == unpaired_bracket.id
    assert len(found.findings) == 1
    return found.skipped, time.process_time() - started


def test_an_expression_without_end_is_reported_with_its_rule_and_place(tmp_path: Path) -> None:
    told, seconds = skips(tmp_path, QUIET + "He wrote " + "x" * 60 + " (there, truly.", regex=r"'''(?:x|x)+y'''")
    (skip,) = told
    said = "The rule “plain-words” of theirs.toml takes more than 1 s on the sentence that begins in line 5."
    assert skip.reason == said
    assert seconds < 5 * SEARCH_SECONDS


def test_so_is_an_exception_without_end(tmp_path: Path) -> None:
    text = QUIET + "He wrote xxy, then " + "z" * 60 + " (there, quite."
    told, seconds = skips(tmp_path, text, regex=r"'''xx+y'''", exceptions=r"['''(?:z|z)+q''']")
    assert "line 5" in told[0].reason
    assert seconds < 5 * SEARCH_SECONDS


def test_an_expression_within_a_token_pattern_has_an_end_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.checks.pack._BASE_SECONDS", 2.0)
    fields = {"tokens": '[{LOWER = {REGEX = "^(?:x+x+)+y$"}}]'}
    path = tmp_path / "theirs.toml"
    path.write_text(toml(without=("suggestions", "regex"), flags=FLAGS, passes=PASSES, **fields), encoding="utf-8")
    desk = Desk.of("wire")
    story = desk.story(document_from_text("story.txt", QUIET + "He wrote " + "x" * 60 + " (there."))
    (found,) = desk.examine([story], checks=(load_pack(path), unpaired_bracket))
    assert [skip.reason for skip in found.skipped] == ["The pack theirs.toml takes more than 2 s on this story."]
    assert len(found.findings) == 1


@pytest.mark.parametrize("regex", [r"(a+)+$", r"(?:\w|\w)+!\w", r"(?:a|a)*b", r"(a*)*\1!"])
def test_an_expression_that_is_slow_on_simple_lines_is_refused_at_once(tmp_path: Path, regex: str) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text(toml(regex=f"'''{regex}'''"), encoding="utf-8")
    started = time.process_time()
    with pytest.raises(PackError, match="rule “plain-words”"):
        load_pack(path)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "regex",
    [
        "(" * 5_000 + "a" + ")" * 5_000,
        "a{99999999999999999999}",
        "(?:(?:(?:a{1000}){1000}){1000})",
        "(?P<x>a",
    ],
)
def test_an_expression_that_cannot_be_read_is_told(tmp_path: Path, regex: str) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text(toml(regex=f"'''{regex}'''"), encoding="utf-8")
    with pytest.raises(PackError, match=r"field “(regex|flags)”"):
        load_pack(path)


def test_an_example_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "theirs.toml"
    path.write_text(toml(passes=f'["{"word " * 100_000}", "Yes.", "No."]'), encoding="utf-8")
    with pytest.raises(PackError, match="example 1 is longer than 2,000 characters"):
        load_pack(path)


def test_so_are_more_examples_than_anybody_writes(tmp_path: Path) -> None:
    path = tmp_path / "theirs.toml"
    passes = ", ".join(f'"{number} {"word " * 390}"' for number in range(60))
    path.write_text(toml(passes=f"[{passes}]"), encoding="utf-8")
    with pytest.raises(PackError, match="characters to try, and 100,000 are the most"):
        load_pack(path)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (r"\b(?P<x>who)\b(?=\s+his)", "The man Who his car is in."),
        (r"(?<=the )(\w+) \1\b", "He saw the dog dog and the cat."),
        (r"[^\W\d_]{3,}(?i:ed)\b", "They walked and talkED to 3 men."),
        (r"(?<!\w)'(?:s|ll)?", "it's 'so', they'll see"),
    ],
)
def test_what_another_engine_finds_is_what_pythons_own_finds(expression: str, text: str) -> None:
    ours = [found.span() for found in re.compile(expression, re.IGNORECASE).finditer(text)]
    assert ours
    assert [found.span() for found in compiled(expression, foreign=True).finditer(text)] == ours
