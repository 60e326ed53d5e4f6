"""HTML files on disk: read by their suffix or first bytes, in any encoding, or refused in one sentence."""

from __future__ import annotations

import io
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from auditor.model import InputError
from auditor.readers import find_stories, read
from auditor.render.html import render, render_index
from tests.readers.html.pages import EXPORT, SAVED
from tests.render.samples import REPORT

SENTENCE = "The café’s owner left – for good."
CYRILLIC = "Спасатели достигли затопленной долины в понедельник."


def write(folder: Path, data: bytes, name: str = "story.html") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("head", "sentence", "encoding", "reason"),
    [
        ("", SENTENCE, "utf-8", "UTF-8 needs no label"),
        ("", SENTENCE, "utf-8-sig", "nor with a byte order mark"),
        ("", SENTENCE, "utf-16", "a mark tells UTF-16"),
        ("", SENTENCE, "cp1252", "Western text is guessed as in plain text"),
        ('<meta charset="windows-1251">', CYRILLIC, "cp1251", "meta charset"),
        ("<META CHARSET=KOI8-R />", CYRILLIC, "koi8-r", "in capitals, without quotes"),
        (
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-5'>",
            CYRILLIC,
            "iso8859-5",
            "as of HTTP",
        ),
        ('<?xml version="1.0" encoding="windows-1251"?>', CYRILLIC, "cp1251", "an XML declaration"),
        ('<meta charset="iso-8859-1">', SENTENCE, "cp1252", "Latin-1 means Windows-1252 on the web"),
        ('<meta charset="iso-8859-1">', SENTENCE, "utf-8", "what is UTF-8 is UTF-8, whatever it says"),
        ('<meta charset="utf-8">', SENTENCE, "cp1252", "a wrong label is no reason to refuse"),
        ('<meta charset="rot13">', SENTENCE, "cp1252", "nor is one that is no encoding of text"),
        ('<meta charset="no such">', SENTENCE, "cp1252", "nor one that nobody knows"),
        ('<meta charset="unicode_escape">', SENTENCE, "cp1252", "nor one of Python's own"),
    ],
)
def test_the_encoding_is_told_by_mark_and_label(
    tmp_path: Path, head: str, sentence: str, encoding: str, reason: str
) -> None:
    path = write(tmp_path, f"{head}<p>{sentence}</p>".encode(encoding))
    assert read(path).text == sentence, reason


@pytest.mark.parametrize("start", ["<!DOCTYPE html>\n", "\n <html>", "<!-- from the wire -->", "<h1>One</h1>", "<p>"])
def test_html_is_known_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    given = f"{start}He left.<br><br>She stayed.".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    document = read("-")
    assert document.text.endswith("He left.\n\nShe stayed.")


def test_a_fragment_of_html_is_known_whatever_it_is_called_and_a_bracket_is_none(tmp_path: Path) -> None:
    assert read(write(tmp_path, b"<p>He left.</p>", "story.txt")).text == "He left."
    assert read(write(tmp_path, b"<Wire> He left.", "story")).text == "<Wire> He left."


@pytest.mark.parametrize("name", ["a.html", "a.HTM"])
def test_html_is_known_by_its_suffix(tmp_path: Path, name: str) -> None:
    assert read(write(tmp_path, b"He <b>left</b>.", name)).text == "He left."


@pytest.mark.parametrize(
    ("page", "said", "reason"),
    [
        ("", "is empty", "an empty file"),
        (" \n ", "is empty", "white space alone"),
        ("<html><body></body></html>", "shows no text", "an empty page"),
        ("<script>document.write('<p>He left.</p>')</script><noscript>Allow scripts.</noscript>", "no text", "scripts"),
        ("<h1>Ferry strike ends</h1>", "shows no text", "a heading alone"),
        ("<p>He left\0.</p>", "control characters", "a NUL byte"),
        ("<div>" * 100_000 + "He left.", "more than 10,000 elements", "elements without end"),
        ("<!-- <p>He left.</p>", "shows no text", "a comment without end"),
        ("<p title='He left.", "shows no text", "a tag without end"),
        ("<p>\x1b[31mHe left.</p>", "control characters", "an escape sequence"),
    ],
)
def test_what_shows_no_story_is_refused(tmp_path: Path, page: str, said: str, reason: str) -> None:
    path = write(tmp_path, page.encode())
    with pytest.raises(InputError) as refusal:
        read(path)
    assert said in str(refusal.value), reason
    assert str(path) in str(refusal.value)


def test_control_characters_in_a_script_do_not_matter(tmp_path: Path) -> None:
    assert read(write(tmp_path, b"<script>/[\x01-\x1f]/</script><p>He left.")).text == "He left."


HOSTILE = {
    "brackets": "<",
    "tags without end": "<a ",
    "quotes without end": '<a b="',
    "comments without end": "<!--",
    "declarations": "<!x>",
    "signs": "&#",
    "names": "&a",
    "numbers": "&#9",
    "titles": "<title>",
    "equals signs": "<a =",
    "loose end tags": "</i></div>",
    "inline elements": "<b>",
    "elements within each other": "<i><div></i>",
    "paragraphs": "<p>",
    "line breaks": "<br>",
    "articles": "<article></article>",
    "links": "<a href=x>",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_time_to_read_grows_with_the_size_alone(tmp_path: Path, unit: str) -> None:
    """Four times the page takes four times as long; squared growth would take sixteen."""
    seconds = []
    for size in (100_000, 400_000):
        path = write(tmp_path, (unit * (size // len(unit))).encode())
        started = time.process_time()
        with suppress(InputError):
            read(path)
        seconds.append(time.process_time() - started)
    assert seconds[1] < 9 * max(seconds[0], 0.02)


def test_pages_that_auditor_wrote_are_no_stories(tmp_path: Path) -> None:
    story = write(tmp_path, EXPORT.encode())
    saved = write(tmp_path, SAVED.encode(), "saved.htm")
    review = write(tmp_path, render(REPORT).encode(), "review.html")
    index = write(tmp_path, render_index([REPORT], ["a.html"], {}).encode(), "index.html")
    assert find_stories([tmp_path]) == (saved, story)
    for page in (review, index):
        with pytest.raises(InputError, match="is a review page that auditor wrote, not a story"):
            read(page)


def test_a_folder_of_review_pages_holds_no_story(tmp_path: Path) -> None:
    write(tmp_path, render(REPORT).encode(), "review.html")
    with pytest.raises(InputError, match=r"holds no story; a story's name ends in \.txt, \.html"):
        find_stories([tmp_path])
