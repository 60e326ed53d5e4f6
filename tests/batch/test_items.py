"""What a line of a batch may hold, and what is said of one that cannot be used."""

from __future__ import annotations

import json

import pytest

from auditor.batch import Item, read_items


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
        (b"[" * 100_000, "nested", "an attack on the parser"),
        (b'{"id": ' + b"9" * 5_000 + b', "target": "Yes."}\n', "thousands of digits", "more than Python counts"),
        (b'{"id": 1, "target": "' + b"a" * 10_000_001 + b'"}\n', "larger than 10 MB", "too large for a story"),
        (line(id="first", target="Again."), "line 1 has the id 'first'", "an id twice"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_the_rest_goes_on(broken: bytes, said: str, reason: str) -> None:
    items, faults = read(line(id="first", target="Yes."), broken, line(id="last", target="No."))
    assert [item.id for item in items] == ["first", "last"], reason
    assert len(faults) == 1
    assert faults[0].startswith("Line 2 is left out: ")
    assert said in faults[0]


def test_the_number_1_and_the_text_1_are_different_ids() -> None:
    items, faults = read(line(id=1, target="Yes."), line(id="1", target="No."))
    assert len(items) == 2
    assert faults == []
