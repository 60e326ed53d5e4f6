"""What LanguageTool flags in news by mistake, and a rule id alone cannot tell."""

from __future__ import annotations

import re

from auditor.checks.base import Story
from auditor.checks.languagetool.spelling import known_names
from auditor.engines.languagetool import Match

_TICKER = re.compile(r"\b[A-Z0-9]{1,6}\.$")
_EXCHANGE = re.compile(r"[A-Z]{1,2}\b")


def is_innocent(match: Match, story: Story) -> bool:
    """Tell whether ``match`` is about a doubled name (``Drung Drung``) or a stock symbol (``ACME.N``)."""
    text, span = story.target.text, match.span
    if match.rule_id == "ENGLISH_WORD_REPEAT_RULE":
        return _is_doubled_name(span.of(text), text)
    if match.rule_id == "SENTENCE_WHITESPACE":
        return bool(_TICKER.search(text, 0, span.start) and _EXCHANGE.match(text, span.start))
    return False


def _is_doubled_name(pair: str, text: str) -> bool:
    """Tell whether ``pair`` is a name that happens to repeat itself.

    It is none where the word is known as a name by itself, is an acronym, or stands alone elsewhere in the story.
    """
    word = pair.split()[0]
    if not all(part[:1].isupper() for part in pair.split()) or word in known_names():
        return False
    if len(word) > 1 and (word.isupper() or not word.isalpha()):
        return False
    alone = len(re.findall(rf"\b{re.escape(word)}\b", text)) - 2 * len(re.findall(rf"\b{re.escape(pair)}\b", text))
    return alone <= 0
