"""Make the bilingual lexicons from freely licensed dictionaries and parallel news, and write them as package data.

    pip install wordfreq
    python -m benchmarks.train_lexicon DATA_DIR DICTIONARIES [--language CODE]...

DICTIONARIES is a folder with the files that ``benchmarks/dictionaries.py`` names. Parallel sentences of the data folder
are only counted: what is written are single words, no sentence. ``docs/lexicon.md`` says which sets and licences.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from auditor.alignment.lexicon.lexicon import COUNTED, LANGUAGES, WORDS
from auditor.alignment.lexicon.words import LONGEST, english_words, foreign_words, stem
from auditor.languages import language as language_of
from benchmarks.dictionaries import entries, forms
from benchmarks.rows import rows_of

FOLDER = Path(__file__).parent.parent / "auditor" / "alignment" / "lexicon" / "data"

SETS = {
    "newstest_fr-en_src_ref": ("ref",),
    "dev/lig_fr-en_postedits": ("ref",),
    "dev/wmt13_da_xx-en": ("mt",),
    "dev/mlqe-pe_xx-en": ("mt",),
    "dev/mqm_newstest2021_zh-en": ("ref",),
    "dev/mqm_ted2021_zh-en": ("ref",),
    "wmt23_system_outputs_xx-en": ("ref", "mt"),
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
MOST_ENGLISH = 4
"""English stems, and words, of a rendering beyond which it is a definition."""

_ENGLISH = re.compile(r"\w[^_=:()<>{}\[\]]*")
_PARTICLE = re.compile(r"^(?:to|an?|the|sb|sth|etw|jdm|jdn|sich)\.? ", re.IGNORECASE)


@dataclass
class Rendering:
    """An English rendering as written, with its stems, how many entries give it, and for which kinds of words."""

    english: str
    stems: tuple[str, ...]
    times: int = 0
    kinds: set[str] = field(default_factory=set)

    @property
    def token(self) -> str:
        """How it stands in the file."""
        return self.english.replace(" ", "_") + (f":{''.join(sorted(self.kinds))}" if self.kinds else "")


Renderings = dict[str, dict[str, Rendering]]
"""The renderings of each stem by their English."""

Shares = dict[str, dict[str, float]]
"""How likely each English stem renders a stem."""


def held_out(name: str, row: Mapping[str, Any]) -> bool:
    """Tell whether ``row`` of the set ``name`` is for measuring: of the sets counted, a document in five."""
    return name not in SETS or sha256(str(row["doc"]).encode()).digest()[0] % 5 == 0


def from_dictionaries(folder: Path, language: str) -> Renderings:
    """Return the renderings that the dictionaries have of each word."""
    found: Renderings = defaultdict(dict)
    for entry in entries(folder, language):
        english = " ".join(_PARTICLE.sub("", entry.english).split()).rstrip(".!?:")
        stems = tuple(dict.fromkeys(word.stem for word in english_words(english)))
        if not _ENGLISH.fullmatch(english) or len(stems) > MOST_STEMS or english.count(" ") >= MOST_ENGLISH:
            continue
        for word in _words(entry.foreign, language):
            rendering = found[word].setdefault(english.lower(), Rendering(english, stems))
            rendering.english = max(rendering.english, english)  # small letters before capitals
            rendering.times += 1
            rendering.kinds.update(entry.kind)
    return dict(found)


def _words(foreign: str, language: str) -> Iterable[str]:
    """Return the word under which what is said of ``foreign`` is kept; none for what are several words."""
    if not language_of(language).writing.spaced:
        return [foreign] if 0 < len(foreign) <= LONGEST and not foreign.isascii() else []
    words = foreign_words(_PARTICLE.sub("", foreign), language, ())
    return [words[0].stem] if len(words) == 1 else []


def written(words: Renderings, language: str) -> Renderings:
    """Return ``words`` without the compounds that nobody writes, as far as wordfreq knows: their parts tell enough."""
    if not language_of(language).lexicon.compounds:
        return words
    import wordfreq

    seen = {stem(word, language) for word in wordfreq.get_frequency_dict(language)}
    return {word: renderings for word, renderings in words.items() if word in seen}


def references(folder: Path, language: str, known: Container[str]) -> dict[str, set[str]]:
    """Return the stems of forms that are not those of their base forms, where these are known."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, whole in forms(folder, language):
        if " " not in form and (base := stem(whole.lower(), language)) in known:
            found[stem(form.lower(), language)].add(base)
    return {form: bases - {form} for form, bases in found.items() if bases - {form}}


def sentence_pairs(data: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the sentence pairs of ``language`` in the data folder, each once."""
    seen: set[tuple[str, str]] = set()
    for name, fields in SETS.items():
        if language == JUDGED and name.startswith("wmt23"):
            continue
        for row in rows_of(data / f"{name}.jsonl.gz"):
            if row["lp"].partition("-")[0] != language or held_out(name, row):
                continue
            for each in fields:
                pair = (row["src"], row.get(each) or "")
                if all(pair) and pair not in seen:
                    seen.add(pair)
                    yield pair


def from_sentences(both: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Shares:
    """Return the likely renderings of each stem in aligned sentences, as stems.

    By IBM's first model: P. Brown and others, "The mathematics of statistical machine translation"
    (Computational Linguistics 19, 1993).
    """
    ours: dict[str, int] = {}
    theirs: dict[str, int] = {}
    word, rendering, place, places = [], [], [], 0
    for foreign, english in both:
        if max(len(foreign), len(english)) > MOST_WORDS:
            continue
        here = [ours.setdefault(each, len(ours)) for each in foreign]
        for each in english:
            there = theirs.setdefault(each, len(theirs))
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
    found: Shares = defaultdict(dict)
    for key in kept.tolist():
        found[words[left[key]]][renderings[right[key]]] = float(share[key])
    return dict(found)


def stems(
    data: Path, language: str, known: Container[str], shortest: dict[str, str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the stems of sentence pairs; ``shortest`` gets the shortest English word of each stem."""
    for source, target in sentence_pairs(data, language):
        words = english_words(target)
        for word in words:
            english = word.span.of(target).lower()
            shortest[word.stem] = min(shortest.get(word.stem, english), english, key=len)
        foreign = list(dict.fromkeys(word.stem for word in foreign_words(source, language, known)))
        if foreign and words:
            yield foreign, list(dict.fromkeys(word.stem for word in words))


def line(listed: Iterable[Rendering], counted: Mapping[str, float], shortest: Mapping[str, str]) -> str:
    """Return the renderings of a word, the likeliest first.

    Words of one stem are kept once for each kind (“prepare”, “preparation”), and of several words only those that hold
    a stem which no single word renders.
    """

    def likelihood(rendering: Rendering) -> tuple[float, int, int]:
        share = min((counted.get(each, 0.0) for each in rendering.stems), default=0.0)
        return -share, -rendering.times, rendering.english.count(" ")

    known = list(listed)
    told = {each for rendering in known if " " not in rendering.english for each in rendering.stems}
    further = (Rendering(shortest[each], (each,), kinds={COUNTED}) for each in counted if each not in told)
    ordered = sorted((*known, *further), key=likelihood)
    told.update(counted)
    kinds: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    tokens: list[str] = []
    for rendering in ordered:
        if rendering.stems and " " in rendering.english:
            if told.issuperset(rendering.stems):
                continue
            told.update(rendering.stems)
        elif rendering.stems:
            before = kinds[rendering.stems]
            if before and rendering.kinds <= before:
                continue
            before.update(rendering.kinds or {""})
        tokens.append(rendering.token)
    return " ".join(tokens)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("dictionaries", type=Path)
    parser.add_argument("--language", action="append", default=[], choices=LANGUAGES)
    options = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    for language in options.language or LANGUAGES:
        listed = written(from_dictionaries(options.dictionaries, language), language)
        shortest: dict[str, str] = {}
        counted = from_sentences(stems(options.data, language, listed, shortest))
        words = {*listed, *counted}
        lines = {word: line(listed.get(word, {}).values(), counted.get(word, {}), shortest) for word in words}
        others = references(options.dictionaries, language, words)
        for form, bases in others.items():
            lines[form] = " ".join((*filter(None, (lines.get(form),)), *(f"={base}" for base in sorted(bases))))
        text = "".join(f"{word}\t{lines[word]}\n" for word in sorted(lines))
        packed = lzma.compress(text.encode("utf-8"), preset=9)
        (FOLDER / f"{language}{WORDS}").write_bytes(packed)
        print(
            f"{language}: {len(listed):,} words of dictionaries, {len(counted):,} counted, "
            f"{len(others):,} further forms; {len(packed):,} bytes"
        )


if __name__ == "__main__":
    main()
