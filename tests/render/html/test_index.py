"""The index of many stories."""

from __future__ import annotations

import dataclasses

from auditor.model import Outcome, Report
from auditor.render.html import render, render_index
from tests.render.html.parsing import Element, parse
from tests.render.html.samples import clean, earlier, harbour


def _story(name: str, outcome: Outcome, quality: float | None) -> Report:
    base = clean()
    return dataclasses.replace(
        base,
        document=dataclasses.replace(base.document, name=name, blocks=base.document.blocks[1:]),
        score=dataclasses.replace(base.score, quality=quality),
        verdict=dataclasses.replace(base.verdict, outcome=outcome),
    )


def _rows(html: str) -> list[Element]:
    return parse(html).find("tbody")[0].find("tr")


def test_the_worst_story_stands_first() -> None:
    stories = [
        _story("passes.txt", Outcome.PASS, 95.0),
        _story("short.txt", Outcome.PASS, None),
        _story("fails-less.txt", Outcome.FAIL, 60.0),
        _story("review.txt", Outcome.REVIEW, 70.0),
        _story("fails.txt", Outcome.FAIL, 12.0),
    ]
    rows = _rows(render_index(stories, [f"{n}.html" for n in range(5)]))
    assert [row.find("a")[0].text for row in rows] == [
        "fails.txt", "fails-less.txt", "review.txt", "passes.txt", "short.txt",
    ]  # fmt: skip
    assert [row.find("a")[0].attributes["href"] for row in rows][:2] == ["4.html", "2.html"]


def test_an_earlier_report_shows_how_a_story_moved() -> None:
    now = [_story(name, Outcome.REVIEW, 70.0) for name in ("up.txt", "down.txt", "same.txt", "new.txt")]
    scores = {"up.txt": 61.5, "down.txt": 72.0, "same.txt": 70.0}
    rows = _rows(render_index(now, ["#"] * 4, [earlier("before", **{"up.txt": 12.0}), earlier("last", **scores)]))
    said = {row.find("a")[0].text: " ".join(row.find("td")[2].text.split()) for row in rows}
    assert said == {
        "up.txt": "▲ better by 8.5",
        "down.txt": "▼ worse by 2",
        "same.txt": "as before",
        "new.txt": "nothing to compare",
    }


def test_a_storys_page_leads_back_to_the_index_and_tells_how_it_moved() -> None:
    page = parse(render(clean(), index="../all.html", earlier=[earlier("last", **{"library.en.txt": 88.0})]))
    assert page.find("header", **{"class": "masthead"})[0].find("a")[0].attributes["href"] == "../all.html"
    assert "▲ better by 12" in page.find("section", **{"class": "verdict"})[0].text


def test_checks_that_did_not_run_are_named() -> None:
    (row,) = _rows(render_index([harbour()], ["harbour.html"]))
    assert "languagetool, glossary" in " ".join(row.text.split())


def test_an_address_with_quotes_stays_in_its_attribute() -> None:
    (row,) = _rows(render_index([clean()], ['a" onclick="x.html']))
    assert row.find("a")[0].attributes == {"href": 'a" onclick="x.html', "dir": "auto"}
