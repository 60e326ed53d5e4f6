"""Count the language model of the fluency measure and write it as package data.

    python -m benchmarks.train_fluency DATA_DIR

The data folder is only counted: what is written holds words, tags and numbers, no sentence. The same data
and the same spaCy model give the same bytes. ``docs/fluency.md`` says what is counted and how it is used.
"""

from __future__ import annotations

import argparse
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from auditor.analysis import plain
from auditor.analysis.fluency.model import LanguageModel, shipped
from auditor.analysis.fluency.ngrams import BITS, Ids, NGrams
from auditor.analysis.fluency.units import NAMES_AND_NUMBERS, framed, lexical_unit, mixed_unit
from auditor.analysis.language import language
from auditor.model import Span
from auditor.segmentation import sentences
from benchmarks.rows import rows_of

TABLE = Path(__file__).parent.parent / "auditor" / "analysis" / "fluency" / "english.npz"

COMMON = 10_000
"""Words that the lexical model keeps."""

LEAST = 2
"""Occurrences from which the lexical model keeps a pair or triple, and from which a rarer word is known."""

HUMAN = ("newstest_fr-en_src_ref.jsonl.gz", "wmt23_system_outputs_xx-en.jsonl.gz")
"""Sets whose references, human translations of news, are counted."""

NATIVE_NEWS = (
    "dev/clean_ieer1998.jsonl.gz",
    "dev/clean_newstest2019_2020_en.jsonl.gz",
    "dev/clean_wmt_english_sources.jsonl.gz",
)
"""Native news: counted, and the measure of what is usual."""

NATIVE = ("dev/clean_abc2006.jsonl.gz", "dev/clean_gum.jsonl.gz")
"""Native text that is counted as well."""

SETS = (*HUMAN, *NATIVE_NEWS, *NATIVE)

Tagged = Sequence[tuple[str, str]]
"""One sentence: the lower-case form and the tag of each token."""


def texts(data: Path, name: str) -> Iterator[str]:
    """Yield the English passages of one set, each once."""
    seen: set[str] = set()
    for row in rows_of(data / name):
        if "wmt_english" in name and row.get("domain") != "news":
            continue
        text = row.get("ref" if name in HUMAN else "mt")
        if text and text not in seen:
            seen.add(text)
            yield text


def tagged(passages: Iterable[str]) -> Iterator[Tagged]:
    """Yield the sentences of ``passages`` as the auditor would see them."""
    with language().select_pipes(enable=["tok2vec", "tagger", "attribute_ruler"]):
        cut = (plain(span.of(text)) for text in passages for span in sentences(text, Span(0, len(text))))
        for doc in language().pipe(cut, batch_size=256):
            if found := [(token.lower_, token.tag_) for token in doc if not token.is_space]:
                yield found


def train(corpus: Sequence[Tagged]) -> LanguageModel:
    """Return the model of ``corpus``, not yet scaled."""
    words = Counter(word for sentence in corpus for word, tag in sentence if tag not in NAMES_AND_NUMBERS)
    common = {word for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0]))[:COMMON]}
    known = frozenset(word for word, number in words.items() if number >= LEAST and word not in common)
    mixed = count(framed(mixed_unit(word, tag) for word, tag in sentence) for sentence in corpus)
    lexical = count(
        (framed(lexical_unit(word, tag, common, known) for word, tag in sentence) for sentence in corpus), LEAST
    )
    return LanguageModel(mixed, lexical, known)


def count(corpus: Iterable[Iterable[str]], least: int = 1) -> NGrams:
    """Return the n-grams of sentences; pairs and triples seen less than ``least`` times are left out."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, ...]] = Counter()
    triples: Counter[tuple[str, ...]] = Counter()
    for sentence in corpus:
        units = tuple(sentence)
        single.update(units)
        pairs.update(pairwise(units))
        triples.update(zip(units, units[1:], units[2:], strict=False))
    preceding = Counter(second for _, second in pairs)
    units = (*sorted(single), "")
    index = {unit: number for number, unit in enumerate(units)}
    pair_keys, pair_counts = _arrays(pairs, index, least)
    triple_keys, triple_counts = _arrays(triples, index, least)
    return NGrams(
        units=units,
        single=np.array([single[unit] for unit in units]),
        preceding=np.array([preceding[unit] for unit in units]),
        pairs=pair_keys,
        pair_counts=pair_counts,
        triples=triple_keys,
        triple_counts=triple_counts,
    )


def _arrays(counts: Mapping[tuple[str, ...], int], index: Mapping[str, int], least: int) -> tuple[Ids, Ids]:
    """Return the sorted keys and their counts; a triple seen often enough begins with a pair seen as often."""
    found = sorted((_key(units, index), number) for units, number in counts.items() if number >= least)
    return np.array([key for key, _ in found]), np.array([number for _, number in found])


def _key(units: Iterable[str], index: Mapping[str, int]) -> int:
    key = 0
    for unit in units:
        key = key << BITS | index[unit]
    return key


def scale(model: LanguageModel, passages: Iterable[str]) -> tuple[float, float]:
    """Return mean and standard deviation of the model's raw fluency on native news."""
    with language().select_pipes(enable=["tok2vec", "tagger", "attribute_ruler"]):
        cut = (plain(span.of(text)) for text in passages for span in sentences(text, Span(0, len(text))))
        found = [value for doc in language().pipe(cut, batch_size=256) if (value := model.raw_fluency(doc)) is not None]
    return float(np.mean(found)), float(np.std(found))


def stored(model: LanguageModel, measure: tuple[float, float]) -> bytes:
    """Return the model as a compressed archive of arrays, the same bytes for the same model."""
    arrays: dict[str, Any] = {"scale": np.round(measure, 4), "known": _letters(sorted(model.known))}
    for name, grams in (("mixed", model.mixed), ("lexical", model.lexical)):
        arrays |= {
            f"{name}_units": _letters(grams.units),
            f"{name}_single": grams.single.astype(np.uint32),
            f"{name}_preceding": grams.preceding.astype(np.uint16),
            f"{name}_pairs": np.diff(grams.pairs, prepend=0).astype(np.uint32),
            f"{name}_pair_counts": grams.pair_counts.astype(np.uint32),
            f"{name}_triples": np.diff(grams.triples, prepend=0).astype(np.uint64),
            f"{name}_triple_counts": grams.triple_counts.astype(np.uint32),
        }
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, array in arrays.items():
            content = BytesIO()
            np.save(content, array)
            out.writestr(zipfile.ZipInfo(f"{name}.npy"), content.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return archive.getvalue()


def _letters(words: Iterable[str]) -> Any:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    data = parser.parse_args().data
    corpora = {name: list(tagged(texts(data, name))) for name in SETS}
    blind = train([sentence for name in SETS if name not in NATIVE_NEWS for sentence in corpora[name]])
    measure = scale(blind, (text for name in NATIVE_NEWS for text in texts(data, name)))
    model = train([sentence for name in SETS for sentence in corpora[name]])
    TABLE.write_bytes(stored(model, measure))
    shipped.cache_clear()
    print(f"Written: {TABLE} ({TABLE.stat().st_size:,} bytes, {shipped().words:,} words and marks)")


if __name__ == "__main__":
    main()
