"""The one form in which two translations are compared: typography is not a difference of wording."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "…": "...",
        "‐": "-",
        "‑": "-",
        "\u00ad": "",
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
    }
)
_SPACES = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Return ``text`` as sacrebleu gets it, the same way for the target and the reference.

    Composed characters (NFC), straight quotes, three points for an ellipsis, plain hyphens, no
    invisible characters, any run of white space (no-break and narrow spaces, line ends) as one space.
    sacrebleu's 13a tokeniser knows only these plain forms and keeps ``“No`` as one token.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_PLAIN)).strip()
