"""A warm process of the tests' own, and what is asked of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

GONE_SECONDS = 20

Value = TypeVar("Value")


class Desk:
    """A user's state folder, and commands that are given there."""

    def __init__(self, state: Path, **environment: str) -> None:
        self.state = state
        self.environment = {**os.environ, "AUDITOR_STATE_DIR": str(state), "CI": "", **environment}

    @property
    def folder(self) -> Path:
        """The folder of the socket."""
        return self.state / f"warm-{os.uname().nodename}"

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [sys.executable, "-m", "auditor", *arguments]
        return subprocess.Popen(command, **{**pipes, "env": self.environment, **options})

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        given = {"stdin": subprocess.DEVNULL} if "input" not in options else {}
        command = [sys.executable, "-m", "auditor", *arguments]
        given = {"env": self.environment, "capture_output": True, "timeout": 120, "check": False, **given, **options}
        return subprocess.run(command, **given)

    def check(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        return self.run("check", "--no-languagetool", *arguments, **options)

    def server(self) -> psutil.Process | None:
        """Return the warm process, if one answers."""
        said = self.run("server", "status").stdout.decode()
        return psutil.Process(int(said.partition("(process ")[2].partition(")")[0])) if "(process " in said else None

    def running(self) -> psutil.Process:
        found = self.server()
        assert found
        return found

    def served(self) -> int:
        said = self.run("server", "status").stdout.decode()
        return int(said.partition("Requests: ")[2].partition(" ")[0])

    def children(self) -> list[psutil.Process]:
        """Return the forks at work, which are where their client is."""
        return [child for child in self._forks() if child.cwd() != "/"]

    def reserve(self) -> psutil.Process | None:
        """Return the fork in reserve, if there is one that waits for work."""
        found = [child for child in self._forks() if child.cwd() == "/" and child.status() == psutil.STATUS_SLEEPING]
        return found[0] if found else None

    def _forks(self) -> list[psutil.Process]:
        return [child for child in self.running().children() if "java" not in child.name()]

    def stop(self) -> None:
        with suppress(psutil.Error):
            found = self.server()
            self.run("server", "stop")
            if found:
                found.wait(GONE_SECONDS)


def eventually(condition: Callable[[], Value], seconds: float = GONE_SECONDS) -> Value | None:
    """Return what ``condition`` gives once that is true, None where it is not in time."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            return None
        time.sleep(0.05)
    return value


def gone(process: psutil.Process) -> bool:
    """Tell whether ``process`` has ended, whether or not its parent has taken note."""
    with suppress(psutil.NoSuchProcess):
        return process.status() == psutil.STATUS_ZOMBIE
    return True


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk whose warm process runs already; the tests of a module share it."""
    desk = Desk(tmp_path_factory.mktemp("warm"))
    story = desk.state / "story.txt"
    story.write_text("PORT ALDER - The ferry captain walked free.\n", encoding="utf-8")
    assert desk.check(str(story)).returncode == 0
    assert desk.server()
    yield desk
    desk.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk at which nothing runs yet."""
    desk = Desk(tmp_path / "state")
    yield desk
    desk.stop()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("PORT ALDER - He has condemned the accident since 2019. The ferry was good.\n", encoding="utf-8")
    return path
