"""How well critical errors are told from sound translations.

    python -m benchmarks.critical DATA_DIR [--system NAME]...

DATA_DIR holds ``dev/wmt22-ced_pt-en.jsonl.gz``: Portuguese-English pairs of the WMT22 task on critical errors, most of
them human translations, some with one error put in. Every pair is audited by itself. Without ``--system`` the table is
written to ``benchmarks/critical.md``, else only printed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from auditor import batch
from auditor.batch import Item
from auditor.config import EngineSettings
from benchmarks.contenders import remarks
from benchmarks.measures import best_threshold, matthews, roc_auc
from benchmarks.rows import rows_of

_T = TypeVar("_T")

SET = Path("dev") / "wmt22-ced_pt-en.jsonl.gz"
TABLE = Path(__file__).parent / "critical.md"
SYSTEMS = ("languagetool", "ours", "ours+source")
FITTED, HELD_OUT = "dev22", "test22"

HEAD = f"""\
# Whether critical errors cost more than anything sound

Written by `python -m benchmarks.critical DATA_DIR` on the WMT22 task of critical errors, Portuguese-English: sound
translations, most of them human, and some with a critical error (a number, a name, a negation, a danger to health, a
slur). *ours* is the penalty of `auditor batch` at its defaults, *languagetool* the number of its remarks.

- **AUC**: how often a pair with a critical error is worse than a sound one; a tie counts half.
- **MCC**: Matthews' correlation of “worse than the threshold” with the label, at the threshold best on {FITTED}.
"""


def ours(rows: Sequence[dict[str, Any]], *, source: bool) -> list[float]:
    """Return the penalty of each in ``auditor batch``."""
    items = (Item(row["id"], row["mt"], row["src"] if source else None, "pt") for row in rows)
    return [result.expected for result in batch(items, engine=EngineSettings(reader=False), jobs=os.cpu_count() or 1)]


def scores(system: str, rows: Sequence[dict[str, Any]]) -> list[float]:
    """Return how bad ``system`` finds each."""
    if system == "languagetool":
        return [float(len(found)) for found in remarks([row["mt"] for row in rows], level="default")]
    return ours(rows, source="source" in system)


def report(rows: Sequence[dict[str, Any]], systems: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the table."""
    critical = [row["label"] == "BAD" for row in rows]
    parts = {part: [row["split_orig"] == part for row in rows] for part in (FITTED, HELD_OUT)}
    counts = ", ".join(f"{sum(held):,} of {part}" for part, held in parts.items())
    yield f"{len(rows):,} pairs ({counts}), {sum(critical)} with a critical error."
    yield ""
    yield f"| system | AUC | AUC {FITTED} | AUC {HELD_OUT} | MCC {FITTED} | MCC {HELD_OUT} |"
    yield "|---|---:|---:|---:|---:|---:|"
    for system in systems:
        started = time.perf_counter()
        badness = scores(system, rows)
        print(f"{system} in {time.perf_counter() - started:.0f} s", flush=True)
        fitted, labels = _held(badness, parts[FITTED]), _held(critical, parts[FITTED])
        held_out, other_labels = _held(badness, parts[HELD_OUT]), _held(critical, parts[HELD_OUT])
        threshold = best_threshold(fitted, labels)
        cells = (
            roc_auc(badness, critical),
            roc_auc(fitted, labels),
            roc_auc(held_out, other_labels),
            matthews([b > threshold for b in fitted], labels),
            matthews([b > threshold for b in held_out], other_labels),
        )
        yield f"| {system} | {' | '.join(f'{cell:.3f}' for cell in cells)} |"


def _held(values: Sequence[_T], held: Sequence[bool]) -> list[_T]:
    return [value for value, here in zip(values, held, strict=True) if here]


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--system", action="append", default=[], choices=SYSTEMS, help="only this system")
    options = parser.parse_args()
    page = "\n".join((HEAD, *report(list(rows_of(options.data / SET)), options.system or SYSTEMS))) + "\n"
    print(page)
    if not options.system:
        TABLE.write_text(page, encoding="utf-8")
        print(f"Written: {TABLE}")


if __name__ == "__main__":
    main()
