"""The decisions of earlier reviews, as the review page exports them: ``auditor-baseline-1``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.files import BASELINE, read_text
from auditor.model import InputError, Report
from auditor.text.visible import json_text

SCHEMA = "auditor-baseline-1"


class Decision(StrEnum):
    """What an editor decided about a finding."""

    ACCEPT = "accept"
    DISMISS = "dismiss"
    LATER = "later"

    @property
    def silences(self) -> bool:
        """Whether the finding no longer counts."""
        return self is not Decision.LATER


@dataclass(frozen=True, slots=True)
class BaselineEntry:
    """One decision: the finding's fingerprint, and its rule, words and story for those who read the file."""

    fingerprint: str
    rule: str
    decision: Decision
    text: str = ""
    note: str = ""
    story: str = ""

    def in_words(self) -> str:
        """Return the decision with its note, if it has one."""
        told = {Decision.ACCEPT: "accepted", Decision.DISMISS: "dismissed"}.get(self.decision, "for later")
        return f"{told} in the baseline" + (f": {self.note}" if self.note else "")


@dataclass(frozen=True, slots=True)
class Baseline:
    """The decisions in one file, one for each fingerprint."""

    entries: tuple[BaselineEntry, ...] = ()

    def silencing(self) -> dict[str, BaselineEntry]:
        """Return the decisions that keep a finding silent, by its fingerprint."""
        return {entry.fingerprint: entry for entry in self.entries if entry.decision.silences}

    def stale(self, reports: Iterable[Report]) -> tuple[BaselineEntry, ...]:
        """Return the entries that match nothing any more in the audited stories.

        An entry of a story that was not audited is not stale, nor one of a story in which a check did not run: its
        finding may be there and not have been found. An entry that names no story is held against all of them.
        """
        audited = tuple(reports)
        found = {f.fingerprint for r in audited for f in (*r.findings, *(s.finding for s in r.silenced))}
        whole = {report.document.label for report in audited if not report.skipped}
        sure = len(whole) == len(audited)
        return tuple(
            entry
            for entry in self.entries
            if entry.fingerprint not in found and (entry.story in whole if entry.story else sure)
        )

    def without(self, entries: Iterable[BaselineEntry]) -> Baseline:
        """Return the baseline without ``entries``."""
        gone = set(entries)
        return Baseline(tuple(entry for entry in self.entries if entry not in gone))

    def accepting(self, reports: Iterable[Report]) -> Baseline:
        """Return the baseline with every finding of ``reports`` accepted that it does not speak of yet."""
        known = {entry.fingerprint: entry for entry in self.entries}
        for report in reports:
            for finding in report.findings:
                text, story = finding.primary.text, report.document.label
                entry = BaselineEntry(finding.fingerprint, finding.rule, Decision.ACCEPT, text, "", story)
                known.setdefault(finding.fingerprint, entry)
        return Baseline(tuple(known.values()))

    def dump(self) -> str:
        """Return the file's text, its entries in the order of their fingerprints."""
        entries = [asdict(entry) for entry in sorted(self.entries, key=lambda entry: entry.fingerprint)]
        return json_text({"schema": SCHEMA, "entries": entries}, indent=2) + "\n"


def load_baseline(path: Path) -> Baseline:
    """Return the decisions in the file at ``path``; raises ``InputError`` where it holds none."""
    text = read_text(path, BASELINE)
    try:
        page = json.loads(text)
        if page["schema"] != SCHEMA:
            raise InputError(f"The baseline {path} is of the form “{page['schema']}”, not {SCHEMA}; export it anew.")
        entries = {entry.fingerprint: entry for entry in map(_entry, page["entries"])}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(
            f"{path} is no baseline; give a file exported from the review page or made with --write-baseline."
        ) from None
    return Baseline(tuple(entries.values()))


def _entry(plain: Any) -> BaselineEntry:
    texts = {name: str(plain.get(name) or "") for name in ("rule", "text", "note", "story")}
    fingerprint = plain["fingerprint"]
    if not isinstance(fingerprint, str) or not fingerprint:
        raise TypeError("a fingerprint is a text")
    return BaselineEntry(fingerprint=fingerprint, decision=Decision(plain["decision"]), **texts)
