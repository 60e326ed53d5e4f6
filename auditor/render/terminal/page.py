"""Lines of styled text as what a terminal shows, and nothing that acts on it."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from auditor.text.visible import visible

MAX_WIDTH = 120
"""Prose longer than this is hard to read, however wide the terminal."""


def page(lines: Iterable[Text], *, width: int, colour: bool) -> str:
    """Return ``lines``, each as one line, with ANSI colours where ``colour`` is set.

    Without colour the text holds no control character but the line feed; with it, none but those of the colours.
    """
    paper = StringIO()
    console_on(paper, width, colour).print(*map(_shown, lines), sep="\n", soft_wrap=True)
    return paper.getvalue()


def console_on(paper: StringIO, width: int, colour: bool) -> Console:
    """Return what prints on ``paper``, ``width`` cells wide: the same whatever the environment, and no markup read."""
    return Console(
        file=paper,
        width=width,
        color_system="256" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _shown(line: Text) -> Text:
    """Return ``line``, or, where it is not fit to be shown, its plain words as they are."""
    words = visible(line.plain)
    return line if words == line.plain else Text(words)
