"""What the reader that is set up takes for a story of ours: ``python -m benchmarks.reader``.

First comes all that our checks ask of it. Then the story is read beside its source and alone, and every sentence in
eight versions, each with another word somewhere.
Nothing that was kept is used but where it says so. Prints wall-clock seconds, those of the processors, and memory.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil

from auditor.beside import each_beside
from auditor.checks.registry import WEIGHED
from auditor.config import EngineSettings
from auditor.desk import Desk
from auditor.engines.reader import connect
from auditor.engines.reader.client import PROCESSES, Reader, close, prompt
from auditor.engines.reader.places import folder
from auditor.segmentation import document_from_text

ROOT = Path(__file__).parents[1]
LANGUAGE = "fr"
WORDS = 600
VERSIONS = 8
OTHERS = ("his", "her", "house", "not", "three")

Unit = tuple[str, str]
"""A paragraph of the source, and the one that translates it."""


def units() -> list[Unit]:
    """Return paragraphs of our French stories that hold some ``WORDS`` words of English."""
    found: list[Unit] = []
    for story in sorted((ROOT / "reference").iterdir()):
        names = (story / "source.fr.txt", story / "target.en.txt")
        if all(name.is_file() for name in names):
            texts = ([line for line in name.read_text("utf-8").splitlines() if line.strip()] for name in names)
            found += zip(*texts, strict=False)
        if sum(len(target.split()) for _, target in found) >= WORDS:
            break
    return found


def joined(story: Sequence[Unit]) -> Unit:
    """Return ``story`` as one text beside its source."""
    source, target = ("\n\n".join(side) for side in zip(*story, strict=True))
    return source, target


def asked(unit: Unit) -> None:
    """Run the checks that a reader decides."""
    source, target = unit
    desk = Desk.of(engine=EngineSettings(enabled=False), source_language=LANGUAGE)
    desk.audit(document_from_text("story", target), source=document_from_text("source", source), checks=WEIGHED)


def versions(text: str) -> list[str]:
    """Return ``text`` and versions of it with another word somewhere."""
    made, words = random.Random(text), text.split()
    places = [made.randrange(len(words)) for _ in range(VERSIONS)]
    return [text, *(" ".join([*words[:at], made.choice(OTHERS), *words[at + 1 :]]) for at in places)]


def measure(name: str, work: Callable[[Unit], object], each: Sequence[Unit], most: int = PROCESSES) -> None:
    """Print what ``work`` on ``each`` takes."""
    begun, used = time.perf_counter(), processor()
    each_beside(work, each, most)
    print(f"| {name} | {time.perf_counter() - begun:.1f} | {processor() - used:.1f} |")


def processor() -> float:
    """Return the seconds of the processors that we and the processes of the reader have used."""
    us = psutil.Process()
    return sum(sum(process.cpu_times()[:2]) for process in (us, *us.children()))


def main() -> None:
    """Measure and print a table."""
    os.environ["AUDITOR_READER_DIR"] = str(folder())
    story = units()
    words = sum(len(target.split()) for _, target in story)
    with anew() as reader:
        print(f"{reader.name} ({reader.digest[:8]}), {words} words in {len(story)} paragraphs\n")
        print("| what | seconds | seconds of the processors |\n|---|---|---|")
        measure("to be ready", lambda _: reader.try_out(), story[:1], 1)
        if reader.bilingual:
            measure("what the checks ask", asked, [joined(story)])
    with anew() as reader:
        reader.try_out()
        if reader.bilingual:
            beside = partial(read_beside, reader)
            measure("the story beside its source", beside, story)
            measure("again", beside, story, 1)
        measure("the story alone", lambda unit: reader.surprise("", unit[1]), story)
        measure(f"alone, in {VERSIONS} versions more", lambda unit: reader.score("", versions(unit[1])), story)
        sizes = [process.memory_full_info().pss / 1e6 for process in psutil.Process().children()]
        print(f"\nMemory: {' + '.join(f'{size:.0f}' for size in sizes)} MB")


@contextmanager
def anew() -> Iterator[Reader]:
    """Give the reader that is set up, which has read nothing yet."""
    with tempfile.TemporaryDirectory() as empty:
        os.environ["AUDITOR_CACHE_DIR"] = empty
        reader = connect(EngineSettings())
        if reader is None:
            raise SystemExit("No reader is set up; run “auditor setup --reader”.")
        yield reader
        close()


def read_beside(reader: Reader, unit: Unit) -> None:
    """Read a paragraph beside its source."""
    reader.surprise(prompt(unit[0], LANGUAGE), unit[1])


if __name__ == "__main__":
    main()
