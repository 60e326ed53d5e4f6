"""The whole comparison as JSON: the fields are those of ``auditor.model.Contest``, described in docs/compare.md."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from auditor.model import Contest, Score, tool_version
from auditor.render.tool import NAME
from auditor.text.visible import json_text

CONTEST_VERSION = "1.2"
"""Major: fields changed or left; minor: fields were added."""


def render(contest: Contest) -> str:
    """Return ``contest`` as JSON text; counts by severity or category are objects."""
    page = {
        "comparison_version": CONTEST_VERSION,
        "tool": {"name": NAME, "version": tool_version()},
        "comparison": _encode(contest),
    }
    return json_text(page, indent=2) + "\n"


def _encode(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_encode(each) for each in value]
    if not is_dataclass(value):
        return value
    return {field.name: _field(value, field.name) for field in fields(value)}


def _field(value: Any, name: str) -> Any:
    held = getattr(value, name)
    if name == "categories" or (isinstance(value, Score) and name in {"counts", "weights"}):
        return {kind.value: number for kind, number in held}
    return _encode(held)
