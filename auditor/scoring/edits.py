"""A word diff of two translations of one sentence, for the eye."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from auditor.model import Edit
from auditor.scoring.normal import normalise

_TOKEN = re.compile(r"(?:\w+(?:[.,:’'\-‐‑]\w+)*|[^\w\s])\s*|\s+")


def word_edits(target: str, reference: str) -> tuple[Edit, ...]:
    """Return the steps from ``target`` to ``reference``, words and punctuation marks apart.

    The steps' texts, put end to end, are the two sentences character for character. Words that differ
    in typography alone (quotes, hyphens, spaces, accents' encoding) are equal.
    """
    ours, theirs = _tokens(target), _tokens(reference)
    matcher = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False)
    return tuple(
        Edit(kind, "".join(ours[i1:i2]), "".join(theirs[j1:j2])) for kind, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _keys(tokens: list[str]) -> list[str]:
    return [normalise(token) for token in tokens]
