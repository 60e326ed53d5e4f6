"""The HTML report as files: the page of one story, or an index with a folder of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from auditor.model import InputError, Report


def pages(reports: Sequence[Report], target: str) -> Iterator[tuple[str, str]]:
    """Yield the files to write and their text: ``target`` first, then a page for each of many stories.

    Raises ``InputError`` where the folder for the pages cannot be made.
    """
    from auditor.render.html import render, render_index

    if len(reports) == 1:
        yield target, render(reports[0])
        return
    folder = Path(target).with_suffix("").with_name(f"{Path(target).stem}-stories")
    names = [f"{number}-{PurePath(r.document.name).stem}.html" for number, r in enumerate(reports, 1)]
    yield target, render_index(reports, [quote(f"{folder.name}/{name}") for name in names])
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {folder} could not be made ({error.strerror}); choose another file.") from None
    for name, report in zip(names, reports, strict=True):
        yield str(folder / name), render(report)
