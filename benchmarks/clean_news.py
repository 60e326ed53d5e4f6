"""False alarms at default settings: every check, LanguageTool included, over news that a newsroom wrote in English.

    python -m benchmarks.clean_news DATA_DIR [--examples FILE] [--no-languagetool]

DATA_DIR is the folder of the evaluation data. Printed: findings per 1,000 words by severity for each set and for all of
them, and the rules that speak most. FILE is given every finding of major or worse, and one minor in five, with the
flagged words marked ``[[so]]``: read it, some of them are genuine slips of the copy.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor import audit
from auditor.checks.registry import checks, own_checks
from auditor.config import EngineSettings
from auditor.model import Document, Finding, Report, Severity
from auditor.segmentation import document_from_text
from benchmarks.rows import rows_of

SETS = ("clean_ieer1998", "clean_newstest2019_2020_en", "clean_wmt_english_sources")
CONTEXT = 120
"""Code points shown on each side of a finding."""


def documents(path: Path) -> Iterator[Document]:
    """Yield the stories of one set; of a mixed set, those that are news."""
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows_of(path):
        if row.get("domain") in {None, "news", "newswire"}:
            stories[row["doc"]].append(row["mt"])
    for name, paragraphs in stories.items():
        yield document_from_text(f"{path.name}:{name}", "\n\n".join(paragraphs), furniture=False)


def shown(report: Report, finding: Finding) -> str:
    text, span = report.document.text, finding.primary.span
    before, after = text[max(span.start - CONTEXT, 0) : span.start], text[span.end : span.end + CONTEXT]
    passage = f"{before}[[{finding.primary.text}]]{after}".replace("\n", " ")
    return f"{finding.severity}\t{finding.rule}\t{passage}\t{finding.message}"


def rates(reports: list[Report]) -> str:
    words = sum(report.score.words for report in reports)
    major = sum(report.score.count(level) for report in reports for level in (Severity.MAJOR, Severity.CRITICAL))
    minor = sum(report.score.count(Severity.MINOR) for report in reports)
    return f"{len(reports):5} stories {words:8,} words   {1000 * major / words:6.2f} {1000 * minor / words:6.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--examples", type=Path)
    parser.add_argument("--no-languagetool", action="store_true")
    options = parser.parse_args()
    active = own_checks() if options.no_languagetool else checks(EngineSettings())
    active = tuple(
        check for check in active if not check.rules or any(not rule.source_languages for rule in check.rules)
    )
    print(f"{'':30} {'':29}   findings per 1,000 words: major or worse, minor")
    every: list[Report] = []
    for name in SETS:
        reports = [audit(document, checks=active) for document in documents(options.data / "dev" / f"{name}.jsonl.gz")]
        print(f"{name:30} {rates(reports)}", flush=True)
        every.extend(reports)
    print(f"{'all':30} {rates(every)}\n")
    findings = [(report, finding) for report in every for finding in report.findings]
    for level in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR):
        counts = Counter(finding.rule for _, finding in findings if finding.severity is level)
        print(f"{level}: " + ", ".join(f"{rule} {count}" for rule, count in counts.most_common(25)))
    if options.examples:
        lines = [shown(report, f) for report, f in findings if f.severity.rank >= Severity.MAJOR.rank]
        lines += [shown(report, f) for report, f in findings if f.severity is Severity.MINOR][::5]
        options.examples.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
