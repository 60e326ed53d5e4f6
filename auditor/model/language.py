"""Tags of languages."""

from __future__ import annotations

ENGLISH = "en"
"""The language of every translation under audit."""


def primary_language(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag without region or script: ``fr`` for ``fr-CA``."""
    return tag.replace("_", "-").partition("-")[0].lower() if tag else None
