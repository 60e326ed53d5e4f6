"""The user's cache, which holds what engines fetch and can fetch again."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path


def cache() -> Path:
    """Return the folder; ``AUDITOR_CACHE_DIR`` moves it. It need not exist."""
    given = os.environ.get("AUDITOR_CACHE_DIR")
    return (Path(given) if given else user_cache_path("auditor", appauthor=False)).absolute()
