"""What the source checks flag in human translations, where hardly anything should be.

    python -m benchmarks.source_alarms DATA_DIR --cache DIR [--check ID]... [--examples FILE]

DATA_DIR holds ``newstest_fr-en_src_ref.jsonl.gz``, rows with ``src`` and ``ref``. Printed: findings of each rule per
100 sentence pairs, by severity. ``--examples`` is given the pairs with what was flagged in them; ``--cache``, outside
the repository, keeps the parses.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from auditor.checks.base import needs_source
from auditor.checks.registry import own_checks
from auditor.model import Finding, Severity
from benchmarks.pairs import Choice, Row, audited
from benchmarks.rows import rows_of

PAIRS = "newstest_fr-en_src_ref.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--check", action="append", default=[])
    parser.add_argument("--examples", type=Path)
    parser.add_argument("--pairs", type=int, default=None, help="how many pairs, evenly spread (default all)")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    rows = [Row(r["id"], r["ref"], "fr", source=r["src"]) for r in rows_of(options.data / PAIRS) if r["ref"]]
    rows = rows[:: max(len(rows) // options.pairs, 1)] if options.pairs else rows
    choice = Choice(
        options.cache, frozenset(options.check or (check.id for check in own_checks() if needs_source(check)))
    )
    counts: Counter[tuple[str, Severity]] = Counter()
    shown: list[str] = []
    for row, findings in audited(rows, choice, options.processes):
        counts.update((finding.rule, finding.severity) for finding in findings)
        shown += [_example(row, finding) for finding in findings]
    for severity in Severity:
        ours = {rule: count for (rule, found), count in counts.items() if found is severity}
        print(f"{severity}: {100 * sum(ours.values()) / len(rows):.2f} per 100 pairs")
        for rule, count in sorted(ours.items(), key=lambda item: -item[1]):
            print(f"    {rule:28} {100 * count / len(rows):6.2f} {count:6}")
    if options.examples:
        options.examples.write_text("\n\n".join(sorted(shown)) + "\n", encoding="utf-8")


def _example(row: Row, finding: Finding) -> str:
    told = f"{finding.severity} {finding.rule}: {finding.message} [{finding.primary.text[:60]}]"
    return f"{told}\n  {row.source}\n  {row.text}"


if __name__ == "__main__":
    main()
