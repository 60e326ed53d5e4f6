"""What the language model counts: words where English builds with them, tags where it names things."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

OPENING = ("<s0>", "<s>")
"""Stand before the first word, one for each word of context that a triple has."""

CLOSING = "</s>"
"""Stands after the last token of a sentence."""

UNKNOWN = "?"
"""Follows the tag of a word that the corpus has never or only once, as misspelt words are."""

NAMES_AND_NUMBERS = frozenset(("NNP", "NNPS", "CD"))
"""Tags of words that are never told apart."""

_FUNCTION_TAGS = frozenset(
    ("IN", "DT", "PRP", "PRP$", "MD", "CC", "TO", "WDT", "WP", "WRB", "WP$", "EX", "PDT", "RP", "POS")
)
_FUNCTION_WORDS = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did"),
        *("'s", "'re", "'ve", "n't", "not", "said", "says", "told", "more", "most", "than", "as", "so", "such", "no"),
        *("very", "also", "there", "then"),
    )
)
"""Words with tags of open classes that are few and build sentences."""


def mixed_unit(word: str, tag: str) -> str:
    """Return what the mixed model counts: function words and punctuation as they are, else the tag.

    ``word`` is in lower case, ``tag`` from the Penn Treebank.
    """
    built = tag in _FUNCTION_TAGS or word in _FUNCTION_WORDS or not any(map(str.isalnum, word))
    return word if built else tag


def lexical_unit(word: str, tag: str, common: Container[str], known: Container[str]) -> str:
    """Return what the lexical model counts: ``common`` words as they are, else the tag, marked if not ``known``."""
    if tag in NAMES_AND_NUMBERS:
        return tag
    if word in common:
        return word
    return tag if word in known else tag + UNKNOWN


def framed(units: Iterable[str]) -> Iterator[str]:
    """Yield the units of one sentence between the marks of its two ends."""
    yield from OPENING
    yield from units
    yield CLOSING
