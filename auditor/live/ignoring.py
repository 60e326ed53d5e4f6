"""How a rule is kept silent from within an editor: a line in the story, or a word in the desk's settings."""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePath
from typing import Any

from auditor.model import Document, Role, Span

_PLAIN = (".txt", "")
"""Suffixes of files in which a line of its own is a paragraph, and so may be a directive."""

_SECTION = "[tool.auditor]"


def directive(document: Document, span: Span, rule: str) -> tuple[int, str] | None:
    """Return the line (1-based) before which a directive for the paragraph of ``span`` is to stand, and its text.

    None where the format of the file has no such line.
    """
    if document.metadata is not None or PurePath(document.name).suffix.lower() not in _PLAIN:
        return None
    blocks = [block for block in document.blocks if block.role is Role.BODY and block.span.covers(span)]
    if not blocks:
        return None
    line = document.place(blocks[0].span.start).line
    starts = [block for block in document.blocks if document.place(block.span.start).line == line]
    if starts[0] is not blocks[0]:  # a dateline stands before it on its line
        line = document.place(starts[0].span.start).line
    return line, f"[auditor: ignore {rule}]\n"


def disabled(settings: str, rule: str, *, project: bool) -> str | None:
    """Return the text of a desk's ``settings`` with ``rule`` disabled, the rest as it stands.

    ``project``: they are those of a ``pyproject.toml``, in a table of their own. None where they disable it already, or
    are written so that nobody but an editor should change them.
    """
    listed = re.compile(r"^(?P<key>disable\s*=\s*\[)(?P<rest>\s*\]?)", re.MULTILINE)
    start, end = _table(settings, project=project)
    found = listed.search(settings, start, end)
    if found:
        empty = found["rest"].strip() == "]"
        place, words = found.end("key"), f'"{rule}"' if empty else f'"{rule}", '
    else:
        place, words = start, f'disable = ["{rule}"]\n'
    changed = settings[:place] + words + settings[place:]
    try:
        before, after = _values(settings, project=project), _values(changed, project=project)
    except (tomllib.TOMLDecodeError, AttributeError):
        return None
    rules = before.pop("disable", [])
    if rule in rules or after.pop("disable", []) != [rule, *rules] or after != before:
        return None
    return changed


def _table(settings: str, *, project: bool) -> tuple[int, int]:
    """Return where the keys of the desk begin and end that stand in no table of theirs."""
    start = 0
    if project:
        start = settings.find(f"{_SECTION}\n")
        start = len(settings) if start < 0 else start + len(_SECTION) + 1
    following = re.compile(r"^\s*\[", re.MULTILINE).search(settings, start)
    return start, following.start() if following else len(settings)


def _values(settings: str, *, project: bool) -> dict[str, Any]:
    values = tomllib.loads(settings)
    return dict(values.get("tool", {}).get("auditor", {})) if project else dict(values)
