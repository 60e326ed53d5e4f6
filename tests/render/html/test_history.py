"""A score beside the desk's earlier ones, as a chart and in words."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.model import Report
from auditor.render.html import render, render_index
from tests.render.html.parsing import Element, parse
from tests.render.html.samples import clean, earlier

NAME = clean().document.name
PAST = [
    earlier("march", **{NAME: 70.0, "a.txt": 60.0, "b.txt": 90.0, "short.txt": None}),
    earlier("april", **{"c.txt": 84.0}),
    earlier("may", **{NAME: 81.0}),
]


def _now(quality: float | None) -> Report:
    return dataclasses.replace(clean(), score=dataclasses.replace(clean().score, quality=quality))


def _chart(html: str) -> Element:
    (figure,) = parse(html).find("figure", **{"class": "past"})
    return figure


def test_the_chart_says_in_words_all_that_it_shows() -> None:
    (svg,) = _chart(render(_now(75.0), earlier=PAST)).find("svg")
    assert svg.attributes["aria-label"] == (
        "Quality by report, the oldest first. march: 3 stories, median 70, 60 to 90; this story 70. "
        "april: 1 story, median 84, 84 to 84. may: 1 story, median 81, 81 to 81; this story 81. now: this story 75."
    )


def test_a_storys_page_says_how_many_earlier_scores_are_lower() -> None:
    assert "Of 5 earlier scores in 3 reports, 2 are lower; their median is 81." in _chart(
        render(_now(75.0), earlier=PAST)
    ).text.replace("\n", " ")


def test_a_storys_own_way_leads_from_report_to_report_to_now() -> None:
    chart = _chart(render(_now(75.0), earlier=PAST))
    assert chart.find("polyline")[0].attributes["points"] == "50.0,30.0 250.0,19.0 350.0,25.0"
    assert [point.attributes["cy"] for point in chart.find("circle")] == ["30.0", "19.0", "25.0"]


def test_the_middle_half_of_the_stories_is_a_bar_over_their_whole_span() -> None:
    chart = _chart(render(_now(75.0), earlier=PAST))
    spread, half = chart.find("rect", **{"class": "spread"})[0], chart.find("rect", **{"class": "half"})[0]
    assert (spread.attributes["y"], spread.attributes["height"]) == ("10.0", "30.0")
    assert (half.attributes["y"], half.attributes["height"]) == ("20.0", "15.0")


def test_the_index_shows_the_stories_of_now_beside_those_before() -> None:
    chart = _chart(render_index([_now(75.0), _now(85.0)], ["1.html", "2.html"], PAST))
    assert "The median is 80 now; it was 81 in the report before." in chart.text
    assert not chart.find("circle")
    assert "now: 2 stories, median 80, 75 to 85." in (chart.find("svg")[0].attributes["aria-label"] or "")


def test_only_the_newest_thirty_reports_are_shown() -> None:
    many = [earlier(f"day {n}", **{"a.txt": float(n)}) for n in range(40)]
    label = _chart(render(_now(75.0), earlier=many)).find("svg")[0].attributes["aria-label"] or ""
    assert "day 9:" not in label
    assert "day 10:" in label


@pytest.mark.parametrize(
    ("now", "past", "reason"),
    [
        (75.0, [], "no earlier report"),
        (75.0, [earlier("empty", **{"a.txt": None})], "no earlier story was scored"),
        (None, PAST, "the story is too short to score"),
    ],
)
def test_there_is_no_chart_where_nothing_can_be_compared(now: float | None, past: list, reason: str) -> None:  # type: ignore[type-arg]
    assert not parse(render(_now(now), earlier=past)).find("figure", **{"class": "past"}), reason
