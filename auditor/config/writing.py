"""Settings written into a desk's file: one key changes, everything else stays as somebody wrote it."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_SECTION = "[tool.auditor]"


def with_disabled(settings: str, rule: str, *, project: bool) -> str | None:
    """Return the text of a desk's ``settings`` with ``rule`` disabled, the rest as it stands.

    ``project``: they are those of a ``pyproject.toml``, in a table of their own. None where they disable it already, or
    are written so that nobody but a person should change them.
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
    before, after = _values(settings, project=project), _values(changed, project=project)
    if before is None or after is None:
        return None
    rules = before.pop("disable", [])
    if rule in rules or after.pop("disable", []) != [rule, *rules] or after != before:
        return None
    return changed


def with_setting(settings: str, key: str, value: object, written: str, *, project: bool) -> str | None:
    """Return the text of a desk's ``settings`` in which ``key`` is ``value``, ``written`` so in TOML.

    The rest as for ``with_disabled``; None where the key is a table, or stands in several lines.
    """
    line = re.compile(rf"^{re.escape(key)}\s*=[^\n]*\n?", re.MULTILINE)
    start, end = _table(settings, project=project)
    found = line.search(settings, start, end)
    place, onwards = (found.start(), found.end()) if found else (start, start)
    changed = f"{settings[:place]}{key} = {written}\n{settings[onwards:]}"
    before, after = _values(settings, project=project), _values(changed, project=project)
    if before is None or after is None:
        return None
    before.pop(key, None)
    return changed if after.pop(key, None) == value and after == before else None


def _table(settings: str, *, project: bool) -> tuple[int, int]:
    """Return where the keys of the desk begin and end that stand in no table of theirs."""
    start = 0
    if project:
        start = settings.find(f"{_SECTION}\n")
        start = len(settings) if start < 0 else start + len(_SECTION) + 1
    following = re.compile(r"^\s*\[", re.MULTILINE).search(settings, start)
    return start, following.start() if following else len(settings)


def _values(settings: str, *, project: bool) -> dict[str, Any] | None:
    """Return the desk's values in ``settings``; None where they are no TOML."""
    try:
        values = tomllib.loads(settings)
        return dict(values.get("tool", {}).get("auditor", {})) if project else dict(values)
    except (tomllib.TOMLDecodeError, AttributeError, TypeError, ValueError):
        return None
