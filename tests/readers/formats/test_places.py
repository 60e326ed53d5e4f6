"""Whatever a text holds and however its format writes it, each character is told where it stands."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Callable
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import TypeAlias
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from auditor.model import Document, Place
from auditor.readers import read_all
from tests.readers.formats.writing import OPENING, WRITERS, Written, told

WORDS = (
    *("ferry", "Two", "12.5", "café", "e\u0301", "🚢", "\U00020bb7", "שלום", "\u202eabc\u202c", "\u200b"),
    *(
        "naïve\u00a0word",
        "“yes”",
        "it’s",
        "don't",
        '"',
        "'",
        "&",
        "&amp;",
        "<b>",
        "x<y",
        "]]>",
        "\\",
        "\\n",
        "%",
        "{x}",
    ),
    *("#", ";", ",", "—"),
)
"""What stands between two spaces: letters of one unit and of two, marks that join, two directions, what means more."""

_MARKS = {"IPTC 7901": "<&=^", "ANPA 1312": "<&=^'"}
"""What ends a line above the text, or is typed for something else."""

paragraphs = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=4)


@pytest.mark.parametrize("kind", WRITERS)
def test_every_character_is_where_its_place_says(kind: str) -> None:
    folder = Path(tempfile.mkdtemp())

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(paragraphs, st.integers(0, 1 << 30))
    def is_found(words: list[list[str]], seed: int) -> None:
        chance = Random(seed)
        texts = [OPENING, *(f"Part {n} {' '.join(each)}." for n, each in enumerate(words, 1))]
        texts = ["".join(c for c in each if c not in _MARKS.get(kind, "")) for each in texts]
        written = WRITERS[kind]([told(each) for each in texts], chance)
        path = folder / written.name
        path.write_bytes(written.data)
        (story,) = read_all(path).stories
        document = story.document
        found = [(c, *where(document, at, written.file)) for at, c in enumerate(document.text) if c.strip()]
        assert found == list(written.characters), written.data
        if kind in ELEMENTS:
            stand_in_their_elements(document, written, ELEMENTS[kind])

    is_found()


def where(document: Document, at: int, file: str) -> tuple[int, int]:
    """Return from where to where in ``file`` the character ``at`` of a story stands, by its line and column."""
    return offset(file, document.place(at)), offset(file, document.end(at + 1))


def offset(file: str, place: Place) -> int:
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", file))]
    return starts[place.line - 1] + place.column - 1


def stand_in_their_elements(document: Document, written: Written, called: Called) -> None:
    """Hold each character against what another reader finds in the element that its place names."""
    passed: dict[str, str] = {}
    for at, character in enumerate(document.text):
        place = document.place(at)
        if place.locator is not None:
            before = passed.setdefault(place.locator, "")
            in_one = document.run_at(at).end is not None and at > document.run_at(at).span.start
            assert in_one or place.offset == len(before)
            passed[place.locator] = before + character
    for locator, text in passed.items():
        assert bare(text) == bare(called(written, locator)), locator


def bare(text: str) -> str:
    return "".join(text.split())


Called: TypeAlias = "Callable[[Written, str], str]"
"""Takes a file and the name of one of its elements; returns the text that stands there."""

_HIDDEN = "not(ancestor::*[local-name()='delText' or local-name()='note' or local-name()='ph'])"


def by_path(written: Written, locator: str, part: str | None = None) -> str:
    data = written.data
    if part:
        with ZipFile(BytesIO(data)) as archive:
            data = archive.read(part)
    steps = re.sub(r"/([^/\[]+)", r"/*[local-name()='\1']", locator)
    (element,) = etree.fromstring(data).getroottree().xpath(steps)
    return "".join(element.xpath(f".//text()[{_HIDDEN}]"))


def by_pointer(written: Written, locator: str) -> str:
    value = json.loads(written.data)
    for step in locator.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step]
    return str(value)


def by_id(path: str) -> Called:
    def found(written: Written, locator: str) -> str:
        (element,) = etree.fromstring(written.data).xpath(path.format(locator))
        return "".join(element.xpath(f".//text()[{_HIDDEN}]"))

    return found


def in_page(called: Called) -> Called:
    """Return what finds the text that a browser shows of a page which ``called`` finds."""
    return lambda written, locator: _shown(called(written, locator))


def _shown(page: str) -> str:
    return html.fromstring(f"<div>{page}</div>").text_content().replace("\xad", "").replace("\x93", "“")


def in_row(written: Written, locator: str) -> str:
    rows = {row["id"]: row for row in csv.DictReader(StringIO(written.data.decode(), newline=""))}
    return rows[locator]["target"]


def in_line(written: Written, locator: str) -> str:
    (line,) = (each for each in map(json.loads, written.data.decode().split("\n")[:-1]) if str(each["id"]) == locator)
    return str(line["target"])


def in_cue(written: Written, locator: str) -> str:
    cues = dict(
        re.findall(r"^(\d+)\r\n[^\r]*-->[^\r]*\r\n(.*?)\r\n\r\n", written.data.decode(), re.MULTILINE | re.DOTALL)
    )
    return _shown(cues[locator.removeprefix("cue ")])


ELEMENTS: dict[str, Called] = {
    **dict.fromkeys(("NITF", "NewsML-G2", "NewsML-G2, plain", "NewsML 1", "Atom"), by_path),
    "RSS": lambda written, locator: (in_page(by_path) if "description" in locator else by_path)(written, locator),
    "ninjs": lambda written, locator: (in_page(by_pointer) if "body" in locator else by_pointer)(written, locator),
    "ninjs 3": by_pointer,
    "DOCX": partial(by_path, part="word/document.xml"),
    "ODT": partial(by_path, part="content.xml"),
    "XLIFF 1.2": by_id("//trans-unit[@id='{}']/target"),
    "XLIFF 2.1": by_id("//unit[@id='{}']/segment/target"),
    "TMX": by_id("//tu[@tuid='{}']/tuv[2]/seg"),
    "SubRip": in_cue,
    "CSV": in_row,
    "JSON lines": in_line,
}
"""How else the elements are found that a format has names for."""
