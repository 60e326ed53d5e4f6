"""What audits worked out before: the forks find it, and pass on what is new to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.analysis import parses
from auditor.analysis.language import language
from auditor.engines.languagetool import answers

News = tuple[bytes, Mapping[Any, Any]]
"""Parses, and what LanguageTool said of paragraphs."""


def wake() -> None:
    """Begin to keep what is worked out in this process."""
    parses.wake()
    answers.wake()


def news() -> News:
    """Return what this process has worked out since it was forked."""
    return parses.news(), answers.news()


def learn(told: News) -> None:
    """Keep what a fork has worked out."""
    parsed, answered = told
    parses.learn(parsed, language())
    answers.learn(answered)
