"""What the source checks flag in human translations, where hardly anything should be.

    python -m benchmarks.source_alarms DATA_DIR --cache DIR [--set NAME]... [--check ID]... [--examples FILE]

DATA_DIR holds the sets of `SETS`, rows with ``src`` and ``ref``: French news beside its English, and the references
of the systems of WMT23, from five languages. Printed: findings of each rule per 100 pairs of a language, by severity.
``--examples`` is given the pairs with what was flagged in them; ``--cache``, outside the repository, keeps the parses.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from auditor.checks.base import needs_source
from auditor.checks.registry import own_checks
from auditor.model import Finding, Severity
from benchmarks.pairs import Choice, Row, audited
from benchmarks.rows import rows_of

SETS = {"newstest": "newstest_fr-en_src_ref.jsonl.gz", "wmt23": "wmt23_system_outputs_xx-en.jsonl.gz"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--set", action="append", choices=SETS, default=[], help="default: newstest")
    parser.add_argument("--check", action="append", default=[])
    parser.add_argument("--examples", type=Path)
    parser.add_argument("--pairs", type=int, default=None, help="pairs of a language, evenly spread (default all)")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    choice = Choice(
        options.cache, frozenset(options.check or (check.id for check in own_checks() if needs_source(check)))
    )
    shown: list[str] = []
    for language, rows in _pairs(options.data, options.set or ["newstest"]).items():
        rows = rows[:: max(len(rows) // options.pairs, 1)] if options.pairs else rows
        counts: Counter[tuple[str, Severity]] = Counter()
        for row, findings in audited(rows, choice, options.processes):
            counts.update((finding.rule, finding.severity) for finding in findings)
            shown += [_example(row, finding) for finding in findings]
        _print_rates(f"{language}, {len(rows)} pairs", counts, len(rows))
    if options.examples:
        options.examples.write_text("\n\n".join(sorted(shown)) + "\n", encoding="utf-8")


def _pairs(data: Path, sets: Iterable[str]) -> dict[str, list[Row]]:
    """Return the human pairs of ``sets`` in ``data`` by the language of their source, each text once."""
    pairs: dict[tuple[str, str], Row] = {}
    for name in sets:
        for row in rows_of(data / SETS[name]):
            if row["ref"]:
                language = row["lp"].partition("-")[0]
                pairs.setdefault((language, row["src"]), Row(row["id"], row["ref"], language, source=row["src"]))
    by_language: dict[str, list[Row]] = {}
    for (language, _), row in pairs.items():
        by_language.setdefault(language, []).append(row)
    return by_language


def _print_rates(title: str, counts: Counter[tuple[str, Severity]], pairs: int) -> None:
    print(title)
    for severity in Severity:
        ours = {rule: count for (rule, found), count in counts.items() if found is severity}
        print(f"  {severity}: {100 * sum(ours.values()) / pairs:.2f} per 100 pairs")
        for rule, count in sorted(ours.items(), key=lambda item: -item[1]):
            print(f"    {rule:28} {100 * count / pairs:6.2f} {count:6}")


def _example(row: Row, finding: Finding) -> str:
    told = f"{finding.severity} {finding.rule}: {finding.message} [{finding.primary.text[:60]}]"
    return f"{told}\n  {row.source}\n  {row.text}"


if __name__ == "__main__":
    main()
