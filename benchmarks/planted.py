"""Which of the errors planted into right translations are told, and what is said of the right ones.

    python -m benchmarks.planted [FOLDER] [--part learn|held-out] [--shown]

FOLDER, by default ``reference/planted``, holds a folder for each story: ``source.LANG.txt``, ``right.en.txt``,
``wrong.en.txt``, which differs from it in eight errors of fact and in nothing else, and ``planted.toml`` with their
words. Both are audited beside the source, by our own checks. An error is told where a finding of major or worse touches
its words. ``--part`` takes the stories whose hash is even (learn) or odd (held-out). ``--shown`` prints the errors that
were missed and the findings on right translations.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor import audit
from auditor.config import EngineSettings
from auditor.model import Finding, Report, Severity, Span
from benchmarks.facts import in_part
from benchmarks.gold import REFERENCE, find, read

FOLDER = REFERENCE / "planted"


@dataclass(frozen=True, slots=True)
class Planted:
    """One error: its words in the wrong translation, what the right one has there, and its kind."""

    words: str
    span: Span
    correct: str
    kind: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class PlantedStory:
    """A source, its right translation, and the wrong one with what was planted, in the order of the text."""

    name: str
    language: str
    source: Path
    right: Path
    wrong: Path
    errors: tuple[Planted, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a story: its errors found and missed, and the findings of major on its right translation."""

    story: PlantedStory
    found: tuple[Planted, ...]
    missed: tuple[Planted, ...]
    false: tuple[Finding, ...]


def planted_stories(folder: Path = FOLDER) -> tuple[PlantedStory, ...]:
    """Return the stories below ``folder``, by name."""
    return tuple(_story(path.parent) for path in sorted(folder.glob("*/planted.toml")))


def _story(folder: Path) -> PlantedStory:
    (source,) = folder.glob("source.*.txt")
    wrong = folder / "wrong.en.txt"
    entries = tomllib.loads((folder / "planted.toml").read_text(encoding="utf-8"))["error"]
    return PlantedStory(
        name=folder.name,
        language=source.suffixes[0].removeprefix("."),
        source=source,
        right=folder / "right.en.txt",
        wrong=wrong,
        errors=tuple(_planted(entry, read(wrong), str(wrong)) for entry in entries),
    )


def _planted(entry: dict[str, Any], text: str, where: str) -> Planted:
    span = find(entry["words"], entry.get("occurrence"), text, where)
    return Planted(entry["words"], span, entry["correct"], entry["kind"], Severity(entry["severity"]))


def told(story: PlantedStory) -> Told:
    """Audit both translations of ``story`` beside its source."""
    wrong, right = (
        [finding for finding in _audited(path, story).findings if finding.severity.rank >= Severity.MAJOR.rank]
        for path in (story.wrong, story.right)
    )
    spans = [anchor.span for finding in wrong for anchor in finding.anchors]
    found = tuple(error for error in story.errors if any(error.span.overlaps(span) for span in spans))
    return Told(story, found, tuple(error for error in story.errors if error not in found), tuple(right))


def _audited(path: Path, story: PlantedStory) -> Report:
    return audit(path, source=story.source, engine=EngineSettings(enabled=False, reader=False))


def lines(every: Sequence[Told], *, shown: bool) -> Iterator[str]:
    """Yield the table by language and by kind, and what was missed and said in error."""
    for name, value in (("language", lambda each, _: each.story.language), ("kind", lambda _, error: error.kind)):
        yield f"by {name}:"
        found = Counter(value(each, error) for each in every for error in each.found)
        planted = Counter(value(each, error) for each in every for error in each.story.errors)
        yield from (f"  {key}: {found[key]} of {number} ({found[key] / number:.0%})" for key, number in planted.items())
    total, all_found = sum(len(each.story.errors) for each in every), sum(len(each.found) for each in every)
    yield f"{all_found} of {total} planted errors told at major or worse ({all_found / total:.1%})"
    yield f"{sum(len(each.false) for each in every)} findings of major or worse on {len(every)} right translations"
    for each in every if shown else ():
        yield from (f"{each.story.name}, missed: {error.kind}: {error.words}" for error in each.missed)
        yield from (f"{each.story.name}, false: {f.rule}: {f.primary.text}: {f.message}" for f in each.false)


def main() -> None:
    """Audit, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--part", choices=("learn", "held-out"))
    parser.add_argument("--shown", action="store_true")
    options = parser.parse_args()
    stories = [story for story in planted_stories(options.folder) if in_part(story.name, options.part)]
    for line in lines([told(story) for story in stories], shown=options.shown):
        print(line, flush=True)


if __name__ == "__main__":
    main()
