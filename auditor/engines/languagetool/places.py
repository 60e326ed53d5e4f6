"""Where LanguageTool's files live: the user's cache for jars, the user's state for a running server."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from platformdirs import user_state_path

from auditor.engines.cache import cache
from auditor.engines.languagetool.lock import lock

_PRIVATE = 0o700


def installation() -> Path:
    """Return the folder of the jars, in the layout that language_tool_python expects below LTP_PATH.

    It lies in the user's cache and need not exist.
    """
    return cache() / f"LanguageTool-{lock().release}"


def state() -> Path:
    """Return the folder of the warm server's records, made on demand and closed to other users.

    ``AUDITOR_STATE_DIR`` moves it. Each machine has its own, as homes may be shared over a network.
    """
    given = os.environ.get("AUDITOR_STATE_DIR")
    root = Path(given) if given else user_state_path("auditor", appauthor=False)
    folder = root.absolute() / f"languagetool-{platform.node() or 'here'}"
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    folder.chmod(_PRIVATE)
    return folder
