"""The page of a comparison in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from auditor.render.html import render_contest
from tests.render.contests import TWO, sample

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (1366, "dark"), (390, "light")])
def test_axe_finds_no_violation(window: Callable[..., Page], width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = window(render_contest(TWO), color_scheme=scheme, viewport={"width": width, "height": 800})
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert results.violations_count == 0, results.generate_report()


def test_ten_engines_do_not_widen_a_narrow_window(window: Callable[..., Page]) -> None:
    page = window(
        render_contest(sample(*(f"engine-number-{n}" for n in range(10)))), viewport={"width": 390, "height": 800}
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_word_without_end_does_not_widen_a_narrow_window(window: Callable[..., Page]) -> None:
    (unit,) = TWO.disputed
    endless = replace(unit, answers=tuple(replace(answer, text="x" * 10_000) for answer in unit.answers))
    page = window(render_contest(replace(TWO, disputed=(endless,))), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_theme_can_be_changed(window: Callable[..., Page]) -> None:
    page = window(render_contest(TWO), color_scheme="light")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
