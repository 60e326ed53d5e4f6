"""Whether a review of drawn stories says what the whole archive is like, and how many stories it spares.

    python -m benchmarks.sampling DATA_DIR --cache DIR

The archive are the machine translations of news whose sentences people judged, a document of one system being a story:
newstest 2020 and 2021 and WMT 2023 from Chinese, documents that no weight was fitted on; each is there many times, as a
review is a small part of an archive. Reviews of several sizes are drawn from it a thousand times each. The
probabilities, which take long, are kept in the cache.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from pathlib import Path

import numpy as np

from auditor.archive.sampling import SPREAD, Stories, drawn, estimated, expected_half
from auditor.batch import Item, batch
from auditor.config import EngineSettings
from benchmarks.problem_rows import is_held_out, is_problem
from benchmarks.rows import rows_of

SETS = ("mqm_newstest2020_zh-en", "mqm_newstest2021_zh-en", "mqm_generalMT2023_3raters_zh-en")
SIZES = (60, 100, 150, 200)
REVIEWS = 1_000
TIMES = 20
"""How often each judged story is in the archive."""

Judged = dict[str, tuple[list[float], list[bool]]]
"""Of each story the probabilities of its sentences, and whether there is a major error in each."""


def judged(data: Path, cache: Path, jobs: int) -> Judged:
    kept = cache / "sampling.json"
    if not kept.exists():
        rows = [
            (f"{name}|{row['doc']}|{row['system']}", row)
            for name in SETS
            for row in rows_of(data / f"dev/{name}.jsonl.gz")
            if is_held_out(str(row["doc"])) and row["errors"] is not None and row["mt"].strip()
        ]
        rows.sort(key=lambda each: each[0])
        items = (Item(number, row["mt"], row["src"], "zh", document=story) for number, (story, row) in enumerate(rows))
        results = batch(items, engine=EngineSettings(enabled=False, reader=False), jobs=jobs)
        told: defaultdict[str, tuple[list[float], list[bool]]] = defaultdict(lambda: ([], []))
        for (story, row), result in zip(rows, results, strict=True):
            if result.problem_probability is not None:
                told[story][0].append(result.problem_probability)
                told[story][1].append(bool(is_problem(row)))
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(told), encoding="utf-8")
    return json.loads(kept.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, metavar="DATA_DIR")
    parser.add_argument("--cache", type=Path, required=True, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    told = judged(asked.data, asked.cache, asked.jobs)
    print(f"{len(told)} judged stories, each {TIMES} times")
    likely = [np.array(each[0]) for each in told.values()] * TIMES
    truth = np.array([float(sum(each[1])) for each in told.values()] * TIMES)
    stories = Stories(
        np.array([float(len(each)) for each in likely]),
        np.array([each.sum() for each in likely]),
        np.array([(each * (1 - each)).sum() for each in likely]),
    )
    share = truth.sum() / stories.sentences.sum()
    slope = truth.sum() / stories.promised.sum()
    spread = float(((truth - slope * stories.promised) ** 2).sum() / (slope * stories.chance).sum())
    print(f"{len(stories)} stories, {stories.sentences.sum():.0f} sentences, {share:.1%} with a major error")
    print(f"SPREAD: {spread:.2f} measured, {SPREAD} in the plan; what is promised x {slope:.2f} is found")
    print("read   held  half  half planned   as sure, drawn blindly   spared")
    for size in SIZES:
        reviewed(stories, truth, share, size)


def reviewed(stories: Stories, truth: np.ndarray, share: float, size: int) -> None:
    """Print what a thousand reviews of ``size`` stories come to."""
    held, halves, errors = 0, [], []
    for seed in range(REVIEWS):
        chosen, weights, homes = drawn(stories, size, seed)
        estimate = estimated(stories, chosen, weights, homes, truth[chosen])
        assert estimate.low is not None
        assert estimate.high is not None
        held += estimate.low <= share <= estimate.high
        halves.append((estimate.high - estimate.low) / 2)
        errors.append(estimate.value - share)
    n, mean = len(stories), stories.sentences.mean()
    rest = float(np.var(truth - share * stories.sentences, ddof=1))
    variance = float(np.mean(np.square(errors)))
    blind = 1 / (variance * mean * mean / rest + 1 / n)  # of a ratio of sums: variance = (1/n' - 1/N) rest / mean**2
    print(
        f"{size:4}  {held / REVIEWS:5.1%}  {np.mean(halves):5.1%}  {expected_half(stories, size):5.1%}"
        f"  {blind:20.0f}  {1 - size / blind:20.0%}"
    )


if __name__ == "__main__":
    main()
