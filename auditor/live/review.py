"""The page of one story that is corrected where it lies: what is edited is audited again, and saved with its record."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from auditor.desk.original import Corrected, Original, original_of
from auditor.files import STORY, read_bytes
from auditor.fixing import Fix
from auditor.live.bench import Bench
from auditor.live.loopback import JSON, LOOPBACK, Answer, Handler, LoopbackServer, RefusedError
from auditor.live.record import beside, digest, dump, estimate
from auditor.model import Document, Finding, InputError, Report, Span
from auditor.render.html import render
from auditor.render.html.notes import SUGGESTIONS_SHOWN
from auditor.render.html.story import VAST
from auditor.render.wording import plain
from auditor.silencing import BaselineEntry, Decision
from auditor.text.utf16 import Units
from auditor.text.visible import json_text, visible
from auditor.whole import ChangedMeanwhileError, amend_file, replace_file

IDLE_SECONDS = 300.0
"""Without a sign of life, of which an open page gives one a minute, the process ends."""

_LEFT_SECONDS = 5.0
"""So soon a page that was left comes back if it was only loaded again."""


class Review:
    """One story under review: the file as the page knows it, and as it was saved last."""

    def __init__(self, path: str, bench: Bench) -> None:
        self._path = path
        self._bench = bench
        self._base, self._report = self._opened()
        self._saved = self._base.data
        self._first = {"sha256": digest(self._base.data), "report": estimate(self._report)}

    def _opened(self) -> tuple[Original, Report]:
        data = read_bytes(Path(self._path), STORY)
        reports = self._bench.reports(self._path, data)
        if len(reports) != 1:
            raise InputError(f"{self._path} holds {len(reports)} stories, and one is reviewed at a time; part it.")
        (report,) = reports
        if len(report.document.segments) > VAST:
            raise InputError(
                f"{self._path} is too long for a page to correct it on; split it, or correct it in an editor."
            )
        original = original_of(self._path, [report.document])
        if original is None or original.data != data:
            raise _changed(self._path)
        return original, report

    def page(self) -> str:
        """Return the page of the file as it is now."""
        if read_bytes(Path(self._path), STORY) != self._base.data:
            self._base, self._report = self._opened()
            self._saved = self._base.data
        profile = self._bench.settings(self._path).profile
        return render(self._report, editing=self._base.editing(profile, served=True))

    def audit(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return what an audit of the story with the page's changes says."""
        begun = time.monotonic()
        report = self._audited(self._corrected(asked).data(), asked)
        return {
            "findings": [_told(report.document, finding) for finding in report.findings],
            "silenced": [each.finding.fingerprint for each in report.silenced],
            "standing": {
                "outcome": report.verdict.outcome.value,
                "reasons": list(report.verdict.reasons),
                "quality": report.score.quality,
            },
            "seconds": round(time.monotonic() - begun, 3),
        }

    def save(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Write the story with the page's changes, and its record; raises ``InputError`` where that cannot be."""
        done = self._corrected(asked)
        data = done.data()
        report = self._audited(data, asked)
        story = Path(self._path)
        record = {
            "story": story.name,
            "reviewer": str(asked["reviewer"]),
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "cleared": bool(asked["cleared"]),
            "before": self._first,
            "after": {"sha256": digest(data), "report": estimate(report)},
            "label": report.document.metadata.digital_source_type if report.document.metadata else None,
            "findings": list(map(_outcome, asked["findings"])),
            "changes": list(map(_change, asked["changed"])),
        }
        try:
            amend_file(story, self._saved, data)
            self._saved = data
            replace_file(beside(story), dump(record).encode())
        except ChangedMeanwhileError:
            raise _changed(self._path) from None
        except OSError as error:
            raise InputError(f"{self._path} could not be saved: {error.strerror}; mend that and save again.") from None
        left = f" {done.left} of the changes could not be written into the file." if done.left else ""
        cleared = "saved and cleared" if record["cleared"] else "saved"
        return {"said": f"{story.name} is {cleared}; the record lies in {beside(story).name}.{left}"}

    def _corrected(self, asked: dict[str, Any]) -> Corrected:
        if asked["base"] != digest(self._base.data):
            raise InputError(f"{self._path} was opened anew in another window; load this page again.")
        document = self._report.document
        units = Units(document.text)
        fixes = [
            Fix(Span(units.point(each["start"]), units.point(each["end"])), str(each["text"]))
            for each in asked["changes"]
        ]
        return self._base.corrected([(document, fixes)])

    def _audited(self, data: bytes, asked: dict[str, Any]) -> Report:
        decisions = [
            BaselineEntry(
                fingerprint=str(each["fingerprint"]),
                rule=str(each["rule"]),
                decision=Decision(each["decision"]),
                note=str(each["note"]),
            )
            for each in asked["decisions"]
        ]
        (report,) = self._bench.reports(self._path, data, decisions=decisions)
        return report


def _outcome(given: dict[str, Any]) -> dict[str, str]:
    return {name: str(given[name]) for name in ("fingerprint", "rule", "severity", "text", "outcome", "note")}


def _change(given: dict[str, Any]) -> dict[str, str | None]:
    finding = given["fingerprint"]
    words = {name: str(given[name]) for name in ("before", "after")}
    return {**words, "fingerprint": None if finding is None else str(finding)}


def _told(document: Document, finding: Finding) -> dict[str, Any]:
    """Return a finding as the page takes it in: ``at`` in the text of its sentence, or other part, in UTF-16 units."""
    span = finding.primary.span
    segment = document.segment_at(span.start)
    block = next((each for each in document.blocks if each.span.start <= span.start <= each.span.end), None)
    home = segment.span if segment else block.span if block else span
    text = document.text[home.start : max(home.end, span.end)]
    units = Units(text)
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "check": finding.check,
        "category": finding.category.value,
        "kind": plain(finding.category),
        "severity": finding.severity.value,
        "message": visible(finding.message),
        "text": finding.primary.text,
        "suggestions": list(finding.suggestions[:SUGGESTIONS_SHOWN]),
        "home": text,
        "at": [units.of(span.start - home.start), units.of(span.end - home.start)],
    }


def _changed(path: str) -> InputError:
    return InputError(
        f"{path} was changed by somebody else since it was opened, and was not saved; load the page again."
    )


class ReviewServer(LoopbackServer):
    """Serves the page of ``review`` to whoever has the address, and ends when the page is left or nobody asks."""

    name = "auditor review"

    def __init__(self, review: Review, port: int) -> None:
        super().__init__(_Handler, port, secrets.token_urlsafe(24), frozenset())
        self.origins = frozenset({f"http://{LOOPBACK}:{self.server_port}"})
        self.review = review
        self.until = time.monotonic() + IDLE_SECONDS

    def ended(self) -> bool:
        """Tell whether nobody is there any more."""
        return time.monotonic() > self.until

    def stay(self, seconds: float) -> None:
        """Wait so long for the next question."""
        self.until = time.monotonic() + seconds


class _Handler(Handler):
    server: ReviewServer

    def told(self, path: str) -> Answer:
        """Return the page, or what it asks for."""
        self.server.stay(_LEFT_SECONDS if path == "/leave" else IDLE_SECONDS)
        review = self.server.review
        match (self.command, path):
            case ("GET", ""):
                return Answer("text/html", self.server.done(review.page))
            case ("POST", "/audit"):
                return self._done(review.audit)
            case ("POST", "/save"):
                return self._done(review.save)
            case ("POST", "/alive" | "/leave"):
                return Answer(JSON, "{}")
        raise RefusedError(HTTPStatus.NOT_FOUND, "There is one page here.")

    def _done(self, job: Callable[[dict[str, Any]], dict[str, Any]]) -> Answer:
        try:
            asked = json.loads(self.body())
            return Answer(JSON, json_text(self.server.done(lambda: job(asked))))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise RefusedError(HTTPStatus.BAD_REQUEST, "This is no question of the page; load it again.") from None
