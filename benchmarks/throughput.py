"""Time ``auditor batch`` on native news, beside LanguageTool asked about one text after the other in the same run.

    python -m benchmarks.throughput DATA_DIR [--words N] [--jobs N]

DATA_DIR is the folder of the evaluation data. Every paragraph is an item, those of a story have its ``document``. The
client that the batch is held against is language_tool_python's, with a server of its own that is warm.
The table is written to ``benchmarks/throughput.md``.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from auditor.segmentation import count_words
from benchmarks.rows import rows_of
from benchmarks.speed import languagetool, machine

TABLE = Path(__file__).parent / "throughput.md"
SETS = ("clean_ieer1998", "clean_newstest2019_2020_en", "clean_wmt_english_sources", "clean_abc2006")
WORDS = 200_000
CLIENT_WORDS = 20_000
"""Words that LanguageTool is asked about one text after the other: it goes on at the same pace."""

WARMING = 50
"""Texts that LanguageTool is asked about before time counts: Java is slow until it has compiled itself."""

ALONE = 6_000
"""Words a second without LanguageTool that the auditor is to reach on two cores."""

TIMES = 1.8
"""How many times as fast as LanguageTool's own client it is to be with LanguageTool."""


def items(data: Path, least: int) -> Iterator[Item]:
    """Yield paragraphs of native news, some from each set, up to ``least`` words in all."""
    for name in SETS:
        read = 0
        for row in rows_of(data / "dev" / f"{name}.jsonl.gz"):
            if read >= least / len(SETS):
                break
            read += count_words(row["mt"])
            yield Item(row["id"], row["mt"], document=f"{name}:{row['doc']}")


def words(given: Sequence[Item]) -> int:
    """Return how many words there are to audit."""
    return sum(count_words(item.target) for item in given)


def pace(given: Sequence[Item], engine: EngineSettings, jobs: int) -> float:
    """Return the words a second of a whole batch, the start of its processes included."""
    started = time.perf_counter()
    for _ in batch(given, engine=engine, jobs=jobs):
        pass
    return words(given) / (time.perf_counter() - started)


def client_pace(given: Sequence[Item]) -> float:
    """Return the words a second of language_tool_python, asked about each text by itself."""
    with languagetool() as check:
        for item in given[:WARMING]:
            check(item.target)
        started = time.perf_counter()
        for item in given[WARMING:]:
            check(item.target)
        return words(given[WARMING:]) / (time.perf_counter() - started)


def page(data: Path, least: int, jobs: int) -> Iterator[str]:
    """Yield the lines of the table."""
    given = list(items(data, least))
    alone = pace(given, EngineSettings(enabled=False, reader=False), jobs)
    client = client_pace(list(items(data, CLIENT_WORDS)))
    together = pace(given, EngineSettings(offline=True, reader=False), jobs)
    yield "# How many words a batch gets through"
    yield ""
    yield f"Written by `python -m benchmarks.throughput DATA`, on {words(given):,} words of native news, {jobs} jobs."
    yield f"The machine: {machine()}."
    yield ""
    yield "| | words per second | at least | kept |"
    yield "|---|---:|---:|---|"
    yield _row("`auditor batch --no-languagetool`", alone, ALONE)
    yield f"| language_tool_python, one text after the other | {client:,.0f} | | |"
    yield _row("`auditor batch`", together, TIMES * client)
    yield ""
    yield f"With LanguageTool {together / client:.2f} times as fast as its own client."
    yield ""


def _row(name: str, reached: float, least: float) -> str:
    return f"| {name} | {reached:,.0f} | {least:,.0f} | {'yes' if reached >= least else 'no'} |"


def main() -> None:
    """Time and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    text = "\n".join(page(options.data, options.words, options.jobs))
    TABLE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
