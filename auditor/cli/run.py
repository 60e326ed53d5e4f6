"""One round over stories: audit each, write the reports, settle the baseline, ask the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.cli.desk import desk_settings
from auditor.cli.gate import Judged, exit_code
from auditor.cli.options import Fixing, Policy, Running, Silence
from auditor.cli.reporting import Desk
from auditor.cli.silence import Silencer, silencer
from auditor.cli.stories import Failures
from auditor.config import EngineSettings, Settings
from auditor.model import InputError, Report


@dataclass(frozen=True, slots=True)
class Run:
    """What holds for every story: the texts beside them, what the options ask, where reports go."""

    source: str | None
    reference: str | None
    policy: Policy
    silence: Silence
    fixing: Fixing
    running: Running
    desk: Desk

    def once(self, files: Sequence[str], failures: Failures) -> int:
        """Audit ``files``, write what is asked for and return the exit code."""
        silent = silencer(self.silence, redact=self.desk.redact)
        judged = self._audit(files, silent, failures)
        reports = [each.report for each in judged]
        self.desk.write(reports)
        silent.settle(reports, [each.settings for each in judged])
        if self.silence.write_baseline:
            return failures.exit_code
        switched_off = frozenset({"languagetool"} if self.running.no_languagetool else ())
        return max(failures.exit_code, exit_code(judged, strict=self.policy.strict, switched_off=switched_off))

    def _audit(self, files: Sequence[str], silent: Silencer, failures: Failures) -> list[Judged]:
        from auditor.cli.fixing import mended
        from auditor.cli.progress import conversation

        if len(files) > 1 and (self.reference or self.source):
            raise InputError(
                f"--reference and --source belong to one story, but {len(files)} were given; audit them one by one."
            )
        settings = desk_settings(files, self.policy)
        judged = []
        with conversation() as talk:
            engine = replace(self.running.engine(), progress=talk.fetching)
            for file in files:
                talk.auditing(file)
                with failures.kept():
                    report = self._report(file, settings[file], silent, engine)
                    if mended(file, report, self.fixing, talk.say):
                        report = self._report(file, settings[file], silent, engine)
                    judged.append(Judged(report, settings[file]))
        return judged

    def _report(self, file: str, settings: Settings, silent: Silencer, engine: EngineSettings) -> Report:
        from auditor import audit

        return audit(
            file,
            source=self.source,
            source_language=settings.source_language,
            reference=self.reference,
            profile=settings.profile,
            engine=engine,
            packs=settings.packs,
            glossary=settings.glossary,
            profile_checks=self.running.profile_checks,
            baseline=silent.baseline(settings),
            changed=silent.changed(file),
        )
