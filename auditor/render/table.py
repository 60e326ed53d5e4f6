"""Cells of the tables that a spreadsheet may open."""

from __future__ import annotations

import re

from auditor.text.visible import visible

_FORMULA = re.compile(r"(\A\s*|;\s*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin a formula: at a cell's start, and behind the semicolon that parts cells in many
countries. Source: OWASP, "CSV Injection"."""


def cell(text: str) -> str:
    """Return ``text`` as a cell: on one line, visible, and a text to every spreadsheet."""
    return _FORMULA.sub(r"\1'", visible(text))
