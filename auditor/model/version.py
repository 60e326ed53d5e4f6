"""Which auditor this is."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def tool_version() -> str:
    """Return the installed version of the auditor, or ``unknown`` where it runs uninstalled."""
    try:
        return version("translation-auditor")
    except PackageNotFoundError:
        return "unknown"
