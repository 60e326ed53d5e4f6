"""Where the page believes the words of a story to stand in its file."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.config import load_profile
from auditor.desk.original import original_of
from auditor.readers import read_all
from auditor.render.html.editing import stretches
from auditor.text.utf16 import Units
from tests.readers.formats.stories import FILES
from tests.render.html.files import HTML, NITF, PLAIN

EVERY = {**FILES, "a page": ("page.html", HTML), "NITF with entities": ("n.xml", NITF), "plain text": ("p.txt", PLAIN)}


def units(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("kind", sorted(EVERY))
def test_the_words_of_a_stretch_stand_in_the_file_just_so(tmp_path: Path, kind: str) -> None:
    name, data = EVERY[kind]
    path = tmp_path / name
    path.write_bytes(data)
    story = read_all(path).stories[0].document
    original = original_of(str(path), [story])
    assert original is not None
    editing = original.editing(load_profile("wire"))
    if editing.text is None:
        assert original.format.amend or original.written.encoding != "utf-8"
        return
    found = list(stretches(story, editing.text))
    for start, end, there in found:
        assert units(story.text, start, end) == units(editing.text, there, there + end - start)
    assert found == sorted(found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_plain_text_is_one_stretch_whatever_ends_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(PLAIN)
    story = read_all(path).stories[0].document
    assert list(stretches(story, story.text)) == [(0, len(story.text) + 1, 0)], "one sign has two units"


@given(st.text(alphabet="aé😀\n𝒳", max_size=30))
def test_units_go_there_and_back(text: str) -> None:
    of = Units(text)
    for point in range(len(text) + 1):
        assert of.of(point) == len(text[:point].encode("utf-16-le")) // 2
        assert of.point(of.of(point)) == point
