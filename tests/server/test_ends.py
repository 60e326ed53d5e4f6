"""Whoever is ended, at whatever moment: nothing is left behind, nobody hangs, and the next audit is right."""

from __future__ import annotations

import json
import random
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from benchmarks.gold import stories
from benchmarks.kills import Ground, trials
from tests.server.conftest import GONE_SECONDS, Desk, eventually, gone


@pytest.fixture
def reader(shared: Desk) -> subprocess.Popen[bytes]:
    """A client whose fork is at work, until it gets its story."""
    client = shared.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE)
    assert eventually(lambda: len(shared.children()) == 1)
    yield client
    client.kill()
    client.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP], ids=lambda number: number.name)
def test_a_client_that_is_ended_takes_its_fork_along(
    shared: Desk, reader: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    (child,) = shared.children()
    reader.send_signal(number)
    assert reader.wait(GONE_SECONDS) == -number
    assert eventually(lambda: gone(child))


def test_ctrl_c_ends_as_it_does_in_a_process_of_its_own(shared: Desk, reader: subprocess.Popen[bytes]) -> None:
    (child,) = shared.children()
    reader.send_signal(signal.SIGINT)
    assert reader.wait(GONE_SECONDS) == 130
    assert eventually(lambda: gone(child))


def test_the_processes_of_a_batch_end_with_its_client(shared: Desk, story: Path) -> None:
    lines = story.with_suffix(".jsonl")
    items = ({"id": number, "target": "The ferry was good: he has condemned it."} for number in range(20_000))
    lines.write_text("".join(f"{json.dumps(item)}\n" for item in items), encoding="utf-8")
    client = shared.start("batch", str(lines), "--no-languagetool", "--jobs", "2", stdout=subprocess.DEVNULL)
    assert eventually(lambda: len(shared.children()) == 1 and len(shared.children()[0].children()) >= 2)
    (child,) = shared.children()
    below = [child, *child.children(recursive=True)]
    client.kill()
    client.communicate()
    assert eventually(lambda: all(gone(process) for process in below))


def test_a_fork_that_dies_by_a_signal_is_told_as_shells_tell_it(shared: Desk, reader: subprocess.Popen[bytes]) -> None:
    (child,) = shared.children()
    child.kill()
    assert reader.wait(GONE_SECONDS) == 128 + signal.SIGKILL


def test_a_server_that_is_killed_under_a_client_is_told_in_one_sentence(desk: Desk, story: Path) -> None:
    client = desk.start("check", "--no-languagetool", "-", stdin=subprocess.PIPE)
    assert eventually(lambda: desk.server() and desk.children())
    server, (child,) = desk.running(), desk.children()
    server.kill()
    assert client.wait(GONE_SECONDS) == 3
    _, said = client.communicate()
    assert said == b"auditor: The warm process ended before the audit was done; run the command again.\n"
    assert eventually(lambda: gone(child))
    assert desk.check(str(story)).stdout


def test_a_server_that_dies_while_it_starts_is_done_without(desk: Desk, story: Path) -> None:
    client = desk.start("check", "--no-languagetool", str(story))
    assert eventually(lambda: (desk.folder / "socket").exists())
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if "auditor.server" in process.cmdline() and process.environ().get("AUDITOR_STATE_DIR") == str(desk.state):
                process.kill()
    out, said = client.communicate(timeout=GONE_SECONDS * 3)
    assert out
    assert not said


@pytest.mark.languagetool
@pytest.mark.slow
def test_a_java_that_died_is_started_again_by_the_parent(desk: Desk, story: Path) -> None:
    first = desk.run("check", str(story), "--offline", "--format", "json")
    (java,) = [child for child in desk.running().children() if "java" in child.name()]
    java.kill()
    story.write_text(story.read_text(encoding="utf-8") + "\nThis are new.\n", encoding="utf-8")
    second = desk.run("check", str(story), "--offline", "--format", "json")
    assert b"languagetool/" in second.stdout
    assert not second.stderr
    assert first.stdout != second.stdout
    (java,) = [child for child in desk.running().children() if "java" in child.name()]
    desk.stop()
    assert eventually(lambda: gone(java))


@pytest.mark.slow
@pytest.mark.languagetool
def test_kills_at_random_moments_leave_nothing_behind(tmp_path: Path) -> None:
    ground = Ground(tmp_path / "state", stories()[0].target)
    assert [each for each in trials(ground, 4, random.Random(13)) if each.faults] == []
    ground.stop()
    assert ground.left() == []
