"""How the outside engines may be reached in this run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Progress = Callable[[int, int], None]
"""Told the bytes that are here and the bytes in all, from several threads, while jars are fetched."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What LanguageTool may use, which neural model takes part, and whether the reader does.

    ``enabled``: whether LanguageTool takes part at all. ``offline``: never download. ``java``: a Java >= 17 to use
    instead of the bundled one (its home folder, its ``java`` program, or ``java`` for the one on PATH). ``mirror``:
    a folder with the jars or the address of a Maven mirror to take them from. ``progress`` hears of a download.
    ``neural``: a COMET model that scores the sentences, by its name at the Hugging Face hub or the path of its
    checkpoint; it is never downloaded by an audit. ``reader``: whether the reader takes part where one is set up.
    """

    enabled: bool = True
    offline: bool = False
    java: Path | None = None
    mirror: str | None = None
    neural: str | None = None
    reader: bool = True
    progress: Progress | None = field(default=None, compare=False)
