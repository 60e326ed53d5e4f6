"""Judged translations with what the auditor counts in them, for the probability of a major error.

Every translation is audited by itself, from the English alone and beside its source and reference, without LanguageTool
and without what a reader decides; some are read by the reader that is set up, which keeps what it reads. What is
counted is kept in a cache outside the repository; only numbers are.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from auditor.batch.bundle import Joined, links
from auditor.bilingual.story import Beside, Story
from auditor.checks.reader.passages import readings
from auditor.config import EngineSettings
from auditor.desk import Desk
from auditor.desk.expecting import Part, counted, with_readings
from auditor.engines.reader import connect
from auditor.model import Severity, Skipped
from auditor.scoring.problem import Evidence, evidence
from benchmarks.rows import rows_of

Row = dict[str, Any]

GRAVE = (Severity.MAJOR.value, Severity.CRITICAL.value)
UNHEARD = Skipped("languagetool", "It is not asked here.", "")
CHUNK = 50


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """A set of translations whose major errors were marked: how many are taken, and how many of a sentence.

    The first ``read`` are read by a reader, too. ``learned``: its licence allows weights that were fitted on it to be
    shipped. ``planted``: its errors were put in, so that it tells what signs are worth, but not how often there are
    errors.
    """

    name: str
    most: int
    read: int
    of_sentence: int = 2
    learned: bool = True
    planted: bool = False


SETS = (
    JudgedSet("mqm_newstest2020_zh-en", 1_200, read=450),
    JudgedSet("mqm_newstest2021_zh-en", 600, read=240),
    JudgedSet("mqm_generalMT2023_3raters_zh-en", 1_000, read=1_000, of_sentence=6),
    JudgedSet("mqm_ted2021_zh-en", 400, read=120),
    JudgedSet("mqm_bio2021_xx-en", 2_000, read=700),
    JudgedSet("demetr_xx-en", 600, read=240, planted=True),
    JudgedSet("wmt22-ced_pt-en", 800, read=800, learned=False),
    JudgedSet("wmt22-qe_mqm_zh-en", 400, read=120, learned=False),
    JudgedSet("wmt23-qe_mqm_zh-en_he-en", 400, read=120, learned=False),
)


@dataclass(frozen=True, slots=True)
class Counted:
    """One translation: whether it holds a major error, and what is counted in it, without and with a source.

    ``held_out``: its document is not learned from.
    """

    id: str
    problem: bool
    held_out: bool
    alone: Evidence
    beside: Evidence

    @property
    def is_read(self) -> bool:
        """Tell whether a reader has read it beside its source."""
        return self.beside["surprise-beside"] is not None

    @property
    def has_reference(self) -> bool:
        """Tell whether there was a reference."""
        return self.beside["apart-from-reference"] is not None

    def serves(self, table: str) -> bool:
        """Tell whether it has what the weights of this name are about."""
        return ("reference" not in table or self.has_reference) and ("reading" not in table or self.is_read)

    def of(self, table: str) -> Evidence:
        """Return what is counted where this is given beside the translation, by the name of the weights."""
        from_reference = {name: value for name, value in self.beside.items() if "reference" in name}
        if "source" not in table:
            found = {**self.alone, **(from_reference if "reference" in table else {})}
        else:
            found = {**self.beside, **({} if "reference" in table else dict.fromkeys(from_reference))}
        return {name: value for name, value in found.items() if "reading" in table or not name.startswith("surprise")}


def is_problem(row: Row) -> bool | None:
    """Tell whether the majority of those who judged found a major or critical error; None where nobody marked any."""
    if row.get("label"):
        return bool(row["label"] == "BAD")
    if row["errors"] is None:
        return None
    grave = [error for error in row["errors"] if error["severity"] in GRAVE]
    raters = list(dict.fromkeys(row["annotator"])) if isinstance(row.get("annotator"), list) else []
    if len(raters) < 2:
        return bool(grave)
    return 2 * sum(any(error["rater"] == rater for error in grave) for rater in raters) > len(raters)


def is_held_out(document: str) -> bool:
    """Tell whether a document is kept for measuring: half of them are, by their hash."""
    return sha256(document.encode()).digest()[0] % 2 == 1


def judged(data: Path, chosen: JudgedSet) -> list[Row]:
    """Return the rows of a set that are taken, in the order of their hash."""
    taken: Counter[tuple[object, ...]] = Counter()
    rows = []
    for row in sorted(rows_of(data / f"dev/{chosen.name}.jsonl.gz"), key=lambda row: _hash(str(row["id"]))):
        sentence = (row["lp"], row["doc"], row["seg"])
        if (
            row.get("human_translation")
            or not row["mt"].strip()
            or is_problem(row) is None
            or taken[sentence] == chosen.of_sentence
        ):
            continue
        taken[sentence] += 1
        rows.append(row)
    return rows[: chosen.most]


def counted_rows(data: Path, chosen: JudgedSet, cache_folder: Path, jobs: int) -> list[Counted]:
    """Return the rows of a set with what is counted in them, from the cache where they are there."""
    kept = cache_folder / f"{chosen.name}.json"
    if not kept.exists():
        rows = judged(data, chosen)
        numbered = list(zip(rows, (number < chosen.read for number in range(len(rows))), strict=True))
        chunks = [numbered[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
        with Pool(jobs) as pool:
            found = [asdict(each) for part in pool.imap(_count, chunks) for each in part]
        cache_folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(found), encoding="utf-8")
    return [Counted(**each) for each in json.loads(kept.read_text(encoding="utf-8"))]


def every_set(data: Path, cache_folder: Path) -> Mapping[JudgedSet, list[Counted]]:
    """Return the rows of every set."""
    return {each: counted_rows(data, each, cache_folder, os.cpu_count() or 1) for each in SETS}


@cache
def _desk() -> Desk:
    return Desk.of(engine=EngineSettings(enabled=False, reader=False))


def _count(numbered: Sequence[tuple[Row, bool]]) -> list[Counted]:
    alone = _evidence([(_story(row, beside=False), read) for row, read in numbered])
    beside = _evidence([(_story(row, beside=True), read) for row, read in numbered])
    return [
        Counted(str(row["id"]), bool(is_problem(row)), is_held_out(str(row["doc"])), *both)
        for (row, _), *both in zip(numbered, alone, beside, strict=True)
    ]


def _story(row: Row, *, beside: bool) -> Story:
    target = Joined.of([row["mt"]])
    language = row["lp"].partition("-")[0]
    source = _answer(target, row["src"], language) if beside else None
    reference = _answer(target, row["ref"], None) if beside and row["ref"] else None
    return _desk().told(target.document, source, language, reference)


def _answer(target: Joined, text: str, language: str | None) -> Beside:
    other = Joined.of([text], language)
    (each,) = links(target, other)
    return Beside(other.document, each)


def _evidence(stories: Sequence[tuple[Story, bool]]) -> Iterator[Evidence]:
    desk, reader = _desk(), connect(EngineSettings())
    examined = desk.examine([story for story, _ in stories], heard=UNHEARD)
    for (story, read), found in zip(stories, examined, strict=True):
        findings = desk.sifted(story, found).findings
        signs = counted(story, found, findings, Part.of(story))
        if read and reader is not None:
            signs = with_readings(signs, readings(replace(story, reader=reader)).values())
        yield evidence(signs, findings)


def _hash(name: str) -> str:
    return sha256(name.encode()).hexdigest()
