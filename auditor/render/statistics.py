"""How often each rule spoke, over all stories: what a desk has to deal with, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.model import Report
from auditor.render import wording
from auditor.text.visible import visible_lines


def render(reports: Sequence[Report]) -> str:
    """Return a line for each rule and severity, the gravest and most frequent first, and what they come to.

    Checks that did not run are told: nothing of theirs is counted.
    """
    return visible_lines("\n".join(_lines(reports))) + "\n"


def _lines(reports: Sequence[Report]) -> Iterator[str]:
    found = [(report.document.label, finding) for report in reports for finding in report.findings]
    counts = Counter((finding.severity, finding.rule) for _, finding in found)
    stories = Counter(pair for pair, _ in {((finding.severity, finding.rule), label) for label, finding in found})
    for (severity, rule), number in sorted(counts.items(), key=lambda each: (-each[0][0].rank, -each[1], each[0][1])):
        yield f"{number:>6}  {severity.value:<8}  {rule}  in {wording.count(stories[severity, rule], 'story')}"
    words = sum(report.score.words for report in reports)
    points = sum(report.score.points for report in reports)
    rate = 1000 * points / words if words else 0.0
    told = f"{wording.count(len(found), 'finding')} in {wording.count(len(reports), 'story')}"
    yield f"{told}, {wording.count(words, 'word')}: {rate:.1f} points per 1,000 words"
    missing = {skipped.check: skipped for report in reports for skipped in report.skipped}
    yield from (wording.not_run(skipped) for skipped in missing.values())
