"""The whole report as JSON, by the shipped schema ``auditor/schema/report-1.schema.json``, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import resources
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from auditor.model import Anchor, Document, InputError, Report, Segment, Severity, Span, tool_version
from auditor.render.region import region
from auditor.render.tool import NAME
from auditor.text.visible import json_text

SCHEMA_VERSION = "1.6"
"""Major: fields changed or left; minor: fields were added."""

_PLACE = ("line", "column", "end_line", "end_column", "locator", "sentence")


def render(reports: Sequence[Report]) -> str:
    """Return ``reports`` as JSON text; lines and columns stand beside the offsets, in code points."""
    page = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": NAME, "version": tool_version()},
        "reports": [encode(report) for report in reports],
    }
    return json_text(page, indent=2) + "\n"


def load(text: str) -> tuple[Report, ...]:
    """Return the reports in JSON that ``render`` wrote; raises ``InputError`` for anything else."""
    try:
        page = json.loads(text)
        if str(page["schema_version"]).partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
            raise InputError(
                f"The report is of schema version {page['schema_version']}, not {SCHEMA_VERSION}; audit anew."
            )
        return tuple(_decode(Report, report) for report in page["reports"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise InputError(f"This is not a JSON report of auditor ({error}); write one with --json.") from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``render`` writes."""
    path = resources.files("auditor") / "schema" / "report-1.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def encode(report: Report) -> dict[str, Any]:
    """Return one report as plain values: objects, lists, text and numbers."""
    encoded: dict[str, Any] = _encode(report, report.document)
    return encoded


def _encode(value: Any, document: Document) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_encode(each, document) for each in value]
    return _encode_object(value, document) if is_dataclass(value) and not isinstance(value, type) else value


def _encode_object(value: Any, document: Document) -> dict[str, Any]:
    if isinstance(value, Document):
        document = value
    plain = {}
    kind: type = type(value)
    for name, hint in _hints(kind).items():
        held = getattr(value, name)
        by_severity = _by_severity(hint)
        plain[name] = {s.value: number for s, number in held} if by_severity else _encode(held, document)
    if isinstance(value, (Anchor, Segment)):
        plain |= _place(document, value.span)
    return plain


def _place(document: Document, span: Span) -> dict[str, Any]:
    there = region(document, span)
    segment = document.segment_at(span.start)
    values = (
        there.start.line,
        there.start.column,
        there.end.line,
        there.end.column,
        there.start.locator,
        segment.number if segment else None,
    )
    return dict(zip(_PLACE, values, strict=True))


def _decode(kind: Any, plain: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if plain is None else _decode(arguments[0], plain)
    if origin is tuple:
        return _decode_tuple(kind, arguments[0], plain)
    if isinstance(kind, type) and is_dataclass(kind):
        added = {field.name for field in fields(kind) if field.default is not MISSING}
        given = {name: hint for name, hint in _hints(kind).items() if name in plain or name not in added}
        return kind(**{name: _decode(hint, plain[name]) for name, hint in given.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if kind is float and type(plain) is int:
        return float(plain)
    if type(plain) is not kind:
        raise TypeError(f"{plain!r} is not {kind.__name__}")
    return plain


def _decode_tuple(kind: Any, item: Any, plain: Any) -> tuple[Any, ...]:
    if _by_severity(kind):
        number = get_args(item)[1]
        return tuple((Severity(name), _decode(number, value)) for name, value in plain.items())
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r} is not a list")
    return tuple(_decode(item, each) for each in plain)


def _by_severity(kind: Any) -> bool:
    """Tell whether ``kind`` is a tuple of pairs led by a severity, which JSON holds as an object."""
    item = next(iter(get_args(kind)), None)
    return get_origin(item) is tuple and get_args(item)[0] is Severity


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
