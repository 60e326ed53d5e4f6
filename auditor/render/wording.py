"""Findings in words, alike in every report."""

from __future__ import annotations

from auditor.model import LENT_WORDS, Category, Document, Finding, Report, Score, Severity, Skipped
from auditor.text.visible import visible

NAMED_SUGGESTIONS = 3
"""How many suggestions one line of text names."""


def advice(finding: Finding) -> str:
    """Return the suggestions in words, such as ``“a” or “b”``, or nothing where there are none."""
    shown = finding.suggestions[:NAMED_SUGGESTIONS]
    return " or ".join(map(suggestion, shown))


def suggestion(words: str) -> str:
    """Return one suggestion in words: what to write, or what to do where that cannot be seen."""
    if not words:
        return "leave it out"
    return "a single space" if words == " " else f"“{visible(words)}”"


def sentence(finding: Finding) -> str:
    """Return the whole finding in one line: what is wrong and what to write instead."""
    message = visible(finding.message).strip()
    tail = advice(finding)
    return f"{message} Try: {tail}." if tail else message


_PLAIN = {
    Category.DATE_TIME: "date or time",
    Category.ENTITY: "name",
    Category.FUNCTION_WORDS: "small words",
    Category.OVERLY_LITERAL: "too literal",
    Category.TENSE: "tense",
    Category.TERMBASE: "glossary",
    Category.THIRD_PARTY_STYLE: "house style",
}


NOT_RUN = "check-not-run"
"""The rule id under which formats that know findings only report a check that did not run."""


def not_run(skipped: Skipped) -> str:
    """Say in a line which check did not run, why, and what to do."""
    return visible(f"{skipped.check} did not run: {skipped.reason} {skipped.hint}")


def plain(category: Category) -> str:
    """Return the category as an editor would say it, such as ``word order``."""
    return _PLAIN.get(category) or category.value.partition("/")[2].replace("-", " ")


def tally(report: Report) -> str:
    """Return the findings by severity in words, worst first, such as ``4 critical, 9 major``."""
    counts = ((severity, report.score.count(severity)) for severity in reversed(Severity))
    return ", ".join(f"{count} {severity}" for severity, count in counts if count) or "no findings"


def score(report: Report) -> str:
    """Return the quality score in words; it is cut, never rounded up to a mark it does not reach."""
    quality = report.score.quality
    return "too short to score" if quality is None else f"quality {shown_quality(quality)} of 100{_between(report)}"


def shown_quality(quality: float) -> str:
    """Return the quality as it is shown; what floating points lose is no point less."""
    return str(int(quality + 1e-9))


def reckoning(score: Score) -> str:
    """Return how the quality is reckoned, with the numbers of the story; nothing where the report does not hold them.

    The formula is that of ``auditor.scoring.quality``.
    """
    mark, acceptable, quality = score.pass_mark, score.acceptable_points, score.quality
    if mark is None or acceptable is None or quality is None:
        return ""
    lent = acceptable * LENT_WORDS / 1000
    rate = (score.points + lent) * 1000 / (score.words + LENT_WORDS)
    between = ""
    if score.quality_low is not None and score.quality_high is not None:
        between = (
            f" So many words leave it open between {shown_quality(score.quality_low)} and "
            f"{shown_quality(score.quality_high)} (95%)."
        )
    return (
        f"{score.points:g} points in {score.words:,} words, read with {LENT_WORDS} words more that just reach the mark "
        f"({lent:g} points), are r = {rate:.1f} points per 1,000 words. "
        f"Quality = 100 × m × a ÷ (m × a + r × (100 − m)) = {quality:.1f}, "
        f"where a = {acceptable:g} points per 1,000 words earn the mark m = {mark:g}.{between}"
    )


def _between(report: Report) -> str:
    """Return between which values the quality of a short story lies; nothing for others."""
    low, high = report.score.quality_low, report.score.quality_high
    if not report.score.short or low is None or high is None:
        return ""
    return f" ({shown_quality(low)} to {shown_quality(high)}: short)"


def origin(document: Document) -> str:
    """Return what the file says of the story, in words; nothing where it says nothing."""
    about = document.metadata
    if about is None:
        return ""
    told = (
        about.format,
        about.provider,
        about.slug,
        about.version and f"version {about.version}",
        about.embargo and f"EMBARGO {about.embargo}",
        about.digital_source_type and f"made by {about.digital_source_type}",
        about.translated_from and f"translated from {about.translated_from}",
    )
    return ", ".join(each for each in told if each)


def points(report: Report) -> str:
    """Return the points found beside those expected, to follow other words; nothing where none are expected."""
    found, expected = report.score.points, report.score.expected
    return "" if expected is None else f"; {found:g} points found, {expected:.0f} expected of a reviewer"


def count(number: int, one: str) -> str:
    """Return ``number`` with its noun, such as ``3 stories`` for ``story``."""
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
    return f"{number:,} {one if number == 1 else many}"
