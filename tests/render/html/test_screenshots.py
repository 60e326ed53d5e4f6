"""The pictures of the pages in ``docs/images``: there, small, and taken anew on request.

``AUDITOR_UPDATE_SCREENSHOTS=1 pytest tests/render/html/test_screenshots.py`` takes them, with LanguageTool.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from auditor import audit
from auditor.config import EngineSettings
from auditor.model import Report
from auditor.render import terminal
from auditor.render.html import render, render_index
from auditor.render.wording import shown_quality
from benchmarks.gallery import REPORTS, editing
from benchmarks.gold import stories

if TYPE_CHECKING:
    from playwright.sync_api import Page

IMAGES = Path(__file__).parents[3] / "docs" / "images"
PICTURES = ("page", "index", "dark", "editing", "print", "phone", "terminal")
A4 = {"width": 794, "height": 1123}
"""At 96 pixels to the inch."""
SHOWN = IMAGES / "shown.json"
"""The quality of each story when the pictures were taken."""
ABOUT = 5
"""Points of quality that a picture may be off."""
LINES = 34
"""Of the terminal report: the verdict and the worst sentences."""


@pytest.fixture(scope="module")
def reports(languagetool: EngineSettings) -> dict[str, Report]:
    """The audits of the project's own stories, as the gallery has them."""
    return dict(_reports(languagetool))


def _reports(engine: EngineSettings) -> Iterator[tuple[str, Report]]:
    for story in stories():
        report = audit(
            story.target,
            source=story.source,
            source_language=story.source_language,
            reference=story.human,
            engine=engine,
        )
        yield story.name, replace(report, document=replace(report.document, name=f"{story.name}.en.txt"))


@pytest.mark.browser
@pytest.mark.languagetool
@pytest.mark.slow
@pytest.mark.skipif("AUDITOR_UPDATE_SCREENSHOTS" not in os.environ, reason="only on request: it writes to docs/")
def test_take_the_pictures(window: Callable[..., Page], reports: dict[str, Report]) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    worst = max(reports, key=lambda name: reports[name].score.points)
    (target,) = (story.target for story in stories() if story.name == worst)
    story = render(reports[worst], editing=editing(target))
    index = render_index(list(reports.values()), [f"{name}.html" for name in reports])
    desk = {"width": 1160, "height": 660}

    _take(window(story, viewport={"width": 1160, "height": 860}), "page")
    _take(window(index, viewport={"width": 1280, "height": 640}), "index")
    _take(window(story, viewport=desk, color_scheme="dark"), "dark", select=3)
    corrected = window(story, viewport=desk)
    for accept in corrected.locator(".take").all()[:3]:
        accept.click()
    _take(corrected, "editing", select=1)
    _take(
        window(story, viewport={"width": 390, "height": 844}, device_scale_factor=1.5, is_mobile=True, has_touch=True),
        "phone",
    )
    page = window(story, viewport=A4)
    page.emulate_media(media="print")
    page.evaluate("document.body.style.padding = '18mm 16mm'")  # the margins that paper has
    _take(page, "print")
    _take_terminal(window, reports[worst])
    shown = {name: shown_quality(report.score.quality or 0.0) for name, report in sorted(reports.items())}
    SHOWN.write_text(json.dumps(shown, indent=2) + "\n", encoding="utf-8")


def _take_terminal(window: Callable[..., Page], report: Report) -> None:
    """Save the first screens of the report as a terminal of 80 columns shows them."""
    shown = terminal.render([report], width=80, colour=True)
    screen = Console(width=80, record=True, file=StringIO(), force_terminal=True, color_system="truecolor")
    screen.print(Text.from_ansi("\n".join(shown.splitlines()[:LINES])))
    svg = screen.export_svg(title="auditor check", theme=MONOKAI)
    page = window(re.sub(r"@font-face {.*?}", "", svg, flags=re.DOTALL), viewport={"width": 900, "height": 900})
    page.locator("svg").screenshot(path=IMAGES / "terminal.png")


def _take(page: Page, name: str, *, select: int = 0) -> None:
    """Save what the window shows, after ``select`` steps through the findings."""
    if select:
        page.locator("#filters").evaluate("bar => bar.scrollIntoView({behavior: 'instant'})")
    for _ in range(select):
        page.keyboard.press("j")
        page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / f"{name}.png")


def test_the_pictures_show_about_the_scores_of_today() -> None:
    """Small steps need no new pictures; another scale, or rules that see twice as much, do."""
    shown = {name: int(quality) for name, quality in json.loads(SHOWN.read_text(encoding="utf-8")).items()}
    pages = {name: (REPORTS / f"{name}.txt").read_text(encoding="utf-8") for name in shown}
    today = {name: int(re.findall(r"quality (\d+) of 100", page)[0]) for name, page in pages.items()}
    stale = {name: (shown[name], today[name]) for name in shown if abs(shown[name] - today[name]) > ABOUT}
    assert not stale, (
        "take the pictures anew: AUDITOR_UPDATE_SCREENSHOTS=1 pytest tests/render/html/test_screenshots.py"
    )


@pytest.mark.parametrize("name", PICTURES)
def test_the_docs_have_a_small_picture_of_each_page(name: str) -> None:
    picture = IMAGES / f"{name}.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 200_000
