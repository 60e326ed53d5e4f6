"""The form in which LanguageTool is asked."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlencode

from auditor.engines.languagetool.annotation import Request

_ACROSS = frozenset({"ENGLISH_WORD_REPEAT_BEGINNING_RULE", "EN_UNPAIRED_QUOTES", "EN_WORD_COHERENCY"})
"""Rules that are never asked for: they compare a paragraph with others, and wire copy has no use for them.

It begins paragraph after paragraph with the same name, reopens a long quotation with each paragraph and closes it
once, and its consistency is another check's work. Of the other rules that LanguageTool says look beyond a paragraph
two are not noise; see ``whole``.
"""

FIRST_VARIETY = "en-US"
_FIRST = "Teh harbour office, which have opened in 1998, was closed on Monday (5 May)."


def form(request: Request, language: str, disabled: Collection[str]) -> bytes:
    """Return ``request`` as a form, for one of LanguageTool's languages and without the rules ``disabled``."""
    off = ",".join(sorted(_ACROSS.union(disabled)))
    return urlencode({"language": language, "data": request.payload(), "disabledRules": off}).encode()


def first_form() -> bytes:
    """Return the form of a question as most are, in ``FIRST_VARIETY``, with which a server warms up."""
    return form(Request((((_FIRST, False),),)), FIRST_VARIETY, ())
