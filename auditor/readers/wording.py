"""How a format writes words of a story that were not in it before."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Words stand in a file as they are, or with ``entities`` for ``&``, ``<`` and ``>``.

    ``refused`` matches what means something else there; an expression that Python and JavaScript read alike, empty
    where all words can be written.
    """

    refused: str = ""
    entities: bool = False

    def written(self, words: str) -> str | None:
        """Return ``words`` as the format writes them, None where it cannot tell."""
        if self.refused and re.search(self.refused, words):
            return None
        return html.escape(words, quote=False) if self.entities else words
