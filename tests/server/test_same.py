"""A command does the same in the warm process as in its own: bytes, exit codes, files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gold import stories
from tests.server.conftest import Desk

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the warm process is for Linux")

STORIES = stories()
ids = [story.name for story in STORIES]


def both(desk: Desk, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Return what the warm process does, and make sure that it was the one, and that one of our own does the same."""
    before = desk.served()
    warm = desk.run(*arguments, **options)
    assert desk.served() == before + 1
    own = desk.run(*arguments, **{**options, "env": options.get("env", desk.environment) | {"CI": "1"}})
    assert (warm.returncode, warm.stdout, warm.stderr) == (own.returncode, own.stdout, own.stderr)
    return warm


@pytest.mark.slow
@pytest.mark.parametrize("story", STORIES[:2], ids=ids[:2])  # the doors are held against each other on all
def test_a_story_of_reference_with_and_without_its_source(shared: Desk, story: Any) -> None:
    plain = ("check", str(story.target), "--no-languagetool", "--format", "json")
    assert b'"findings"' in both(shared, *plain).stdout
    both(shared, *plain, "--source", str(story.source), "--reference", str(story.human))


@pytest.mark.slow
@pytest.mark.languagetool
def test_languagetool_says_the_same(shared: Desk) -> None:
    said = both(shared, "check", str(STORIES[0].target), "--offline", "--format", "json")
    assert b"languagetool/" in said.stdout
    both(shared, "check", str(STORIES[0].target), "--offline", "--level", "all", "--color", "always")


def test_a_story_asked_about_again_gets_the_same_answer(shared: Desk, story: Path) -> None:
    first = shared.check(str(story), "--format", "json")
    story.write_text(story.read_text(encoding="utf-8") + "\nIt was on Tuesday.\n", encoding="utf-8")
    both(shared, "check", "--no-languagetool", str(story), "--format", "json")
    assert first.returncode in {0, 1}


def test_the_standard_input_is_read(shared: Desk, story: Path) -> None:
    said = both(shared, "check", "--no-languagetool", "-", input=story.read_bytes())
    assert said.stdout


def test_paths_are_those_of_the_folder_one_is_in(shared: Desk, story: Path) -> None:
    said = both(shared, "check", "--no-languagetool", "--strict", story.name, cwd=story.parent)
    assert said.returncode == 3
    assert both(shared, "check", "nowhere.txt", cwd=story.parent).returncode == 2


def test_a_mistake_in_the_command_is_told_as_ever(shared: Desk) -> None:
    said = both(shared, "check", "--colour")
    assert said.returncode == 2
    assert b"python -m auditor check --help" in said.stderr


def test_variables_streams_and_modes_are_those_of_the_client(shared: Desk, story: Path) -> None:
    odd = shared.environment | {
        "PYTHONIOENCODING": "latin-1:replace",
        "COLUMNS": "50",
        "NO_COLOR": "1",
        "TZ": "Asia/Tokyo",
    }
    both(shared, "check", "--no-languagetool", "--level", "all", str(story), env=odd)
    page = story.with_suffix(".json")
    mask = os.umask(0o027)
    try:
        shared.check(str(story), "--json", str(page))
    finally:
        os.umask(mask)
    assert page.stat().st_mode & 0o777 == 0o640


def test_limits_are_those_of_the_client(shared: Desk, story: Path) -> None:
    import resource

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    report = story.with_suffix(".json")
    said = both(shared, "check", "--no-languagetool", str(story), "--json", str(report), preexec_fn=small)
    assert said.returncode == 2
    assert not report.exists()


def test_batch_and_compare_work_too(shared: Desk, story: Path) -> None:
    lines = story.with_suffix(".jsonl")
    lines.write_text('{"id": "1", "target": "The ferry was good."}\n' * 3, encoding="utf-8")
    both(shared, "batch", str(lines), "--no-languagetool", "--jobs", "2")
    other = story.with_name("other.txt")
    other.write_text("PORT ALDER - He has denounced the accident since 2019. The ferry was fine.\n", encoding="utf-8")
    both(shared, "compare", str(story), str(other), "--no-languagetool")


def test_a_reader_of_the_output_that_goes_away_ends_it_quietly(shared: Desk, story: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    said = shared.check(str(story), stdout=writing, capture_output=False, stderr=subprocess.PIPE)
    os.close(writing)
    assert (said.returncode, said.stderr) == (141, b"")
