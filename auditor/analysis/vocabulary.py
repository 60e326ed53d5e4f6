"""Which words are English: those of a large dictionary, those that the English model was made with, regular forms."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from auditor.analysis.language import language

_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ers", "er"), ("es", ""), ("ed", ""), ("ly", ""))
_ENDINGS_OF_ONE = (("s", ""), ("d", ""), ("r", ""))
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("our", "or"), ("tre", "ter"))


_MAKER = "maker"
"""What the news puts behind anything that is made."""


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Tell whether ``word``, in lower case, is an English word as far as is known; names in the news are, too."""
    return is_coined(word) or any(form in english_words() or form in _strings() for form in _forms(word))


def is_coined(word: str) -> bool:
    """Tell whether ``word``, in lower case, says who makes something: “drugmaker”, “chipmakers”; dictionaries lag."""
    one = word.removesuffix("s")
    return one.endswith(_MAKER) and one.removesuffix(_MAKER) in english_words()


@cache
def english_words() -> frozenset[str]:
    """Return the words of a large English dictionary with their forms, in lower case: no names, no abbreviations.

    Source: SCOWL, all varieties of English, up to size 70 (wordlist.aspell.net); ``english_words.copyright`` has its
    terms, ``benchmarks/train_vocabulary.py`` makes the list.
    """
    packed = (resources.files("auditor.analysis") / "english_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode("utf-8").split())


@cache
def _strings() -> frozenset[str]:
    """Return the strings of the model as shipped: those in memory grow with every text that is parsed."""
    path = language().path
    assert path is not None, "the pipeline is loaded from a package"
    return frozenset(json.loads((path / "vocab" / "strings.json").read_text(encoding="utf-8")))


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, other in (*_ENDINGS, *_ENDINGS_OF_ONE, *_BRITISH):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            yield word[: len(word) - len(ending)] + other
