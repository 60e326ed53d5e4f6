"""Kill client, warm process, Java and the fork in reserve in turn, and report what that leaves behind.

    python -m benchmarks.kills [--trials N] [--seed N]

After each kill the client must have ended, well or in one sentence; nothing may be running but the warm process, its
Java and one fork in reserve; and the next audit must be right. It needs LanguageTool installed (``auditor setup``) and
downloads nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle, product
from pathlib import Path

import psutil

from benchmarks.gold import stories

TRIALS = 200
CLIENT, SERVER, JAVA, RESERVE = VICTIMS = ("client", "server", "java", "fork in reserve")
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)
HANGS = 90.0
"""Seconds after which a client counts as one that hangs."""

GONE = 10.0
"""Seconds in which what was killed must be gone, with all that hung on it."""

LATEST = 1.5
"""Seconds after its start up to which an audit is disturbed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Who was killed, how and when; ``faults`` says what was wrong afterwards, ``end`` how the client ended."""

    victim: str
    signal: signal.Signals
    seconds: float
    end: str
    faults: tuple[str, ...]


class Ground:
    """A state folder of its own, audits in it, and the processes that belong to it."""

    def __init__(self, state: Path, story: Path) -> None:
        self._environment = {**os.environ, "AUDITOR_STATE_DIR": str(state), "CI": ""}
        self._mark = str(state)
        self._story = story
        self.expected = self.audited("--no-server")

    def start(self, *options: str) -> subprocess.Popen[bytes]:
        """Start an audit."""
        command = [
            sys.executable,
            "-m",
            "auditor",
            "check",
            str(self._story),
            "--offline",
            "--format",
            "json",
            *options,
        ]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self._environment)

    def audited(self, *options: str) -> tuple[int, bytes]:
        """Return how an audit ends, and what it prints."""
        process = self.start(*options)
        out, _ = process.communicate(timeout=HANGS)
        return process.returncode, out

    def processes(self) -> list[psutil.Process]:
        """Return every process of this ground."""
        return [process for process in psutil.process_iter() if self._is_here(process)]

    def _is_here(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error):
            alive = process.status() != psutil.STATUS_ZOMBIE
            return alive and process.environ().get("AUDITOR_STATE_DIR") == self._mark
        return False

    def server(self) -> psutil.Process | None:
        """Return the warm process, if one is running; the newest where the one before is on its way out."""
        found = [process for process in self.processes() if _serves(process)]
        return max(found, key=lambda process: process.create_time(), default=None)

    def java(self) -> psutil.Process | None:
        """Return the warm process's Java, if it is running."""
        server = self.server()
        with suppress(psutil.Error):
            return next((child for child in server.children() if "java" in child.name()), None) if server else None
        return None

    def reserve(self) -> psutil.Process | None:
        """Return the fork that the warm process keeps in reserve, which is nowhere else than it is itself."""
        server = self.server()
        with suppress(psutil.Error):
            forks = [child for child in server.children() if "java" not in child.name()] if server else []
            return next((fork for fork in forks if fork.cwd() == "/"), None)
        return None

    def left(self) -> list[psutil.Process]:
        """Return what is running beside the warm process and its own two, once that has had time to go."""
        deadline = time.monotonic() + GONE
        while True:
            kept = {process.pid for process in (self.server(), self.java(), self.reserve()) if process}
            rest = [process for process in self.processes() if process.pid not in kept]
            if not rest or time.monotonic() > deadline:
                return rest
            time.sleep(0.05)

    def stop(self) -> None:
        """End the warm process."""
        command = [sys.executable, "-m", "auditor", "server", "stop"]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)


def _serves(process: psutil.Process) -> bool:
    """Tell whether ``process`` is the warm process, which leads its session, as no fork of it does."""
    with suppress(ProcessLookupError, psutil.Error):
        return os.getsid(process.pid) == process.pid and "auditor.server" in process.cmdline()
    return False


def trial(ground: Ground, victim: str, number: signal.Signals, seconds: float) -> Trial:
    """Disturb one audit and look at what comes of it."""
    client = ground.start()
    time.sleep(seconds)
    found = {
        CLIENT: lambda: psutil.Process(client.pid),
        SERVER: ground.server,
        JAVA: ground.java,
        RESERVE: ground.reserve,
    }
    struck = found[victim]()
    with suppress(psutil.Error):
        if struck:
            struck.send_signal(number)
    faults = []
    try:
        out, said = client.communicate(timeout=HANGS)
    except subprocess.TimeoutExpired:
        client.kill()
        out, said = client.communicate()
        faults.append("the client hung")
    end = _ended(client.returncode, out, said, ground.expected)
    if end == "wrong" or (victim == JAVA and end != "right"):
        faults.append(f"the client ended {end} ({client.returncode}): {said.decode()[-300:]}")
    faults += [f"left behind: {_named(process)}" for process in ground.left()]
    if ground.audited() != ground.expected:
        faults.append("the next audit was wrong")
    return Trial(victim, number, seconds, end, tuple(faults))


def _ended(code: int, out: bytes, said: bytes, expected: tuple[int, bytes]) -> str:
    """Say in a word how a client ended."""
    if (code, out) == expected:
        return "right"
    if code < 0 or code in {130, 137, 143}:
        return "killed"
    return "in a sentence" if expected[1].startswith(out) and code == 3 and len(said.splitlines()) == 1 else "wrong"


def _named(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline())[:100]
    return "a process that has gone meanwhile"


def trials(ground: Ground, count: int, chance: random.Random) -> Iterator[Trial]:
    """Yield ``count`` trials: every victim with every signal in turn."""
    for (number, victim), _ in zip(cycle(product(SIGNALS, VICTIMS)), range(count), strict=False):
        yield trial(ground, victim, number, chance.uniform(0, LATEST))


def main() -> None:
    """Disturb, and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--trials", type=int, default=TRIALS, help="how many audits are disturbed")
    parser.add_argument("--seed", type=int, default=1, help="for the moments at which they are")
    options = parser.parse_args()
    ends: Counter[tuple[str, str]] = Counter()
    faulty = 0
    with tempfile.TemporaryDirectory() as state:
        ground = Ground(Path(state), stories()[0].target)
        for each in trials(ground, options.trials, random.Random(options.seed)):
            ends[each.victim, each.end] += 1
            for fault in each.faults:
                faulty += 1
                print(f"{each.victim}, {each.signal.name} after {each.seconds:.2f} s: {fault}", flush=True)
        ground.stop()
        left = ground.left()
    for (victim, end), count in sorted(ends.items()):
        print(f"{victim}: {count} ended {end}")
    print(f"{options.trials} kills, {faulty} faults, {len(left)} processes left behind at the end")
    sys.exit(bool(faulty or left))


if __name__ == "__main__":
    main()
