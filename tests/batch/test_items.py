"""What a line of a batch may hold, and what is said of one that cannot be used."""

from __future__ import annotations

import json

import pytest

from auditor.batch import Item, read_items
from auditor.model import Skipped


def read(*lines: bytes) -> tuple[list[Item], list[str]]:
    faults: list[str] = []
    return list(read_items(lines, faults.append)), faults


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_every_field_is_read() -> None:
    items, faults = read(
        line(id="a", target="Yes.", source="Oui.", source_lang="fr", reference="Indeed.", document="d", score=3)
    )
    assert items == [Item("a", "Yes.", "Oui.", "fr", "Indeed.", "d")]
    assert faults == []


def test_null_is_the_same_as_leaving_a_field_out() -> None:
    items, _ = read(line(id=1, target="Yes.", source=None, document=None))
    assert items == [Item(1, "Yes.")]


def test_a_byte_order_mark_and_blank_lines_are_passed_over() -> None:
    items, faults = read(b"\xef\xbb\xbf" + line(id=1, target="Yes."), b"\n", b"  \r\n", line(id=2, target="No."))
    assert [item.id for item in items] == [1, 2]
    assert faults == []


@pytest.mark.parametrize(
    ("broken", "said", "reason"),
    [
        (b'{"id": 1, "target": ', "not JSON", "cut short"),
        (b"[1, 2]\n", "no JSON object", "another kind of JSON"),
        (b'{"target": "Yes."}\n', "“id”", "nothing to call the result by"),
        (b'{"id": true, "target": "Yes."}\n', "“id”", "a truth value is no number"),
        (b'{"id": "", "target": "Yes."}\n', "“id”", "an empty name"),
        (b'{"id": 1}\n', "“target”", "nothing to audit"),
        (b'{"id": 1, "target": 5}\n', "“target”", "a number is no text"),
        (b'{"id": 1, "target": "Yes.", "source": ["Oui."]}\n', "“source”", "a list is no text"),
        (b'{"id": 1, "target": "\\ud83d"}\n', "half a character", "cannot be written as UTF-8"),
        (b'{"id": 1, "target": "caf\xe9"}\n', "not UTF-8", "another encoding"),
        (b'{"id": 1, "target": "\x00"}\n', "not JSON", "a null character as it stands"),
        (b'{"id": 1, "target": "Yes.", "score": ' + b"9" * 5000 + b"}", "thousands of digits", "Python reads no such"),
        (b'{"id": ' + b"9" * 5000 + b', "target": "Yes."}', "thousands of digits", "nor where it is an id"),
        (b'{"id": 1.5, "target": "Yes."}', "“id”", "half a number"),
        (b'{"id": NaN, "target": "Yes."}', "“id”", "no number"),
        (b'{"id": 1, "target": "Yes.", "document": {}}', "“document”", "an object is no name"),
        (b'{"id": 1, "target": "Yes.", "document": "\\udc80"}', "half a character", "in a name as well"),
        (b'{"id": 1, "target": ' + b'{"a":' * 100_000, "nested", "nor within an object"),
        (b"[" * 100_000, "nested", "an attack on the parser"),
        (b'{"id": ' + b"9" * 5_000 + b', "target": "Yes."}\n', "thousands of digits", "more than Python counts"),
        (b'{"id": 1, "target": "' + b"a" * 10_000_001 + b'"}\n', "larger than 10 MB", "too large for a story"),
        (line(id="first", target="Again."), "line 1 has the id 'first'", "an id twice"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(broken: bytes, said: str, reason: str) -> None:
    items, faults = read(line(id="first", target="Yes."), broken, line(id="last", target="No."))
    assert [item.id for item in items] == ["first", None, "last"], reason
    assert len(faults) == 1
    assert faults[0].startswith("Line 2 is left out: ")
    assert said in faults[0]
    assert items[1].fault == Skipped("all", faults[0], "Correct the line and begin anew with --restart.")


def test_a_broken_line_goes_with_the_story_before_it() -> None:
    items, _ = read(
        b"no\n",
        line(id=1, target="Yes.", document="d", source_lang="fr"),
        b"no\n",
        line(id=2, target="No.", document="e"),
        line(id=3, target="No."),
        b"no\n",
    )
    assert [(item.document, item.source_language) for item in items if item.fault] == [
        (None, None),
        ("d", "fr"),
        (None, None),
    ]


def test_of_an_id_without_end_a_message_shows_the_beginning() -> None:
    _, faults = read(line(id="x" * 100_000, target="Yes."), line(id="x" * 100_000, target="No."))
    assert "has the id 'xxx" in faults[0]
    assert len(faults[0]) < 200


def test_the_number_1_and_the_text_1_are_different_ids() -> None:
    items, faults = read(line(id=1, target="Yes."), line(id="1", target="No."))
    assert len(items) == 2
    assert faults == []
