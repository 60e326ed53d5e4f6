"""Make the table of English words of one kind from WordNet and write it as package data.

    python -m benchmarks.train_kinds FOLDER

FOLDER holds WordNet 3.0 as Debian's ``wordnet-base`` packs it (``data.noun``, ``index.noun`` …). Taken are the words
one of whose commonest senses is a kind of one of ``ROOTS``: animals, fruit, organs, diseases, ways to move … Each row
is a root, a word, and the numbers of its sense and of all those above it, up to the root (of a way to move, of the
manners among them): of two words with one root neither of which is a kind of the other, neither stands for the other.
Behind them, marked “-”, stand the pairs of words that name something else: “white elephant”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.analysis.vocabulary import is_english
from benchmarks.wordnet import Sense, ranks_of, senses_of, write

FILE = Path(__file__).parent.parent / "auditor" / "bilingual" / "kinds.txt.xz"

ROOTS = {
    "noun": (
        *(
            "animal",
            "edible_fruit",
            "vegetable",
            "edible_nut",
            "grain",
            "internal_organ",
            "disease",
            "metallic_element",
        ),
        *("musical_instrument", "precious_stone"),
    ),
    "verb": ("travel",),
}
"""The words of which kinds are taken, by part of speech, each in its commonest sense."""

RANKS = {"grain": 1}
"""How many senses of a root are commoner than the one that is meant, where any is."""

FOOD = ("edible_fruit", "vegetable", "grain")
"""Roots of which a word is one whatever else it names: an apricot is a tree first, and a colour."""

FEW = 4
"""Senses of the same: a date has eight."""

HALF = 2
"""A word is taken whose commonest sense names a kind, or one in so many of all: a lynx is a browser first."""

GROUPS = frozenset(
    """
    adult animal baby beast cattle creature domestic fauna female flock game giant herd homo human humanity hunter
    livestock male man mankind mate offspring pack person pet poultry predator prey stock vermin wildlife woman young
    """.split()  # noqa: SIM905 - a list would be a page
)
"""Words that stand for many kinds at once, or for persons."""

MANNERS = ("walk", "run", "swim", "crawl", "fly", "sail", "row")
"""Ways to move of which the kinds are taken; of the others too many say the same: “rise”, “ascend”, “go up”."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sense of a word that is a kind of a root, the numbers of those above it, and how many are commoner."""

    rank: int
    root: str
    offset: str
    above: frozenset[str]


def rows(folder: Path) -> Iterator[str]:
    """Yield the rows of the table."""
    for part, roots in ROOTS.items():
        senses, ranks = dict(senses_of(folder / f"data.{part}")), dict(ranks_of(folder / f"index.{part}"))
        offsets = {(word, rank): offset for (word, offset), rank in ranks.items()}
        tops = {root: offsets[root, RANKS.get(root, 0)] for root in roots}
        manners = {offsets[each, 0] for each in MANNERS} if part == "verb" else set()
        by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for (word, offset), rank in ranks.items():
            if word.isalpha() and is_english(word) and word not in GROUPS:
                by_word[word].append((rank, offset))
        numbers: dict[str, int] = {}
        named: set[str] = set()
        for word, some in sorted(by_word.items()):
            found = [
                Found(rank, root, offset, above)
                for rank, offset in sorted(some)
                for root, top in tops.items()
                if (above := _above(offset, top, senses)) and (not manners or above & manners)
            ]
            if not _is_usual(found, len(some)):
                continue
            named.add(word)
            for each in found:
                kept = each.above & manners if manners else each.above - {each.offset}
                told = (str(numbers.setdefault(sense, len(numbers))) for sense in (each.offset, *sorted(kept)))
                yield f"{part}.{each.root} {word} {' '.join(told)}"
        for (pair, rank), offset in sorted(offsets.items()):
            if pair.count("_") != 1 or rank or not named & set(pair.replace("'s_", "_").split("_")):
                continue
            if not any(_above(offset, top, senses) for top in tops.values()):
                yield f"- {pair.replace('_', ' ')}"


def _is_usual(found: Sequence[Found], count: int) -> bool:
    """Tell whether a word of ``count`` senses is used for those that were ``found`` to be kinds."""
    if not found or found[0].rank == 0:
        return bool(found)
    return (found[0].root in FOOD and count <= FEW) or HALF * len({each.rank for each in found}) >= count


def _above(offset: str, root: str, senses: Mapping[str, Sense]) -> frozenset[str]:
    """Return the senses from ``offset`` up to ``root``, both included; none where it is no kind of that."""
    if offset == root:
        return frozenset({offset})
    up = (to for symbol, to, _, _ in senses[offset].pointers if symbol in {"@", "@i"})
    found = frozenset().union(*(_above(each, root, senses) for each in up if each in senses))
    return found | {offset} if found else found


if __name__ == "__main__":
    write(FILE, rows, __doc__)
