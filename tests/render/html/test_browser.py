"""The review page in a real browser, driven as an editor would."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from auditor.model import Category, Role, Severity
from auditor.render.html import render, render_index
from tests.render.html.samples import anchor, clean, document, earlier, finding, harbour, huge, report

pytestmark = pytest.mark.browser

Open = Callable[..., Page]

REPORT = harbour()
STORY = render(REPORT)
KEY = {f.rule: f"f-{f.fingerprint}" for f in REPORT.findings}
BIRTHDAY = KEY["pronouns/person-for-thing"]
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied') }})"


PAST = [
    earlier("2026-03-01", **{REPORT.document.name: 12.0, "a.txt": 91.0, "b.txt": 64.0, "c.txt": 77.5}),
    earlier("2026-03-02", **{"d.txt": 83.0, "e.txt": 55.0, "f.txt": None}),
    earlier("2026-03-03", **{REPORT.document.name: 19.0, "g.txt": 88.0}),
]
INDEX = render_index([clean(), REPORT], ["clean.html", "harbour.html"], PAST)


def _selected(page: Page) -> str:
    return str(page.evaluate("document.querySelector('.note.on')?.id ?? ''"))


def _hash(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def _shown(page: Page) -> list[str]:
    return [
        str(i) for i in page.evaluate("[...document.querySelectorAll('.note')].filter(n => !n.hidden).map(n => n.id)")
    ]


def _status(page: Page) -> str:
    return page.locator("#status").inner_text()


# keys


def test_j_and_k_walk_the_findings_in_reading_order(window: Open) -> None:
    page = window(STORY)
    walked = []
    for key in ("j", "j", "k", "k"):
        page.keyboard.press(key)
        walked.append(_selected(page))
    first, second = KEY["order/time-before-object"], KEY["terms/construction-site"]
    assert walked == [first, second, first, first]
    assert page.evaluate("document.activeElement.id") == first


def test_n_and_p_walk_the_sentences(window: Open) -> None:
    page = window(STORY)
    for key in ("n", "n", "n", "p"):
        page.keyboard.press(key)
    assert _hash(page) == "#S2"
    assert page.locator("#S2.on").count() == 1


def test_digits_switch_severities(window: Open) -> None:
    page = window(STORY)
    for key in ("2", "3", "4"):
        page.keyboard.press(key)
    assert len(_shown(page)) == 3
    page.keyboard.press("1")
    assert _shown(page) == []
    page.keyboard.press("3")
    assert len(_shown(page)) == 3


def test_s_hides_source_and_reference(window: Open) -> None:
    page = window(STORY)
    source = page.locator("#C2 .source")
    assert source.is_visible()
    page.keyboard.press("s")
    assert not source.is_visible()
    page.keyboard.press("s")
    assert source.is_visible()


def test_slash_searches_and_keys_are_letters_while_typing(window: Open) -> None:
    page = window(STORY)
    page.keyboard.press("/")
    page.keyboard.type("birthday x j")
    assert page.locator("[name=text]").input_value() == "birthday x j"
    assert _selected(page) == ""
    assert page.locator("#tally").inner_text() == "No decisions yet."
    page.locator("[name=text]").fill("birthday")
    assert set(_shown(page)) >= {BIRTHDAY}
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert _selected(page) != ""


def test_question_mark_opens_help_and_keys_can_be_switched_off(window: Open) -> None:
    page = window(STORY)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("j")
    assert _selected(page) == ""
    page.reload()
    page.keyboard.press("j")
    assert _selected(page) == ""


def test_everything_can_be_reached_with_the_tab_key(window: Open) -> None:
    page = window(STORY)
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('.note')?.id ?? document.activeElement.id"))
    assert set(KEY.values()) | {"theme", "help-open", "export", "import"} <= reached


# addresses


def test_an_address_of_a_finding_opens_there(window: Open) -> None:
    page = window(STORY, BIRTHDAY)
    assert _selected(page) == BIRTHDAY
    assert page.locator(f"#{BIRTHDAY}").is_visible()
    expect(page.locator("#S6")).to_be_in_viewport()


def test_an_address_of_a_sentence_opens_there_also_where_nothing_is_wrong(window: Open) -> None:
    page = window(STORY, "S8")
    assert page.locator("#S8.on").count() == 1
    assert "Un second tronçon" in page.locator("#C8").inner_text()


def test_filters_live_in_the_address(window: Open) -> None:
    page = window(STORY, "severity=critical&category=fluency%2Fagreement")
    assert _shown(page) == [BIRTHDAY]
    page.keyboard.press("j")
    assert _hash(page) == f"#{BIRTHDAY}&severity=critical&category=fluency%2Fagreement"
    page.reload()
    assert _shown(page) == [BIRTHDAY]
    assert _selected(page) == BIRTHDAY


def test_a_link_to_a_finding_that_the_filters_hide_shows_it(window: Open) -> None:
    page = window(STORY, f"{BIRTHDAY}&severity=minor")
    assert _selected(page) == BIRTHDAY
    assert len(_shown(page)) == len(REPORT.findings)


@pytest.mark.parametrize("address", ["f-gone", "S99", "&&=", "%E0%A4%A", "severity=none", "sentence=x"])
def test_an_address_that_means_nothing_does_no_harm(window: Open, address: str) -> None:
    page = window(STORY, address)
    page.keyboard.press("j")
    assert page.locator("h1").is_visible()


def test_a_marked_word_leads_to_its_note(window: Open) -> None:
    page = window(STORY)
    page.get_by_role("link", name="his 150th birthday").first.click()
    assert _selected(page) == BIRTHDAY


def test_pointing_at_words_lights_their_note_and_back(window: Open) -> None:
    page = window(STORY)
    page.get_by_role("link", name="his 150th birthday").first.hover()
    assert page.evaluate("[...document.querySelectorAll('.note.near')].map(n => n.id)") == [BIRTHDAY]
    page.locator(f"#{KEY['consistency/two-names']}").hover()
    assert page.locator(".prose .m.near").all_inner_texts() == ["Port Authority\n[major]", "Harbor Authority\n[major]"]


def test_words_their_note_and_the_source_for_them_light_each_other(window: Open) -> None:
    page = window(STORY)
    lit = lambda: page.locator(".quoted.near, .quoted.on").all_inner_texts()  # noqa: E731
    relative = page.get_by_role("link", name="which last winter lost").first
    relative.hover()
    assert lit() == ["qui avait perdu l'hiver dernier"]
    page.locator("h1").hover()
    assert lit() == []
    relative.focus()
    assert lit() == ["qui avait perdu l'hiver dernier"]
    place = lambda: page.locator("#C2").evaluate("card => [card.offsetTop, card.offsetHeight]")  # noqa: E731
    before = place()
    page.locator("#C2 .quoted").hover()
    assert page.locator(".note.near").count() == 1
    assert page.locator(".prose .m.near").count() == 2
    assert place() == before
    page.goto(page.url.partition("#")[0] + "#" + KEY["pronouns/stray-before-relative"])
    page.locator("h1").hover()
    assert lit() == ["qui avait perdu l'hiver dernier"]


# filters


def test_filters_recount_while_the_storys_score_stays(window: Open) -> None:
    page = window(STORY)
    page.locator(".sevs .minor").click()
    page.locator(".sevs .neutral").click()
    assert _status(page) == "7 of 11 findings shown, 95 of 98 penalty points. The story’s score stays 24."
    assert page.locator("#true-score").inner_text() == "24"
    page.locator("#filters summary").click()
    page.locator("[name=source]").check()
    assert [page.locator(f"[data-count={s}]").inner_text() for s in ("critical", "major", "minor", "neutral")] == [
        "2", "1", "1", "0",
    ]  # fmt: skip
    page.locator("#reset").click()
    assert _status(page) == "All 11 findings shown."
    assert _hash(page) == ""


def test_each_choice_in_a_menu_says_what_it_would_show(window: Open) -> None:
    page = window(STORY)
    offered = lambda field: page.locator(f"[name={field}] option").evaluate_all("all => all.map(o => o.label)")  # noqa: E731
    agreement = lambda: next(label for label in offered("category") if label.startswith("agreement"))  # noqa: E731
    assert (offered("check")[:3], agreement()) == (["any", "pronouns (2)", "grammar (3)"], "agreement (1)")
    page.locator("#filters summary").click()
    page.locator("[name=check]").select_option("grammar")
    assert (offered("check")[:3], agreement()) == (["any", "pronouns (2)", "grammar (3)"], "agreement (0)")
    page.locator(".sevs .critical").click()
    assert (offered("check")[:3], agreement()) == (["any", "pronouns (0)", "grammar (2)"], "agreement (0)")


@pytest.mark.parametrize(
    ("field", "value", "rules"),
    [
        ("rule", "order/time-before-object", {"order/time-before-object"}),
        ("check", "pronouns", {"pronouns/stray-before-relative", "pronouns/person-for-thing"}),
        ("category", "fluency/punctuation", {"grammar/sentence-cut-in-two"}),
        ("sentence", "6", {"consistency/two-names", "pronouns/person-for-thing", "grammar/preposition-before-verb"}),
    ],
)
def test_a_filter_shows_what_fits_and_no_more(window: Open, field: str, value: str, rules: set[str]) -> None:
    page = window(STORY, f"{field}={value}")
    by_id = {f"f-{f.fingerprint}": f.rule for f in REPORT.findings}
    assert {by_id[note] for note in _shown(page)} == rules
    assert page.locator(".prose .m:not(.off):not(.neutral)").count() >= 1


def test_a_mark_under_two_findings_takes_the_worst_one_shown(window: Open) -> None:
    page = window(STORY)
    both = page.locator(".prose .m", has_text="which last winter lost").first
    assert "critical" in str(both.get_attribute("class"))
    page.keyboard.press("1")
    assert "major" in str(both.get_attribute("class"))
    page.keyboard.press("2")
    assert "off" in str(both.get_attribute("class"))


# notes, decisions


def test_c_copies_a_note_as_text_and_shift_c_as_markdown(window: Open) -> None:
    page = window(STORY, BIRTHDAY, permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("c")
    expect(page.locator("#status")).to_have_text("Note copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "harbour-tram.en.txt, S6: “his 150th birthday” → “its 150th anniversary” (agreement, critical). "
        "An organisation is “it”, and has an anniversary, not a birthday."
    )
    page.keyboard.press("C")
    expect(page.locator("#status")).to_have_text("Markdown copied.")
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("- **S6** (agreement, critical): “his")
    page.locator(f"#{BIRTHDAY} [data-do=link]").click()
    expect(page.locator("#status")).to_have_text("Link copied.")
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith(f"page0.html#{BIRTHDAY}")


def _export(page: Page, folder: Path) -> dict[str, Any]:
    with page.expect_download() as download:
        page.locator("#export").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return dict(json.loads(file.read_text(encoding="utf-8")))


def test_decisions_are_exported_as_the_baseline_that_the_command_reads(window: Open, tmp_path: Path) -> None:
    page = window(STORY, BIRTHDAY)
    page.keyboard.press("x")
    page.locator(f"#{BIRTHDAY} .remark input").fill("the wire says so")
    page.keyboard.press("Tab")
    page.locator(f"#{KEY['terms/construction-site']} [data-do=later]").click()
    page.locator(f"#{KEY['order/time-before-object']} [data-do=accept]").click()
    page.locator(f"#{KEY['order/time-before-object']} [data-do=accept]").click()
    assert page.locator("#tally").inner_text() == "1 dismissed, 1 for later."
    assert _export(page, tmp_path) == {
        "schema": "auditor-baseline-1",
        "entries": sorted(
            [
                {
                    "fingerprint": BIRTHDAY.removeprefix("f-"),
                    "rule": "pronouns/person-for-thing",
                    "decision": "dismiss",
                    "text": "his 150th birthday",
                    "note": "the wire says so",
                    "story": REPORT.document.name,
                },
                {
                    "fingerprint": KEY["terms/construction-site"].removeprefix("f-"),
                    "rule": "terms/construction-site",
                    "decision": "later",
                    "text": "at the end of a construction site",
                    "note": "",
                    "story": REPORT.document.name,
                },
            ],
            key=lambda entry: entry["fingerprint"],
        ),
    }


def test_exported_decisions_can_be_imported_where_nothing_can_be_stored(window: Open, tmp_path: Path) -> None:
    first = window(STORY, BIRTHDAY, before=NO_STORAGE)
    first.keyboard.press("x")
    exported = _export(first, tmp_path)
    file = tmp_path / "auditor-baseline.json"
    second = window(STORY, before=NO_STORAGE)
    assert second.locator("#tally").inner_text() == "No decisions yet."
    second.locator("#import").set_input_files(file)
    expect(second.locator("#tally")).to_have_text("1 dismissed.")
    assert second.locator(f"#{BIRTHDAY}.dismiss").count() == 1
    assert _export(second, tmp_path) == exported
    second.locator("#import").set_input_files({"name": "no.json", "mimeType": "", "buffer": b"[]"})
    expect(second.locator("#status")).to_contain_text("no.json holds no exported decisions")


def test_decisions_outlive_a_reload_and_can_be_filtered(window: Open) -> None:
    page = window(STORY, BIRTHDAY)
    page.keyboard.press("o")
    page.reload()
    assert page.locator("#tally").inner_text() == "1 left as it is."
    assert page.locator(".prose .m.settled").all_inner_texts() == ["his 150th birthday\n[critical]"]
    page.locator("#filters summary").click()
    page.locator("[name=decision]").select_option("accept")
    assert _shown(page) == [BIRTHDAY]
    page.locator("[name=decision]").select_option("open")
    assert BIRTHDAY not in _shown(page)


# looks


def test_the_theme_follows_the_system_until_the_reader_chooses(window: Open) -> None:
    page = window(STORY, color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).color")
    page.get_by_role("button", name="Light").click()
    light = page.evaluate("getComputedStyle(document.body).color")
    assert dark != light
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).color") == light


def test_views_change_what_is_beside_what(window: Open) -> None:
    page = window(STORY)
    page.get_by_text("Side by side").click()
    assert not page.locator(".prose").is_visible()
    boxes = [page.locator(f"#C1 {part}").bounding_box() for part in (".target", ".source", ".reference")]
    assert all(box is not None for box in boxes)
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(set(lefts))


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_scrolls_sideways(window: Open, width: int) -> None:
    for html in (STORY, INDEX):
        page = window(html, viewport={"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_of_ten_thousand_letters_breaks_nothing(window: Open) -> None:
    story = document("long-word.txt", (Role.HEADLINE, ["y" * 300]), (Role.BODY, ["x" * 10_000 + " end."]))
    found = finding(anchor(story, "x" * 10_000), "too long", Category.SPELLING, Severity.MAJOR)
    page = window(render(report(story, [found])), viewport={"width": 390, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_print_shows_what_is_wrong_and_what_to_write_and_leaves_the_rest_on_the_screen(window: Open) -> None:
    page = window(STORY)
    page.emulate_media(media="print")
    for hidden in ("#filters", ".actions >> nth=0", "#theme", "#decisions", f"#{BIRTHDAY} .more", "#C2 .target"):
        assert not page.locator(hidden).is_visible(), hidden
    for printed in (f"#{BIRTHDAY} .try >> nth=0", "#C2 .source", "#C2 .reference", ".note .sev >> nth=0"):
        assert page.locator(printed).is_visible(), printed
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf


def test_a_bad_story_of_seven_hundred_words_prints_on_four_sheets(window: Open) -> None:
    sentence = (
        "The council of the port {n} has voted the budget, it which had been refused, and will meet in its hall again "
    )
    story = document(
        "port.txt", *((Role.BODY, [f"{sentence.format(n=n)}before the end of the month."]) for n in range(25))
    )
    said = "This stands where English has something else; put the owner first, or say what the council did."
    found = [
        finding(
            anchor(story, words, n), said, Category.GRAMMAR, Severity.MAJOR, f"rather {words}", rule=f"rule/{words}"
        )
        for n in range(25)
        for words in ("has voted the budget", "it which")
    ]
    assert sum(len(segment.span.of(story.text).split()) for segment in story.segments) > 650
    pdf = window(render(report(story, found))).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 4


def test_without_scripts_the_page_is_whole_and_has_no_dead_controls(window: Open) -> None:
    page = window(STORY, java_script_enabled=False)
    assert page.get_by_text("3 critical errors; none is allowed").is_visible()
    for note in KEY.values():
        assert page.locator(f"#{note}").is_visible()
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    page.get_by_role("link", name="his 150th birthday").first.click()
    assert page.url.endswith(f"#{BIRTHDAY}")


def test_forced_colours_keep_the_line_styles(window: Open) -> None:
    page = window(STORY, forced_colors="active", reduced_motion="reduce")
    styles = [
        page.locator(f".prose .m.{severity}").first.evaluate("e => getComputedStyle(e).textDecorationStyle")
        for severity in ("critical", "major", "minor")
    ]
    assert styles == ["double", "wavy", "dotted"]


@pytest.mark.parametrize(
    ("state", "scheme"),
    [(state, "light") for state in ("busy", "side", "phone", "index", "past")]
    + [("busy", "dark"), ("index", "dark"), ("past", "dark")],
)
def test_axe_finds_no_violation(window: Open, state: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    html = {"index": INDEX, "past": render(REPORT, earlier=PAST)}.get(state, STORY)
    width = 390 if state == "phone" else 1366
    page = window(html, color_scheme=scheme, viewport={"width": width, "height": 800})
    if state == "busy":
        page.locator("#filters summary").click()
        for summary in page.locator(".more summary").all():
            summary.click()
        page.keyboard.press("j")
        page.keyboard.press("x")
        page.keyboard.press("3")
    if state == "side":
        page.get_by_text("Side by side").click()
    results = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert results.violations_count == 0, results.generate_report()


# copy that means harm; copy without end


HOSTILE = (
    "</script><script>document.title = 'run'; alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; is text, \u202eand this is not reversed\u202c",
    "“It's \"quoted\" 'twice' <!-- and left open”",
)


def test_hostile_copy_is_read_and_not_run(window: Open, tmp_path: Path) -> None:
    story = document("</title><script>alert(2)</script>.txt", (Role.HEADLINE, [HOSTILE[0]]), (Role.BODY, list(HOSTILE)))
    findings = [
        finding(anchor(story, text, n == 0), text, Category.MARKUP, Severity.MAJOR, text, rule=f"hostile/{n}", why=text)
        for n, text in enumerate(HOSTILE)
    ]
    page = window(render(report(story, findings)))
    assert page.title().startswith("REVIEW: </script>")
    assert page.locator("h1").inner_text() == HOSTILE[0]
    assert page.locator("#S2").inner_text().startswith("2<img src=x onerror=alert(1)>")
    assert "U+202E" in page.locator("#S3").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert _export(page, tmp_path)["entries"][0]["text"] == HOSTILE[0]


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "with source and reference"])
def test_five_thousand_sentences_are_usable_within_two_seconds(window: Open, beside: bool) -> None:
    html = render(huge(5000, beside=beside))
    seconds = [float("inf")]
    for _ in range(6):  # the best of six: the machine is busy with the rest of the suite
        if min(seconds) < 2.0:
            break
        page = window(html)
        page.keyboard.press("j")
        assert _selected(page) != ""
        page.keyboard.press("1")
        assert "1875 of 2500 findings shown" in _status(page)
        seconds.append(_worked(page))
    assert min(seconds) < 2.0


def _worked(page: Page) -> float:
    """The seconds of processor time that the page took: waiting for other programs is no fault of its own."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "ThreadTime")


def test_the_cards_of_a_vast_story_show_their_sentence_too(window: Open) -> None:
    page = window(render(huge(2002, beside=True)))
    page.locator("[name=view][value=side] + span").click()
    target = page.locator("#C3 .target")
    filled = re.compile("^The council of district 2 has voted the budget, it which had been refused")
    expect(target).to_have_text(filled)  # a busy machine draws the card a moment later
    expect(target.locator(".m.major")).to_have_count(1)
    page.keyboard.press("2")
    expect(target.locator(".m.major")).to_have_count(0)


# the index


def test_the_index_sorts_by_any_heading(window: Open) -> None:
    page = window(INDEX)
    names = lambda: page.locator("tbody th a").all_inner_texts()  # noqa: E731
    worst_first = [REPORT.document.headline(), clean().document.headline()]
    assert names() == worst_first
    page.get_by_role("button", name="Quality").click()
    assert names() == worst_first[::-1]
    assert page.locator("th", has_text="Quality").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Quality").click()
    assert names() == worst_first
    page.get_by_role("button", name="Story").click()
    assert names() == sorted(filter(None, worst_first))


def test_the_index_fits_on_paper_with_what_did_not_run(window: Open) -> None:
    page = window(INDEX, viewport={"width": 673, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    box = page.get_by_role("cell", name="languagetool, glossary").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 673
