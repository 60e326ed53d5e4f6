"""A finished archive whose figures are known, made without auditing anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from auditor.archive.kept import Kept
from auditor.archive.publish import publish

PLACE = {"file": "rows.jsonl", "document": None, "desk": "world", "source_language": "fr"}

Story = Mapping[str, Any]
"""Its id, day, engine, words, the probabilities of its sentences, and its findings as (rule, severity)."""

COSTS = {"minor": 1.0, "major": 5.0, "neutral": 0.0}


def story(
    number: int,
    *findings: tuple[str, str],
    engine: str = "north",
    day: str = "2026-01-15",
    words: int = 100,
    likely: Iterable[float] = (0.05, 0.02),
) -> Story:
    """Return a story of a few sentences; ``neutral`` findings are doubts."""
    return {
        "id": f"s{number}",
        "row": number,
        "engine": engine,
        "day": day,
        "words": words,
        "likely": tuple(likely),
        "findings": findings,
    }


def finished(folder: Path, stories: Iterable[Story], risk: float = 0.1) -> Path:
    """Write the tables of ``stories`` to ``folder``."""
    tables: dict[str, list[dict[str, Any]]] = {"stories": [], "findings": [], "sentences": []}
    for each in stories:
        _tell(tables, each, risk)
    kept = Kept(folder)
    kept.folder.mkdir(parents=True)
    kept.put("block", tables)
    publish(kept, ["block"], folder, risk)
    return folder


def _tell(tables: dict[str, list[dict[str, Any]]], each: Story, risk: float) -> None:
    place = PLACE | {key: each[key] for key in ("id", "row", "engine", "day")}
    told = [severity for _, severity in each["findings"] if severity != "neutral"]
    points = sum(COSTS[severity] for severity in told)
    tables["stories"].append(
        place
        | {
            "words": each["words"],
            "sentence_count": len(each["likely"]),
            "finding_count": len(told),
            "major_count": told.count("major"),
            "points": points,
            "expected": points + 1,
            "problem_probability": max(each["likely"]),
            "clear": max(each["likely"]) <= risk and "major" not in told,
            "skipped": [],
        }
    )
    for number, (rule, severity) in enumerate(each["findings"], start=1):
        tables["findings"].append(
            place
            | {"number": number, "start": 0, "end": 4, "text": "word", "check": rule, "rule": rule}
            | {"category": "fluency/grammar", "severity": severity, "confidence": "high"}
            | {"points": COSTS[severity], "doubt": severity == "neutral", "message": "Wrong."}
        )
    for number, likely in enumerate(each["likely"], start=1):
        tables["sentences"].append(
            place
            | {"number": number, "start": 0, "end": 4, "text": f"Sentence {number} of {each['id']}.", "words": 10}
            | {"points": 0.0, "problem_probability": likely}
        )
