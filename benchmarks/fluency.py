"""Measure the fluency model on text that it has not seen.

    python -m benchmarks.fluency DATA_DIR [--joins FILE]

Prints three tables for ``docs/fluency.md``: unlikely joins on clean text, the model trained without the set at hand
(``--joins`` writes them out to be read); how often a spoilt sentence of DEMETR is less fluent than its sound partner;
and Kendall's tau-b of the fluency share with reviewers' MQM penalties, with length held constant as well.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from numpy.typing import NDArray

from auditor.analysis import plain
from auditor.analysis.fluency.model import LanguageModel
from auditor.analysis.language import language
from auditor.checks.grammar.unlikely_join import unlikely
from auditor.model import Span
from auditor.scoring.unseen import strain
from auditor.segmentation import sentences, words
from benchmarks.rows import rows_of
from benchmarks.train_fluency import HUMAN, SETS, scale, tagged, texts, train

JOINS = tuple(name for name in SETS if name not in HUMAN)
DEMETR = "dev/demetr_xx-en.jsonl.gz"
MQM = ("dev/mqm_generalMT2023_3raters_zh-en.jsonl.gz", "dev/mqm_newstest2020_zh-en.jsonl.gz")
EVERY = 3
"""Of the larger MQM set every third row is read, to keep the pairs few."""

Values = NDArray[np.float64]


def parsed(passages: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """Yield the tagged sentences of ``passages``, each with the index of its passage."""
    cut = (
        (plain(span.of(text)), index)
        for index, text in enumerate(passages)
        for span in sentences(text, Span(0, len(text)))
    )
    with language().select_pipes(enable=["tok2vec", "tagger", "attribute_ruler"]):
        for doc, index in language().pipe(cut, as_tuples=True, batch_size=256):
            yield index, doc


def false_joins(model: LanguageModel, data: Path, name: str, out: TextIO | None) -> str:
    """Return a row: the joins that ``model`` finds in a set, by severity, per 100,000 words."""
    found: Counter[str] = Counter()
    size = 0
    for _, doc in parsed(texts(data, name)):
        size += words(doc.text)
        for join, severity in unlikely(model.joins(doc)):
            found[severity.value] += 1
            if out:
                first, last = join.tokens[0].i, join.tokens[-1].i + 1
                shown = f"{doc[:first].text} [[{doc[first:last].text}]] {doc[last:].text}"
                out.write(f"{name}\t{severity}\t{join.units}\t{join.expected:.0f}\t{join.gain:.1f}\t{shown}\n")
    rates = " | ".join(f"{found[kind]} ({100_000 * found[kind] / size:.1f})" for kind in ("major", "minor"))
    return f"| {Path(name).name.partition('.')[0]} | {size:,} | {rates} |"


def shares(model: LanguageModel, passages: list[str]) -> Values:
    """Return the fluency share of each passage."""
    held: dict[int, list[float | None]] = defaultdict(list)
    for index, doc in parsed(passages):
        held[index].append(model.fluency(doc))
    return np.array([strain(held[index]) for index in range(len(passages))])


def pairwise(model: LanguageModel, data: Path) -> Iterator[str]:
    """Yield a row for each perturbation: how often it has the larger share (a tie counts half), and how many pairs."""
    given = list(rows_of(data / DEMETR))
    share = dict(enumerate(shares(model, [row["mt"] for row in given])))
    sound = {(row["group"], row["lp"]): share[i] for i, row in enumerate(given) if row["system"] == "clean-mt"}
    won: dict[str, list[float]] = defaultdict(list)
    for index, row in enumerate(given):
        partner = sound.get((row["group"], row["lp"]))
        if row["system"] != "clean-mt" and partner is not None:
            won[row["system"]].append((np.sign(share[index] - partner) + 1) / 2)
    for system, results in sorted(won.items()):
        yield f"| {system} | {np.mean(results):.3f} | {len(results)} |"


def tau(one: Values, other: Values) -> float:
    """Return Kendall's tau-b."""
    both = ties_one = ties_other = 0.0
    for start in range(0, len(one), 500):
        first = np.sign(one[start : start + 500, None] - one[None])
        second = np.sign(other[start : start + 500, None] - other[None])
        both += float((first * second).sum())
        ties_one += float(np.abs(first).sum())
        ties_other += float(np.abs(second).sum())
    return both / (ties_one * ties_other) ** 0.5


def agreement(model: LanguageModel, data: Path, name: str) -> str:
    """Return a row: tau-b of share and of length with the penalty, and of the share with length partialled out."""
    given = list(rows_of(data / name))
    given = given if len(given) < 3000 else given[::EVERY]
    share = shares(model, [row["mt"] for row in given])
    penalty = np.array([float(row["human_score"]) for row in given])
    length = np.array([float(words(row["mt"])) for row in given])
    ours, long, mixed = tau(share, penalty), tau(length, penalty), tau(share, length)
    partial = (ours - long * mixed) / ((1 - long**2) * (1 - mixed**2)) ** 0.5
    return f"| {Path(name).name.partition('.')[0]} | {len(given)} | {ours:.3f} | {long:.3f} | {partial:.3f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--joins", type=argparse.FileType("w", encoding="utf-8"), help="write the joins to this file")
    options = parser.parse_args()
    corpora = {name: list(tagged(texts(options.data, name))) for name in SETS}
    print("| held out | words | major (per 100,000) | minor (per 100,000) |\n|---|---:|---:|---:|")
    for name in JOINS:
        model = train([s for other in SETS if other != name for s in corpora[other]])
        print(false_joins(model, options.data, name, options.joins), flush=True)
    # The references of WMT23 translate the very stories of the MQM set: they are held out here.
    blind = train([s for name in SETS if "wmt23" not in name for s in corpora[name]])
    centre, spread = scale(blind, texts(options.data, JOINS[0]))
    model = LanguageModel(blind.mixed, blind.lexical, blind.known, centre, spread)
    print("\n| perturbation | right order | pairs |\n|---|---:|---:|")
    print("\n".join(pairwise(model, options.data)), flush=True)
    print("\n| set | segments | tau | tau of length | tau, length held constant |\n|---|---:|---:|---:|---:|")
    for name in MQM:
        print(agreement(model, options.data, name), flush=True)


if __name__ == "__main__":
    main()
