"""A fresh window of the real Chromium for each test marked ``browser``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Window:
    """Opens pages from files, without network, and keeps what they ask for and complain about."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._folder = browser, folder
        self._contexts: list[Any] = []
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def open(self, html: str, at: str = "", *, before: str = "", **context: Any) -> Page:
        """Show ``html`` in a window of its own, at the address ``#at``; ``before`` runs first."""
        file = self._folder / f"page{len(self._contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = {"viewport": {"width": 1366, "height": 800}} | context
        window = self._browser.new_context(offline=True, **context)
        window.set_default_timeout(5000)
        window.set_default_navigation_timeout(30_000)  # the longest page, on a machine that tests other things too
        self._contexts.append(window)
        if before:
            window.add_init_script(before)
        page = window.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(file.as_uri() + (f"#{at}" if at else ""))
        return page

    def close(self) -> None:
        """Close every page; fail if one asked for anything or complained."""
        for window in self._contexts:
            window.close()
        assert not self.complaints
        pages = [(self._folder / f"page{number}.html").as_uri() for number in range(len(self._contexts))]
        assert not {url.partition("#")[0] for url in self.requests if not url.startswith("blob:")} - set(pages)


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """``window(html, at, …)`` opens a page; no page may make a request, log a line or raise an error."""
    opened = Window(browser, tmp_path)
    yield opened.open
    opened.close()
