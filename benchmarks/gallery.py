"""Write ``reports/``: what today's auditor prints for the stories of ``reference/``, and the scoreboard.

Run ``python -m benchmarks.gallery`` at the top of the repository. LanguageTool takes part; the same
versions write the same bytes on any machine.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from auditor import audit
from auditor.config import EngineSettings
from auditor.model import AuditorError, Document, Report, Severity
from auditor.readers import read
from auditor.render import render, terminal
from benchmarks.gold import REFERENCE, ReferenceStory, controls, stories
from benchmarks.scoreboard import Audited, Clean, scoreboard

REPORTS = REFERENCE.parent / "reports"
WIDTH = 80


def gallery(engine: EngineSettings) -> dict[str, str]:
    """Return the text of each file of ``reports/`` by its name there; ``engine`` says how to reach LanguageTool.

    Raises ``AuditorError`` when a check could not run, for then the gallery would not be whole.
    """
    files: dict[str, str] = {}
    audited: list[Audited] = []
    clean: list[Clean] = []
    for story in stories():
        files |= _shown(story.name, _audit(engine, story.target, story, reference=story.human))
        audited.append(Audited(story, _audit(engine, story.target), _audit(engine, story.target, story)))
        clean.append(Clean("human translations", _audit(engine, story.human)))
        clean.append(Clean("human translations with the source", _audit(engine, story.human, story)))
    for path in controls():
        report = _audit(engine, path)
        files[f"{path.name.partition('.')[0]}.txt"] = _text(report)
        clean.append(Clean("stories written in English", report))
    files["scoreboard.md"] = scoreboard(audited, sorted(clean, key=lambda each: each.kind))
    return files


def _shown(name: str, report: Report) -> dict[str, str]:
    return {
        f"{name}.txt": _text(report),
        f"{name}.json": render("json", [report]),
        f"{name}.html": render("html", [report]),
    }


def _text(report: Report) -> str:
    return terminal.render([report], width=WIDTH, level=Severity.MINOR)


def _audit(
    engine: EngineSettings, target: Path, story: ReferenceStory | None = None, reference: Path | None = None
) -> Report:
    report = audit(
        _document(target),
        source=_document(story.source) if story else None,
        source_language=story.source_language if story else None,
        reference=_document(reference) if reference else None,
        engine=engine,
    )
    for skipped in report.skipped:
        raise AuditorError(f"The gallery needs every check: {skipped.check}: {skipped.reason} {skipped.hint}")
    return report


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
    for old in {path.name for path in REPORTS.iterdir()} - {*files, "README.md"}:
        (REPORTS / old).unlink()
    for name, text in files.items():
        (REPORTS / name).write_bytes(text.encode())
    print(f"{len(files)} files in {REPORTS.name}/")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
