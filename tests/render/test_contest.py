"""A comparison as text, page and JSON: every figure is there, nothing from outside acts on the reader."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from auditor.model import Contest, Pivot, Revision, Severity
from auditor.render import contest as as_json
from auditor.render import figures
from auditor.render.html import render_contest
from auditor.render.terminal.contest import render as as_text
from tests.render.contests import MARK, TWO, sample
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


def bars(contest: Contest) -> dict[str, str]:
    """The bar of each engine on a terminal, by its name."""
    lines = as_text(contest, width=60).split("Points per 1,000 words")[1].splitlines()[1:]
    return dict(line.split() for line in lines[: len(contest.engines)] if len(line.split()) == 2)


def scored(minor: int, major: int, critical: int) -> Contest:
    engine = TWO.engines[1]
    counts = tuple(zip(Severity, (0, minor, major, critical), strict=True))
    return replace(TWO, engines=(TWO.engines[0], replace(engine, score=replace(engine.score, counts=counts))))


def test_a_bar_has_a_stroke_of_each_severitys_own_for_what_it_costs() -> None:
    (bar,) = bars(scored(minor=25, major=5, critical=1)).values()  # 25 points of each
    assert bar == "^" * 18 + "~" * 17 + "-" * 18
    assert "^ critical, ~ major, - minor" in as_text(scored(minor=25, major=5, critical=1))


def test_the_longest_bar_fills_the_line_and_the_others_are_to_scale() -> None:
    drawn = bars(sample("one", "two", "three"))
    assert {name: len(bar) for name, bar in drawn.items()} == {"two": 26, "three": 51}


def test_there_is_no_chart_where_nothing_costs_anything() -> None:
    assert "Points per 1,000 words" not in as_text(scored(0, 0, 0))
    assert "<rect" not in render_contest(scored(0, 0, 0))


def test_the_page_draws_each_engine_by_severity_and_says_it_in_words() -> None:
    html = render_contest(scored(minor=25, major=5, critical=1))
    assert re.findall(r'<rect class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', html) == [
        ("critical", "0.0", "333.3"),
        ("major", "333.3", "333.3"),
        ("minor", "666.7", "333.3"),
    ]
    assert "250.0 critical, 250.0 major, 250.0 minor" in html


def test_a_finding_is_told_with_the_place_that_editors_open() -> None:
    assert "new/a.txt:3:7" in as_text(marked(file="new/a.txt", column=7))


def marked(**fields) -> Contest:
    return replace(TWO, disputed=(), revision=Revision((replace(MARK, **fields),), (), ()))


@pytest.mark.parametrize(
    ("fields", "href"),
    [
        ({"file": "new/a b.txt"}, "new/a%20b.txt#:~:text=the%20%3Cb%3Ethe"),
        ({"file": "new/a.txt", "words": "well-known, it is"}, "new/a.txt#:~:text=well%2Dknown%2C%20it%20is"),
        ({"file": "javascript:alert(1)"}, "javascript%3Aalert%281%29#:~:text=the%20%3Cb%3Ethe"),
        ({"file": "new/a.txt", "words": "x" * 101}, "new/a.txt"),
        ({"file": "<stdin>"}, None),
        ({"file": ""}, None),
    ],
)
def test_the_page_links_a_finding_to_its_words_in_the_story(fields: dict[str, str], href: str | None) -> None:
    html = render_contest(marked(**fields))
    assert re.findall(r'<a href="([^"]*)">line 3</a>', html) == ([href] if href else [])
    assert "line 3" in html


def test_signatures_stand_in_the_text_only_where_they_are_asked_for() -> None:
    assert "signature-old" not in as_text(TWO)
    assert "signature-old" in as_text(TWO, signature=True)
