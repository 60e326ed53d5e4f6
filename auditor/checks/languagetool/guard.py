"""What LanguageTool flags in news by mistake, and a rule id alone cannot tell."""

from __future__ import annotations

import re

from auditor.checks.base import Story
from auditor.engines.languagetool import Match

_TICKER = re.compile(r"\b[A-Z0-9]{1,6}\.$")
_EXCHANGE = re.compile(r"[A-Z]{1,2}\b")


def is_innocent(match: Match, story: Story) -> bool:
    """Tell whether ``match`` is about a doubled name (``Walla Walla``) or a stock symbol (``ACME.N``)."""
    text, span = story.target.text, match.span
    if match.rule_id == "ENGLISH_WORD_REPEAT_RULE":
        return all(word[:1].isupper() for word in span.of(text).split())
    if match.rule_id == "SENTENCE_WHITESPACE":
        return bool(_TICKER.search(text, 0, span.start) and _EXCHANGE.match(text, span.start))
    return False
