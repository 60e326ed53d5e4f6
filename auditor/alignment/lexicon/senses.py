"""The English words that may stand for a word of the source, for a reader to choose among."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter

from auditor.alignment.lexicon.lexicon import COUNTED, KIND, lexicon
from auditor.alignment.lexicon.words import stem

_LONGEST = 2
"""Words of the longest rendering given: what is longer explains rather than translates."""

KINDS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}
"""How the lexicon tells the kinds of words, by their universal part of speech."""


@lru_cache(maxsize=10_000)
def senses(word: str, spoken: str, kind: str = "") -> tuple[str, ...]:
    """Return the English renderings of ``word`` of the language ``spoken``, as in a text; the likeliest first.

    They are base forms, as dictionaries have them; ``auditor.analysis.inflected`` puts them into another form. With a
    ``kind`` (n, v, a for adjectives, r for adverbs), those that dictionaries give for it come first, then those for no
    kind in particular, and none for another. What was only counted in translations comes last. Words of one stem share
    their renderings (“porte”, “porter”). None where the word is not known or the lexicon holds stems alone.
    """
    entries = lexicon(spoken)
    if entries is None or not entries.spelt:
        return ()
    fit: list[tuple[bool, bool, str]] = []
    for token in entries.tokens(stem(word.lower(), spoken)):
        english, _, kinds = token.partition(KIND)
        if english.count("_") < _LONGEST and (not kind or kinds in {"", COUNTED} or kind in kinds):
            fit.append((kinds == COUNTED, bool(kind) and not kinds, english.replace("_", " ")))
    return tuple(dict.fromkeys(english for *_, english in sorted(fit, key=itemgetter(0, 1))))
