"""Write ``reports/``: what today's auditor prints for the stories of ``reference/``, and the scoreboard.

Run ``python -m benchmarks.gallery`` at the top of the repository. LanguageTool takes part; the same
versions write the same bytes on any machine.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from auditor import audit
from auditor.config import EngineSettings, load_profile
from auditor.desk.original import original_of
from auditor.model import AuditorError, Document, Report, Severity
from auditor.readers import read
from auditor.render import terminal
from auditor.render.html import Editing, render
from benchmarks.gold import REFERENCE, controls, stories
from benchmarks.scoreboard import Audited, Clean, scoreboard

REPORTS = REFERENCE.parent / "reports"
OTHERS = frozenset({"README.md", "stale.md"})
"""Files of ``reports/`` that are not made here."""
PAGE = "court"
"""The story that is shown as a page, too: one is enough to see what a page looks like."""

WIDTH = 80
HASH = re.compile(r"(?<=packs:)[0-9a-f]+|(?<=#)[0-9a-f]+")
"""Hashes in a signature; masked, so that a diff of the gallery shows only stories of which more is said or less."""


def gallery(engine: EngineSettings) -> dict[str, str]:
    """Return the text of each file of ``reports/`` by its name there; ``engine`` says how to reach LanguageTool.

    Raises ``AuditorError`` when a check could not run, for then the gallery would not be whole.
    """
    engine = replace(engine, reader=False)  # what one says differs by a hair from processor to processor
    files: dict[str, str] = {}
    audited: list[Audited] = []
    clean: list[Clean] = []
    for story in stories():
        alone, sourced = _Beside(engine, story.source_language), _Beside(engine, story.source_language, story.source)
        report = _audit(story.target, replace(sourced, reference=story.human))
        files |= _shown(story.name, report, story.target)
        audited.append(Audited(story, _audit(story.target, alone), report))
        clean.append(Clean("human translations", _audit(story.human, alone)))
        clean.append(Clean("human translations with the source", _audit(story.human, sourced)))
    for path in controls():
        report = _audit(path, _Beside(engine))
        files[f"{path.name.partition('.')[0]}.txt"] = _text(report)
        clean.append(Clean("stories written in English", report))
    files["scoreboard.md"] = scoreboard(audited, sorted(clean, key=lambda each: each.kind))
    return files


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is known and given beside a text; a desk knows the language of its feed, source or not."""

    engine: EngineSettings
    source_language: str | None = None
    source: Path | None = None
    reference: Path | None = None


def _shown(name: str, report: Report, target: Path) -> dict[str, str]:
    page = {f"{name}.html": render(report, editing=editing(target))} if name == PAGE else {}
    return {f"{name}.txt": _text(report), **page}


def editing(target: Path) -> Editing:
    """Return what a page must know so that the story in the file ``target`` can be corrected there."""
    original = original_of(str(target), [read(target)])
    assert original is not None
    return original.editing(load_profile("wire"))


def _text(report: Report) -> str:
    """Return the terminal's report with the words at fault for each message, and without reasons.

    These stand on the rules' pages and on the story's: were they here, another wording would change every story.
    """
    findings = tuple(replace(finding, message=f"“{finding.primary.text}”", why="") for finding in report.findings)
    return terminal.render([replace(report, findings=findings)], width=WIDTH, level=Severity.MINOR)


def _audit(target: Path, beside: _Beside) -> Report:
    report = audit(
        _document(target),
        source=_document(beside.source) if beside.source else None,
        source_language=beside.source_language,
        reference=_document(beside.reference) if beside.reference else None,
        engine=beside.engine,
    )
    for skipped in report.skipped:
        raise AuditorError(f"The gallery needs every check: {skipped.check}: {skipped.reason} {skipped.hint}")
    return replace(report, score=replace(report.score, signature=HASH.sub("*", report.score.signature)))


def _document(path: Path) -> Document:
    """Read ``path`` under the name that it has from the top of the repository, on every machine the same."""
    return replace(read(path), name=path.relative_to(REFERENCE.parent).as_posix())


def main() -> int:
    """Write the gallery, and take away what is no longer in it."""
    try:
        files = gallery(EngineSettings())
    except AuditorError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    REPORTS.mkdir(exist_ok=True)
    for old in {path.name for path in REPORTS.iterdir()} - {*files, *OTHERS}:
        (REPORTS / old).unlink()
    for name, text in files.items():
        (REPORTS / name).write_bytes(text.encode())
    print(f"{len(files)} files in {REPORTS.name}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
