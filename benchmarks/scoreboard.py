"""The scoreboard: what the auditor finds of the gold marks, and what it says about clean text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.model import Finding, Link, Report, Severity
from benchmarks.gold import Family, Mark, Needs, Pair, ReferenceStory
from benchmarks.matching import Matching, match

SEVERITIES = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)


@dataclass(frozen=True, slots=True)
class Audited:
    """One story of the set: its target audited by itself, then with source and human translation beside it."""

    story: ReferenceStory
    alone: Report
    sourced: Report


@dataclass(frozen=True, slots=True)
class Clean:
    """A text in which nothing is wrong, audited: what kind of text, and its report."""

    kind: str
    report: Report


def scoreboard(audited: Sequence[Audited], clean: Sequence[Clean]) -> str:
    """Return the scoreboard as Markdown."""
    alone = [match(a.story.marks, a.alone.findings) for a in audited]
    sourced = [match(a.story.marks, a.sourced.findings) for a in audited]
    return "\n".join(_lines(audited, clean, alone, sourced)) + "\n"


def _lines(
    audited: Sequence[Audited], clean: Sequence[Clean], alone: list[Matching], sourced: list[Matching]
) -> Iterator[str]:
    words = sum(a.alone.score.words for a in audited)
    marks = [mark for a in audited for mark in a.story.marks]
    yield "# Scoreboard"
    yield ""
    yield f"{len(audited)} stories of `reference/`, {words:,} words, {len(marks)} gold marks."
    yield "Written by `python -m benchmarks.gallery`; when a finding counts as a hit is told in"
    yield "`benchmarks/matching.py`."
    yield ""
    yield "## Recall"
    yield ""
    yield "Marks that an attentive reader of the target sees, found without and with the source;"
    yield "marks that only the source shows, found with it."
    yield from _recall("severity", SEVERITIES, lambda mark: mark.severity, alone, sourced)
    yield from _recall("family", tuple(Family), lambda mark: mark.family, alone, sourced)
    yield from _by_story(audited, alone, sourced)
    yield ""
    yield "## Precision"
    yield ""
    yield "Findings on the targets that point at a gold mark, of all findings there."
    yield from _precision(alone, sourced)
    yield ""
    yield "## False alarms"
    yield ""
    yield "Findings on texts in which nothing is wrong, and how many that makes in 1,000 words."
    yield from _alarms(clean)
    yield ""
    yield "## Alignment"
    yield ""
    yield "Groups of sentences that answer each other, and sentences without an answer, as the gold has them."
    yield from _alignment(audited)
    yield ""
    yield "## What was said wrongly"
    yield from _wrong(audited, clean, sourced)
    yield ""
    yield "## What was missed"
    yield ""
    yield "Marks not found with the source at hand, worst first."
    yield from _missed(audited, sourced)


def _recall(
    title: str,
    values: Sequence[Severity] | Sequence[Family],
    key: Callable[[Mark], Severity | Family],
    alone: list[Matching],
    sourced: list[Matching],
) -> Iterator[str]:
    yield ""
    yield f"| {title} | in the target: alone | with source | only in the source |"
    yield "|---|---:|---:|---:|"
    for value in values:
        cells = (
            _share(alone, lambda m, v=value: key(m) is v and m.needs is Needs.TARGET),
            _share(sourced, lambda m, v=value: key(m) is v and m.needs is Needs.TARGET),
            _share(sourced, lambda m, v=value: key(m) is v and m.needs is Needs.SOURCE),
        )
        yield f"| {value} | {' | '.join(cells)} |"
    yield f"| **all** | {' | '.join(f'**{cell}**' for cell in _totals(alone, sourced))} |"


def _totals(alone: list[Matching], sourced: list[Matching]) -> tuple[str, str, str]:
    return (
        _share(alone, lambda mark: mark.needs is Needs.TARGET),
        _share(sourced, lambda mark: mark.needs is Needs.TARGET),
        _share(sourced, lambda mark: mark.needs is Needs.SOURCE),
    )


def _by_story(audited: Sequence[Audited], alone: list[Matching], sourced: list[Matching]) -> Iterator[str]:
    yield ""
    yield "| story | from | in the target: alone | with source | only in the source | verdict | points/1,000 |"
    yield "|---|---|---:|---:|---:|---|---:|"
    for each, before, after in zip(audited, alone, sourced, strict=True):
        cells = " | ".join(_totals([before], [after]))
        verdict, score = each.sourced.verdict.outcome, each.sourced.score
        yield (
            f"| {each.story.name} | {each.story.source_language} | {cells} "
            f"| {verdict.upper()} | {score.per_thousand:.0f} |"
        )


def _share(matchings: Iterable[Matching], wanted: Callable[[Mark], bool]) -> str:
    found = missed = 0
    for matching in matchings:
        found += sum(map(wanted, matching.found))
        missed += sum(map(wanted, matching.missed))
    return _percent(found, found + missed)


def _percent(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.0%})" if whole else "-"


def _precision(alone: list[Matching], sourced: list[Matching]) -> Iterator[str]:
    yield ""
    yield "| findings | alone | with source |"
    yield "|---|---:|---:|"
    for severity in SEVERITIES:
        yield f"| {severity} | {_right(alone, {severity})} | {_right(sourced, {severity})} |"
    yield f"| **all** | **{_right(alone, set(SEVERITIES))}** | **{_right(sourced, set(SEVERITIES))}** |"


def _right(matchings: list[Matching], severities: set[Severity]) -> str:
    right = sum(f.severity in severities for matching in matchings for f in matching.right)
    wrong = sum(f.severity in severities for matching in matchings for f in matching.wrong)
    return _percent(right, right + wrong)


def _alarms(clean: Sequence[Clean]) -> Iterator[str]:
    yield ""
    yield "| texts | words | critical | major | minor | major or worse in 1,000 words | all in 1,000 words |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind in dict.fromkeys(each.kind for each in clean):
        reports = [each.report for each in clean if each.kind == kind]
        words = sum(report.score.words for report in reports)
        counts = Counter(f.severity for report in reports for f in report.findings)
        grave = counts[Severity.CRITICAL] + counts[Severity.MAJOR]
        every = grave + counts[Severity.MINOR]
        cells = " | ".join(str(counts[severity]) for severity in SEVERITIES)
        yield f"| {kind} | {words:,} | {cells} | {1000 * grave / words:.1f} | {1000 * every / words:.1f} |"


def _alignment(audited: Sequence[Audited]) -> Iterator[str]:
    with_source = [(_groups(each.sourced.source_links), set(each.story.source_pairs)) for each in audited]
    with_human = [(_compared(each.sourced), set(each.story.human_pairs)) for each in audited]
    yield ""
    yield "| target and | all | one to one | merged or split | without an answer |"
    yield "|---|---:|---:|---:|---:|"
    for title, both in (("source", with_source), ("human translation", with_human)):
        cells = (
            _percent(
                sum(shape(pair) for found, gold in both for pair in found & gold),
                sum(shape(pair) for _, gold in both for pair in gold),
            )
            for shape in (_any, _one_to_one, _merged, _unanswered)
        )
        yield f"| {title} | {' | '.join(cells)} |"


def _groups(links: Iterable[Link]) -> set[Pair]:
    return {(link.target, link.other) for link in links}


def _compared(report: Report) -> set[Pair]:
    if report.comparison is None:
        return set()
    answered = _groups(pair.link for pair in report.comparison.pairs)
    added: set[Pair] = {((number,), ()) for number in report.comparison.unanswered_target}
    dropped: set[Pair] = {((), (number,)) for number in report.comparison.unanswered_reference}
    return answered | added | dropped


def _any(pair: Pair) -> bool:
    return bool(pair)


def _one_to_one(pair: Pair) -> bool:
    return len(pair[0]) == len(pair[1]) == 1


def _merged(pair: Pair) -> bool:
    return min(map(len, pair)) > 0 and max(map(len, pair)) > 1


def _unanswered(pair: Pair) -> bool:
    return not all(pair)


def _wrong(audited: Sequence[Audited], clean: Sequence[Clean], sourced: list[Matching]) -> Iterator[str]:
    rows = [(each.story.name, finding) for each, m in zip(audited, sourced, strict=True) for finding in m.wrong]
    yield ""
    yield "On the targets, with the source:"
    yield from _findings(rows)
    for kind in dict.fromkeys(each.kind for each in clean):
        yield ""
        yield f"On {kind}:"
        named = [(each.report.document.name, each.report.findings) for each in clean if each.kind == kind]
        yield from _findings([(name, f) for name, findings in named for f in match((), findings).wrong])


def _findings(rows: list[tuple[str, Finding]]) -> Iterator[str]:
    yield ""
    if not rows:
        yield "nothing."
        return
    yield "| text | words | rule | severity |"
    yield "|---|---|---|---|"
    for name, finding in rows:
        yield f"| {name} | {_cell(finding.primary.text)} | {finding.rule} | {finding.severity} |"


def _missed(audited: Sequence[Audited], sourced: list[Matching]) -> Iterator[str]:
    rows = [(each.story.name, mark) for each, m in zip(audited, sourced, strict=True) for mark in m.missed]
    yield ""
    yield "| story | words | correct | family | severity | needs |"
    yield "|---|---|---|---|---|---|"
    for name, mark in sorted(rows, key=lambda row: -row[1].severity.rank):
        yield (
            f"| {name} | {_cell(mark.words)} | {_cell(mark.correct)} | {mark.family} | {mark.severity} | {mark.needs} |"
        )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
