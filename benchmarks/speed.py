"""Time the auditor against a bare check by language_tool_python, in one run on one machine, and print the ratios.

    python -m benchmarks.speed [--runs N] [--words N]

The table is written to ``benchmarks/speed.md``. The bare check starts the same LanguageTool (the same jars and Java) as
the library's users do. It needs LanguageTool installed (``auditor setup``) and downloads nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from auditor.analysis import Analysis
from auditor.checks.base import Story
from auditor.checks.registry import own_checks
from auditor.config import EngineSettings, load_profile
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.places import installation
from auditor.segmentation import document_from_text, words
from benchmarks.gold import read, stories

TABLE = Path(__file__).parent / "speed.md"
RUNS = 3
WORDS = 50_000
"""Words that the checks are timed on: the stories of ``reference/``, as often as it takes."""

SLOWEST = 8
"""Checks that are listed by name."""

_BARE = """
import sys, language_tool_python
with language_tool_python.LanguageTool("en-US") as tool:
    print(len(tool.check(open(sys.argv[1], encoding="utf-8").read())))
"""
_PACKS = "from auditor.checks.pack import shipped_packs; import time; t = time.perf_counter(); shipped_packs(); "
_PACKS += "print(time.perf_counter() - t)"


@dataclass(frozen=True, slots=True)
class Timing:
    """The median seconds of something that users wait for, and what it may take at most."""

    name: str
    seconds: float
    limit: float

    def row(self) -> str:
        """Return the timing as a row of the table."""
        kept = "yes" if self.seconds < self.limit else "no"
        return f"| {self.name} | {self.seconds:.2f} s | {self.limit:.2f} s | {kept} |"


def timed(work: Callable[[], object], runs: int) -> float:
    """Return the median seconds that ``work`` takes."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return median(taken)


def process(*arguments: str, environment: dict[str, str] | None = None) -> str:
    """Run Python with ``arguments``; return what it prints. Exit code 1 is a failed gate, no error."""
    surroundings = os.environ | (environment or {})
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=surroundings, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


@contextmanager
def apart() -> Iterator[dict[str, str]]:
    """Give an environment in which no warm server runs yet; end the one that was started in it."""
    with tempfile.TemporaryDirectory() as state:
        environment = {"AUDITOR_STATE_DIR": state, "CI": ""}
        try:
            yield environment
        finally:
            process("-m", "auditor", "server", "stop", environment=environment)


def cold_seconds(story: Path, runs: int) -> float:
    """Return the median seconds of a cold audit, the server's end left out."""
    taken = []
    for _ in range(runs):
        with apart() as environment:
            started = time.perf_counter()
            process("-m", "auditor", "check", str(story), "--offline", environment=environment)
            taken.append(time.perf_counter() - started)
    return median(taken)


def warm_seconds(story: Path, runs: int) -> float:
    """Return the median seconds of an audit with the server left by an earlier one."""
    with apart() as environment:
        check = ("-m", "auditor", "check", str(story), "--offline")
        process(*check, environment=environment)
        return timed(lambda: process(*check, environment=environment), runs)


def bare_seconds(story: Path, runs: int) -> float:
    """Return the median seconds of a program that checks ``story`` with language_tool_python and ends."""
    java = find_java(EngineSettings(offline=True)).program
    environment = {"LTP_PATH": str(installation().parent), "PATH": f"{java.parent}{os.pathsep}{os.environ['PATH']}"}
    return timed(lambda: process("-c", _BARE, str(story), environment=environment), runs)


def speeds(least: int) -> tuple[int, dict[str, float]]:
    """Return how many words were read, and the words per second of segmentation, parsing and each of our checks."""
    texts = [read(story.target) for story in stories()]
    repeats = -(-least // sum(map(words, texts)))
    profile = load_profile("wire")
    clock = time.process_time
    started = clock()
    documents = [document_from_text(str(n), text) for n, text in enumerate(texts * repeats)]
    taken = {"(segmentation)": clock() - started}
    analysed = [Analysis(document) for document in documents]
    _ = Analysis(documents[0]).sentences  # loads the model
    started = clock()
    held = [(document, analysis, analysis.sentences) for document, analysis in zip(documents, analysed, strict=True)]
    taken["(parsing)"] = clock() - started
    told = [Story(document, analysis, profile, source_language="fr") for document, analysis, _ in held]
    for check in own_checks():
        for story in told[: len(texts)]:  # compiles its patterns, and finds what they cannot match without
            list(check.run(story))
        started = clock()
        for story in told:
            list(check.run(story))
        taken[check.id] = clock() - started
    read_words = repeats * sum(map(words, texts))
    return read_words, {name: read_words / max(seconds, 1e-9) for name, seconds in taken.items()}


def page(runs: int, least: int) -> Iterator[str]:
    """Yield the lines of the table."""
    story = stories()[0].target
    bare = bare_seconds(story, runs)
    cold_check = cold_seconds(story, runs)
    warm = warm_seconds(story, runs)
    alone = timed(lambda: process("-m", "auditor", "check", str(story), "--no-languagetool"), runs)
    usage = timed(lambda: process("-m", "auditor", "--help"), runs)
    packs = median(float(process("-c", _PACKS)) for _ in range(runs))
    yield "# How fast the auditor is"
    yield ""
    yield f"Written by `python -m benchmarks.speed`: medians of {runs} runs on a story of {words(read(story))} words."
    yield f"The machine: {machine()}."
    yield ""
    yield "| what users wait for | takes | at most | kept |"
    yield "|---|---:|---:|---|"
    yield f"| a bare check by language_tool_python | {bare:.2f} s | | |"
    for timing in (
        Timing("`auditor check`, LanguageTool not running", cold_check, bare),
        Timing("`auditor check`, LanguageTool kept warm", warm, 0.3 * cold_check),
        Timing("`auditor check --no-languagetool`", alone, 2.0),
        Timing("`auditor --help`", usage, 0.3),
        Timing("reading all packs", packs, 0.3),
    ):
        yield timing.row()
    yield ""
    ratios = {"Cold to bare": cold_check / bare, "Warm to cold": warm / cold_check, "Warm to bare": warm / bare}
    yield " ".join(f"{name}: {ratio:.2f}." for name, ratio in ratios.items())
    yield ""
    yield from _speeds(*speeds(least))


def _speeds(count: int, each: dict[str, float]) -> Iterator[str]:
    checks = {name: speed for name, speed in each.items() if not name.startswith("(")}
    together = 1 / sum(1 / speed for speed in each.values())
    alone = 1 / sum(1 / speed for speed in checks.values())
    slowest = sorted((speed, name) for name, speed in checks.items())[:SLOWEST]
    yield f"## On {count:,} words, on one core, in processor time"
    yield ""
    yield "| | words per second |"
    yield "|---|---:|"
    yield f"| all together (at least 3,000) | {together:,.0f} |"
    yield f"| segmentation | {each['(segmentation)']:,.0f} |"
    yield f"| parsing (spaCy) | {each['(parsing)']:,.0f} |"
    yield f"| all {len(checks)} checks | {alone:,.0f} |"
    for speed, name in slowest:
        yield f"| `{name}` | {speed:,.0f} |"
    yield ""
    yield f"The {SLOWEST} slowest checks are listed; `auditor check --profile-checks` shows them for a story."
    yield ""


def machine() -> str:
    """Return the machine in words."""
    memory = psutil.virtual_memory().total / 2**30
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {platform.machine()}, {memory:.0f} GiB, load {load:.1f} at the end"


def main() -> None:
    """Time and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each process is timed")
    parser.add_argument("--words", type=int, default=WORDS, help="words that the checks are timed on")
    options = parser.parse_args()
    text = "\n".join(page(options.runs, options.words))
    TABLE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
