"""Whether a broken translation gets a worse penalty than the good one that it was made from.

    python -m benchmarks.demetr DATA_DIR --cache DIR [--source] [--reference] [--languagetool] [--check ID]...

DATA_DIR holds ``dev/demetr_xx-en.jsonl.gz``: good machine translations (``clean-mt``) and copies of them with one
controlled perturbation each (Karpinska et al. 2022, "DEMETR"). Every text is audited as a story of its own. Printed for
each perturbation and source language: the share of copies whose penalty points are strictly worse than the clean
partner's, a tie counting half; then the share of clean partners with a finding of major or worse. ``--source`` and
``--reference`` put those texts beside it; ``--misses FILE`` is given the pairs that tie or go wrong.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

from auditor.config import load_profile
from auditor.model import Finding, Severity
from benchmarks.pairs import Choice, Row, audited
from benchmarks.rows import rows_of

SET = Path("dev") / "demetr_xx-en.jsonl.gz"
CLEAN = "clean-mt"
ROMANCE_AND_GERMAN = ("fr", "es", "de", "it")


def row_of(row: dict[str, Any], options: argparse.Namespace) -> Row:
    return Row(
        row["id"],
        row["mt"],
        row["lp"].partition("-")[0],
        row["src"] if options.source else None,
        row["ref"] if options.reference else None,
    )


def points_of(findings: tuple[Finding, ...]) -> float:
    profile = load_profile("wire")
    return sum(profile.weight(finding.severity) for finding in findings)


def verdict(broken: float, clean: float) -> float:
    return 1.0 if broken > clean else 0.5 if broken == clean else 0.0


def show(scores: dict[tuple[str, str], list[float]], languages: list[str]) -> None:
    print(f"{'':34}{'n':>6}{'all':>7}{'4':>7}  " + "".join(f"{language:>6}" for language in languages))
    for name in sorted({name for name, _ in scores}, key=lambda name: name.split("_")[1:]):
        by_language = {language: scores[name, language] for language in languages if scores.get((name, language))}
        every = [score for values in by_language.values() for score in values]
        four = [_mean(by_language[language]) for language in ROMANCE_AND_GERMAN if language in by_language]
        cells = "".join(f"{_mean(by_language.get(language, [])):6.2f}" for language in languages)
        print(f"{name:34}{len(every):6}{_mean(every):7.3f}{_mean(four):7.3f}  {cells}")


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, required=True, help="folder for parses, outside the repository")
    parser.add_argument("--source", action="store_true")
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--languagetool", action="store_true")
    parser.add_argument("--check", action="append", default=[])
    parser.add_argument("--system", action="append", default=[], help="only perturbations whose name holds this")
    parser.add_argument("--misses", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    rows = {row["id"]: row for row in rows_of(options.data / SET)}
    choice = Choice(options.cache, frozenset(options.check), options.languagetool)
    work = (row_of(row, options) for row in rows.values())
    found = {row.id: findings for row, findings in audited(work, choice, options.processes)}
    scores: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    misses: list[str] = []
    clean = {_key(row): row["id"] for row in rows.values() if row["system"] == CLEAN}
    for row in rows.values():
        if row["system"] == CLEAN or not any(part in row["system"] for part in options.system or [""]):
            continue
        partner = clean[_key(row)]
        score = verdict(points_of(found[row["id"]]), points_of(found[partner]))
        scores[row["system"], row["lp"].partition("-")[0]].append(score)
        if score < 1:
            misses.append(_shown(row, rows[partner], found[row["id"]], found[partner]))
    show(scores, sorted({language for _, language in scores}))
    flagged = [id_ for id_ in clean.values() if any(f.severity.rank >= Severity.MAJOR.rank for f in found[id_])]
    print(f"clean partners flagged major or worse: {100 * len(flagged) / len(clean):.2f}% of {len(clean)}")
    if options.misses:
        alarms = [_shown(rows[id_], rows[id_], found[id_], ()) for id_ in clean.values() if found[id_]]
        options.misses.write_text("\n\n".join((*alarms, *sorted(misses))) + "\n", encoding="utf-8")


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["lp"], row["seg"]


def _shown(
    row: dict[str, Any], partner: dict[str, Any], broken: tuple[Finding, ...], clean: tuple[Finding, ...]
) -> str:
    told = "; ".join(f"{f.severity} {f.rule} [{f.primary.text[:40]}] {f.message}" for f in broken)
    before = "; ".join(f"{f.severity} {f.rule} [{f.primary.text[:40]}]" for f in clean)
    lines = (row["src"], partner["mt"], row["mt"], f"found: {told}", f"in the clean one: {before}")
    return f"{row['system']} {row['lp']} {row['seg']}\n  " + "\n  ".join(lines)


if __name__ == "__main__":
    main()
