"""The HTML report as files: the page of one story, or an index with a folder of pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from auditor.model import InputError, Report, Score


def earlier_scores(path: str | None) -> dict[str, Score]:
    """Return the scores in an earlier JSON report by story name; none where there is no such report.

    Raises ``InputError`` where the file is no JSON report.
    """
    if path is None:
        return {}
    from auditor.render.json import load

    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError(f"The earlier report {path} cannot be read; give a file written with --json.") from None
    return {report.document.name: report.score for report in load(text)}


def pages(reports: Sequence[Report], target: str, earlier: Mapping[str, Score]) -> Iterator[tuple[str, str]]:
    """Yield the files to write and their text: ``target`` first, then a page for each of many stories.

    ``earlier`` has the scores of an earlier run by story name. Raises ``InputError`` where the folder for
    the pages cannot be made.
    """
    from auditor.render.html import render, render_index

    if len(reports) == 1:
        yield target, render(reports[0], earlier=earlier.get(reports[0].document.name))
        return
    folder = Path(target).with_suffix("").with_name(f"{Path(target).stem}-stories")
    names = [f"{number}-{PurePath(r.document.name).stem}.html" for number, r in enumerate(reports, 1)]
    yield target, render_index(reports, [quote(f"{folder.name}/{name}") for name in names], earlier)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {folder} could not be made ({error.strerror}); choose another file.") from None
    for name, report in zip(names, reports, strict=True):
        back = quote(f"../{Path(target).name}")
        yield str(folder / name), render(report, index=back, earlier=earlier.get(report.document.name))
