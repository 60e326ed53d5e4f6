"""English words with their opposites, as WordNet has them."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from functools import cache
from importlib import resources

from auditor.alignment.lexicon import english_stem

_NONE: frozenset[str] = frozenset()


def antonyms(lemma: str, part: str) -> frozenset[str]:
    """Return the stems of the opposites of a ``lemma`` in lower case; ``part`` is its universal part of speech."""
    return _table().get((lemma, part), _NONE)


@cache
def _table() -> Mapping[tuple[str, str], frozenset[str]]:
    packed = (resources.files("auditor.bilingual") / "antonyms.txt.xz").read_bytes()
    rows = (line.split(" ") for line in lzma.decompress(packed).decode("ascii").splitlines())
    return {(lemma, part): frozenset(map(english_stem, opposed)) for part, lemma, *opposed in rows}
