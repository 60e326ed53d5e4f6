"""One round over stories: audit each, write the reports, settle the baseline, ask the gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.cli.desk import desk_settings
from auditor.cli.gate import Judged, exit_code
from auditor.cli.options import Fixing, Policy, Running, Silence
from auditor.cli.reporting import Outputs
from auditor.cli.saying import say
from auditor.cli.silence import Silencer, silencer
from auditor.cli.sources import Sources
from auditor.cli.stories import LEFT_OUT, Failures
from auditor.config import Settings
from auditor.model import InputError, Report

if TYPE_CHECKING:
    from auditor.desk import Desk
    from auditor.readers import Holding
    from auditor.render.html import Editing


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every story: the texts beside them, what the options ask, where reports go."""

    sources: Sources
    reference: str | None
    policy: Policy
    silence: Silence
    fixing: Fixing
    running: Running
    outputs: Outputs

    def once(self, files: Sequence[str], failures: Failures) -> int:
        """Audit ``files``, write what is asked for and return the exit code."""
        silent = silencer(self.silence, redact=self.outputs.redact)
        judged = self._audit(files, silent, failures)
        reports = [each.report for each in judged]
        left_out = self._left_out(failures)
        settings = {each.report.document.label: each.settings for each in judged}
        self.outputs.write(
            reports,
            [*failures.reports, *(each.report for each in left_out)],
            lambda report: self._editing(report, settings.get(report.document.label)),
        )
        if self.outputs.annotate:
            from auditor.cli.annotating import write_annotated

            with failures.kept():
                write_annotated(self.outputs.annotate, judged, self.running.input_format, say)
        silent.settle(reports, [each.settings for each in judged])
        if self.silence.write_baseline:
            return failures.exit_code
        return max(failures.exit_code, exit_code([*judged, *left_out], strict=self.policy.strict))

    def _editing(self, report: Report, settings: Settings | None) -> Editing | None:
        """Return what a page must know so that the story of ``report`` can be corrected there; None: it cannot."""
        from auditor.desk.original import original_from_stream, original_of

        if settings is None or report.document.part is not None:  # a page has one file, and a file then one story
            return None
        document = report.document
        if document.name == "<stdin>":
            original = original_from_stream([document])
        else:
            original = original_of(document.name, [document], self.running.input_format)
        return original.editing(settings.profile) if original else None

    def _left_out(self, failures: Failures) -> list[Judged]:
        """Return what a folder holds and is not audited, as the gate and those who read the reports must know."""
        settings = desk_settings([str(left.path) for left in failures.left_out], self.policy)

        def allowed(path: str) -> bool:
            return not self.policy.strict and LEFT_OUT in settings[path].profile.allow_skipped

        return [Judged(report, settings[report.document.name]) for report in failures.left_out_reports(allowed)]

    def _audit(self, files: Sequence[str], silent: Silencer, failures: Failures) -> list[Judged]:
        from auditor.cli.progress import conversation
        from auditor.desk import Desks
        from auditor.engines.languagetool import start

        self._one_by_one(len(files))
        settings = desk_settings(files, self.policy)
        judged = []
        with conversation() as talk:
            engine = replace(self.running.engine(), progress=talk.fetching)
            start(engine)
            desks = Desks(engine)
            for done, file in enumerate(files):
                talk.auditing(file, done, len(files))
                with failures.kept(file):
                    round_ = _Round(file, settings[file], desks.of(settings[file]), silent, failures)
                    judged += [Judged(report, settings[file]) for report in self._audited(round_, talk.say)]
        return judged

    def _audited(self, round_: _Round, say: Callable[[str], None]) -> list[Report]:
        """Return the reports on the stories of a file, which is mended first where that is asked for."""
        from auditor.cli.fixing import mended

        reports = self._reports(round_, say)
        if mended(round_.file, reports, self.fixing, self.running.input_format, say):
            reports = self._reports(round_, say)
        return reports

    def _one_by_one(self, stories: int) -> None:
        """Raise ``InputError`` where a text is given beside the story, and there are several."""
        if self.reference and stories > 1:
            raise InputError(f"--reference belongs to one story, but {stories} were given; audit them one by one.")
        self.sources.for_one(stories)

    def _source(self, round_: _Round, holding: Holding) -> str | None:
        source = self.sources.of(round_.file, round_.settings)
        if source and len(holding.stories) > 1:
            raise InputError(
                f"{round_.file} holds {len(holding.stories)} stories, but {source} is one source; part it."
            )
        return source

    def _reports(self, round_: _Round, say: Callable[[str], None]) -> list[Report]:
        from auditor.desk import stories_in

        holding = stories_in(round_.file, self.running.input_format)
        self._one_by_one(len(holding.stories))
        source = None if _brings_source(holding) and not self.sources.given else self._source(round_, holding)
        for sentence in holding.left_out:
            say(sentence)
        changed = round_.silent.changed(round_.file, self.running.input_format)
        reports = []
        for story in holding.stories:
            with round_.failures.kept(story.document.label):
                report = round_.desk.audit(
                    story,
                    source=source,
                    reference=self.reference,
                    timed=self.running.profile_checks,
                    baseline=round_.silent.baseline(round_.settings),
                    changed=changed,
                )
                reports.append(_strict(report) if self.policy.strict else report)
        return reports


@dataclass(frozen=True, slots=True)
class _Round:
    """A file to audit and what holds for it."""

    file: str
    settings: Settings
    desk: Desk
    silent: Silencer
    failures: Failures


def _strict(report: Report) -> Report:
    """Return ``report`` with no check allowed to be missing, as the gate will have it and every format shows."""
    return replace(report, skipped=tuple(replace(skipped, allowed=False) for skipped in report.skipped))


def _brings_source(holding: Holding) -> bool:
    return any(story.source is not None for story in holding.stories)
