"""Bad surroundings, each ending in one sentence; ``benchmarks.faults`` tries them at random, and for longer."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

from benchmarks.faults import KINDS, Ground, trial

ALONE = ("--no-server", "--no-languagetool")
CHEAP = (
    ("rules",),
    ("explain", "words-repeated"),
    ("config", "show"),
    ("config", "schema"),
    ("server", "status"),
    ("server", "stop"),
    ("--help",),
    ("--version",),
)
AUDITS = (
    ("check", "story.txt", *ALONE),
    ("compare", "story.txt", "other.txt", *ALONE),
    ("batch", "lines.jsonl", *ALONE, "--jobs", "1"),
    ("batch", "lines.jsonl", *ALONE, "--jobs", "2"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(
        "The harbour council met on Monday to to discuss the ferry.\n", encoding="utf-8"
    )
    (tmp_path / "other.txt").write_text("The port council met on Monday to discuss the ferry.\n", encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": 1, "target": "The council met."}\n', encoding="utf-8")
    return tmp_path


def run(
    folder: Path,
    *command: str,
    output: str = os.devnull,
    before: Callable[[], None] | None = None,
    **variables: str,
) -> tuple[int, str]:
    """Return the exit code of the command and what it says on the standard error."""
    with Path(output).open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", *command],
            cwd=folder,
            env={**os.environ, **variables},
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
            preexec_fn=before,
        )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "command", CHEAP + tuple(pytest.param(c, marks=pytest.mark.slow) for c in AUDITS), ids=" ".join
)
def test_an_output_that_is_full_ends_in_one_sentence(folder: Path, command: tuple[str, ...]) -> None:
    sentence = "The command cannot go on (No space left on device); free some space, or choose another place"
    assert run(folder, *command, output="/dev/full") == (3, f"auditor: {sentence}\n")


@pytest.mark.parametrize("command", [*CHEAP, *AUDITS[:1]], ids=" ".join)
def test_an_output_that_is_closed_ends_in_one_sentence(folder: Path, command: tuple[str, ...]) -> None:
    code, said = run(folder, *command, before=lambda: os.close(1))
    assert code == 2
    assert said.startswith("auditor: The standard output is closed")
    assert len(said.splitlines()) == 1


def test_without_an_output_no_file_takes_its_place(folder: Path) -> None:
    """The first file that is opened gets the lowest descriptor that is free, and what is printed goes there."""
    run(folder, "check", "story.txt", *ALONE, "--json", "report.json", before=lambda: os.close(1))
    assert not (folder / "report.json").exists()


@pytest.mark.parametrize("command", [("check", "-", *ALONE), ("batch", "-", *ALONE, "--jobs", "1")], ids=" ".join)
def test_an_input_that_is_closed_is_one_with_nothing_in_it(folder: Path, command: tuple[str, ...]) -> None:
    nothing = folder / "nothing"
    nothing.touch()
    closed = run(folder, *command, before=lambda: os.close(0))
    empty = run(folder, *command, before=lambda: os.dup2(os.open(nothing, os.O_RDONLY), 0) and None)
    assert closed == empty
    assert len(closed[1].splitlines()) <= 1


def test_where_nobody_is_to_be_told_anything_the_work_is_done(folder: Path) -> None:
    code, said = run(folder, "rules", before=lambda: os.close(2))
    assert (code, said) == (0, "")


@pytest.mark.parametrize(
    ("place", "command"),
    [("/proc/nothing", command) for command in (*CHEAP[:5], *AUDITS[:1], ("setup", "--from", "."))]
    + [("/dev/null/nothing", command) for command in CHEAP[:5]],
)
def test_a_folder_that_cannot_be_made_is_no_bug(folder: Path, command: tuple[str, ...], place: str) -> None:
    code, said = run(
        folder, *command, AUDITOR_STATE_DIR=place, AUDITOR_CACHE_DIR=place, XDG_CACHE_HOME=place, HOME=place, CI=""
    )
    assert code in {0, 1, 2, 3}
    assert "bug" not in said
    assert len(said.splitlines()) <= 1


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), zip(KINDS, cycle(["check", "batch", "rules"])))
def test_whatever_the_surroundings_the_result_is_right_or_one_sentence(kind: str, name: str, tmp_path: Path) -> None:
    _, faults = trial(Ground(tmp_path), kind, name, random.Random(f"{kind} {name}"))
    assert not faults
