"""The page of a story beside two versions of its source, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from auditor.render.html import render_stale
from auditor.stale import staleness
from tests.stale.test_stale import SOURCE, english, french

pytestmark = pytest.mark.browser

NEW = SOURCE.replace("emploie 120", "emploie 140").replace(
    "parquet de Valmont.", "parquet de Valmont. Deux hommes parlent."
)
PAGE = render_stale(staleness(french(SOURCE), french(NEW, "new.fr.txt"), english(), source_language="fr"))


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_no_violation(window: Callable[..., Page], width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = window(PAGE, color_scheme=scheme, viewport={"width": width, "height": 800})
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_due_is_reached_from_the_list_above(window: Callable[..., Page]) -> None:
    page = window(PAGE)
    page.get_by_role("navigation").get_by_role("link", name="S6").click()
    assert page.locator("tr:target mark").inner_text() == "120"
