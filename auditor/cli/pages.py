"""The HTML report as files: the page of one story, or an index with a folder of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from auditor.files import REPORT, read_text
from auditor.model import Document, InputError, Report

if TYPE_CHECKING:
    from auditor.render.html import Earlier, Editing


def earlier_reports(paths: Sequence[str]) -> tuple[Earlier, ...]:
    """Return the scores in earlier JSON reports, in the order given; a folder's are taken by their names.

    Raises ``InputError`` where a file is no JSON report, or a folder has none.
    """
    return tuple(_earlier(file) for path in paths for file in _files(Path(path)))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.json"))
    if not found:
        raise InputError(f"The folder {path} has no earlier report; give one with files written with --json.")
    return found


def _earlier(path: Path) -> Earlier:
    from auditor.render.html import Earlier
    from auditor.render.json import load

    text = read_text(path, REPORT)
    try:
        return Earlier(path.stem, {report.document.label: report.score for report in load(text)})
    except InputError as error:
        raise InputError(f"{path}: {error}") from None


def pages(
    reports: Sequence[Report],
    target: str,
    earlier: Sequence[Earlier] = (),
    *,
    split: bool = False,
    editing: Callable[[Report], Editing | None] = lambda _: None,
) -> Iterator[tuple[str, str]]:
    """Yield the files to write and their text: ``target``, then a page for each of many stories.

    ``earlier`` are earlier reports, the oldest first. ``split`` puts style and script into files of their own.
    ``editing`` returns what a page must know so that its story can be corrected there; None: it cannot.
    Raises ``InputError`` where a folder cannot be made.
    """
    from auditor.render.html import render, render_index

    assets = _beside(target, "assets") if split else None
    if assets:
        yield from _assets(assets, ("story",) if len(reports) == 1 else ("story", "index"))
    near = quote(assets.name) if assets else None
    if len(reports) == 1:
        yield target, render(reports[0], earlier=earlier, assets=near, editing=editing(reports[0]))
        return
    folder = _beside(target, "stories")
    names = [f"{number}-{_stem(r.document)}.html" for number, r in enumerate(reports, 1)]
    yield target, render_index(reports, [quote(f"{folder.name}/{name}") for name in names], earlier, near)
    _make(folder)
    back = quote(f"../{Path(target).name}")
    for name, report in zip(names, reports, strict=True):
        style = f"../{near}" if near else None
        page = render(report, index=back, earlier=earlier, assets=style, editing=editing(report))
        yield str(folder / name), page


def _stem(document: Document) -> str:
    """Return the name of a story's page without its number: that of its file, and which of its stories it is."""
    stem = PurePath(document.name).stem
    return stem if document.part is None else f"{stem}-{re.sub(r'[^A-Za-z0-9_]+', '-', document.part)[-40:].strip('-')}"


def _beside(target: str, what: str) -> Path:
    return Path(target).with_suffix("").with_name(f"{Path(target).stem}-{what}")


def _assets(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    from auditor.render.html import files

    _make(folder)
    for page in names:
        for name, text in files(page).items():
            yield str(folder / name), text


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {folder} could not be made ({error.strerror}); choose another file.") from None
