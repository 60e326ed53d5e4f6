"""The stories of ``reference/`` with their gold marks, as ``reference/README.md`` describes them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.model import Category, Severity, Span

REFERENCE = Path(__file__).resolve().parent.parent / "reference"


class Family(StrEnum):
    """What led the machine astray; the scoreboard counts by it."""

    FALSE_FRIEND = "false-friend"
    CALQUE = "calque"
    PRONOUN = "pronoun"
    TENSE = "tense"
    FORMAT = "format"
    NAME = "name"
    UNTRANSLATED = "untranslated"
    GRAMMAR = "grammar"
    MEANING = "meaning"


class Needs(StrEnum):
    """What a reader must have before them to see that the words are wrong."""

    TARGET = "target"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Mark:
    """One defect of a target: its words, where they stand, what is wrong and what would be right."""

    words: str
    span: Span
    category: Category
    severity: Severity
    family: Family
    needs: Needs
    correct: str
    note: str


Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentence numbers that answer each other: target, then the other text; either may be empty."""


@dataclass(frozen=True, slots=True)
class ReferenceStory:
    """One story of the set: the files by path, its marks in the order of the text, its alignments."""

    name: str
    source: Path
    source_language: str
    target: Path
    human: Path
    marks: tuple[Mark, ...]
    source_pairs: tuple[Pair, ...]
    human_pairs: tuple[Pair, ...]


def stories() -> tuple[ReferenceStory, ...]:
    """Return every story of ``reference/``, by name."""
    return tuple(_story(path.parent) for path in sorted(REFERENCE.glob("*/gold.toml")))


def controls() -> tuple[Path, ...]:
    """Return the stories written in English, by name: nothing in them is wrong."""
    return tuple(sorted((REFERENCE / "controls").glob("*.en.txt")))


def read(path: Path) -> str:
    """Return the text of ``path``, line ends as they stand."""
    return path.read_bytes().decode("utf-8")


def _story(folder: Path) -> ReferenceStory:
    (source,) = folder.glob("source.*.txt")
    target = folder / "target.en.txt"
    alignment = tomllib.loads(read(folder / "alignment.toml"))
    return ReferenceStory(
        name=folder.name,
        source=source,
        source_language=source.name.split(".")[1],
        target=target,
        human=folder / "human.en.txt",
        marks=_marks(folder / "gold.toml", read(target)),
        source_pairs=_pairs(alignment["source"]),
        human_pairs=_pairs(alignment["human"]),
    )


def _pairs(rows: list[list[list[int]]]) -> tuple[Pair, ...]:
    return tuple((tuple(target), tuple(other)) for target, other in rows)


def _marks(path: Path, text: str) -> tuple[Mark, ...]:
    entries = tomllib.loads(read(path))["mark"]
    return tuple(_mark(entry, text, f"{path.parent.name}/{path.name}") for entry in entries)


def _mark(entry: dict[str, Any], text: str, where: str) -> Mark:
    return Mark(
        words=entry["words"],
        span=find(entry["words"], entry.get("occurrence"), text, where),
        category=Category(entry["category"]),
        severity=Severity(entry["severity"]),
        family=Family(entry["family"]),
        needs=Needs(entry["needs"]),
        correct=entry["correct"],
        note=entry["note"],
    )


def find(words: str, occurrence: int | None, text: str, where: str) -> Span:
    """Return where ``words`` stand in ``text``; ``where`` names the mark's file.

    Raises ``ValueError`` where they do not, or stand more than once and no ``occurrence`` (from 1) is given.
    """
    count = text.count(words)
    if count > 1 and occurrence is None:
        raise ValueError(f'{where}: "{words}" stands {count} times in the target; add its occurrence.')
    if (occurrence or 1) > count:
        raise ValueError(f'{where}: "{words}" stands {count} times in the target; correct the mark.')
    start = -1
    for _ in range(occurrence or 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))
