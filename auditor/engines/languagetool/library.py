"""language_tool_python's client, for a server whose languages are known because its release is pinned."""

from __future__ import annotations

from language_tool_python import LanguageTool

ENGLISH = frozenset({"en", "en-AU", "en-CA", "en-GB", "en-NZ", "en-US", "en-ZA"})
"""LanguageTool's codes of what our jars can check."""


class Client(LanguageTool):
    """Knows the server's languages; the library asks for them each time it is attached to one."""

    def _get_languages(self) -> set[str]:
        return set(ENGLISH)
