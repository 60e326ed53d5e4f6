"""Texts that were looked at once and must not change by accident.

Set ``AUDITOR_UPDATE_SNAPSHOTS=1`` to write them anew, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def check(name: str, text: str) -> None:
    """Compare ``text`` with the snapshot called ``name``."""
    path = FOLDER / name
    if os.environ.get("AUDITOR_UPDATE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode(), f"{name} changed; see tests/render/snapshot.py"
