"""``acronym-in-two-meanings``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span

_EXPLAINED = re.compile(
    r"(?P<name>(?!The\s)[A-Z][\w'-]+(?:(?:\s(?:of|for|the|and|on|in|to|&))*\s[A-Z][\w'-]+){1,7})\s\((?P<acronym>[A-Z][A-Za-z-]*[A-Z])\)"
)


@code_check(
    "acronym-in-two-meanings",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The [[Nordic Grain Council (NGC)]] met.\n\nThe [[Nordic Cereal Council (NGC)]] will meet again.",
        "The [[Lake Fishing Board (LFB)]] said so.\n\nThe [[Lake Fishing Board (CPL)]] denied it.",
    ),
    passes=(
        "The Nordic Grain Council (NGC) met.\n\nThe Nordic Grain Council (NGC) will meet again.",
        "The Nordic Grain Council (NGC) met the Lake Fishing Board (LFB).",
        "The US Grain Council (UGC) met.\n\nThe powerful US Grain Council (UGC) agreed.",
    ),
)
def acronym_in_two_meanings(story: Story) -> Iterator[Hit]:
    """One acronym is explained by two names, or one name by two acronyms.

    Each sentence was translated by itself. The reader takes one body for two.

    Names of which one only has more words in front pass.
    """
    by_acronym: dict[str, dict[str, Span]] = defaultdict(dict)
    by_name: dict[str, dict[str, Span]] = defaultdict(dict)
    for sentence in story.analysis.sentences:
        for found in _EXPLAINED.finditer(sentence.plain):
            span = sentence.span_at(*found.span())
            by_acronym[found["acronym"]].setdefault(found["name"], span)
            by_name[found["name"]].setdefault(found["acronym"], span)
    for acronym, names in by_acronym.items():
        yield from _two(names, f"“{acronym}” is explained by two names")
    for name, acronyms in by_name.items():
        yield from _two(acronyms, f"“{name}” has two acronyms")


def _two(forms: dict[str, Span], message: str) -> Iterator[Hit]:
    first, *others = forms
    for other in others:
        if not (first.endswith(other) or other.endswith(first)):
            yield Hit(spans=(forms[other], forms[first]), message=f"{message}: “{other}” here, “{first}” before.")
            return
