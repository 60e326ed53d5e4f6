"""A worker of an archive: one desk for all blocks that it is handed, wherever it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from auditor.archive.kept import Kept
from auditor.archive.plan import Block
from auditor.archive.rows import Row, beside, rows
from auditor.archive.schema import TABLES, UNKNOWN
from auditor.batch.item import Item
from auditor.batch.result import Result
from auditor.batch.work import Settings, result_of, sentences_of
from auditor.config import EngineSettings
from auditor.desk import Desk
from auditor.model import AuditorError, Finding, InputError, Severity, Skipped, tool_version

_TRIES = 1
"""How often a block may take the worker along before its stories are audited in a process of their own."""


@dataclass(frozen=True, slots=True)
class Order:
    """What every worker of an archive is told: where the input lies, where results go, and how to audit."""

    root: Path
    folder: Path
    settings: Settings
    engine: EngineSettings
    version: str


class Worker:
    """Audits blocks and keeps what it finds; ``order`` is that of the whole run."""

    def __init__(self, order: Order) -> None:
        from auditor.batch.work import desk_of, ready
        from auditor.engines.languagetool import start
        from auditor.memory import spare

        self._order = order
        self._kept = Kept(order.folder)
        self._settings = replace(order.settings, sentences=True)
        self._desk = replace(desk_of(self._settings), engine=order.engine)
        self._fault = ""
        if order.version != tool_version():
            self._fault = f"A machine has auditor {tool_version()}, and this one {order.version}; install one on all."
            return
        spare()
        start(order.engine)
        ready(self._settings)

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Audit the blocks that ``batch`` tells of, a row each; return what they come to, a row each."""
        return pa.Table.from_pylist([self._done(Block.of(row)) for row in batch.to_pylist()])

    def _done(self, block: Block) -> dict[str, Any]:
        plain = {"name": block.name, "characters": block.characters}
        if self._fault:
            return plain | {"rows": 0, "words": 0, "fault": self._fault}
        try:
            told = self.audited(block, careful=self._kept.begun(block.name) >= _TRIES)
        except AuditorError as error:
            return plain | {"rows": 0, "words": 0, "fault": str(error)}
        self._kept.put(block.name, told)
        words = sum(each["words"] for each in told["stories"])
        return plain | {"rows": len(told["stories"]), "words": words, "fault": ""}

    def audited(self, block: Block, *, careful: bool = False) -> dict[str, list[dict[str, Any]]]:
        """Return the rows of each table that the block comes to; ``careful``: its stories may end a process.

        Raises ``AuditorError`` where LanguageTool is lost.
        """
        tables: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
        every = self._stories(block) if block.rows is None else self._rows(block, careful=careful)
        for row, result in every:
            _tell(tables, str(block.file.path.relative_to(self._order.root)), row, result, self._desk)
        return tables

    def _rows(self, block: Block, *, careful: bool) -> Iterator[tuple[Row, Result]]:
        from auditor.batch.run import results_of

        given = list(islice(rows(block.file.path, self._order.root, block.at, block.first), block.rows))
        items = [row.item for row in given]
        yield from zip(given, results_of(items, self._desk, self._settings, jobs=2 if careful else 1), strict=True)

    def _stories(self, block: Block) -> Iterator[tuple[Row, Result]]:
        """Yield a row for each story of a file, audited as ``auditor check`` does."""
        from auditor.desk import stories_in

        day, desk, engine = beside(block.file.path, self._order.root)
        name = str(block.file.path.relative_to(self._order.root))

        def row(number: int, text: str = "") -> Row:
            return Row(number, 0, Item(name if number == 1 else f"{name}#{number}", text), b"", day, desk, engine)

        try:
            holding = stories_in(block.file.path)
        except AuditorError as error:
            missing = Skipped("all", str(error), "Correct the file and run the command again.")
            yield row(1), Result.without(name, missing)
            return
        for number, filed in enumerate(holding.stories, start=1):
            here = row(number, filed.document.text)
            source = None if filed.source else block.file.source
            try:
                result = _checked(self._desk, filed, source)
            except InputError as error:
                hint = "Correct the file and run the command again."
                result = Result.without(here.item.id, Skipped("all", str(error), hint))
            except Exception as error:  # noqa: BLE001 - whatever a file may hold, the others are audited
                reason = f"The audit of this story broke off ({type(error).__name__}: {error})."
                result = Result.without(here.item.id, Skipped("all", reason, "Please report this, with the file."))
            yield here, result


def _checked(desk: Desk, filed: Any, source: Path | None) -> Result:
    """Return the result of a story as a file held it."""
    from auditor.desk.desk import doubts_beside
    from auditor.desk.expecting import Part, problems

    story = desk.story(filed, source)
    (found,) = desk.examine((story,))
    findings = desk.sifted(story, found).findings
    doubts = doubts_beside(findings, found.doubts)
    spans = [segment.span for segment in story.target.segments]
    likely = problems(story, found, findings)
    return replace(
        result_of(story, found, findings, Part.of(story), findings, doubts, desk),
        skipped=(*story.unmatched, *found.skipped),
        sentences=tuple(sentences_of(story.target.text, spans, likely, findings, desk)),
    )


def _tell(tables: dict[str, list[dict[str, Any]]], file: str, row: Row, result: Result, desk: Desk) -> None:
    """Add to ``tables`` what ``result`` says of ``row``."""
    item = row.item
    place = {
        "file": file,
        "row": row.number,
        "id": None if item.id is None else str(item.id),
        "document": None if item.document is None else str(item.document),
        "day": row.day or UNKNOWN,
        "desk": row.desk or UNKNOWN,
        "engine": row.engine,
        "source_language": item.source_language,
    }
    missing = next((each for each in result.skipped if each.check == "all"), None)
    tables["stories"].append(
        place
        | {
            "words": result.words,
            "sentence_count": len(result.sentences),
            "finding_count": len(result.findings),
            "major_count": sum(each.severity.rank >= Severity.MAJOR.rank for each in result.findings),
            "points": result.points,
            "expected": round(result.expected, 2),
            "problem_probability": result.problem_probability,
            "clear": result.clear,
            "not_audited": f"{missing.reason} {missing.hint}" if missing else None,
            "skipped": [{"check": each.check, "reason": each.reason, "hint": each.hint} for each in result.skipped],
        }
    )
    both = [(each, False) for each in result.findings] + [(each, True) for each in result.doubts]
    both.sort(key=lambda one: (one[0].primary.span.start, one[0].primary.span.end, one[0].rule, one[1]))
    for number, (finding, doubt) in enumerate(both, start=1):
        tables["findings"].append(place | _finding(number, finding, desk, doubt=doubt))
    for number, sentence in enumerate(result.sentences, start=1):
        tables["sentences"].append(
            place
            | {
                "number": number,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": sentence.span.of(item.target),
                "words": sentence.words,
                "points": sentence.points,
                "problem_probability": sentence.problem_probability,
            }
        )


def _finding(number: int, finding: Finding, desk: Desk, *, doubt: bool) -> dict[str, Any]:
    anchor = finding.primary
    return {
        "number": number,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "text": anchor.text,
        "check": finding.check,
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "points": 0.0 if doubt else desk.points((finding,)),
        "doubt": doubt,
        "message": finding.message,
    }
