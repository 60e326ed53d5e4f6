"""Put every command into bad surroundings, and report what comes of it.

    python -m benchmarks.faults [--trials N] [--seed N] [--kind KIND ...] [--command NAME]

The surroundings: killed at a random moment, a disk that is full, an output that is closed or not read, a cache that
cannot be written or goes away meanwhile, a clock that is set back, no home, a plain C locale, an unusual umask. A
command must give the right result or end in one sentence with exit code 2 or 3 (killed: as it was killed). A report
that was there is whole, the old or the new one; a batch that goes on gives the bytes of one that was never stopped; and
nothing is left behind, neither a process nor a file. LanguageTool and a reader take no part, and nothing is
downloaded.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.gold import stories

TRIALS = 200
HANGS = 300.0
"""Seconds after which a command counts as one that hangs."""

GONE = 15.0
"""Seconds in which every process of a command that was killed must be gone."""

LATEST = 8.0
"""Seconds after its start up to which a command is killed."""

ROWS, CHARACTERS = 24, 1500
GIVEN = ("story.txt", "other.txt", "lines.jsonl")
OLD = '{"old": "report"}\n'
BACK = """
import time
real, start = time.time, time.time()
def back():
    return real() - (86_400 * 365 if real() - start > {after} else 0)
time.time = back
"""
"""A clock that is set back by a year while the command runs."""


@dataclass
class Surroundings:
    """What a command meets: its variables, where its output goes and what is done to it meanwhile."""

    variables: dict[str, str | None] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None
    output: str = "read"
    disturb: Callable[[psutil.Process], None] = lambda _: None
    after: Callable[[], None] = lambda: None


class Ground:
    """A folder with a story and lines to audit; its name in the environment tells which processes belong to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.story = folder / "story.txt"
        self.other = folder / "other.txt"
        self.lines = folder / "lines.jsonl"
        text = stories()[0].target.read_text(encoding="utf-8")
        self.story.write_text(text, encoding="utf-8")
        self.other.write_text(text.replace("the", "a"), encoding="utf-8")
        rows = (json.dumps({"id": number, "target": f"{number}. {text[:CHARACTERS]}"}) for number in range(ROWS))
        self.lines.write_text("\n".join(rows), encoding="utf-8")
        (folder / "empty").mkdir()
        self._expected: dict[str, tuple[int, bytes, dict[str, bytes]]] = {}

    def commands(self) -> dict[str, tuple[str, ...]]:
        """Return the commands by their names; the file that one writes is called for it."""
        alone = ("--no-server", "--no-languagetool", "--no-reader")
        return {
            "check": ("check", "story.txt", *alone, "--json", "check.json"),
            "pages": ("check", "story.txt", "other.txt", *alone, "--html", "pages.html"),
            "batch": ("batch", "lines.jsonl", *alone, "--jobs", "2", "--output", "batch.jsonl"),
            "stream": ("batch", "lines.jsonl", *alone, "--jobs", "1"),
            "compare": ("compare", "story.txt", "other.txt", *alone, "--json", "compare.json"),
            "rules": ("rules",),
            "explain": ("explain", "words-repeated"),
            "config": ("config", "show"),
            "schema": ("config", "schema"),
            "setup": ("setup", "--from", "empty"),
            "server": ("server", "status"),
            "help": ("--help",),
        }

    def expected(self, name: str) -> tuple[int, bytes, dict[str, bytes]]:
        """Return how the command ends undisturbed, what it prints and what it leaves."""
        if name not in self._expected:
            self.clear()
            code, out, _ = self.run(name, Surroundings())
            self._expected[name] = code, out, self.left()
        return self._expected[name]

    def clear(self) -> None:
        """Take away what a command has left."""
        for path in self.folder.iterdir():
            if path.name not in {*GIVEN, "empty"}:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def left(self) -> dict[str, bytes]:
        """Return what a command has left, by name."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(p.relative_to(self.folder)): p.read_bytes() for p in files if p.name not in GIVEN}

    def run(self, name: str, met: Surroundings) -> tuple[int, bytes, bytes]:
        """Return how the command ends in these surroundings, and what it prints on either stream."""
        own = {"CI": "1", "FAULTS": str(self.folder), "AUDITOR_STATE_DIR": f"{self.folder}.state"}
        variables = {**os.environ, **own, **met.variables}
        command = [sys.executable, "-m", "auditor", *self.commands()[name]]
        with Path("/dev/full").open("wb") as full:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env={key: value for key, value in variables.items() if value is not None},
                stdout=full if met.output == "full" else subprocess.PIPE,
                stderr=subprocess.PIPE,
                preexec_fn=met.before,
            )
        met.disturb(psutil.Process(process.pid))
        if met.output == "unread" and process.stdout:
            process.stdout.close()
            process.stdout = None
        try:
            out, said = process.communicate(timeout=HANGS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return 0, b"", b"it hung"
        return process.returncode, out or b"", said

    def processes(self) -> list[psutil.Process]:
        """Return what is running of this ground, once it has had time to go."""
        deadline = time.monotonic() + GONE
        while True:
            found = [process for process in psutil.process_iter() if self._is_here(process)]
            if not found or time.monotonic() > deadline:
                return found
            time.sleep(0.1)

    def _is_here(self, process: psutil.Process) -> bool:
        with suppress(psutil.Error):
            alive = process.status() != psutil.STATUS_ZOMBIE
            return alive and process.environ().get("FAULTS") == str(self.folder)
        return False


def killed(chance: random.Random) -> Surroundings:
    """Kill the command, or a process that works for it."""

    def strike(process: psutil.Process) -> None:
        time.sleep(chance.uniform(0, LATEST))
        with suppress(psutil.Error):
            workers = [child for child in process.children() if "spawn_main" in " ".join(child.cmdline())]
            chance.choice([process, *workers]).send_signal(
                chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGINT))
            )

    return Surroundings(disturb=strike)


def full(chance: random.Random) -> Surroundings:
    """Let the output be full from the start, or any file after some bytes."""
    if chance.random() < 0.5:
        return Surroundings(output="full")
    most = int(10 ** chance.uniform(0, 5))
    return Surroundings(before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))


def unheard(chance: random.Random) -> Surroundings:
    """Close one of the streams, or stop reading."""
    kind = chance.randrange(4)
    if kind == 3:
        return Surroundings(output="unread")
    return Surroundings(before=lambda: os.close(kind))


def uncached(chance: random.Random) -> Surroundings:
    """Let the cache and the state be where nothing can be, or go away meanwhile."""
    if chance.random() < 0.5:
        place = chance.choice(("/proc/nothing", "/dev/null/nothing", "/sys/nothing", "\x7f/\n", ""))
        return Surroundings({"AUDITOR_CACHE_DIR": place, "AUDITOR_STATE_DIR": place, "XDG_CACHE_HOME": place})
    folder = tempfile.mkdtemp()

    def vanish(_: psutil.Process) -> None:
        time.sleep(chance.uniform(0, 2))
        shutil.rmtree(folder)

    return Surroundings({"AUDITOR_CACHE_DIR": folder, "AUDITOR_STATE_DIR": folder}, disturb=vanish)


def backwards(chance: random.Random) -> Surroundings:
    """Set the clock back."""
    folder = Path(tempfile.mkdtemp())
    (folder / "sitecustomize.py").write_text(BACK.format(after=chance.uniform(0, 4)), encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return Surroundings({"PYTHONPATH": path}, after=lambda: shutil.rmtree(folder))


def homeless(chance: random.Random) -> Surroundings:
    """Take the home away."""
    return Surroundings({"HOME": chance.choice((None, "", "/nonexistent", "/proc/x")), "USER": None, "LOGNAME": None})


def plain(chance: random.Random) -> Surroundings:
    """Give a locale without letters of ours."""
    coercion = chance.choice(({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}))
    return Surroundings({"LC_ALL": chance.choice(("C", "POSIX", "xx_YY.UTF-8")), **coercion})


def masked(chance: random.Random) -> Surroundings:
    """Set another mask for new files."""
    mask = chance.choice((0, 0o077, 0o027, 0o777))
    return Surroundings(before=lambda: os.umask(mask) and None)


KINDS: dict[str, Callable[[random.Random], Surroundings]] = {
    "killed": killed,
    "disk full": full,
    "stream closed": unheard,
    "cache gone": uncached,
    "clock set back": backwards,
    "no home": homeless,
    "plain locale": plain,
    "umask": masked,
}


def trial(ground: Ground, kind: str, name: str, chance: random.Random) -> tuple[str, list[str]]:
    """Run a command in surroundings of this kind; return how it ended, in a word, and what was wrong."""
    code, out, left = ground.expected(name)
    ground.clear()
    (report,) = [file for file in ground.commands()[name] if file.endswith((".json", ".html"))] or [None]
    if report and chance.random() < 0.5:
        (ground.folder / report).write_text(OLD, encoding="utf-8")
    met = KINDS[kind](chance)
    ended, printed, said = ground.run(name, met)
    met.after()
    now = ground.left()
    faults = [f"left a process: {process.pid}" for process in ground.processes()]
    if any(word in said for word in (b"Traceback", b"This is a bug", b"Exception ignored", b"it hung")):
        faults.append(f"said: …{said.decode(errors='replace')[-600:]}")
    heard = met.output == "read"
    if ended == code and (printed == out or not heard) and now == left:
        end = "right"
    elif ended < 0 or ended in {130, 141}:
        end = "killed" if kind == "killed" or ended == 141 else "wrong"
    elif ended in {2, 3} and len(said.splitlines()) <= 1:
        end = "in a sentence"
    else:
        end = "wrong"
    if end == "wrong":
        faults.append(f"ended with {ended}, {len(printed)} of {len(out)} bytes: {said.decode(errors='replace')[-300:]}")
    faults += _lost(ground, name, now, left)
    return end, faults


def _lost(ground: Ground, name: str, now: dict[str, bytes], whole: dict[str, bytes]) -> Iterator[str]:
    """Yield what of the files is wrong after a run that may have been cut short."""
    for file, data in now.items():
        if file not in whole and data != OLD.encode():
            yield f"left a file: {file}"
        elif name != "batch" and data not in {whole.get(file), OLD.encode()}:
            yield f"broke {file} ({len(data)} of {len(whole[file])} bytes)"
    if name == "batch" and now != whole:
        code, _, _ = ground.expected(name)
        if ground.run(name, Surroundings())[0] != code or ground.left() != whole:
            yield "going on gave other bytes"


def main() -> None:
    """Disturb, and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--trials", type=int, default=TRIALS, help="how many commands meet each kind")
    parser.add_argument("--seed", type=int, default=1, help="for the moments and places")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only this kind; repeatable")
    parser.add_argument("--command", help="only this command, such as batch")
    options = parser.parse_args()
    wrong = 0
    for kind in options.kind or KINDS:
        chance = random.Random(f"{options.seed} {kind}")
        ends: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder:
            ground = Ground(Path(folder))
            names = [options.command] if options.command else list(ground.commands())
            for number in range(options.trials):
                name = names[number % len(names)]
                end, faults = trial(ground, kind, name, chance)
                ends[end] += 1
                for fault in faults:
                    wrong += 1
                    print(f"{kind}, {name}, trial {number}: {fault}", flush=True)
        counted = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
        print(f"{kind}: {options.trials} trials, {counted}", flush=True)
    print(f"{wrong} faults")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
