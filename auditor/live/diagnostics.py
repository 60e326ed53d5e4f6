"""Findings as an editor shows them, and what it may do about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from auditor.live.ignoring import directive
from auditor.live.positions import Positions
from auditor.model import Finding, Report, Severity, Skipped, Span
from auditor.render import wording
from auditor.render.region import region
from auditor.render.tool import NAME

EXPLAIN = "auditor.explain"
"""The command that tells why a finding is one; its arguments are the story's URI and the finding's fingerprint."""

DISABLE = "auditor.disable"
"""The command that disables a rule in the desk's settings; its arguments are the story's URI and the rule."""

_SEVERITY = {
    Severity.CRITICAL: types.DiagnosticSeverity.Error,
    Severity.MAJOR: types.DiagnosticSeverity.Warning,
    Severity.MINOR: types.DiagnosticSeverity.Information,
    Severity.NEUTRAL: types.DiagnosticSeverity.Hint,
}


@dataclass(frozen=True, slots=True)
class Audited:
    """A file as it was audited: its address, the places in its text, the reports on its stories."""

    uri: str
    positions: Positions
    reports: tuple[Report, ...]

    def findings(self) -> Iterator[tuple[Report, Finding]]:
        """Yield the findings, each with the report on its story."""
        for report in self.reports:
            for finding in report.findings:
                yield report, finding

    def finding(self, fingerprint: object) -> tuple[Report, Finding] | None:
        """Return the finding that is known so; None where it is there no more."""
        return next((pair for pair in self.findings() if pair[1].fingerprint == fingerprint), None)

    def diagnostics(self) -> list[types.Diagnostic]:
        """Return what the editor shows: the findings, and the checks that were to run and did not."""
        found = [self._diagnostic(report, finding) for report, finding in self.findings()]
        missing = {skipped.check: skipped for report in self.reports for skipped in report.skipped}
        return [*found, *(_not_run(skipped) for skipped in missing.values() if not skipped.allowed)]

    def _diagnostic(self, report: Report, finding: Finding) -> types.Diagnostic:
        others = [
            types.DiagnosticRelatedInformation(
                types.Location(self.uri, self._range(report, anchor.span)), f"“{anchor.text}”"
            )
            for anchor in finding.anchors[1:]
        ]
        return types.Diagnostic(
            range=self._range(report, finding.primary.span),
            message=wording.sentence(finding),
            severity=_SEVERITY[finding.severity],
            code=finding.rule,
            source=NAME,
            related_information=others or None,
            data=finding.fingerprint,
        )

    def _range(self, report: Report, span: Span) -> types.Range:
        there = region(report.document, span)
        return types.Range(self.positions.of(there.start), self.positions.of(there.end))

    def actions(self, given: Sequence[types.Diagnostic], where: types.Range) -> list[types.CodeAction]:
        """Return what may be done about the diagnostics ``given``, or else about those that touch ``where``."""
        marks = {diagnostic.data: diagnostic for diagnostic in given if diagnostic.data is not None}
        found: list[types.CodeAction] = []
        for report, finding in self.findings():
            shown = marks.get(finding.fingerprint) or self._diagnostic(report, finding)
            if finding.fingerprint in marks or (not given and _touch(shown.range, where)):
                found += self._actions(report, finding, shown)
        return found

    def _actions(self, report: Report, finding: Finding, shown: types.Diagnostic) -> Iterator[types.CodeAction]:
        if report.document.is_verbatim(finding.primary.span):
            there = self._range(report, finding.primary.span)
            for number, words in enumerate(finding.suggestions[: wording.NAMED_SUGGESTIONS]):
                title = f"Write “{words}”" if words.strip() else "Leave it out"
                yield self._edit(title, types.TextEdit(there, words), shown, preferred=number == 0)
        order = directive(report.document, finding.primary.span, finding.rule)
        if order is not None:
            line, words = order
            start = types.Position(line - 1, 0)
            yield self._edit(f"Ignore {finding.rule} here", types.TextEdit(types.Range(start, start), words), shown)
        everywhere, explain = f"Ignore {finding.rule} everywhere", f"Explain {finding.rule}"
        yield _command(everywhere, DISABLE, [self.uri, finding.rule], shown)
        yield _command(explain, EXPLAIN, [self.uri, finding.fingerprint], shown)

    def _edit(
        self, title: str, edit: types.TextEdit, shown: types.Diagnostic, *, preferred: bool = False
    ) -> types.CodeAction:
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=preferred or None,
            edit=types.WorkspaceEdit(changes={self.uri: [edit]}),
        )


def explanation(report: Report, finding: Finding) -> str:
    """Return why a finding is one, in paragraphs: what the rule says of itself, and what bears it out here."""
    rule = next((rule for rule in report.rules if rule.id == finding.rule), None)
    about = f"{wording.plain(finding.category)}, {finding.severity}, {finding.confidence} confidence"
    evidence = [f"{each.origin}: {each.detail}" for each in finding.evidence]
    said = [rule.summary, rule.why] if rule else []
    return "\n\n".join(filter(None, [wording.sentence(finding), finding.why, *said, *evidence, about]))


def _not_run(skipped: Skipped) -> types.Diagnostic:
    start = types.Position(0, 0)
    return types.Diagnostic(
        range=types.Range(start, start),
        message=wording.not_run(skipped),
        severity=types.DiagnosticSeverity.Information,
        code=wording.NOT_RUN,
        source=NAME,
    )


def _command(title: str, name: str, arguments: list[str], shown: types.Diagnostic) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        command=types.Command(title=title, command=name, arguments=list(arguments)),
    )


def _touch(one: types.Range, other: types.Range) -> bool:
    return _order(one.start) <= _order(other.end) and _order(other.start) <= _order(one.end)


def _order(place: types.Position) -> tuple[int, int]:
    return place.line, place.character
