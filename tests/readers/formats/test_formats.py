"""The same story in every format: the same headline, the same text, and each character in its place."""

from __future__ import annotations

import html
import quopri
import re
from pathlib import Path

import pytest

from auditor.model import Document, Role, Span
from auditor.readers import read_all
from auditor.readers.formats import format_of
from tests.readers.formats.stories import BYLINE, FILES, HEADLINE, PARAGRAPHS
from tests.readers.html.test_places import cut

UNNAMED = {"IPTC 7901", "ANPA 1312", "Markdown", "message"}
"""Formats whose elements have no names; line and column tell the place."""

TYPED = {"“": "``", "”": "''"}


def one(tmp_path: Path, name: str, data: bytes) -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    (story,) = read_all(path).stories
    return story.document


@pytest.mark.parametrize("kind", FILES)
def test_a_story_is_read_whole(tmp_path: Path, kind: str) -> None:
    document = one(tmp_path, *FILES[kind])
    assert document.metadata is not None
    assert document.metadata.format == kind
    assert document.headline() == HEADLINE
    paragraphs = {}
    for segment in document.segments:
        paragraphs.setdefault(segment.paragraph, []).append(segment.span.of(document.text))
    assert [" ".join(each) for each in paragraphs.values()] == [
        PARAGRAPHS[0].removeprefix("PORT ALDER (dpa) - "),
        *PARAGRAPHS[1:],
    ]
    assert [b.span.of(document.text) for b in document.blocks if b.role is Role.BYLINE] == [BYLINE]
    assert "PORT ALDER (dpa) -" in [b.span.of(document.text) for b in document.blocks if b.role is Role.DATELINE]


@pytest.mark.parametrize("kind", FILES)
def test_every_character_of_the_text_is_where_its_place_says(tmp_path: Path, kind: str) -> None:
    name, data = FILES[kind]
    document = one(tmp_path, name, data)
    file = format_of(name, data).decode(name, data).text
    for segment in document.segments:
        assert document.place(segment.span.start).locator or kind in UNNAMED
        for offset in range(segment.span.start, segment.span.end):
            character = document.text[offset]
            written = cut(file, document.place(offset), document.end(Span(offset, offset + 1).end))
            assert (character == " " and not written.strip()) or character in shown(written), (
                offset,
                character,
                written,
            )


def shown(written: str) -> set[str]:
    """Return what a stretch of a file may stand for."""
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), written)
    once = html.unescape(plain)
    typed = next((mark for mark, as_typed in TYPED.items() if as_typed == written), "")
    escaped = written.removeprefix("\\")
    quoted = quopri.decodestring(written.encode()).decode("utf-8", "replace")
    return {plain, once, html.unescape(once), typed, escaped, quoted}
