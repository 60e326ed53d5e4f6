"""How the outside engines may be reached in this run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What LanguageTool may use.

    ``enabled``: whether it takes part at all. ``offline``: never download. ``keep_warm``: leave the server
    running for the next audit of this user. ``java``: a Java >= 17 to use instead of the bundled one.
    """

    enabled: bool = True
    offline: bool = False
    keep_warm: bool = True
    java: Path | None = None
