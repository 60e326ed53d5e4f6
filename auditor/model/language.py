"""Tags of languages."""

from __future__ import annotations

ENGLISH = "en"
"""The language of every translation under audit, and of its references."""


def primary_language(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag without region or script: ``fr`` for ``fr-CA``."""
    return tag.replace("_", "-").partition("-")[0].lower() if tag else None


def in_latin_letters(tag: str | None) -> bool:
    """Tell whether the language of a BCP 47 tag is written in Latin letters; no where the language is not known."""
    language = primary_language(tag)
    return language is not None and language not in _OTHER_LETTERS


_OTHER_LETTERS = frozenset({
    "am", "ar", "be", "bg", "bn", "dv", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn", "ko",
    "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "or", "pa", "ps", "ru", "sa", "sd", "si", "sr", "ta", "te",
    "tg", "th", "ti", "uk", "ur", "yi", "zh",
})  # fmt: skip
"""Two-letter codes of the languages whose usual script is another one (CLDR, likely subtags)."""
