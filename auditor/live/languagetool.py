"""What LanguageTool's ``/v2/check`` is asked and answers, for its clients: our findings in its form.

Source: LanguageTool's public HTTP API, version 1 (https://languagetool.org/http-api/). Offsets count UTF-16 units.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.annotating.its import issue_type
from auditor.model import ENGLISH, Finding, InputError, Report, Severity, Span, tool_version
from auditor.render import wording
from auditor.render.tool import FULL_NAME
from auditor.text.visible import visible

LANGUAGES = (
    {"name": "English", "code": ENGLISH, "longCode": ENGLISH},
    {"name": "English (US)", "code": ENGLISH, "longCode": "en-US"},
    {"name": "English (GB)", "code": ENGLISH, "longCode": "en-GB"},
)
"""The languages that are checked: the desk's profile says which English it wants, whatever a client asks for."""

_AUTO = "auto"
_PICKY = "picky"
_AROUND = 40
"""Code points of the text that a match shows on either side."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: ``text`` as it is audited, and how its places are those of what was sent.

    ``starts`` are where pieces begin in ``text``, ``sent`` where they begin in what was sent, in UTF-16 units.
    """

    text: str
    starts: tuple[int, ...]
    sent: tuple[int, ...]
    source: str | None
    source_language: str | None
    disabled: frozenset[str]
    enabled: frozenset[str]
    only_enabled: bool
    categories: frozenset[str]
    picky: bool

    def place(self, offset: int) -> int:
        """Return where the code point at ``offset`` of the text stands in what was sent."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sent[piece] + units(self.text[self.starts[piece] : offset])

    def wants(self, finding: Finding) -> bool:
        """Tell whether a finding is to be answered."""
        if finding.severity is Severity.NEUTRAL and not self.picky:
            return False
        if self.only_enabled:
            return finding.rule in self.enabled
        silent = finding.rule in self.disabled or finding.category.name in self.categories
        return not silent or finding.rule in self.enabled


def units(text: str) -> int:
    """Return how many UTF-16 units ``text`` has."""
    return len(text) + sum(character > "\uffff" for character in text)


def asked(form: Mapping[str, str]) -> Asked:
    """Return the question in the fields of a form; raises ``InputError`` for one that cannot be answered."""
    language = form.get("language", "")
    if language != _AUTO and language.partition("-")[0].lower() != ENGLISH:
        raise InputError(f"“{language}” is not checked here; ask for en-US or auto.")
    if ("text" in form) == ("data" in form):
        raise InputError("Give the copy in one of the fields text and data.")
    text, starts, sent = _annotated(form["data"]) if "data" in form else (form["text"], (0,), (0,))
    return Asked(
        text=text,
        starts=starts,
        sent=sent,
        source=form.get("source") or None,
        source_language=form.get("sourceLanguage") or None,
        disabled=_listed(form, "disabledRules"),
        enabled=_listed(form, "enabledRules"),
        only_enabled=form.get("enabledOnly") == "true",
        categories=_listed(form, "disabledCategories"),
        picky=form.get("level") == _PICKY,
    )


def _listed(form: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(filter(None, form.get(name, "").split(",")))


def _annotated(data: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return the text of annotated ``data``, markup as what it is interpreted as, and where its pieces begin."""
    parts: list[str] = []
    starts: list[int] = []
    sent: list[int] = []
    at = there = 0
    try:
        for piece in json.loads(data)["annotation"]:
            shown = str(piece["text"] if "text" in piece else piece.get("interpretAs", ""))
            parts.append(shown)
            starts.append(at)
            sent.append(there)
            at += len(shown)
            there += units(str(piece["text"] if "text" in piece else piece["markup"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError("The field data is no annotated text; write {“annotation”: [{“text”: …}, …]}.") from None
    return "".join(parts), tuple(starts) or (0,), tuple(sent) or (0,)


def answer(question: Asked, reports: Iterable[Report], language: str | None) -> dict[str, Any]:
    """Return the answer; ``language`` is that of the text as it was found to be, None where nobody can tell.

    A check that was to run and did not makes the answer incomplete, and so does a text in another language.
    """
    reports = tuple(reports)
    missing = [wording.not_run(skipped) for report in reports for skipped in report.skipped if not skipped.allowed]
    known = next((each for each in LANGUAGES if each["longCode"] == "en-US"), LANGUAGES[0])
    found = {**known, "confidence": 1.0 if language else 0.0}
    if language not in (None, ENGLISH):
        found = {"name": language, "code": language, "longCode": language, "confidence": 1.0}
        missing.append(f"The text seems to be in another language than English ({language}).")
    return {
        "software": {
            "name": FULL_NAME,
            "version": tool_version(),
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": bool(missing), "reasons": missing},
        "language": {**known, "detectedLanguage": found},
        "matches": [
            _match(question, report, finding)
            for report in reports
            for finding in report.findings
            if question.wants(finding)
        ],
    }


def _match(question: Asked, report: Report, finding: Finding) -> dict[str, Any]:
    span, text = finding.primary.span, question.text
    start, end = question.place(span.start), question.place(span.end)
    around = Span(max(span.start - _AROUND, 0), min(span.end + _AROUND, len(text)))
    sentence = report.document.segment_at(span.start)
    rule = next((rule for rule in report.rules if rule.id == finding.rule), None)
    return {
        "message": visible(finding.message),
        "shortMessage": wording.plain(finding.category),
        "replacements": [{"value": words} for words in finding.suggestions],
        "offset": start,
        "length": end - start,
        "context": {
            "text": around.of(text),
            "offset": units(text[around.start : span.start]),
            "length": units(span.of(text)),
        },
        "sentence": sentence.span.of(text) if sentence else around.of(text),
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": rule.summary if rule else visible(finding.message),
            "issueType": issue_type(finding.category),
            "category": {"id": finding.category.name, "name": wording.plain(finding.category)},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
        "auditor": {
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "category": finding.category.value,
            "why": finding.why,
            "fingerprint": finding.fingerprint,
        },
    }
