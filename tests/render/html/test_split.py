"""Style and script in files beside the page: opened from a disk, and served as Jenkins serves artefacts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.cli.pages import pages
from tests.render.html.samples import clean, harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';"
"""Source: Jenkins handbook, "Configuring Content Security Policy", the default rules."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of two stories with its pages and files."""
    for name, text in pages([clean(), harbour()], str(tmp_path / "all & more.html"), split=True):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def test_one_story_has_a_page_and_two_files(tmp_path: Path) -> None:
    written = [
        Path(name).relative_to(tmp_path).as_posix() for name, _ in pages([clean()], f"{tmp_path}/a.html", split=True)
    ]
    assert written == ["a-assets/story.css", "a-assets/story.js", "a.html"]


def test_nothing_is_inline_and_the_policy_allows_only_the_files_beside(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "<style" not in text
        assert text.count("<script src=") == 1
        assert "style-src &#39;self&#39;; script-src &#39;self&#39;; " in text


@pytest.mark.browser
def test_the_pages_work_from_a_disk(folder: Path, page: Page) -> None:
    page.goto((folder / "all & more.html").as_uri())
    page.get_by_role("button", name="Quality").click()
    assert page.locator("th[aria-sort]").inner_text().startswith("Quality")
    page.get_by_role("link", name="Port Calder").click()
    page.locator("#filters").wait_for()
    page.keyboard.press("j")
    assert page.locator(".note.on").count() == 1
    page.get_by_role("link", name="All stories").click()
    assert page.locator("h1").inner_text() == "2 stories"


@pytest.mark.browser
def test_the_pages_can_be_read_with_their_style_under_the_policy_of_jenkins(folder: Path, page: Page) -> None:
    def serve(route: Route) -> None:
        name = route.request.url.removeprefix("http://ci.example.org/").replace("%20", " ").replace("%26", "&")
        kind = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}[Path(name).suffix]
        headers = {"Content-Type": kind, "Content-Security-Policy": JENKINS}
        route.fulfill(body=(folder / name).read_bytes(), headers=headers)

    page.context.route("**/*", serve)
    page.goto("http://ci.example.org/all%20%26%20more-stories/2-harbour-tram.en.html")
    assert page.locator(".note").first.is_visible()
    assert page.locator("button:visible").count() == 0
    style = page.locator(".prose .m.critical").first.evaluate("e => getComputedStyle(e).textDecorationStyle")
    assert style == "double"
