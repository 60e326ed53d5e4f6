"""Make the table of English opposites from WordNet and write it as package data.

    python -m benchmarks.train_antonyms FOLDER

FOLDER holds WordNet 3.0 as Debian's ``wordnet-base`` packs it (``data.verb``, ``index.verb`` …). Each row is a part of
speech, a word and its opposites: those that WordNet names, with the words of the same sense and, for verbs, of the ways
to do it ("rise": "fall", and so "plunge"). Taken are the commonest senses of a word alone. Left out are pairs of which
one is the other with a prefix that denies, which are negation's business, words that say too little by themselves, and
nouns that are no verbs as well (“health” and “illness” may be told by each other).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor.analysis.vocabulary import is_english
from benchmarks.wordnet import ranks_of, senses_of, write

FILE = Path(__file__).parent.parent / "auditor" / "bilingual" / "antonyms.txt.xz"

SENSES, WAYS = 3, 2
"""How common a sense must be among those of a word: of the opposites themselves, and of the ways to do it."""

MOST = 40
"""Opposites of a word from which its own opposite is as good as any deed: "refrain" and "act", "ride" and "walk"."""

_PARTS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "a")
_ALWAYS_DENYING = ("un", "non", "extra")
_LIGHT = frozenset(
    """
    absolute ahead always back be boy carry come continue day different distant do find first former get girl give go
    have here hold hungry keep last latter leave less little main make man many more most much need never now other
    own part people put run same say see set several stay such take then there thing time turn use way well woman
    """.split()  # noqa: SIM905 - a list would be a page
)


def rows(folder: Path) -> Iterator[str]:
    """Yield the rows of the table."""
    verbs = set(_opposites(folder, "verb"))
    for part, name in _PARTS.items():
        opposed: dict[str, set[str]] = defaultdict(set)
        for one, other in _opposites(folder, part):
            if part == "noun" and (one, other) not in verbs:
                continue
            if one != other and not _LIGHT & {one, other} and not _denies(one, other) and not _denies(other, one):
                opposed[one].add(other)
                opposed[other].add(one)
        vague = {word for word, others in opposed.items() if len(others) > MOST}
        told = {word: sorted(others - vague) for word, others in sorted(opposed.items()) if word not in vague}
        yield from (f"{name} {word} {' '.join(others)}" for word, others in told.items() if others)


def _opposites(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    senses, ranks = dict(senses_of(folder / f"data.{part}")), dict(ranks_of(folder / f"index.{part}"))

    def common(word: str, offset: str, most: int) -> bool:
        return word.isalpha() and is_english(word) and ranks.get((word, offset), most) < most

    def kin(offset: str) -> set[str]:
        words = {word for word in senses[offset].words if common(word, offset, SENSES)}
        for symbol, to, _, _ in senses[offset].pointers:
            if part == "verb" and symbol == "~":
                words |= {word for word in senses[to].words if common(word, to, WAYS)}
        return words

    for offset, sense in senses.items():
        for symbol, to, here, there in sense.pointers:
            if symbol != "!" or not here:
                continue
            one, other = sense.words[here - 1], senses[to].words[there - 1]
            if common(one, offset, SENSES) and common(other, to, SENSES):
                yield from ((a, b) for a in kin(offset) | {one} for b in kin(to) | {other})


def _denies(one: str, other: str) -> bool:
    """Tell whether ``other`` denies by what it is made of, or denies ``one``."""
    if other.endswith("less") or any(
        other.startswith(each) and is_english(other.removeprefix(each)) for each in _ALWAYS_DENYING
    ):
        return True
    return any(other.startswith(prefix) and other.endswith(one[2:]) for prefix in _DENYING)


if __name__ == "__main__":
    write(FILE, rows, __doc__)
