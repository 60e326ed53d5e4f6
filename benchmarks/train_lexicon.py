"""Make the bilingual lexicons from freely licensed dictionaries and parallel news, and write them as package data.

    python -m benchmarks.train_lexicon DATA_DIR DICTIONARIES [--language CODE]...

DICTIONARIES is a folder with the files that ``benchmarks/dictionaries.py`` names. Parallel sentences of the data folder
are only counted: what is written are stems of words, no sentence. ``docs/lexicon.md`` says which sets and licences.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from auditor.alignment.lexicon.lexicon import LANGUAGES
from auditor.alignment.lexicon.words import LONGEST, english_words, foreign_words
from auditor.languages import language as language_of
from benchmarks.dictionaries import pairs
from benchmarks.rows import rows_of

FOLDER = Path(__file__).parent.parent / "auditor" / "alignment" / "lexicon" / "data"

SETS = {
    "newstest_fr-en_src_ref.jsonl.gz": ("ref",),
    "dev/lig_fr-en_postedits.jsonl.gz": ("ref",),
    "dev/wmt13_da_xx-en.jsonl.gz": ("mt",),
    "dev/mlqe-pe_xx-en.jsonl.gz": ("mt",),
    "dev/mqm_newstest2021_zh-en.jsonl.gz": ("ref",),
    "dev/mqm_ted2021_zh-en.jsonl.gz": ("ref",),
    "wmt23_system_outputs_xx-en.jsonl.gz": ("ref", "mt"),
}
"""Sets whose sentence pairs are counted, with the English in them. None is held against human judgements of accuracy
with the source at hand; so the outputs of WMT23 are left out for Chinese, which ``benchmarks/mqm.py`` judges."""

JUDGED = "zh"

ROUNDS = 5
"""Of the training of the word alignment; its probabilities hardly change after."""

LEAST_SHARE = 0.05
LEAST_TIMES = 2.0
"""From which share of a word's renderings, and from how many of them, a counted rendering is taken."""

MOST_WORDS = 40
"""Words of a sentence beyond which it is not counted: it aligns badly and costs much."""

MOST_STEMS = 3
"""English stems of a rendering beyond which it is a definition."""

_PARTICLE = re.compile(r"^(?:to|an?|the|sb|sth|etw|jdm|jdn|sich)\.? ", re.IGNORECASE)

Renderings = dict[str, set[str]]


def from_dictionaries(folder: Path, language: str) -> Renderings:
    """Return the English stems of each word that the dictionaries have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for foreign, english in pairs(folder, language):
        stems = {word.stem for word in english_words(_PARTICLE.sub("", english))}
        if not 0 < len(stems) <= MOST_STEMS:
            continue
        if not language_of(language).writing.spaced:
            if 0 < len(foreign) <= LONGEST and not foreign.isascii():
                found[foreign] |= stems
            continue
        words = foreign_words(_PARTICLE.sub("", foreign), language, ())
        if len(words) == 1:
            found[words[0].stem] |= stems
    return dict(found)


def sentence_pairs(data: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the sentence pairs of ``language`` in the data folder, each once."""
    seen: set[tuple[str, str]] = set()
    for name, fields in SETS.items():
        if language == JUDGED and name.startswith("wmt23"):
            continue
        for row in rows_of(data / name):
            if row["lp"].partition("-")[0] != language:
                continue
            for field in fields:
                pair = (row["src"], row.get(field) or "")
                if all(pair) and pair not in seen:
                    seen.add(pair)
                    yield pair


def from_sentences(both: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Renderings:
    """Return the likely renderings of each stem in aligned sentences.

    By IBM's first model: P. Brown and others, "The mathematics of statistical machine translation"
    (Computational Linguistics 19, 1993).
    """
    ours: dict[str, int] = {}
    theirs: dict[str, int] = {}
    word, rendering, place, places = [], [], [], 0
    for foreign, english in both:
        if max(len(foreign), len(english)) > MOST_WORDS:
            continue
        here = [ours.setdefault(stem, len(ours)) for stem in foreign]
        for stem in english:
            there = theirs.setdefault(stem, len(theirs))
            word += here
            rendering += [there] * len(here)
            place += [places] * len(here)
            places += 1
    if not word:
        return {}
    keys, which = np.unique(np.array(word, np.int64) * len(theirs) + np.array(rendering), return_inverse=True)
    left, right, at = keys // len(theirs), keys % len(theirs), np.array(place)
    share, times = np.ones(len(keys)), np.ones(len(keys))
    for _ in range(ROUNDS):
        weight = share[which]
        weight /= np.bincount(at, weight, places)[at]
        times = np.bincount(which, weight, len(keys))
        share = times / np.bincount(left, times, len(ours))[left]
    kept = np.flatnonzero((share >= LEAST_SHARE) & (times >= LEAST_TIMES))
    words, renderings = list(ours), list(theirs)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key in kept.tolist():
        found[words[left[key]]].add(renderings[right[key]])
    return dict(found)


def stems(data: Path, language: str, known: Iterable[str]) -> Iterator[tuple[list[str], list[str]]]:
    held = frozenset(known)
    for source, target in sentence_pairs(data, language):
        foreign = list(dict.fromkeys(word.stem for word in foreign_words(source, language, held)))
        english = list(dict.fromkeys(word.stem for word in english_words(target)))
        if foreign and english:
            yield foreign, english


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("dictionaries", type=Path)
    parser.add_argument("--language", action="append", default=[], choices=LANGUAGES)
    options = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for language in options.language or LANGUAGES:
        listed = from_dictionaries(options.dictionaries, language)
        counted = from_sentences(stems(options.data, language, listed))
        words = {word: listed.get(word, set()) | counted.get(word, set()) for word in {*listed, *counted}}
        text = "".join(f"{word}\t{' '.join(sorted(words[word]))}\n" for word in sorted(words))
        packed = lzma.compress(text.encode("utf-8"), preset=9)
        (FOLDER / f"{language}.txt.xz").write_bytes(packed)
        print(f"{language}: {len(listed):,} words of dictionaries, {len(counted):,} counted; {len(packed):,} bytes")


if __name__ == "__main__":
    main()
