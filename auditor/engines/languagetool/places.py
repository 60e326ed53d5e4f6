"""Where LanguageTool's files live: the user's cache."""

from __future__ import annotations

from pathlib import Path

from auditor.engines.cache import cache
from auditor.engines.languagetool.lock import Jar, lock


def installation() -> Path:
    """Return the folder of the jars, in the layout that language_tool_python expects below LTP_PATH.

    It lies in the user's cache and need not exist.
    """
    return cache() / f"LanguageTool-{lock().release}"


def library(jar: Jar) -> Path:
    """Return where ``jar`` lies, or will lie, in the cache."""
    return installation() / "libs" / jar.name
