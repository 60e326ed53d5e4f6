"""One line of a batch: a segment or a story to audit, and what is given beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from auditor.files import LINES, MB
from auditor.model import InputError, Skipped

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SHOWN = 80
"""Characters of an id that a message shows."""


@dataclass(frozen=True, slots=True)
class Item:
    """A segment or a story, ``target``, and the ``id`` by which its result is known.

    ``source`` is what it translates, from ``source_language`` (a BCP 47 tag); ``reference`` a trusted translation.
    Neighbours with the same ``document`` are parts of one story. ``fault`` says why the line cannot be used: its result
    says so instead of an audit, under the id None.
    """

    id: str | int | None
    target: str
    source: str | None = None
    source_language: str | None = None
    reference: str | None = None
    document: str | int | None = None
    fault: Skipped | None = None

    @classmethod
    def of(cls, data: object) -> Item:
        """Return the item that ``data``, a JSON object, describes; fields that are not ours are passed over.

        Raises ``InputError`` for what is missing or of the wrong kind.
        """
        if not isinstance(data, Mapping):
            raise InputError("this is no JSON object; write {“id”: …, “target”: …}.")
        return cls(
            id=_name(data, "id"),
            target=_text(data, "target"),
            source=_optional(data, "source"),
            source_language=_optional(data, "source_lang"),
            reference=_optional(data, "reference"),
            document=None if data.get("document") is None else _name(data, "document"),
        )


def read_items(lines: Iterable[bytes], complain: Callable[[str], None]) -> Iterator[Item]:
    """Yield an item for each of the JSON ``lines`` in UTF-8, in order; blank lines are passed over.

    A line that is broken, or has the id of an earlier one, is told to ``complain`` in a sentence with its number
    (from 1) and gives an item with that fault. It parts no story: it goes with the lines before it.
    """
    numbers: dict[str | int | None, int] = {}
    story: tuple[str | int | None, str | None] = None, None
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(_BYTE_ORDER_MARK).strip() if number == 1 else line.strip()
        if not content:
            continue
        try:
            item = _item(content, numbers)
        except InputError as error:
            sentence = f"Line {number} is left out: {error}"
            complain(sentence)
            document, language = story
            fault = Skipped("all", sentence, "Correct the line and begin anew with --restart.")
            yield Item(None, "", document=document, source_language=language, fault=fault)
            continue
        numbers[item.id] = number
        story = item.document, item.source_language
        yield item


def _item(line: bytes, numbers: Mapping[str | int | None, int]) -> Item:
    """Return the item of a line; raises ``InputError`` for one that is broken or has an id with a number already."""
    item = Item.of(parsed(line))
    if item.id in numbers:
        raise InputError(f"line {numbers[item.id]} has the id {_short(item.id)} already; give each its own.")
    return item


def _short(name: object) -> str:
    shown = repr(name)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def parsed(line: bytes) -> object:
    """Return what the JSON ``line`` holds; raises ``InputError``, whose words end a sentence, where it is none."""
    try:
        if len(line) > LINES.most * MB:
            raise InputError(f"it is larger than {LINES.most} MB, too large for one story; split it.")
        return json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start + 1} is not UTF-8; convert the file.") from None
    except json.JSONDecodeError as error:
        raise InputError(f"column {error.colno} is not JSON ({error.msg}); correct it.") from None
    except ValueError:
        raise InputError("it holds a number of thousands of digits; write it as a text.") from None
    except RecursionError:
        raise InputError("it is nested too deeply; write {“id”: …, “target”: …}.") from None


def _name(data: Mapping[str, object], field: str) -> str | int:
    value = data.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value:
        return _whole(value, field)
    raise InputError(f"“{field}” must be a text or a whole number; give one.")


def _text(data: Mapping[str, object], field: str) -> str:
    value = data.get(field)
    if not isinstance(value, str):
        raise InputError(f"“{field}” must be a text; give one.")
    return _whole(value, field)


def _optional(data: Mapping[str, object], field: str) -> str | None:
    return None if data.get(field) is None else _text(data, field)


def _whole(text: str, field: str) -> str:
    """Return ``text`` if it can be written as UTF-8: JSON escapes may hold half a character."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(f"“{field}” holds half a character at {error.start}; mend the text.") from None
    return text
