"""Findings in the words of the Internationalization Tag Set 2.0 (https://www.w3.org/TR/its20/#lqissue)."""

from __future__ import annotations

import re

from auditor.model import Category, Finding, Report, Severity, tool_version
from auditor.render.wording import sentence
from auditor.text.visible import visible

SPACE = "http://www.w3.org/2005/11/its"
PROFILE = "urn:translation-auditor:mqm"
"""Names whose types and severities these are."""

_TYPES = {
    Category.WRONG_TERM: "terminology",
    Category.TERM_INCONSISTENCY: "inconsistency",
    Category.TERMBASE: "terminology",
    Category.MISTRANSLATION: "mistranslation",
    Category.NUMBER: "numbers",
    Category.DATE_TIME: "mistranslation",
    Category.ENTITY: "inconsistent-entities",
    Category.FALSE_FRIEND: "mistranslation",
    Category.OVERLY_LITERAL: "mistranslation",
    Category.ADDITION: "addition",
    Category.OMISSION: "omission",
    Category.UNTRANSLATED: "untranslated",
    Category.PUNCTUATION: "typographical",
    Category.WHITESPACE: "whitespace",
    Category.SPELLING: "misspelling",
    Category.CAPITALIZATION: "typographical",
    Category.DUPLICATION: "duplication",
    Category.CHARACTER_ENCODING: "characters",
    Category.COHESION: "inconsistency",
    Category.REGISTER: "register",
    Category.INCONSISTENT_STYLE: "inconsistency",
    Category.CULTURE_SPECIFIC: "locale-specific-content",
    Category.OFFENSIVE: "legal",
    Category.MARKUP: "markup",
}
_DIMENSIONS = {"fluency": "grammar", "style": "style", "locale-convention": "locale-violation"}
"""What the categories are called that are not named above."""

_SEVERITIES = {Severity.NEUTRAL: 0, Severity.MINOR: 4, Severity.MAJOR: 20, Severity.CRITICAL: 100}
"""MQM's penalties of 1, 5 and 25, the gravest being 100."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def issue_type(category: Category) -> str:
    """Return which of the 27 types a category is."""
    return _TYPES.get(category) or _DIMENSIONS.get(category.dimension, "other")


def severity_of(finding: Finding) -> int:
    """Return the severity, from 0 to 100."""
    return _SEVERITIES[finding.severity]


def comment(finding: Finding) -> str:
    """Return the finding in a line: how grave, the words, what is wrong with them, what to write."""
    words = visible(" ".join(finding.primary.text.split()))
    told = f"{finding.severity.value}: “{words}”: {sentence(finding)} ({finding.rule})"
    return _FORBIDDEN.sub("\ufffd", told)


def issue(finding: Finding) -> dict[str, str]:
    """Return the attributes of a localization quality issue, by their names in XML."""
    return {
        "locQualityIssueType": issue_type(finding.category),
        "locQualityIssueSeverity": str(severity_of(finding)),
        "locQualityIssueComment": comment(finding),
        "locQualityIssueProfileRef": PROFILE,
    }


def rating(report: Report, threshold: float) -> dict[str, str]:
    """Return the attributes of a localization quality rating; none for a story too short for a score."""
    if report.score.quality is None or report.score.short:
        return {}
    return {
        "locQualityRatingScore": f"{report.score.quality:g}",
        "locQualityRatingScoreThreshold": f"{threshold:g}",
        "locQualityRatingProfileRef": f"{PROFILE}:{tool_version()}",
    }
