"""A comparison as text, page and JSON: every figure is there, nothing from outside acts on the reader."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from auditor.model import Contest, Pivot
from auditor.render import contest as as_json
from auditor.render import figures
from auditor.render.html import render_contest
from auditor.render.terminal.contest import render as as_text
from tests.render.contests import TWO, sample
from tests.render.html.parsing import parse


def test_the_text_tells_every_figure() -> None:
    text = as_text(TWO, width=100)
    for told in ("99", "31.2 (30.0–32.5)", "+0.500", "0.2500", "0.0123*", "duplication", "with a figure", "50.0"):
        assert told in text
    assert "Fixed: 1" in text
    assert "It is off. Turn it on." in text


def test_the_text_has_no_control_character() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", as_text(TWO))


def test_colours_only_where_they_are_asked_for() -> None:
    assert "\x1b[" in as_text(TWO, colour=True)


def test_many_engines_are_numbered_where_their_names_would_not_fit() -> None:
    many = as_text(sample(*(f"engine-number-{n}" for n in range(10))), width=80)
    assert "10 engine-number-9" in many
    assert re.search(r"Kind +1 +2 +3 +4 +5 +6 +7 +8 +9 +10\n", many)


def test_the_page_is_well_formed_and_escapes_what_comes_from_outside() -> None:
    html = render_contest(TWO)
    page = parse(html)
    assert "the &lt;b&gt;the" in html
    assert "\x1b" not in html
    assert page.find("table")


def test_only_the_page_s_own_style_and_script_apply() -> None:
    html = render_contest(TWO)
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{directive} &#39;sha256-{digest}&#39;" in html


def test_json_holds_every_field() -> None:
    told = json.loads(as_json.render(TWO))["comparison"]
    assert set(told) == set(Contest.__dataclass_fields__)
    assert told["engines"][1]["categories"] == {"fluency/duplication": 1}
    assert told["engines"][1]["score"]["counts"]["minor"] == 1
    assert told["revision"]["fixed"][0]["words"] == "the <b>the"


@pytest.mark.parametrize(
    ("contest", "told"),
    [
        (TWO, "2 translations of 1 story, in 2 units of the reference"),
        (replace(TWO, pivot=Pivot.BASELINE, units=1), "2 translations of 1 story, in 1 unit of the first translation"),
    ],
)
def test_the_title_says_what_is_compared(contest: Contest, told: str) -> None:
    assert figures.title(contest) == told
