"""Measure how often native news uses what the density check counts, and write it as data.

    python -m benchmarks.train_densities DATA_DIR --cache DIR

Writes ``auditor/gazetteers/density.toml`` from the clean news sets and prints how many stories of every set each
measure would speak of; the news sets by twofold cross-validation. ``docs/fluency.md`` says how to read it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.analysis import Analysis
from auditor.checks.density.baseline import MIN_WORDS, Norm
from auditor.checks.density.measures import MEASURES, size
from auditor.checks.examples import example_document
from benchmarks.rules_on_corpora import CORPORA, WORDS, Corpus, parsed, shards

TABLE = Path(__file__).parent.parent / "auditor" / "gazetteers" / "density.toml"

NEWS = ("ieer1998", "newstest1920", "wmt-news")
"""The sets whose stories are the baseline."""

LEAST_WORDS = 100
"""Words from which a story counts for the baseline."""

HEAD = """\
# How often native English news uses what the density check counts: uses per 1,000 words, the mean over all words and
# the spread between stories beyond chance. Measured by `python -m benchmarks.train_densities` on {stories} stories
# ({words:,} words): agency and newspaper copy of 1998 and 2019-2022. Only these numbers are kept.
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """One story: its words and the uses that each measure finds."""

    corpus: str
    words: int
    uses: dict[str, int]


def counted(corpora: Iterable[Corpus], data: Path, cache: Path) -> Iterator[Counted]:
    """Yield the counts of every story of ``corpora``."""
    for shard in shards(corpora, data, cache, WORDS):
        documents = [example_document(text) for _, text in shard.stories]
        docs = iter(parsed(documents, cache))
        for document in documents:
            analysis = Analysis(document, [next(docs) for _ in document.segments])
            uses = {name: sum(1 for _ in measure(analysis)) for name, measure in MEASURES.items()}
            yield Counted(shard.corpus.name, size(analysis), uses)


def baseline(stories: Iterable[Counted], name: str) -> Norm:
    """Return mean and spread of a measure: what varies between stories beyond the chance of counts (Poisson)."""
    held = [story for story in stories if story.words >= LEAST_WORDS]
    words = sum(story.words for story in held)
    mean = sum(story.uses[name] for story in held) / words
    excess = sum((s.uses[name] - mean * s.words) ** 2 - mean * s.words for s in held) / sum(s.words**2 for s in held)
    return Norm(1000 * mean, 1000 * max(excess, 0.0) ** 0.5)


def speaks(stories: Iterable[Counted], name: str, native: Norm) -> tuple[int, int]:
    """Return in how many long enough stories the measure speaks, and how many there are."""
    held = [story for story in stories if story.words >= MIN_WORDS]
    return sum(native.exceeded(story.uses[name], story.words) for story in held), len(held)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--cache", type=Path, required=True, help="folder for parses, outside the repository")
    options = parser.parse_args()
    found = list(counted(CORPORA, options.data, options.cache))
    news = [story for story in found if story.corpus in NEWS]
    lines = [HEAD.format(stories=len(news), words=sum(story.words for story in news))]
    others = sorted({story.corpus for story in found} - set(NEWS))
    print(f"| measure | mean | spread | native news | {' | '.join(others)} |")
    print(f"|---|---:|---:|---:|{'---:|' * len(others)}")
    for name in MEASURES:
        native = baseline(news, name)
        lines.append(f"[{name}]\nmean = {native.mean:.2f}\nspread = {native.spread:.2f}\n")
        folds = [speaks(news[i::2], name, baseline(news[1 - i :: 2], name)) for i in (0, 1)]
        shares = [tuple(map(sum, zip(*folds, strict=True)))]
        shares += [speaks([s for s in found if s.corpus == other], name, native) for other in others]
        cells = " | ".join(f"{hits} of {stories}" for hits, stories in shares)
        print(f"| {name} | {native.mean:.2f} | {native.spread:.2f} | {cells} |")
    TABLE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
