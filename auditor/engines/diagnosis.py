"""What “auditor doctor” tells of one thing that an engine needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at: its name, whether it is well, what was seen, and the next step if not."""

    name: str
    well: bool
    detail: str
    hint: str = ""
