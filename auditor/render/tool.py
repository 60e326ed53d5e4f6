"""Who made a report: the name and the version that machine-readable formats carry."""

from __future__ import annotations

from importlib.metadata import version

NAME = "auditor"
FULL_NAME = "auditor, an automatic MQM-style estimate"


def tool_version() -> str:
    """Return the installed version of the auditor."""
    return version("translation-auditor")
