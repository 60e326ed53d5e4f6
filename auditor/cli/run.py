"""One round over stories: audit each, write the reports, settle the baseline, ask the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.cli.desk import desk_settings
from auditor.cli.gate import Judged, exit_code
from auditor.cli.options import Fixing, Policy, Running, Silence
from auditor.cli.reporting import Outputs
from auditor.cli.silence import Silencer, silencer
from auditor.cli.stories import Failures
from auditor.config import EngineSettings, Settings
from auditor.model import InputError, Report

if TYPE_CHECKING:
    from auditor.desk import Desk


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every story: the texts beside them, what the options ask, where reports go."""

    source: str | None
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
        self.outputs.write(reports, failures.reports)
        silent.settle(reports, [each.settings for each in judged])
        if self.silence.write_baseline:
            return failures.exit_code
        return max(failures.exit_code, exit_code(judged, strict=self.policy.strict))

    def _audit(self, files: Sequence[str], silent: Silencer, failures: Failures) -> list[Judged]:
        from auditor.cli.fixing import mended
        from auditor.cli.progress import conversation
        from auditor.engines.languagetool import start

        if len(files) > 1 and (self.reference or self.source):
            raise InputError(
                f"--reference and --source belong to one story, but {len(files)} were given; audit them one by one."
            )
        settings = desk_settings(files, self.policy)
        judged = []
        with conversation() as talk:
            engine = replace(self.running.engine(), progress=talk.fetching)
            start(engine)
            desks = _Desks(engine)
            for file in files:
                talk.auditing(file)
                with failures.kept(file):
                    desk = desks.of(settings[file])
                    report = self._report(file, settings[file], desk, silent)
                    if mended(file, report, self.fixing, talk.say):
                        report = self._report(file, settings[file], desk, silent)
                    judged.append(Judged(report, settings[file]))
        return judged

    def _report(self, file: str, settings: Settings, desk: Desk, silent: Silencer) -> Report:
        report = desk.audit(
            file,
            source=self.source,
            reference=self.reference,
            timed=self.running.profile_checks,
            baseline=silent.baseline(settings),
            changed=silent.changed(file),
        )
        return _strict(report) if self.policy.strict else report


def _strict(report: Report) -> Report:
    """Return ``report`` with no check allowed to be missing, as the gate will have it and every format shows."""
    return replace(report, skipped=tuple(replace(skipped, allowed=False) for skipped in report.skipped))


class _Desks:
    """The desks of a run: one for all stories of the same settings, made when the first of them comes."""

    def __init__(self, engine: EngineSettings) -> None:
        self._engine = engine
        self._made: list[tuple[Settings, Desk]] = []

    def of(self, settings: Settings) -> Desk:
        for known, desk in self._made:
            if known == settings:
                return desk
        from auditor.desk import Desk

        desk = Desk.of(
            settings.profile,
            engine=replace(self._engine, reader=settings.reader),
            packs=settings.packs,
            glossary=settings.glossary,
            source_language=settings.source_language,
        )
        self._made.append((settings, desk))
        return desk
