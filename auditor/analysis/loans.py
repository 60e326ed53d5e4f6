"""Words that English has borrowed."""

from __future__ import annotations

import re

from auditor.config import word_list
from auditor.text import fold

_LEARNED = re.compile(r"[a-z]{3}(?:[ts]ion|ature|tive|nist)s?$")


def borrowed(lower: str) -> bool:
    """Tell whether English has the word too: as a loan, or with a learned ending that it shares with Romance."""
    plain = fold(lower)
    return (
        plain in _LOANS or plain.removesuffix("s") in _LOANS or (lower == plain and _LEARNED.search(plain) is not None)
    )


_LOANS = frozenset((*word_list("foreign.loans"), *word_list("foreign.currencies")))
"""Words borrowed into English, folded."""
