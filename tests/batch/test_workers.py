"""The processes that share the work of a batch, from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ENDLESS = """
from itertools import count
from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings

if __name__ == "__main__":
    items = (Item(n, "The harbour council met on Monday to to discuss the ferry. " * 20) for n in count())
    for result in batch(items, engine=EngineSettings(enabled=False), jobs=2):
        print(result.id, flush=True)
"""

MORTAL = """
import os
import signal
import sys
from importlib import import_module
from pathlib import Path

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from auditor.model import AuditorError

work = import_module("auditor.batch.work")
audited = work._audited


def mortal(chunk, heard, settings):
    for bundle in chunk:
        for item in bundle:
            if item.target.startswith("Poison") and __name__ != "__main__":
                os._exit(9)
            if item.target.startswith("Accident") and not Path("struck").exists():
                Path("struck").touch()
                os.kill(os.getpid(), signal.SIGKILL)
    return audited(chunk, heard, settings)


work._audited = mortal
if len(sys.argv) > 2 and __name__ != "__main__":
    os._exit(9)

if __name__ == "__main__":
    words = sys.argv[1].split(",")
    text = " The harbour council met on Monday to to discuss the ferry." * 60
    items = (Item(n, words[n % len(words)] + text) for n in range(24))
    try:
        for result in batch(items, engine=EngineSettings(enabled=False), jobs=2):
            print(result.line(), end="")
    except AuditorError as error:
        print(error)
"""


@pytest.mark.slow
def test_the_processes_of_a_batch_that_is_killed_end_with_it(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "0\n"
        parent.kill()
        parent.communicate(timeout=20)  # each process of the batch holds the pipe open until it ends
    finally:
        with suppress(ProcessLookupError):
            os.killpg(parent.pid, signal.SIGKILL)


def run(folder: Path, *arguments: str) -> list[str]:
    """Return the lines that the script prints, once all its processes have let go of its output."""
    script = folder / "mortal.py"
    script.write_text(MORTAL, encoding="utf-8")
    command = [sys.executable, script, *arguments]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True, timeout=300)
    return done.stdout.splitlines()


@pytest.mark.slow
def test_what_a_process_leaves_that_is_killed_another_does(tmp_path: Path) -> None:
    lines = run(tmp_path, "Quiet.,Quiet.,Quiet.,Quiet.,Accident.")
    assert (tmp_path / "struck").exists()
    assert lines == run(tmp_path, "Quiet.,Quiet.,Quiet.,Quiet.,Accident.")
    assert len(lines) == 24


@pytest.mark.slow
def test_a_story_that_ends_every_process_is_left_out_and_takes_no_other_along(tmp_path: Path) -> None:
    lines = run(tmp_path, ",".join(["Quiet."] * 17 + ["Poison."] + ["Quiet."] * 6))
    whole = run(tmp_path, "Quiet.")
    assert [number for number, (line, same) in enumerate(zip(lines, whole, strict=True)) if line != same] == [17]
    assert '{"check": "all", "reason": "The process that audited this story ended by itself' in lines[17]


@pytest.mark.slow
def test_where_no_process_can_begin_the_batch_ends_in_a_sentence(tmp_path: Path) -> None:
    assert run(tmp_path, "Quiet.", "never")[0].startswith("The processes of the batch end by themselves")
