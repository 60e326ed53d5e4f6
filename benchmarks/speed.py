"""Time the auditor against LanguageTool and against an earlier installation, in one run on one machine.

    python -m benchmarks.speed [--runs N] [--words N] [--before PYTHON --before-cache FOLDER]

The table is written to ``benchmarks/speed.md``. The bare check, and LanguageTool's own warm answer, come from the same
LanguageTool (the same jars and Java), started as the library's users do. It needs LanguageTool installed (``auditor
setup``) and downloads nothing. ``--before`` is the Python of another installation, whose own process and help are held
against ours; it has a cache of its own, made by its ``setup`` under ``AUDITOR_CACHE_DIR``.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

import psutil

from auditor.analysis import Analysis
from auditor.checks.base import Story
from auditor.checks.registry import own_checks
from auditor.config import EngineSettings, load_profile
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.places import installation
from auditor.segmentation import count_words, document_from_text
from benchmarks.gold import read, stories

TABLE = Path(__file__).parent / "speed.md"
RUNS = 3
WORDS = 50_000
"""Words that the checks are timed on: the stories of ``reference/``, as often as it takes."""

SLOWEST = 8
"""Checks that are listed by name."""

FOLDER = tempfile.gettempdir()
"""Where commands run: not in this checkout, which an installation to compare with would import instead of its own."""

_UNCOUNTED = 4
"""Variants of a story before the first one that counts: Java is slow until it has compiled itself."""

_TIMES_WARM = 4
"""How many times as often what the warm process answers is timed: noise is large in tenths of a second."""

_LEARNING_SECONDS = 0.3
_GONE_SECONDS = 1.0
"""Until a warm process that was stopped, and its Java, have given back what they took."""

_STOP = re.compile(r"(?<=[a-z])\.(?=\s)")

_BARE = """
import sys, language_tool_python
with language_tool_python.LanguageTool("en-US") as tool:
    print(len(tool.check(open(sys.argv[1], encoding="utf-8").read())))
"""
_PACKS = "from auditor.checks.pack import shipped_packs; import time; t = time.perf_counter(); shipped_packs(); "
_PACKS += "print(time.perf_counter() - t)"


@dataclass(frozen=True, slots=True)
class Row:
    """What users wait for: its median seconds, those of what it is held against, and the most that may be.

    ``most`` is a multiple of ``beside``, or seconds where there is nothing beside.
    """

    name: str
    seconds: float
    most: float
    beside: float | None = None
    what: str = ""

    def shown(self) -> str:
        """Return the row of the table."""
        measured = self.seconds if self.beside is None else self.seconds / self.beside
        beside = "" if self.beside is None else f"{self.beside:.2f} s, {self.what}"
        figures = (
            (f"{measured:.2f} s", f"{self.most:.2f} s")
            if self.beside is None
            else (f"{measured:.2f}", f"{self.most:g}")
        )
        kept = "yes" if measured <= self.most else "no"
        return f"| {self.name} | {self.seconds:.2f} s | {beside} | {' | '.join(figures)} | {kept} |"


@dataclass(frozen=True, slots=True)
class Installation:
    """Another installation of the auditor: its Python, and the cache that it was set up with.

    It has one of its own, since a release keeps LanguageTool in the way that it was written for.
    """

    python: str
    cache: str


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds that ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def process(*arguments: str, environment: dict[str, str] | None = None, python: str = sys.executable) -> str:
    """Run ``python`` with ``arguments``; return what it prints. Exit code 1 is a failed gate, no error."""
    surroundings = os.environ | (environment or {})
    command = [python, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False, cwd=FOLDER)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


@contextmanager
def apart() -> Iterator[dict[str, str]]:
    """Give an environment in which no warm process runs yet; end the one that was started in it."""
    with tempfile.TemporaryDirectory() as state:
        environment = {"AUDITOR_STATE_DIR": state, "CI": ""}
        try:
            yield environment
        finally:
            process("-m", "auditor", "server", "stop", environment=environment)
            time.sleep(_GONE_SECONDS)


def cold_seconds(story: Path) -> float:
    """Return the seconds of a cold audit, the end of the warm process left out."""
    with apart() as environment:
        return seconds(lambda: _check(story, environment))


def bare_seconds(story: Path) -> float:
    """Return the seconds of a program that checks ``story`` with language_tool_python and ends."""
    library = _library()
    return seconds(lambda: process("-c", _BARE, str(story), environment=library))


def _library() -> dict[str, str]:
    """Return the variables under which language_tool_python takes our jars and Java."""
    java = find_java(EngineSettings(offline=True)).program
    return {"LTP_PATH": str(installation().parent), "PATH": f"{java.parent}{os.pathsep}{os.environ['PATH']}"}


@contextmanager
def languagetool() -> Iterator[Callable[[str], object]]:
    """Give what has a LanguageTool check a text that stays warm meanwhile."""
    import language_tool_python

    os.environ.update(_library())
    with language_tool_python.LanguageTool("en-US") as tool:
        yield tool.check


@dataclass(frozen=True, slots=True)
class Warm:
    """Median seconds in the warm process: LanguageTool's own answer, a new story, the same again, and one edited."""

    languagetool: float
    new: float
    unchanged: float
    edited: float


def warm_seconds(
    text: str, runs: int, environment: dict[str, str], folder: Path, answer: Callable[[str], object]
) -> Warm:
    """Return what the warm process of ``environment`` takes for variants of ``text`` that are new to it.

    Each is given to a warm LanguageTool as well, just before, which is as language_tool_python starts it.
    """
    taken: list[tuple[float, float, float, float]] = []
    for number in range(_UNCOUNTED + runs):
        story, edited = folder / f"{number}.txt", folder / f"{number}-edited.txt"
        varied = variant(text, number)
        story.write_text(varied, encoding="utf-8")
        edited.write_text(_STOP.sub(" in all.", varied, count=1), encoding="utf-8")
        taken.append(
            (
                seconds(lambda: answer(varied)),  # noqa: B023 - called at once
                seconds(lambda: _check(story, environment)),  # noqa: B023
                _rested(lambda: _check(story, environment)),  # noqa: B023
                _rested(lambda: _check(edited, environment)),  # noqa: B023
            )
        )
    return Warm(*map(median, zip(*taken[_UNCOUNTED:], strict=True)))


def _rested(work: Callable[[], object]) -> float:
    """Return the seconds of ``work``, begun when the warm process has learned what the audit before found out."""
    time.sleep(_LEARNING_SECONDS)
    return seconds(work)


def variant(text: str, number: int) -> str:
    """Return ``text`` with every sentence another one than in the text itself and its other variants."""
    counted = count(1000 * (number + 1))
    return _STOP.sub(lambda _: f" in {next(counted)}.", text)


def _check(story: Path, environment: dict[str, str], *options: str, python: str = sys.executable) -> None:
    given = ("-m", "auditor", "check", str(story), "--offline", *options)
    said = process(*given, environment=environment, python=python)
    if "--no-languagetool" not in options and "LanguageTool did not run" in said:
        raise RuntimeError(f"LanguageTool did not run under {python}: set it up for that installation")


def memory(environment: dict[str, str]) -> str:
    """Return what the warm process of ``environment`` says of its memory."""
    said = process("-m", "auditor", "server", "status", environment=environment)
    return next(line for line in said.splitlines() if line.startswith("Memory"))


def speeds(least: int) -> tuple[int, dict[str, float]]:
    """Return how many words were read, and the words per second of segmentation, parsing and each of our checks."""
    texts = [read(story.target) for story in stories()]
    repeats = -(-least // sum(map(count_words, texts)))
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
    read_words = repeats * sum(map(count_words, texts))
    return read_words, {name: read_words / max(seconds, 1e-9) for name, seconds in taken.items()}


def page(runs: int, least: int, before: Installation | None) -> Iterator[str]:
    """Yield the lines of the table."""
    sample = read(stories()[0].target)
    longer = "\n\n".join(read(story.target).strip() for story in stories()[:2]) + "\n"
    with tempfile.TemporaryDirectory() as place, apart() as environment:
        folder = Path(place)
        with languagetool() as answer:
            warm = {
                text: warm_seconds(text, _TIMES_WARM * runs, environment, folder, answer) for text in (sample, longer)
            }
        taken = memory(environment)
        rows = [row for text, measured in warm.items() for row in _warm_rows(count_words(text), measured)]
        rows += _own_rows(sample, runs, before, folder)
    yield "# How fast the auditor is"
    yield ""
    warm_runs = _TIMES_WARM * runs
    yield f"Written by `python -m benchmarks.speed`: medians of {runs} runs, of {warm_runs} where the process is warm."
    yield f"The machine: {machine()}."
    yield ""
    yield "| what users wait for | takes | beside | so | at most | kept |"
    yield "|---|---:|---|---:|---:|---|"
    for row in rows:
        yield row.shown()
    yield ""
    yield f"The warm process after these audits: {taken[0].lower()}{taken[1:]}"
    yield ""
    yield from _speeds(*speeds(least))


def _warm_rows(size: int, warm: Warm) -> Iterator[Row]:
    yield Row(f"a new story of {size} words, warm", warm.new, 1.2, warm.languagetool, "LanguageTool's own warm answer")
    yield Row(f"the same again ({size} words)", warm.unchanged, 0.35)
    yield Row(f"one sentence of it edited ({size} words)", warm.edited, 0.4, warm.new, "the new story")


def _own_rows(text: str, runs: int, before: Installation | None, folder: Path) -> Iterator[Row]:
    """Yield what is timed without a warm process, and what starts one."""
    story = folder / "story.txt"
    story.write_text(text, encoding="utf-8")
    cold, bare = _side_by_side(partial(cold_seconds, story), partial(bare_seconds, story), runs)
    yield Row("the first check, nothing running", cold, 0.85, bare, "a bare language_tool_python")
    if before:
        yield from _rows_beside(before, story, runs)
    yield Row("reading all packs", median(float(process("-c", _PACKS)) for _ in range(runs)), 0.3)


def _rows_beside(before: Installation, story: Path, runs: int) -> Iterator[Row]:
    for name, options, most in (("", (), 1.0), (", without LanguageTool", ("--no-languagetool",), 1.0)):
        earlier = {"CI": "1", "AUDITOR_CACHE_DIR": before.cache}
        pair = (
            partial(seconds, partial(_check, story, {"CI": "1"}, *options)),
            partial(seconds, partial(_check, story, earlier, *options, python=before.python)),
        )
        ours, theirs = _side_by_side(*pair, runs)
        yield Row(f"a check in its own process{name}", ours, most, theirs, "before")
    ours, theirs = _side_by_side(partial(_help, sys.executable), partial(_help, before.python), 3 * runs)
    yield Row("`auditor --help`", ours, 0.5, theirs, "before")


def _help(python: str) -> float:
    return seconds(partial(process, "-m", "auditor", "--help", python=python))


def _side_by_side(one: Callable[[], float], other: Callable[[], float], runs: int) -> tuple[float, float]:
    """Return the median of the seconds that each of both gives, asked by turns."""
    taken = [(one(), other()) for _ in range(runs)]
    ours, theirs = map(median, zip(*taken, strict=True))
    return ours, theirs


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
    parser.add_argument("--before", metavar="PYTHON", help="the Python of an installation to compare with")
    parser.add_argument("--before-cache", metavar="FOLDER", help="the AUDITOR_CACHE_DIR it was set up with")
    options = parser.parse_args()
    if bool(options.before) != bool(options.before_cache):
        parser.error("--before and --before-cache go together")
    before = Installation(options.before, options.before_cache) if options.before else None
    text = "\n".join(page(options.runs, options.words, before))
    TABLE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
