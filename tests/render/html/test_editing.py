"""The page as an editor, in a real browser and without a network: accept, edit, undo, take the story away."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from playwright.sync_api import Page, expect

from auditor.config import load_profile
from auditor.desk.original import original_of
from auditor.live.record import schema
from auditor.model import Category, Severity
from auditor.readers import read
from auditor.render.html import render
from auditor.scoring.quality import quality
from tests.render.html.files import HTML, NITF, PLAIN, SENTENCES, page, reported
from tests.render.html.samples import anchor, finding, report

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


def downloaded(window: Page, button: str) -> tuple[str, bytes]:
    with window.expect_download() as told:
        window.locator(button).click()
    return told.value.suggested_filename, Path(told.value.path()).read_bytes()


def corrected(data: bytes) -> bytes:
    """The file with what the tests below accept and edit."""
    return (
        data.replace(b"it which", b"which")
        .replace(b"12 million", b"21 million")
        .replace(b"end in May", b"last until May")
    )


def correct(window: Page) -> None:
    """Accept a suggestion by key and another by its button, and edit a sentence."""
    window.keyboard.press("j")
    window.keyboard.press("a")
    window.locator("#C2 [data-do=take]").first.click()
    window.locator("#S3 .num").click()
    window.keyboard.press("e")
    box = window.locator(".editor textarea")
    assert box.input_value() == SENTENCES[2]
    box.fill("She said the works would last until May.")
    window.keyboard.press("Control+Enter")


@pytest.mark.parametrize(
    ("name", "data"), [("story.txt", PLAIN), ("story.html", HTML), ("story.xml", NITF)], ids=["txt", "HTML", "NITF"]
)
def test_a_corrected_story_is_taken_away_in_its_own_format(
    window: Open, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    desk = window(page(path), accept_downloads=True)
    correct(desk)
    assert downloaded(desk, "#download") == (name, corrected(data))
    desk.locator("#reviewer").fill("Mara Lind")
    desk.locator("#cleared").check()
    called, record = downloaded(desk, "#record")
    told = json.loads(record)
    jsonschema.validate(told, schema())
    assert called == f"{name}.review.json"
    assert (told["reviewer"], told["cleared"]) == ("Mara Lind", True)
    assert told["before"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert told["after"]["sha256"] == hashlib.sha256(corrected(data)).hexdigest()
    assert [each["outcome"] for each in told["findings"]] == ["open", "accepted", "accepted", "open"]
    for _ in range(3):
        desk.locator("h1").click()
        desk.keyboard.press("u")
    assert downloaded(desk, "#download") == (name, data)


def test_score_verdict_and_lists_follow_what_is_accepted_and_dismissed(window: Open, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(PLAIN)
    desk = window(page(path))
    first, ahead = desk.locator(".first"), desk.locator("#ahead")
    assert ahead.inner_text() == "Two more and it passes."
    desk.get_by_role("link", name="it which").click()
    desk.keyboard.press("a")
    assert ahead.inner_text() == "One more and it passes."
    assert desk.locator(".outcome .word").inner_text() == "REVIEW"
    assert desk.locator(".count [data-of=critical]").inner_text() == "0"
    left = quality([5.0, 1.0, 1.0], reported(path).score.words, load_profile("wire"))
    assert left is not None
    assert desk.locator("#true-score").inner_text() == str(int(left.value))
    assert "“it which”" not in first.inner_text()
    assert desk.locator("#S1 .now").inner_text() == "which"
    assert not desk.locator("#S1 .was").is_visible()
    desk.keyboard.press("u")
    assert ahead.inner_text() == "Two more and it passes."
    assert "“it which”" in first.inner_text()
    desk.keyboard.press("U")
    desk.locator("#C2 [data-do=dismiss]").first.click()
    assert (ahead.inner_text(), desk.locator(".outcome .word").inner_text()) == ("It passes.", "PASS")
    desk.reload()
    assert ahead.inner_text() == "It passes."
    assert desk.locator("#S1 .now").inner_text() == "which"


def test_findings_of_an_edited_sentence_are_out_of_date_and_still_there(window: Open, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(PLAIN)
    desk = window(page(path))
    desk.locator("#C2 [data-do=edit]").first.click()
    box = desk.locator(".editor textarea")
    box.fill(box.input_value().replace("12 million", "two 😁 million"))
    desk.get_by_role("button", name="Done").click()
    notes = desk.locator("#C2 .note")
    assert notes.count() == 2
    assert all("Out of date: edited since" in text for text in notes.all_inner_texts())
    assert desk.locator("#C2 .take:visible").count() == 1, "the words of the other finding still stand"
    assert "2 findings out of date" in desk.locator("#standing").inner_text()
    assert "two 😁 million" in desk.locator("#S2").inner_text()
    desk.get_by_role("button", name="Edit the headline").click()
    desk.locator(".editor textarea").press("Escape")
    desk.keyboard.press("u")
    assert "Out of date" not in desk.locator("#C2").inner_text()


def test_what_cannot_be_written_into_the_file_is_said(window: Open, tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(HTML)
    desk = window(page(path), accept_downloads=True)
    desk.locator("#C1 .minor [data-do=take]").click()
    expect(desk.locator("#standing")).to_contain_text("1 change cannot be written into the file")
    assert downloaded(desk, "#download") == ("story.html", HTML)


def test_keys_start_where_the_reader_is_and_copy_says_which_story(window: Open, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(PLAIN)
    desk = window(page(path), viewport={"width": 390, "height": 300}, permissions=["clipboard-read", "clipboard-write"])
    desk.locator("#S2").evaluate("() => scrollTo({top: S1.getBoundingClientRect().bottom + 1, behavior: 'instant'})")
    desk.keyboard.press("j")
    assert "The source says 21." in desk.locator(".note.on").inner_text()
    desk.keyboard.press("c")
    expect(desk.locator("#status")).to_have_text("Note copied.")
    assert str(desk.evaluate("navigator.clipboard.readText()")).startswith(
        f"{path}, S2: “12 million” → “21 million” (number, major). The source says 21."
    )


def test_signs_that_are_shown_as_tokens_do_not_move_the_words_that_change(window: Open, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    odd = "The \u202eferry\u202c\tof the cafe\u0301 and the \u200btram 😀 it which left on Monday."
    path.write_bytes(f"Ferries are back\r\n\r\n{odd}\r\n".encode())
    story = read(path)
    found = finding(anchor(story, "it which"), "No English.", Category.GRAMMAR, Severity.MAJOR, "that")
    doubt = finding(anchor(story, "tram"), "rare", Category.UNIDIOMATIC, Severity.NEUTRAL)
    original = original_of(str(path), [story])
    assert original is not None
    told = dataclasses.replace(report(story, [found]), doubts=(doubt,))
    desk = window(render(told, editing=original.editing(load_profile("wire"))), accept_downloads=True)
    desk.locator("#C1 [data-do=take]").click()
    assert desk.locator("#S1 .was").text_content() == "it which"
    assert downloaded(desk, "#download")[1] == path.read_bytes().replace(b"it which", b"that")
    desk.locator("#filters summary").click()
    desk.locator("[name=doubts]").check()
    assert set(desk.evaluate("[...CSS.highlights.get('doubt')].map(String)")) == {"tram"}
    desk.locator("[name=doubts]").uncheck()
    assert desk.evaluate("CSS.highlights.get('doubt').size") == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_the_editor_has_no_violation_of_axe_and_no_target_too_small(window: Open, tmp_path: Path, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / "story.txt"
    path.write_bytes(PLAIN)
    desk = window(page(path), viewport={"width": width, "height": 900})
    correct(desk)
    desk.keyboard.press("e")
    desk.locator("#filters summary").click()
    targets = "button, select, summary, textarea, label, .kinds a, .count, h3 a, [type=search], [type=text]"
    boxes = [each.bounding_box() for each in desk.locator(targets).all() if each.is_visible()]
    assert [box for box in boxes if box and min(box["width"], box["height"]) < 24] == []
    desk.locator("#filters summary").click()
    results = Axe().run(
        desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert results.violations_count == 0, results.generate_report()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
