"""The review page as a file: what it says, what it may run, and what hostile copy can do to it (nothing)."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model import Category, Confidence, Evidence, Report, Role, Severity, Skipped
from auditor.render.html import render
from auditor.text.visible import visible
from tests.render.html.parsing import Element, data, parse
from tests.render.html.samples import anchor, clean, document, finding, harbour, huge, report
from tests.render.samples import CLEAN, COMPARED, JUDGED, SILENCED


@pytest.fixture(scope="module")
def harbour_page() -> Element:
    return parse(render(harbour()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(harbour()) == render(harbour())


def test_the_verdict_comes_first_with_its_reasons_in_words(harbour_page: Element) -> None:
    verdict = harbour_page.find("section", **{"class": "verdict"})[0]
    assert "FAIL" in verdict.text
    assert "3 critical errors; none is allowed" in verdict.text
    assert "languagetool: Its files are not installed. Run “auditor setup” once." in " ".join(verdict.text.split())


def test_the_head_says_what_made_the_report(harbour_page: Element) -> None:
    facts = " ".join(harbour_page.find("p", **{"class": "facts"})[0].text.split())
    assert facts.endswith("8 sentences · translated from French · profile wire · auditor 0.1.0, rules 9f8e7d6c")


def test_checks_without_a_source_are_counted_once_and_named_at_the_end() -> None:
    html = render(CLEAN)
    assert html.count("no source was given") == 1
    page = parse(html)
    told = page.find("p", **{"class": "facts"})[1]
    assert told.text.strip() == "2 checks were not run: no source was given."
    named = page.by_id((told.find("a")[0].attributes["href"] or "").removeprefix("#"))
    assert "number-altered" in named.text
    assert "no source was given" not in render(COMPARED)


def test_the_kinds_of_error_count_what_accuses_and_no_remark() -> None:
    found = harbour().findings
    (kinds,) = parse(render(harbour())).find("ul", **{"class": "kinds"})
    counted = sum(int(number.text) for number in kinds.find("span", **{"class": "n"}))
    assert counted == sum(each.severity is not Severity.NEUTRAL for each in found) < len(found)
    remarks = [each for each in found if each.severity is Severity.NEUTRAL]
    assert not parse(render(report(harbour().document, remarks))).find("ul", **{"class": "kinds"})


def test_every_sentence_reads_as_in_the_story(harbour_page: Element) -> None:
    story = harbour().document
    for segment in story.segments:
        assert harbour_page.by_id(f"S{segment.number}").prose == segment.span.of(story.text)


def test_every_finding_stands_once_and_every_mark_links_to_it(harbour_page: Element) -> None:
    notes = {note.attributes["id"] for note in harbour_page.find("li", **{"class": "note"})}
    assert notes == {f"f-{f.fingerprint}" for f in harbour().findings}
    links = [link.attributes["href"] or "" for link in harbour_page.find("a", **{"class": "m"})]
    assert {link.removeprefix("#") for link in links} <= notes


def test_a_card_says_how_likely_a_major_error_is_unless_the_desk_takes_the_risk() -> None:
    told = harbour()
    likely = {1: (0.624, False), 2: (0.031, True)}
    sentences = [
        dataclasses.replace(each, problem_probability=likely[each.number][0], clear=likely[each.number][1])
        if each.number in likely
        else each
        for each in told.sentences
    ]
    page = parse(render(dataclasses.replace(told, sentences=tuple(sentences))))
    assert "major error: 62%" in page.by_id("C1").text
    assert "major error" not in page.by_id("C2").text


def test_doubts_are_listed_to_be_cleared_or_held_and_cost_nothing() -> None:
    told = harbour()
    doubt = finding(anchor(told.document, "vigilant"), "rare in news", Category.UNIDIOMATIC, Severity.NEUTRAL)
    sentences = (dataclasses.replace(told.sentences[0], problem_probability=0.6, clear=False), *told.sentences[1:])
    page = parse(render(dataclasses.replace(told, doubts=(doubt,), sentences=sentences)))
    (section,) = page.find("section", **{"class": "doubtful"})
    assert [" ".join(item.text.split()) for item in section.find("li")] == [
        "S1 major error: 60%",
        "S5 vigilant rare in news",
    ]
    assert [held.attributes["id"] for held in page.find("span", **{"class": "hold"})] == ["S1"]
    assert not parse(render(told)).find("section", **{"class": "doubtful"})


def test_a_card_shows_the_score_of_a_neural_model_and_the_page_names_it() -> None:
    page = parse(render(JUDGED))
    assert "neural 0.430" in page.by_id("C2").text
    assert "neural" not in page.by_id("C4").text
    (section,) = page.find("section", **{"aria-labelledby": "neural-title"})
    assert "Desk/kiwi gives the sentences 0.733 in the mean, beside the source and the reference" in section.text
    assert not parse(render(COMPARED)).find("section", **{"aria-labelledby": "neural-title"})


def test_a_finding_with_two_places_is_one_note_that_names_both(harbour_page: Element) -> None:
    (two_names,) = [f for f in harbour().findings if f.rule == "consistency/two-names"]
    note = harbour_page.by_id(f"f-{two_names.fingerprint}")
    assert "Port Authority" in note.text
    assert "S6 Harbor Authority" in " ".join(note.text.split())
    assert len([m for m in harbour_page.find("a", **{"class": "m"}) if "Authority" in m.text]) == 2


def test_the_worst_findings_are_named_first_one_sentence_after_another(harbour_page: Element) -> None:
    items = harbour_page.find("section", **{"class": "first"})[0].find("li")
    assert [item.attributes["class"] for item in items] == ["critical"] * 3 + ["major"] * 2
    assert len({item.find("a")[0].text for item in items}) == 5


@pytest.mark.parametrize(
    ("severities", "named", "reason"),
    [
        ("major minor", ["major"], "a minor one can wait for a major one"),
        ("minor minor", ["minor", "minor"], "nothing is worse"),
        ("neutral minor", ["minor"], "a neutral one asks for nothing"),
        ("minor critical major", ["critical", "major"], "the worst first"),
    ],
)
def test_what_can_wait_is_not_named_first(severities: str, named: list[str], reason: str) -> None:
    words = ["tram", "port", "rail"]
    story = document("waits.txt", (Role.BODY, ["The tram, the port and the rail."]))
    found = [
        finding(anchor(story, word), word, Category.GRAMMAR, Severity(severity))
        for word, severity in zip(words, severities.split(), strict=False)
    ]
    (first,) = parse(render(report(story, found))).find("section", **{"class": "first"})
    assert [item.attributes["class"] for item in first.find("li")] == named, reason


def test_severity_is_a_word_in_the_prose_too(harbour_page: Element) -> None:
    (mark,) = [m for m in harbour_page.find("a", **{"class": "m"}) if "birthday" in m.text]
    assert "[critical]" in mark.text
    described = harbour_page.by_id(mark.attributes["aria-describedby"] or "")
    assert "An organisation is “it”" in described.text


def test_source_and_reference_stand_beside_each_sentence(harbour_page: Element) -> None:
    card = harbour_page.by_id("C6").text
    assert "L'Autorité portuaire fête cette année son 150e anniversaire" in card
    assert "attract cruise passengers" in card
    assert "No reference sentence answers this one." in harbour_page.by_id("C8").text
    assert "Son coût n'a pas été précisé." in harbour_page.text


def test_neutral_findings_are_information_and_not_errors(harbour_page: Element) -> None:
    (remarks,) = harbour_page.find("section", **{"class": "remarks"})
    assert "Information, not errors" in remarks.text
    assert all("of” in 100 words" not in card.text for card in harbour_page.find("article"))


def test_a_clean_story_says_so_and_needs_no_cards() -> None:
    page = parse(render(clean()))
    assert "PASS" in page.text
    assert not page.find("article")
    assert "No findings to show" in page.text


@pytest.mark.parametrize(
    ("headline", "name", "title", "reason"),
    [
        ("Tram runs again", "desk/tram.txt", "Tram runs again", "the headline is what an editor knows"),
        (None, "desk/tram.txt", "tram.txt", "a path is too long for a title"),
        (None, "-", "-", "the standard input has no name"),
    ],
)
def test_a_page_is_named_for_its_story(headline: str | None, name: str, title: str, reason: str) -> None:
    head = [(Role.HEADLINE, [headline])] if headline else []
    page = parse(render(report(document(name, *head, (Role.BODY, ["It runs."])), [])))
    assert page.find("h1")[0].text == title, reason
    assert name in page.find("p", **{"class": "facts"})[0].text


def test_a_story_too_short_to_score_has_no_score() -> None:
    short = dataclasses.replace(clean(), score=dataclasses.replace(clean().score, quality=None))
    assert "too short to score" in parse(render(short)).text


def test_the_page_says_how_the_quality_is_reckoned_and_how_sure_it_is() -> None:
    scored = dataclasses.replace(
        clean().score,
        points=10.0,
        words=380,
        quality=79.2,
        quality_low=66.1,
        quality_high=90.4,
        short=True,
        pass_mark=80.0,
        acceptable_points=25.0,
    )
    told = " ".join(parse(render(dataclasses.replace(clean(), score=scored))).text.split())
    assert "79 of 100, 66 to 90: short" in told
    assert "10 points in 380 words, read with 20 words more that just reach the mark (0.5 points)" in told
    assert "are r = 26.2 points per 1,000 words" in told


def test_beyond_eight_notes_a_sentence_folds_the_rest() -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    story = document("many.txt", (Role.BODY, [" ".join(words) + "."]))
    many = [finding(anchor(story, w), f"about {w}", Category.GRAMMAR, Severity.MINOR) for w in words]
    card = parse(render(report(story, many))).by_id("C1")
    (folded,) = card.find("details", **{"class": "folded"})
    assert "2 more in this sentence" in folded.text
    assert len(card.find("li", **{"class": "note"})) == 10


def test_two_findings_of_one_fingerprint_have_two_addresses() -> None:
    story = document("twins.txt", (Role.BODY, ["He said that that was that."]))
    twins = [finding(anchor(story, "that", n), "doubled", Category.DUPLICATION, Severity.MINOR) for n in (0, 1)]
    ids = [n.attributes["id"] for n in parse(render(report(story, twins))).find("li", **{"class": "note"})]
    assert ids == [f"f-{twins[0].fingerprint}", f"f-{twins[0].fingerprint}-2"]


def test_an_explanation_is_printed_three_times_and_then_linked() -> None:
    page = parse(render(huge(20)))
    told = [note for note in page.find("li", **{"class": "note"}) if "No reader can tell who lost what" in note.text]
    linked = [note for note in page.find("li", **{"class": "note"}) if "as in an earlier finding" in note.text]
    assert (len(told), len(linked)) == (3, 7)


@pytest.mark.parametrize("make", [harbour, clean, lambda: huge(40)], ids=["harbour", "clean", "long"])
def test_only_the_pages_own_style_and_script_may_apply(make: object) -> None:
    page = parse(render(make()))  # type: ignore[operator]
    (policy,) = [m.attributes["content"] or "" for m in page.find("meta") if "http-equiv" in m.attributes]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    code = [s.text for s in page.find("script") if s.attributes.get("type") != "application/json"]
    for text, directive in ((page.find("style")[0].text, "style-src"), (code[0], "script-src")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert len(code) == 1
    _assert_harmless(page)


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "with source and reference"])
@pytest.mark.parametrize(("sentences", "most"), [(30, 300_000), (2000, 6_000_000), (5000, 6_000_000)])
def test_a_page_stays_small(sentences: int, most: int, beside: bool) -> None:
    assert len(render(huge(sentences, beside=beside)).encode()) < most


def test_a_vast_story_has_cards_for_its_findings_only_and_says_so() -> None:
    page = parse(render(huge(2002, beside=True)))
    assert len(page.find("article")) == 1001
    assert "only sentences with findings have a card" in page.by_id("cards").text
    assert "The district 0 council voted by 12 to eleven" in page.by_id("C1").text
    assert "Le conseil de l'arrondissement 0" in page.by_id("C1").text


def _assert_harmless(page: Element) -> None:
    """No element, attribute or address on the page could run or fetch anything."""
    assert not {e.tag for e in page.all()} & {"img", "iframe", "object", "embed", "link", "base", "video", "audio"}
    for element in page.all():
        for name, value in element.attributes.items():
            assert not name.startswith("on"), f"{element.tag} has {name}"
            assert name != "style", f"{element.tag} has a style attribute"
            if name in ("href", "src"):
                assert re.fullmatch(r"#[A-Za-z0-9=%._/-]*", value or ""), value


FRAGMENTS = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "-->",
        "&lt;b&gt;&amp;#x3c;",
        "\u202egnp.exe\u2066",
        "\u2028\u2029",
        "\ud800",
        "\0\x1b[31m",
        "x" * 10_000,
        "\"'><img src=x onerror=alert(1)>",
        "{{ 7 * 7 }}{% raw %}",
        "javascript:alert(1)",
        "a\u0301\U0001f9d1\u200d\U0001f692",
        "السلام عليكم",
        " ",
        "plain words",
    ]
)
COPY = st.lists(FRAGMENTS | st.text(max_size=12), min_size=1, max_size=5).map("".join).filter(str.strip)


def _hostile(text: str, other: str) -> Report:
    story = document(other, (Role.HEADLINE, [other]), (Role.BODY, [text, other]), language=other)
    segment = story.segments[0].span
    whole = anchor(story, story.text[segment.start : segment.end])
    found = finding(
        whole,
        other,
        Category.GRAMMAR,
        Severity.MAJOR,
        other,
        "",
        rule=other,
        check=other,
        confidence=Confidence.LOW,
        why=other,
        evidence=(Evidence(other, text),),
    )
    return report(
        story, [found], reasons=(text,), skipped=(Skipped(other, text, other),), source=story, source_language=text
    )


@given(COPY, COPY)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_copy_shows_as_text_and_runs_nothing(text: str, other: str) -> None:
    html = render(_hostile(text, other))
    html.encode("utf-8")
    page = parse(html)
    _assert_harmless(page)
    assert len(page.find("script")) == 2
    (embedded,) = data(page)["findings"]
    assert (embedded["suggestions"], data(page)["rule"]) == ([other, ""], [other])
    assert page.find("title")[0].text == f"REVIEW: {visible(other)}"
    tokens = re.sub(r'<span class="code">(U\+[0-9A-F]+)</span>', r"[\1]", html)
    assert _settled(parse(tokens).by_id("S1").prose) == _settled(re.sub(r"<(U\+[0-9A-F]+)>", r"[\1]", visible(text)))


def _settled(text: str) -> str:
    """Without white space and joiners, which the page may set otherwise than the terminal."""
    return re.sub(r"\s|[\u200c\u200d]|\[U\+200[CD]\]", "", text)


def test_silenced_findings_are_listed_with_their_reason_and_marked_nowhere() -> None:
    page = parse(render(SILENCED))
    section = page.find("section", **{"class": "silenced"})[0]
    assert "“31 April”" in section.text or "31 April" in section.text
    assert "dismissed in the baseline: the agency's <date>; line 6" in " ".join(section.text.split())
    assert "date-impossible" not in data(page)["rule"]
