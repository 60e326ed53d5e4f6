"""What is asked about vulnerable versions: an answer is one only where somebody knew the packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from release.advisories import LOCK, read, told
from release.locked import packages

ROOT = Path(__file__).parents[2]

CLEAN = {"name": "sound", "version": "1.0", "vulns": []}
KNOWN = {"name": "frail", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": []}]}
UNFIXED = {"name": "lost", "version": "1.0", "vulns": [{"id": "PYSEC-2", "fix_versions": [], "aliases": []}]}
SKIPPED = {"name": "unknown", "skip_reason": "Dependency not found on PyPI and could not be audited: unknown (1.0)"}


def report(*found: dict[str, object]) -> str:
    return json.dumps({"dependencies": found, "fixes": []})


@pytest.mark.parametrize("said", ["", "Traceback", "{}", "[]", "null", report(SKIPPED)])
def test_no_answer_is_said_to_be_none_and_fails_nothing(said: str):
    message, code = told(read(said))

    assert message.startswith("NOT CHECKED")
    assert code == 0


def test_a_known_vulnerability_fails_and_says_what_mends_it():
    message, code = told(read(report(CLEAN, KNOWN, UNFIXED, SKIPPED)))

    assert code == 1
    assert "frail 1.0: PYSEC-1; mended in 1.1\n" in message
    assert "lost 1.0: PYSEC-2; mended in no version\n" in message
    assert message.endswith("NOT CHECKED: unknown.")


def test_a_clean_answer_says_how_many_were_asked_about():
    assert told(read(report(CLEAN))) == ("No advisory is known for 1 locked packages.", 0)
    assert told(read(report(CLEAN, SKIPPED)))[0].endswith("NOT CHECKED: unknown.")


def test_ci_asks_about_all_that_users_and_developers_install():
    assert "python -m release.advisories\n" in (ROOT / "tests/run").read_text(encoding="utf-8")
    assert set(packages("requirements.txt")) <= set(packages(LOCK))
