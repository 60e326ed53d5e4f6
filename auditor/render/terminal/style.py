"""How the terminal report looks: colours, indents, hanging lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from auditor.model import Outcome, Severity

# Colours of the 256-colour cube with a contrast of about 4:1 on white and on black alike.
SEVERITY = {
    Severity.CRITICAL: "bold color(196)",
    Severity.MAJOR: "bold color(166)",
    Severity.MINOR: "color(31)",
    Severity.NEUTRAL: "color(244)",
}
STROKE = {Severity.CRITICAL: "^", Severity.MAJOR: "~", Severity.MINOR: "-", Severity.NEUTRAL: "."}
"""What tells severities apart where there is no colour."""

VERDICT = {
    Outcome.FAIL: "bold white on color(160)",
    Outcome.REVIEW: "bold white on color(130)",
    Outcome.PASS: "bold white on color(28)",
}
QUIET = "color(244)"
GOOD = "color(28)"
GONE = "color(160)"
TITLE = "bold"

INDENT = 2

_RULER = Console(width=80, color_system=None, _environ={})


def badge(outcome: Outcome, coloured: bool) -> Text:
    """Return the verdict as a word on a coloured ground, or as the bare word."""
    word = outcome.upper()
    return Text(f" {word} ", VERDICT[outcome]) if coloured else Text(word)


def hanging(label: Text, body: Text, width: int, indent: int) -> Iterator[Text]:
    """Yield ``body`` wrapped to ``width`` cells behind ``label``; later lines start at ``indent``."""
    first = label.copy()
    first.append(" " * max(indent - cell_len(label.plain), 0))
    for line in body.wrap(_RULER, max(width - indent, 20)) or [Text()]:
        line.rstrip()
        yield first + line
        first = Text(" " * indent)


def folded(signature: str, width: int) -> Iterator[str]:
    """Yield a signature in lines of at most ``width`` characters, broken after its ``|`` and ``,``."""
    line = ""
    for part in re.findall(r"[^|,]*[|,]?", signature):
        for piece in (part[start : start + width] for start in range(0, len(part), width)):
            if len(line) + len(piece) > width:
                yield line
                line = ""
            line += piece
    if line:
        yield line
